"""Percentages that divide one whole: for and against, the holders of a company, "the remaining 24".

Percentages often stand side by side without dividing anything (growth rates, answers of which
several may be given, men and women). Only wordings that leave no such reading make a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from numcheck.links._figures import number, printed, sum_of
from numcheck.links._wording import Book, book, masked
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    "shares-of",
    "Percentages that divide one whole between them.",
    roles=("last", "others"),
    facts=("made", "added", "makes", "complete"),
)
_WHOLE = Interval(100, 100)


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage with the wording before and after it, up to its neighbours."""

    claim: Claim
    before: str
    after: str
    whole: str
    side: str


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every set of percentages that can only divide one whole."""
    wordings = book("shares-of", reading.document.language)
    earlier: list[_Share] = []
    for at in range(len(reading.sentences)) if wordings.patterns else ():
        shares = _shares(reading, wordings, at)
        yield from _remainders(wordings, earlier, shares)
        if len(shares) >= 2 and not any(_elsewhere(wordings, share) for share in shares):
            yield from _divisions(wordings, shares)
        earlier = shares


def _shares(reading: Reading, wordings: Book, at: int) -> list[_Share]:
    claims = [c for c in reading.in_sentence(at) if c.kind == "percent" and c.unit == "percent"]
    if not claims:
        return []
    text = masked(reading).text
    begin, end = reading.sentences[at]
    edges = [begin, *(claim.end for claim in claims)], [*(claim.start for claim in claims), end]
    return [
        _share(wordings, claim, text[edges[0][i] : claim.start], text[claim.end : edges[1][i + 1]])
        for i, claim in enumerate(claims)
    ]


def _share(wordings: Book, claim: Claim, before: str, after: str) -> _Share:
    whole = wordings.patterns["own_whole"].match(after)
    side = wordings.patterns["side"]
    found = side.search(after) or side.search(before)
    name = found.lastgroup if found else ""
    return _Share(claim, before, after, whole["whole"] if whole else "", name or "")


def _elsewhere(wordings: Book, share: _Share) -> bool:
    return wordings.says("elsewhere", share.after)


def _remainders(wordings: Book, earlier: list[_Share], shares: list[_Share]) -> Iterator[Link]:
    """ "A owns 51 percent and B 35 percent. The remaining 24 percent ..." must make exactly 100."""
    for at, last in enumerate(shares):
        others = [*earlier, *shares[:at]]
        if not others or not wordings.says("remainder", last.before):
            continue
        # Some of the earlier ones may be about something else: silent if any way makes 100.
        if any(_sum([*others[i:], last]).overlaps(_WHOLE) for i in range(len(others))):
            continue
        if not any(wordings.says("measure", share.before) for share in others):
            yield _link([*(shares[:at] or earlier), last], complete=True)


def _divisions(wordings: Book, shares: list[_Share]) -> Iterator[Link]:
    if len({share.whole for share in shares if share.whole}) > 1:
        return
    sides = [share for share in shares if share.side]
    if len(sides) >= 2 and len({share.side for share in sides}) == len(sides):
        yield _link(sides)
        return
    if any(_stands_alone(wordings, share) for share in shares) or not _listed(wordings, shares):
        return
    if shares[0].whole in wordings.words["divided"]:
        yield _link(shares)
    elif len(shares) >= 3 and shares[0].whole:
        yield _link(shares, confidence="medium")


def _stands_alone(wordings: Book, share: _Share) -> bool:
    text = share.before + "|" + share.after
    return wordings.says("several", text) or wordings.says("measure", text)


def _listed(wordings: Book, shares: Sequence[_Share]) -> bool:
    return all(wordings.says("join", share.before) for share in shares[1:])


def _sum(shares: Sequence[_Share]) -> Interval:
    return sum_of(printed(share.claim) for share in shares)


def _link(
    shares: Sequence[_Share], *, complete: bool = False, confidence: Confidence = "high"
) -> Link:
    claims = tuple(share.claim for share in shares)
    facts = {
        "made": _sum(shares),
        "added": " + ".join(number(claim.value) for claim in claims),
        "makes": f"{number(sum(claim.value for claim in claims))} percent",
        "complete": complete,
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"last": claims[-1], "others": claims[:-1]}
    return Link("shares-of", roles, confidence=confidence, facts=facts)
