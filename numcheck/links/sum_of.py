"""Breakdowns: "Ten boats - six sloops, two yawls and a ketch".

A list is taken for a breakdown when its total stands right before it (behind a colon, a dash or a
bracket) or right after it ("15 in all"). Lists that say they leave something out ("among them")
are no breakdowns. Tables are `table_sum`'s business, percentages of one whole `shares_of`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from numcheck.links._belongs import may_contain, nouns_clash, nouns_fit, one_measure
from numcheck.links._book import Book, book
from numcheck.links._figures import number, printed, printed_together, spoken, sum_of
from numcheck.links._total import is_total
from numcheck.links._wording import Masked, figures, masked
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading
from numcheck.text.lexicon import lexicon
from numcheck.values import frozen

KIND = LinkKind(
    "sum-of",
    "A total and the parts that the copy lists for it.",
    roles=("total", "parts"),
    facts=("said", "made", "added", "makes", "sum", "complete", "listed"),
)
_OLDEST = 120
_SUMMED = frozenset({"number", "count", "money", "measure", "duration"})


@frozen
class _Copy:
    """What a search for lists looks at: the masked copy and the wordings of lists."""

    reading: Reading
    masked: Masked
    book: Book
    partitions: tuple[frozenset[str], ...]
    games: frozenset[str]

    def between(self, left: Claim, right: Claim) -> str:
        return self.masked.text[left.end : right.start]

    def before(self, claim: Claim) -> str:
        return self.masked.text[max(0, claim.start - 30) : claim.start]

    def after(self, claim: Claim) -> str:
        return self.masked.text[claim.end : claim.end + 60]

    def is_total(self, claim: Claim) -> bool:
        return is_total(self.reading, claim)

    def divide(self, parts: Sequence[Claim]) -> bool:
        """Are the parts men and women, gold and silver: nothing but these, and none twice?"""
        heads = [part.head for part in parts]
        return len(set(heads)) == len(heads) and any(
            group >= set(heads) for group in self.partitions
        )

    def parallel(self, parts: Sequence[Claim]) -> bool:
        """Do all parts go on alike ("14 in Korba, 9 in Lisna")?"""
        found = [self.book.patterns["parallel"].match(self.after(part)) for part in parts]
        return all(found) and len({one["by"] for one in found if one}) == 1


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every list that is a breakdown of a total."""
    language = reading.document.language
    wordings = book("sum-of", language)
    if not wordings.patterns:
        return
    lists = lexicon("links/sum-of", language)
    groups = tuple(map(frozenset, lists["partitions"]))
    copy = _Copy(reading, masked(reading), wordings, groups, frozenset(lists["games"]))
    for at in range(len(reading.sentences)):
        claims = [claim for claim in figures(reading, at) if claim.kind in _SUMMED]
        if len(claims) >= 3:
            yield from _in_sentence(copy, claims, figures(reading, at + 1))
        if claims and any(copy.book.says("remainder", copy.before(claim)) for claim in claims):
            earlier = [c for c in figures(reading, at - 1) if c.kind in _SUMMED]
            yield from _with_remainder(copy, [*earlier, *claims])


def _in_sentence(copy: _Copy, claims: Sequence[Claim], rest: Sequence[Claim]) -> Iterator[Link]:
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


