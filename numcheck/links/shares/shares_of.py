"""Percentages that divide one whole: for and against, the holders of a company, "the remaining 24".

Percentages often stand side by side without dividing anything (growth rates, answers of which
several may be given, men and women). Only wordings that leave no such reading make a link.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.figures import number, some_make, sum_of
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import masked, with_figures
from numcheck.links.shares._choices import beaten, choose, in_duel
from numcheck.links.shares._exclusive import (
    around,
    asks_for_several,
    counts_or_grades,
    denied,
    exclude_one_another,
    handed_out,
    held_by_names,
    makes_up,
    of_one_market,
    shared_rest,
)
from numcheck.links.shares._line_shares import in_lines
from numcheck.links.shares._shares import (
    WHOLE,
    Share,
    in_percent,
    is_elsewhere,
    listed,
    shares_in,
    told_in,
)
from numcheck.links.shares._sides import going_on, is_contest, opposed, stands_alone
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    "shares-of",
    "Percentages that divide one whole between them.",
    roles=("last", "others"),
    facts=("made", "added", "makes", "complete"),
)
NEEDS = Needs(figures=(("percent", "ratio"),))
_MOST_EARLIER = 10
_FARTHEST = 3  # sentences
_FEW = 2
_NEARLY = 15  # percentage points
_FAR_OVER = 140  # percent; a slip of one figure seldom adds so much


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every set of percentages that can only divide one whole."""
    wordings = book("shares-of", reading.document.language)
    earlier: deque[Share] = deque(maxlen=_MOST_EARLIER)
    alone: list[Share] = []
    for at, _ in with_figures(reading) if wordings.patterns else ():
        shares = shares_in(reading, wordings, at)
        yield from _remainders(wordings, earlier, shares)
        before = [share for share in earlier if share.claim.sentence == at - 1]
        several = len(shares) + len(before) > 1
        if several and not any(is_elsewhere(wordings, share) for share in shares):
            contest = is_contest(reading, wordings, at)
            if len(shares) >= 2:
                divisions = _divisions(reading, wordings, shares, contest=contest)
                yield from (link for link in divisions if _may_be_one_whole(link))
            together = going_on(wordings, before, shares, contest=contest)
            if together and _may_be_one_whole(link := _link(together, confidence="medium")):
                yield link
        earlier.extend(shares)
        alone += shares if len(shares) == 1 else []
    for lines in in_lines(reading, wordings, alone):
        if _may_be_one_whole(link := _link(lines, confidence="medium")):
            yield link


def _may_be_one_whole(link: Link) -> bool:
    """Shares that make far more than 100 percent are answers to several questions."""
    return bool(link.facts["made"].low <= _FAR_OVER)


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
        near = [*others, *shares[at + 1 :]]
        if some_make([in_percent(share.claim) for share in near], missing):
            continue
        beside = shares[:at] or _last_named(earlier, last)
        measures = any(wordings.says("measure", share.before) for share in beside)
        if beside and (not measures or _near_all([*beside, last])):
            yield _link([*beside, last], complete=True)


def _last_named(earlier: Iterable[Share], last: Share) -> list[Share]:
    """The shares of the sentence before, or of an earlier one if they nearly make the rest."""
    near = [s for s in earlier if last.claim.sentence - s.claim.sentence <= _FARTHEST]
    latest = max((share.claim.sentence for share in near), default=-1)
    named = [share for share in near if share.claim.sentence == latest]
    return named if latest == last.claim.sentence - 1 or _nearly_all([*named, last]) else []


def _nearly_all(shares: Sequence[Share]) -> bool:
    return len(shares) > _FEW and _near_all(shares)


def _near_all(shares: Sequence[Share]) -> bool:
    return bool(abs(_sum(shares).low - WHOLE.low) <= _NEARLY)


def _divisions(
    reading: Reading, wordings: Book, shares: list[Share], *, contest: bool
) -> Iterator[Link]:
    grouped = any(wordings.says("own_group", share.after) for share in shares[1:])
    if grouped or len(told_in(wordings, shares)) > 1:
        return
    several = asks_for_several(reading, wordings, around(reading, shares))
    chosen = choose(wordings, shares) or beaten(wordings, shares, contest=contest)
    lead = masked(reading).text[around(reading, shares)]
    chosen = chosen or handed_out(wordings, shares) or in_duel(wordings, shares, lead)
    if _mixed(wordings, shares) or (chosen and not several):
        yield _link(shares, confidence="medium")
        return
    asked = ("", shares[0].whole, *wordings.words["asked"])
    if any(share.whole not in asked for share in shares[1:]):
        return
    alone = any(stands_alone(wordings, share) for share in shares)
    named = not alone or held_by_names(wordings, shares)
    listing = len(shares) > _FEW and listed(wordings, shares)
    if contest and listing and named and not several:
        yield _link(shares, confidence="medium")
        return
    sides = opposed(shares)
    if sides:
        yield _link(sides)
        return
    exclusive = exclude_one_another(reading, wordings, shares)
    exclusive = exclusive or makes_up(wordings, shares) or denied(wordings, shares)
    if (
        exclusive
        or counts_or_grades(wordings, shares)
        or shared_rest(wordings, shares)
        or of_one_market(wordings, shares)
        or _composed(reading, wordings, shares)
    ):
        yield _link(shares, confidence="medium")
        return
    if alone or not listed(wordings, shares):
        return
    if shares[0].whole in wordings.words["divided"]:
        yield _link(shares)
    elif len(shares) >= 3 and shares[0].whole:
        yield _link(shares, confidence="medium")


def _mixed(wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Made of 70 percent sand, 20 percent soda and 30 percent lime"."""
    return (
        len(shares) > _FEW and wordings.says("mixed", shares[0].before) and listed(wordings, shares)
    )


def _composed(reading: Reading, wordings: Book, shares: Sequence[Share]) -> bool:
    """ "Coal supplies 45 percent of the power, gas 40 and wind 25"."""
    first = shares[0]
    composing = first.whole != "" and wordings.says("composing", first.before)
    if not composing and wordings.says("holding", first.before):
        near = masked(reading).text[around(reading, shares)]
        composing = first.whole in ("", "it") and wordings.says("owners", near)
    owned = all(share.after.startswith(" by ") for share in shares)
    composing = composing or (owned and wordings.says("owned", first.before))
    if all(wordings.says("bracketed", share.before) for share in shares[1:]):
        return first.before.rstrip().endswith("(") and wordings.says("shared_out", first.before)
    changing = any(wordings.says("measure", share.before) for share in shares)
    return composing and not changing and listed(wordings, shares)


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
