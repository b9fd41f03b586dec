"""One thing described twice: "nine rooms … the 19-room home", "opens on 4 May … the 5 May opening".

The later mention is a definite compound, so that it speaks of something told before; the earlier
one is tied to the same thing by its noun, by another noun for it, or by the verb that tells of it
("jailed for four years … the 14-year sentence"). What may be another thing of the kind is left
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.mentions import limits_after, mentions
from numcheck.links._common.stems import stem
from numcheck.links.consistency._attributes import (
    Attribute,
    attributes,
    named,
    owned_by,
    told,
)
from numcheck.links.consistency._of_one_sort import (
    CALENDAR,
    TELLING,
    agreeing,
    of_one_sort,
    slip_of,
)
from numcheck.links.consistency._one_figure import is_told, is_weak
from numcheck.links.consistency._own_figure import told_by_a_verb
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    name="same-attribute",
    summary="A figure that describes a thing and the earlier figure that described it.",
    roles=("again", "first"),
    facts=("figures", "slip", "thing"),
)

#: Kinds that any word may follow, so that a compound of another thing is no certain one.
_LOOSE = CALENDAR | {"money"}
_YEAR = pattern(r"\b(?:1[6-9]|20)\d\d\b")
#: More figures of one sort than this tell a story of their own, and would cost square time.
_MOST_EARLIER = 12
_MOST_ATTRIBUTES = 60
_BESIDE_CHARS = 40
_VERB_CHARS = 60
_CONTRAST_CHARS = 14
_FORMER_CHARS = 12
_FAR = 2  # sentences


class _Tie(NamedTuple):
    """An earlier figure, by which word it is told of the thing, and whether that is certain.

    `near` ones stand in one sentence with the thing or a word for it.
    """

    claim: Claim
    thing: str
    sure: bool
    definite: bool = False
    near: bool = True


def _words(reading: Reading) -> Book:
    return book("same-attribute", reading.document.language)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each definite compound with the earlier figure that it ought to repeat."""
    for again in attributes(reading)[:_MOST_ATTRIBUTES]:
        if again.definite and not _contrasted(again, reading):
            first = _first(again, reading)
            if first is not None:
                yield _link(again.claim, first)
    yield from _counted_again(reading)
    for compound, claim, thing in told_by_a_verb(reading):
        yield _link(claim, _Tie(compound.claim, thing, True))


def _counted_again(reading: Reading) -> Iterator[Link]:
    """ "A 54-page report … the 45 pages": what the compound counted, now counted by itself."""
    keys = [a for a in attributes(reading)[:_MOST_ATTRIBUTES] if a.claim.kind == "count"]
    for again in (m for m in mentions(reading) if keys and m.definite and not m.partial):
        found = [a.claim for a in keys if a.key == again.claim.head and a.end <= again.claim.start]
        if len(found) != 1 or any(agreeing(c, again.claim) for c in _before(again.claim, reading)):
            continue
        narrowed = again.limits and not is_told(again.limits, found[0], reading)
        if slip_of(again.claim, found[0]) and not narrowed:
            yield _link(again.claim, _Tie(found[0], again.claim.head, False))


def _before(claim: Claim, reading: Reading) -> Iterator[Claim]:
    """The counts that are told before a figure."""
    before = takewhile(lambda other: other.start < claim.start, reading.claims)
    return (other for other in before if other.kind in ("number", "count"))


def _first(again: Attribute, reading: Reading) -> _Tie | None:
    earlier = [c for c in reading.claims if c.end <= again.start and of_one_sort(c, again, reading)]
    if not earlier or len(earlier) > _MOST_EARLIER or _settled(again, reading):
        return None
    for thing in again.things:
        ties = [tie for tie in (_tied(c, thing, again, reading) for c in earlier) if tie]
        if ties:
            alone = len(earlier) == 1  # no other figure of the sort can be the thing's
            near = [tie for tie in ties if tie.near] or ties
            return _chosen([t._replace(sure=t.sure or alone) for t in near], again, reading)
    spell = _spell(earlier, again, reading)
    return _chosen([spell], again, reading) if spell else None


def _spell(earlier: list[Claim], again: Attribute, reading: Reading) -> _Tie | None:
    """ "Took 19 hours to reach the hut … their 91-hour ordeal": the one length of time before."""
    first, called = earlier[-1], again.things[0]
    near = 0 < again.claim.sentence - first.sentence <= _FAR
    is_spell = again.claim.kind == "duration" and called in _words(reading).sets["spells"]
    return _Tie(first, called, False) if len(earlier) == 1 and near and is_spell else None


def _settled(again: Attribute, reading: Reading) -> bool:
    """Is the figure told anywhere before, if only as a bare number ("and Holm for 14")?"""
    before = takewhile(lambda claim: claim.start < again.start, reading.claims)
    kinds = (again.claim.kind, "number")
    return any(claim.kind in kinds and agreeing(claim, again.claim) for claim in before)


def _tied(claim: Claim, thing: str, again: Attribute, reading: Reading) -> _Tie | None:
    own = next((a for a in attributes(reading) if a.claim.start == claim.start), None)
    if own is not None and any(named(thing).fullmatch(word) for word in own.things):
        return _Tie(claim, thing, True, own.definite)
    compound = "-" in claim.text or reading.text[claim.end : claim.end + 1] == "-"
    if compound and claim.kind not in _LOOSE:
        return None  # "the yield on the 10-year note": ten years are the note's
    if claim.kind == "money" and _words(reading).patterns["moved"].match(reading.text, claim.end):
        return None
    if owned_by(claim, thing, reading):
        return _Tie(claim, thing, True)
    return None if _rivalled(claim, reading) else _told_nearby(claim, thing, again, reading)


