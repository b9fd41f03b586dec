"""Is it of these two figures that the copy tells the change?

Where they stand beside it the grammar tells, elsewhere what moves and what the later sentence is
about. Where neither does, a change that is a slip of what the two make may be of no others.
"""

from __future__ import annotations

from itertools import pairwise

from numcheck.links._common.near import is_count, said_of, worth
from numcheck.links._common.slips import nearly
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_search import Search, all_like, points_back, side_by_side
from numcheck.links.changes._topic import is_price, speaks_of, topic
from numcheck.model import Claim, Span

#: A slip in so large a change is no chance; below the other every two figures look like slips.
_SURE, _FEW = 100, 10


def belongs(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Is it of these two that the copy tells the change?"""
    verb = _verb(search)
    things = topic(search.reading, verb) if verb else frozenset()
    if is_price(things) and pair[0].kind != "money":
        return False  # "doubled its fares. It will run 45 buses instead of 30"
    if _is_listed(search, pair) or any(_tells_of_another(search, claim) for claim in pair):
        return False
    if _is_slip_of(search, pair):
        return True
    beside = [claim.sentence == search.stated.sentence for claim in pair]
    if all(beside):
        return _in_one_breath(search, pair)
    return _beside_one(search, pair) if any(beside) else _told_of(search, things, pair)


def _told_of(search: Search, things: frozenset[str], pair: tuple[Claim, Claim]) -> bool:
    """Is a sentence before or after that of the change about what changed?"""
    stated = search.stated
    if points_back(search):
        return True
    if is_count(stated) and stated.head and stated.head in (pair[0].head, pair[1].head):
        return True
    later = tuple(sorted(pair, key=lambda claim: claim.start))
    if stated.kind == "money" and said_of(search.reading, later[0], search.book, "paid"):
        return True
    next_to_it = {claim.sentence for claim in pair} == {stated.sentence + 1}
    if next_to_it and said_of(search.reading, pair[0], search.book, "contrasted"):
        return True
    return speaks_of(search.reading, things, later) or _counted(search, later)


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


def _tells_of_another(search: Search, claim: Claim) -> bool:
    """ "The league lost 260. Its rival has 1,280 members": of somebody else?"""
    sentence = search.reading.sentences[claim.sentence]
    text = masked(search.reading).text[slice(*sentence)]
    return claim.sentence != search.stated.sentence and search.book.says("another_one", text)


def _is_listed(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "Hired 40 in Lund, 35 in Oslo and 60 in Bergen": three items of one list."""
    told = sorted((search.stated, *pair), key=lambda claim: claim.start)
    text = masked(search.reading).text
    return all(search.book.says("listed", text[a.end : b.start]) for a, b in pairwise(told))


def _summed_up(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "paid 2 euros until May. From June they pay 3, an increase of 50 percent"."""
    old, new = pair
    in_order = old.sentence + 1 == new.sentence == search.stated.sentence
    if not in_order or new.start > search.stated.start:
        return False
    told = said_of(search.reading, search.stated, search.book, "sums_up")
    return told and side_by_side(search, new, search.stated)


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
    if search.is_share:
        return _was_it(search, pair) or _summed_up(search, pair)
    here = next(claim for claim in pair if claim.sentence == search.stated.sentence)
    return side_by_side(search, *sorted((search.stated, here), key=lambda claim: claim.start))


def _was_it(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """ "climbed 30 percent to 6.0 million. A year earlier it had been 5.0 million"."""
    old, new = pair
    if new.sentence != search.stated.sentence or old.sentence != new.sentence + 1:
        return False
    told = said_of(search.reading, old, search.book, "was_it")
    return told and side_by_side(search, *sorted((search.stated, new), key=lambda c: c.start))


def _counted(search: Search, pair: tuple[Claim, ...]) -> bool:
    """ "has tripled. In 2014 there were 40, today there are 90": figures without a noun."""
    stated, first = search.stated, pair[0]
    beside = first.sentence == pair[-1].sentence == stated.sentence + 1
    bare = all(claim.kind in ("number", "measure") and not claim.noun for claim in pair)
    return beside and bare and said_of(search.reading, first, search.book, "counted")


def _verb(search: Search) -> Span | None:
    """The verb of movement that the stated change belongs to."""
    if search.stated.role == "factor":
        return Span(search.stated.start, search.stated.end)
    sentence = search.reading.sentences[search.stated.sentence]
    text = masked(search.reading).text
    found = [*search.book.patterns["verb"].finditer(text, sentence.start, search.stated.start)]
    return Span(*found[-1].span()) if found else None
