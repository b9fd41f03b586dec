"""A stretch of time that runs up to the day of the copy: "Married since 2008, they mark 20 years".

The beginning is the only date in the sentences around that can be one; that it still runs, or ends
now, is said by the tense of the sentence with the duration.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links.calendar import _told_time
from numcheck.links.calendar._another import has_another_role, is_another
from numcheck.links.calendar._points import clause_of, points_near
from numcheck.links.calendar._themes import Theme, named, said, themes
from numcheck.links.calendar._words import around
from numcheck.model import Claim, Reading

#: Said of a point: a beginning, and no end.
_BEGINNING = (True, False)
_UNITS = ("month", "year", "decade")


def running(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Every such duration with the date since which it has been running."""
    for duration in reading.claims:
        if duration.kind != "duration" or duration.unit not in _UNITS:
            continue
        points = points_near(duration, reading)
        if not points or not around(reading).book or is_another(duration, reading):
            continue
        if has_another_role(duration, points[0], reading):
            continue
        start = _start(duration, reading)
        start = start or _told_time.start(duration, points, reading)
        if start is not None:
            yield duration, start


def _start(duration: Claim, reading: Reading) -> Claim | None:
    """The only date around, if it is said to be a beginning of what is not over."""
    points = [p for p in points_near(duration, reading) if p.sentence <= duration.sentence]
    if len(points) != 1 or points[0].calendar is None or points[0].calendar.year is None:
        return None
    clause, words = clause_of(0, points, reading), around(reading).book
    since = words.says("since", clause[0])
    now = words.says("now", reading.sentence_text(duration.sentence).lower())
    for theme in named(duration, reading):
        if since and _speaks_of(theme, duration, points[0], reading):
            return points[0]
        if now and said(clause, theme, reading) == _BEGINNING:
            return points[0]
    if not now:
        return None
    begins = since or any(said(clause, theme, reading) == _BEGINNING for theme in themes())
    return points[0] if begins and _is_over(duration, points[0], reading) else None


def _speaks_of(theme: Theme, duration: Claim, point: Claim, reading: Reading) -> bool:
    """Do the words before the date tell of the beginning that the noun of the duration has?"""
    told = reading.sentence_text(point.sentence).lower()
    one = theme.starts.search(told) or theme.nouns.search(told)
    return point.sentence == duration.sentence or one is not None


def _is_over(duration: Claim, point: Claim, reading: Reading) -> bool:
    """ "Closed since 2004 … after 16 years": the same is spoken of, and nothing else follows."""
    start, end = reading.sentences[duration.sentence]
    copy = around(reading)
    if point.sentence != duration.sentence and not copy.opens("he", duration.sentence):
        return False
    before, after = reading.text[start : duration.start], reading.text[duration.end : end]
    over = copy.book.says("over", before.lower())
    return over and copy.book.patterns["nothing_else"].match(after.lower()) is not None
