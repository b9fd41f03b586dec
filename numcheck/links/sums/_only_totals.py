"""A list and the only figure near it that can be its total, whatever the words between them.

"Five were weavers, four dyers and three carders" after "Eleven people were held" needs no word that
says so: the list is all that its sentence counts, one larger figure of its measure stands near,
and what the list makes is that figure but for a slip, or a little more than it. Where the figures
near by, or a word for a rest, can tell what is between the two, nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from numcheck.links._common.belongs import nouns_clash, one_measure
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.figures import printed_together, some_make, sum_of
from numcheck.links._common.near import around, is_count
from numcheck.links._common.slips import digits, nearly
from numcheck.links._common.wording import figures, with_figures
from numcheck.links.sums._lists import SUMMED, Copy, breakdown, run, summable
from numcheck.links.sums._total import is_cost
from numcheck.model import Claim, Link

_NO_PROSE = SILENT_ZONES | {"list", "table"}
_PAIR, _FEWEST, _MOST = 2, 3, 8
_AROUND = 2  # sentences
#: More than the total by this share is too much for one figure of a list to be wrong.
_OVER = 0.15
_NEXT = 80  # characters
#: Figures further apart than this are of other things, slip or not.
_FAR = 0.5
#: The last digit is no carried one.
_FEW_STEPS = 5
_EXACTLY = 1e-9


def only_totals(copy: Copy) -> Iterator[Link]:
    """Every list that does not make the one figure that it can be of."""
    for _, claims in with_figures(copy.reading):
        parts = _list(copy, claims) if len(claims) >= _PAIR else ()
        total = _only_total(copy, parts) if parts else None
        if total is not None and _is_wrong(copy, total, parts):
            yield breakdown(total, tuple(parts), complete=True, confidence="medium")


def _list(copy: Copy, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The list that is all a sentence counts, but for one figure before it."""
    counted = [c for c in claims if c.kind in SUMMED and c.zone not in _NO_PROSE]
    for first, claim in enumerate(counted[:2]):
        like = [c for c in counted[first:] if c is claim or summable(claim, c)]
        parts = run(copy, like)
        if len(parts) == len(like) and _PAIR <= len(parts) <= _MOST and _adds_up(copy, parts):
            return parts
    return ()


def _adds_up(copy: Copy, parts: Sequence[Claim]) -> bool:
    """Can the parts be added: no prices, heights or places along a road?"""
    exact = all(c.bound == "exact" and c.role == "level" and not c.per for c in parts)
    return exact and not copy.book.says("not_added", copy.sentence(parts[0]))


def _only_total(copy: Copy, parts: Sequence[Claim]) -> Claim | None:
    """The one larger figure near a list that it can be of."""
    most = max(part.value for part in parts)
    near = around(copy.reading, parts[0].sentence, _AROUND, _AROUND)
    larger = [c for c in near if c.value > most and _is_of_measure(c, parts)]
    if len({claim.value for claim in larger}) != 1:
        return None
    total = larger[0]
    return total if _can_be_of(copy, total, parts) else None


def _is_of_measure(claim: Claim, parts: Sequence[Claim]) -> bool:
    return claim.kind in SUMMED and claim not in parts and summable(claim, parts[0])


