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
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

_UNITS = ("month", "year", "decade")
_SINCE = pattern(r"\bsince(?: at least| about| around)? $")
_NOW = pattern(
    r"\b(?:celebrat(?:es?|ing)|marks?|marking|retires?|closes?|shuts?|ends?|leaves?|bows? out|"
    r"steps?|ending|"
    r"(?:is|are) (?:closing|leaving|retiring|to|celebrating|marking|ending|about)|will|"
    r"still|has|have|today|tonight|tomorrow|this (?:week|weekend|month|year|spring|summer|autumn|"
    r"winter)|next (?:week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
#: "It closes on Saturday after 50 years", "they celebrate 20 years this week"
_OVER = pattern(
    r"\b(?:after|celebrat\w+|marks?|marking)(?: (?:its|his|her|their|nearly|almost))? $"
)
_NOTHING_ELSE = pattern(
    r" ?(?:[,.;]|$|\band\b|this\b|today\b|in (?:business|service)\b|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_GOES_ON = pattern(r"(?:It|He|She|They)\b")


def running(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Every such duration with the date since which it has been running."""
    for duration in reading.claims:
        if duration.kind != "duration" or duration.unit not in _UNITS:
            continue
        sentence = reading.sentence_text(duration.sentence).lower()
        points = points_near(duration, reading)
        if is_another(duration, reading) or not points:
            continue
        if has_another_role(duration, points[0], reading):
            continue
        start = _start(duration, bool(_NOW.search(sentence)), reading)
        start = start or _told_time.start(duration, points, reading)
        if start is not None:
            yield duration, start


def _start(duration: Claim, now: bool, reading: Reading) -> Claim | None:
    """The only date around, if it is said to be a beginning of what is not over."""
    points = [p for p in points_near(duration, reading) if p.sentence <= duration.sentence]
    if len(points) != 1 or points[0].calendar is None or points[0].calendar.year is None:
        return None
    clause = clause_of(0, points, reading)
    since = _SINCE.search(clause[0]) is not None
    for theme in named(duration, reading):
        if since and _speaks_of(theme, duration, points[0], reading):
            return points[0]
        if now and said(clause, theme) == (True, False):
            return points[0]
    if not now:
        return None
    begins = since or any(said(clause, theme) == (True, False) for theme in themes())
    return points[0] if begins and _is_over(duration, points[0], reading) else None


def _speaks_of(theme: Theme, duration: Claim, point: Claim, reading: Reading) -> bool:
    """Do the words before the date tell of the beginning that the noun of the duration has?"""
    told = reading.sentence_text(point.sentence).lower()
    one = theme.starts.search(told) or theme.nouns.search(told)
    return point.sentence == duration.sentence or one is not None


def _is_over(duration: Claim, point: Claim, reading: Reading) -> bool:
    """ "Closed since 2004 … after 16 years": the same is spoken of, and nothing else follows."""
    start, end = reading.sentences[duration.sentence]
    goes_on = point.sentence == duration.sentence or _GOES_ON.match(reading.text, start)
    before, after = reading.text[start : duration.start].lower(), reading.text[duration.end : end]
    over = _OVER.search(before) and _NOTHING_ELSE.match(after.lower())
    return bool(goes_on and over)
