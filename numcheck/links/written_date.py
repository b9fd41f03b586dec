"""Dates and clock times as written, and whether the calendar and the clock have them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import MONTHS, is_real
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="written-date",
    summary="A date or a clock time as written.",
    roles=("date",),
    facts=("because",),
)

_AT = re.compile(r"\b(?:[Aa]t|by|until|till|from|around|about|shortly before|shortly after) $")
_LOCAL = re.compile(r" ?(?:local time|GMT|UTC|CET|EST|hours|hrs|o'clock|a\.?m\b|p\.?m\b)")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every date with a day, and every clock time."""
    for claim in reading.claims:
        written = claim.calendar
        if written is None or (written.day is None and written.hour is None):
            continue
        because = fault(written)
        if because and written.hour is not None and not _is_clock(claim, reading):
            continue
        yield Link(KIND.name, {"date": claim}, facts={"because": because})


def _is_clock(claim: Claim, reading: Reading) -> bool:
    """Does the wording promise a clock time? "25:17" may be a score or a verse."""
    before = reading.text[max(0, claim.start - 12) : claim.start]
    return bool(_AT.search(before) or _LOCAL.match(reading.text, claim.end))


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
