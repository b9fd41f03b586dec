"""Wordings that say which of two figures is the larger: "rose from", "ahead of", "passed by"."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from numcheck.links._common.belongs import alike
from numcheck.links._common.book import book
from numcheck.links._common.figures import printed
from numcheck.links._common.wording import Match, masked, matches
from numcheck.links.changes._contrasts import Contrast, contrasts
from numcheck.links.changes._directions import directions
from numcheck.links.changes._ranks import ranks
from numcheck.links.changes._records import records
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading, Span

KIND = LinkKind(
    "ordering",
    "Two figures of which the copy says that one is the larger.",
    roles=("larger", "smaller"),
    facts=("more", "less", "about", "wording"),
)

#: Bare numbers up to here may be hours or days ("from 8 to 10").
_CLOCK = 31
#: A sum is so many times what each share of it is.
_MANY = 1000
#: How far after a figure the time it is of may stand: "38 before the election".
_AFTER = 30
_FIRST = frozenset({"first", "1st", "leads", "lead", "led", "leader", "leaders", "winner"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of figures whose order the copy puts in words."""
    seen: set[frozenset[int]] = set()
    for match in matches("ordering", reading):
        larger, smaller = _ordered(match)
        pair = frozenset((larger.start, smaller.start))
        if pair in seen or not alike(larger, smaller):
            continue
        seen.add(pair)
        if _unclear(reading, match, larger, smaller):
            continue
        yield _link(reading, match.facts["about"], match.words["verb"], larger, smaller)
    yield from _apart(reading, seen)


def _apart(reading: Reading, seen: Container[frozenset[int]]) -> Iterator[Link]:
    """Figures told apart from the verb, or from the names, that say which is the larger."""
    for one in directions(reading):
        larger, smaller = (one.new, one.old) if one.up else (one.old, one.new)
        if frozenset((larger.start, smaller.start)) not in seen:
            yield _link(reading, "change", one.verb, larger, smaller)
    for about, found in _named(reading):
        for two in found:
            if frozenset((two.larger.start, two.smaller.start)) not in seen:
                yield _link(reading, about, two.verb, two.larger, two.smaller)


def _named(reading: Reading) -> Iterator[tuple[str, Iterator[Contrast]]]:
    yield "comparison", contrasts(reading)
    yield "rank", records(reading)
    yield "rank", ranks(reading)


def _link(reading: Reading, about: str, verb: Span, larger: Claim, smaller: Claim) -> Link:
    more, less, confidence = _compared(larger, smaller)
    wording = reading.text[slice(*verb)]
    facts = {"more": more, "less": less, "about": about, "wording": wording}
    return Link("ordering", {"larger": larger, "smaller": smaller}, verb, confidence, facts)


def _ordered(match: Match) -> tuple[Claim, Claim]:
    roles = match.roles
    if "larger" in roles:
        return roles["larger"], roles["smaller"]
    if "up" in match.words:
        return roles["new"], roles["old"]
    return roles["old"], roles["new"]


def _compared(larger: Claim, smaller: Claim) -> tuple[Interval, Interval, Confidence]:
    """What the two can have been, and how sure an order of the printed figures is.

    Rounding keeps the order of figures that are printed to the same digit; "to $8 million from
    $2.9 million" may be a fall.
    """
    rounded = printed(larger), printed(smaller)
    if larger.bound != "exact" or smaller.bound != "exact":
        return *rounded, "high"
    sure = larger.step == smaller.step or not _may_exceed(*rounded)
    points = Interval(larger.value, larger.value), Interval(smaller.value, smaller.value)
    return *points, "high" if sure else "medium"


def _may_exceed(one: Interval, other: Interval) -> bool:
    return one.high >= other.low


def _best_when_small(claim: Claim) -> bool:
    """The first in a race has the shortest time, the first in golf the fewest strokes."""
    return claim.kind == "duration" or claim.head in ("stroke", "shot", "penalty")


def _unclear(reading: Reading, match: Match, larger: Claim, smaller: Claim) -> bool:
    """Do the figures belong to another verb, or are they no levels at all?"""
    verb = match.words["verb"]
    if match.facts["about"] == "place":
        if _best_when_small(larger):
            return True
        place, following = _rank(reading, verb), _next_rank(reading, match)
        # Of golf, races and shows the third may well have more than the fourth.
        return not place < following or (place > 1 and larger.kind != "percent")
    if match.facts["about"] != "change":
        return _best_when_small(larger) or _of_others(reading, match, larger, smaller)
    says = book("ordering", reading.document.language).says
    text = masked(reading).text
    first = min(claim.start for claim in match.roles.values())
    before = text[max(0, verb.start - 80) : verb.start]
    if says("another_verb", text[verb.end : first]):
        return True
    if says("ranks", before + text[verb.start : match.span.end + 30]):
        return True
    # "A drop in prices from 3 to 5 percent": how far they drop, not from where to where.
    if larger.kind == "percent" and says("noun", before):
        return True
    if any(_has_own_share(says, text, claim) for claim in (larger, smaller)):
        return True
    if _is_of_one(larger) != _is_of_one(smaller) and larger.value * _MANY < smaller.value:
        return True  # "$318 million, or $1.42 a share, up from $281 million"
    bare = all(claim.kind == "number" and not claim.noun for claim in (larger, smaller))
    return bare and max(larger.value, smaller.value) <= _CLOCK and not says("counted", before)


def _rank(reading: Reading, place: Span) -> float:
    """The place in a race; none for the many other figures and words that rank nothing."""
    if reading.text[slice(*place)].lower() in _FIRST:
        return 1
    claim = masked(reading).at.get(place.start)
    return claim.value if claim is not None and claim.kind == "ordinal" else math.inf


def _next_rank(reading: Reading, match: Match) -> float:
    return _rank(reading, match.words["next"]) if "next" in match.words else 2


def _is_of_one(claim: Claim) -> bool:
    return " / " in claim.unit


def _has_own_share(says: Callable[[str, str], bool], text: str, claim: Claim) -> bool:
    """ "68 seats, or 45 percent, up from 61, or 40 percent": 61 is no percentage."""
    bare = claim.text.replace(",", "").isdigit()
    return bare and says("own_share", text[claim.end : claim.end + _AFTER])


def _of_others(reading: Reading, match: Match, larger: Claim, smaller: Claim) -> bool:
    """Are the two of different times, or the superlative one of a few, or of the smallest?"""
    says, text = book("ordering", reading.document.language).says, masked(reading).text
    verb = match.words["verb"]
    first, last = sorted((larger, smaller), key=lambda claim: claim.start)
    if match.facts["about"] == "comparison":
        # "has the shortest list, with 58, ahead of Vik with 71"
        sentence = reading.sentences[first.sentence].start
        return says("least", text[sentence : first.start])
    if first.sentence == last.sentence or text[slice(*verb)] == "record":
        return False
    ends = reading.sentences[first.sentence].end
    if says("another_time", text[ends : min(match.span.end + _AFTER, len(text))]):
        return True
    return match.facts["about"] == "rank" and says("among_some", text[verb.end : first.start])
