"""A date given with its day of the week: "Thursday, 14 June 2019", "Wednesday (14 September)".

Without a year, the year is taken from the day of the copy: news speaks of days close by. Where two
years are possible both are allowed, and without any day to go by nothing is said.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.calendar import days, is_real, likely_years, today
from numcheck.links._common.needs import Needs
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading, Span
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern

KIND = LinkKind(
    name="weekday-date",
    summary="A date with a day of the week, and the days of the week it can fall on.",
    roles=("date",),
    facts=("possible", "actual", "day", "beside"),
)
NEEDS = Needs(figures=(("date",),))

#: What may stand between a weekday and its date when they were read as two figures.
_BETWEEN = pattern(r",? ?\(?(?:the )?|, ", re.IGNORECASE)
_YEAR = pattern(r"\b(1[6-9]\d\d|20\d\d)\b")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every date with a weekday whose year is known or nearly so."""
    dates = list(_dates(reading))
    full = [c for c in reading.claims if c.calendar and c.calendar.year and c.calendar.day]
    for date in dates:
        possible = _possible_days(date, reading)
        if possible:
            yield _link(date, possible, _beside(date, dates) or _beside(date, full))


def _beside(date: Claim, dates: list[Claim]) -> Span | None:
    """The other of these dates, in order, that stands nearest: both may have to change."""
    at = bisect_left(dates, date.start, key=attrgetter("start"))
    others = [other for other in dates[max(0, at - 1) : at + 2] if other.start != date.start]
    near = min(others, key=lambda other: abs(other.start - date.start), default=None)
    return Span(near.start, near.end) if near else None


def _dates(reading: Reading) -> Iterator[Claim]:
    """Dates with a weekday; "Wednesday (14 September)" is one, even if it was read as two."""
    said_after = book(KIND.name, reading.document.language).patterns["said_after"]
    before: Claim | None = None
    for claim in reading.claims:
        date, weekday = claim.calendar, before.calendar if before else None
        if date is not None and date.day is not None and date.month is not None:
            if date.weekday is not None:
                yield claim
            elif before is not None and weekday is not None and _adjoins(before, claim, reading):
                yield _joined(before, claim, reading)
            elif (said := said_after.match(reading.text, claim.end)) is not None:
                yield _on(said, claim, reading)
        bare = date is not None and date.weekday is not None and date.day is None
        before = claim if bare else None


def _on(said: re.Match[str], date: Claim, reading: Reading) -> Claim:
    """The date together with the weekday that is said after it."""
    assert date.calendar is not None
    weekday = WEEKDAYS.index(said["day"].title())
    text = reading.text[date.start : said.end()]
    calendar = replace(date.calendar, weekday=weekday)
    return replace(date, end=said.end(), text=text, calendar=calendar)


def _adjoins(weekday: Claim, date: Claim, reading: Reading) -> bool:
    return bool(_BETWEEN.fullmatch(reading.text[weekday.end : date.start]))


def _joined(weekday: Claim, date: Claim, reading: Reading) -> Claim:
    assert weekday.calendar is not None
    assert date.calendar is not None
    start, end = min(weekday.start, date.start), max(weekday.end, date.end)
    return replace(
        date,
        start=start,
        end=end,
        text=reading.text[start:end],
        calendar=replace(date.calendar, weekday=weekday.calendar.weekday),
    )


def _possible_days(date: Claim, reading: Reading) -> list[dt.date]:
    """The days that the date can mean; none if it does not exist or any year would do."""
    assert date.calendar is not None
    if not is_real(date.calendar):
        return []
    found = [days(date.calendar, year) for year in _years(date.calendar, date, reading)]
    return [there.first for there in found if there is not None]


def _years(calendar: Calendar, date: Claim, reading: Reading) -> set[int]:
    if calendar.year is not None:
        return {calendar.year}
    near = today(reading)
    if near is None:
        return set()
    # A story about another year says so close by ("In 1938 … on Thursday, September 29").
    first = reading.sentences[max(0, date.sentence - 1)].start
    last = reading.sentences[date.sentence].end
    named = {int(year) for year in _YEAR.findall(reading.text[first:last])}
    return set(likely_years(calendar, near)) | named


def _link(date: Claim, possible: list[dt.date], beside: Span | None) -> Link:
    return Link(
        KIND.name,
        {"date": date},
        confidence="high" if len(possible) == 1 else "medium",
        facts={
            "possible": tuple(day.weekday() for day in possible),
            "actual": possible[0].weekday(),
            "day": possible[0],
            "beside": beside,
        },
    )
