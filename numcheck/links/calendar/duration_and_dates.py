"""A duration and the two dates it runs between: "opened in 1951, burned in 1967, after 30 years".

A duration that only stands near two dates ("Brandt, who rowed for 12 years") is no link: the
wordings in `duration-and-dates.yaml` must tie it to them, or a noun must say what ran ("the
nine-week closure").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import UNIT_DAYS, roomy
from numcheck.links._common.mentions import later_limits
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import matches
from numcheck.links.calendar._another import has_another_role, is_told_rightly
from numcheck.links.calendar._span import is_near, spanned
from numcheck.links.calendar._stretch import stretches
from numcheck.links.calendar._themes import counts_both_ends
from numcheck.links.calendar._words import around
from numcheck.model import Claim, Interval, Link, LinkKind, Reading, Span

KIND = LinkKind(
    name="duration-and-dates",
    summary="A duration with the dates of its start and its end.",
    roles=("duration", "start", "end"),
    facts=("spanned", "stated", "unit", "right"),
)
NEEDS = Needs(figures=(("duration",), ("date", "year", "time")))

_CLOCK_SLACK = 0.2
_HALF = 0.6


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every duration tied to two dates or hours, once."""
    seen: set[int] = set()
    for duration, start, end, cue in _tied(reading):
        if duration.start in seen or duration.kind != "duration":
            continue
        span = spanned(start, end, duration)
        if span is not None and is_near(duration, span):
            seen.add(duration.start)
            roles = {"duration": duration, "start": start, "end": end}
            whole = duration.unit == "day" and _is_whole(duration, start, end, reading)
            yield Link(
                KIND.name,
                roles,
                cue=cue,
                facts=_facts(duration, start, span, whole=whole),
            )


def _tied(reading: Reading) -> Iterator[tuple[Claim, Claim, Claim, Span]]:
    for match in matches(KIND.name, reading):
        duration, start, end = (match.roles[role] for role in KIND.roles)
        later = duration.sentence > start.sentence
        # "Served from 1990 to 1995 and from 2001 to 2011. His 15 years": two times made one
        several = later and sum(_is_point(c) for c in reading.in_sentence(start.sentence)) > 2
        another = later and has_another_role(duration, start, reading)
        if not (several or another or (later and later_limits(reading, match.span.end))):
            yield (
                duration,
                start,
                end,
                match.span,
            )  # "the 13-year war next door" is another war
    for stretch in stretches(reading):
        span = spanned(stretch.start, stretch.end, stretch.duration)
        if span is None or is_told_rightly(stretch.duration, span, reading):
            continue
        yield *stretch, Span(stretch.duration.start, stretch.duration.end)


def _is_point(claim: Claim) -> bool:
    return claim.kind in ("date", "year", "time")


def _is_whole(duration: Claim, start: Claim, end: Claim, reading: Reading) -> bool:
    """Do the first and the last day both count: the "three-day fair" from 5 to 7 July?"""
    between = reading.text[start.end : max(start.end, end.start)]
    to = "-day" in duration.text and around(reading).book.says("to_day", between)
    return to or counts_both_ends(start, end, reading)


def _facts(duration: Claim, start: Claim, spanned: Interval, *, whole: bool) -> Mapping[str, Any]:
    on_a_clock = start.kind == "time"
    told = Interval(spanned.high, spanned.high) if whole else spanned
    return {
        "spanned": spanned,
        "stated": _stated(duration, on_a_clock=on_a_clock, whole=whole),
        "unit": duration.unit,
        "right": _told(told, duration.unit, 1 if on_a_clock or duration.value % 1 else 0),
    }


def _stated(duration: Claim, *, on_a_clock: bool, whole: bool) -> Interval:
    """As wide as honest counting: rounded, or the whole units that have passed.

    Days may count both ends unless it is known that they do (`whole`); "two and a half years" is
    counted more closely than "two".
    """
    if on_a_clock:
        return duration.hull.widened(_CLOCK_SLACK)
    if duration.unit == "day":
        return duration.hull.plus(Interval(-0.5, 0.5)) if whole else roomy(duration)
    over = _HALF if duration.value % 1 else 1
    return Interval(duration.low - _HALF, duration.high + over).widened(0.05)


def _told(spanned: Interval, unit: str, digits: int) -> str:
    """The time between as a desk would write it: in days where it is not one of the unit."""
    middle = (spanned.low + spanned.high) / 2
    if unit == "hour" and middle % 1:
        return f"{int(middle)}h{round(middle % 1 * 60):02}"
    if round(middle, digits) == 0 and unit in UNIT_DAYS:
        middle, unit = middle * UNIT_DAYS[unit], "day"
    told = round(middle, digits or None)
    return f"{told:,} {unit}{'' if told == 1 else 's'}"
