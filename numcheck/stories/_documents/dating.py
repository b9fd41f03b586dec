"""The day of a report that does not say it, from the other reports of its story.

One says "on Tuesday" and no more, another was published on the Wednesday: the Tuesday is the one
before. Reports that lie further apart than a weekday can tell leave it unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck import claims
from numcheck.claims.when import may_name_day
from numcheck.model import Reading, Span, When
from numcheck.stories._documents.issue import BORROWED, day

#: Reports this many days apart have no weekday in common that means two days.
_MOST_DAYS = 6


def dated(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story; those without a day are read again as of the latest report's."""
    known = sorted((when, r.document.id) for r in readings if (when := day(r)) is not None)
    if not known or len(known) == len(readings) or (known[-1][0] - known[0][0]).days > _MOST_DAYS:
        return tuple(readings)
    latest, name = known[-1]
    borrowed = When(name, latest, latest, BORROWED)
    return tuple(_as_of(reading, borrowed) for reading in readings)


def _as_of(reading: Reading, borrowed: When) -> Reading:
    if day(reading) is not None or not may_name_day(reading.text, Span(0, len(reading.text))):
        return reading
    return claims.read(reading.document, borrowed)
