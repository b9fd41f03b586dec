"""The weekday of an event and its date, told apart: "Sunday's vote … the polls closed on 14 June".

The event ties the two; the day of the copy says which week is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._common.calendar import days, today, told_day
from numcheck.links._common.needs import Needs
from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import Happening, happenings
from numcheck.links.calendar._words import around_events
from numcheck.model import Calendar, Claim, Link, LinkKind, Reading, Span
from numcheck.months import WEEKDAYS

KIND = LinkKind(
    name="weekday-of-event",
    summary="The date of an event of this week whose weekday is told elsewhere.",
    roles=("date", "weekday"),
    facts=("due", "said", "event"),
)
NEEDS = Needs(figures=(("date",),))

#: "Sunday's" is of the week before or after the day of the copy.
_WEEK = 8


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each date of an event that copy names by its weekday, too."""
    day = today(reading)
    of_weekday = around_events(reading).book.patterns["of_weekday"]
    named = list(of_weekday.finditer(reading.text)) if day else []
    told = happenings(reading) if named else ()
    for found in named:
        dates = _dates(found["noun"], told, reading)
        if day and len({(c.calendar.month, c.calendar.day) for c in dates if c.calendar}) == 1:
            yield from _link(
                dates[0], words().nouns.get(found["noun"], found["noun"]), found, day, reading
            )


def _dates(noun: str, told: Sequence[Happening], reading: Reading) -> list[Claim]:
    """The dates given to the event, by any word for it or at least by its noun."""
    event = words().nouns.get(noun)
    if event is None:
        by_noun = _told_on(noun)
        dates = (c for c in reading.claims if c.kind == "date" and c.calendar)
        return [c for c in dates if by_noun.search(reading.text, max(0, c.start - 60), c.start)]
    near = [h for h in told if h.event.removesuffix(" end") == event]
    return [h.point for h in near if _is_this_one(h, reading)]


def _told_on(noun: str) -> re.Pattern[str]:
    """ "The derailment of a goods train on", "a derailment on"."""
    return re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]+ ){{0,2}}{re.escape(noun)},? (?:on|of) $")


def _is_this_one(told: Happening, reading: Reading) -> bool:
    """Not "the book fair", nor the fair of last year."""
    if around_events(reading).after("another_year", told.point):
        return False
    if words().nouns.get(told.subject) is None:
        return True
    before = reading.text[reading.sentences[told.point.sentence].start : told.point.start].lower()
    the = rf"\b(?:{'|'.join(words().determiners)}) {re.escape(told.subject)}"
    return re.search(the, before) is not None


def _link(
    date: Claim, event: str, found: re.Match[str], day: dt.date, reading: Reading
) -> Iterator[Link]:
    known = date.calendar
    if known is None or known.day is None or known.month is None or date.kind != "date":
        return
    there = days(known, day.year)
    if there is None or known.year not in (None, day.year) or abs((there.first - day).days) > _WEEK:
        return
    said, cue = WEEKDAYS.index(found["day"].title()), Span(*found.span())
    sentence = bisect_right(reading.sentences, (cue.start, len(reading.text))) - 1
    weekday = told_day(Span(*found.span("day")), Calendar(weekday=said), sentence, reading)
    facts = {"due": there.first.weekday(), "said": said, "event": event}
    yield Link(KIND.name, {"date": date, "weekday": weekday}, cue, "medium", facts)
