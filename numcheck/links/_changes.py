"""A change told in one sentence and its figures in another, or far apart in one.

"The union lost 1,200 members. It had 10,800 on January 1 and 8,600 on December 31." The change is
known by its words, old and new by theirs. Nothing is said where any two figures of the same unit
near by make the change, or where the figures may be about something else than what changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import permutations
from typing import NamedTuple

from numcheck.links._belongs import nouns_clash
from numcheck.links._book import Book, book
from numcheck.links._change_arithmetic import Facts, facts_of
from numcheck.links._near import around, is_count, one_unit, said_of, worth
from numcheck.links._slips import nearly
from numcheck.links._topic import speaks_of, topic
from numcheck.links._wording import masked
from numcheck.model import Claim, Reading, Span
from numcheck.values import frozen

_KINDS = frozenset({"number", "count", "money", "measure", "percent", "ratio", "duration"})
_SHARES = ("percent", "ratio")
_AROUND = 2  # sentences
#: Levels further apart than this, or a change this much off, are about different things.
_FAR, _APART = 5.0, 3.0
_WORK = frozenset({"job", "person"})


@frozen
class Change:
    """A stated change, the old and the new figure, and what they make of it."""

    stated: Claim
    old: Claim
    new: Claim
    facts: Facts = field(compare=False)


class _Search(NamedTuple):
    reading: Reading
    book: Book
    stated: Claim
    near: Sequence[Claim]
    steps: float


def changes(reading: Reading, steps: float) -> Iterator[Change]:
    """Every stated change that the figures told for it apart from it do not make."""
    words = book("change", reading.document.language)
    if not words.patterns:
        return
    for claim in _with_levels_near(reading):
        if _is_delta(reading, words, claim):
            search = _Search(
                reading, words, claim, around(reading, claim.sentence, _AROUND, _AROUND), steps
            )
            found = _change(search)
            if found is not None:
                yield found


def _with_levels_near(reading: Reading) -> Iterator[Claim]:
    """The figures that may be changes: two levels are near, of their kind or for a share of any."""
    told = [claim for claim in reading.claims if claim.kind in _KINDS]
    places: dict[str, list[int]] = {}
    for claim in told:
        for sort in {_sort(claim), "level" if claim.kind != "ratio" else "ratio"}:
            places.setdefault(sort, []).append(claim.sentence)
    for claim in told:
        near = places.get("level" if claim.kind in _SHARES else _sort(claim), [])
        first = bisect_left(near, claim.sentence - _AROUND)
        last = bisect_right(near, claim.sentence + _AROUND)
        if last - first - (claim.kind != "ratio") >= 2:
            yield claim


def _sort(claim: Claim) -> str:
    return "count" if is_count(claim) else claim.kind


def _is_delta(reading: Reading, words: Book, claim: Claim) -> bool:
    is_factor = claim.kind == "ratio" and claim.role == "factor"
    return is_factor or said_of(reading, claim, words, "delta")


def _change(search: _Search) -> Change | None:
    levels = [claim for claim in search.near if _is_level(search, claim)]
    pair = _pair(search, levels)
    if pair is None or not _belongs(search, pair):
        return None
    others = [two for two in permutations(_all_like(search), 2) if two != pair[::-1]]
    if any(_agrees(_facts(search, *two)) for two in others):
        return None
    facts = _facts(search, *pair)
    if facts is None or _agrees(facts) or facts["means"] not in ("percent", "amount", "factor"):
        return None
    return Change(search.stated, *pair, facts) if _is_near(pair, facts) else None


def _is_near(pair: tuple[Claim, Claim], facts: Facts) -> bool:
    """Can the stated change have been meant for these: is it of their size, or a slip of it?"""
    low, high = sorted(worth(claim) for claim in pair)
    if high > _FAR * low or facts["means"] == "factor":
        return high <= _FAR * low
    said = sum(facts["said"]) / 2
    change = facts["change"]
    return nearly(change, said) or change / _APART < said < change * _APART


def _is_level(search: _Search, claim: Claim) -> bool:
    """Is it a figure that may have changed by the stated one?"""
    stated = search.stated
    if claim is stated or claim.kind not in _KINDS or claim.kind == "ratio" or worth(claim) <= 0:
        return False
    if stated.kind not in _SHARES and not _of_one_thing(claim, stated):
        return False
    if _is_delta(search.reading, search.book, claim):
        return False
    return not said_of(search.reading, claim, search.book, "forecast")


def _of_one_thing(one: Claim, other: Claim) -> bool:
    # "180 euros a tonne in May, 270 euros in June"
    if not one_unit(one, other) or len({_per(one), _per(other)} - {""}) > 1:
        return False
    jobs = {one.noun_class, other.noun_class} == _WORK
    return not is_count(one) or jobs or not nouns_clash(one, other)


def _per(claim: Claim) -> str:
    return claim.unit.partition(" / ")[2]


def _all_like(search: _Search) -> list[Claim]:
    stated = search.stated
    others = [c for c in search.near if c is not stated and c.kind in _KINDS and c.kind != "ratio"]
    return [c for c in others if stated.kind in _SHARES or one_unit(c, stated)]


def _pair(search: _Search, levels: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The old and the new figure; None where there is more than one way to take them."""
    old = [c for c in levels if said_of(search.reading, c, search.book, "old")]
    if len(old) == len(levels) == 2 and search.stated.kind not in _SHARES:
        return old[0], old[1]  # "10,800 on January 1 and 8,600 on December 31"
    if not old and len(levels) == 2 and _points_back(search):
        return levels[0], levels[1]  # "180 in May and 240 by June. It was a rise of 90."
    if len(old) != 1:
        return None
    rest = [c for c in levels if c is not old[0] and worth(c) != worth(old[0])]
    new = [c for c in rest if one_unit(c, old[0]) and _of_one_thing(c, old[0])]
    nearest = [c for c in new if abs(c.sentence - old[0].sentence) <= 1]
    return (old[0], nearest[0]) if len(nearest) == 1 == len(new) else None


