"""The percentages of a sentence, each with the wording that tells what it is a share of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from numcheck.links._common.book import Book
from numcheck.links._common.figures import printed
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Interval, Reading
from numcheck.values import frozen

WHOLE = Interval(100, 100)
_BESIDE = 45  # characters
#: "Nearly two thirds" may be 64 percent.
_FRIENDLY = 0.05


@frozen
class Share:
    """A percentage with the wording before and after it, up to its neighbours.

    `sides` are the sides of a question that the wording names, after and before the figure;
    `topic` is what the side is taken on, "" where the wording does not say.
    """

    claim: Claim
    before: str
    after: str
    whole: str
    sides: tuple[str, str]
    topic: str


def shares_in(reading: Reading, wordings: Book, at: int) -> list[Share]:
    """The shares of one sentence, in order."""
    text = masked(reading).text
    claims = _share_claims(wordings, text, figures(reading, at))
    if not claims:
        return []
    begin, end = reading.sentences[at]
    edges = [begin, *(claim.end for claim in claims)], [*(claim.start for claim in claims), end]
    shares = [
        _share(wordings, claim, text[edges[0][i] : claim.start], text[claim.end : edges[1][i + 1]])
        for i, claim in enumerate(claims)
    ]
    return [one for one, other in zip_longest(shares, shares[1:]) if not _repeats(one, other)]


def _repeats(one: Share, other: Share | None) -> bool:
    """Is the first said again by the second: "two thirds of the milk, 64 percent"?"""
    if other is None or "ratio" not in (one.claim.kind, other.claim.kind):
        return False
    near = len(one.after) < _BESIDE and one.claim.kind != other.claim.kind
    return near and in_percent(one.claim).widened(_FRIENDLY).overlaps(in_percent(other.claim))


def _share_claims(wordings: Book, text: str, claims: Sequence[Claim]) -> list[Claim]:
    found: list[Claim] = []
    for claim in claims:
        # "The Reds got 31 percent, the Blues 28": "percent" is said once.
        goes_on = found and _is_bare(claim)
        if goes_on and not wordings.says("elliptic", text[found[-1].end : claim.start]):
            continue
        if not (goes_on or _is_share(claim, text)):
            continue
        if not wordings.says("marked", text[claim.end : claim.end + 40]):
            found.append(claim)
    return found


def _is_bare(claim: Claim) -> bool:
    # After a name ("the Reds 28") a number is read as part of it.
    number = claim.kind == "number" or (
        claim.kind == "identifier" and claim.text.replace(".", "", 1).isdigit()
    )
    return number and not claim.noun and 0 < claim.value < WHOLE.low


def _is_share(claim: Claim, text: str) -> bool:
    if claim.kind == "ratio":
        # "Chips raise three quarters of the steam" is no movement.
        level = claim.role == "level" or text.startswith(" of the ", claim.end)
        return level and 0 < claim.value <= 1
    return claim.kind == "percent" and claim.unit == "percent"


def in_percent(claim: Claim) -> Interval:
    """What a share can have been, in percent, before it was rounded."""
    return claim.hull.times(WHOLE) if claim.kind == "ratio" else printed(claim)


def _share(words: Book, claim: Claim, before: str, after: str) -> Share:
    whole = words.patterns["own_whole"].match(after)
    if not _is_bare(claim):  # "51 percent of the vote and the mayor of Tolm 46"
        whole = whole or words.patterns["whole_before"].search(before)
    said = words.patterns["comparing"].sub("", after)
    sides = _side_after(words, said), _side_before(words, before)
    topic = _topic(words, said)
    return Share(claim, before, after, whole["whole"] if whole else "", sides, topic)


def _side_after(words: Book, said: str) -> str:
    named = (_side(words, pattern, said) for pattern in ("act", "kind", "side"))
    return next(filter(None, named), "")


def _side_before(words: Book, before: str) -> str:
    # "57 percent said no, while the yes side got 48": the last clause is that of the second.
    last = before.rpartition(",")[2]
    if last != before and (side := _side(words, "side", last)):
        return side
    return _side(words, "kind_before", before) or _side(words, "side", before)


def _topic(words: Book, after: str) -> str:
    side = words.patterns["side"].search(after)
    found = words.patterns["topic"].match(after[side.end() :]) if side else None
    return found["topic"] if found else ""


def _side(words: Book, pattern: str, text: str) -> str:
    found = words.patterns[pattern].search(text)
    return (found.lastgroup or "") if found else ""


def is_elsewhere(wordings: Book, share: Share) -> bool:
    """Is it of another time or whole: "against 49 percent four years ago", "down from 60"?"""
    return wordings.says("elsewhere", share.after) or wordings.says("compared", share.before)


def told_in(wordings: Book, shares: Sequence[Share]) -> set[str]:
    """In what shares are told: "40 percent by weight, but 65 percent by value" are two measures."""
    pattern = wordings.patterns["told_in"]
    return {found["measure"] for share in shares for found in pattern.finditer(share.after)}


def listed(wordings: Book, shares: Sequence[Share]) -> bool:
    """Does each follow the one before it in a list?"""
    return all(wordings.says("join", share.before) for share in shares[1:])
