"""Two dated events whose order is certain: "arrested on 3 May over a raid on 5 May".

A word says which came first ("after the fire on 5 May"), or the nature of the two does: nobody is
tried before the arrest or buried before death. Dates without years are of one year if they lie
close; events that may have come twice, or may be of two people, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from numcheck.links._common.around import Around
from numcheck.links._common.book import Book, book
from numcheck.links._common.calendar import days
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.needs import Needs
from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import Happening, happenings
from numcheck.links.calendar._of_one import alike, fits, is_itself, others_between
from numcheck.links.calendar._words import around_events
from numcheck.model import Claim, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="order-of-events",
    summary="The dates of two events of which one must have come before the other.",
    roles=("first", "then"),
    facts=("days_early",),
)
NEEDS = Needs(figures=(("date", "year"),))

_ANY_YEAR = 2024
#: Dates without years that lie further apart may be of two years.
_CLOSE = 60
#: How much may stand between what ties two dates and the second of them, in characters.
_REACH = 90
_WORD = pattern(r"[\w'’-]+")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each pair of dates the wrong way round, once."""
    dates = [c for c in reading.claims if c.kind in ("date", "year") and _is_plain(c)]
    if len(dates) < 2:
        return
    seen: set[tuple[int, int]] = set()
    for first, then in (*_by_wording(dates, reading), *_by_nature(reading)):
        early = _days_early(first, then, reading)
        if early > 0 and (first.start, then.start) not in seen:
            seen.add((first.start, then.start))
            low, high = sorted((first, then), key=lambda date: date.start)
            cue = Span(low.start, high.end)
            roles = {"first": first, "then": then}
            yield Link(KIND.name, roles, cue, "medium", {"days_early": early})


def _is_plain(date: Claim) -> bool:
    known = date.calendar is not None and date.bound == "exact" and not date.calendar.relative
    return known and date.zone != "dateline" and date.zone not in SILENT_ZONES


def _days_early(first: Claim, then: Claim, reading: Reading) -> int:
    """How many days too early the second is; 0 if the two may be in order."""
    one, other = first.calendar, then.calendar
    if one is None or other is None or first.kind != then.kind:
        return 0
    if any(around_events(reading).after("another_time", date) for date in (first, then)):
        return 0
    year = one.year or other.year or _ANY_YEAR
    start, end = days(one, year), days(other, year)
    early = (start.first - end.last).days if start and end else 0
    return early if early > 0 and (None not in (one.year, other.year) or early <= _CLOSE) else 0


def _by_wording(dates: Sequence[Claim], reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """ "Freed on 3 May after a hearing on 5 May", "held on 3 May over a raid on 5 May"."""
    copy = Around(reading, _book(reading))
    says = copy.book.says
    for then, first in pairwise(dates):
        if then.sentence != first.sentence or then.kind != first.kind:
            continue
        text = reading.text[then.end : first.start]
        told = copy.book.patterns["after"].match(text)
        if told is None and _is_taken(then, text, reading):
            told = copy.book.patterns["for_what"].match(text)
        sure = told and not says("planned", text) and not says("clause", told[1])
        if sure and copy.after("ends", first):
            yield first, then


def _is_taken(then: Claim, between: str, reading: Reading) -> bool:
    """Does the clause tell of an arrest or charge: "arrested on 3 May over"?"""
    start = max(reading.sentences[then.sentence].start, then.start - _REACH)
    near = reading.text[start : then.start] + between
    return not _book(reading).sets["taken"].isdisjoint(_WORD.findall(near.lower()))


def _book(reading: Reading) -> Book:
    return book("order-of-events", reading.document.language)


def _by_nature(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """ "The trial opened on 12 March. The accused had been arrested on 14 March"."""
    told = [one for one in happenings(reading) if one.point.kind != "time"]
    events = [one.event for one in told]
    for told_first, told_then in combinations(told, 2):
        order = _order(told_first.event, _event(told_then, told_first))
        alone = events.count(told_first.event) == events.count(told_then.event) == 1
        if order and alone and _are_of_one(told_first, told_then, reading):
            pair = told_first.point, told_then.point
            yield pair if order > 0 else (pair[1], pair[0])


def _event(again: Happening, told: Happening) -> str:
    """ "The strike began … It ended": the end of the strike. Of "the book fair" nobody knows."""
    if not again.event.endswith(" end"):
        return again.event
    goes_on = again.subject in words().pronouns and again.tense == told.tense
    return f"{told.event} end" if goes_on and is_itself(told) else ""


def _order(one: str, other: str) -> int:
    """1 if the one event comes first by its nature, -1 if the other does, 0 if nobody knows."""
    for chain in lexicon("links/order-of-events")["order"]:
        if one in chain and other in chain:
            return 1 if chain.index(one) < chain.index(other) else -1
    return 1 if other == f"{one} end" else 0


def _are_of_one(told: Happening, again: Happening, reading: Reading) -> bool:
    """Are both of one person or one thing, and each the only one there was?"""
    if again.point.sentence - told.point.sentence > 1 or told.owned:
        return False
    texts = {reading.sentence_text(one.point.sentence).lower() for one in (told, again)}
    if any(not words().apart.isdisjoint(_WORD.findall(text)) for text in texts):
        return False
    if again.owned:
        again = again._replace(subject=_owner(again, reading))
    between = reading.text[told.point.end : again.point.start]
    if alike(told.subject, again.subject):
        return True
    elided = _book(reading).patterns["elided"]
    if not again.noun and elided.fullmatch(between):
        return True
    if again.subject in words().pronouns and fits(again.subject, told, reading):
        return not others_between(told, again, reading)
    return _is_of_the_case(told, again, reading)


def _owner(told: Happening, reading: Reading) -> str:
    """ "Her funeral took place": whose; "" for "her husband fell ill", which is nobody's event."""
    text = reading.sentence_text(told.point.sentence).lower()
    whose = re.search(rf"\b(his|her|its|their) {re.escape(told.subject)}\b", text)
    return whose[1] if whose and is_itself(told) else ""


def _is_of_the_case(told: Happening, again: Happening, reading: Reading) -> bool:
    """ "The trial opened … The accused had been arrested": spoken of as known, and as before it."""
    if not (is_itself(told) or is_itself(again)):
        return False
    start = max(reading.sentences[again.point.sentence].start, again.point.start - _REACH)
    words_before = reading.text[start : again.point.start].lower()
    says = _book(reading).says
    if is_itself(again) and says("after_what", words_before):
        return True
    return (is_itself(again) or says("suspects", words_before)) and says("had", words_before)
