"""Two conversions between one pair of currencies, and the rates that they imply.

A sum and its conversion do not say whether the rate is right; two of them, or a stated rate
("$1 = 140 yen"), do. Rates move with time, so sums of other years are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.figures import spoken
from numcheck.links._common.needs import Needs
from numcheck.links.measures._restated import restatements
from numcheck.links.measures.conversion import figure_width
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.units import is_currency, tables

KIND = LinkKind(
    name="exchange-rate",
    summary="A converted sum of money beside another conversion, or a stated rate, of the story.",
    roles=("stated", "converted", "other_stated", "other_converted"),
    facts=("rate", "other_rate", "factor", "right"),
)
NEEDS = Needs(figures=(("money",),))

#: More conversions than this are a price list, and comparing all of them takes square time.
_MOST_PAIRS = 60
#: Currencies whose name is a measure elsewhere; beside a sum of money it is none.
_ALSO_MONEY = {"pound": "GBP", "sterling": "GBP"}
_LOOKS_BACK = 4


def _words(reading: Reading) -> Book:
    return book("exchange-rate", reading.document.language)


class _Pair(NamedTuple):
    """A sum in two currencies.

    `rate` is what one unit of the currency first in the alphabet is worth in the other, whichever
    of them was written first; `is_rate` marks a rate that the copy states as such.
    """

    stated: Claim
    converted: Claim
    rate: Interval
    is_rate: bool = False

    @property
    def currencies(self) -> tuple[str, ...]:
        return tuple(sorted((self.stated.unit, self.converted.unit)))

    def at(self, rate: float) -> float:
        """The converted sum as it would be at another rate."""
        factor = rate if self.stated.unit == self.currencies[0] else 1 / rate
        return self.stated.value * factor


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every conversion that can be held against a better-founded one for the same currencies."""
    groups: dict[tuple[str, ...], list[_Pair]] = {}
    for pair in _pairs(reading):
        groups.setdefault(pair.currencies, []).append(pair)
    for rate in [pair for group in groups.values() for pair in group if pair.is_rate]:
        groups[rate.currencies] += _at_rate(rate, reading)
    for group in groups.values():
        yield from _odd_ones(group, reading)


def _odd_ones(group: list[_Pair], reading: Reading) -> Iterator[Link]:
    """Each pair against the stated rate, or else against the pair most others agree with."""
    group = group[:_MOST_PAIRS]
    if len(group) < 2:
        return
    standard = max(group, key=lambda pair: (pair.is_rate, _agreeing(pair, group)))
    for pair in group:
        if pair is not standard and not pair.is_rate and _same_time(pair, standard, reading):
            yield _link(pair, standard)


def _agreeing(pair: _Pair, group: list[_Pair]) -> int:
    return sum(pair.rate.widened(0.05).overlaps(other.rate) for other in group)


def _same_time(pair: _Pair, other: _Pair, reading: Reading) -> bool:
    """No time is named beside one sum that is not named beside the other."""
    times = [_times(p, reading) for p in (pair, other)]
    return times[0] == times[1] or (other.is_rate and not times[0])


def _times(pair: _Pair, reading: Reading) -> set[str]:
    """The words of time in the part of the sentence, between semicolons, that a sum stands in."""
    start, end = reading.sentences[pair.stated.sentence]
    start = max(start, reading.text.rfind(";", start, pair.stated.start))
    stop = reading.text.find(";", pair.converted.end, end)
    clause = reading.text[start : stop if stop >= 0 else end]
    return {word.lower() for word in _words(reading).patterns["time"].findall(clause)}


def _link(pair: _Pair, standard: _Pair) -> Link:
    middle = sum(standard.rate) / 2
    first, second = sorted((sum(pair.rate) / 2, middle))
    return Link(
        KIND.name,
        {
            "stated": pair.stated,
            "converted": pair.converted,
            "other_stated": standard.stated,
            "other_converted": standard.converted,
        },
        facts={
            "rate": pair.rate,
            "other_rate": standard.rate,
            "factor": second / first,
            "right": spoken(pair.at(middle), pair.converted),
        },
    )


