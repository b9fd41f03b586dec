"""A share told in one sentence, its part and whole in others: "480 wells ... in 156, which is 23
percent", "21 of the 84 ... the failure rate of one in three".

What the share is a share of is known by its wording: it stands by its part, is called the rate of
what was just counted, or is told of a poll with its size. Silent wherever another pair of counts
near by makes the share, or another share is made by the pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from numcheck.links._common.belongs import antecedent, nouns_clash
from numcheck.links._common.book import Book, book
from numcheck.links._common.figures import printed
from numcheck.links._common.near import around, is_count, said_of
from numcheck.links._common.slips import nearly
from numcheck.model import Claim, Interval, Reading

_HUNDRED = Interval(100, 100)
_LEAST = 5
#: A share further off than this is one of something else.
_FAR = 4
#: Nobody gives two decimals for a share of so few.
_FINE, _MANY = 0.05, 1000
#: "About a third" of a figure that makes 36 percent is near enough.
_SLACK = 1.0
_ROUND = 0.01


class Share(NamedTuple):
    """A stated share, and the part and the whole that it is meant for."""

    stated: Claim
    part: Claim
    whole: Claim


class _Search(NamedTuple):
    reading: Reading
    book: Book
    stated: Claim
    near: Sequence[Claim]

    def says(self, claim: Claim, *patterns: str) -> bool:
        return said_of(self.reading, claim, self.book, *patterns)


def shares(reading: Reading) -> Iterator[Share]:
    """Every share that the part and the whole told apart from it do not make."""
    words = book("share-of", reading.document.language)
    if not words.patterns:
        return
    for claim in reading.claims:
        if claim.kind in ("percent", "ratio") and claim.role == "level":
            search = _Search(reading, words, claim, around(reading, claim.sentence, 2, 1))
            found = _share(search)
            if found is not None:
                yield found


def _share(search: _Search) -> Share | None:
    stated = search.stated
    if not 0 < stated.value < 100 or search.says(stated, "other_share", "own_rate"):
        return None
    counts = [c for c in search.near if is_count(c) and c.value > 0]
    if _explained(search, counts):
        return None
    for part, whole in _pairs(search, counts):
        if _in_other_items(search, part):
            continue
        if not _is_slip(stated, part, whole):
            continue
        if _is_of(search, part, whole) and not _is_said_otherwise(search, part, whole):
            return Share(stated, part, whole)
    return None


def _is_slip(stated: Claim, part: Claim, whole: Claim) -> bool:
    """Can the share have been meant for these: is it of their size, and no finer than they are?"""
    if stated.step < _FINE and whole.value < _MANY:
        return False
    told, made = said(stated), _made(part, whole)
    return told.high * _FAR >= made.low and told.low <= made.high * _FAR


def _in_other_items(search: _Search, part: Claim) -> bool:
    """Do the share and the part stand in two items of a list?"""
    first, last = sorted((search.stated, part), key=lambda claim: claim.start)
    return first.zone == "list" and "\n" in search.reading.text[first.end : last.start]


def said(claim: Claim, slack: float = 1.0) -> Interval:
    """What a share can have been, in percent."""
    return claim.hull.times(_HUNDRED) if claim.kind == "ratio" else printed(claim, slack)


def _explained(search: _Search, counts: Sequence[Claim]) -> bool:
    """Do any two counts near by make the share, or what is left of it?"""
    told = said(search.stated, _SLACK)
    rest = _HUNDRED.minus(told)
    for part, whole in permutations(counts, 2):
        made = _made(part, whole)
        if made.overlaps(told) or (whole.value >= part.value and made.overlaps(rest)):
            return True
    return False


def _made(part: Claim, whole: Claim) -> Interval:
    return _read(part).over(_read(whole)).times(_HUNDRED)


def _read(claim: Claim) -> Interval:
    """What a reader takes a figure for: a poll of 2,000 asked hardly 1,900."""
    exact = Interval(claim.value, claim.value).widened(_ROUND)
    return exact if claim.bound == "exact" else claim.core


def _is_said_otherwise(search: _Search, part: Claim, whole: Claim) -> bool:
    """Is there another share near by that these two make?"""
    others = [c for c in search.near if c.kind in ("percent", "ratio") and c is not search.stated]
    return any(_made(part, whole).overlaps(said(other)) for other in others)


def _pairs(search: _Search, counts: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The counts of which one is told as a part of the other, the nearest to the share first."""
    found = [
        (part, whole)
        for part in counts
        for whole in counts
        if whole.value > part.value and whole.value >= _LEAST and _may_be_part(search, part, whole)
    ]
    if len({(part.value, whole.value) for part, whole in found}) > 1:
        told = [pair for pair in found if _told_of(search, *pair)]
        found = told or _beside(search, found)
    values = {(part.value, whole.value) for part, whole in found}
    return found if len(values) == 1 else []


