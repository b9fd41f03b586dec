"""When two figures say the same, however they are written."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import Any

from numcheck.translation.figures import Figure, Moment, Range
from numcheck.translation.lexicon import shared

#: Two readings of one fraction ("two-thirds", 66.7 %) may differ by their rounding.
_FRACTION_TOLERANCE = 0.006
#: "A third" may be printed as 33 percent, "two-thirds" as 66 or 67.
_WHOLE_PERCENT = 0.0068


def close(a: float, b: float, tolerance: float = 1e-9) -> bool:
    """Are two numbers equal but for floating point, or within a share of the larger?"""
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=1e-12)


@cache
def _bases() -> dict[str, Any]:
    found: dict[str, Any] = shared()["bases"]
    return found


@cache
def _families() -> dict[str, frozenset[str]]:
    return {name: frozenset(members) for name, members in shared()["families"].items()}


def base_of(unit: str) -> tuple[str, float]:
    """The base unit and the factor to it; an unknown unit is its own base."""
    base, factor = _bases().get(unit, (unit, 1.0))
    return str(base), float(factor)


def is_currency(unit: str) -> bool:
    """Is this an ISO 4217 code or the name of a family of them ("dollar")?"""
    return unit.isupper() or any(member.isupper() for member in _families().get(unit, ()))


def compatible_units(a: str, b: str) -> bool:
    """May both names mean one unit? General names ("dollar") cover the particular ones."""
    if a == b:
        return True
    families = _families()
    if b in families.get(a, ()) or a in families.get(b, ()):
        return True
    if {a, b} in ({"percent", "tenth"}, {"celsius", "degree"}, {"fahrenheit", "degree"}):
        return True
    return bool(families.get(a, frozenset()) & families.get(b, frozenset()))


def same(a: Figure, b: Figure) -> bool:
    """Do two figures say the same under some admissible reading of both?

    Labels count: 5 percent is not 5 points, and 300 metres are not 300 feet.
    """
    if a.kind == "time" or b.kind == "time":
        return same_time(a, b)
    if a.kind == "date" or b.kind == "date":
        return same_date(a, b)
    return same_value(a, b, labels=True)


def same_time(a: Figure, b: Figure, *, meridiem: bool = True) -> bool:
    """Do clock times agree? With `meridiem` off, 8 a.m. agrees with 8 p.m."""
    one, two = list(_clock(a)), list(_clock(b))
    if meridiem:
        return bool(set(one) & set(two))
    return bool({m % 720 for m in one} & {m % 720 for m in two})


def _clock(figure: Figure) -> Iterator[int]:
    for moment in figure.moments:
        if moment.hour is not None:
            yield moment.hour * 60 + (moment.minute or 0)
    # "20 heures" is a time of day or a duration, which only the other side can tell.
    if figure.kind == "duration" and figure.unit == "hour" and figure.values:
        hour = figure.values[0].low
        if hour <= 24:
            yield round(hour * 60) % 1440
            if hour < 12:
                yield round(hour * 60) + 720
    hour_like = figure.kind in ("number", "ordinal")  # "od ósmej do wpół do siódmej"
    if hour_like and figure.value is not None and figure.value <= 24:
        yield round(figure.value * 60)
        if figure.value < 12:
            yield round(figure.value * 60) + 720  # "between 6 and 8 p.m."
        whole, _, rest = figure.written.digits.replace(",", ".").partition(".")
        if whole and len(rest) == 2:  # "19.00'da": the clock without its word
            yield int(whole) * 60 + int(rest)


def same_date(a: Figure, b: Figure) -> bool:
    """Do dates agree in all that both say?"""
    return any(_agree(x, y) for x in _days(a) for y in _days(b))


def _days(figure: Figure) -> Iterator[Moment]:
    yield from figure.moments
    if figure.kind == "date" or not figure.values:
        return
    value = figure.values[0].low
    if value % 1 or figure.kind not in ("number", "ordinal", "duration"):
        return
    if figure.unit in ("", "day") and 1 <= value <= 31:
        yield Moment(day=int(value))
    if figure.unit == "month" and value <= 12:
        yield Moment(month=int(value))
    if figure.unit in ("", "year"):
        yield Moment(year=int(value))


def _agree(x: Moment, y: Moment) -> bool:
    shared_fields = [
        (p, q) for p, q in zip(x[:3], y[:3], strict=True) if p is not None and q is not None
    ]
    return bool(shared_fields) and all(p == q for p, q in shared_fields)


def same_value(a: Figure, b: Figure, *, labels: bool) -> bool:
    """Are sizes equal? With `labels`, in one unit; without, as bare numbers."""
    if not a.values or not b.values:
        return False
    return any(_equal(a, b, x, y, labels) for x in a.values for y in b.values)


def _equal(a: Figure, b: Figure, x: Range, y: Range, labels: bool) -> bool:
    if a.vague or b.vague:
        other = labels and a.unit and b.unit and not compatible_units(a.unit, b.unit)
        one, two = _reach(a, x), _reach(b, y)
        return not other and one.low <= two.high and two.low <= one.high
    if _short_year(x, y) or _short_year(y, x):
        return True
    if not labels:
        return _bare_equal(a, b, x, y)
    if {a.kind, b.kind} == {"multiple", "fraction"}:  # "rose by half" is 1.5 times
        times, share = (x, y) if a.kind == "multiple" else (y, x)
        return any(close(share.low, s) for s in (times.low, times.low - 1, 1 / (times.low or 1)))
    if _shares(a, b):
        return _share_equal(a, b, x, y)
    if a.kind == b.kind == "multiple" and {a.language, b.language} & {"zh", "ja"}:
        return abs(x.low - y.low) <= 1  # 增长两倍: to three times; both renderings are in use
    if {a.kind, b.kind} == {"multiple", "percent"}:
        times, percent = (x, y) if a.kind == "multiple" else (y, x)
        return percent.low in (100 * times.low, 100 * (times.low - 1))
    if compatible_units(a.unit, b.unit):
        return _ends_close(x, y) or _rounded(b, x, y)
    (base_a, factor_a), (base_b, factor_b) = base_of(a.unit), base_of(b.unit)
    if base_a != base_b or not a.unit or not b.unit:
        return _days_and_months(a, b, x, y)
    scaled = Range(x.low * factor_a, x.high * factor_a), Range(y.low * factor_b, y.high * factor_b)
    return _ends_close(*scaled) or _idiom_weeks(a, b, x, y)


def _reach(figure: Figure, value: Range) -> Range:
    """What a figure can mean with its limit: 十几万 is fairly told as "more than 100,000"."""
    if figure.bound in ("more_than", "at_least"):
        return Range(value.low, math.inf)
    return Range(0.0, value.high) if figure.bound in ("less_than", "at_most") else value


def _bare_equal(a: Figure, b: Figure, x: Range, y: Range) -> bool:
    """Are two sizes equal whatever they measure? Tenths and percent are one measure."""
    if (a.unit == "tenth") != (b.unit == "tenth") and a.kind == b.kind:
        return _share_equal(a, b, x, y)
    return _ends_close(x, y) or _rounded(b, x, y) or _in_words(a, b, x, y)


def _short_year(short: Range, year: Range) -> bool:
    """九二, the '90s, 90-е: a year without its century."""
    if not (short.single and year.single and 1900 <= year.low <= 2050):
        return False
    return 10 <= short.low <= 99 and year.low % 100 == short.low


