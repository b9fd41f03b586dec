"""Two ages of one person at times that are known: "was 19 when he joined in 1990. Now 43, he …".

An age of another time is tied to the year beside it, a present one to the day of the copy. No date
of birth need be told: the years between and the ages must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from numcheck.links._common.calendar import Days, days, today
from numcheck.links._common.needs import Needs
from numcheck.links.ages._life import ages, holder, is_at_death, only_one
from numcheck.links.ages._people import Person, is_present_age, person, same_person
from numcheck.links.ages._words import around
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.text.kin import somebodys_kin

KIND = LinkKind(
    name="age-then-and-now",
    summary="Two ages of one person with the years that lie between them.",
    roles=("later", "age", "then"),
    facts=("expected", "who"),
)
NEEDS = Needs(figures=(("age", "number"), ("date", "year")))

_AGES = range(14, 111)
#: A birthday may lie on either side of both days.
_SLACK = 1
_REACH = 40


class _Told(NamedTuple):
    """An age, whose it is and when it was true."""

    age: Claim
    who: Person
    then: Claim | None
    days: Days


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every later age of a person with the first whose time is known."""
    day = today(reading)
    past = _of_the_living([told for told in _past(reading) if told.days.last.year > 0], reading)
    if not past:
        return
    now = list(_present(reading, Days(day, day))) if day else []
    for told in past:
        for later in (*(other for other in past if _is_after(other, told)), *now):
            if later.age.start != told.age.start and same_person(later.who, told.who, reading):
                yield _link(told, later)
                break


def _of_the_living(past: list[_Told], reading: Reading) -> list[_Told]:
    """Without the age at which a person "now 63" is said to have died: that is somebody else's."""
    if not any(is_at_death(told.age, reading) for told in past):
        return past
    people = (person(c.entity) for c in reading.claims if c.entity and _is_now(c, reading))
    alive = {who.last for who in people if who}
    return [t for t in past if t.who.last not in alive or not is_at_death(t.age, reading)]


def _is_after(other: _Told, told: _Told) -> bool:
    return other.days.first > told.days.last


def _past(reading: Reading) -> Iterator[_Told]:
    for aged in ages(reading):
        calendar = aged.then.calendar if aged.then else None
        then = days(calendar) if calendar else None
        who = aged.who if aged.who.last else only_one(aged.age, reading)
        if then is not None and who is not None:
            yield _Told(aged.age, who, aged.then, then)


def _present(reading: Reading, day: Days) -> Iterator[_Told]:
    """ "Hay, 45, has won 30", "Now 43, he has become its head"."""
    for claim in reading.claims:
        if claim.kind == "age" and claim.entity and is_present_age(claim, reading):
            who = person(claim.entity)
        elif claim.kind in ("age", "number") and claim.value in _AGES and _is_now(claim, reading):
            who = person(claim.entity) if claim.entity else holder(claim, reading)
        else:
            continue
        if who is not None and who.last:
            yield _Told(claim, who, None, day)


def _is_now(claim: Claim, reading: Reading) -> bool:
    copy = around(reading)
    if not copy.earlier("now", claim, _REACH) or not copy.after("now_ends", claim):
        return False
    start = max(reading.sentences[claim.sentence].start, claim.start - _REACH)
    return somebodys_kin().search(reading.text, start, claim.start) is None


def _link(told: _Told, later: _Told) -> Link:
    low = later.days.first.year - told.days.last.year
    high = later.days.last.year - told.days.first.year
    apart = Interval(low - _SLACK, high + _SLACK)
    assert told.then is not None
    return Link(
        KIND.name,
        {"later": later.age, "age": told.age, "then": told.then},
        facts={"expected": told.age.hull.plus(apart), "who": told.who.last.title()},
    )