def _points_back(search: _Search) -> bool:
    return said_of(search.reading, search.stated, search.book, "it_was")


def _belongs(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    stated = search.stated
    apart = all(claim.sentence != stated.sentence for claim in pair)
    if not apart:
        return stated.kind not in _SHARES
    if _points_back(search):
        return True
    if is_count(stated) and stated.head and stated.head in (pair[0].head, pair[1].head):
        return True
    later = tuple(sorted(pair, key=lambda claim: claim.start))
    if stated.kind == "money" and said_of(search.reading, later[0], search.book, "paid"):
        return True
    verb = _verb(search)
    things = topic(search.reading, verb) if verb else frozenset()
    return speaks_of(search.reading, things, later)


def _verb(search: _Search) -> Span | None:
    """The verb of movement that the stated change belongs to."""
    if search.stated.role == "factor":
        return Span(search.stated.start, search.stated.end)
    sentence = search.reading.sentences[search.stated.sentence]
    text = masked(search.reading).text
    found = [*search.book.patterns["verb"].finditer(text, sentence.start, search.stated.start)]
    return Span(*found[-1].span()) if found else None


def _facts(search: _Search, old: Claim, new: Claim) -> Facts | None:
    if worth(old) <= 0 or not one_unit(old, new):
        return None
    stated = search.stated
    factor = search.book.says("factor", stated.text.lower())
    if stated.kind == "ratio" and stated.role == "level":
        stated = replace(stated, role="delta")  # "the one-third drop"
    return facts_of(stated, old, new, search.steps, points=False, factor=factor)


def _agrees(facts: Facts | None) -> bool:
    return facts is not None and bool(facts["said"].overlaps(facts["made"]))
