"""The days on which things happened, as a report tells them: "died on Tuesday", "born in 1931".

Weekdays and years count nothing and so are no figures of one document; but two reports that bury
one woman on two days cannot both be right. Only what happens once is asked for its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numcheck.claims import when
from numcheck.claims.days import Anchor
from numcheck.claims.event_words import Mark, marks, saying
from numcheck.claims.words import Words
from numcheck.model import Calendar, Claim, Reading, Span
from numcheck.months import WEEKDAYS
from numcheck.stories._lists import listed, one_day
from numcheck.text.grammar import grammar

#: A story's head says when it happened; what comes later is background.
WINDOW_CHARS = 6_000


def told_days(reading: Reading) -> Iterator[Claim]:
    """A claim of kind "date" or "year" for each thing that a sentence dates, if it happens once."""
    anchor = _anchor(reading)
    for index, span in enumerate(reading.sentences):
        if span.start > WINDOW_CHARS:
            break
        dates = [c for c in reading.in_sentence(index) if c.calendar is not None]
        if dates or when.may_name_day(reading.text, span):
            yield from _in_sentence(reading, index, dates, anchor)


def counted(claim: Claim) -> Claim:
    """A date of the copy as a day counted through, where its year is known."""
    known = claim.when
    if claim.kind != "date" or known is None or known.start is None or known.start != known.end:
        return claim
    day = float(known.start.toordinal())
    return replace(claim, value=day, low=day, high=day)


def placed(claim: Claim, reading: Reading) -> Claim:
    """A date of the copy with what happens on it, be it verb or noun: "9 June as opening day"."""
    if claim.kind != "date":
        return claim
    words = Words(reading.text, reading.sentences[claim.sentence])
    if words.low(words.before(claim.start) - 1) == "from":
        return replace(claim, event="begin")  # "ferries will sail from 3 May"
    at = Span(claim.start, claim.end)
    near = [m for m in marks(words, predicates=True) if _in_clause(at, m, words)]
    mark = min(near, key=lambda mark: abs(words.starts[mark.first] - claim.start), default=None)
    return replace(claim, event="" if mark is None else one_day().get(mark.event, mark.event))


def _in_clause(at: Span, mark: Mark, words: Words) -> bool:
    low, high = sorted((at, words.span(mark.first, mark.last)))
    between = words.lows[words.at(low.end) : words.before(high.start)]
    return "," not in between and grammar.clause_boundaries.isdisjoint({*between} - {"as"})


def alone(claim: Claim, reading: Reading) -> bool:
    """Does the sentence of a date name no other day, that of what is said in it aside?"""
    words = Words(reading.text, reading.sentences[claim.sentence])
    dates = [c for c in reading.in_sentence(claim.sentence) if c.calendar is not None]
    for told in when.find(words, dates, _anchor(reading), None):
        before = words.before(told.span.start)
        said = not saying().isdisjoint(words.lows[max(0, before - 2) : before])
        own = told.span.start < claim.end and claim.start < told.span.end
        if told.is_day and not said and not own:
            return False
    return True


def _anchor(reading: Reading) -> Anchor:
    dated = reading.dated
    if dated is None or dated.start is None:
        return Anchor()
    day = dated.start if dated.start == dated.end else None
    return Anchor(day, dated.start.year, dated.source)


def _in_sentence(
    reading: Reading, index: int, dates: Sequence[Claim], anchor: Anchor
) -> Iterator[Claim]:
    words = Words(reading.text, reading.sentences[index])
    once = [mark for mark in marks(words) if mark.event in listed("single_events")]
    times = when.find(words, dates, anchor, None) if once else []
    for mark in once:
        at = words.span(mark.first, mark.last)
        own = [told for told in times if _belongs(told, mark, words)]
        told = min(own, key=lambda told: abs(told.span.start - at.start), default=None)
        if told is not None and (day := _day(told, reading.text)):
            claim = _claim(reading, index, mark, at, told, day)
            if not _at_night(told, words):
                yield claim
            elif day.weekday is None:
                yield _loosened(claim)


def _belongs(told: when.Mark, event: Mark, words: Words) -> bool:
    """Is the time that of the event: in its clause, and neither counted from it nor of a speech?"""
    at = words.span(event.first, event.last)
    if told.cumulative:
        return False
    low, high = sorted((told.span, at))
    between = words.lows[words.at(low.end) : words.before(high.start)]
    if event.kind != "verb" and low is told.span and "'s" not in between[:1]:
        return False  # "charged on Tuesday over the arson": only "Tuesday's arson" was on Tuesday
    if low is told.span and "and" in between:
        return False  # "arrested on Tuesday and released": the day is that of the arrest
    before = words.before(told.span.start)
    near = {*between, *words.lows[max(0, before - 2) : before]}
    return near.isdisjoint(saying() | {","}) and grammar.clause_boundaries.isdisjoint(between)


def _at_night(told: when.Mark, words: Words) -> bool:
    """ "In the night to Tuesday", "late on Monday": what one dates so, another dates a day off."""
    first, last = words.before(told.span.start), words.at(told.span.end)
    near = words.lows[max(0, first - 3) : last + 1]
    return not listed("night_words").isdisjoint([*near, *told.text.lower().split()])


def _loosened(claim: Claim) -> Claim:
    return replace(claim, low=claim.low - 1, high=claim.high + 1)


def _day(told: when.Mark, text: str) -> Calendar | None:
    """The day or year that a time of the sentence names; None for stretches and vague times.

    In copy that nobody has dated a weekday is all that is known of the day.
    """
    if told.is_day and told.start is told.end is None and told.text in WEEKDAYS:
        return Calendar(weekday=WEEKDAYS.index(told.text))
    if told.is_day and told.start is not None and told.start == told.end:
        return Calendar(told.start.year, told.start.month, told.start.day)
    written = text[told.span.start : told.span.end]
    if written.isdecimal() and told.start is not None:
        return Calendar(told.start.year)
    return None


def _claim(
    reading: Reading, index: int, mark: Mark, at: Span, told: when.Mark, day: Calendar
) -> Claim:
    start, end = told.span
    value = float(_ordinal(day))
    return Claim(
        start=start,
        end=end,
        text=reading.text[start:end],
        kind="year" if day.year and not day.month else "date",
        value=value,
        low=value,
        high=value,
        core_low=value,
        core_high=value,
        numeral=told.span,
        calendar=day,
        document=reading.document.id,
        sentence=index,
        zone=next((z.kind for z in reading.zones if z.start <= start < z.end), "body"),
        event=one_day().get(mark.event, mark.event),
        when=when.stated(told, cumulative=False),
        evidence={"event": at, "when": told.span},
    )


def _ordinal(day: Calendar) -> int:
    """The day counted through, or the year, or which day of the week."""
    if day.weekday is not None:
        return day.weekday
    assert day.year is not None
    if day.month is None or day.day is None:
        return day.year
    return dt.date(day.year, day.month, day.day).toordinal()
