"""Shares of those who choose one thing each: votes, favourites, the one answer that is asked for.

"57 percent voted to accept and 49 percent to strike": the verb is said once and holds for all of
them, so nobody is in two. In a vote it is enough that each share is somebody's ("Tello had 48
percent and Quishpe 39. The third candidate took 21 percent").
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.book import Book
from numcheck.links.shares._shares import Share, listed

_BOTH = 2


def choose(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "61 percent would pick a dog and 44 a cat": one verb of choosing for all of them?"""
    first, *others = shares
    if any(share.whole for share in others) or not listed(wordings, others):
        return False
    if not wordings.says("chooses", first.after) or not wordings.says("join", others[0].before):
        return False
    return all(
        wordings.says("chosen", share.after) or "vote_neutral" in share.sides for share in others
    )


def beaten(wordings: Book, shares: Sequence[Share], *, contest: bool) -> bool:
    """ "She took 56 percent; her opponent Jan Reet 47 percent"."""
    one, other = shares[0], shares[-1]
    if len(shares) != _BOTH or one.whole not in ("", *wordings.words["divided"]):
        return False
    if not contest and not wordings.says("winning", one.before):
        return False
    return wordings.says("rival_has", other.before) and wordings.says("held_alone", other.after)


def in_duel(wordings: Book, shares: Sequence[Share], lead: str) -> bool:
    """ "In the run-off Costa took 56.2 percent and Lima 46.8 percent"."""
    if len(shares) != _BOTH or not wordings.says("duel", lead):
        return False
    one, other = shares
    held = wordings.says("holder", other.before) and wordings.says("held_alone", other.after)
    return held and not other.whole and wordings.says("gets", one.before)


def goes_on_to_hold(wordings: Book, before: Sequence[Share], last: Share) -> bool:
    """Is the share that of one more of those whose shares of a vote the sentence before told?"""
    if len(before) < _BOTH or last.whole not in ("", *wordings.words["divided"]):
        return False
    if not wordings.says("gets", before[0].before) or not listed(wordings, before):
        return False
    named = all(wordings.says("holder", share.before) for share in before[1:])
    return named and _is_held(wordings, last)


def _is_held(wordings: Book, share: Share) -> bool:
    timed = wordings.says("at_a_time", share.before.replace("@", "", 1))
    gets = wordings.says("gets", share.before) and wordings.says("held_alone", share.after)
    return gets and not timed and not wordings.says("limited", share.before)
