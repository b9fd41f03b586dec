"""Breakdowns: "Ten boats - six sloops, two yawls and a ketch".

A list is taken for a breakdown when its total stands right before it (behind a colon, a dash or a
bracket) or right after it ("15 in all"). Lists that say they leave something out ("among them")
are no breakdowns. Tables are `table_sum`'s business, percentages of one whole `shares_of`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from numcheck.links._common.belongs import may_contain, nouns_clash, one_measure
from numcheck.links._common.figures import printed, sum_of
from numcheck.links._common.slips import slip_between
from numcheck.links._common.wording import figures, with_figures
from numcheck.links.sums._line_sums import line_sums
from numcheck.links.sums._lists import (
    SUMMED,
    Copy,
    breakdown,
    fit,
    loosened,
    of_one_size,
    run,
    stands_aside,
    summable,
)
from numcheck.links.sums._only_totals import only_totals
from numcheck.links.sums._outcomes import outcome_sums
from numcheck.links.sums._spread_sums import spread_sums
from numcheck.links.sums._summed_up import summed_up
from numcheck.links.sums._total import is_rounded
from numcheck.links.sums._votes import vote_sums
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    "sum-of",
    "A total and the parts that the copy lists for it.",
    roles=("total", "parts"),
    facts=("said", "made", "added", "makes", "sum", "complete", "listed"),
)

#: How many sentences before and after a total another figure may be what its parts make.
_NEAR = 2
#: A sum so many times its total, or the other way round, is of other things.
_FAR = 2.5


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every list that is a breakdown of a total."""
    copy = Copy.of(reading)
    if copy is not None:
        for link in _breakdowns(copy, reading):
            aside = _makes_another(copy, link) or _names_a_rest(copy, link)
            if _is_slip(link) and not aside:
                yield loosened(link) if is_rounded(reading) else link


def _is_slip(link: Link) -> bool:
    """Can the total have been meant for these parts: is it of their size, or a slip of it?"""
    total, made = link.roles["total"], link.facts["sum"]
    assert isinstance(total, Claim)
    return 1 / _FAR < made / (total.value or 1) < _FAR or slip_between(made, total.value) != ""


def _makes_another(copy: Copy, link: Link) -> bool:
    """Do the parts of what looks like a wrong sum make another figure right beside it?"""
    total, parts = link.roles["total"], _claims(link.roles["parts"])
    if not isinstance(total, Claim) or link.facts["made"].overlaps(link.facts["said"]):
        return False
    near = [c for i in range(-_NEAR, _NEAR + 1) for c in figures(copy.reading, total.sentence + i)]
    others = (c for c in near if c not in (total, *parts) and summable(c, parts[0]))
    return any(printed(other).overlaps(link.facts["made"]) for other in others)


def _names_a_rest(copy: Copy, link: Link) -> bool:
    """ "Two regions, five towns and yellow the rest, 13 in all": a part has no figure."""
    total, parts = _claims(link.roles["total"])[0], _claims(link.roles["parts"])
    return copy.book.says("rest_unsaid", copy.between(parts[-1], total))


def _breakdowns(copy: Copy, reading: Reading) -> Iterator[Link]:
    worded = list(_worded(copy, reading))
    yield from worded
    totals = [_claims(link.roles["total"])[0] for link in worded]
    yield from (link for link in only_totals(copy) if link.roles["total"] not in totals)


def _worded(copy: Copy, reading: Reading) -> Iterator[Link]:
    for at, here in with_figures(reading):
        claims = [claim for claim in here if claim.kind in SUMMED]
        if len(claims) >= 3:
            yield from _in_sentence(copy, claims, figures(reading, at + 1))
        yield from _with_singles(copy, claims)
        if claims and any(copy.book.says("remainder", copy.before(claim)) for claim in claims):
            earlier = [c for c in figures(reading, at - 1) if c.kind in SUMMED]
            yield from _with_remainder(copy, [*earlier, *claims])
    yield from spread_sums(copy)
    yield from outcome_sums(copy)
    yield from vote_sums(copy)
    yield from summed_up(copy)
    yield from line_sums(copy)


def _in_sentence(copy: Copy, claims: Sequence[Claim], rest: Sequence[Claim]) -> Iterator[Link]:
    last = -1
    for at, claim in enumerate(claims):
        if claim.start < last:
            continue
        link = _total_first(copy, claims[at:], rest) or _total_last(copy, claims[at:])
        if link is not None:
            yield link
            last = max(c.end for role in link.roles.values() for c in _claims(role))


