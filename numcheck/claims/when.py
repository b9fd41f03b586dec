"""When a figure holds: the time its sentence states, as days if the copy can be dated.

Weekdays, "last month" and dates without a year are resolved from the day the copy was put out. If
nobody says which day that was, the words are kept and the days stay unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from numcheck.claims.days import Anchor, Days, ago, moved, resolve, stepped
from numcheck.claims.event_words import saying
from numcheck.claims.words import Words
from numcheck.model import Calendar, Quantity, Span, When
from numcheck.patterns import pattern
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_BEGINS_BEFORE = {"ago": 4, "weekend": 2, "past": 2, "last": 2, "previous": 2, "same": 1}
_SHORT_STEPS = frozenset(("night", "morning", "afternoon", "evening", "weekend"))
_UNIT = r"(?:hour|day|night|week|weekend|fortnight|month|year|decade)"
_COUNT = r"(?:\d{1,3}|" + "|".join(_NUMBERS) + ")"


class Mark(NamedTuple):
    """A time named in a sentence, resolved as far as can be.

    `is_day` tells a day or part of one ("Sunday", "14 September", "last night") from the years and
    stretches that are background.
    """

    span: Span
    text: str
    start: dt.date | None
    end: dt.date | None
    cumulative: bool = False
    is_day: bool = False


class _Cues(NamedTuple):
    words: frozenset[str]
    relative: re.Pattern[str]
    weekdays: dict[str, int]
    months: dict[str, int]
    totals: dict[str, list[tuple[str, ...]]]
    directions: dict[str, str]
    days: tuple[str, ...]
    named: frozenset[str]


@compiled
def _cues() -> _Cues:
    data = lexicon("times")
    weekdays, months = data["weekdays"], data["months"]
    totals: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["cumulative"]:
        first, *rest = phrase.split()
        totals.setdefault(first, []).append(tuple(rest))
    return _Cues(
        frozenset([*weekdays, *months, *data["triggers"]]),
        _relative(weekdays, months, data["steps"]),
        {name: at for at, name in enumerate(weekdays)},
        {name: at + 1 for at, name in enumerate(months)},
        totals,
        data["directions"],
        (*weekdays, *data["day_words"]),
        frozenset(data["named"]),
    )


def _relative(weekdays: list[str], months: list[str], steps: list[str]) -> re.Pattern[str]:
    """One pattern for all that is no full date; its named groups tell what was met."""
    return pattern(
        rf"(?:(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s?\s+ago"
        rf"|(?:only\s+)?(?:a\s+few|a\s+couple\s+of|several|many)\s+{_UNIT}s\s+ago"
        r"|(?:over|at|during)\s+the\s+(?P<gone>weekend)"
        rf"|(?:in|over|during|within|for)\s+the\s+(?:past|last|previous)"
        rf"(?:\s+(?P<many>{_COUNT}))?\s+(?P<window>{_UNIT})s?"
        rf"|(?P<which>last|this|next|earlier\s+this|later\s+this|previous)\s+(?P<step>{'|'.join(steps)})"
        r"|(?P<same>(?:the\s+)?same\s+(?:day|night|evening|period)|that\s+(?:day|night|evening))"
        r"|(?P<deictic>today|tonight|yesterday|tomorrow|overnight)"
        rf"|(?:(?P<shift>last|this|next)\s+)?(?P<weekday>{'|'.join(weekdays)})"
        r"(?:\s+(?:morning|afternoon|evening|night))?"
        rf"|(?:(?P<late>last|this|next|early|late|mid)[\s-]+)?(?P<month>{'|'.join(months)})"
        r"(?:,?\s+(?P<year>(?:1[89]|20)\d\d))?(?!\s+(?:[0-2]?\d|3[01])(?![\d,]))"
        r"|(?P<then>since\s+(?:then|that\s+time))"
        r"|(?P<since>since\s+(?:the|his|her|its|their|last)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}))",
        re.IGNORECASE,
    )


def is_cumulative(words: Words) -> Span | None:
    """The words that make a sentence's figures running totals ("so far"), or None."""
    totals = _cues().totals
    if totals.keys().isdisjoint(words.lows):
        return None
    for at in [at for at, low in enumerate(words.lows) if low in totals]:
        for rest in totals[words.lows[at]]:
            last = at + len(rest)
            if tuple(words.lows[at + 1 : last + 1]) == rest:
                return words.span(at, last)
    return None


def may_name_day(text: str, span: Span) -> bool:
    """Could a stretch of text name a day, other than by a full date? Cheap; a no is certain."""
    low = text[span.start : span.end].lower()
    return any(map(low.__contains__, _cues().days))


def find(
    words: Words, dates: Sequence[Quantity], anchor: Anchor, before: Mark | None
) -> list[Mark]:
    """The times a sentence names, in order.

    `dates` are its quantities that have a calendar; `before` is what "that day" refers to.
    """
    marks = [_of_quantity(words, date, anchor) for date in dates if _names_day(date)]
    taken = [mark.span.start for mark in marks]
    reached = 0
    for at in _beginnings(words):
        found = _cues().relative.match(words.text, words.starts[at], words.end)
        if found is None or found.start() < reached:
            continue
        # `marks` grows behind `taken`: only the dates that were there first can be overlapped.
        near = bisect_left(taken, found.end()) - 1
        if near >= 0 and marks[near].span.end > found.start():
            continue
        mark = _of_words(words, found, anchor, before)
        if mark is not None:
            marks.append(mark)
            reached = found.end()
    return sorted(marks, key=lambda mark: mark.span.start)