def _total_first(copy: _Copy, claims: Sequence[Claim], rest: Sequence[Claim]) -> Link | None:
    """ "37 bodies: 14 in one village, 9 in another and 16 in a third"."""
    total = claims[0]
    if copy.book.says("partial", copy.before(total).rstrip()):
        return None  # "including $9 million on Thursday, $28 million on Friday"
    like = [claim for claim in claims[1:] if _summable(total, claim)]
    parts = [] if not like or _stands_aside(copy, like[0]) else _run(copy, like)
    if len(parts) < 2 or copy.is_total(parts[-1]):
        return None
    lead = copy.between(total, parts[0])
    opened, divided = copy.book.says("opening", lead), copy.divide(parts)
    fronted = copy.book.says("fronted", copy.before(total))
    apart = fronted and copy.book.says("apart", copy.after(parts[-1]))
    follows = copy.book.says("comma", lead) and (divided or apart or copy.parallel(parts))
    follows = follows or (apart and copy.book.says("near", lead))
    body = divided and copy.book.says("body", copy.before(total))
    follows = follows or (body and copy.book.says("has", lead))
    if not opened and not follows:
        return None
    if not opened and not divided and _goes_on_alike(copy, lead, parts):
        return None  # "totalled $5 million from here, $4 million from there"
    if _leaves_out(copy, lead, parts) or not _fit(total, parts, divided or fronted):
        return None
    remainder = _remainder(copy, parts, rest)
    if total.value == len(parts):
        return None  # "three prizes: 100 points, 80 and 60" counts the list
    called = divided or fronted or copy.is_total(total) or copy.book.says("made_of", lead)
    if total.kind == "number" and not (total.noun or called):
        return None  # a telephone number, a code
    exhaustive = copy.book.says("whole", lead) or copy.is_total(total)
    return _link(
        total,
        (*parts, *remainder),
        complete=divided or bool(remainder) or exhaustive,
        singles=_singles(copy, total, parts),
        # "12 plants, eight in Germany and six in Europe" may count some twice.
        confidence="high" if opened or divided or apart else "medium",
    )


def _total_last(copy: _Copy, claims: Sequence[Claim]) -> Link | None:
    """ "two wins, one draw and nine defeats, 13 in all"."""
    like = [claim for claim in claims if one_measure(claims[0], claim)]
    at = next((i for i, claim in enumerate(like) if i >= 2 and copy.is_total(claim)), 0)
    if not at:
        return _games(copy, like)
    total, parts = like[at], _run(copy, like[:at])
    if len(parts) < at:
        return None
    # Members and their votes are one number; ten squadrons are not the 650 aircraft they have.
    alike = copy.divide(parts) or _of_one_size(total, parts)
    if copy.book.says("partial", copy.before(parts[0])) or not _fit(total, parts, alike):
        return None
    return _link(total, tuple(parts), complete=True)


def _with_remainder(copy: _Copy, claims: Sequence[Claim]) -> Iterator[Link]:
    """ "Of the 40 arrested, 12 were charged and the remaining 28 released"."""
    for at, last in enumerate(claims):
        if not copy.book.says("remainder", copy.before(last)) or copy.after(last)[:4] == " of ":
            continue
        total, parts = _of_whole(copy, claims[:at])
        if total is None or not all(_may_be_part(total, part) for part in (*parts, last)):
            continue
        # Some of the figures may be about something else: silent if any way makes the total.
        ways = [sum_of(printed(c) for c in (*parts[i:], last)) for i in range(len(parts))]
        if parts and not any(way.overlaps(printed(total)) for way in ways):
            yield _link(total, (*parts, last), complete=True)


def _of_whole(copy: _Copy, claims: Sequence[Claim]) -> tuple[Claim | None, Sequence[Claim]]:
    """The whole that was spoken of last, and the parts of it that were named."""
    for at in reversed(range(len(claims))):
        if copy.book.says("fronted", copy.before(claims[at])):
            return claims[at], claims[at + 1 :]
        if at and copy.book.says("of_whole", copy.between(claims[at - 1], claims[at])):
            between = claims[at + 1 :]
            # Other figures in between may be parts or not; that is for the reader to say.
            listed = len(_run(copy, between)) == len(between)
            aside = any(_stands_aside(copy, claim) for claim in between)
            return claims[at], [claims[at - 1], *between] if listed and not aside else ()
    return None, ()


def _may_be_part(total: Claim, part: Claim) -> bool:
    return may_contain(total, part) and not nouns_clash(total, part)


def _games(copy: _Copy, claims: Sequence[Claim]) -> Link | None:
    """ "two wins, three draws and four defeats from ten matches"."""
    for at in range(2, len(claims)):
        total, parts = claims[at], claims[max(0, at - 3) : at]
        gaps = [copy.between(left, right) for left, right in pairwise(parts)]
        played = copy.book.says("from_games", copy.between(parts[-1], total))
        listed = all(copy.book.says("join", gap) for gap in gaps)
        if played and listed and total.head in copy.games and copy.divide(parts):
            return _link(total, tuple(parts), complete=len(parts) == 3)
    return None


