"""A birth, a later date and the age then: "born in 1911, died in 1990 aged 69"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import days, full_years
from numcheck.links._wording import matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    name="lifespan",
    summary="An age with the dates of the birth and of the event it is the age at.",
    roles=("age", "born", "then"),
    facts=("expected",),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every age tied to a birth and to a later date, once."""
    seen: set[int] = set()
    for match in matches(KIND.name, reading):
        age, born, then = (match.roles[role] for role in KIND.roles)
        expected = _expected(born, then)
        if age.start not in seen and age.kind in ("age", "duration", "number") and expected:
            seen.add(age.start)
            yield Link(KIND.name, match.roles, cue=match.span, facts={"expected": expected})


def _expected(born: Claim, then: Claim) -> Interval | None:
    first = days(born.calendar) if born.calendar else None
    last = days(then.calendar) if then.calendar else None
    if first is None or last is None or last.last < first.first:
        return None
    return full_years(first, last)
