"""Shares that cannot overlap: the sides of a question, the parties of a vote, a further share."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.book import Book
from numcheck.links._common.wording import masked
from numcheck.links.shares._choices import goes_on_to_hold
from numcheck.links.shares._owners import own_together
from numcheck.links.shares._shares import Share, is_elsewhere, listed
from numcheck.model import Reading


def is_contest(reading: Reading, wordings: Book, at: int) -> bool:
    """Does a sentence, or one of the two before it, tell of a vote or a poll on one?"""
    begin = reading.sentences[max(0, at - 2)].start
    lead = masked(reading).text[begin : reading.sentences[at].end]
    return wordings.says("contest", lead) and not wordings.says("rated", lead)


def going_on(
    wordings: Book, before: Sequence[Share], shares: Sequence[Share], *, contest: bool
) -> list[Share]:
    """The shares of two sentences of which the second goes on where the first ended, if it does.

    "41 percent chose Orr and 38 percent Bell. Another 26 percent were undecided."
    """
    if not before or not shares or any(is_elsewhere(wordings, share) for share in before):
        return []
    if wordings.says("asks_anew", shares[0].before):
        return []
    if any(wordings.says("had_by_each", share.after) for share in before):
        return []
    if own_together(wordings, before, shares):
        return [*before, *shares]
    last = shares[0]
    if wordings.says("further", last.before) and not last.whole:
        return [*before, *shares] if listed(wordings, shares) else [*before, last]
    if _is_undecided(last):
        asked = opposed(before) or (contest and len(before) > 1 and listed(wordings, before))
        return [*before, last] if asked else []
    if contest and len(shares) > 1 and len(before) == 1 and _are_parties(wordings, shares):
        return [*before, *shares]
    if contest and len(shares) == 1 and goes_on_to_hold(wordings, before, last):
        return [*before, last]
    both = len(before) == 1 and _are_sides(wordings, before[0], last)
    return [before[0], last] if both else []


def _is_undecided(share: Share) -> bool:
    return "vote_neutral" in share.sides


def _are_parties(wordings: Book, shares: Sequence[Share]) -> bool:
    alone = any(stands_alone(wordings, share) for share in shares)
    limited = wordings.says("limited", shares[0].before)
    return listed(wordings, shares) and not alone and not limited


def _are_sides(wordings: Book, one: Share, other: Share) -> bool:
    """For and against one thing, the winner and the only rival, two sources of one whole?"""
    if "vote_rival" in other.sides:
        timed = wordings.says("at_a_time", other.before)
        return wordings.says("winning", one.before) and not timed
    if one.whole and not other.whole and wordings.says("producing", one.before):
        return wordings.says("producing", other.before)
    if not opposed([one, other]) or wordings.says("of_others", other.after):
        return False
    if wordings.says("those", other.before) and one.whole in wordings.words["divided"]:
        return True
    if not wordings.says("bare_start", other.before):
        return False
    return wordings.says("bare_start", one.before) or wordings.says("on_it", other.after)


def opposed(shares: Sequence[Share]) -> list[Share]:
    """The shares that are on different sides of one question, named all after or all before."""
    for named in (_named_after, _named_before, _named_at_all):
        found = [share for share in shares if named(share)]
        names = {named(share) for share in found}
        questions = {name.split("_")[0] for name in names}
        if len(found) >= 2 and len(names) == len(found) and len(questions) == 1:
            # "62 percent support the tunnel, 48 percent oppose the bridge" are two questions.
            topics = {share.topic for share in found} - {""}
            return found if len(topics) < 2 else []
    return []


def _named_after(share: Share) -> str:
    return share.sides[0]


def _named_before(share: Share) -> str:
    return share.sides[1]


def _named_at_all(share: Share) -> str:
    return share.sides[0] or share.sides[1]


def stands_alone(wordings: Book, share: Share) -> bool:
    """Is it an answer beside others that one may give as well, or no share of a whole?"""
    text = share.before + "|" + wordings.patterns["attribution"].sub("", share.after)
    return wordings.says("several", text) or wordings.says("measure", text)
