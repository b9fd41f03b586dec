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
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.mentions import later_limits, mentions
from numcheck.links._common.slips import slip
from numcheck.links.consistency._attributes import (
    Attribute,
    attributes,
    key_of,
    named,
    owned_by,
    told,
)
from numcheck.links.consistency._one_figure import agree, is_told, is_weak, name_two
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.units import comparable

KIND = LinkKind(
    name="same-attribute",
    summary="A figure that describes a thing and the earlier figure that described it.",
    roles=("again", "first"),
    facts=("figures", "slip", "thing"),
)

_CALENDAR = frozenset({"date", "time"})
#: Kinds that any word may follow, so that a compound of another thing is no certain one.
_LOOSE = _CALENDAR | {"money"}
_YEAR = pattern(r"\b(?:1[6-9]|20)\d\d\b")
#: Slips that tell one thing from two: fifteen and fifty pounds may well be two prices.
_TELLING = frozenset({"digits swapped", "scale shifted", "a digit lost or added"})
#: More figures of one sort than this tell a story of their own, and would cost square time.
_MOST_EARLIER = 12
_MOST_ATTRIBUTES = 60
_BESIDE_CHARS = 40
_VERB_CHARS = 60
_CONTRAST_CHARS = 14


class _Tie(NamedTuple):
    """An earlier figure, by which word it is told of the thing, and whether that is certain."""

    claim: Claim
    thing: str
    sure: bool
    definite: bool = False


def _words(reading: Reading) -> Book:
    return book("same-attribute", reading.document.language)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each definite compound with the earlier figure that it ought to repeat."""
    for again in attributes(reading)[:_MOST_ATTRIBUTES]:
        if again.definite and not _contrasted(again, reading):
            first = _first(again, reading)
            if first is not None:
                yield _link(again, first)
    yield from _counted_again(reading)


def _counted_again(reading: Reading) -> Iterator[Link]:
    """ "A 54-page report … the 45 pages": what the compound counted, now counted by itself."""
    keys = [a for a in attributes(reading)[:_MOST_ATTRIBUTES] if a.claim.kind == "count"]
    for again in (m for m in mentions(reading) if keys and m.definite and not m.partial):
        first = [a for a in keys if a.key == again.claim.head and a.end <= again.claim.start]
        if len(first) != 1 or any(_agree(c, again.claim) for c in _before(again.claim, reading)):
            continue
        slipped = _slip(again.claim, first[0].claim)
        if slipped and (not again.limits or is_told(again.limits, first[0].claim, reading)):
            attribute = Attribute(
                again.claim, first[0].key, (), True, again.claim.start, again.claim.end
            )
            yield _link(attribute, _Tie(first[0].claim, first[0].key, False))


def _before(claim: Claim, reading: Reading) -> Iterator[Claim]:
    """The counts that are told before a figure."""
    before = takewhile(lambda other: other.start < claim.start, reading.claims)
    return (other for other in before if other.kind in ("number", "count"))


def _first(again: Attribute, reading: Reading) -> _Tie | None:
    earlier = [c for c in reading.claims if c.end <= again.start and _alike(c, again, reading)]
    if not earlier or len(earlier) > _MOST_EARLIER or _settled(again, reading):
        return None
    for thing in again.things:
        ties = [tie for tie in (_tied(c, thing, again, reading) for c in earlier) if tie]
        if ties:
            alone = len(earlier) == 1  # no other figure of the sort can be the thing's
            sure = [tie._replace(sure=tie.sure or alone) for tie in ties]
            return _chosen(sure, again, reading)
    return None


def _alike(claim: Claim, again: Attribute, reading: Reading) -> bool:
    """Are the two figures of one sort: counts of one noun, sums, lengths, dates, hours?"""
    if claim.zone in SILENT_ZONES or claim.role != "level" or claim.per:
        return False
    if name_two(claim, again.claim):
        return False
    if again.claim.kind in ("number", "count"):
        own = next((a.key for a in attributes(reading) if a.claim.start == claim.start), "")
        return claim.kind in ("number", "count") and again.key == (own or key_of(claim, reading))
    if claim.kind != again.claim.kind:
        return False
    if claim.kind == "date":
        return _has_day(claim) and _has_day(again.claim)
    if claim.kind in ("measure", "duration", "age"):
        return comparable(claim.unit, again.claim.unit)
    return claim.unit == again.claim.unit


def _has_day(claim: Claim) -> bool:
    date = claim.calendar
    return date is not None and date.month is not None and date.day is not None


def _settled(again: Attribute, reading: Reading) -> bool:
    """Is the figure told anywhere before, if only as a bare number ("and Holm for 14")?"""
    before = takewhile(lambda claim: claim.start < again.start, reading.claims)
    kinds = (again.claim.kind, "number")
    return any(claim.kind in kinds and _agree(claim, again.claim) for claim in before)


def _agree(one: Claim, other: Claim) -> bool:
    if other.kind not in _CALENDAR:
        bare = one.kind == "number" and not one.unit
        return one.value == other.value if bare else agree(one, other)
    if one.calendar is None or other.calendar is None:
        return one.value == other.value
    if other.kind == "date":
        pairs = ((one.calendar.month, other.calendar.month), (one.calendar.day, other.calendar.day))
    else:
        # "7.30" and "19:30" are one hour.
        hours = [None if c.hour is None else c.hour % 12 for c in (one.calendar, other.calendar)]
        pairs = ((hours[0], hours[1]), (one.calendar.minute or 0, other.calendar.minute or 0))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


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
    if claim.kind in _CALENDAR:
        # Much happens on a date; what happens on this one stands right beside it.
        start, end = max(start, claim.start - _BESIDE_CHARS), min(end, claim.end + _BESIDE_CHARS)
    elif claim.kind == "measure":
        end = claim.start  # "swam 90 km up a river" is no measure of the river
    around = reading.text[start:end].lower()
    if named(thing).search(around):
        return _Tie(claim, thing, claim.kind in _CALENDAR)
    if claim.kind not in _CALENDAR:
        around = reading.text[max(start, claim.start - _VERB_CHARS) : claim.start].lower()
    if told(thing).search(around):
        return _Tie(claim, thing, True)
    goes_on = claim.sentence and _words(reading).patterns["goes_on"].match(reading.text, start)
    before = reading.sentence_text(claim.sentence - 1).lower() if goes_on else ""
    return _Tie(claim, thing, False) if named(thing).search(before) else None


def _rivalled(claim: Claim, reading: Reading) -> bool:
    """Has the sentence another figure of the sort, so that either may be the thing's?"""
    beside = (c for c in reading.in_sentence(claim.sentence) if c.start != claim.start)
    return any(c.kind == claim.kind and c.unit == claim.unit for c in beside if c.kind != "number")


