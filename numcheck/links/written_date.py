"""Dates as written, and whether the calendar has them. For clock times see `clock-form`."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import MONTHS, is_real
from numcheck.model import Calendar, Link, LinkKind, Reading

KIND = LinkKind(
    name="written-date",
    summary="A date as written.",
    roles=("date",),
    facts=("because",),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every date with a day."""
    for claim in reading.claims:
        written = claim.calendar
        if written is not None and written.day is not None:
            yield Link(KIND.name, {"date": claim}, facts={"because": fault(written)})


def fault(written: Calendar) -> str:
    """Why there is no such date, or "".

    >>> fault(Calendar(month=6, day=31)), fault(Calendar(month=2, day=29))
    ('June has 30 days', '')
    >>> fault(Calendar(year=2023, month=2, day=29))
    '2023 was no leap year'
    """
    if is_real(written):
        return ""
    month, day = written.month, written.day or 0
    if month is None or not 1 <= month <= 12:
        return "a month has 31 days at most" if month is None else "a year has twelve months"
    if (month, day) == (2, 29):
        return f"{written.year} was no leap year"
    longest = 29 if month == 2 else calendar.monthrange(2024, month)[1]
    return f"{MONTHS[month - 1]} has {longest} days"