def _pairs(reading: Reading) -> Iterator[_Pair]:
    for one, other, _ in restatements(reading):
        if _two_currencies(one, other) and not _is_rate(one, other, reading):
            yield from _pair(one, other, False)
    for claim in reading.claims:
        yield from _named_rate(claim, reading)
    for one, beside in zip(reading.claims, reading.claims[1:], strict=False):
        other = _as_money(beside) if one.kind == "money" else beside
        if _two_currencies(one, other) and _is_rate(one, other, reading):
            yield from _pair(one, other, True)


def _as_money(claim: Claim) -> Claim:
    """ "$1 = 0.80 pounds" weighs nothing."""
    if claim.kind != "measure" or claim.unit not in _ALSO_MONEY:
        return claim
    return replace(claim, kind="money", unit=_ALSO_MONEY[claim.unit])


def _named_rate(claim: Claim, reading: Reading) -> Iterator[_Pair]:
    """ "9 crowns to the dollar": the one unit of money has no figure of its own."""
    if claim.kind != "money":
        return
    of, _, per = claim.unit.partition(" / ")
    to_the, against = (_words(reading).patterns[name] for name in ("to_the", "against"))
    found = to_the.match(reading.text, claim.end)
    found = found or against.search(reading.text, max(0, claim.start - 40), claim.start)
    start, end = found.span(1) if found else (claim.end - 1, claim.end)
    name = per or (found[1].lower() if found else "")
    unit = name if is_currency(name) else tables().money.get(name, _ALSO_MONEY.get(name, ""))
    if unit and unit != of:
        one = replace(claim, start=start, end=end, text=reading.text[start:end], unit=unit)
        one = replace(one, value=1.0, low=1.0, high=1.0)
        yield from _pair(replace(claim, unit=of), one, True)


def _at_rate(rate: _Pair, reading: Reading) -> Iterator[_Pair]:
    """ "At the rate of 25 crowns to the euro the loan comes to 140 million euros", and the loan."""
    own = {rate.stated.start, rate.converted.start}
    here = rate.stated.sentence
    beside = [c for c in reading.in_sentence(here) if _is_sum_of(c, rate, own)]
    if len(beside) == 1:
        beside = [*_sum_before(beside[0], rate, reading), *beside]
    if len(beside) == 2 and _two_currencies(*beside):
        yield from _pair(beside[0], beside[1], False)


def _sum_before(converted: Claim, rate: _Pair, reading: Reading) -> list[Claim]:
    """The one sum that the sentences shortly before tell of in the other currency."""
    passage = range(max(0, converted.sentence - _LOOKS_BACK), converted.sentence)
    told = (c for at in passage for c in reading.in_sentence(at) if _is_sum_of(c, rate, set()))
    found = {c.value: c for c in told if c.unit != converted.unit}
    return list(found.values()) if len(found) == 1 else []


def _is_sum_of(claim: Claim, rate: _Pair, own: set[int]) -> bool:
    if claim.kind != "money" or claim.start in own or claim.value <= 1:
        return False
    return claim.unit in rate.currencies


def _two_currencies(one: Claim, other: Claim) -> bool:
    if one.kind != "money" or other.kind != "money" or one.unit == other.unit:
        return False
    return is_currency(one.unit) and is_currency(other.unit)


def _is_rate(one: Claim, other: Claim, reading: Reading) -> bool:
    """ "$1 = 140 yen", "140 yen to one dollar": one unit of money is set equal to a sum."""
    if other.start - one.end > 30 or 1 not in (one.value, other.value):
        return False
    gap = reading.text[one.end : other.start]
    stated, per = (_words(reading).patterns[name] for name in ("stated", "per"))
    return bool(stated.fullmatch(gap) or (other.value == 1 and per.fullmatch(gap)))


def _pair(one: Claim, other: Claim, is_rate: bool) -> Iterator[_Pair]:
    widths = [figure_width(claim) for claim in sorted((one, other), key=lambda c: c.unit)]
    if is_rate:
        widths = [Interval(c.value, c.value) for c in sorted((one, other), key=lambda c: c.unit)]
    if min(width.low for width in widths) > 0:
        yield _Pair(one, other, widths[1].over(widths[0]), is_rate)
