"""Figures that sum up what was told just before: "The 285 million set aside for the three items".

A total with an article speaks of what the reader knows, a rest of what is left of it. Neither says
what it is made of: that is every figure of its measure in the sentence before, or, for a rest,
those told since its whole. Where any other way to take the figures makes it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.links._common.belongs import nouns_clash
from numcheck.links._common.figures import printed, some_make, sum_of
from numcheck.links._common.near import is_count
from numcheck.links._common.slips import nearly
from numcheck.links._common.wording import figures
from numcheck.links.sums._lists import SUMMED, Copy, breakdown, run, summable
from numcheck.model import Claim, Interval, Link

_FEWEST, _MOST = 3, 8
#: A sum further off than this is of other things, unless a slip explains it.
_OFF = 0.3
#: Smaller figures look like slips of one another by chance.
_SURE = 100
_LOOK_BACK = 2  # sentences


def summed_up(copy: Copy) -> Iterator[Link]:
    """Every total and every rest that points back to a list."""
    for claim in copy.reading.claims:
        if claim.kind not in SUMMED or claim.role != "level" or claim.value <= 0:
            continue
        if copy.book.says("definite", before := copy.before(claim)):
            yield from _definite(copy, claim)
        if copy.book.says("takes_up", before) and not copy.is_bearer(claim):
            yield from _rest(copy, claim)


def _definite(copy: Copy, total: Claim) -> Iterator[Link]:
    """ "120 million on roads, 75 on paths and 40 on piers. The 285 million will come from ..."."""
    here = [claim for claim in figures(copy.reading, total.sentence) if claim.end <= total.start]
    parts = _list(copy, total, here) or _list(copy, total, _before(copy, total, 1))
    if not parts or _is_told_before(copy, total, parts):
        return
    counted = copy.book.patterns["of_the_items"].match(copy.after(total))
    items = counted and copy.masked.at.get(total.end + counted.start("items"))
    if items and items.value != len(parts):
        return
    if not items and (
        copy.book.says("of_others", copy.after(total)) or not _one_thing(total, parts)
    ):
        return
    value = sum(part.value for part in parts)
    # What is told may leave something out, unless it is said to be all.
    whole = items or value > total.value or copy.book.says("all_of_it", copy.before(total))
    if nearly(value, total.value) or (whole and abs(value - total.value) <= _OFF * value):
        yield breakdown(total, tuple(parts), complete=True, confidence="medium")


def _before(copy: Copy, claim: Claim, sentences: int) -> list[Claim]:
    first = max(0, claim.sentence - sentences)
    return [c for at in range(first, claim.sentence) for c in figures(copy.reading, at)]


def _list(copy: Copy, total: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """All figures among them that may be parts, if they are one list and nothing else."""
    like = [c for c in claims if c.kind in SUMMED and (summable(total, c) or summable(c, total))]
    if like and is_count(like[0]) and like[0].value == len(like) - 1:
        like = like[1:]  # "three legs of 410, 385 and 290 miles"
    if not _FEWEST <= len(like) <= _MOST or any(c.value >= total.value for c in like):
        return []
    listed = len(run(copy, like)) == len(like) or _alike(copy, like)
    exact = all(c.bound == "exact" and c.role == "level" for c in like)
    return like if listed and exact else []


def _alike(copy: Copy, claims: Sequence[Claim]) -> bool:
    """ "Vell (12), Tarn (18) and Olm (15)"."""
    return all(copy.book.says("bracketed", copy.between(a, b)) for a, b in pairwise(claims))


def _one_thing(total: Claim, parts: Sequence[Claim]) -> bool:
    """Do they count the same, or things of one class, as far as that is told?"""
    return not any(nouns_clash(total, part) for part in parts)


def _is_told_before(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """Has the copy told the total already, or does another figure near by make it with some?"""
    told = printed(total)
    others = [c for c in copy.reading.claims if c.end <= total.start and summable(total, c)]
    if any(c.value == total.value for c in others):
        return True
    return some_make([printed(part) for part in parts], told)


def _rest(copy: Copy, rest: Claim) -> Iterator[Link]:
    """ "Seventeen set out. Six turned back and three fell ill. The other nine ..."."""
    here = [claim for claim in figures(copy.reading, rest.sentence) if claim.end <= rest.start]
    claims = [c for c in [*_before(copy, rest, _LOOK_BACK), *here] if c.kind in SUMMED]
    total = max(claims, key=lambda claim: claim.value, default=rest)
    parts = [c for c in claims if c.start > total.start and summable(total, c)]
    if not 1 <= len(parts) <= _MOST or rest.value >= total.value or not summable(total, rest):
        return
    if total.role != "level" or not all(_is_part(total, c) for c in (*parts, rest)):
        return
    missing = Interval(total.value - rest.value, total.value - rest.value)
    if some_make([printed(part) for part in parts], missing):
        return
    if _made_before(copy, total, (*parts, rest)):
        return
    made = sum_of(printed(part) for part in (*parts, rest))
    # Some may be told nowhere; what is told cannot be more than all.
    over = total.value < made.low <= total.value * (1 + _OFF)
    value = sum(part.value for part in (*parts, rest))
    slipped = total.value >= _SURE and nearly(value, total.value)
    if (over or slipped) and not made.overlaps(printed(total)):
        yield breakdown(total, (*parts, rest), complete=True, confidence="medium")


def _made_before(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """Do the last of them make a figure that was told earlier?"""
    earlier = [c for c in copy.reading.claims if c.start < parts[0].start and c is not total]
    told = [printed(c) for c in earlier if c.kind in SUMMED and summable(c, parts[-1])]
    sums = [sum_of(printed(part) for part in parts[at:]) for at in range(len(parts) - 1)]
    return any(one.overlaps(other) for one in sums for other in told)


def _is_part(total: Claim, part: Claim) -> bool:
    if part.role not in ("level", "increment") or part.bound != "exact":
        return False
    # "Six turned back": what looks like a noun and is no plural may be a verb.
    verb = part.noun_class == "" and not part.noun.endswith("s")
    return not is_count(part) or verb or part.head == total.head