def _run(copy: _Copy, claims: Sequence[Claim]) -> list[Claim]:
    """The figures that are listed from the first on."""
    run = list(claims[:1])
    for left, right in pairwise(claims):
        gap = copy.between(left, right)
        # "Ada (16) and Bela (14)" are ages.
        bracketed = right.value > _OLDEST and copy.book.says("bracketed", gap)
        joined = (bracketed or copy.book.says("join", gap)) and not _stands_aside(copy, right)
        if not joined or copy.book.says("breaks", copy.after(left)):
            break
        run.append(right)
    while run and copy.book.says("breaks", copy.after(run[-1])):
        run.pop()
    return run


def _stands_aside(copy: _Copy, claim: Claim) -> bool:
    """Is it an age, or ruled by a preposition: "a woman, 34,", "two with 12 windows"?"""
    before, after = copy.before(claim), copy.after(claim)
    aside = before.endswith(", ") and after[:1] in (",", ".", ";", ")") and not claim.noun
    led = copy.book.says("led", before) and not copy.book.says("made_of", before)
    return led or (aside and claim.kind == "number")


def _singles(copy: _Copy, total: Claim, parts: Sequence[Claim]) -> int:
    """How many parts are listed without a figure: "nine men, six women and a child"."""
    if total.kind not in ("number", "count"):
        return 0
    tail = copy.after(parts[-1])
    tail = tail[: min((at for mark in ".;:)-|¶" if (at := tail.find(mark)) >= 0), default=60)]
    gaps = [copy.between(left, right) for left, right in pairwise([total, *parts])]
    lists = [gaps[0].rpartition(":")[2].rpartition("(")[2].rpartition(" -")[2], *gaps[1:], tail]
    return sum(len(copy.book.patterns["single"].findall(text)) for text in lists)


def _goes_on_alike(copy: _Copy, lead: str, parts: Sequence[Claim]) -> bool:
    """Is what looks like the total one more item: "3 million is spent on roads, 2 on schools"?"""
    found = copy.book.patterns["parallel"].match(copy.after(parts[0]))
    return found is not None and f" {found['by']} " in lead


def _leaves_out(copy: _Copy, lead: str, parts: Sequence[Claim]) -> bool:
    says, after = copy.book.says, copy.after(parts[-1])
    return says("partial", lead) or says("partial", after) or says("open_end", after)


def _fit(total: Claim, parts: Sequence[Claim], divided: bool) -> bool:
    if not all(one_measure(total, part) and may_contain(total, part) for part in parts):
        # "90 million crowns: 40 million for roads ..." - bare figures, if of about that size.
        bare = all(_summable(total, part) for part in parts) and total.kind == "money"
        return bare and _of_one_size(total, parts)
    if divided or all(nouns_fit(total, part) for part in parts):
        return True
    # "2,400 trees: 1,100 oaks ..." - oaks may be trees or not; figures of one size make it likely.
    unknown = all(nouns_fit(total, part) or not nouns_clash(total, part) for part in parts)
    return unknown and _of_one_size(total, parts)


def _of_one_size(total: Claim, parts: Sequence[Claim]) -> bool:
    return 0.5 < sum(part.value for part in parts) / (total.value or 1) < 2


def _summable(total: Claim, part: Claim) -> bool:
    """Are both of one measure, or is the part a bare figure that leaves out the currency?"""
    bare = part.kind == "number" and not part.noun
    return one_measure(total, part) or (bare and total.kind == "money")


def _remainder(copy: _Copy, parts: Sequence[Claim], rest: Sequence[Claim]) -> list[Claim]:
    """ "Independents hold the other seven" in the next sentence is the last part of the list."""
    return [
        c for c in rest if one_measure(parts[0], c) and copy.book.says("remainder", copy.before(c))
    ][:1]


def _link(
    total: Claim,
    parts: tuple[Claim, ...],
    *,
    complete: bool,
    singles: int = 0,
    confidence: Confidence = "high",
) -> Link:
    said, *made_of = printed_together((total, *parts))
    made = sum_of(made_of)
    values = [*(part.value for part in parts), *[1.0] * singles]
    facts = {
        "said": said,
        # "and a child" may be one of the counted: both ways are possible.
        "made": made.plus(Interval(0, singles)),
        "added": " + ".join(map(number, values)),
        "makes": spoken(sum(values), total),
        "sum": sum(values),
        "complete": complete,
        "listed": len(values),
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"total": total, "parts": parts}
    return Link("sum-of", roles, confidence=confidence, facts=facts)
