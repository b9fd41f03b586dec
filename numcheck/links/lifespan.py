"""A birth, a death and an age at death: "born in 1938 and died in 2019 at the age of 71"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._calendar import days, full_years
from numcheck.links._wording import matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    name="lifespan",
    summary="The age at which somebody died, with the dates of birth and death.",
    roles=("age", "born", "died"),
    facts=("expected",),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every age at death tied to a birth and a death, once."""
    seen: set[int] = set()
    for match in matches(KIND.name, reading):
        age, born, died = (match.roles[role] for role in KIND.roles)
        expected = _expected(born, died)
        if age.start not in seen and age.kind in ("age", "duration", "number") and expected:
            seen.add(age.start)
            yield Link(KIND.name, match.roles, cue=match.span, facts={"expected": expected})


def _expected(born: Claim, died: Claim) -> Interval | None:
    first = days(born.calendar) if born.calendar else None
    last = days(died.calendar) if died.calendar else None
    if first is None or last is None or last.last < first.first:
        return None
    return full_years(first, last)