def _beside(search: _Search, pairs: Sequence[tuple[Claim, Claim]]) -> list[tuple[Claim, Claim]]:
    """Those whose part is the nearest count before the share, and its whole in the sentence before.

    "Visited 250 shops. They fined 35, a rate of 24 percent, and closed four".
    """
    stated = search.stated
    before = [c for c in search.near if c.sentence == stated.sentence and c.end <= stated.start]
    counts = [c for c in before if is_count(c)]
    if len(counts) != 1:
        return []
    return [pair for pair in pairs if pair[0] is counts[0] and pair[1].sentence < stated.sentence]


def _may_be_part(search: _Search, part: Claim, whole: Claim) -> bool:
    if nouns_clash(part, whole) or abs(part.sentence - whole.sentence) > 1:
        return False
    if search.says(part, "margin"):
        return False
    if _told_of(search, part, whole):
        return True
    if search.stated.end < whole.start and _shared_out(search, whole):
        return part.start > whole.end and search.says(part, "apposed")
    ordered = whole.start < part.start or search.says(part, "took_part")
    return ordered and search.says(whole, "asked")


def _shared_out(search: _Search, whole: Claim) -> bool:
    """ "Three in ten of the 1,400 tenants"."""
    gap = search.reading.text[search.stated.end : whole.start].lower()
    return search.book.says("of_whole", gap)


def _told_of(search: _Search, part: Claim, whole: Claim) -> bool:
    """ "21 of the 84 stations", "from 84 stations, by 21", "84 stations. In 21 of them"."""
    gap = search.reading.text[part.end : whole.start].lower()
    if part.end < whole.start:
        return len(gap) < 60 and search.book.says("of_whole", gap)
    if search.says(part, "of_them"):
        found = antecedent(search.reading, part, part.start)
        named = whole is (found[0] if found else _only_count_before(search, part))
        return named and whole.head != "time"  # "failed five times, three of them ..."
    between = [c for c in search.near if whole.end <= c.start < part.start and is_count(c)]
    return part.sentence == whole.sentence and not between and search.says(whole, "fronted")


def _only_count_before(search: _Search, part: Claim) -> Claim | None:
    """ "The court ruled on 90 appeals. In 36 the verdict was quashed"."""
    counts = [c for c in search.near if c.sentence == part.sentence - 1 and is_count(c)]
    return counts[0] if len(counts) == 1 and counts[0].noun else None


def _is_of(search: _Search, part: Claim, whole: Claim) -> bool:
    """Does the wording leave no doubt that the share is that of the part in the whole?"""
    stated = search.stated
    if _own_whole(search) not in (None, whole):
        return False
    beside = stated.sentence == part.sentence and part.end < stated.start
    if beside and search.says(stated, "apposed"):
        between = [c for c in search.near if part.end <= c.start < stated.start]
        return not [c for c in between if c is not whole]
    if stated.end < whole.start and _shared_out(search, whole):
        return part.sentence == whole.sentence and search.says(part, "apposed")
    if search.says(stated, "another_time"):
        return False
    if search.says(stated, "rate", "told_rate"):
        return True
    if _is_taken_up(search, part):
        return _may_be_of(search, whole)
    if search.says(stated, "named_share"):
        return _slipped(search, part, whole)
    polled = stated.sentence == whole.sentence and search.says(part, "who_did")
    if not polled and not search.says(stated, "definite"):
        return False
    return not nouns_clash(whole, stated) and _slipped(search, part, whole)


def _own_whole(search: _Search) -> Claim | None:
    """The 407 of "48 percent of the 407 people": the count that the share is said to be of."""
    later = [c for c in search.near if c.start > search.stated.end and is_count(c)]
    return later[0] if later and _shared_out(search, later[0]) else None


def _may_be_of(search: _Search, whole: Claim) -> bool:
    """ "40 of 160 oaks ... 35 percent of the birches": is the share of what was counted?"""
    head = search.stated.head
    if head in ("", whole.head, *search.book.words["herd"]) or not whole.head:
        return True
    return search.stated.noun_class == whole.noun_class != ""


def _is_taken_up(search: _Search, part: Claim) -> bool:
    """ "Losing 30 percent of the staff": is what happened to the part said again of the share?"""
    stated = search.stated
    if stated.sentence != part.sentence + 1 or not search.says(stated, "taken_up"):
        return False
    return stated.head != "" or stated.event == part.event != ""


def _slipped(search: _Search, part: Claim, whole: Claim) -> bool:
    """Is the share what the two make, or the part what the share makes, but for a slip?"""
    stated, made = search.stated, 100 * part.value / whole.value
    return nearly(round(made), stated.value) or nearly(
        round(stated.value * whole.value / 100), part.value
    )
