"""Figures, intervals and counts in words, the same in every format."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from numcheck.model import Calendar, Claim, Finding, Interval, Quantity, When
from numcheck.months import MONTHS, WEEKDAYS, last_day

_SIGNS = {"percent": "%", "degree_Celsius": " °C", "degree_Fahrenheit": " °F"}
_UNITS = {"metric ton": "tonne"}
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "stone": "stone"}


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 figure", "1,200 figures"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number(value: float) -> str:
    """A value as a reader expects it: all digits of a whole number, few behind the point.

    >>> number(1500000.0), number(1 / 3), number(math.nextafter(700, 800)), number(math.inf)
    ('1,500,000', '0.333', '700', '∞')
    """
    if math.isinf(value) or math.isnan(value):
        return {math.inf: "∞", -math.inf: "−∞"}.get(value, "?")
    # A "more than 700" is kept as the next float above 700; nobody wants to read that.
    value = float(f"{value:.10g}")
    if value == int(value):
        text = f"{int(value):,}" if abs(value) < 1e18 else f"{value:.6g}"
    else:
        text = f"{value:,.3f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.3g}"
    return text.replace("-", "−")


def with_unit(words: str, unit: str) -> str:
    """Words for a number with its unit behind.

    >>> with_unit("5", "percent"), with_unit("80", "kilometer"), with_unit("1", "mile / hour")
    ('5%', '80 kilometres', '1 mile an hour')
    """
    if unit in _SIGNS or not unit:
        return words + _SIGNS.get(unit, "")
    if unit.isupper():
        return f"{words} {unit}"
    first, *rest = unit.replace("_", " ").split(" / ")
    first = _UNITS.get(
        first, first.removesuffix("meter") + "metre" if first.endswith("meter") else first
    )
    if words != "1":
        first = _PLURALS.get(first, first + "s")
    return " ".join(
        [words, first, *(f"an {per}" if per == "hour" else f"per {per}" for per in rest)]
    )


def interval(span: Interval, bound: str = "") -> str:
    """An interval in words; `bound` tells "more than 700" from "700 or more".

    >>> interval(Interval(500, math.inf)), interval(Interval(0, 84)), interval(Interval(45, 55))
    ('500 or more', 'up to 84', '45 to 55')
    """
    low, high = span
    if low == high or number(low) == number(high):
        return number(low)
    if math.isinf(high):
        if math.isinf(low):
            return "any number"
        return f"more than {number(low)}" if bound == "more_than" else f"{number(low)} or more"
    if low == 0 or math.isinf(low):
        return f"less than {number(high)}" if bound == "less_than" else f"up to {number(high)}"
    return f"{number(low)} to {number(high)}"


def calendar(when: Calendar) -> str:
    """A date, year or clock time in words: "Monday 14 September 2020", "18:30"."""
    parts = [when.relative] if when.relative else []
    if when.weekday is not None and 0 <= when.weekday < 7:
        parts.append(WEEKDAYS[when.weekday])
    if when.day is not None:
        parts.append(str(when.day))
    if when.month is not None and 1 <= when.month <= 12:
        parts.append(MONTHS[when.month - 1])
    if when.year is not None:
        parts.append(str(when.year) if when.years == 1 else f"{when.year}–{when.year + when.years}")
    if when.hour is not None:
        parts.append(f"{when.hour:02d}:{when.minute or 0:02d}")
    return " ".join(parts)


def day(date: dt.date) -> str:
    """A day as British papers print it: "6 June 2021"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def period(when: When | None) -> str:
    """The time a claim speaks of: a day, a month, a year, or from one day to another.

    >>> period(When(start=dt.date(2008, 1, 1), end=dt.date(2008, 12, 31)))
    '2008'
    """
    if when is None:
        return ""
    start, end = when.start, when.end
    if start is None or end is None:
        since = f"since {day(start)}" if start else f"until {day(end)}" if end else ""
        return since or when.text
    if start == end:
        return day(start)
    if start.day == 1 and end.day == last_day(end.year, end.month):
        if (start.year, start.month) == (end.year, end.month):
            return f"{MONTHS[start.month - 1]} {start.year}"
        if (start.month, end.month) == (1, 12):
            return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    return f"{day(start)} to {day(end)}"


def meaning(quantity: Quantity) -> str:
    """What a reader takes the figure to mean, with its unit."""
    if quantity.calendar is not None:
        return calendar(quantity.calendar) or quantity.text
    if quantity.kind in {"identifier", "score"}:
        return quantity.text
    return with_unit(interval(quantity.core, quantity.bound), quantity.unit)


def reach(quantity: Quantity) -> str:
    """All that the figure can honestly cover, where that is more than its meaning; else ""."""
    if quantity.calendar is not None or quantity.core == quantity.hull:
        return ""
    wider = with_unit(interval(quantity.hull, quantity.bound), quantity.unit)
    return "" if wider == meaning(quantity) else wider


def reads(claim: Claim) -> Iterator[str]:
    """What was read of a claim: how many, of what, in what event."""
    noun = claim.noun or claim.head
    if claim.kind in {"count", "number"} and noun:
        yield f"{meaning(claim)} {noun}"
    else:
        yield from filter(None, (meaning(claim), noun))
    yield from filter(None, (claim.event, claim.entity))
    if wider := reach(claim):
        yield f"at its widest {wider}"


def counted(claim: Claim) -> str:
    """What the claim counts, as a heading: its noun, else whose figure or what kind it is."""
    return claim.noun or claim.head or claim.entity or claim.kind


def worked(finding: Finding) -> list[tuple[str, str]]:
    """What was computed on the way to a finding, as names and values worth reading.

    What the message says already is not said again, nor are the yes and no of a link's inner life.
    """
    return [
        (name.replace("_", " "), value)
        for name, value in finding.facts.items()
        if value and value not in {"True", "False", "None"} and value not in finding.message
    ]


def slip(finding: Finding) -> str:
    """The slip that would explain the finding, "" if there is none or the message names it."""
    garble = finding.garble
    return "" if garble is None or garble.explanation in finding.message else garble.explanation
