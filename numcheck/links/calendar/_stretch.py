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
from numcheck.links.calendar._happenings import happenings, words
from numcheck.links.calendar._points import SENTENCES_BACK, SENTENCES_ON, clause_of, points_near
from numcheck.links.calendar._span import is_slip_between
from numcheck.links.calendar._themes import (
    FROM,
    NOUN_REACH,
    UNTIL,
    Theme,
    between,
    is_noun_of,
    is_time,
    named,
    noun_of,
    said,
    themes,
)
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon
from numcheck.text.synonyms import may_be_one

_LATER = pattern(r" (?:later|afterwards|after that)\b")
_LATER_ON = pattern(r" (?:later|afterwards|after that),? (?:in|on|at) ")
_LASTED = pattern(
    r"\b(?:last(?:ed|ing|s)|took|taking|(?:ran|went on|continued|dragged on|served|stood|operated|"
    r"traded|ruled|reigned|lived|stayed|remained|sat|lay)\b[^,.;]{0,30} for)"
    r"(?: for)?(?: altogether| in all| a total of| about| some| nearly| almost| all of)? $"
)
#: "Lost in 1981 and found in 2016, after 25 years under a barn"
_AFTER_ALL = pattern(r", after (?:some |almost |nearly |about )?$")
_THERE = pattern(r"[,.;]|$| (?:on|in|under|at|behind|without) (?:the|its|his|her|their)\b")
_OF_DOING = pattern(r" of [a-z]+ing\b")
_ITS_NOUN = pattern(r"(?:-long| long)?(?:-| )([a-z]{4,})\b")
_DEFINITE = pattern(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?: [a-z]+(?: of|,))? $"
)
_FIRST_TIME = pattern(r"\bfor the first time in (?:almost |nearly |over |about )?$")
_IT = pattern(r"(?:It|They|This|That|All this)\b")
_THOSE = pattern(r"\b(?:those|these|all these|all those) $")


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
        if len(points) < 2:
            continue
        found = _later(duration, points, reading) or _since_the_last(duration, points, reading)
        if found is None and not is_another(duration, reading):
            found = (
                _lasted(duration, points, reading)
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
    apart = noun in _listed("allotted") or noun in _listed("within")
    if apart or not _is_definite(duration, reading):
        return None
    first, last = (clause_of(at, near, reading) for at in range(2))
    own = any(said(first, theme)[0] or said(last, theme)[1] for theme in known)
    return (
        (near[0], near[1])
        if own or _told_time.run((near[0], near[1]), reading, wholly=True)
        else None
    )


def _is_definite(duration: Claim, reading: Reading) -> bool:
    """ "The nine-week closure", "the closure, nine weeks in all"."""
    start = reading.sentences[duration.sentence].start
    return (
        _DEFINITE.search(reading.text, max(start, duration.start - 60), duration.start) is not None
    )


def _begins_another(noun: str, known: Sequence[Theme], start: Claim, reading: Reading) -> bool:
    """ "The war began in 1991 … the four-year siege": what began is called by another noun."""
    began = next((one for one in happenings(reading) if one.point is start), None)
    if began is None or not noun or may_be_one(began.subject, noun) or noun in _listed("any_time"):
        return False
    begins = (f"{began.subject} begin", words().nouns.get(began.subject), "opening")
    is_one = began.subject in words().nouns or is_time(began.subject)
    alike = any(is_noun_of(began.subject, theme) and is_noun_of(noun, theme) for theme in known)
    return is_one and began.event in begins and (not alike or noun in _listed("within"))


def _listed(name: str) -> Sequence[str]:
    listed: Sequence[str] = lexicon("links/stretches")[name]
    return listed


def _is_told(duration: Claim, reading: Reading) -> bool:
    """ "The nine-year lease", and the lease has been told of in the sentences before."""
    noun = _ITS_NOUN.match(reading.text, duration.end)
    if noun is None or not _DEFINITE.search(
        reading.text, max(0, duration.start - 8), duration.start
    ):
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
    text = reading.text
    if not _LATER.match(text, duration.end):
        return None
    for before, point in pairwise(points):
        beside = text[point.end : duration.start] in (", ", " ", " - ", " – ")
        beside = beside or _LATER_ON.fullmatch(text, duration.end, point.start) is not None
        if beside and point.sentence - before.sentence <= 1:
            return before, point
    return None


def _since_the_last(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Open for the first time in 30 years. The pool was drained in 1979 and opened in 2019"."""
    start = max(0, duration.start - NOUN_REACH)
    told = _FIRST_TIME.search(reading.text, start, duration.start)
    return _by_theme(points, reading) if told else None


def _lasted(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Started at 9, ended at 11, lasted three hours"; "from 1908 to 1998. In those 80 years"."""
    before = reading.text[max(0, duration.start - NOUN_REACH) : duration.start].lower()
    near = [p for p in points if duration.sentence - p.sentence in (0, 1)]
    those = _THOSE.search(before)
    after_all = _AFTER_ALL.search(before) and not _OF_DOING.match(reading.text, duration.end)
    there = duration.unit != "year" and _THERE.match(reading.text, duration.end)
    if len(near) != 2 or not (those or _LASTED.search(before) or after_all):
        return None
    if after_all and not there and not is_slip_between(duration, near[0], near[1]):
        return None
    start = reading.sentences[duration.sentence].start
    if not those and near[1].sentence < duration.sentence and not _IT.match(reading.text, start):
        return None  # "The talks ended at 11. The dinner lasted three hours."
    clauses = [clause_of(at, near, reading)[0] for at in range(2)]
    if FROM.search(clauses[0]) and UNTIL.search(clauses[1]):
        return (near[0], near[1]) if those or near[0].sentence == duration.sentence else None
    return _by_theme(near, reading)


def _by_theme(points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """The two that any noun of time would have for its beginning and end, if they are in order."""
    told = (between(theme, points, reading) for theme in themes()) if len(points) == 2 else ()
    return next((found for found in told if found and found[0] is points[0]), None)
