"""Percentages that divide one whole: for and against, the holders of a company, "the remaining 24".

Percentages often stand side by side without dividing anything (growth rates, answers of which
several may be given, men and women). Only wordings that leave no such reading make a link.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._book import Book, book
from numcheck.links._figures import number, some_make, sum_of
from numcheck.links._shares import WHOLE, Share, in_percent, is_elsewhere, shares_in
from numcheck.links._wording import masked
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    "shares-of",
    "Percentages that divide one whole between them.",
    roles=("last", "others"),
    facts=("made", "added", "makes", "complete"),
)
_MOST_EARLIER = 10
_FARTHEST = 3  # sentences
_NEARLY = 15  # percentage points


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every set of percentages that can only divide one whole."""
    wordings = book("shares-of", reading.document.language)
    earlier: deque[Share] = deque(maxlen=_MOST_EARLIER)
    for at in range(len(reading.sentences)) if wordings.patterns else ():
        shares = shares_in(reading, wordings, at)
        yield from _remainders(wordings, earlier, shares)
        if not any(is_elsewhere(wordings, share) for share in shares):
            lead = _lead(reading, at)
            contest = wordings.says("contest", lead) and not wordings.says("rated", lead)
            if len(shares) >= 2:
                yield from _divisions(wordings, shares, contest=contest)
            yield from _taken_on(wordings, earlier, shares, contest=contest)
        earlier.extend(shares)


def _lead(reading: Reading, at: int) -> str:
    """A sentence with the one before it."""
    return masked(reading).text[reading.sentences[max(0, at - 1)].start : reading.sentences[at].end]


def _taken_on(
    wordings: Book, earlier: Iterable[Share], shares: Sequence[Share], *, contest: bool
) -> Iterator[Link]:
    """ "41 percent chose Orr and 38 percent Bell. Another 26 percent were undecided." """
    if not shares:
        return
    last = shares[0]
    before = [s for s in earlier if last.claim.sentence - s.claim.sentence == 1]
    if not before or any(is_elsewhere(wordings, share) for share in before):
        return
    side = last.sides[0] or last.sides[1]
    if side == "vote_neutral":
        if _opposed(before) or (contest and len(before) >= 2 and _listed(wordings, before)):
            yield _link([*before, last], confidence="medium")
    elif len(before) == 1 and wordings.says("bare_start", before[0].before) | (
        side == "vote_rival"
    ):
        rivals = side == "vote_rival" and wordings.says("winning", before[0].before)
        rivals = rivals and not wordings.says("at_a_time", last.before)
        if rivals or (wordings.says("bare_start", last.before) and _opposed([*before, last])):
            yield _link([*before, last], confidence="medium")


def _remainders(
    wordings: Book, earlier: Iterable[Share], shares: Sequence[Share]
) -> Iterator[Link]:
    """ "A owns 51 percent and B 35 percent. The remaining 24 percent ..." must make exactly 100."""
    for at, last in enumerate(shares):
        others = [*earlier, *shares[:at]]
        if not others or not wordings.says("remainder", last.before):
            continue
        # Some of the earlier ones may be about something else: silent if any of them make 100.
        missing = WHOLE.minus(in_percent(last.claim))
        if some_make([in_percent(share.claim) for share in others], missing):
            continue
        beside = shares[:at] or _last_named(earlier, last)
        if beside and not any(wordings.says("measure", share.before) for share in beside):
            yield _link([*beside, last], complete=True)


def _last_named(earlier: Iterable[Share], last: Share) -> list[Share]:
    """The shares of the sentence before, or of an earlier one if they nearly make the rest."""
    near = [s for s in earlier if last.claim.sentence - s.claim.sentence <= _FARTHEST]
    latest = max((share.claim.sentence for share in near), default=-1)
    named = [share for share in near if share.claim.sentence == latest]
    missing = abs(_sum([*named, last]).low - WHOLE.low)
    return named if latest == last.claim.sentence - 1 or missing < _NEARLY else []


def _divisions(wordings: Book, shares: list[Share], *, contest: bool) -> Iterator[Link]:
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
    elif len(shares) >= 3 and (shares[0].whole or contest):
        yield _link(shares, confidence="medium")


def _opposed(shares: Sequence[Share]) -> list[Share]:
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


def _composed(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Coal supplies 45 percent of the power, gas 40 and wind 25"."""
    first = shares[0]
    composing = first.whole != "" and wordings.says("composing", first.before)
    owned = all(share.after.startswith(" by ") for share in shares)
    composing = composing or (owned and wordings.says("owned", first.before))
    if all(wordings.says("bracketed", share.before) for share in shares[1:]):
        return first.before.rstrip().endswith("(") and wordings.says("shared_out", first.before)
    changing = any(wordings.says("measure", share.before) for share in shares)
    return composing and not changing and _listed(wordings, shares)


def _stands_alone(wordings: Book, share: Share) -> bool:
    text = share.before + "|" + share.after
    return wordings.says("several", text) or wordings.says("measure", text)


def _listed(wordings: Book, shares: Sequence[Share]) -> bool:
    return all(wordings.says("join", share.before) for share in shares[1:])


def _sum(shares: Sequence[Share]) -> Interval:
    return sum_of(in_percent(share.claim) for share in shares)


def _link(
    shares: Sequence[Share], *, complete: bool = False, confidence: Confidence = "high"
) -> Link:
    claims = tuple(share.claim for share in shares)
    values = [claim.value * (100 if claim.kind == "ratio" else 1) for claim in claims]
    facts = {
        "made": _sum(shares),
        "added": " + ".join(map(number, values)),
        "makes": f"{number(sum(values))} percent",
        "complete": complete,
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"last": claims[-1], "others": claims[:-1]}
    return Link("shares-of", roles, confidence=confidence, facts=facts)
