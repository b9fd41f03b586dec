"""The age of one person, given twice.

"The 43-year-old" without a name is the one person of the copy whose age is known, if there is only
one; that is less sure than a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.links._common.slips import slip
from numcheck.links.ages._by_noun import Again, by_age_alone, by_another_noun, by_one_noun, of_twins
from numcheck.links.ages._life import holder
from numcheck.links.ages._nameless import nameless
from numcheck.links.ages._own_words import in_own_words
from numcheck.links.ages._people import (
    Person,
    called,
    is_called,
    is_present_age,
    person,
    same_person,
)
from numcheck.links.ages._told_age import (
    is_certain,
    is_long_ago,
    is_told,
    may_be_age,
    may_be_number,
    owner_of,
)
from numcheck.links.ages._words import around_again
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="same-age",
    summary="Two present ages of one person.",
    roles=("age", "earlier"),
    facts=("years_apart", "who"),
)
NEEDS = Needs(figures=(("age", "number"),))

_MOST_NAMESAKES = 20
_REACH = 30


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each later age with the first one given for the same person."""
    if not around_again(reading).book:
        return
    yield from _named(reading)
    yield from map(_of_nobody, (*nameless(reading), *by_one_noun(reading)))
    yield from _birthdays(reading)
    yield from (_link(age, earlier) for age, earlier in in_own_words(reading))
    others = (*by_another_noun(reading), *by_age_alone(reading), *of_twins(reading))
    yield from map(_of_nobody, others)


def _of_nobody(told: Again) -> Link:
    facts = {"years_apart": abs(told.age.value - told.earlier.value), "who": told.who}
    roles = {"age": told.age, "earlier": told.earlier}
    return Link(KIND.name, roles, None, "medium", facts)


def _named(reading: Reading) -> Iterator[Link]:
    known: dict[str, list[tuple[Person, Claim]]] = {}
    for age in reading.claims:
        who = _who(age, reading)
        if who is None or not is_told(age, reading) or _is_listed(age, reading):
            continue
        group = known.setdefault(who.last, [])
        earlier = next((a for p, a in group if same_person(p, who, reading)), None)
        if earlier is not None and is_long_ago(earlier, age, reading):
            now = max(earlier, age, key=lambda told: told.value)
            group[:] = [(one, now if a is earlier else a) for one, a in group]
        elif earlier is None:
            if len(group) < _MOST_NAMESAKES:
                group.append((who, age))
        elif _are_ages(age, earlier, reading):
            yield _link(age, earlier)


def _who(age: Claim, reading: Reading) -> Person | None:
    """Whose age it is; a first name alone is led back to the only one who bears it."""
    owner = owner_of(age, reading) if may_be_age(age, reading) else ""
    if not owner or any(char.isdigit() for char in owner):
        return None  # a postcode: entries of a list that ran together
    who = person(owner)
    return who and (called(who, reading) or who)


def _are_ages(age: Claim, earlier: Claim, reading: Reading) -> bool:
    """Are both ages beyond doubt, or so if the one is a slip of the other?"""
    if may_be_number(age, reading) or may_be_number(earlier, reading):
        return slip(age, earlier) == "digits swapped"
    return bool((is_certain(age, reading) and is_certain(earlier, reading)) or slip(age, earlier))


def _is_listed(age: Claim, reading: Reading) -> bool:
    """ "Brandt, Oslo, 31; Holm, Bergen, 28;": a row of results, in which no figure is an age."""
    after = reading.text[age.end : age.end + 2]
    place = any(name.kind == "place" and name.text == age.entity for name in reading.names)
    return place or after.startswith(";")


def _birthdays(reading: Reading) -> Iterator[Link]:
    """ "Axel Fenn, 78, … Fenn celebrated his 87th birthday": an age one slip from the birthday."""
    ages = [age for age in reading.claims if age.kind == "age" and age.entity]
    copy = around_again(reading)
    for nth in (claim for claim in reading.claims if claim.kind == "ordinal") if ages else ():
        if not (copy.after("birthday", nth) and copy.before("celebrates", nth, _REACH)):
            continue
        if any(c.calendar and c.calendar.year for c in reading.in_sentence(nth.sentence)):
            continue
        who = holder(nth, reading)
        for age in ages:
            named = person(age.entity)
            one = who and named and _are_one(who, named, reading)
            if one and slip(nth, age) and is_present_age(age, reading):
                yield _link(nth, age)
                break


def _are_one(who: Person, named: Person, reading: Reading) -> bool:
    """ "Edith Moss", and "Moss" or "Edith": whichever is told first."""
    return is_called(who, named, reading) or is_called(named, who, reading)


def _link(age: Claim, earlier: Claim) -> Link:
    fuller = max((age.entity, earlier.entity), key=len)
    facts = {"years_apart": abs(age.value - earlier.value), "who": fuller}
    return Link(KIND.name, {"age": age, "earlier": earlier}, facts=facts)