def _beginnings(words: Words) -> list[int]:
    """The words at which a time may begin, from the words that none does without."""
    cues = _cues().words
    found: list[int] = []
    for at, low in enumerate(words.lows):
        if low in cues:
            # "Two weeks ago", "in the past week", "the same day" begin two words or one earlier.
            back = _BEGINS_BEFORE.get(low, 0)
            found += range(max(0, at - back), at + 1)
    return found


def _names_day(quantity: Quantity) -> bool:
    at = quantity.calendar
    return at is not None and not (at.year is at.month is at.day is at.weekday is None)


def _of_quantity(words: Words, quantity: Quantity, anchor: Anchor) -> Mark:
    assert quantity.calendar is not None
    return _dated(words, Span(quantity.start, quantity.end), quantity.calendar, anchor)


def _of_words(
    words: Words, found: re.Match[str], anchor: Anchor, before: Mark | None
) -> Mark | None:
    """One match of the pattern of relative times; None if its word is none here ("may")."""
    span, text = Span(*found.span()), found[0]
    if found["month"] or found["weekday"]:
        return _named(words, found, anchor)
    if found["same"] or found["then"]:
        start, end = (before.start, before.end) if before else (None, None)
        if found["then"]:
            return Mark(span, text, start, anchor.day, True)
        return Mark(span, before.text if before else text, start, end, is_day=True)
    if found["since"]:
        return Mark(span, text, None, anchor.day, True)
    short = bool(found["deictic"]) or (found["step"] or "").lower() in _SHORT_STEPS
    return Mark(span, text, *_relative_days(found, anchor.day), is_day=short)


def _named(words: Words, found: re.Match[str], anchor: Anchor) -> Mark | None:
    """A weekday or month by its name."""
    name = found["weekday"] or found["month"]
    span = Span(*found.span())
    if not name[0].isupper() or _names_title(words, span):
        return None
    if found["weekday"]:
        relative = (found["shift"] or "").lower()
        at = Calendar(weekday=_cues().weekdays[name.lower()], relative=relative)
        return _dated(words, span, at, anchor)
    if name in ("May", "March") and not found["year"] and not _after_preposition(words, span):
        # A verb and a march at the head of a sentence have capitals, too.
        return None
    year = int(found["year"]) if found["year"] else None
    month = _cues().months[name.lower()]
    return _dated(
        words, span, Calendar(year, month, relative=(found["late"] or "").lower()), anchor
    )


def _names_title(words: Words, span: Span) -> bool:
    """Is a day part of a name: "The Sunday Post", "Black Friday"?"""
    at = words.at(span.start)
    if words.low(at - 1) in _cues().named and words.capital(at - 1):
        return True
    return words.word(at - 1) == "The" and words.capital(words.before(span.end))


def _relative_days(found: re.Match[str], day: dt.date | None) -> Days:
    """The days that "yesterday", "last month", "two weeks ago", "in the past year" cover."""
    if found["deictic"]:
        word = found["deictic"].lower()
        if day is None:
            return None, None
        if word == "overnight":
            return moved(day, -1), day
        at = moved(day, {"yesterday": -1, "tomorrow": 1}.get(word, 0))
        return at, at
    if found["gone"]:
        return stepped(day, "last", "weekend")
    if found["unit"]:
        return ago(day, _number(found["count"]), found["unit"].lower())
    if found["window"]:
        return ago(day, _number(found["many"] or "1"), found["window"].lower())[0], day
    if not found["which"]:
        return None, None  # "several years ago"
    return stepped(day, found["which"].lower().split()[-1], found["step"].lower())


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


def _dated(words: Words, span: Span, at: Calendar, anchor: Anchor) -> Mark:
    """A date with the word before it taken in: "since 1994" runs on, "until" has no beginning."""
    text = words.text[span.start : span.end]
    start, end = resolve(at, anchor, _looks_ahead(words, span))
    before = words.before(span.start) - 1
    direction = _cues().directions.get(words.low(before), "")
    if direction == "since":
        whole = Span(words.starts[before], span.end)
        return Mark(whole, words.text[whole.start : whole.end], start, anchor.day, True)
    if direction == "until":
        return Mark(span, text, None, end)
    if direction == "before":
        return Mark(span, text, None, moved(start, -1) if start else None)
    if direction == "after":
        return Mark(span, text, end, None)
    is_day = at.day is not None or at.weekday is not None
    return Mark(span, text, start, end, is_day=is_day)


def _after_preposition(words: Words, span: Span) -> bool:
    return words.low(words.before(span.start) - 1) in grammar.before_months


def _looks_ahead(words: Words, span: Span) -> bool:
    at = words.before(span.start)
    if not saying().isdisjoint(words.lows[max(0, at - 2) : at]):
        return False  # "will close, it announced on Monday"
    if not grammar.future.isdisjoint(words.lows[max(0, at - 8) : at]):
        return True
    front = words.lows[at : at + 8]
    return at <= 2 and "will" in front and "said" not in front


def stated(mark: Mark, cumulative: bool) -> When:
    """A time of the figure's own sentence."""
    return When(mark.text, mark.start, mark.end, "stated", cumulative or mark.cumulative)


def inherited(mark: Mark, cumulative: bool) -> When:
    """A time taken over from an earlier sentence."""
    return When(mark.text, mark.start, mark.end, "inherited", cumulative or mark.cumulative)
