"""A quantity and the same quantity in another unit: "50 miles (80 km)", "39C (102F)".

Either figure may be the original and either may be rounded, so both are as wide as desks round.
Money in two currencies is the business of `exchange-rate`: no fixed factor converts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.figures import number, spoken
from numcheck.links.measures._restated import Restated, restatements
from numcheck.links.measures._told_again import told_again
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.text.lexicon import lexicon
from numcheck.units import are_inverse, comparable, convert, invert

KIND = LinkKind(
    name="conversion",
    summary="A measure restated in another unit, in brackets or apposition.",
    roles=("stated", "converted"),
    facts=("expected", "printed", "right"),
    options={"tolerance": 0.05},
)

_OTHER_SCALE = {
    "degree_Celsius": "degree_Fahrenheit",
    "degree_Fahrenheit": "degree_Celsius",
}
#: Widest that rounding to friendly numbers ("20 miles (30 km)") is believed to go.
_MOST_ROUNDING = 0.1


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every conversion, agreeing or not."""
    for found in (*restatements(reading), *told_again(reading)):
        pair = _with_scales(found)
        if _converts(pair, reading):
            yield _link(pair, reading, options["tolerance"])


def _with_scales(pair: Restated) -> Restated:
    """ "33 degrees (91F)": bare degrees beside one scale are degrees of the other."""
    one, other, direct = pair
    if one.unit == "degree" and other.unit in _OTHER_SCALE:
        one = replace(one, kind="temperature", unit=_OTHER_SCALE[other.unit])
    elif other.unit == "degree" and one.unit in _OTHER_SCALE:
        other = replace(other, kind="temperature", unit=_OTHER_SCALE[one.unit])
    return Restated(one, other, direct)


def _converts(pair: Restated, reading: Reading) -> bool:
    one, other, direct = pair
    if one.kind not in ("measure", "temperature", "duration") or not one.unit or not other.unit:
        return False
    if one.unit == other.unit:
        return direct and bool(_lost_unit(pair))
    if are_inverse(one.unit, other.unit):
        return True  # "45 mpg (6.3 l/100 km)"
    if not comparable(one.unit, other.unit):
        return False
    if one.kind == "duration" or _metric(one.unit) == _metric(other.unit):
        # "two years (six months suspended)", "a 2 km course (500 m of it uphill)"
        return direct and reading.text[one.end : other.start].strip() in ("(", "[", "=", "/")
    return True


def _lost_unit(pair: Restated) -> str:
    """The unit that the second figure must have lost: "772 km (480 km)" is 480 miles."""
    one, other, _ = pair
    partners: Mapping[str, list[str]] = lexicon("links/conversions")["partners"]
    for unit in partners.get(one.unit, ()):
        # Either figure may be the one whose unit was lost.
        ways = (convert(one.value, one.unit, unit), convert(one.value, unit, one.unit))
        if any(abs(value - other.value) <= 0.02 * abs(other.value) for value in ways):
            return unit
    return ""


def _named(value: float, unit: str) -> str:
    """A computed value with the unit's plain name: "480 miles"."""
    name = unit.removeprefix("degree_").replace("_", " ").replace("foot", "feet")
    return f"{number(value)} {name if 'feet' in name or '/' in name else name + 's'}"


@cache
def _metric(unit: str) -> bool:
    names = {re.sub("^(?:square|cubic)_", "", name) for name in re.findall(r"\w+", unit)}
    return names.isdisjoint(lexicon("links/conversions")["imperial"])


def _link(pair: Restated, reading: Reading, tolerance: float) -> Link:
    one, other = pair.stated, pair.again
    printed = figure_width(other)
    readings = [
        _converted(one, unit, to)
        for unit in unit_readings(one.unit)
        for to in unit_readings(other.unit)
    ]
    if one.kind == "temperature" and _may_be_difference(one, other, reading):
        readings.append(_difference(one, other.unit))
    expected = min(readings, key=lambda r: _distance(r, printed))
    lost = _lost_unit(pair) if one.unit == other.unit else ""
    value = _in_unit(one.value, one.unit, other.unit)
    right = _named(value, other.unit) if "-" in other.text else spoken(value, other)
    return Link(
        KIND.name,
        {"stated": one, "converted": other},
        confidence="high" if pair.direct else "medium",
        facts={
            "expected": _eased(expected, one, other, tolerance),
            "printed": printed,
            "right": _named(convert(one.value, one.unit, lost), lost) if lost else right,
        },
    )


def unit_readings(unit: str) -> tuple[str, ...]:
    """The units that a name may mean: a "ton" is long, short or metric."""
    alternatives: Mapping[str, list[str]] = lexicon("links/conversions")["ambiguous"]
    return (unit, *alternatives.get(unit, ()))


def figure_width(claim: Claim) -> Interval:
    """What a printed figure may have been before rounding, without its bound words."""
    ends = claim.parts if claim.bound == "between" and len(claim.parts) == 2 else (claim.value,)
    return Interval(min(ends) - rounding(min(ends), claim), max(ends) + rounding(max(ends), claim))


def rounding(value: float, claim: Claim) -> float:
    """Half the worth of the last digit that is not a filling zero, 10 % of the value at most."""
    half_digit = 0.5 * min(claim.step, 1.0) if claim.step else 0.5
    if claim.step > 1 or (abs(value) >= 10 and value == int(value)):
        filled = 10.0 ** _filling_zeros(value)
        half_digit = max(half_digit, min(filled / 2, abs(value) * _MOST_ROUNDING))
    if claim.bound in ("about", "vague"):
        half_digit = max(half_digit, abs(value) * _MOST_ROUNDING)
    return half_digit


def _filling_zeros(value: float) -> int:
    zeros, whole = 0, round(abs(value))
    while whole and whole % 10 == 0:
        whole, zeros = whole // 10, zeros + 1
    return zeros


def _converted(claim: Claim, unit: str, to: str) -> Interval:
    low, high = figure_width(claim)
    ends = sorted((_in_unit(low, unit, to), _in_unit(high, unit, to)))
    return Interval(*ends)


def _in_unit(value: float, unit: str, to: str) -> float:
    """The value in another unit, or in one that tells it turned over (miles a gallon)."""
    return invert(value, unit, to) if are_inverse(unit, to) else convert(value, unit, to)


def _difference(claim: Claim, to: str) -> Interval:
    """The claim read as a difference of temperatures, which has no offset."""
    low, high = figure_width(claim)
    zero = convert(0.0, claim.unit, to)
    return Interval(convert(low, claim.unit, to) - zero, convert(high, claim.unit, to) - zero)


def _may_be_difference(one: Claim, other: Claim, reading: Reading) -> bool:
    if one.role != "level":
        return True
    sentence = reading.sentences[one.sentence]
    before = reading.text[max(sentence.start, one.start - 60) : one.start]
    says = book("conversions", reading.document.language).says
    if one.value < 0 or says("reached", before):
        return False
    after = reading.text[other.end : min(sentence.end, other.end + 30)]
    return says("difference", before) or says("difference", after)


def _eased(expected: Interval, one: Claim, other: Claim, tolerance: float) -> Interval:
    if one.kind == "temperature":
        # A share of a temperature means nothing; desks are off by a degree or two.
        degrees = 4.0 if _is_round(one.value) or _is_round(other.value) else 1.5
        return Interval(expected.low - degrees, expected.high + degrees)
    return expected.widened(tolerance)


def _is_round(value: float) -> bool:
    return value % 10 == 0


def _distance(one: Interval, other: Interval) -> float:
    return max(0.0, one.low - other.high, other.low - one.high)
