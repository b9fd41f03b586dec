"""The age of a person and the date of birth: "Weyl turned 80 … was born on March 4, 1934".

The age must be one of today (the day of the copy); an age of another time is left alone.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from numcheck.links._common.calendar import Days, days, full_years, today
from numcheck.links.ages._life import ages, birth_of, births, is_birth
from numcheck.links.ages._people import Person, is_present_age, person, same_person
from numcheck.links.ages._words import around
from numcheck.model import Claim, Link, LinkKind, Name, Reading
from numcheck.text.kin import somebodys_kin

KIND = LinkKind(
    name="age-and-birth",
    summary="The present age of a person with the date of birth.",
    roles=("age", "born"),
    facts=("expected", "years_off", "who"),
)

#: By the groups of the pattern: "80 last year", "80 this year", "80 next year".
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}
#: Birthdays are reported some days before and after.
_BIRTHDAY_DAYS = 10
#: "She is 12" may be anything: a size, a place in a queue.
_CHILD = 12


class _Of(NamedTuple):
    """A figure and the person it belongs to."""

    claim: Claim
    who: Person


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every present age with the birth of the same person."""
    day = today(reading)
    told = list(_births(reading)) if day is not None else []
    if day is None or not told:
        return
    aged = list(_ages(reading))
    for age in aged:
        born = next((b for b in told if same_person(b.who, age.who, reading)), None)
        if born is None and len(told) == len(aged) == 1 and _is_only_one(age, told[0], reading):
            born = told[0]
        if born is not None:
            yield from _link(age, born, _when(age.claim, day, reading))
    yield from _of_the_dead(day, reading)


def _is_only_one(age: _Of, born: _Of, reading: Reading) -> bool:
    """ "The oldest woman … her 96th birthday. Granny Vesna, born in 1918": nobody else is named."""
    near = abs(age.claim.sentence - born.claim.sentence) <= 1 and age.claim.kind == "ordinal"
    named = {person(name.text) for name in reading.names if name.kind == "person"}
    first, last = sorted((age.claim, born.claim), key=lambda claim: claim.start)
    kin = somebodys_kin().search(reading.text, reading.sentences[first.sentence].start, last.start)
    return near and len(named) <= 1 and kin is None


def _of_the_dead(day: dt.date, reading: Reading) -> Iterator[Link]:
    """ "Died on Tuesday aged 67": an age of today for somebody whose birth is told elsewhere."""
    born = list(births(reading))
    for aged in ages(reading):
        date = birth_of(aged.who, born, reading) if aged.then is None else None
        if date is not None:
            slack = dt.timedelta(days=_BIRTHDAY_DAYS)
            yield from _link(
                _Of(aged.age, aged.who), _Of(date, aged.who), Days(day - slack, day + slack)
            )


def _births(reading: Reading) -> Iterator[_Of]:
    for claim in reading.claims:
        if claim.calendar is None or claim.calendar.year is None:
            continue
        if is_birth(claim, reading):
            yield _Of(claim, _subject(claim, reading) or _somebody(claim))


def _ages(reading: Reading) -> Iterator[_Of]:
    for claim in reading.claims:
        if claim.kind not in ("age", "number", "duration", "ordinal"):
            continue
        present = claim.kind == "age" and is_present_age(claim, reading)
        if present or (claim.value > _CHILD and around(reading).before("birthday", claim)):
            who = person(claim.entity) if claim.entity else _subject(claim, reading)
            yield _Of(claim, who or _somebody(claim))


def _somebody(claim: Claim) -> Person:
    """Somebody without a name ("the actress"), who is nobody else within the sentence."""
    return Person("", f"sentence {claim.sentence}")


def _subject(claim: Claim, reading: Reading) -> Person | None:
    """The last person named before the figure in its sentence, or the one a pronoun stands for."""
    start = reading.sentences[claim.sentence].start
    here = _people(reading, start, claim.start)
    if here:
        return person(here[-1].text)
    after = _people(reading, claim.end, min(claim.end + 40, reading.sentences[claim.sentence].end))
    if after and around(reading).opens("born_first", claim.sentence):
        return person(after[0].text)
    if claim.sentence and around(reading).opens("pronoun", claim.sentence):
        before = _people(reading, reading.sentences[claim.sentence - 1].start, start)
        if before:
            return person(before[0].text)
    return None


def _people(reading: Reading, start: int, end: int) -> list[Name]:
    first = bisect_left(reading.names, start, key=lambda name: name.start)
    last = bisect_left(reading.names, end, key=lambda name: name.start)
    here = [name for name in reading.names[first:last] if name.text != "Born"]
    names = [n for n in here if n.kind in ("person", "")]
    return [n for n in names if n.kind == "person"] or names


def _when(age: Claim, day: dt.date, reading: Reading) -> Days:
    """The days that the age is told for: those around the copy, or a year that is named."""
    named = around(reading).after("in_year", age)
    if named:
        year = day.year + _YEARS_OFF[str(named.lastgroup)]
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    slack = dt.timedelta(days=_BIRTHDAY_DAYS)
    return Days(day - slack, day + slack)


def _link(age: _Of, born: _Of, then: Days) -> Iterator[Link]:
    birth = days(born.claim.calendar) if born.claim.calendar else None
    if birth is None or birth.first >= then.first:
        return
    expected = full_years(birth, then)
    off = max(0.0, age.claim.low - expected.high, expected.low - age.claim.high)
    yield Link(
        KIND.name,
        {"age": age.claim, "born": born.claim},
        # One year off may be a story that was put out again; more may not.
        confidence="high" if off > 1 else "medium",
        facts={
            "expected": expected,
            "years_off": off,
            "who": age.claim.entity or age.who.last.title(),
        },
    )
