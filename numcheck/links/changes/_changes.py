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

from numcheck.links._common.belongs import alike, is_bare, nouns_clash
from numcheck.links._common.book import Book, book
from numcheck.links._common.near import around, is_count, one_unit, said_of, worth
from numcheck.links._common.slips import nearly
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_arithmetic import Facts, facts_of
from numcheck.links.changes._topic import speaks_of, topic
from numcheck.model import Claim, Reading, Span
from numcheck.values import frozen

_KINDS = frozenset({"number", "count", "money", "measure", "percent", "ratio", "duration"})
_SHARES = ("percent", "ratio")
_AROUND = 2  # sentences
#: Levels further apart than this, or a change this much off, are about different things.
_FAR, _APART = 5.0, 3.0
_MEANS = ("percent", "amount", "factor")
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

    @property
    def is_share(self) -> bool:
        """Is the change told as a share of the old figure, or as how many times it is?"""
        return self.stated.kind in ("percent", "ratio")


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
    sorts = {_sort(claim) for claim in told}
    for claim in told:
        # A bare number may be of any unit: "55 minutes instead of 70".
        own = sorts if is_bare(claim) else {_sort(claim)}
        for sort in {*own, "level" if claim.kind != "ratio" else "ratio"}:
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
    if claim.kind == "ratio" and (
        claim.role == "factor" or words.says("factor", claim.text.lower())
    ):
        return True
    if said_of(reading, claim, words, "no_change"):
        return False
    moved = ("delta", "moved_by") if claim.kind == "percent" else ("delta",)
    return said_of(reading, claim, words, *moved)


def _change(search: _Search) -> Change | None:
    pair = _nearest_pair(search)
    if pair is None or not _belongs(search, pair) or _is_explained(search, pair):
        return None
    others = [two for two in permutations(_all_like(search), 2) if two != pair[::-1]]
    if any(_agrees(_facts(search, *two)) for two in others):
        return None
    facts = _facts(search, *pair)
    if facts is None or _agrees(facts) or facts["means"] not in _MEANS:
        return None
    return Change(search.stated, *pair, facts) if _is_near(pair, facts) else None