def _told_nearby(claim: Claim, thing: str, again: Attribute, reading: Reading) -> _Tie | None:
    """The figure with the thing, or a verb that tells of it, in the same sentence."""
    start, end = reading.sentences[claim.sentence]
    if claim.kind in CALENDAR:
        # Much happens on a date; what happens on this one stands right beside it.
        start, end = max(start, claim.start - _BESIDE_CHARS), min(end, claim.end + _BESIDE_CHARS)
    elif claim.kind == "measure":
        end = claim.start  # "swam 90 km up a river" is no measure of the river
    around = reading.text[start:end].lower()
    if named(thing).search(around):
        return _Tie(claim, thing, claim.kind in CALENDAR)
    if claim.kind not in CALENDAR:
        around = reading.text[max(start, claim.start - _VERB_CHARS) : claim.start].lower()
    if told(thing).search(around):
        return _Tie(claim, thing, True)
    goes_on = claim.sentence and _words(reading).patterns["goes_on"].match(reading.text, start)
    before = reading.sentence_text(claim.sentence - 1).lower() if goes_on else ""
    return _Tie(claim, thing, False, near=False) if named(thing).search(before) else None


def _rivalled(claim: Claim, reading: Reading) -> bool:
    """Has the sentence another figure of the sort, so that either may be the thing's?"""
    beside = (c for c in reading.in_sentence(claim.sentence) if c.start != claim.start)
    alike = [c for c in beside if c.kind == claim.kind != "number" and c.unit == claim.unit]
    return any(not _is_former(c, reading) for c in alike) or _is_former(claim, reading)


def _is_former(claim: Claim, reading: Reading) -> bool:
    """ "Tickets rose to €45 from €38": what it was before says nothing of what it is now."""
    before = reading.text[max(0, claim.start - _FORMER_CHARS) : claim.start]
    return claim.kind == "money" and _words(reading).says("former", before)


def _chosen(ties: list[_Tie], again: Attribute, reading: Reading) -> _Tie | None:
    """The first tie, if all say one figure and nothing says that this is another thing."""
    first = ties[0]
    if any(not agreeing(tie.claim, first.claim) for tie in ties):
        return None
    if _told_apart(again, first, reading) or _is_somebody_elses(again, first, reading):
        return None
    if _is_of_its_own_kind(again, first, reading):
        return None
    if not first.sure and not slip_of(again.claim, first.claim):
        return None
    limits = limits_after(again.end, again.claim, reading)
    narrowed = limits and not is_told(limits, first.claim, reading)
    return None if narrowed or _other_year(again, first, reading) else first


def _told_apart(again: Attribute, first: _Tie, reading: Reading) -> bool:
    """ "The £50 ticket … The £15 ticket": may the figure be there to tell two of a kind apart?"""
    opens = again.start == reading.sentences[again.claim.sentence].start
    telling = slip_of(again.claim, first.claim) in TELLING
    # Tickets have several prices; two bridges of 1.8 and 18 kilometres are one misprinted.
    measured = again.claim.kind == "measure" and telling
    if opens and (again.claim.kind == "time" or (first.definite and not measured)):
        return True
    same_place = again.claim.sentence == first.claim.sentence
    return first.definite and (same_place or not telling)


def _is_of_its_own_kind(again: Attribute, first: _Tie, reading: Reading) -> bool:
    """ "Tickets rose to £40 … the £90 family ticket", "the £9 fee came on top": another sum."""
    after = reading.text[again.claim.end : again.claim.end + _BESIDE_CHARS].lower()
    if again.claim.kind != "money":
        return False
    if _words(reading).patterns["besides"].match(reading.text, again.end):
        return True
    if first.thing not in after:
        return False
    said = reading.sentence_text(first.claim.sentence).lower()
    before = takewhile(lambda word: word != first.thing, again.things)
    return any(stem(word) not in said for word in before)


def _is_somebody_elses(again: Attribute, first: _Tie, reading: Reading) -> bool:
    """ "Could span five days … the flight of Prem. His one-day mission": his, who came between."""
    if first.claim.modality == "hypothetical":
        return True
    whose, at = _words(reading).patterns["whose"], again.claim.start
    if not whose.search(reading.text, max(0, at - 5), at):
        return False
    start = reading.sentences[first.claim.sentence].end
    between = (n for n in reading.names if start <= n.start < at and n.kind != "place")
    return any(name.text.split()[-1] not in reading.text[:start] for name in between)


def _other_year(again: Attribute, first: _Tie, reading: Reading) -> bool:
    return bool(_years(again.claim, reading) - _years(first.claim, reading))


def _years(claim: Claim, reading: Reading) -> set[str]:
    """The years of a sentence; that a thing was built in one says nothing of its size then."""
    made = _words(reading).patterns["made_in"]
    return set(_YEAR.findall(made.sub("", reading.sentence_text(claim.sentence).lower())))


def _contrasted(again: Attribute, reading: Reading) -> bool:
    """ "Its sister, the 121-room hotel", "the second": words for another thing of the kind."""
    start = reading.sentences[again.claim.sentence].start
    if again.claim.kind not in CALENDAR:
        start = max(start, again.start - _CONTRAST_CHARS)
    return _words(reading).says("contrast", reading.text[start : again.end + 1].lower())


def _link(again: Claim, first: _Tie) -> Link:
    slip = slip_of(again, first.claim)
    strong = slip and not is_weak(slip, again) and first.sure
    return Link(
        KIND.name,
        {"again": again, "first": first.claim},
        confidence="high" if strong else "medium",
        facts={
            "figures": 1 if agreeing(first.claim, again) else 2,
            "slip": slip or "another figure",
            "thing": first.thing,
        },
    )
