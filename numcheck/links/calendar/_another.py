"""Durations of something else than the copy around them tells of: a part, a plan, another's."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links.calendar._words import around_others
from numcheck.model import Claim, Interval, Reading

_REACH = 48
_BACK = 2
_SLACK = 0.15


def is_another(duration: Claim, reading: Reading) -> bool:
    """Is it a part of the stretch, or another one: "a previous strike of 18 days"?"""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - _REACH) : duration.start].lower()
    after = reading.text[duration.end : end].lower()
    words = around_others(reading).book
    told = ("new", "last_times", "part_of_it", "hands_out")
    if any(words.says(name, before) for name in told):
        return True
    if words.patterns["of_the"].match(after) and not words.says("all_of_it", before):
        return True  # "three days of the festival are free"
    return words.patterns["another_time"].match(after) is not None


def has_another_role(duration: Claim, start: Claim, reading: Reading) -> bool:
    """ "Rang the bells from 1961 to 1999. His 12 years as verger": what has not been told.

    Nor, in one sentence, "after 20 years as a teacher he led the union from 1999 to 2005".
    """
    role = around_others(reading).after("as_what", duration)
    if start.sentence == duration.sentence:
        goes_on = around_others(reading).book.patterns["goes_on_from"]
        return goes_on.search(reading.text, duration.end, start.start) is not None
    told = reading.text[reading.sentences[start.sentence].start : duration.start]
    return role is not None and role[1] not in told


def is_somebody_elses(duration: Claim, points: Sequence[Claim], reading: Reading) -> bool:
    """Does its sentence tell of somebody or something that the points do not tell of?"""
    start, copy = reading.sentences[duration.sentence].start, around_others(reading)
    if copy.after("counted_from", duration) and not is_until(duration, points, reading):
        return True
    if copy.after("wide", duration):
        return True
    since = max([start, *(p.end for p in points if p.end <= duration.start)])
    said = copy.book.patterns["said"].search(reading.text, since, duration.start)
    since = said.end() if said else since
    if copy.book.patterns["beside"].search(reading.text, since, duration.start):
        return True
    had = copy.book.patterns["had"].search(reading.text, since, duration.start)
    if had and not is_without(duration, reading):
        return True
    told = reading.text[reading.sentences[points[0].sentence].start : points[-1].end]
    named = [n for n in reading.names if since <= n.start < duration.start]
    return any(n.text.split()[-1] not in told for n in named if n.kind or n.start > start)


def is_until(duration: Claim, points: Sequence[Claim], reading: Reading) -> bool:
    """ "For 24 years until he retired in 2015": is the next point its end?"""
    following = next((p for p in points if p.start >= duration.end), None)
    until = around_others(reading).book.patterns["until_then"]
    return following is not None and bool(
        until.fullmatch(reading.text, duration.end, following.start)
    )


def is_without(duration: Claim, reading: Reading) -> bool:
    """ "28 years without a pool", "had done without for 28 years"."""
    copy = around_others(reading)
    return bool(copy.after("without", duration) or copy.before("done_without", duration, _REACH))


def is_told_rightly(duration: Claim, span: Interval, reading: Reading) -> bool:
    """Does another duration of the sentences around tell the time between, with this one or alone?

    "The mayor leaves after 22 years in the council and 12 in the job": 12 are those since 2008.
    """
    first = max(0, duration.sentence - _BACK)
    near = [c for at in range(first, duration.sentence + 2) for c in reading.in_sentence(at)]
    others = [c for c in near if c.kind == "duration" and c.unit == duration.unit]
    others += [c for c in near if c.kind == "number" and _goes_on(c, reading)]
    fits = span.widened(_SLACK)
    return any(
        c.hull.overlaps(fits) or c.hull.plus(duration.hull).overlaps(fits)
        for c in others
        if c is not duration
    )


def _goes_on(number: Claim, reading: Reading) -> bool:
    """ "22 years in the council and 12 in the job": is the unit left out?"""
    return around_others(reading).before("goes_on", number) is not None


def is_repeated(duration: Claim, reading: Reading) -> bool:
    """Has a time of this length been told before the points were?"""
    told = [c for c in reading.claims if c.kind == "duration" and c.unit == duration.unit]
    return any(
        c.value == duration.value and 0 <= duration.sentence - c.sentence <= _BACK
        for c in told
        if c is not duration
    )
