"""Is it of these two figures that the copy tells the change?

Where they stand beside it the grammar tells, elsewhere what moves and what the later sentence is
about. Where neither does, a change that is a slip of what the two make may be of no others.
"""

from __future__ import annotations

from itertools import pairwise

from numcheck.links._common.near import said_of, worth
from numcheck.links._common.slips import nearly
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_search import Search, all_like, points_back, side_by_side
from numcheck.links.changes._topic import is_price, topic
from numcheck.links.changes._two_times import has_new_name, of_two_times
from numcheck.model import Claim, Span

#: A slip in so large a change is no chance; below the other every two figures look like slips.
_SURE, _FEW = 100, 10


def belongs(search: Search, pair: tuple[Claim, Claim], *, by_time: bool = False) -> bool:
    """Is it of these two that the copy tells the change?

    `by_time`: it is the way the change goes that has told which of the two is the old one.
    """
    verb = _verb(search)
    things = topic(search.reading, verb) if verb else frozenset()
    if is_price(things) and all(claim.kind != "money" for claim in pair):
        return False  # "doubled its fares. It will run 45 buses instead of 30"
    if _is_listed(search, pair) or any(_is_of_another(search, claim) for claim in pair):
        return False
    if by_time:
        return of_two_times(search, pair, things)
    if _is_slip_of(search, pair):
        return True
    beside = [claim.sentence == search.stated.sentence for claim in pair]
    if all(beside):
        return _in_one_breath(search, pair)
    if any(beside):
        return not search.is_share and _beside_one(search, pair)
    return points_back(search) or _takes_up(search, pair)


def _takes_up(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "Fares go up by 50 cents. They will be 2.80 instead of 2.10": is it what moved?"""
    next_one = search.stated.sentence + 1
    if any(claim.sentence != next_one for claim in pair):
        return False
    first = min(pair, key=lambda claim: claim.start)
    begin = search.reading.sentences[next_one].start
    return search.book.says("takes_up", masked(search.reading).text[begin : first.start])


def _is_slip_of(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Is the stated amount what the two make but for a slip, and no other figure of its unit near?

    "Rose by 2,300 ... 16,800 in July against 13,500": of three figures that no word ties, a chance
    slip in as many digits is rare. In fewer digits the change must stand between the two, as who
    was hired does between how many there were and how many there are.
    """
    stated, (old, new) = search.stated, pair
    told_old = said_of(search.reading, old, search.book, "old")
    if search.is_share or not (told_old or said_of(search.reading, new, search.book, "now")):
        return False
    if not nearly(abs(worth(new) - worth(old)), worth(stated)):
        return False
    between = old.start < stated.start < new.start
    others = [c for c in all_like(search) if c not in pair and worth(c) > worth(stated) / _FEW]
    return worth(stated) >= (_FEW if between else _SURE) and not others


def _is_of_another(search: Search, claim: Claim) -> bool:
    """ "The league lost 260. Its rival has 1,280 members": of somebody else?"""
    if claim.sentence == search.stated.sentence:
        return False
    text = masked(search.reading).text[slice(*search.reading.sentences[claim.sentence])]
    return search.book.says("another_one", text) or has_new_name(search, claim)


def _is_listed(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "Hired 40 in Lund, 35 in Oslo and 60 in Bergen": three items of one list."""
    told = sorted((search.stated, *pair), key=lambda claim: claim.start)
    text = masked(search.reading).text
    return all(search.book.says("listed", text[a.end : b.start]) for a, b in pairwise(told))


def _in_one_breath(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Do the change and the nearer of the two stand in one clause, or side by side?"""
    stated = search.stated
    if stated.kind == "percent" and said_of(search.reading, pair[0], search.book, "another_year"):
        return False
    first, last = sorted(pair, key=lambda claim: claim.start)
    if first.start < stated.start < last.start:
        near = [(first, stated), (stated, last)]
    else:
        near = [(stated, first) if stated.start < first.start else (last, stated)]
    return all(side_by_side(search, one, other) for one, other in near)


def _beside_one(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "lost 2,200 of its members, to 8,600. It had 10,800 in May"."""
    here = next(claim for claim in pair if claim.sentence == search.stated.sentence)
    return side_by_side(search, *sorted((search.stated, here), key=lambda claim: claim.start))


def _verb(search: Search) -> Span | None:
    """The verb of movement that the stated change belongs to."""
    if search.stated.role == "factor":
        return Span(search.stated.start, search.stated.end)
    sentence = search.reading.sentences[search.stated.sentence]
    text = masked(search.reading).text
    found = [*search.book.patterns["verb"].finditer(text, sentence.start, search.stated.start)]
    return Span(*found[-1].span()) if found else None
