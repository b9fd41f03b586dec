"""A stretch of time that a noun names, with the two dates or hours it ran between.

"The bridge will close on 4 March and reopen on 15 April. During the nine-week closure …": the noun
tells which words say its beginning and its end (`stretches.yaml`), so the dates may stand a
sentence or two away and in any wording. If more than one could be the beginning or end, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from numcheck.links.calendar import _told_time
from numcheck.links.calendar._another import has_another_role, is_another
from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import happenings
from numcheck.links.calendar._points import (
    SENTENCES_BACK,
    SENTENCES_ON,
    clause_of,
    points_near,
)
from numcheck.links.calendar._span import is_slip_between
from numcheck.links.calendar._themes import (
    NOUN_REACH,
    Theme,
    between,
    counts_both_ends,
    is_noun_of,
    is_time,
    named,
    noun_of,
    runs_from_to,
    said,
    themes,
)
from numcheck.links.calendar._words import around
from numcheck.model import Claim, Reading
from numcheck.text.synonyms import may_be_one

_REACH, _THE_REACH = 60, 8


class Stretch(NamedTuple):
    """A duration with the points in time between which what it measures ran."""

    duration: Claim
    start: Claim
    end: Claim


def stretches(reading: Reading) -> Iterator[Stretch]:
    """Every duration that is tied to two dates or hours, with the only ones that fit it."""
    told = (c for c in reading.claims if c.kind == "duration" and c.role == "level")
    for duration in told:
        points = points_near(duration, reading)
        if len(points) < 2 or not around(reading).book:
            continue
        found = _later(duration, points, reading) or _since_the_last(duration, points, reading)
        if found is None and not is_another(duration, reading):
            found = (
                _lasted(duration, points, reading)
                or _apposed(duration, points, reading)
                or _of_a_noun(duration, points, reading)
                or _told_time.ends(duration, points, reading)
            )
        if found is not None:
            yield Stretch(duration, *found)


_Ends = tuple[Claim, Claim]


def _of_a_noun(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "The nine-week closure": its noun says which words tell the beginning and the end."""
    if has_another_role(duration, points[0], reading):
        return None
    known = tuple(named(duration, reading))
    noun = noun_of(duration, known, reading)
    found = next(filter(None, (between(theme, points, reading) for theme in known)), None)
    if found is None and known:
        found = _of_the_two(duration, known, points, reading)
    if found is not None and _begins_another(noun, known, found[0], reading):
        return None
    if found is None and (known or _is_told(duration, reading)) and _is_alone(duration, reading):
        # Whatever verbs tell it, there is one way to read it; but then a slip must show.
        found = _by_theme(points, reading)
        found = found if found and is_slip_between(duration, *found) else None
    return found


def _of_the_two(
    duration: Claim, known: Sequence[Theme], points: Sequence[Claim], reading: Reading
) -> _Ends | None:
    """ "Sworn in on 4 March and … on 25 March. The five-week trial": the only two, in one sentence.

    One of them must be told as the noun has it, or both as any noun of time would.
    """
    near = [p for p in points if 0 <= duration.sentence - p.sentence <= 1]
    if len(near) != 2 or near[0].sentence != near[1].sentence or near[1].end > duration.start:
        return None
    noun = noun_of(duration, known, reading)
    listed = around(reading).book.sets
    apart = noun in listed["allotted"] or noun in listed["within"]
    if apart or not _is_definite(duration, reading):
        return None
    first, last = (clause_of(at, near, reading) for at in range(2))
    own = any(said(first, theme, reading)[0] or said(last, theme, reading)[1] for theme in known)
    ends = near[0], near[1]
    return ends if own or _told_time.run(ends, reading, wholly=True) else None


def _is_definite(duration: Claim, reading: Reading) -> bool:
    """ "The nine-week closure", "the closure, nine weeks in all"."""
    return around(reading).earlier("definite", duration, _REACH) is not None