def _claims(role: Claim | tuple[Claim, ...]) -> tuple[Claim, ...]:
    return role if isinstance(role, tuple) else (role,)


def _total_first(copy: Copy, claims: Sequence[Claim], rest: Sequence[Claim]) -> Link | None:
    """ "37 bodies: 14 in one village, 9 in another and 16 in a third"."""
    total = claims[0]
    if copy.book.says("partial", copy.before(total).rstrip()):
        return None  # "including $9 million on Thursday, $28 million on Friday"
    like = [c for c in claims[1:] if summable(total, c) and not copy.is_number_of_parts(c)]
    led = like and stands_aside(copy, like[0]) and not copy.before(like[0]).endswith(", with ")
    parts = [] if not like or led else run(copy, like)
    if total.head not in copy.lists.wholes and copy.divide([total, *parts]):
        return None  # "31 cars, 14 vans and nine lorries"
    if len(parts) < 2 or copy.is_total(parts[-1]):
        return None
    lead = copy.between(total, parts[0])
    opened, divided = _opened(copy, lead, parts), copy.divide(parts)
    fronted = copy.is_fronted(total)
    apart = fronted and copy.book.says("apart", copy.after(parts[-1]))
    if not opened and not _follows(copy, total, parts, divided, apart):
        return None
    if not opened and not divided and _goes_on_alike(copy, lead, parts):
        return None  # "totalled $5 million from here, $4 million from there"
    if _leaves_out(copy, lead, parts) or not fit(total, parts, divided or fronted):
        return None
    remainder = _remainder(copy, parts, rest)
    if total.value == len(parts):
        return None  # "three prizes: 100 points, 80 and 60" counts the list
    if total.head in copy.lists.scores:
        return None  # "6½ points: four wins and five draws"
    called = divided or fronted or copy.is_total(total) or copy.book.says("made_of", lead)
    if total.kind == "number" and not (total.noun or called):
        return None  # a telephone number, a code
    exhaustive = copy.book.says("whole", lead) or copy.is_total(total)
    exhaustive = exhaustive or (divided and not copy.lacks_one(parts))
    return breakdown(
        total,
        (*parts, *remainder),
        complete=bool(remainder) or exhaustive,
        singles=_singles(copy, total, parts),
        # "12 plants, eight in Germany and six in Europe" may count some twice.
        confidence="high" if opened or divided or apart else "medium",
    )


def _opened(copy: Copy, lead: str, parts: Sequence[Claim]) -> bool:
    """Does a colon, a dash or a bracket open the list?

    "Water, which added £25m, a strike (£19m) and steel (£11m)": each bracket is an item's own.
    """
    own_brackets = copy.between(parts[0], parts[1]).startswith(")") and ":" not in lead
    return copy.book.says("opening", lead) and not (own_brackets and "," in lead)


def _follows(copy: Copy, total: Claim, parts: Sequence[Claim], divided: bool, apart: bool) -> bool:
    """Do the parts follow their total with no colon: "40 went, 14 by bus and 26 by train"?"""
    lead = copy.between(total, parts[0])
    if copy.book.says("comma", lead) and (divided or apart or copy.parallel(parts)):
        return True
    if apart and copy.book.says("near", lead):
        return True
    body = divided and copy.book.says("body", copy.before(total))
    return body and copy.book.says("has", lead)


def _total_last(copy: Copy, claims: Sequence[Claim]) -> Link | None:
    """ "two wins, one draw and nine defeats, 13 in all"."""
    like = [c for c in claims if summable(claims[0], c) or summable(c, claims[0])]
    called = (copy.is_total(claim) or copy.takes_all(claim) for claim in like)
    at = next((i for i, is_called in enumerate(called) if i >= 2 and is_called), 0)
    if not at:
        return _games(copy, like)
    total, parts = like[at], run(copy, like[:at])
    if len(parts) < at:
        return None
    # Members and their votes are one number; ten squadrons are not the 650 aircraft they have.
    alike = copy.divide(parts) or of_one_size(total, parts)
    if copy.book.says("partial", copy.before(parts[0])) or not fit(total, parts, alike):
        return None
    return breakdown(total, tuple(parts), complete=True)


