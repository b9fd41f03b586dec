"""An unbroken row ("a fifth consecutive weekend") and the earliest date it can have begun."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import UNIT_DAYS, days, likely_years, today, told_day
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import Match, matches
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading
from numcheck.months import WEEKDAYS

KIND = LinkKind(
    name="streak",
    summary="The place in an unbroken row of days, weeks, months or years, with its first date.",
    roles=("nth", "since"),
    facts=("most", "period"),
)
NEEDS = Needs(figures=(("ordinal",),))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every row whose earliest beginning and whose present are known."""
    day = today(reading)
    seen: set[int] = set()
    for match in matches(KIND.name, reading) if day else ():
        nth, since = match.roles["nth"], _since(match, reading)
        start = _start(since, day) if day else None
        if nth.kind != "ordinal" or nth.start in seen or start is None or day is None:
            continue
        seen.add(nth.start)
        yield _link({"nth": nth, "since": since}, match, (day - start).days, reading)


def _since(match: Match, reading: Reading) -> Claim:
    """The date, or the weekday that the copy gives instead."""
    if "since" in match.roles:
        return match.roles["since"]
    at = match.words["weekday"]
    weekday = Calendar(weekday=WEEKDAYS.index(reading.text[at.start : at.end].title()))
    return told_day(at, weekday, match.roles["nth"].sentence, reading)


def _link(roles: Mapping[str, Claim], match: Match, elapsed_days: int, reading: Reading) -> Link:
    span = match.words["period"]
    period = reading.text[span.start : span.end].lower()
    length = UNIT_DAYS.get(period, 1.0 if period == "night" else UNIT_DAYS["week"])
    # The first and the present one both count, and either may reach over an end.
    most = math.floor(elapsed_days / length) + 2
    return Link(KIND.name, roles, cue=match.span, facts={"most": most, "period": period})


def _start(since: Claim, day: dt.date) -> dt.date | None:
    """The earliest day that the date can mean before the day of the copy."""
    if since.calendar is None:
        return None
    if since.calendar.weekday is not None and since.calendar.month is None:
        return day - dt.timedelta((day.weekday() - since.calendar.weekday - 1) % 7 + 1)
    if since.calendar.year is None:
        if since.calendar.month is None:
            return None
        years = likely_years(since.calendar, day, reach_days=366)
    else:
        years = (since.calendar.year,)
    found = [days(since.calendar, year) for year in years]
    past = [there.first for there in found if there is not None and there.first <= day]
    return min(past, default=None)
