"""One person told of by nouns: "a 34-year-old man … the man, 43", "a boy of nine … the child".

By one noun the two ages must be a slip of each other. By two nouns they may be any, where they are
the only ones of the copy and it brings in nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from numcheck.links._common.slips import slip
from numcheck.links.ages._words import around_again, people
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.kin import somebody_new, somebody_of, somebodys_kin, twins
from numcheck.text.lexicon import compiled, lexicon

_NOUN_AFTER = pattern(r"[ -]([a-z]+)\b")
_AGES = range(3, 111)
_BESIDE = 60
_REACH = 24
_NOBODY = "one person"


class Again(NamedTuple):
    """An age of somebody without a name, the age told before, and what the person is called."""

    age: Claim
    earlier: Claim
    who: str


class Described(NamedTuple):
    """The article and the noun that a person is told by."""

    article: str
    noun: str


def by_one_noun(reading: Reading) -> Iterator[Again]:
    """ "A 34-year-old man … the man, 43,": one noun, and two ages one slip apart."""
    first: dict[str, Claim | None] = {}
    for age in (claim for claim in reading.claims if claim.kind in ("age", "number")):
        told = _described(age, reading)
        if told is None:
            continue
        earlier = first.get(told.noun)
        if told.article == "the" and earlier is not None and _clear_slip(age, earlier):
            yield Again(age, earlier, f"the {told.noun}")
        elif told.noun not in first:
            first[told.noun] = age
        elif told.article != "the" and (earlier is None or age.value != earlier.value):
            first[told.noun] = None  # two of them: nobody knows which one "the man" is


def _clear_slip(age: Claim, earlier: Claim) -> bool:
    """Is it more than one digit that may be chance: 34 and 43, but not 34 and 36?"""
    return slip(age, earlier) not in ("", "one digit changed")


def _described(age: Claim, reading: Reading) -> Described | None:
    """How a person is told by an age: "the man, 43", "a woman of 52", "the 43-year-old driver"."""
    if age.kind == "number" and age.value not in _AGES:
        return None
    copy = around_again(reading)
    told = copy.earlier("noun_before", age)
    if told and told[0].endswith(" of ") and not somebody_of().search(told[0]):
        return None  # "a crew of 12"
    if told and told[2] in people() and copy.after("ends", age):
        return Described(told[1].lower(), told[2])
    article, noun = copy.earlier("article", age), noun_after(age, reading)
    if age.kind != "age" or not article or noun not in people():
        return None
    told_apart = article[1].lower() == "the" and is_narrowed(age, reading)
    return None if told_apart else Described(article[1].lower(), noun)


def noun_after(age: Claim, reading: Reading) -> str:
    """The noun of "the 43-year-old driver"."""
    found = _NOUN_AFTER.match(reading.text, age.end)
    return found[1] if found else ""


def is_narrowed(age: Claim, reading: Reading) -> bool:
    """ "The 43-year-old man arrested for it", "driver of the lorry": somebody else, it may be."""
    noun = _NOUN_AFTER.match(reading.text, age.end)
    narrows = around_again(reading).book.patterns["narrows"]
    return noun is not None and narrows.match(reading.text, noun.end()) is not None


def by_another_noun(reading: Reading) -> Iterator[Again]:
    """ "A 14-year-old boy has climbed … The teenager, 17, said": the only two ages of the copy."""
    ages = [c for c in reading.claims if c.kind == "age" or _is_of_somebody(c, reading)]
    if len(ages) != 2:
        return
    first, again = ages
    noun, copy = _introduced(first, reading), around_again(reading)
    told = copy.before("the_noun", again)
    if not noun or told is None or not copy.after("goes_on", again):
        return
    one = any({noun, told[1]} <= family for family in _families())
    if told[1] in lexicon("people")["parts_played"]:
        one = one and slip(again, first) == "digits swapped"
    if one and not _brings_in(first.end + len(noun) + 1, told.start(), reading):
        yield Again(again, first, _NOBODY)


def by_age_alone(reading: Reading) -> Iterator[Again]:
    """ "A man aged 46 fell … The 64-year-old": the only two ages, and nobody else is told of."""
    ages = [c for c in reading.claims if c.kind == "age" or _is_of_somebody(c, reading)]
    if len(ages) != 2 or ages[0].sentence == ages[1].sentence:
        return
    first, again = ages
    noun = _introduced(first, reading)
    if noun not in people() or first.entity or again.entity or not is_somebody(again, reading):
        return
    if noun_after(again, reading) in people():
        return  # "the 64-year-old driver" may be another
    if not _brings_in(first.end + len(noun) + 1, again.start, reading):
        yield Again(again, first, _NOBODY)


def is_somebody(age: Claim, reading: Reading) -> bool:
    """ "The 43-year-old said", and not "the 43-year-old bridge": nothing is named after it."""
    copy = around_again(reading)
    if not copy.before("the", age):
        return False
    if reading.text[age.end : age.end + 1] in ("", ".", ","):
        return copy.before("of_whom", age, _REACH) is not None
    if noun_after(age, reading) in people():
        return not is_narrowed(age, reading)
    if copy.after("does_something", age):
        return True
    return not age.head and copy.after("does", age) is not None


def _is_of_somebody(number: Claim, reading: Reading) -> bool:
    """ "A pensioner of 68", but not "a crew of 12"."""
    if number.kind != "number" or number.value not in _AGES:
        return False
    told = around_again(reading).before("new_noun", number)
    return told is not None and any(told[1] in family for family in _families())


def _introduced(age: Claim, reading: Reading) -> str:
    """The noun of "a nine-year-old boy", "a pensioner of 68", "a pensioner, 68,"."""
    copy = around_again(reading)
    told = copy.before("new_noun", age)
    if told is not None:
        return str(told[1])
    return noun_after(age, reading) if "-" in age.text and copy.before("article", age) else ""


def _brings_in(start: int, end: int, reading: Reading) -> bool:
    """Does the copy between the two bring in anybody else, or name anybody?"""
    if somebody_new().search(reading.text, start, end):
        return True
    if somebodys_kin().search(reading.text, start, end):
        return True
    return any(start <= name.start < end and name.kind == "person" for name in reading.names)


@compiled
def _families() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, lexicon("people")["families"]))


def of_twins(reading: Reading) -> Iterator[Again]:
    """ "Twins Nora Lund, 14, and Vera Lund, 17": neighbours, both named or both bare."""
    for first, again in pairwise(claim for claim in reading.claims if claim.kind == "age"):
        between = reading.text[first.end : again.start]
        if first.sentence == again.sentence and len(between) < _BESIDE and " and " in between:
            start = max(reading.sentences[first.sentence].start, first.start - _BESIDE)
            if twins().search(reading.text, start, first.start):
                yield Again(again, first, _NOBODY)
