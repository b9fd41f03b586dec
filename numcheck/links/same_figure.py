"""One figure told twice in one document: headline and story, caption, "the 8,000 pilots".

What ties two figures is the wording (a definite reference, a headline) together with what they
count; that they are one slip apart ("800", "8,000") is evidence that they are one figure. If any
earlier mention agrees, the later one speaks of that, and there is nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from numcheck.links._comparable import RETOLD, SILENT_ZONES, compare
from numcheck.links._figures import printed
from numcheck.links._slips import slip
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation
from numcheck.units import comparable, convert

KIND = LinkKind(
    name="same-figure",
    summary="A figure and another mention that speaks of the same thing.",
    roles=("again", "first"),
    facts=("tie", "slip", "thing"),
)

_NOT_TOLD = NOT_COUNTED | {"age", "ratio", "percent", "temperature"}
_EARLY_ZONES = frozenset({"headline", "caption", "pull-quote", "list"})
#: "Two men" and "the three men" are told apart by the story, not by a slip.
_FEWEST = 5
_BEFORE_CHARS = 16
_NEXT_WORD = re.compile(r"[ -]([a-z][\w-]+)")
#: After a definite noun: a phrase or clause that narrows it. A verb ("were spared") does not.
_LIMIT = re.compile(
    r"(?:['’]s?)? ((?:in|on|at|from|of|near|under|with|who|that|which|whose)\b[^.;:!?\n]{0,50})"
)
_LONG_WORD = re.compile(r"[a-z]{5,}")
#: More mentions of one thing than this tell a story of their own, and would cost square time.
_MOST_MENTIONS = 8
_OF = re.compile(r"\b([a-z][\w-]+) of $")


class _Words(NamedTuple):
    partial_before: re.Pattern[str]
    partial_after: re.Pattern[str]
    definite: re.Pattern[str]
    no_thing: frozenset[str]


@compiled
def _words() -> _Words:
    found = lexicon("links/same-figure")
    return _Words(
        re.compile(rf"\b(?:{alternation(found['partial_before'])}) $", re.IGNORECASE),
        re.compile(rf"[ -](?:{alternation(found['partial_after'])})\b", re.IGNORECASE),
        re.compile(rf"(?:\b(?:{alternation(found['definite'])})|['’]s?) $", re.IGNORECASE),
        frozenset(found["no_thing"]),
    )


class _Told(NamedTuple):
    """A figure with the head of its noun, and the word after it where the noun is in doubt.

    `limits` are the words of what follows a definite mention and narrows it ("on the hill").
    """

    claim: Claim
    thing: str
    next_word: str
    definite: bool
    limits: frozenset[str]

    def shared(self, other: _Told) -> str:
        """The thing that both are figures of; "" if they do not say the same."""
        if self.thing and self.thing in (other.thing, other.next_word):
            return self.thing
        return other.thing if other.thing and other.thing == self.next_word else ""


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each later mention with the first one it ought to repeat, where none of them agrees."""
    told = [_told(claim, reading) for claim in reading.claims if _tells(claim, reading)]
    seen: set[int] = set()
    for link in (*_definite(told, reading), *_swapped(told), *_headlines(told)):
        again = link.roles["again"]
        assert isinstance(again, Claim)
        if again.start not in seen:
            seen.add(again.start)
            yield link


def _tells(claim: Claim, reading: Reading) -> bool:
    """Is this a figure that a later mention would repeat?"""
    if claim.kind in _NOT_TOLD or claim.zone in SILENT_ZONES or claim.role != "level":
        return False
    if claim.modality in ("hypothetical", "negated") or claim.per:
        return False
    if claim.statistic in ("mean", "median", "rate"):
        return False
    if claim.kind in ("number", "count") and claim.value < _FEWEST:
        return False
    before = reading.text[max(0, claim.start - _BEFORE_CHARS) : claim.start]
    partial = _words().partial_before.search(before)
    return not (partial or _words().partial_after.match(reading.text, claim.end))


def _told(claim: Claim, reading: Reading) -> _Told:
    before = reading.text[max(0, claim.start - _BEFORE_CHARS) : claim.start]
    definite = bool(_words().definite.search(before))
    limits = _limits(claim, reading) if definite else frozenset()
    if claim.kind not in ("money", "measure", "duration"):
        return _Told(claim, claim.head, "", definite, limits)
    after = _NEXT_WORD.match(reading.text, claim.end)
    next_word = after[1] if after and after[1] not in _words().no_thing else ""
    of = _OF.search(before) if claim.kind == "money" else None
    thing = claim.head or next_word or (of[1] if of else "")
    return _Told(claim, thing, next_word, definite, limits)