def _ends_close(x: Range, y: Range) -> bool:
    return close(x.low, y.low) and close(x.high, y.high)


def _rounded(b: Figure, x: Range, y: Range) -> bool:
    """Is one side the other, printed to fewer places before a scale word ("1.24m", "1.2m")?"""
    if not (x.single and y.single) or b.written.scale < 1000 or x.low == y.low:
        return False
    text = b.written.digits
    places = len(text.partition(".")[2])
    if len(text.replace(".", "")) < 2 or not places:
        return False
    return round(x.low / b.written.scale, places) == round(y.low / b.written.scale, places)


def _in_words(a: Figure, b: Figure, x: Range, y: Range) -> bool:
    return "fraction" in (a.kind, b.kind) and _share_equal(a, b, x, y)


def _shares(a: Figure, b: Figure) -> bool:
    return "fraction" in (a.kind, b.kind) or bool({"tenth", "permille"} & {a.unit, b.unit})


def _share_equal(a: Figure, b: Figure, x: Range, y: Range) -> bool:
    one, two = _share(a, x), _share(b, y)
    told = a.written.joined if a.kind == "fraction" else b.written.joined
    if {a.kind, b.kind} == {"fraction", "percent"} and max(told, default=2) <= 12:
        return max(abs(one.low - two.low), abs(one.high - two.high)) <= _WHOLE_PERCENT
    return close(one.low, two.low, _FRACTION_TOLERANCE) and close(
        one.high, two.high, _FRACTION_TOLERANCE
    )


