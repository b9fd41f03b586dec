"""A duration and the two dates it runs between: "opened in 1951, burned in 1967, after 30 years".

A duration that only stands near two dates ("Brandt, who rowed for 12 years") is no link: the
wordings in `duration-and-dates.yaml` must tie it to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import Days, days, elapsed, roomy
from numcheck.links._mentions import later_limits
from numcheck.links._wording import matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    name="duration-and-dates",
    summary="A duration with the dates of its start and its end.",
    roles=("duration", "start", "end"),
    facts=("spanned", "stated", "unit", "right"),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every duration tied to two dates, once."""
    kinds = [claim.kind for claim in reading.claims]
    if "duration" not in kinds or kinds.count("date") + kinds.count("year") < 2:
        return
    seen: set[int] = set()
    for match in matches(KIND.name, reading):
        duration, start, end = (match.roles[role] for role in KIND.roles)
        if duration.start in seen or duration.kind != "duration":
            continue
        if duration.sentence > start.sentence and later_limits(reading, match.span.end):
            continue  # "the 13-year war next door" is another war
        spanned = _spanned(start, end, duration.unit)
        if spanned is not None:
            seen.add(duration.start)
            yield Link(KIND.name, match.roles, cue=match.span, facts=_facts(duration, spanned))


def _facts(duration: Claim, spanned: Interval) -> Mapping[str, Any]:
    middle = round((spanned.low + spanned.high) / 2)
    plural = "" if middle == 1 else "s"
    return {
        "spanned": spanned,
        "stated": roomy(duration),
        "unit": duration.unit,
        "right": f"{middle:,} {duration.unit}{plural}",
    }


def _spanned(start: Claim, end: Claim, unit: str) -> Interval | None:
    """The time between two dates; None if it is not known or does not run forward."""
    if start.calendar is None or end.calendar is None:
        return None
    first, last = _same_year(start, end)
    if first is None or last is None or last.last < first.first:
        return None
    return elapsed(first, last, unit)


def _same_year(start: Claim, end: Claim) -> tuple[Days | None, Days | None]:
    """Both dates in the year that either names; without a year, in any common one."""
    assert start.calendar is not None
    assert end.calendar is not None
    year = start.calendar.year or end.calendar.year
    if year is None and start.calendar.month and end.calendar.month:
        year = 2023  # no leap day: at worst one day too short, which the slack covers
    first = days(start.calendar, year)
    last = days(end.calendar, year)
    if first and last and last.last < first.first and not start.calendar.year:
        # "from 28 December to 3 January": the start lies in the year before.
        first = days(start.calendar, (year or 2023) - 1)
    return first, last
