"""Two dates between which something runs: "from 2015 until 2019", "between 3 and 13 June".

Dates without a year may run over the end of it ("from 12 November until 3 April"), so only dates
with years, or two days of one month, say which comes first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from numcheck.links._common.calendar import Days, days
from numcheck.links._common.wording import matches
from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import Happening, happenings
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="date-span",
    summary="A first and a last date whose order is known.",
    roles=("start", "end"),
    facts=("first", "last"),
)
_ANY_YEAR = 2024
#: What ends more than so many days before it begins ends in the year after.
_LATEST = 60


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every span of dates whose ends can be put in order."""
    for match in matches(KIND.name, reading):
        start, end = match.roles["start"], match.roles["end"]
        first, last = _days(start, end), _days(end, start)
        if first is not None and last is not None:
            facts = {"first": first.first, "last": last.last}
            yield Link(KIND.name, match.roles, cue=match.span, facts=facts)
    yield from _happen(reading)


def _happen(reading: Reading) -> Iterator[Link]:
    """ "Registration opens on 10 May and closes on 2 May", "The course begins … It ends"."""
    for one, other in pairwise(happenings(reading)):
        near = other.point.sentence - one.point.sentence <= 1
        if near and _begins(one) and _ends(other) and _is_of(other, one):
            first, last = _in_one_year(one.point), _in_one_year(other.point)
            if first is not None and last is not None and 0 < (first - last).days <= _LATEST:
                roles = {"start": one.point, "end": other.point}
                yield Link(KIND.name, roles, None, "medium", {"first": first, "last": last})


def _begins(told: Happening) -> bool:
    return told.tense == "ahead" and not _ends(told)


def _ends(told: Happening) -> bool:
    return told.event.endswith(" end") or told.event in ("closing", "deadline")


def _is_of(end: Happening, start: Happening) -> bool:
    """Does the same thing end that began, in one breath or by "it"?"""
    if end.tense == "past":
        return False
    goes_on = end.subject in words().pronouns or not end.subject
    return goes_on or (end.event == "deadline" and end.subject == start.subject)


def _in_one_year(date: Claim) -> dt.date | None:
    if date.calendar is None or date.calendar.month is None or date.calendar.day is None:
        return None
    there = days(date.calendar, date.calendar.year or _ANY_YEAR)
    return there.first if there else None


def _days(date: Claim, other: Claim) -> Days | None:
    if date.calendar is None or other.calendar is None:
        return None
    own, its = date.calendar, other.calendar
    if own.year is not None and its.year is not None:
        return days(own)
    same_month = own.month is not None and own.month == its.month and own.day and its.day
    return days(own, _ANY_YEAR) if same_month and own.year is its.year is None else None