def _can_be_of(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    if total.bound != "exact" or total.role != "level" or total.value == len(parts):
        return False
    if is_count(total) and not total.noun and not copy.is_total(total):
        return False
    if len(parts) < _FEWEST and not _is_of_both(copy, total, parts):
        return False
    apart = copy.apart_in_time(parts) and total.start < parts[0].start
    if apart and not copy.book.says("spanned", copy.sentence(total)):
        return False  # "It stood at 150 in May. In June it was 40, in July 60 ..."
    if any(_clash(copy, total, part) for part in parts) and not _are_games(copy, total, parts):
        return False
    if not is_count(total) and not _is_tied(copy, total, parts):
        return False
    return not (copy.of_another_time(total, parts) or _is_one_more(copy, total, parts))


def _is_of_both(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """ "The two mines employ 2,100 men. The upper has 1,240 and the lower 860"."""
    two = any(is_count(c) and c.value == _PAIR for c in figures(copy.reading, total.sentence))
    beside = 0 < abs(total.sentence - parts[0].sentence) < _AROUND
    # "Cut 140 posts at sea and 85 on shore ... the 245 redundancies": no other figure is near.
    meant = copy.book.says("the_sum", copy.before(total)) and total.start > parts[-1].end
    sure = meant and min(len(digits(c.value)) for c in (total, *parts)) > 1
    return sure or (beside and (two or copy.book.says("of_both", copy.sentence(total))))


def _is_tied(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """Does a sum of money or a measure speak of the list, or the list of it?

    Of counts the noun tells; what is spent or weighed may be anything.
    """
    after = copy.after(total)
    if copy.book.says("no_sum", after):
        return False
    if total.sentence < parts[0].sentence:
        start = copy.reading.sentences[parts[0].sentence].start
        return copy.book.says("goes_on_with_it", copy.masked.text[start : parts[0].start])
    if copy.book.says("with_more", after) or copy.book.says("of_others", after):
        return False
    if total.sentence == parts[0].sentence or copy.is_total(total) or is_cost(copy.reading, total):
        return True
    here = figures(copy.reading, total.sentence)
    listed = any(c.value == len(parts) and c is not total for c in here)
    return listed or copy.book.says("speaks_of_list", copy.before(total))


def _clash(copy: Copy, total: Claim, part: Claim) -> bool:
    """Do they count different things? "118 thefts of cattle, 64 of horses" counts thefts."""
    return is_count(total) and not copy.after(part).startswith(" of ") and nouns_clash(total, part)


def _are_games(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """ "After 19 matches. In those games he managed five wins, six draws and seven defeats"."""
    return total.head in copy.lists.games and copy.divide(parts) and _goes_back(copy, parts)


def _goes_back(copy: Copy, parts: Sequence[Claim]) -> bool:
    """Does the sentence of a list say that it is of what was just told: "in those games"?"""
    start = copy.reading.sentences[parts[0].sentence].start
    return copy.book.says("of_it", copy.masked.text[start : parts[0].start])


def _is_one_more(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """ "£80 on a veil, £40 on nails ... Her sister spent £160 on a hat": is it like its parts?"""
    found = [copy.book.patterns["parallel"].match(copy.after(c)) for c in (*parts, total)]
    said = [one["by"] for one in found if one]
    return len(said) == len(found) and len(set(said)) == 1


def _is_wrong(copy: Copy, total: Claim, parts: Sequence[Claim]) -> bool:
    """Is what the list makes the total but for a slip, with nothing that tells of a difference?"""
    said, *made_of = printed_together((total, *parts))
    made = sum(part.value for part in parts)
    if sum_of(made_of).overlaps(said) or some_make(made_of, said):
        return False
    apart = abs(made - total.value) / total.value
    if apart > _FAR:
        return False
    over = len(parts) >= _FEWEST and 0 < made - total.value <= max(1, _OVER * total.value)
    called = apart <= _OVER and (
        copy.is_total(total)
        or copy.takes_all(total)
        or _goes_back(copy, parts)
        or copy.book.says("last_part", copy.before(parts[-1]))
    )
    if not (nearly(made, total.value) or _is_carried(total, parts, made) or over or called):
        return False
    return not _is_told(copy, total, parts, abs(made - total.value))


def _is_carried(total: Claim, parts: Sequence[Claim], made: float) -> bool:
    """Did one who added up carry one too many or too few: 9.2 for 10.2?"""
    apart = abs(made - total.value)
    power = math.log10(apart)
    whole = abs(power - round(power)) < _EXACTLY
    return whole and apart > _FEW_STEPS * min(claim.step for claim in (total, *parts))


def _is_told(copy: Copy, total: Claim, parts: Sequence[Claim], missing: float) -> bool:
    """Is what is between the two told near by, as a figure or as a rest?"""
    near = around(copy.reading, parts[0].sentence, _AROUND, _AROUND)
    made = sum(part.value for part in parts)
    if any(c.value in (missing, made) and c not in parts and one_measure(total, c) for c in near):
        return True
    end = copy.reading.sentences[parts[0].sentence].end
    told = copy.sentence(parts[0]) + copy.masked.text[end : end + _NEXT]
    return copy.book.says("leftover", told)
