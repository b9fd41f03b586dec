"""Shares that leave no room for one another: sources of one supply, ways to come, single answers.

"48 percent of its power from dams, 33 from wind and 26 from gas": nothing is told twice. Answers of
which several may be given look the same, so the copy must say that there is one for each, or that
each answer leaves out the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.book import Book
from numcheck.links._common.wording import masked
from numcheck.links.shares._shares import Share, listed
from numcheck.links.shares._sides import stands_alone
from numcheck.model import Reading

_FEWEST, _BOTH = 3, 2


def exclude_one_another(reading: Reading, wordings: Book, shares: Sequence[Share]) -> bool:
    """Is each of the listed shares one that no other can be counted in?"""
    if not listed(wordings, shares) or any(share.whole for share in shares[1:]):
        return False
    if any(wordings.says("of_some", share.before) for share in shares):
        return False
    near = around(reading, shares)
    if asks_for_several(reading, wordings, near):
        return False
    if _asks_for_one(reading, wordings, near):
        return True
    if len(shares) < _FEWEST:
        return wordings.says("origin", shares[0].after) and _one_way(wordings, shares)
    if any(wordings.says("leaves_out", share.after) for share in shares):
        return True
    answers = [share for share in shares if not wordings.says("neither", share.after)]
    if any(stands_alone(wordings, share) for share in answers):
        return False
    return len(answers) < len(shares) or _one_way(wordings, shares)


def asks_for_several(reading: Reading, wordings: Book, where: slice) -> bool:
    """Does the copy say there that several answers could be given?"""
    # Not in the masked copy: "several" and "one" are figures.
    near = reading.text[where].lower()
    return wordings.says("many_answers", near) and not _says_one(wordings, near)


def _asks_for_one(reading: Reading, wordings: Book, where: slice) -> bool:
    told = wordings.says("one_answer", masked(reading).text[where])
    return told or _says_one(wordings, reading.text[where].lower())


def _says_one(wordings: Book, near: str) -> bool:
    """ "Nobody gave more than one answer", but not "hardly anyone gave only one"."""
    return wordings.says("one_only", near) and not wordings.says("one_by_chance", near)


def around(reading: Reading, shares: Sequence[Share]) -> slice:
    """The sentence of the shares, with the ones before and after it."""
    at = shares[0].claim.sentence
    first, last = max(0, at - 1), min(at + 1, len(reading.sentences) - 1)
    return slice(reading.sentences[first].start, reading.sentences[last].end)


def _one_way(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "came by car, 34 percent by coach", "48 percent of its power from dams, 33 from wind"."""
    first = shares[0]
    told = f"{first.before}%{first.after}"
    ways = [wordings.patterns["way"].match(share.after) for share in shares[1:]]
    begins = wordings.patterns["way_begins"].search(told)
    if begins is None:
        return False
    by = begins[begins.lastgroup or 0]
    return all(way and way["by"] == by for way in ways)


def makes_up(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "The garden is 55 percent lawn, 30 percent trees and 25 percent water"."""
    before = shares[0].before
    if not wordings.says("made_up_of", before) or wordings.says("not_made_up", before):
        return False
    if not all(wordings.says("ingredient", share.after) for share in shares):
        return False
    sexes = [share for share in shares if wordings.says("sex", share.after)]
    if sexes and len(sexes) < len(shares):
        return False  # "60 percent girls, 55 percent from abroad"
    return all(wordings.says("next_ingredient", share.before) for share in shares[1:])


def counts_or_grades(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "have one car, 30 percent two and 22 percent none"; "too high, about right, too low"."""
    if len(shares) < _FEWEST or any(share.whole for share in shares[1:]):
        return False
    counted = all(wordings.says("so_many", share.after) for share in shares[1:])
    graded = sum(wordings.says("on_a_scale", share.after) for share in shares)
    return counted or graded == len(shares)


def held_by_names(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Hanna Orts had 41 percent, Piet Lamm 37 percent and the fourth candidate 14 percent"."""
    return len(shares) >= _FEWEST and all(
        wordings.says("holder", share.before) and wordings.says("held_alone", share.after)
        for share in shares[1:]
    )


def of_one_market(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Diesel cars had a market share of 44 percent, petrol cars 41 percent and vans 23"."""
    said = wordings.says("market_share", shares[0].before)
    named = all(wordings.says("next_owner", share.before) for share in shares[1:])
    return said and len(shares) >= _FEWEST and named


def handed_out(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Invested 60 percent in shares, 35 in bonds and 15 in cash"."""
    if any(wordings.says("measure", share.before) for share in shares):
        return False
    first = f"{shares[0].before}%{shares[0].after}"
    enough = len(shares) >= _FEWEST or wordings.says("borne", first)
    return enough and listed(wordings, shares) and _one_way(wordings, shares)


def denied(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "65 percent were satisfied, while 43 percent were not"."""
    last = shares[-1]
    return len(shares) == _BOTH and not last.whole and wordings.says("denied", last.after)


def shared_rest(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "A bank has 28 percent; the rest is split between the city, with 44, and the province"."""
    return any(wordings.says("the_rest", share.before) for share in shares[1:])