def _share(figure: Figure, value: Range) -> Range:
    factor = {"percent": 0.01, "permille": 0.001, "tenth": 0.1}.get(figure.unit, 1.0)
    return Range(value.low * factor, value.high * factor)


def _idiom_weeks(a: Figure, b: Figure, x: Range, y: Range) -> bool:
    """Quinze jours, quindici giorni, 15 días: two weeks; huit jours: one."""
    counted = {(a.unit, x.low), (b.unit, y.low)}
    return counted in (
        {("day", 15.0), ("week", 2.0)},
        {("day", 8.0), ("week", 1.0)},
        {("day", 15.0), ("fortnight", 1.0)},
    )


#: A conversion in brackets is rounded to friendly numbers.
_CONVERSION_TOLERANCE = 0.07
#: How far a money conversion may lie from the rough rate: rates move, this only tells a
#: possible conversion from an invented one.
_RATE_FACTOR = 1.8


def converts(stated: Figure, given: Figure) -> bool:
    """Is one measure the other in its own unit, allowing for rounding?"""
    if not stated.values or not given.values:
        return False
    a, b = stated.values[0], given.values[0]
    if a.single != b.single:
        return False
    if stated.kind == given.kind == "temperature":
        celsius = [_celsius(stated.unit, a.low), _celsius(given.unit, b.low)]
        return abs(celsius[0] - celsius[1]) <= 1.5
    (base_a, factor_a), (base_b, factor_b) = base_of(stated.unit), base_of(given.unit)
    if base_a != base_b or not stated.unit or not given.unit:
        return False
    return close(a.low * factor_a, b.low * factor_b, _CONVERSION_TOLERANCE)


def in_other_unit(a: Figure, b: Figure) -> bool:
    """Does the translation give a measure in its reader's unit, without saying so?"""
    measured = a.kind == b.kind and a.kind in ("measure", "temperature")
    return measured and a.unit != b.unit and converts(a, b)


def _celsius(unit: str, degrees: float) -> float:
    return (degrees - 32) / 1.8 if unit == "fahrenheit" else degrees


def may_convert(stated: Figure, given: Figure) -> bool:
    """Could one amount of money be the other in its currency, at any rate of recent years?"""
    worth = shared()["worth"]
    if stated.unit == given.unit or not (stated.value and given.value):
        return False
    if stated.unit not in worth or given.unit not in worth:
        return stated.kind == given.kind == "money"
    ratio = (stated.value * worth[stated.unit]) / (given.value * worth[given.unit])
    return bool(1 / _RATE_FACTOR <= ratio <= _RATE_FACTOR)


def _days_and_months(a: Figure, b: Figure, x: Range, y: Range) -> bool:
    """Durations of different calendars, as people equate them: 12 weeks, 3 months."""
    seconds = {"second": 1.0, "month": 2_629_746.0}
    (base_a, factor_a), (base_b, factor_b) = base_of(a.unit), base_of(b.unit)
    if {base_a, base_b} != {"second", "month"}:
        return False
    one, two = x.low * factor_a * seconds[base_a], y.low * factor_b * seconds[base_b]
    return close(one, two, 0.08)