def _is_explained(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    """Is another change told near by that the two make ("In 2015 it rose by 15 percent")?"""
    others = [c for c in search.near if c is not search.stated and c not in pair]
    return any(_agrees(_facts(search._replace(stated=other), *pair)) for other in others)


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
    if claim.kind == "duration" != stated.kind or claim.kind == stated.kind == "percent":
        return False  # how long it took, most often; shares beside shares
    if stated.kind not in _SHARES and not _of_one_thing(claim, stated):
        return False
    if _is_delta(search.reading, search.book, claim):
        return False
    return not said_of(search.reading, claim, search.book, "forecast")


def _of_one_thing(one: Claim, other: Claim) -> bool:
    # "180 euros a tonne in May, 270 euros in June"
    if not _alike(one, other) or len({_per(one), _per(other)} - {""}) > 1:
        return False
    jobs = {one.noun_class, other.noun_class} == _WORK
    return not is_count(one) or not is_count(other) or jobs or not nouns_clash(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    return one_unit(one, other) or alike(one, other)


def _per(claim: Claim) -> str:
    return claim.unit.partition(" / ")[2]


def _all_like(search: _Search) -> list[Claim]:
    stated = search.stated
    others = [c for c in search.near if c is not stated and c.kind in _KINDS and c.kind != "ratio"]
    if search.is_share:
        return [c for c in others if c.kind != "duration"]
    return [c for c in others if one_unit(c, stated)]


def _nearest_pair(search: _Search) -> tuple[Claim, Claim] | None:
    """The only way to take an old and a new figure from the sentences nearest to the change."""
    levels = [claim for claim in search.near if _is_level(search, claim)]
    at = search.stated.sentence
    for sentences in ((at,), (at, at + 1), (at - 1, at), range(at - _AROUND, at + _AROUND + 1)):
        here = [claim for claim in levels if claim.sentence in sentences]
        pair = _pair(search, here) if len(here) >= 2 else None
        if pair is not None:
            return pair
    return None


def _pair(search: _Search, levels: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The old and the new figure; None where there is more than one way to take them."""
    old = [c for c in levels if said_of(search.reading, c, search.book, "old")]
    if len(old) == len(levels) == 2 and not search.is_share:
        return old[0], old[1]  # "10,800 on January 1 and 8,600 on December 31"
    if not old and len(levels) == 2 and _alike(*levels) and _in_order(search, levels):
        return levels[0], levels[1]  # "180 in May and 240 by June. It was a rise of 90."
    if len(old) != 1:
        return None
    rest = [c for c in levels if c is not old[0] and worth(c) != worth(old[0])]
    new = [c for c in rest if _alike(c, old[0]) and _of_one_thing(c, old[0])]
    nearest = [c for c in new if abs(c.sentence - old[0].sentence) <= 1]
    return (old[0], nearest[0]) if len(nearest) == 1 == len(new) else None


def _in_order(search: _Search, levels: Sequence[Claim]) -> bool:
    """Are the two told in the order of their times?"""
    first, last = levels
    if _points_back(search):
        return True
    says = search.book.says
    between = masked(search.reading).text[first.end : last.start]
    return says("later", between) or said_of(search.reading, last, search.book, "now")


def _points_back(search: _Search) -> bool:
    return said_of(search.reading, search.stated, search.book, "it_was")


def _belongs(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    """Is it of these two that the copy tells the change?"""
    stated = search.stated
    sentences = {claim.sentence for claim in pair}
    if sentences == {stated.sentence}:
        return _in_one_breath(search, pair)
    if stated.sentence in sentences:
        return _was_it(search, pair) if search.is_share else _beside_one(search, pair)
    if _points_back(search):
        return True
    if is_count(stated) and stated.head and stated.head in (pair[0].head, pair[1].head):
        return True
    later = tuple(sorted(pair, key=lambda claim: claim.start))
    if stated.kind == "money" and said_of(search.reading, later[0], search.book, "paid"):
        return True
    verb = _verb(search)
    things = topic(search.reading, verb) if verb else frozenset()
    return speaks_of(search.reading, things, later) or _counted(search, later)


def _in_one_breath(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    """Do the change and the nearer of the two stand in one clause, or side by side?"""
    stated = search.stated
    if stated.kind == "percent" and said_of(search.reading, pair[0], search.book, "another_year"):
        return False
    first, last = sorted(pair, key=lambda claim: claim.start)
    if first.start < stated.start < last.start:
        near = [(first, stated), (stated, last)]
    else:
        near = [(stated, first) if stated.start < first.start else (last, stated)]
    return all(_side_by_side(search, one, other) for one, other in near)


def _side_by_side(search: _Search, one: Claim, other: Claim) -> bool:
    between = [c for c in search.near if one.start < c.start < other.start and c.kind in _KINDS]
    text = masked(search.reading).text[one.end : other.start]
    return not search.book.says("breaks_off", text) and all(
        said_of(search.reading, claim, search.book, "period") for claim in between
    )


def _beside_one(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    """ "lost 2,200 of its members, to 8,600. It had 10,800 in May"."""
    here = next(claim for claim in pair if claim.sentence == search.stated.sentence)
    return _side_by_side(search, *sorted((search.stated, here), key=lambda claim: claim.start))


def _was_it(search: _Search, pair: tuple[Claim, Claim]) -> bool:
    """ "climbed 30 percent to 6.0 million. A year earlier it had been 5.0 million"."""
    old, new = pair
    if new.sentence != search.stated.sentence or old.sentence != new.sentence + 1:
        return False
    told = said_of(search.reading, old, search.book, "was_it")
    return told and _side_by_side(search, *sorted((search.stated, new), key=lambda c: c.start))


def _counted(search: _Search, pair: tuple[Claim, ...]) -> bool:
    """ "has tripled. In 2014 there were 40, today there are 90": figures without a noun."""
    stated, first = search.stated, pair[0]
    beside = first.sentence == pair[-1].sentence == stated.sentence + 1
    bare = all(claim.kind in ("number", "measure") and not claim.noun for claim in pair)
    return beside and bare and said_of(search.reading, first, search.book, "counted")


def _verb(search: _Search) -> Span | None:
    """The verb of movement that the stated change belongs to."""
    if search.stated.role == "factor":
        return Span(search.stated.start, search.stated.end)
    sentence = search.reading.sentences[search.stated.sentence]
    text = masked(search.reading).text
    found = [*search.book.patterns["verb"].finditer(text, sentence.start, search.stated.start)]
    return Span(*found[-1].span()) if found else None


def _facts(search: _Search, old: Claim, new: Claim) -> Facts | None:
    stated = search.stated
    if worth(old) <= 0 or not _alike(old, new):
        return None
    factor = search.book.says("factor", stated.text.lower())
    if stated.kind == "ratio" and stated.role == "level":
        stated = replace(stated, role="delta")  # "the one-third drop"
    return facts_of(stated, old, new, search.steps, points=False, factor=factor)


def _agrees(facts: Facts | None) -> bool:
    return facts is not None and bool(facts["said"].overlaps(facts["made"]))
