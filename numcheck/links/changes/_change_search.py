"""What a search for the figures of a change looks at, and what it asks of them.

A change told apart from its figures is sought in three steps: which two figures it may be of
(`_change_pairs`), whether the copy ties it to them (`_change_ties`), and what they make of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from numcheck.links._common.belongs import alike, nouns_clash
from numcheck.links._common.book import Book
from numcheck.links._common.near import is_count, one_unit, said_of, worth
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_arithmetic import Facts, facts_of
from numcheck.model import Claim, Reading

KINDS = frozenset({"number", "count", "money", "measure", "percent", "ratio", "duration"})
SHARES = ("percent", "ratio")
AROUND = 2  # sentences
#: Kinds of a change told right after its verb: "climbed 30 percent", "rose 40 centimetres".
_MOVED_BY = ("percent", "measure", "duration")
#: A job is one person's.
WORK = frozenset({"job", "person"})


class Search(NamedTuple):
    reading: Reading
    book: Book
    stated: Claim
    near: Sequence[Claim]
    steps: float

    @property
    def is_share(self) -> bool:
        """Is the change told as a share of the old figure, or as how many times it is?"""
        return self.stated.kind in ("percent", "ratio")


def is_delta(reading: Reading, words: Book, claim: Claim) -> bool:
    """Is it told as a change? Every figure near a change is asked, and most of them often."""
    known: dict[int, bool] = reading.cache.setdefault("deltas", {})
    if claim.start not in known:
        known[claim.start] = _is_delta(reading, words, claim)
    return known[claim.start]


def _is_delta(reading: Reading, words: Book, claim: Claim) -> bool:
    moved = ("delta", "moved_by") if claim.kind in _MOVED_BY else ("delta",)
    told = _is_factor(words, claim) or said_of(reading, claim, words, *moved)
    return told and not said_of(reading, claim, words, "no_change")


def is_step(reading: Reading, claim: Claim) -> bool:
    """ "went up by 12": what stands behind "by" is a change, and no level."""
    return masked(reading).text.endswith(" by ", 0, claim.start)


def _is_factor(words: Book, claim: Claim) -> bool:
    factor = claim.role == "factor" or words.says("factor", claim.text.lower())
    return claim.kind == "ratio" and factor


def points_back(search: Search) -> bool:
    return said_of(search.reading, search.stated, search.book, "it_was")


def side_by_side(search: Search, one: Claim, other: Claim) -> bool:
    between = [c for c in search.near if one.start < c.start < other.start and c.kind in KINDS]
    text = masked(search.reading).text[one.end : other.start]
    return not search.book.says("breaks_off", text) and all(
        said_of(search.reading, claim, search.book, "period") for claim in between
    )


def like(one: Claim, other: Claim) -> bool:
    return one_unit(one, other) or alike(one, other)


def of_different_things(one: Claim, other: Claim) -> bool:
    """Do the two count different things, as points and games are? A job is one person's."""
    if not is_count(one) or not is_count(other) or {one.noun_class, other.noun_class} == WORK:
        return False
    return nouns_clash(one, other)


def all_like(search: Search) -> list[Claim]:
    stated = search.stated
    others = [c for c in search.near if c is not stated and c.kind in KINDS and c.kind != "ratio"]
    if search.is_share:
        return [c for c in others if c.kind != "duration"]
    return [c for c in others if one_unit(c, stated)]


def facts_for(search: Search, old: Claim, new: Claim) -> Facts | None:
    stated = search.stated
    if worth(old) <= 0 or not like(old, new):
        return None
    factor = search.book.says("factor", stated.text.lower())
    if stated.kind == "ratio" and stated.role == "level":
        stated = replace(stated, role="delta")  # "the one-third drop"
    points = said_of(search.reading, stated, search.book, "in_points")
    return facts_of(stated, old, new, search.steps, points=points, factor=factor)


def agrees(facts: Facts | None) -> bool:
    return facts is not None and bool(facts["said"].overlaps(facts["made"]))
