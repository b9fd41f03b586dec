"""Dates and clock times as written, and whether the calendar and the clock have them."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import MONTHS, is_real
from numcheck.model import Calendar, Link, LinkKind, Reading

KIND = LinkKind(
    name="written-date",
    summary="A date or a clock time as written.",
    roles=("date",),
    facts=("because",),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every date with a day, and every clock time."""
    for claim in reading.claims:
        written = claim.calendar
        if written is None or (written.day is None and written.hour is None):
            continue
        yield Link(KIND.name, {"date": claim}, facts={"because": fault(written)})


def fault(written: Calendar) -> str:
    """Why there is no such date or time, or "".

    >>> fault(Calendar(month=6, day=31)), fault(Calendar(hour=25, minute=40))
    ('June has 30 days', 'the hours of a day end at 24:00')
    >>> fault(Calendar(year=2023, month=2, day=29)), fault(Calendar(month=2, day=29))
    ('2023 was no leap year', '')
    """
    if not is_real(written):
        return _no_such_day(written)
    hour, minute = written.hour, written.minute or 0
    if hour is not None and (hour > 24 or (hour == 24 and minute)):
        return "the hours of a day end at 24:00"
    return "an hour has 60 minutes" if minute > 59 else ""


def _no_such_day(written: Calendar) -> str:
    month, day = written.month, written.day or 0
    if month is None or not 1 <= month <= 12:
        return "a month has 31 days at most" if month is None else "a year has twelve months"
    if (month, day) == (2, 29):
        return f"{written.year} was no leap year"
    longest = 29 if month == 2 else calendar.monthrange(2024, month)[1]
    return f"{MONTHS[month - 1]} has {longest} days"
