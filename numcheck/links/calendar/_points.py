"""The points in time that stand around a duration, and the words told of each of them."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links.calendar._words import around
from numcheck.model import Claim, Reading

#: The dates stand in the sentence of the duration, at most this many before it, or one after.
SENTENCES_BACK = 3
SENTENCES_ON = 1


def points_near(duration: Claim, reading: Reading) -> Sequence[Claim]:
    """The dates, or for hours the times of day, of the sentences around."""
    first = max(0, duration.sentence - SENTENCES_BACK)
    last = min(len(reading.sentences) - 1, duration.sentence + SENTENCES_ON)
    near = [c for at in range(first, last + 1) for c in reading.in_sentence(at)]
    kinds = ("time",) if duration.unit in ("hour", "minute") else ("date", "year")
    points = [c for c in near if c.kind in kinds and c.zone != "dateline" and _is_point(c)]
    return [c for c in points if not (c.kind == "time" and _is_gloss(c, reading))]


def _is_gloss(time: Claim, reading: Reading) -> bool:
    """ "6:04 p.m. local time (2104 GMT)": the same moment on another clock."""
    opened = reading.text[time.start - 1 : time.start] == "("
    return opened and around(reading).after("zone", time) is not None


def _is_point(claim: Claim) -> bool:
    date = claim.calendar
    return (
        date is not None
        and not date.relative
        and (date.month or date.year or date.hour) is not None
    )


def clause_of(at: int, points: Sequence[Claim], reading: Reading) -> tuple[str, str]:
    """The words before a point, from the one before it, and those after it up to the next."""
    start, end = reading.sentences[points[at].sentence]
    left = max(start, points[at - 1].end) if at else start
    right = min(end, points[at + 1].start) if at + 1 < len(points) else end
    before = reading.text[left : points[at].start].lower()
    after = reading.text[points[at].end : max(right, points[at].end)].lower()
    return before, after
