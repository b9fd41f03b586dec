"""A duration and the date since which it has been running, up to the day of the copy.

Where no day of the copy is known, a date without a year lies at most a year back, which is enough
to see that "for the past 30 years, since Monday last" cannot be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.around import Around
from numcheck.links._common.book import Book, book
from numcheck.links._common.calendar import UNIT_DAYS, Days, days, elapsed, roomy, today, told_day
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import Match, matches
from numcheck.links.calendar._another import is_told_rightly
from numcheck.links.calendar._running import running
from numcheck.model import Calendar, Claim, Interval, Link, LinkKind, Reading, Span
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="duration-since",
    summary="A duration with the date since which it runs.",
    roles=("duration", "since"),
    facts=("spanned", "stated", "unit", "right", "until"),
)
NEEDS = Needs(figures=(("duration", "age"),))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every duration tied to the date it runs from, once."""
    seen: set[int] = set()
    for duration, since, cue, close in _tied(reading):
        if duration.start in seen or duration.kind not in ("duration", "age"):
            continue
        until = _until(since, reading)
        spanned = _spanned(since.calendar, until, duration.unit) if since.calendar else None
        if spanned is not None and not is_told_rightly(duration, spanned, reading):
            seen.add(duration.start)
            yield _link({"duration": duration, "since": since}, cue, spanned, until, close)


def _tied(reading: Reading) -> Iterator[tuple[Claim, Claim, Span, bool]]:
    """A duration and its beginning, the wording that ties them, and whether it ties closely."""
    for match in matches(KIND.name, reading):
        if _is_over(match.roles["duration"], reading):
            continue
        close = match.facts["tie"] == "close"
        yield match.roles["duration"], _since(match, reading), match.span, close
    for duration, since in running(reading):
        yield duration, since, Span(duration.start, duration.end), True


def _is_over(duration: Claim, reading: Reading) -> bool:
    """ "The record had stood for 16 years, since August 2003": until then, and not until now."""
    return Around(reading, _book(reading)).earlier("had", duration) is not None


def _since(match: Match, reading: Reading) -> Claim:
    """The date, or a day that only a word names ("last Tuesday"): that is a week or two back."""
    if "since" in match.roles:
        return match.roles["since"]
    at = match.words["recent"]
    recent = Calendar(relative=reading.text[at.start : at.end].lower())
    return told_day(at, recent, match.roles["duration"].sentence, reading)


def _link(
    roles: Mapping[str, Claim], cue: Span, spanned: Interval, until: Days | None, close: bool
) -> Link:
    duration = roles["duration"]
    middle = max(0, round((spanned.low + spanned.high) / 2))
    plural = "" if middle == 1 else "s"
    recent = spanned.high <= _UNDATED_DAYS / UNIT_DAYS[duration.unit]
    return Link(
        KIND.name,
        roles,
        cue=cue,
        confidence="high" if close else "medium",
        facts={
            "spanned": spanned,
            "stated": roomy(duration),
            "unit": duration.unit,
            "right": f"{middle:,} {duration.unit}{plural}" if until else _FAR[not recent],
            "until": until.last if until else None,
        },
    )


def _book(reading: Reading) -> Book:
    return book(KIND.name, reading.document.language)


def _until(since: Claim, reading: Reading) -> Days | None:
    """The end of the time: a year that the sentence names as its own, or the day of the copy."""
    said = _book(reading).patterns["said_in"].search(reading.sentence_text(since.sentence))
    if said:
        return days(Calendar(year=int(said[1])))
    day = today(reading)
    return None if day is None else Days(day, day)


_WEEKDAY_DAYS = 14
_UNDATED_DAYS = 366
#: Nobody counts the weeks since a year: by the time it needs its name, it is at least this far off.
_FAR = ("under a year", "years")
_SHORT, _SOON_DAYS, _AGES_DAYS = ("hour", "day", "week"), 60, 366_000


def _spanned(since: Calendar, until: Days | None, unit: str) -> Interval | None:
    if unit not in UNIT_DAYS:
        return None
    if since.month is None and (since.weekday is not None or since.relative):
        recent = lexicon(f"links/{KIND.name}")["recent_days"]
        back = recent.get(since.relative.split()[-1] if since.relative else "", _WEEKDAY_DAYS)
        return Interval(0, back / UNIT_DAYS[unit])
    if until is None and since.year is not None and since.month is None and unit in _SHORT:
        return Interval(_SOON_DAYS / UNIT_DAYS[unit], _AGES_DAYS / UNIT_DAYS[unit])
    if until is None:
        undated = since.year is None and since.month is not None
        return Interval(0, _UNDATED_DAYS / UNIT_DAYS[unit]) if undated else None
    start = _latest(since, until.last)
    if start is None or start.first > until.last:
        return None
    return elapsed(start, until, unit)


def _latest(since: Calendar, before: dt.date) -> Days | None:
    """The last time before a day that the date came round."""
    if since.year is not None:
        return days(since)
    for year in (before.year, before.year - 1) if since.month is not None else ():
        there = days(since, year)
        if there is not None and there.first <= before:
            return there
    return None
