"""The time between two points of copy, in a unit of duration: dates, years or hours of the day."""

from __future__ import annotations

from numcheck.links._common.calendar import Days, days, elapsed
from numcheck.links._common.slips import slip_between
from numcheck.model import Claim, Interval
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern

#: The minutes of a unit, and of a day; hours are told to the quarter ("some three hours").
_MINUTES = {"minute": 1, "hour": 60}
_DAY = 24 * 60
#: What begins from September on may end in the year after; "1 June … 4 May" are two stories.
_LATE_IN_THE_YEAR = 9
#: What is told of a stretch is at most so many times too long or too short; else it is of a part.
_NEAR = 5
#: The unit that runs may count or not.
_FULL = 0.8
#: An hour up to twelve without "a.m." or "p.m.".
_HALF_KNOWN = pattern(r"^(?:at |around |about )?(?:[1-9]|1[0-2])(?:[.:]\d\d)?$")


def spanned(start: Claim, end: Claim, duration: Claim) -> Interval | None:
    """The time between two dates; None if it is not known or does not run forward."""
    if start.calendar is None or end.calendar is None:
        return None
    if "time" in (start.kind, end.kind):
        return _on_a_clock(start, end, duration)
    first, last = _same_year(start, end)
    if first is None or last is None or last.last < first.first:
        return None
    span = elapsed(first, last, duration.unit)
    # "In 2021 … on 23 May 2021": the day may lie before the end of the year, but time runs on.
    return span and Interval(max(0.0, span.low), max(0.0, span.high))


def is_near(duration: Claim, span: Interval) -> bool:
    """Is it near the time between, or a slip of it? A war of four years has sieges of months."""
    middle = sum(span) / 2
    if middle <= 0 or 1 / _NEAR <= duration.value / middle <= _NEAR:
        return True
    return slip_between(round(middle), duration.value) != ""


def is_slip(duration: Claim, time: float) -> bool:
    """Is it told with a slip of so much time: ten off, or the digits swapped?"""
    ten_off = abs(abs(duration.value - time) - 10) < _FULL
    return ten_off or slip_between(duration.value, round(time)) == "digits swapped"


def is_slip_between(duration: Claim, start: Claim, end: Claim) -> bool:
    """Is the time told with a slip of the years from one to the other?"""
    span = spanned(start, end, duration) if duration.unit == "year" else None
    return span is not None and is_slip(duration, sum(span) / 2)


def _on_a_clock(start: Claim, end: Claim, duration: Claim) -> Interval | None:
    """The time between two hours of one day, or of an evening and the morning after."""
    first, last = start.calendar, end.calendar
    if first is None or last is None or first.hour is None or last.hour is None:
        return None
    nights = _nights(start, end)
    if duration.unit not in _MINUTES or nights is None:
        return None
    minutes = (last.hour - first.hour) * 60 + (last.minute or 0) - (first.minute or 0)
    if nights:
        minutes += nights * _DAY
        return Interval(minutes / _MINUTES[duration.unit], minutes / _MINUTES[duration.unit])
    # "from 9 to 5" may be eight hours or twenty
    half_known = _HALF_KNOWN.search(start.text) or _HALF_KNOWN.search(end.text)
    day = _DAY // 2 if half_known else _DAY
    told = (minutes % day + part for part in range(0, _DAY, day))
    stated = duration.value * _MINUTES[duration.unit]
    nearest = min(told, key=lambda span: abs(span - stated)) / _MINUTES[duration.unit]
    return Interval(nearest, nearest)


def _nights(start: Claim, end: Claim) -> int | None:
    """How many nights lie between, as told: none for one day, one from Thursday to Friday."""
    if start.when is None or end.when is None or start.when.text == end.when.text:
        return 0
    told = [when.text for when in (start.when, end.when)]
    if any(day not in WEEKDAYS for day in told):
        return None
    nights = (WEEKDAYS.index(told[1]) - WEEKDAYS.index(told[0])) % 7
    return nights if nights == 1 else None


def _same_year(start: Claim, end: Claim) -> tuple[Days | None, Days | None]:
    """Both dates in the year that either names; without a year, in any common one."""
    assert start.calendar is not None
    assert end.calendar is not None
    if {start.kind, end.kind} == {"date", "year"} and None in (
        start.calendar.year,
        end.calendar.year,
    ):
        return None, None  # "signed on 3 July … until 2027"
    year = start.calendar.year or end.calendar.year
    if year is None and start.calendar.month and end.calendar.month:
        year = 2023  # no leap day: at worst one day too short, which the slack covers
    first = days(start.calendar, year)
    last = days(end.calendar, year)
    if first and last and last.last < first.first and not start.calendar.year:
        if (start.calendar.month or 0) < _LATE_IN_THE_YEAR:
            return None, None
        # "from 28 December to 3 January": the start lies in the year before.
        first = days(start.calendar, (year or 2023) - 1)
    return first, last