def _limits(claim: Claim, reading: Reading) -> frozenset[str]:
    """What narrows a noun: "on the hill", "who came by bus"; nothing of "were spared"."""
    noun = claim.evidence.get("noun")
    end = max(claim.end, noun.end) if noun else claim.end
    found = _LIMIT.match(reading.text, end)
    return frozenset(_LONG_WORD.findall(found[1].lower())) if found else frozenset()


def _definite(told: list[_Told], reading: Reading) -> Iterator[Link]:
    """ "the 8,000 pilots" with the pilots named before."""
    known: dict[str, list[_Told]] = {}
    for one in told:
        if one.definite:
            named = [*known.get(one.thing, ()), *known.get(one.next_word, ())]
            earlier = [t for t in named if t.shared(one) and not _narrowed(one, t, reading)]
            yield from _first_of(one, earlier)
        for word in {one.thing, one.next_word} - {""}:
            mentions = known.setdefault(word, [])
            if len(mentions) < _MOST_MENTIONS:
                mentions.append(one)


def _narrowed(again: _Told, first: _Told, reading: Reading) -> bool:
    """Does the later mention speak of some only, by words that the earlier sentence has not?"""
    if not again.limits:
        return False
    said = reading.sentence_text(first.claim.sentence).lower()
    return not any(word[:5] in said for word in again.limits)


def _first_of(again: _Told, earlier: list[_Told]) -> Iterator[Link]:
    """The link to the earlier mentions if they have one value, and another than this."""
    found = [t for t in earlier if _may_be_one(t.claim, again.claim)]
    if any(_agree(t.claim, again.claim) for t in found):
        return
    if len({t.claim.value for t in found}) == 1:
        yield _link(again.claim, found[0].claim, "definite", found[0].shared(again))


def _swapped(told: list[_Told]) -> Iterator[Link]:
    """ "sold for 30 million pounds … the 30 million euro sale": one value, two currencies."""
    known: dict[float, list[_Told]] = {}
    for one in (t for t in told if t.claim.kind == "money" and t.claim.unit):
        same = known.setdefault(one.claim.value, [])
        alike = [t for t in same if t.shared(one) or _one_event(t.claim, one.claim)]
        if one.definite and alike and all(t.claim.unit != one.claim.unit for t in same):
            yield _link(one.claim, alike[0].claim, "definite", one.thing or "sum")
        if len(same) < _MOST_MENTIONS:
            same.append(one)


def _headlines(told: list[_Told]) -> Iterator[Link]:
    """A headline or caption figure with the story's figure for the same thing."""
    body = [t for t in told if t.claim.zone in ("body", "lede")]
    for early in (t for t in told if t.claim.zone in _EARLY_ZONES):
        near = [t for t in body if _may_be_one(t.claim, early.claim)]
        if any(_agree(t.claim, early.claim) for t in near):
            continue
        same = [t for t in near if t.shared(early) or _one_event(t.claim, early.claim)]
        same = same or _only_sum(near, early)
        best = next((t for t in same if slip(t.claim, early.claim)), same[0] if same else None)
        if best is not None:
            thing = best.shared(early) or best.thing or early.thing or "thing"
            yield _link(best.claim, early.claim, early.claim.zone, thing)


def _only_sum(near: list[_Told], early: _Told) -> list[_Told]:
    """The one sum of the story that has the digits of the headline's in another order."""
    found = [t for t in near if slip(t.claim, early.claim) == "digits swapped"]
    return found if early.claim.kind == "money" and len(found) == 1 else []


def _one_event(one: Claim, other: Claim) -> bool:
    return bool(one.event) and one.event == other.event


def _may_be_one(one: Claim, other: Claim) -> bool:
    # What a sum is a sum of is read too uncertainly to tell two sums apart by it.
    ignore = RETOLD | {"noun"} if one.kind == "money" else RETOLD
    return compare(one, other, ignore).verdict != "different"


def _agree(one: Claim, other: Claim) -> bool:
    """Can the two be one figure as printed, in whichever units?"""
    if one.unit == other.unit:
        return printed(one).overlaps(printed(other))
    if one.kind == "money" or not comparable(one.unit, other.unit):
        return False
    value = convert(one.value, one.unit, other.unit)
    return abs(value - other.value) <= 0.1 * abs(other.value)


def _link(again: Claim, first: Claim, tie: str, thing: str) -> Link:
    found = _slip(again, first)
    return Link(
        KIND.name,
        {"again": again, "first": first},
        confidence="high" if found else "medium",
        facts={"tie": tie, "slip": found, "thing": thing},
    )


def _slip(again: Claim, first: Claim) -> str:
    """The slip between two mentions; of sums in two currencies, only the currency itself."""
    if again.unit == first.unit:
        return slip(again, first)
    return "currency swapped" if again.kind == "money" and again.value == first.value else ""
