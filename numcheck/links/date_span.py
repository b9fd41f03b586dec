"""Two dates between which something runs: "from 2015 until 2019", "between 3 and 13 June".

Dates without a year may run over the end of it ("from 12 November until 3 April"), so only dates
with years, or two days of one month, say which comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import Days, days
from numcheck.links._wording import matches
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="date-span",
    summary="A first and a last date whose order is known.",
    roles=("start", "end"),
    facts=("first", "last"),
)
_ANY_YEAR = 2024


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every span of dates whose ends can be put in order."""
    for match in matches(KIND.name, reading):
        start, end = match.roles["start"], match.roles["end"]
        first, last = _days(start, end), _days(end, start)
        if first is not None and last is not None:
            facts = {"first": first.first, "last": last.last}
            yield Link(KIND.name, match.roles, cue=match.span, facts=facts)


def _days(date: Claim, other: Claim) -> Days | None:
    if date.calendar is None or other.calendar is None:
        return None
    own, its = date.calendar, other.calendar
    if own.year is not None and its.year is not None:
        return days(own)
    same_month = own.month is not None and own.month == its.month and own.day and its.day
    return days(own, _ANY_YEAR) if same_month and own.year is its.year is None else None
