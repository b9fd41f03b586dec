"""Totals whose parts are told in the sentences before or after.

"Paper brought in 410 million and tiles 260 million; glass made 90 million. Total sales of 780
million were a record." No wording ties figures together across sentences, so the figures must do
it: all of one measure that stand there, and a sum that is nearly the total or one slip away from
it. Lists within a sentence are the business of `sum_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from numcheck.links._common.belongs import may_contain, nouns_clash, one_measure
from numcheck.links._common.figures import printed, printed_together, sum_of
from numcheck.links._common.named_sets import counts_of
from numcheck.links._common.slips import digits, nearly
from numcheck.links._common.wording import figures, with_figures
from numcheck.links.sums._lists import SUMMED, Copy, breakdown, run, stands_aside, summable
from numcheck.model import Claim, Link

_AROUND = 2  # sentences
_FEWEST, _MOST = 3, 12
#: So many figures the sentences around one can have (see `figures`).
_MOST_NEAR = 240
_NEARLY = 0.12
_SURE_DIGITS = 3
_HALF = 0.5


def spread_sums(copy: Copy) -> Iterator[Link]:
    """Every sum that is told over several sentences."""
    for at, total in enumerate(copy.reading.claims):
        if total.value <= 0 or not _may_have_parts(copy.reading.claims, at):
            continue
        if copy.is_total(total):
            yield from _of_named_total(copy, total, _tied)
        elif copy.is_likely_total(total):
            yield from _of_named_total(copy, total, _surely_slipped)
    for _, claims in with_figures(copy.reading):
        yield from _divided_groups(copy, claims)
        yield from _taken_up(copy, claims)
        yield from _of_all(copy, claims)


def _may_have_parts(claims: Sequence[Claim], at: int) -> bool:
    """Are there smaller figures enough before or behind it, in the sentences that are looked at?"""
    if claims[at].zone == "list":
        return True
    before = range(at - 1, max(0, at - _MOST_NEAR) - 1, -1)
    behind = range(at + 1, min(len(claims), at + _MOST_NEAR))
    return any(_has_smaller(claims, claims[at], near) for near in (before, behind))


def _has_smaller(claims: Sequence[Claim], total: Claim, near: Iterable[int]) -> bool:
    found = 0
    for at in near:
        if not -_AROUND <= claims[at].sentence - total.sentence < _AROUND:
            return False
        found += 0 < claims[at].value < total.value
        if found == _FEWEST:
            return True
    return False


def _of_named_total(
    copy: Copy, total: Claim, tied: Callable[[Claim, Sequence[Claim]], bool]
) -> Iterator[Link]:
    """ "In all 780 came" with the figures before or behind it."""
    if copy.book.says("with_more", copy.after(total)):
        return
    around = _around(copy, total)
    before = [claim for claim in around if claim.end <= total.start]
    behind = [claim for claim in around if claim.start >= total.end]
    if _explained(total, before) or _explained(total, behind):
        return
    for parts in (before, behind):
        if not _FEWEST <= len(parts) <= _MOST or copy.of_another_time(total, parts):
            continue
        if tied(total, parts):
            yield breakdown(total, tuple(parts), complete=True, confidence="medium")
            return


def _around(copy: Copy, total: Claim) -> list[Claim]:
    """The figures near a total that may be its parts; all lines of its list."""
    sentences = range(_first(copy, total), total.sentence + _AROUND)
    return [
        claim
        for at in sentences
        for claim in figures(copy.reading, at)
        if claim is not total and _may_be_part(copy, total, claim) and not copy.is_bearer(claim)
    ]


def _first(copy: Copy, total: Claim) -> int:
    at = total.sentence
    while total.zone == "list" and any(c.zone == "list" for c in figures(copy.reading, at - 1)):
        at -= 1
    return min(at, max(0, total.sentence - _AROUND))


def _may_be_part(copy: Copy, total: Claim, claim: Claim) -> bool:
    if claim.role in ("factor", "delta") or not 0 < claim.value < total.value:
        return False
    if copy.before(claim).endswith("by "):
        return False  # "rises by £5 to £201"
    # "412 million crowns, while tiles brought in 265 million": the currency is said once.
    alike = summable(total, claim) or summable(claim, total)
    alike = may_contain(total, claim) if one_measure(total, claim) else alike
    return alike and (claim.kind == "money" or not stands_aside(copy, claim))


def _explained(total: Claim, claims: Sequence[Claim]) -> bool:
    """Do neighbours make the total, so that the others are about something else?"""
    said, *intervals = printed_together([total, *claims])
    ends = range(len(intervals) + 1)
    return any(
        sum_of(intervals[begin:end]).overlaps(said) for end in ends for begin in range(end - 1)
    )


def _tied(total: Claim, parts: Sequence[Claim]) -> bool:
    """Do the figures tell that they belong together, whatever they are said to count?

    A slip in three digits is no chance; others need nouns that fit. Parts that make somewhat less
    are no sign: some may be told elsewhere.
    """
    slipped = _slipped(total, parts)
    if slipped and len(digits(total.value)) >= _SURE_DIGITS:
        return True
    made = sum(part.value for part in parts)
    fitting = not any(nouns_clash(total, part) for part in parts)
    # Beside its own total a figure is no part of one list with those told before.
    beside = [part.sentence == total.sentence for part in parts]
    if any(beside) and not all(beside) and total.zone != "list":
        return False
    return fitting and (slipped or (made > total.value and _nearly(total.value, made)))


def _surely_slipped(total: Claim, parts: Sequence[Claim]) -> bool:
    of_one_class = {part.noun_class for part in parts} == {total.noun_class} != {""}
    # Sums of money in millions have few digits; in one sentence they are of one thing.
    money = any(part.kind == "money" and part.sentence == total.sentence for part in parts)
    sure = of_one_class or money or len(digits(total.value)) >= _SURE_DIGITS
    return sure and _slipped(total, parts)


def _slipped(total: Claim, parts: Sequence[Claim]) -> bool:
    return nearly(sum(part.value for part in parts), total.value)


def _nearly(said: float, made: float, share: float = _NEARLY) -> bool:
    return abs(made - said) <= max(1, share * said)


def _divided_groups(copy: Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "A litter of 13 ... The mother had eight boys and six girls": groups and who is in them."""
    for at in range(len(claims) - 1):
        if claims[at].head not in copy.lists.divided:
            continue
        parts = run(copy, claims[at:])
        if len(parts) < 2 or not copy.divide(parts):
            continue
        total = _group(copy, parts)
        if total is not None and _nearly(total.value, sum(part.value for part in parts)):
            yield breakdown(total, tuple(parts), complete=True, confidence="medium")
        return


