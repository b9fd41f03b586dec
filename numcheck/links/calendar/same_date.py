"""One event dated twice: "The library opened on 3 May … since its opening on 5 May".

The later telling must speak of the event as known, or stand outside the story (headline, list). An
event that may have come twice, moved, or be another's is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import Happening, happenings
from numcheck.links.calendar._of_one import alike, fits, is_itself, others_between
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern

KIND = LinkKind(
    name="same-date",
    summary="An event that is told of as known, and the date it was given before.",
    roles=("again", "first"),
    facts=("dates", "event"),
)

#: How many sentences a pronoun, or a noun without an owner, may lean back.
_LEAN, _LEAN_NOUN = 1, 3
_OUTSIDE = frozenset({"headline", "caption", "pull-quote", "list"})
_WORD = pattern(r"[\w'’-]+")
_LONG, _STEM = 4, 3


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each telling of a known event whose date differs from the only other one it is given."""
    told: dict[str, list[Happening]] = {}
    for one in happenings(reading):
        told.setdefault(one.event, []).append(one)
    for group in told.values():
        if len(group) > 1:
            yield from _clashing(group, reading)


def _clashing(group: Sequence[Happening], reading: Reading) -> Iterator[Link]:
    for first, again in combinations(group, 2):
        if not _may_clash(first, again):
            continue
        if not (_is_one(first, again, reading) or _is_outside(first, again, reading)):
            continue
        if _is_alone(group) and not _set_apart(first, again, reading):
            roles = {"again": again.point, "first": first.point}
            yield Link(KIND.name, roles, None, "medium", {"dates": 2, "event": _name(again)})
            return


def _name(again: Happening) -> str:
    event = again.event.removesuffix(" end")
    return f"end of the {event}" if again.event != event else event


def _may_clash(first: Happening, again: Happening) -> bool:
    one, other = first.point.calendar, again.point.calendar
    if one is None or other is None or first.point.kind != again.point.kind:
        return False
    return _clash(one, other, first.event in words().once)


def _clash(one: Calendar, other: Calendar, once: bool) -> bool:
    """Do they differ in one part of the date? Two parts that differ make another event."""
    if one.hour is not None and other.hour is not None:
        return (one.hour % 12, one.minute or 0) != (other.hour % 12, other.minute or 0)
    if one.month is other.month is None:
        return once and one.years == other.years == 1 and None not in (one.year, other.year)
    if one.month is None or other.month is None:
        return False
    parts = [(one.day, other.day), (one.month, other.month), (one.year, other.year)]
    if one.year is None and other.year is not None:
        return False  # the year tells it from the one before
    differ = [None not in pair and pair[0] != pair[1] for pair in parts]
    return sum(differ) == 1 and (once or not differ[2])


def _is_one(first: Happening, again: Happening, reading: Reading) -> bool:
    """Is the later telling one of the event told first, or the other way round?"""
    apart = again.point.sentence - first.point.sentence
    if {first.tense, again.tense} >= {"past", "ahead"}:
        return False
    if again.of and not alike(first.of, again.of):
        return False
    often = first.event in words().often
    if alike(first.subject, again.subject):
        return again.retold and is_itself(again) if often else again.retold or first.retold
    if often or not again.retold:
        return False
    if again.subject in words().pronouns:
        near = apart <= _LEAN and not first.owned and not others_between(first, again, reading)
        return near and fits(again.subject, first, reading)
    near = apart <= _LEAN_NOUN and not _is_of(again, reading)
    # "Voting takes place … the vote", but not "the festival runs … the fair".
    itself = not is_itself(first) or again.subject[:_STEM] == first.subject[:_STEM]
    return near and is_itself(again) and itself


def _is_of(again: Happening, reading: Reading) -> bool:
    """ "The death on 13 May of a nurse": somebody else's, told after the date."""
    return again.noun and reading.text.startswith(" of ", again.point.end)


def _is_outside(first: Happening, again: Happening, reading: Reading) -> bool:
    """ "Bridge to reopen on 12 May": a headline or list, and the story about the same thing."""
    zones = {first.point.zone, again.point.zone}
    noun = first.noun or again.noun
    if len(zones & _OUTSIDE) != 1 or {first.tense, again.tense} >= {"past", "ahead"}:
        return False
    if alike(first.subject, again.subject) or (noun and "" in (first.subject, again.subject)):
        return True
    return bool(_stems(first, reading) & _stems(again, reading))


def _stems(told: Happening, reading: Reading) -> set[str]:
    known = words()
    found = _WORD.findall(reading.sentence_text(told.point.sentence).lower())
    dropped = {*known.verbs, *known.nouns, *known.auxiliaries, *known.stops, "said", "with"}
    return {word[:5] for word in found if len(word) >= _LONG and word not in dropped}


def _is_alone(group: Sequence[Happening]) -> bool:
    """Do all tellings of such an event give one of two dates?"""
    return len({_key(one.point) for one in group}) == 2


def _key(point: Claim) -> tuple[int | None, ...]:
    date = point.calendar
    assert date is not None
    hour = None if date.hour is None else date.hour % 12
    return (
        date.month,
        date.day,
        hour,
        date.minute or 0,
        *(() if date.month else (date.year,)),
    )


def _set_apart(first: Happening, again: Happening, reading: Reading) -> bool:
    """May there be two of them, or has the date been moved?"""
    texts = [reading.sentence_text(told.point.sentence) for told in (first, again)]
    if any(not words().apart.isdisjoint(_WORD.findall(text.lower())) for text in texts):
        return True
    if first.point.sentence == again.point.sentence:
        return False
    if _is_elsewhere(first, again, reading):
        return True
    return first.point.kind == "time" and _other_day(first, again, reading)


def _is_elsewhere(first: Happening, again: Happening, reading: Reading) -> bool:
    """ "Since it opened in London on 5 May": another place, or whatever the tail adds."""
    if _is_headline(first):
        return False
    start = reading.sentences[again.point.sentence].start
    before = reading.text[:start].lower()
    added = {word for word in again.words if len(word) >= _LONG} - words().determiners
    named = [n.text for n in reading.names if start < n.start < again.point.start]
    unmet = any(word[:5] not in before for word in added)
    return unmet or any(name.lower().split()[-1] not in before for name in named)


def _is_headline(first: Happening) -> bool:
    """Headlines leave much out: "Bridge to reopen on 12 May"."""
    return first.point.zone in _OUTSIDE


def _other_day(first: Happening, again: Happening, reading: Reading) -> bool:
    """ "Left at 8 a.m. on Monday … since it left at 9 a.m. on Tuesday": two days."""
    days = [
        {day for day in WEEKDAYS if day in reading.sentence_text(told.point.sentence)}
        | {c.text for c in reading.in_sentence(told.point.sentence) if c.kind == "date"}
        for told in (first, again)
    ]
    return bool(days[1] - days[0])