def _chosen(ties: list[_Tie], again: Attribute, reading: Reading) -> _Tie | None:
    """The first tie, if all say one figure and nothing says that this is another thing."""
    first = ties[0]
    if any(not _agree(tie.claim, first.claim) for tie in ties):
        return None
    if _told_apart(again, first, reading) or _is_somebody_elses(again, first, reading):
        return None
    if not first.sure and not _slip(again.claim, first.claim):
        return None
    limits = later_limits(reading, again.end)
    narrowed = limits and not is_told(limits, first.claim, reading)
    return None if narrowed or _other_year(again, first, reading) else first


def _told_apart(again: Attribute, first: _Tie, reading: Reading) -> bool:
    """ "The £50 ticket … The £15 ticket": may the figure be there to tell two of a kind apart?"""
    opens = again.start == reading.sentences[again.claim.sentence].start
    if opens and (again.claim.kind == "time" or first.definite):
        return True
    same_place = again.claim.sentence == first.claim.sentence
    return first.definite and (same_place or _slip(again.claim, first.claim) not in _TELLING)


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


def _slip(again: Claim, first: Claim) -> str:
    if again.kind in _CALENDAR or again.unit != first.unit:
        return ""
    low, high = sorted((again.value, first.value))
    return slip(again, first) or ("-teen added" if high - low == 10 and low < 10 else "")


def _other_year(again: Attribute, first: _Tie, reading: Reading) -> bool:
    years = [
        set(_YEAR.findall(reading.sentence_text(claim.sentence)))
        for claim in (again.claim, first.claim)
    ]
    return bool(years[0] - years[1])


def _contrasted(again: Attribute, reading: Reading) -> bool:
    """ "Its sister, the 121-room hotel", "the second": words for another thing of the kind."""
    start = reading.sentences[again.claim.sentence].start
    if again.claim.kind not in _CALENDAR:
        start = max(start, again.start - _CONTRAST_CHARS)
    return _words(reading).says("contrast", reading.text[start : again.end + 1].lower())


def _link(again: Attribute, first: _Tie) -> Link:
    slipped = _slip(again.claim, first.claim)
    strong = slipped and not is_weak(slipped, again.claim) and first.sure
    return Link(
        KIND.name,
        {"again": again.claim, "first": first.claim},
        confidence="high" if strong else "medium",
        facts={
            "figures": 1 if _agree(first.claim, again.claim) else 2,
            "slip": slipped or "another figure",
            "thing": first.thing,
        },
    )
