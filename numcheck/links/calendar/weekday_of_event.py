"""The weekday of an event and its date, told apart: "Sunday's vote … the polls closed on 14 June".

The event ties the two; the day of the copy says which week is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import days, today
from numcheck.links._common.needs import Needs
from numcheck.links.calendar._happenings import Happening, happenings, words
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern

KIND = LinkKind(
    name="weekday-of-event",
    summary="The date of an event of this week whose weekday is told elsewhere.",
    roles=("date",),
    facts=("due", "said", "event"),
)
NEEDS = Needs(figures=(("date",),))

_EVENT_OF = pattern(rf"\b({'|'.join(WEEKDAYS)})['’]s ([a-z]+)")
_ANOTHER_YEAR = pattern(r",? (?:last|next) year\b|,? \d{4}\b|,? (?:a|two|three) years? ago\b")
#: "Sunday's" is of the week before or after the day of the copy.
_WEEK = 8


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each date of an event that copy names by its weekday, too."""
    day = today(reading)
    named = list(_EVENT_OF.finditer(reading.text)) if day else []
    told = happenings(reading) if named else ()
    for found in named:
        event = words().nouns.get(found[2])
        near = [h for h in told if event and h.event.removesuffix(" end") == event]
        near = [h for h in near if _is_this_one(h, reading)]
        dates = {(h.point.calendar.month, h.point.calendar.day) for h in near if h.point.calendar}
        if event and len(dates) == 1:
            assert day is not None
            yield from _link(near[0], found[1], Span(*found.span()), day)


def _is_this_one(told: Happening, reading: Reading) -> bool:
    """Not "the book fair", nor the fair of last year."""
    if _ANOTHER_YEAR.match(reading.text, told.point.end):
        return False
    if words().nouns.get(told.subject) is None:
        return True
    before = reading.text[reading.sentences[told.point.sentence].start : told.point.start].lower()
    the = rf"\b(?:{'|'.join(words().determiners)}) {re.escape(told.subject)}"
    return re.search(the, before) is not None


def _link(told: Happening, weekday: str, cue: Span, day: dt.date) -> Iterator[Link]:
    date = told.point.calendar
    if date is None or date.day is None or date.month is None or told.point.kind != "date":
        return
    there = days(date, day.year)
    if there is None or date.year not in (None, day.year) or abs((there.first - day).days) > _WEEK:
        return
    facts = {"due": there.first.weekday(), "said": WEEKDAYS.index(weekday), "event": told.event}
    yield Link(KIND.name, {"date": told.point}, cue, "medium", facts)
