"""Durations of something else than the copy around them tells of: a part, a plan, another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.model import Claim, Interval, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_REACH = 48
#: "In the town", but not "in the town hall".
_NO_NOUN = (
    r"(?= ?[.,;:!?)\"”–-]| ?$| (?:and|or|but|he|she|they|it|the|an?|at|in|on|of|for|with|to|as|"
    r"before|after|when|was|were|is|are|has|have|had|will|did|said)\b)"
)
_BACK = 2
_SLACK = 0.15
#: "Served a six-year term", "passed a sentence of six years" introduce another one; "after a
#: nine-week closure" speaks of this one.
_NEW = pattern(
    r"(?<!after )(?<!of )(?<!ending )(?<!for )(?<!, )\ban? (?:[a-z]+ |(?:[a-z]+ ){1,2}of )?$",
    re.IGNORECASE,
)
_LAST_TIMES = pattern(r"\b(?:last|next|this) \w+['’]s\b[^,.;]{0,30}$")
_AS = pattern(r" as (?!man and|husband and|a couple)(?:an? |the )?([a-z]+)")
_COUNTED_FROM = pattern(
    r"[- ](?:old|older|younger|longer|more|less|early|"
    r"in (?:all|advance|total)|to come|or more|from|after|before|since|until|ones?)\b"
)
#: "The old one had taken": a noun of its own in a time of its own
_HAD = pattern(
    r"\b(?!he\b|she\b|it\b|they\b|we\b|who\b)[a-z]+ had (?!been closed|been shut)", re.IGNORECASE
)
_GOES_ON = pattern(r"\b(?:and|,) $")
_SAID = pattern(r"\b(?:said|says|told|heard|added|wrote|informs?|recalled|joked)\b")
_WITHOUT = pattern(r"[^.;,]{0,20} without\b")
_DONE_WITHOUT = pattern(r"\bwithout (?:it |one |them )?(?:for )?$")


def is_another(duration: Claim, reading: Reading) -> bool:
    """Is it a part of the stretch, or another one: "a previous strike of 18 days"?"""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - _REACH) : duration.start].lower()
    after = reading.text[duration.end : end].lower()
    if _NEW.search(before) or _LAST_TIMES.search(before) or _part_of_it().search(before):
        return True
    if _handed_out().search(before):
        return True
    return _another_time().match(after) is not None


@compiled
def _handed_out() -> re.Pattern[str]:
    """ "Faces 13 years", "was given a term of 14 years": it lies ahead, and has not run."""
    return pattern(rf"\b(?:{_listed('hands_out')})(?: (?!after\b|and\b|when\b)[a-z]+){{0,4}} $")


@compiled
def _part_of_it() -> re.Pattern[str]:
    return pattern(rf"\b(?:{_listed('part_of_it')})\b[^,.;]{{0,20}}$")


@compiled
def _another_time() -> re.Pattern[str]:
    return pattern(rf"[^.;\"”]{{0,60}}\b(?:{_listed('another_time')})\b")


@compiled
def _beside() -> re.Pattern[str]:
    return pattern(rf"\b(?:{_listed('beside')}|(?:{_listed('allots')}) for)\b")


@compiled
def _wide() -> re.Pattern[str]:
    return pattern(
        rf" (?:in|on|at|of|behind|under) (?:[a-z]+ ){{0,2}}(?:{_listed('wide')})\b{_NO_NOUN}"
    )


def _listed(name: str) -> str:
    return "|".join(lexicon("links/stretches")[name])


def has_another_role(duration: Claim, start: Claim, reading: Reading) -> bool:
    """ "Rang the bells from 1961 to 1999. His 12 years as verger": what has not been told."""
    role = _AS.match(reading.text, duration.end)
    if start.sentence == duration.sentence:
        return False
    told = reading.text[reading.sentences[start.sentence].start : duration.start]
    return role is not None and role[1] not in told


def is_somebody_elses(duration: Claim, points: Sequence[Claim], reading: Reading) -> bool:
    """Does its sentence tell of somebody or something that the points do not tell of?"""
    start, end = reading.sentences[duration.sentence]
    if _COUNTED_FROM.match(reading.text, duration.end) or _wide().match(
        reading.text, duration.end, end
    ):
        return True
    since = max([start, *(p.end for p in points if p.end <= duration.start)])
    said = _SAID.search(reading.text, since, duration.start)
    since = said.end() if said else since
    if _beside().search(reading.text, since, duration.start):
        return True
    if not is_without(duration, reading) and _HAD.search(reading.text, since, duration.start):
        return True
    told = reading.text[reading.sentences[points[0].sentence].start : points[-1].end]
    named = [n for n in reading.names if since <= n.start < duration.start]
    return any(n.text.split()[-1] not in told for n in named if n.kind or n.start > start)


def is_without(duration: Claim, reading: Reading) -> bool:
    """ "28 years without a pool", "had done without for 28 years"."""
    before = reading.text[max(0, duration.start - _REACH) : duration.start]
    return bool(_WITHOUT.match(reading.text, duration.end) or _DONE_WITHOUT.search(before))


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
    return _GOES_ON.search(reading.text, max(0, number.start - 6), number.start) is not None


def is_repeated(duration: Claim, reading: Reading) -> bool:
    """Has a time of this length been told before the points were?"""
    told = [c for c in reading.claims if c.kind == "duration" and c.unit == duration.unit]
    return any(
        c.value == duration.value and 0 <= duration.sentence - c.sentence <= _BACK
        for c in told
        if c is not duration
    )
