"""The day a piece of copy was put out, from what its file or its own lines say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from numcheck.claims.days import Anchor
from numcheck.model import Calendar, Document, Quantity, Zone
from numcheck.patterns import pattern
from numcheck.text.zones import kind_at

_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_SINCE = pattern(r"\b(?:since|from)\s+$", re.IGNORECASE)


def anchor_of(document: Document, zones: Sequence[Zone], quantities: Sequence[Quantity]) -> Anchor:
    """When the copy speaks: published, else the date of its dateline, else what can be inferred.

    `source` says which: "published", "dateline", or "inferred" with the figures it was inferred
    from in `text`.
    """
    if document.published is not None:
        return Anchor(document.published, document.published.year, "published", "")
    dated = [q for q in quantities if q.calendar is not None and q.calendar.month is not None]
    starts = [zone.start for zone in zones]
    inside = [q for q in dated if kind_at(zones, starts, q.start) == "dateline"]
    for quantity in inside:
        if (day := _full(quantity.calendar)) is not None:
            return Anchor(day, day.year, "dateline", quantity.text)
    if (anchor := _as_files_say(document.text, zones)) is not None:
        return anchor
    return _inferred(document.text, inside or dated, quantities)


def _as_files_say(text: str, zones: Iterable[Zone]) -> Anchor | None:
    """The day of a dateline that is written as systems and other languages write days."""
    from numcheck.readers import moment  # few datelines need it

    for zone in zones:
        said = text[zone.start : zone.end]
        if zone.kind == "dateline" and _YEAR.search(said) and (when := moment(said)) is not None:
            return Anchor(when.date(), when.year, "dateline", said)
    return None


def _full(at: Calendar | None) -> dt.date | None:
    if at is None or at.year is None or at.month is None or at.day is None:
        return None
    try:
        return dt.date(at.year, at.month, at.day)
    except ValueError:
        return None


def _inferred(text: str, dated: Sequence[Quantity], quantities: Sequence[Quantity]) -> Anchor:
    """A year that the copy's own figures give: "since 1994" and "26 years" make 2020.

    Only if one year alone fits, and a weekday with a date, where there is one, falls in it.
    """
    since = {
        q.calendar.year: q
        for q in quantities
        if q.calendar is not None
        and q.calendar.year is not None
        and q.calendar.month is None
        and _SINCE.search(text, max(0, q.start - 8), q.start)
    }
    lengths = _years(quantities)
    named = [q for q in dated if q.calendar is not None and q.calendar.weekday is not None]
    candidates = {
        (year + length, f"{since[year].text} + {length} years")
        for year in since
        for length in lengths
        if year is not None
        and year + length < 2100
        and all(_falls(q, year + length) for q in named)
    }
    if len({year for year, _ in candidates}) != 1 or not named:
        return Anchor()
    year, why = candidates.pop()
    at = named[0].calendar
    assert at is not None
    day = _full(Calendar(year, at.month, at.day))
    return Anchor(day, year, "inferred", f"{named[0].text}, {why}")


def _falls(quantity: Quantity, year: int) -> bool:
    at = quantity.calendar
    assert at is not None
    day = _full(Calendar(year, at.month, at.day))
    return day is not None and day.weekday() == at.weekday


def _years(quantities: Iterable[Quantity]) -> set[int]:
    """The lengths in years that a document speaks of ("26 years")."""
    return {
        int(q.value)
        for q in quantities
        if q.kind == "duration" and q.unit == "year" and 1 <= q.value < 200
    }
