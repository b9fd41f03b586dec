"""Votes cast in a body of known size: "The 80-member council passed the plan by 54 votes to 41".

More cannot have voted than there are members. The size is that of the only body that the sentence
of the vote, or one beside it, tells; where that sentence names another body, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from numcheck.links._common.near import is_count
from numcheck.links._common.wording import figures, with_figures
from numcheck.links.sums._lists import Copy, breakdown
from numcheck.model import Claim, Link

_AROUND = 1  # sentences
_SIDES = 2


def vote_sums(copy: Copy) -> Iterator[Link]:
    """Every vote of more than the body has members."""
    for at, claims in with_figures(copy.reading):
        several = len(claims) > 1 or claims[0].kind == "score"
        sides = _sides(copy, claims) if several and _is_vote(copy, at) else ()
        body = _body(copy, at, sides) if sides else None
        if body is not None:
            link = _link(body, sides)
            if link.facts["made"].low > link.facts["said"].high:
                yield link


def _is_vote(copy: Copy, at: int) -> bool:
    return copy.book.says("vote", _sentence(copy, at))


def _sentence(copy: Copy, at: int) -> str:
    return copy.masked.text[slice(*copy.reading.sentences[at])]


def _sides(copy: Copy, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The votes for and against, as one score or as two counts, and those who abstained."""
    scores = [c for c in claims if c.kind == "score" and len(c.parts) == _SIDES]
    pairs = [
        (left, right)
        for left, right in pairwise(claims)
        if is_count(left)
        and is_count(right)
        and copy.book.says("to_votes", copy.between(left, right))
    ]
    if len(scores) + len(pairs) != 1:
        return ()
    if scores and not all(part == int(part) for part in scores[0].parts):
        return ()
    told = pairs[0] if pairs else (scores[0],)
    neither = [c for c in claims if is_count(c) and copy.book.says("abstains", copy.after(c))]
    return (*told, *(claim for claim in neither if claim not in told))


def _body(copy: Copy, at: int, sides: Sequence[Claim]) -> Claim | None:
    """The size of the body that voted, if just one is told."""
    first, last = max(0, at - _AROUND), min(at + _AROUND, len(copy.reading.sentences) - 1)
    sizes = [
        claim
        for near in range(first, last + 1)
        for claim in figures(copy.reading, near)
        if claim not in sides and is_count(claim) and _is_size(copy, claim)
    ]
    if len({claim.value for claim in sizes}) != 1:
        return None
    named = set(copy.book.patterns["bodies"].findall(_sentence(copy, at)))
    there = _sentence(copy, sizes[0].sentence)
    one = len(named) < 2 and all(name in there for name in named)
    return sizes[0] if one else None


def _is_size(copy: Copy, claim: Claim) -> bool:
    if copy.is_group(claim):
        return True
    seats = copy.book.says("seats", copy.after(claim))
    return seats and copy.book.says("has_seats", copy.before(claim))


def _link(body: Claim, sides: tuple[Claim, ...]) -> Link:
    """The vote as parts of the body; the two sides of a score are told by one figure."""
    counted = [replace(c, value=v, low=v, high=v) for c in sides for v in c.parts or (c.value,)]
    link = breakdown(body, tuple(counted), complete=False, confidence="medium")
    return replace(link, roles={"total": body, "parts": sides})
