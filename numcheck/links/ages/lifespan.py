"""A birth, a later date and the age then: "born in 1911, died in 1990 aged 69".

Wordings tie the three in one breath; over several sentences it is the person who ties them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import days, full_years
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import matches
from numcheck.links.ages._life import Aged, ages, birth_of, births, lifetimes
from numcheck.links.ages._people import Person, same_person
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    name="lifespan",
    summary="An age with the dates of the birth and of the event it is the age at.",
    roles=("age", "born", "then"),
    facts=("expected",),
)
NEEDS = Needs(figures=(("age", "duration", "number"), ("date", "year", "time")))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every age tied to a birth and to a later date, once."""
    seen: set[int] = set()
    for age, born, then in _tied(reading):
        expected = _expected(born, then)
        if age.start not in seen and age.kind in ("age", "duration", "number") and expected:
            seen.add(age.start)
            roles = {"age": age, "born": born, "then": then}
            yield Link(KIND.name, roles, facts={"expected": expected})


def _tied(reading: Reading) -> Iterator[tuple[Claim, Claim, Claim]]:
    for match in matches(KIND.name, reading):
        yield match.roles["age"], match.roles["born"], match.roles["then"]
    born = list(births(reading))
    for aged in ages(reading) if born else ():
        date = birth_of(aged.who, born, reading)
        if date is not None and aged.then is not None:
            yield aged.age, date, aged.then
    yield from _at_death(reading)


def _at_death(reading: Reading) -> Iterator[tuple[Claim, Claim, Claim]]:
    """ "Karel Vink (1920-1998) … He died at 68"."""
    lives = list(lifetimes(reading))
    for aged in ages(reading) if lives else ():
        told = [(b.date, d) for b, d in lives if aged.then is None and _is_of(b.who, aged, reading)]
        if len(told) == 1:
            yield aged.age, *told[0]


def _is_of(who: Person, aged: Aged, reading: Reading) -> bool:
    """The same person, or one without a name where nobody else is told of."""
    return same_person(who, aged.who, reading) or not aged.who.last


def _expected(born: Claim, then: Claim) -> Interval | None:
    first = days(born.calendar) if born.calendar else None
    last = days(then.calendar) if then.calendar else None
    if first is None or last is None or last.last < first.first:
        return None
    return full_years(first, last)
