"""Who an age or a birthday belongs to: full names, surnames, pronouns.

"Keller, 43" is Maria Keller if she is the only Keller of the copy; with a brother Jan about, it is
nobody we know. Unknown means silent.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numcheck.links.ages._words import around
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.kin import somebodys_kin, then
from numcheck.text.lexicon import compiled, lexicon

_NOW_AFTER = pattern(r"\s?(?:[,.;:)]|$|\n|[-–—])")
#: What is quoted before ("When you know, you know," says Doreen, 67) is no word on the age.
_QUOTE = pattern(r"[\"“”]")


class Person(NamedTuple):
    """A person as named, in lower case: first names (may be empty), surname, "jr" or the like."""

    first: str
    last: str
    suffix: str = ""


def person(name: str) -> Person | None:
    """A name in its parts, without titles; None if nothing is left.

    >>> person("Dr Maria Keller")
    Person(first='maria', last='keller', suffix='')
    >>> person("Keller")
    Person(first='', last='keller', suffix='')
    """
    words = [word.strip(".,'’\"") for word in re.sub(r"['’]s$", "", name).split()]
    while words and words[0].lower() in _titles():
        words = words[1:]
    suffix = words.pop().lower() if words and words[-1].lower() in _suffixes() else ""
    if not words:
        return None
    return Person(" ".join(words[:-1]).lower(), words[-1].lower(), suffix)


@compiled
def _titles() -> frozenset[str]:
    names = lexicon("names")
    listed = (*names["titles"], *names["roles"], *lexicon("people")["called"])
    return frozenset(title.lower().rstrip(".") for title in listed)


@compiled
def _suffixes() -> frozenset[str]:
    return frozenset(lexicon("people")["suffixes"])


def same_person(one: Person, other: Person, reading: Reading) -> bool:
    """Can only one person of the copy be meant by both names?"""
    if one.last != other.last or one.suffix != other.suffix:
        return False
    if one.first and other.first:
        return one.first == other.first or _shortened(one.first, other.first)
    return len(_first_names(one.last, reading)) <= 1


def is_called(name: Person, full: Person, reading: Reading) -> bool:
    """Is "Doreen", "Axford" or "Doreen Axford" the person of the full name?"""
    by_first = not name.first and name.last in full.first.split()
    return by_first or same_person(name, full, reading)


def called(name: Person, reading: Reading) -> Person | None:
    """The only person of the copy whom a first name alone can mean: "Maud, 86"."""
    if name.first:
        return None
    people = (person(named.text) for named in reading.names if " " in named.text)
    found = {one for one in people if one and name.last in one.first.split()}
    return found.pop() if len(found) == 1 else None


def _shortened(one: str, other: str) -> bool:
    """ "Maria", "Maria Anna" and "Brave Maria" can be one first name, "Jan" and "Jane" cannot."""
    return not set(one.split()).isdisjoint(other.split())


def _first_names(last: str, reading: Reading) -> list[str]:
    """The different first names with which the copy names people of one surname."""
    if "first_names" not in reading.cache:
        found: dict[str, list[str]] = {}
        texts = [name.text for name in reading.names if name.kind in ("person", "")]
        for text in [*texts, *(claim.entity for claim in reading.claims if claim.kind == "age")]:
            who = person(text) if text else None
            if who is not None and who.first:
                known = found.setdefault(who.last, [])
                if not any(_shortened(who.first, first) for first in known):
                    known.append(who.first)
        reading.cache["first_names"] = found
    names: dict[str, list[str]] = reading.cache["first_names"]
    return names.get(last, [])


def is_present_age(age: Claim, reading: Reading) -> bool:
    """Is this the age of somebody now, given in apposition to the name?

    "Keller, 34," "Keller (34)", "Keller, aged 34," and "the 34-year-old Keller" are. Not if the
    name is that of a relative of somebody ("her grandmother Ella Stone, 61"), who may have the same
    name.
    """
    start = reading.sentences[age.sentence].start
    before = _QUOTE.split(reading.text[max(start, age.start - 45) : age.start])[-1]
    after = reading.text[age.end : age.end + 20]
    if somebodys_kin().search(before) or _is_of_a_year(age, reading):
        return False
    if then().search(before) or then().match(after.strip(" ,")):
        return False
    words = around(reading).book
    if words.says("year_old", age.text) or words.patterns["year_old"].match(after.strip(" -")):
        return True
    return bool(words.says("after_name", before) and _NOW_AFTER.match(after))


def _is_of_a_year(age: Claim, reading: Reading) -> bool:
    """ "On 4 October 1926 Albert Sand, 24, put 14 chairs in a lorry": as old as that in 1926."""
    if not around(reading).opens("dated", age.sentence):
        return False
    dates = (c for c in reading.in_sentence(age.sentence) if c.calendar and c.calendar.year)
    first = next(dates, None)
    now = reading.dated.start.year if reading.dated and reading.dated.start else None
    told = first.calendar.year if first and first.calendar and first.start < age.start else None
    return told is not None and told != now
