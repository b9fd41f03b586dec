"""When a report came out, and which of two came first."""

from __future__ import annotations

import datetime as dt

from numcheck.model import Reading

#: `Reading.dated.source` of a day taken over from another report; its `text` names that report.
BORROWED = "story"


def day(reading: Reading) -> dt.date | None:
    """The day of the copy: as its file says, or its dateline."""
    if reading.document.published is not None:
        return reading.document.published
    known = reading.dated
    if known is None or known.source == BORROWED or known.start != known.end:
        return None
    return known.end


def lender(reading: Reading) -> str:
    """The document whose day the copy is read as of, or ""."""
    known = reading.dated
    return known.text if known is not None and known.source == BORROWED else ""


def turn(one: Reading, other: Reading) -> int | None:
    """1 if the second report came out later, -1 if earlier, 0 if one cannot tell within the day.

    None if a day is unknown. Times of day count only where both reports have one.
    """
    first, second = day(one), day(other)
    if first is None or second is None:
        return None
    if first != second:
        return 1 if second > first else -1
    if one.document.issued is None or other.document.issued is None:
        return 0
    early, late = _utc(one.document.issued), _utc(other.document.issued)
    return (late > early) - (late < early)


def order(reading: Reading) -> tuple[str, str]:
    """A key by which reports stand in order of issue; undated ones come last."""
    known, issued = day(reading), reading.document.issued
    return known.isoformat() if known else "9999", _utc(issued).isoformat() if issued else ""


def _utc(moment: dt.datetime) -> dt.datetime:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC)