def _of_all(copy: Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "21 wounded ... All the wounded were treated: nine in one clinic, six in another"."""
    for at, first in enumerate(claims):
        lead = copy.masked.text[copy.reading.sentences[first.sentence].start : first.start]
        found = copy.book.patterns["all_of"].search(lead)
        if found is None:
            continue
        parts = run(copy, claims[at:])
        totals = [c for c in counts_of(copy.reading, found["people"]) if c not in parts]
        one = len({claim.value for claim in totals}) == 1 and totals[0].role == "level"
        value = sum(part.value for part in parts)
        if one and len(parts) > 1 and _nearly(totals[0].value, value, _HALF):
            yield breakdown(totals[0], tuple(parts), complete=True, confidence="medium")
        return


def _group(copy: Copy, parts: Sequence[Claim]) -> Claim | None:
    """The group that the sentences before speak of, if they speak of one."""
    at = parts[0].sentence
    earlier = [c for i in range(max(0, at - _AROUND), at) for c in figures(copy.reading, i)]
    sizes = [claim for claim in earlier if copy.is_group(claim)]
    if not sizes and copy.book.says("they_were", copy.before(parts[0])):
        sizes = [claim for claim in earlier if claim.noun_class == parts[0].noun_class]
    if copy.book.says("of_them", copy.before(parts[0])):
        sizes = [c for c in figures(copy.reading, at - 1) if c.kind in ("number", "count")]
    return sizes[0] if len(sizes) == 1 else None


def _taken_up(copy: Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "Fifty firms replied. Thirty agreed, 12 refused and nine were unsure": more than replied.

    Bare figures that begin the next sentence count what the last one counted. They may leave some
    out, and so can only be too many, unless the last of them is the rest.
    """
    if sum(claim.kind in SUMMED for claim in claims) < 2:
        return
    rest = next((claim for claim in claims if copy.is_rest(claim)), None)
    total, bare = _taken(copy, claims, rest)
    if total is None or not all(_counts_the_same(total, c) for c in bare if c is not rest):
        return
    parts = bare if rest in bare else run(copy, bare)
    made, said = sum_of(map(printed, parts)), printed(total)
    shared_out = rest in parts or copy.is_divided(total)
    few = len(parts) < (2 if shared_out else _FEWEST)
    value = sum(part.value for part in parts)
    fits = value == total.value if copy.is_divided(total) else made.overlaps(said)
    if len(parts) != len(bare) or few or fits or copy.apart_in_time(parts):
        return
    if _nearly(total.value, value, 2 * _NEARLY) and (shared_out or value > total.value):
        exact = copy.is_divided(total)
        yield breakdown(total, tuple(parts), complete=shared_out, confidence="medium", exact=exact)


def _taken(
    copy: Copy, claims: Sequence[Claim], rest: Claim | None
) -> tuple[Claim | None, Sequence[Claim]]:
    """What the figures of a sentence count, and those up to the rest.

    It is what is "of the 46", or the only one of the sentence before.
    """
    counts = [claim for claim in claims if claim.kind in SUMMED and not _is_after(claim, rest)]
    if counts and copy.is_fronted(counts[0]):
        return counts[0], counts[1:]
    total = _only_figure(copy, counts[0].sentence - 1, counts) if counts else None
    if total and (rest is not None or copy.begins(counts[0]) or copy.is_divided(total)):
        return total, counts
    return None, ()


def _is_after(claim: Claim, rest: Claim | None) -> bool:
    return rest is not None and claim.start > rest.start


def _counts_the_same(total: Claim, claim: Claim) -> bool:
    fitting = not claim.noun or claim.head == total.head or total.kind not in ("number", "count")
    return claim.role == "level" and fitting


def _only_figure(copy: Copy, sentence: int, parts: Sequence[Claim]) -> Claim | None:
    """The one figure of a sentence that the parts can be parts of."""
    found = [
        claim
        for claim in figures(copy.reading, sentence)
        if claim.kind in SUMMED and not copy.is_number_of_parts(claim)
        if all(summable(claim, part) for part in parts)
    ]
    one = len(found) == 1 and (found[0].noun or found[0].kind not in ("number", "count"))
    return found[0] if one and found[0].role == "level" else None
