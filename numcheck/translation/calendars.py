"""Dates of the Iranian, Bengali and Islamic calendars, as the days of the common one they may be.

Solar months begin on a fixed day of the common year, give or take one; the moon's months are
reckoned, and sighted up to two days off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from numcheck.translation.figures import Moment

#: The era of the Islamic calendar in the lexicons.
HIJRI = "hijri"
#: Eras whose year does not begin in January and so lies in two of the common one.
BROKEN_YEARS = frozenset({621, 593, 78, -57})
#: Day number (1 is 1 January of year 1) before the first of the Islamic calendar.
_HIJRA = 227014


def lunar_years(year: int) -> tuple[int, ...]:
    """The years of the common era in which an Islamic year lies."""
    first, last = _lunar_day(year, 1, 1), _lunar_day(year, 12, 29)
    return tuple(sorted({first.year, last.year}))


def solar(first: str, offset: int, year: int | None, day: int | None) -> Iterator[Moment]:
    """What a day of a month may be that begins at `first` ("3-21") of the common year."""
    month, begins = map(int, first.split("-"))
    common = year + offset if year is not None else None
    if common is not None and not 1 <= common < 9998:
        return
    start = dt.date(common or 2001, month, begins)
    if year is not None and month < _NEW_YEAR[offset]:
        start = start.replace(year=start.year + 1)
    shifts = (0, 28) if day is None else (day - 1, day, day - 2)
    for shift in shifts:
        told = start + dt.timedelta(shift)
        yield Moment(told.year if year else None, told.month, told.day if day else None)


#: The month of the common year in which the year of each offset begins.
_NEW_YEAR = {621: 3, 593: 4}


def lunar(month: int, year: int | None, day: int | None) -> Iterator[Moment]:
    """What a date of the Islamic calendar may be; without its year nobody knows."""
    if year is None or not 1 <= year <= 2000:
        return
    middle = _lunar_day(year, month, day or 1)
    shifts = (0, 28) if day is None else (0, -1, 1, -2, 2)
    for shift in shifts:
        told = middle + dt.timedelta(shift)
        yield Moment(told.year, told.month, told.day if day else None)


def _lunar_day(year: int, month: int, day: int) -> dt.date:
    """The day by the tabular calendar: eleven leap years in thirty."""
    days = (11 * year + 3) // 30 + 354 * (year - 1) + 29 * (month - 1) + month // 2 + day
    return dt.date.fromordinal(_HIJRA + days)
