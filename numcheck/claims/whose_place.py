"""Which of the places a sentence names is a figure's own."""

from __future__ import annotations

from bisect import bisect_left

from numcheck.claims.where import Place
from numcheck.claims.words import Words
from numcheck.text.grammar import grammar

#: How many words further away a place seems if a clause lies between it and the figure.
_CLAUSE_COST = 7.0
#: Copy states the place after the figure more often than before it.
_BEFORE_COST = 1.3
#: "15 in Brenn and 12 in Halm": a place that closes the part of a list before is that part's.
_CLOSED_COST = 6.0
_LISTING = frozenset((",", ";", "and", "but", "while"))
_REACH = 16.0
_NEIGHBOURS = 6


def nearest(found: list[Place], words: Words, start: int, end: int) -> Place | None:
    """The place of a figure that stands from `start` to `end`; None if all are too far away.

    Distance counts words; a clause boundary between counts as several.
    """
    if not found:
        return None
    best: Place | None = None
    best_cost = _REACH
    after = bisect_left(found, start, key=lambda place: place.span.start)
    goes_on = after < len(found) and words.before(found[after].span.start) - words.at(end) < 7
    for place in found[max(0, after - _NEIGHBOURS) : after + _NEIGHBOURS]:
        ahead = place.span.start >= end
        low, high = (end, place.span.start) if ahead else (place.span.end, start)
        first, last = words.at(low), words.before(high)
        cost = max(0, last - first) * (1.0 if ahead else _BEFORE_COST) + place.cost
        if not ahead and goes_on and first < last and _LISTING.issuperset(words.lows[first:last]):
            cost += _CLOSED_COST
        cost += _CLAUSE_COST * words.boundaries(first, last)
        if cost < best_cost:
            best, best_cost = place, cost
    return best


def of_match(found: list[Place], words: Words) -> list[Place]:
    """The places of a sentence that tells a score: where it was played, and not who played."""
    return [
        place
        for place in found
        if place.scope
        or words.low(words.at(place.span.start)) in grammar.place_articles
        or words.low(words.before(place.span.start) - 1) in grammar.placing_prepositions
        or words.low(words.before(place.span.start) - 1) == "at"
    ]
