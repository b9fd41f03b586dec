"""An anniversary and the year it counts from, in the year of the copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import today
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    name="anniversary",
    summary="The number of an anniversary with the year it counts from.",
    roles=("nth", "then"),
    facts=("falls", "now", "year_due"),
)
NEEDS = Needs(figures=(("ordinal",),))

_YEAR = pattern(r"\b(?:1[5-9]|20)\d\d\b")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every anniversary whose year and whose present are both known."""
    seen: set[int] = set()
    for match in matches(KIND.name, reading):
        nth, then = match.roles["nth"], match.roles["then"]
        now = _now(nth, then, reading)
        if nth.kind != "ordinal" or nth.start in seen or now is None:
            continue
        if then.calendar is None or then.calendar.year is None or then.calendar.years > 1:
            continue
        seen.add(nth.start)
        falls = int(then.calendar.year + nth.value)
        facts = {"falls": falls, "now": now, "year_due": str(falls)}
        yield Link(KIND.name, match.roles, cue=match.span, facts=facts)


def _now(nth: Claim, then: Claim, reading: Reading) -> Interval | None:
    """The years that can be meant: those named beside it, or that of the copy, one off each way."""
    sentence = reading.sentence_text(nth.sentence)
    named = [int(year) for year in _YEAR.findall(sentence)]
    own = then.calendar.year if then.calendar else None
    others = [year for year in named if year != own]
    if others:
        return Interval(min(others) - 1, max(others) + 1)
    day = today(reading)
    return None if day is None else Interval(day.year - 1, day.year + 1)
