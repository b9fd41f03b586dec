"""Dates with weekdays that no one year can hold: "Monday, 3 May … Thursday, 7 May".

Copy without a year and a date of its own says at least that its days are days of one year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import days, today
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="weekday-dates",
    summary="Two dates with weekdays and without a year, in copy of no known day.",
    roles=("date", "other"),
    facts=("common_years", "weekday_due"),
)

#: Weekdays come round in step every 28 years, leap years included.
_YEARS = range(2000, 2028)
_CLOSE_DAYS = 60


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each date with the first one, if the two lie within two months."""
    if today(reading) is not None:
        return
    dates = [claim for claim in reading.claims if _is_undated(claim.calendar)]
    for date in dates[1:]:
        yield from _link(date, dates[0])


def _is_undated(date: Calendar | None) -> bool:
    if date is None or date.year is not None:
        return False
    return None not in (date.weekday, date.day, date.month)


def _link(date: Claim, other: Claim) -> Iterator[Link]:
    assert date.calendar is not None
    assert other.calendar is not None
    years = _fitting(other.calendar)
    there, first = days(date.calendar, years[0]), days(other.calendar, years[0])
    if there is None or first is None:
        return
    if abs((there.first - first.first).days) > _CLOSE_DAYS:
        return  # the two may lie on either side of a new year
    common = set(years) & set(_fitting(date.calendar))
    facts = {"common_years": len(common), "weekday_due": there.first.weekday()}
    yield Link(KIND.name, {"date": date, "other": other}, facts=facts)


def _fitting(date: Calendar) -> list[int]:
    """The years of one round in which the date falls on its weekday."""
    found = []
    for year in _YEARS:
        there: dt.date | None = (days(date, year) or (None,))[0]
        if there is not None and there.weekday() == date.weekday:
            found.append(year)
    return found or [_YEARS[0]]