def _with_remainder(copy: Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "Of the 40 arrested, 12 were charged and the remaining 28 released"."""
    for at, last in enumerate(claims):
        if not copy.is_rest(last):
            continue
        goes_on = copy.book.says("goes_on", copy.before(last))
        total, parts = _of_whole(copy, claims[:at], goes_on=goes_on)
        if total is None or not all(_may_be_part(total, part) for part in (*parts, last)):
            continue
        # Some of the figures may be about something else: silent if any way makes the total.
        ways = [sum_of(printed(c) for c in (*parts[i:], last)) for i in range(len(parts))]
        if parts and not any(way.overlaps(printed(total)) for way in ways):
            yield breakdown(total, (*parts, last), complete=True)


def _with_singles(copy: Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "33 passengers, a driver and a guide, 37 people in all": one part has a figure."""
    for part, total in pairwise(claims):
        lead = copy.book.patterns["singles"].fullmatch(copy.between(part, total))
        if lead and copy.is_total(total) and one_measure(part, total) and fit(total, [part], True):
            singles = len(copy.book.patterns["single"].findall(lead["listed"]))
            yield breakdown(total, (part,), complete=True, singles=singles, confidence="medium")


def _of_whole(
    copy: Copy, claims: Sequence[Claim], *, goes_on: bool
) -> tuple[Claim | None, Sequence[Claim]]:
    """The whole that was spoken of last, and the parts of it that were named."""
    for at in reversed(range(len(claims))):
        if copy.is_fronted(claims[at]):
            return claims[at], claims[at + 1 :]
        if copy.book.says("share_of", copy.before(claims[at])):
            return claims[at], claims[at + 1 :]
        if claims[at + 1 :] and copy.book.says("has_part", copy.after(claims[at + 1])):
            return (claims[at], claims[at + 1 :]) if goes_on else (None, ())
        if at and copy.book.says("of_whole", copy.between(claims[at - 1], claims[at])):
            between = claims[at + 1 :]
            # Other figures in between may be parts or not; that is for the reader to say.
            listed = len(run(copy, between)) == len(between)
            aside = any(stands_aside(copy, claim) for claim in between)
            return claims[at], [claims[at - 1], *between] if listed and not aside else ()
    return None, ()


def _may_be_part(total: Claim, part: Claim) -> bool:
    return may_contain(total, part) and not nouns_clash(total, part)


def _games(copy: Copy, claims: Sequence[Claim]) -> Link | None:
    """ "two wins, three draws and four defeats from ten matches"."""
    for at in range(2, len(claims)):
        total, parts = claims[at], claims[max(0, at - 3) : at]
        gaps = [copy.between(left, right) for left, right in pairwise(parts)]
        played = copy.book.says("from_games", copy.between(parts[-1], total))
        listed = all(copy.book.says("join", gap) for gap in gaps)
        if played and listed and total.head in copy.lists.games and copy.divide(parts):
            return breakdown(total, tuple(parts), complete=len(parts) == 3)
    return None


def _singles(copy: Copy, total: Claim, parts: Sequence[Claim]) -> int:
    """How many parts are listed without a figure: "nine men, six women and a child"."""
    if total.kind not in ("number", "count"):
        return 0
    tail = copy.after(parts[-1])
    tail = tail[: min((at for mark in ".;:)-|¶" if (at := tail.find(mark)) >= 0), default=60)]
    gaps = [copy.between(left, right) for left, right in pairwise([total, *parts])]
    lists = [gaps[0].rpartition(":")[2].rpartition("(")[2].rpartition(" -")[2], *gaps[1:], tail]
    return sum(len(copy.book.patterns["single"].findall(text)) for text in lists)


def _goes_on_alike(copy: Copy, lead: str, parts: Sequence[Claim]) -> bool:
    """Is what looks like the total one more item: "3 million is spent on roads, 2 on schools"?"""
    found = copy.book.patterns["parallel"].match(copy.after(parts[0]))
    return found is not None and f" {found['by']} " in lead


def _leaves_out(copy: Copy, lead: str, parts: Sequence[Claim]) -> bool:
    says, after = copy.book.says, copy.after(parts[-1])
    left_out = says("partial", lead) or says("partial", after) or says("open_end", after)
    return left_out or says("one_each", after)


def _remainder(copy: Copy, parts: Sequence[Claim], rest: Sequence[Claim]) -> list[Claim]:
    """ "Independents hold the other seven" in the next sentence is the last part of the list."""
    return [
        c for c in rest if one_measure(parts[0], c) and copy.book.says("remainder", copy.before(c))
    ][:1]
