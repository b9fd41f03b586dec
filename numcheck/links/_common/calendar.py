"""Calendar arithmetic on dates as copy writes them: partial, relative, sometimes impossible.

A date in copy is a stretch of days ("in 1987" is a year long), so an elapsed time is an interval.
Nothing here guesses a century or a year: what cannot be known comes back as None.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from numcheck.model import Calendar, Claim, Interval, Reading, Span
from numcheck.months import last_day

#: Mean lengths in days; a calendar unit is never exact, so callers add their own slack.
UNIT_DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}


class Days(NamedTuple):
    """The first and the last day that a date can mean."""

    first: dt.date
    last: dt.date

    @property
    def years(self) -> Interval:
        """The stretch in years since year 0, with fractions."""
        return Interval(_in_years(self.first), _in_years(self.last))


def _in_years(day: dt.date) -> float:
    length = dt.date(day.year, 12, 31).timetuple().tm_yday
    return day.year + (day.timetuple().tm_yday - 1) / length


def is_real(date: Calendar) -> bool:
    """Does the calendar have this day? Without a year, 29 February exists.

    >>> is_real(Calendar(month=2, day=29)), is_real(Calendar(year=2023, month=2, day=29))
    (True, False)
    >>> is_real(Calendar(month=6, day=31)), is_real(Calendar(month=13, day=1))
    (False, False)
    """
    month, day = date.month, date.day
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if month is None:
        return 1 <= day <= 31
    year = 2024 if date.year is None or not 1 <= date.year <= 9999 else date.year
    return 1 <= day <= last_day(year, month)


def days(date: Calendar, year: int | None = None) -> Days | None:
    """The days a date can mean; `year` stands in where the copy gives none.

    None for a date without any year, without year and month, or that does not exist.

    >>> days(Calendar(year=1987))
    Days(first=datetime.date(1987, 1, 1), last=datetime.date(1987, 12, 31))
    """
    year = date.year if date.year is not None else year
    if year is None or not 1 <= year <= 9900 or not is_real(date):
        return None
    if date.month is None:
        return Days(dt.date(year, 1, 1), dt.date(year + date.years - 1, 12, 31))
    if date.day is None:
        last = last_day(year, date.month)
        return Days(dt.date(year, date.month, 1), dt.date(year, date.month, last))
    try:
        day = dt.date(year, date.month, date.day)
    except ValueError:  # 29 February of a common year
        return None
    return Days(day, day)


def elapsed_days(start: Days, end: Days) -> Interval:
    """How many days lie between, both ways of counting the ends admitted.

    From 2 to 12 May is ten days, eleven if both ends count.
    """
    return Interval((end.first - start.last).days, (end.last - start.first).days + 1)


def elapsed(start: Days, end: Days, unit: str) -> Interval | None:
    """The time between in a unit of duration; None for a unit that is no duration."""
    length = UNIT_DAYS.get(unit)
    if length is None:
        return None
    low, high = elapsed_days(start, end)
    return Interval(low / length, high / length)


def full_years(born: Days, then: Days) -> Interval:
    """The ages, in completed years, that somebody born then can have.

    >>> born = Days(dt.date(1951, 11, 1), dt.date(1951, 11, 30))
    >>> full_years(born, Days(dt.date(2023, 5, 2), dt.date(2023, 5, 3)))
    Interval(low=71, high=71)
    """
    return Interval(_age(born.last, then.first), _age(born.first, then.last))


def _age(born: dt.date, then: dt.date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


#: Nobody in January speaks of this year's December without saying so; in March, one may.
_FAR_AHEAD = 300


def likely_years(date: Calendar, near: dt.date, reach_days: int = 250) -> tuple[int, ...]:
    """The years in which a date without one falls close to a day, and that of the day: one or two.

    >>> likely_years(Calendar(month=12, day=31), dt.date(2024, 1, 3))
    (2023,)
    >>> likely_years(Calendar(month=10, day=26), dt.date(2025, 3, 27))
    (2024, 2025)
    """
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        there = days(date, year)
        ahead = (there.first - near).days if there else _FAR_AHEAD + 1
        this_year = year == near.year and ahead <= _FAR_AHEAD
        if there and (this_year or abs(ahead) <= reach_days):
            found.append(year)
    return tuple(found)


def today(reading: Reading) -> dt.date | None:
    """The day on which the copy speaks: as published, or as its dateline says.

    A day that was inferred from the copy's own figures is left out: it would prove them right.
    """
    dated = reading.dated
    if dated is not None and dated.source in ("published", "dateline"):
        return dated.end
    return reading.document.published


def told_day(at: Span, day: Calendar, sentence: int, reading: Reading) -> Claim:
    """A day that only a word names ("last Tuesday", "Monday's"), as a date among the claims."""
    text = reading.text[at.start : at.end]
    zeros = (0.0,) * 5
    return Claim(
        at.start, at.end, text, "date", *zeros,
        calendar=day, document=reading.document.id, sentence=sentence,
    )  # fmt: skip


def roomy(duration: Claim) -> Interval:
    """A duration as wide as honest counting makes it, in its own unit.

    One unit more or less, for ends that may or may not count; 5 % for round numbers of years.
    """
    return Interval(duration.low - 1, duration.high + 1).widened(0.05)
