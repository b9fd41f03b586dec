"""Which of the times a sentence names is a figure's own."""

from __future__ import annotations

from bisect import bisect_left

from numcheck.claims.when import Mark
from numcheck.claims.words import Words
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.numerals import words as numerals

#: How many times on each side of a figure are looked at.
_NEIGHBOURS = 6
#: A clause between, or a year that names a thing ("the 2018 games"), seems so many characters.
_CLAUSE, _NAMING = 40, 60
#: Before a "from" these make it that of a change: "84, up from 71 in 2019".
_CHANGED = frozenset(("up", "down", ","))


def nearest(marks: list[Mark], words: Words, start: int, end: int) -> Mark | None:
    """The time of a figure that stands from `start` to `end`: of its own clause, else the nearest.

    None if the sentence names none but what the figure is compared with or what is to come.
    """
    if not marks:
        return None
    after = bisect_left(marks, start, key=lambda mark: mark.span.start)
    near = marks[max(0, after - _NEIGHBOURS) : after + _NEIGHBOURS]
    own = [mark for mark in near if not _is_anothers(mark, words, start, end)]
    return min(own, key=lambda mark: _distance(mark, words, start, end), default=None)


def _distance(mark: Mark, words: Words, start: int, end: int) -> float:
    ahead = mark.span.start >= start
    low, high = (min(end, mark.span.start), mark.span.start) if ahead else (mark.span.end, start)
    first, last = words.at(low), words.before(high)
    cost = high - low + _CLAUSE * words.boundaries(first, last)
    if not ahead and "when" in words.lows[first : first + 2]:
        cost -= _CLAUSE  # "in 1982, when 40 were held" tells of that year
    return cost + _NAMING if mark.span.start != start and _names_a_thing(mark, words) else cost


def _is_anothers(mark: Mark, words: Words, start: int, end: int) -> bool:
    """Is a time behind a figure that of what it is compared with, or of something to come?"""
    if mark.span.start < end or mark.span.start <= start:
        return False
    first, last = words.at(end), words.before(mark.span.start)
    between = words.lows[first:last]
    if "which" in between and ("will" in between or "due" in between):
        return True
    comparing = _comparing()
    return any(
        low in comparing and not _bounds(words, at, start, at + 1 == last)
        for at, low in enumerate(between, first)
    )


def _bounds(words: Words, at: int, start: int, dated: bool) -> bool:
    """Does "than" or "from" at a word compare nothing: "more than 40 boats", "from 12 owners"?

    `dated` says that the time follows at once: "than in May" compares, "from May" begins.
    """
    after = words.low(at + 1)
    if words.lows[at] == "from":
        changed = words.low(words.at(start) - 1) == "to" or words.low(at - 1) in _CHANGED
        return dated or after[:1].isalpha() or not changed
    counted = not after[:1].isalpha() or after in numerals().small
    return words.lows[at] == "than" and counted and not dated


@compiled
def _comparing() -> frozenset[str]:
    return frozenset(lexicon("times")["comparing"])


def _names_a_thing(mark: Mark, words: Words) -> bool:
    """Does a year stand before a noun: "the 2018 games", "a 1993 study", "1985's Live Aid"?"""
    if not mark.text.isdigit():
        return False
    at = words.before(mark.span.end)
    after = words.low(at)
    if after == "'s":
        return True
    led = words.low(at - 2) in grammar.determiners or words.low(at - 2) == "'s"
    return (
        led and after.isalpha() and after not in grammar.prepositions and after not in ("and", "or")
    )
