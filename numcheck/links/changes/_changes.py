"""A change told in one sentence and its figures in another, or far apart in one.

"The union lost 1,200 members. It had 10,800 on January 1 and 8,600 on December 31." The change is
known by its words, old and new by theirs. Nothing is said where any two figures of the same unit
near by make the change, or where the figures may be about something else than what changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import field
from itertools import permutations

from numcheck.links._common.belongs import is_bare
from numcheck.links._common.book import book
from numcheck.links._common.near import around, is_count, worth
from numcheck.links._common.slips import nearly
from numcheck.links.changes._change_arithmetic import Facts
from numcheck.links.changes._change_pairs import levels_near, nearest_pair
from numcheck.links.changes._change_search import (
    AROUND,
    KINDS,
    SHARES,
    Search,
    agrees,
    all_like,
    facts_for,
    is_delta,
)
from numcheck.links.changes._change_ties import belongs
from numcheck.model import Claim, Reading
from numcheck.values import frozen

#: Levels further apart than this, or a change this much off, are about different things.
_FAR, _APART = 5.0, 3.0
_MEANS = ("percent", "amount", "points", "factor")


@frozen
class Change:
    """A stated change, the old and the new figure, and what they make of it."""

    stated: Claim
    old: Claim
    new: Claim
    facts: Facts = field(compare=False)


def changes(reading: Reading, steps: float) -> Iterator[Change]:
    """Every stated change that the figures told for it apart from it do not make."""
    words = book("change", reading.document.language)
    if not words.patterns:
        return
    for claim in _with_levels_near(reading):
        if is_delta(reading, words, claim):
            search = Search(
                reading, words, claim, around(reading, claim.sentence, AROUND, AROUND), steps
            )
            found = _change(search)
            if found is not None:
                yield found


def _with_levels_near(reading: Reading) -> Iterator[Claim]:
    """The figures that may be changes: two levels are near, of their kind or for a share of any."""
    told = [claim for claim in reading.claims if claim.kind in KINDS]
    places: dict[str, list[int]] = {}
    sorts = {_sort(claim) for claim in told}
    for claim in told:
        # A bare number may be of any unit: "55 minutes instead of 70".
        own = sorts if is_bare(claim) else {_sort(claim)}
        for sort in {*own, "level" if claim.kind != "ratio" else "ratio"}:
            places.setdefault(sort, []).append(claim.sentence)
    for claim in told:
        near = places.get("level" if claim.kind in SHARES else _sort(claim), [])
        first = bisect_left(near, claim.sentence - AROUND)
        last = bisect_right(near, claim.sentence + AROUND)
        if last - first - (claim.kind != "ratio") >= 2:
            yield claim


def _sort(claim: Claim) -> str:
    return "count" if is_count(claim) else claim.kind


def _change(search: Search) -> Change | None:
    pair = _tied_pair(search)
    if pair is None or _is_explained(search, pair):
        return None
    others = [two for two in permutations(all_like(search), 2) if two != pair[::-1]]
    if any(agrees(facts_for(search, *two)) for two in others):
        return None
    facts = facts_for(search, *pair)
    if facts is None or agrees(facts) or facts["means"] not in _MEANS:
        return None
    return Change(search.stated, *pair, facts) if _is_near(pair, facts) else None


def _tied_pair(search: Search) -> tuple[Claim, Claim] | None:
    """The two figures that it must be of, as words tell or the way that it goes."""
    levels = levels_near(search)
    for by_time in (False, True):
        pair = nearest_pair(search, levels, by_time=by_time)
        if pair is not None and belongs(search, pair, by_time=by_time):
            return pair
    return None


def _is_explained(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Is another change told near by that the two make ("In 2015 it rose by 15 percent")?"""
    others = [c for c in search.near if c is not search.stated and c not in pair]
    if any(agrees(facts_for(search._replace(stated=other), *pair)) for other in others):
        return True
    return not search.is_share and _makes_up(search, pair)


def _makes_up(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "After the sacking of 35 and the departure of ten more": is it one of two changes?"""
    old, new = map(worth, pair)
    rest = abs(abs(new - old) - worth(search.stated))
    return any(worth(c) == rest for c in all_like(search) if c not in pair)


def _is_near(pair: tuple[Claim, Claim], facts: Facts) -> bool:
    """Can the stated change have been meant for these: is it of their size, or a slip of it?"""
    low, high = sorted(worth(claim) for claim in pair)
    if high > _FAR * low or facts["means"] == "factor":
        return high <= _FAR * low
    said = sum(facts["said"]) / 2
    change = facts["change"]
    # Rates move by many steps: "a quarter of a point to 6.75 ... It was 1.50 a year ago".
    slipped = facts["means"] != "points" and nearly(change, said)
    return slipped or change / _APART < said < change * _APART
