"""A person told of by an age alone: "Davi Lemos, 19, has signed. The 91-year-old …".

That is the one person of the copy whose age is known, if there is only one. After that age, the two
must be one slip apart; before it, the sentence before must name nobody else ("Davi Lemos has
signed. The 19-year-old … Lemos, 22, said").
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links._common.slips import slip
from numcheck.links.ages._by_noun import Again, is_somebody
from numcheck.links.ages._people import Person, person
from numcheck.links.ages._told_age import is_long_ago, is_told, may_be_age, owner_of
from numcheck.model import Claim, Reading
from numcheck.text.kin import somebody_new


def nameless(reading: Reading) -> Iterator[Again]:
    """Each age of "the 43-year-old" with the first one told of the person by name."""
    ages = [claim for claim in reading.claims if may_be_age(claim, reading)]
    named = [age for age in ages if owner_of(age, reading) and is_told(age, reading)]
    if not named or len({person(owner_of(age, reading)) for age in named}) > 1:
        return
    first = named[0]
    for age in ages:
        if not is_somebody(age, reading):
            continue
        if age.start > first.start:
            one = _is_again(first, age, reading)
        else:
            one = len(ages) == 2 and _is_announced(age, first, reading)
        if one:
            earlier, later = sorted((age, first), key=lambda told: told.start)
            yield Again(later, earlier, owner_of(first, reading))


def _is_again(first: Claim, age: Claim, reading: Reading) -> bool:
    """Nobody else, with a slip of the age told first?"""
    if not slip(age, first) or is_long_ago(first, age, reading):
        return False
    return somebody_new().search(reading.text, first.end, age.start) is None


def _is_announced(age: Claim, named: Claim, reading: Reading) -> bool:
    """Is it the one person of the sentence before, whose age comes with the name later on?"""
    who, spoken_of = person(owner_of(named, reading)), _spoken_of(age, reading)
    return bool(who and spoken_of and who.last == spoken_of.last)


def _spoken_of(age: Claim, reading: Reading) -> Person | None:
    """The only person whom the sentence before names; the surname alone."""
    start, end = reading.sentences[age.sentence - 1] if age.sentence else (0, 0)
    known = {person(n.text) for n in reading.names if n.kind == "person"}
    surnames = {one.last for one in known if one}
    here = (n for n in reading.names if start <= n.start < end)
    people = [n for n in here if n.kind == "person" or n.text.lower().split()[-1] in surnames]
    who = person(people[0].text) if len({n.text for n in people}) == 1 else None
    return Person("", who.last) if who else None
