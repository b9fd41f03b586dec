"""A duration and the two dates it runs between: "opened in 1951, burned in 1967, after 30 years".

A duration that only stands near two dates ("Brandt, who rowed for 12 years") is no link: the
wordings in `duration-and-dates.yaml` must tie it to them, or a noun must say what ran ("the
nine-week closure").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import UNIT_DAYS, Days, days, elapsed, roomy
from numcheck.links._common.mentions import later_limits
from numcheck.links._common.needs import Needs
from numcheck.links._common.slips import slip_between
from numcheck.links._common.wording import matches
from numcheck.links.calendar._stretch import has_another_role, stretches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="duration-and-dates",
    summary="A duration with the dates of its start and its end.",
    roles=("duration", "start", "end"),
    facts=("spanned", "stated", "unit", "right"),
)
NEEDS = Needs(figures=(("duration",), ("date", "year", "time")))

#: The minutes of a unit, and of a day; hours are told to the quarter ("some three hours").
_MINUTES = {"minute": 1, "hour": 60}
_DAY = 24 * 60
#: What begins from September on may end in the year after; "1 June … 4 May" are two stories.
_LATE_IN_THE_YEAR = 9
_CLOCK_SLACK = 0.2
_HALF = 0.6
#: What is told of a stretch is at most so many times too long or too short; else it is of a part.
_NEAR = 5
#: An hour up to twelve without "a.m." or "p.m.".
_HALF_KNOWN = pattern(r"^(?:at |around |about )?(?:[1-9]|1[0-2])(?:[.:]\d\d)?$")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every duration tied to two dates or hours, once."""
    seen: set[int] = set()
    for duration, start, end, cue in _tied(reading):
        if duration.start in seen or duration.kind != "duration":
            continue
        spanned = _spanned(start, end, duration)
        if spanned is not None:
            seen.add(duration.start)
            roles = {"duration": duration, "start": start, "end": end}
            yield Link(KIND.name, roles, cue=cue, facts=_facts(duration, start, spanned))


def _tied(reading: Reading) -> Iterator[tuple[Claim, Claim, Claim, Span]]:
    for match in matches(KIND.name, reading):
        duration, start, end = (match.roles[role] for role in KIND.roles)
        later = duration.sentence > start.sentence
        # "Served from 1990 to 1995 and from 2001 to 2011. His 15 years": two times made one
        several = later and sum(_is_point(c) for c in reading.in_sentence(start.sentence)) > 2
        another = later and has_another_role(duration, start, reading)
        if not (several or another or (later and later_limits(reading, match.span.end))):
            yield duration, start, end, match.span  # "the 13-year war next door" is another war
    for stretch in stretches(reading):
        spanned = _spanned(stretch.start, stretch.end, stretch.duration)
        if spanned is not None and _is_of_it(stretch.duration, spanned):
            yield *stretch, Span(stretch.duration.start, stretch.duration.end)


def _is_of_it(duration: Claim, spanned: Interval) -> bool:
    """Is it near the time between, or a slip of it? A war of four years has sieges of months."""
    middle = sum(spanned) / 2
    if middle <= 0 or 1 / _NEAR <= duration.value / middle <= _NEAR:
        return True
    return slip_between(round(middle), duration.value) != ""


def _is_point(claim: Claim) -> bool:
    return claim.kind in ("date", "year", "time")


def _facts(duration: Claim, start: Claim, spanned: Interval) -> Mapping[str, Any]:
    on_a_clock = start.kind == "time"
    return {
        "spanned": spanned,
        "stated": duration.hull.widened(_CLOCK_SLACK) if on_a_clock else _stated(duration),
        "unit": duration.unit,
        "right": _told(spanned, duration.unit, 1 if on_a_clock or duration.value % 1 else 0),
    }


def _stated(duration: Claim) -> Interval:
    """As wide as honest counting: rounded, or the whole units that have passed.

    Days may count both ends; "two and a half years" is counted more closely than "two".
    """
    if duration.unit == "day":
        return roomy(duration)
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


def _spanned(start: Claim, end: Claim, duration: Claim) -> Interval | None:
    """The time between two dates; None if it is not known or does not run forward."""
    if start.calendar is None or end.calendar is None:
        return None
    if "time" in (start.kind, end.kind):
        return _on_a_clock(start, end, duration)
    first, last = _same_year(start, end)
    if first is None or last is None or last.last < first.first:
        return None
    return elapsed(first, last, duration.unit)


def _on_a_clock(start: Claim, end: Claim, duration: Claim) -> Interval | None:
    """The time between two hours of one day, or of an evening and the morning after."""
    first, last = start.calendar, end.calendar
    if first is None or last is None or first.hour is None or last.hour is None:
        return None
    one_day = start.when is None or end.when is None or start.when.text == end.when.text
    if duration.unit not in _MINUTES or not one_day:
        return None
    minutes = (last.hour - first.hour) * 60 + (last.minute or 0) - (first.minute or 0)
    # "from 9 to 5" may be eight hours or twenty
    half_known = _HALF_KNOWN.search(start.text) or _HALF_KNOWN.search(end.text)
    day = _DAY // 2 if half_known else _DAY
    told = (minutes % day + part for part in range(0, _DAY, day))
    stated = duration.value * _MINUTES[duration.unit]
    nearest = min(told, key=lambda span: abs(span - stated)) / _MINUTES[duration.unit]
    return Interval(nearest, nearest)


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
        if (start.calendar.month or 0) < _LATE_IN_THE_YEAR:
            return None, None
        # "from 28 December to 3 January": the start lies in the year before.
        first = days(start.calendar, (year or 2023) - 1)
    return first, last