def _begins_another(noun: str, known: Sequence[Theme], start: Claim, reading: Reading) -> bool:
    """ "The war began in 1991 … the four-year siege": what began is called by another noun."""
    began = next((one for one in happenings(reading) if one.point is start), None)
    listed = around(reading).book.sets
    if began is None or not noun or noun in listed["any_time"] or may_be_one(began.subject, noun):
        return False
    begins = (f"{began.subject} begin", words().nouns.get(began.subject), "opening")
    is_one = began.subject in words().nouns or is_time(began.subject)
    alike = any(is_noun_of(began.subject, theme) and is_noun_of(noun, theme) for theme in known)
    return is_one and began.event in begins and (not alike or noun in listed["within"])


def _is_told(duration: Claim, reading: Reading) -> bool:
    """ "The nine-year lease", and the lease has been told of in the sentences before."""
    noun = around(reading).after("its_noun", duration)
    if noun is None or not around(reading).before("definite", duration, _THE_REACH):
        return False
    start = reading.sentences[max(0, duration.sentence - SENTENCES_BACK)].start
    return re.search(rf"\b{re.escape(noun[1])}", reading.text[start : duration.start]) is not None


def _is_alone(duration: Claim, reading: Reading) -> bool:
    """Is it the only duration of the sentences around?"""
    around = range(duration.sentence - SENTENCES_BACK, duration.sentence + SENTENCES_ON + 1)
    near = (c for at in around for c in reading.in_sentence(at) if c.kind == "duration")
    return sum(1 for _ in near) == 1


def _later(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Began in March 2019 and finished in May 2020, two years later": right beside the end."""
    text, words = reading.text, around(reading).book
    if not words.patterns["later"].match(text, duration.end):
        return None
    for before, point in pairwise(points):
        beside = text[point.end : duration.start] in (", ", " ", " - ", " – ")
        later_on = words.patterns["later_on"].fullmatch(text, duration.end, point.start)
        if (beside or later_on) and point.sentence - before.sentence <= 1:
            return before, point
    return None


def _since_the_last(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Open for the first time in 30 years. The pool was drained in 1979 and opened in 2019"."""
    told = around(reading).before("first_time", duration, NOUN_REACH)
    return _by_theme(points, reading) if told else None


def _lasted(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Started at 9, ended at 11, lasted three hours"; "from 1908 to 1998. In those 80 years"."""
    before = reading.text[max(0, duration.start - NOUN_REACH) : duration.start].lower()
    near = [p for p in points if duration.sentence - p.sentence in (0, 1)]
    copy = around(reading)
    those = copy.book.says("those", before)
    after_all = copy.book.says("after_all", before) and not copy.after("of_doing", duration)
    there = duration.unit != "year" and copy.after("there", duration)
    if len(near) != 2 or not (those or after_all or copy.book.says("lasted", before)):
        return None
    if after_all and not there and not is_slip_between(duration, near[0], near[1]):
        return None
    later = near[1].sentence < duration.sentence
    if later and not those and not copy.opens("goes_on", duration.sentence):
        return None  # "The talks ended at 11. The dinner lasted three hours."
    if runs_from_to(clause_of(0, near, reading), clause_of(1, near, reading), reading):
        if not (those or near[0].sentence == duration.sentence or _is_event(near, reading)):
            return None
        return None if has_another_role(duration, near[0], reading) else (near[0], near[1])
    return _by_theme(near, reading)


def _is_event(points: Sequence[Claim], reading: Reading) -> bool:
    """Is it a fair or the like, and not one that "was to run" from one day to the other?"""
    start, end = points
    planned = around(reading).earlier("planned", start)
    return planned is None and counts_both_ends(start, end, reading)


def _apposed(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Kicked off at 3 p.m. and ended at 7.30 p.m., a marathon of six hours"."""
    near = [p for p in points if p.sentence == duration.sentence and p.end <= duration.start]
    if len(near) != 2 or not around(reading).after("apposed_ends", duration):
        return None
    apposed = around(reading).book.patterns["apposed"]
    beside = apposed.fullmatch(reading.text, near[1].end, duration.start)
    return _by_theme(near, reading) if beside else None


def _by_theme(points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """The two that any noun of time would have for its beginning and end, if they are in order."""
    told = (between(theme, points, reading) for theme in themes()) if len(points) == 2 else ()
    return next((found for found in told if found and found[0] is points[0]), None)
