"""The old and the new figure that a change may be of: the only way to take them."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.near import is_count, said_of, worth
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_search import (
    AROUND,
    KINDS,
    SHARES,
    Search,
    is_delta,
    is_step,
    like,
    of_different_things,
    points_back,
)
from numcheck.links.changes._two_times import by_direction, goes_with, is_own_level
from numcheck.model import Claim

_PLACE = "place"


def levels_near(search: Search) -> list[Claim]:
    """The figures near a change that it may be of."""
    return [claim for claim in search.near if _is_level(search, claim)]


def nearest_pair(
    search: Search, levels: Sequence[Claim], *, by_time: bool = False
) -> tuple[Claim, Claim] | None:
    """The only way to take an old and a new figure from the sentences nearest to the change.

    Which of the two is the old one is told by words for it, or `by_time`, by the change's own way.
    """
    at, find = search.stated.sentence, by_direction if by_time else _pair
    for sentences in ((at,), (at, at + 1), (at - 1, at), range(at - AROUND, at + AROUND + 1)):
        here = [claim for claim in levels if claim.sentence in sentences]
        pair = find(search, here) if len(here) >= 2 else None
        if pair is not None and _leaves_out_its_own(search, pair):
            return None  # "Turnover rose 47% to £253m. It sold 2,107 cars, compared with 1,398"
        if pair is not None and (by_time or goes_with(search, pair)):
            return pair
        if pair is not None:
            # "The herd has grown: 60 in May, and 85 today": what it is today is rarely what it was.
            return pair[::-1] if said_of(search.reading, pair[0], search.book, "now") else None
    return None


def _leaves_out_its_own(search: Search, pair: tuple[Claim, Claim]) -> bool:
    return any(is_own_level(search, claim) for claim in search.near if claim not in pair)


def _pair(search: Search, levels: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The old and the new figure; None where there is more than one way to take them."""
    old = [c for c in levels if said_of(search.reading, c, search.book, "old")]
    led = [c for c in old if said_of(search.reading, c, search.book, "contrasted")]
    old = led if len(led) == 1 else old
    if len(old) == len(levels) == 2 and not search.is_share:
        return old[0], old[1]  # "10,800 on January 1 and 8,600 on December 31"
    if not old and len(levels) == 2 and like(*levels) and _in_order(search, levels):
        return levels[0], levels[1]  # "180 in May and 240 by June. It was a rise of 90."
    if len(old) != 1:
        return None
    rest = [c for c in levels if c is not old[0] and worth(c) != worth(old[0])]
    new = [c for c in rest if like(c, old[0]) and _of_one_thing(c, old[0])]
    nearest = [c for c in new if _is_near_old(search, old[0], c)]
    return (old[0], nearest[0]) if len(nearest) == 1 == len(new) else None


def _is_near_old(search: Search, old: Claim, new: Claim) -> bool:
    """Does no more than the sentence of the change stand between the two?"""
    first, last = sorted((old.sentence, new.sentence))
    return last - first <= (2 if first < search.stated.sentence < last else 1)


def _in_order(search: Search, levels: Sequence[Claim]) -> bool:
    """Are the two told in the order of their times?"""
    first, last = levels
    if points_back(search):
        return True
    says = search.book.says
    between = masked(search.reading).text[first.end : last.start]
    return says("later", between) or said_of(search.reading, last, search.book, "now")


def _is_level(search: Search, claim: Claim) -> bool:
    """Is it a figure that may have changed by the stated one?"""
    stated = search.stated
    if claim is stated or claim.kind not in KINDS or claim.kind == "ratio" or worth(claim) <= 0:
        return False
    if claim.kind == "duration" != stated.kind:
        return False  # how long it took, most often
    if claim.kind == stated.kind == "percent" == stated.unit:
        return False  # shares beside shares
    if stated.kind not in SHARES and not _of_one_thing(claim, stated):
        return False
    if is_step(search.reading, claim) or is_delta(search.reading, search.book, claim):
        return False
    return not said_of(search.reading, claim, search.book, "forecast")


def _of_one_thing(one: Claim, other: Claim) -> bool:
    # "180 euros a tonne in May, 270 euros in June"
    if not like(one, other) or len({_per(one), _per(other)} - {""}) > 1:
        return False
    # "164 films from 52 countries"
    places = is_count(one) and {one.noun_class, other.noun_class} > {_PLACE}
    return not places and not of_different_things(one, other)


def _per(claim: Claim) -> str:
    return claim.unit.partition(" / ")[2]
