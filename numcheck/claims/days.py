"""From a date as written to days on the calendar, seen from the day the copy was put out.

Everything here answers with a first and a last day; None where it cannot be known. Nothing raises:
"31 February" is for a rule to find.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from numcheck.model import Calendar, When
from numcheck.months import last_day

Days = tuple[dt.date | None, dt.date | None]
_UNKNOWN: Days = (None, None)
_LENGTHS = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "hour": 1 / 24,
    "night": 1.0,
    "weekend": 7.0,
}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
#: Copy dated the 14th may speak of the 15th without "will" (time zones, early editions), and of
#: the month to come; what lies further ahead than this was last year.
_AHEAD_DAYS = 45


class Anchor(NamedTuple):
    """The day the copy was put out, or only its year, with how it is known."""

    day: dt.date | None = None
    year: int | None = None
    source: str = ""
    text: str = ""

    def as_when(self) -> When | None:
        if self.day is not None:
            return When(self.text, self.day, self.day, self.source)
        if self.year is None:
            return None
        return When(self.text, dt.date(self.year, 1, 1), dt.date(self.year, 12, 31), self.source)


def resolve(at: Calendar, anchor: Anchor, ahead: bool) -> Days:
    """The days a date means; `ahead` if the sentence speaks of what is to come.

    >>> friday = Anchor(dt.date(2022, 8, 19), 2022)
    >>> [str(day) for day in resolve(Calendar(weekday=1), friday, ahead=False)]
    ['2022-08-16', '2022-08-16']
    >>> [str(day) for day in resolve(Calendar(weekday=1), friday, ahead=True)]
    ['2022-08-23', '2022-08-23']
    """
    try:
        return _resolved(at, anchor, ahead)
    except (ValueError, OverflowError):
        return _UNKNOWN


def _resolved(at: Calendar, anchor: Anchor, ahead: bool) -> Days:
    if at.month is not None:
        year = at.year if at.year is not None else _year_of(at, anchor, ahead)
        if year is None:
            return _UNKNOWN
        if at.day is None:
            return _month_of(dt.date(year, at.month, 1))
        day = dt.date(year, at.month, at.day)
        return day, day
    if at.year is not None:
        return dt.date(at.year, 1, 1), dt.date(at.year + at.years - 1, 12, 31)
    if at.weekday is not None and anchor.day is not None:
        day = _weekday(at.weekday, anchor.day, at.relative, ahead)
        return day, day
    return _UNKNOWN


def _year_of(at: Calendar, anchor: Anchor, ahead: bool) -> int | None:
    """The year of a day or month given without one: the latest past one, or the next if ahead."""
    if anchor.day is None or at.month is None:
        return anchor.year
    year = anchor.day.year
    if at.relative == "last" and at.month >= anchor.day.month:
        return year - 1
    gap = (dt.date(year, at.month, min(at.day or 1, 28)) - anchor.day).days
    if not ahead and gap > _AHEAD_DAYS:
        return year - 1
    return year + 1 if ahead and gap < -_AHEAD_DAYS else year


def _weekday(weekday: int, day: dt.date, relative: str, ahead: bool) -> dt.date:
    """The nearest such weekday: behind us, the day itself included, or ahead."""
    if ahead or relative == "next":
        return moved(day, (weekday - day.weekday()) % 7 or (7 if relative == "next" else 0))
    back = (day.weekday() - weekday) % 7
    return moved(day, -(back or (7 if relative == "last" else 0)))


def ago(day: dt.date | None, count: int, unit: str) -> Days:
    """The days that lie so many units back; "two weeks ago" is loose by three days."""
    if day is None:
        return _UNKNOWN
    if unit in _MONTHS:
        return _month_of(_month(day, -count * _MONTHS[unit]))
    at = moved(day, -int(count * _LENGTHS.get(unit, 1)))
    slack = 3 if unit in ("week", "fortnight") else 0
    return moved(at, -slack), moved(at, slack)


def stepped(day: dt.date | None, which: str, what: str) -> Days:
    """ "Last month", "this week", "next year": `which` and `what` in lower case."""
    if day is None:
        return _UNKNOWN
    by = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(which, 0)
    if what in ("night", "morning", "afternoon", "evening"):
        return moved(day, by), moved(day, 0 if what == "night" and by == -1 else by)
    if what == "week":
        monday = moved(day, 7 * by - day.weekday())
        return monday, moved(monday, 6)
    if what == "weekend":
        # On a Monday "the weekend", "last weekend" is the one just over.
        saturday = moved(day, 5 - day.weekday() + 7 * (by if day.weekday() < 5 else min(by, 0)))
        return saturday, moved(saturday, 1)
    if what == "month":
        return _month_of(_month(day, by))
    if what == "year" and 1 < day.year + by < 9999:
        return dt.date(day.year + by, 1, 1), dt.date(day.year + by, 12, 31)
    return _UNKNOWN


def moved(day: dt.date, days: int) -> dt.date:
    """A day moved by some days; at the ends of the calendar it stays."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return day


def _month(day: dt.date, by: int) -> dt.date:
    count = min(max(12, day.year * 12 + day.month - 1 + by), 9999 * 12 + 11)
    return dt.date(count // 12, count % 12 + 1, 1)


def _month_of(first: dt.date) -> Days:
    return first, first.replace(day=last_day(first.year, first.month))
