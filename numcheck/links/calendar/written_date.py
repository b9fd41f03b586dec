"""Dates as written, and whether the calendar has them. For clock times see `clock-form`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from numcheck.links._common.calendar import is_real
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading
from numcheck.months import MONTHS, last_day

KIND = LinkKind(
    name="written-date",
    summary="A date as written.",
    roles=("date",),
    facts=("because",),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every date with a day."""
    before: Claim | None = None
    for claim in reading.claims:
        date = _with_impossible_day(before, claim, reading)
        if date.calendar is not None and date.calendar.day is not None:
            yield Link(KIND.name, {"date": date}, facts={"because": fault(date.calendar)})
        before = claim


def _with_impossible_day(before: Claim | None, date: Claim, reading: Reading) -> Claim:
    """ "60 July 2022" was read as a number and a month; as one date it can be judged."""
    written = date.calendar
    if before is None or written is None or written.month is None or written.year is None:
        return date
    day = before.text.isdigit() and before.end + 1 == date.start and 31 < before.value < 100
    if not day or written.day is not None:
        return date
    text = reading.text[before.start : date.end]
    written = replace(written, day=int(before.value))
    return replace(date, start=before.start, text=text, calendar=written)


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
    return f"{MONTHS[month - 1]} has {last_day(2024, month)} days"
