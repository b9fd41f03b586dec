"""Two ages of one person and the years between: "31 when he won … 16 years later, at 47"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.wording import matches
from numcheck.model import Interval, Link, LinkKind, Reading

KIND = LinkKind(
    name="ages-apart",
    summary="Two ages of one person with the years said to lie between them.",
    roles=("later", "age", "years"),
    facts=("expected",),
)
#: A birthday may lie between.
_SLACK = 1


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every later age tied to an earlier one, once."""
    seen: set[int] = set()
    for match in matches(KIND.name, reading):
        later, age, years = (match.roles[role] for role in KIND.roles)
        if later.start in seen or years.unit != "year" or years.kind != "duration":
            continue
        seen.add(later.start)
        expected = age.hull.plus(years.hull)
        facts = {"expected": Interval(expected.low - _SLACK, expected.high + _SLACK)}
        yield Link(KIND.name, match.roles, cue=match.span, facts=facts)
