"""Percentages that divide one whole: for and against, the holders of a company, "the remaining 24".

Percentages often stand side by side without dividing anything (growth rates, answers of which
several may be given, men and women). Only wordings that leave no such reading make a link.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._book import Book, book
from numcheck.links._figures import number, printed, some_make, sum_of
from numcheck.links._wording import figures, masked
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading
from numcheck.values import frozen

KIND = LinkKind(
    "shares-of",
    "Percentages that divide one whole between them.",
    roles=("last", "others"),
    facts=("made", "added", "makes", "complete"),
)
_WHOLE = Interval(100, 100)
_MOST_EARLIER = 10


@frozen
class _Share:
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


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every set of percentages that can only divide one whole."""
    wordings = book("shares-of", reading.document.language)
    earlier: deque[_Share] = deque(maxlen=_MOST_EARLIER)
    for at in range(len(reading.sentences)) if wordings.patterns else ():
        shares = _shares(reading, wordings, at)
        yield from _remainders(wordings, earlier, shares)
        if len(shares) >= 2 and not any(_elsewhere(wordings, share) for share in shares):
            yield from _divisions(wordings, shares)
        earlier.extend(shares)


def _shares(reading: Reading, wordings: Book, at: int) -> list[_Share]:
    text = masked(reading).text
    claims = [
        claim
        for claim in figures(reading, at)
        if _is_share(claim) and not wordings.says("marked", text[claim.end : claim.end + 40])
    ]
    if not claims:
        return []
    begin, end = reading.sentences[at]
    edges = [begin, *(claim.end for claim in claims)], [*(claim.start for claim in claims), end]
    return [
        _share(wordings, claim, text[edges[0][i] : claim.start], text[claim.end : edges[1][i + 1]])
        for i, claim in enumerate(claims)
    ]


def _is_share(claim: Claim) -> bool:
    if claim.kind == "ratio":
        return claim.role == "level" and 0 < claim.value <= 1
    return claim.kind == "percent" and claim.unit == "percent"


def _in_percent(claim: Claim) -> Interval:
    return printed(claim) if claim.kind == "percent" else claim.hull.times(_WHOLE)


def _share(words: Book, claim: Claim, before: str, after: str) -> _Share:
    whole = words.patterns["own_whole"].match(after)
    whole = whole or words.patterns["whole_before"].search(before)
    said = words.patterns["comparing"].sub("", after)
    sides = _side(words, "kind", said) or _side(words, "side", said), _side(words, "side", before)
    topic = _topic(words, said)
    return _Share(claim, before, after, whole["whole"] if whole else "", sides, topic)


def _topic(words: Book, after: str) -> str:
    side = words.patterns["side"].search(after)
    found = words.patterns["topic"].match(after[side.end() :]) if side else None
    return found["topic"] if found else ""


def _side(words: Book, pattern: str, text: str) -> str:
    found = words.patterns[pattern].search(text)
    return (found.lastgroup or "") if found else ""


def _elsewhere(wordings: Book, share: _Share) -> bool:
    """Is it of another time or whole: "against 49 percent four years ago", "down from 60"?"""
    return wordings.says("elsewhere", share.after) or wordings.says("compared", share.before)


def _remainders(
    wordings: Book, earlier: Iterable[_Share], shares: Sequence[_Share]
) -> Iterator[Link]:
    """ "A owns 51 percent and B 35 percent. The remaining 24 percent ..." must make exactly 100."""
    for at, last in enumerate(shares):
        others = [*earlier, *shares[:at]]
        if not others or not wordings.says("remainder", last.before):
            continue
        # Some of the earlier ones may be about something else: silent if any of them make 100.
        missing = _WHOLE.minus(_in_percent(last.claim))
        if some_make([_in_percent(share.claim) for share in others], missing):
            continue
        beside = shares[:at] or [c for c in earlier if c.claim.sentence == last.claim.sentence - 1]
        if beside and not any(wordings.says("measure", share.before) for share in beside):
            yield _link([*beside, last], complete=True)


def _divisions(wordings: Book, shares: list[_Share]) -> Iterator[Link]:
    if any(share.whole not in ("", shares[0].whole) for share in shares[1:]):
        return
    sides = _opposed(shares)
    if sides:
        yield _link(sides)
        return
    if _composed(wordings, shares):
        yield _link(shares, confidence="medium")
        return
    if any(_stands_alone(wordings, share) for share in shares) or not _listed(wordings, shares):
        return
    if shares[0].whole in wordings.words["divided"]:
        yield _link(shares)
    elif len(shares) >= 3 and shares[0].whole:
        yield _link(shares, confidence="medium")


def _opposed(shares: Sequence[_Share]) -> list[_Share]:
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


def _named_after(share: _Share) -> str:
    return share.sides[0]


def _named_before(share: _Share) -> str:
    return share.sides[1]


def _named_at_all(share: _Share) -> str:
    return share.sides[0] or share.sides[1]


def _composed(wordings: Book, shares: Sequence[_Share]) -> bool:
    """ "Coal supplies 45 percent of the power, gas 40 and wind 25"."""
    first = shares[0]
    composing = first.whole != "" and wordings.says("composing", first.before)
    owned = all(share.after.startswith(" by ") for share in shares)
    composing = composing or (owned and wordings.says("owned", first.before))
    if all(wordings.says("bracketed", share.before) for share in shares[1:]):
        return first.before.rstrip().endswith("(") and wordings.says("shared_out", first.before)
    changing = any(wordings.says("measure", share.before) for share in shares)
    return composing and not changing and _listed(wordings, shares)


def _stands_alone(wordings: Book, share: _Share) -> bool:
    text = share.before + "|" + share.after
    return wordings.says("several", text) or wordings.says("measure", text)


def _listed(wordings: Book, shares: Sequence[_Share]) -> bool:
    return all(wordings.says("join", share.before) for share in shares[1:])


def _sum(shares: Sequence[_Share]) -> Interval:
    return sum_of(_in_percent(share.claim) for share in shares)


def _link(
    shares: Sequence[_Share], *, complete: bool = False, confidence: Confidence = "high"
) -> Link:
    claims = tuple(share.claim for share in shares)
    values = [claim.value * (1 if claim.kind == "percent" else 100) for claim in claims]
    facts = {
        "made": _sum(shares),
        "added": " + ".join(map(number, values)),
        "makes": f"{number(sum(values))} percent",
        "complete": complete,
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"last": claims[-1], "others": claims[:-1]}
    return Link("shares-of", roles, confidence=confidence, facts=facts)
