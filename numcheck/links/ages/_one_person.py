"""One person told of by two nouns or names: "a nine-year-old boy … the child", "Maud, 86".

Where the copy has two ages only and brings in nobody else, a definite noun or a first name goes
back to the person whose age has been told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.links.ages._people import Person, person
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.kin import somebodys_kin
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

_NEW = pattern(r"\b[Aa]n? (?:[a-z]+ )?$")
_NEW_NOUN = pattern(r"\b[Aa]n? (?:[a-z]+ )?([a-z]+)(?: of|, (?:aged )?) ?$")
_NOUN = pattern(r"[ -]([a-z]+)\b")
_THE = pattern(r"\b[Tt]he ([a-z]+), (?:who (?:is|was|turned|turns|has just turned) |aged )?$")
_NOW_AFTER = pattern(r"[,.;)]|$| (?:last|this|on|in|just|yesterday|today|said|was|is|has|had)\b")
_SHORT = 60
_REACH = 40


@compiled
def _families() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, lexicon("people")["families"]))


@compiled
def _twins() -> re.Pattern[str]:
    return pattern(rf"\b(?:{alternation(lexicon('people')['twins'])}) ", re.IGNORECASE)


@compiled
def _somebody_new() -> re.Pattern[str]:
    nouns = alternation(sorted(lexicon("nouns")["person"]["nouns"]))
    return pattern(rf"\b(?:[Aa]n?|[Aa]nother|two|three|his|her|their) (?:[\w-]+ )?(?:{nouns})s?\b")


def by_another_noun(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """ "A 14-year-old boy has climbed … The teenager, 17, said": the only two ages of the copy."""
    ages = [c for c in reading.claims if c.kind == "age" or _is_of_somebody(c, reading)]
    if len(ages) != 2:
        return
    first, again = ages
    noun = _introduced(first, reading)
    told = _THE.search(reading.text, max(0, again.start - _REACH), again.start)
    if not noun or told is None or not _NOW_AFTER.match(reading.text, again.end):
        return
    one = any({noun, told[1]} <= family for family in _families())
    if one and not _brings_in(first.end + len(noun) + 1, told.start(), reading):
        yield again, first


def _is_of_somebody(number: Claim, reading: Reading) -> bool:
    """ "A pensioner of 68", but not "a crew of 12"."""
    if number.kind != "number" or not 3 <= number.value <= 110:
        return False
    told = _NEW_NOUN.search(reading.text, max(0, number.start - _REACH), number.start)
    return told is not None and any(told[1] in family for family in _families())


def _introduced(age: Claim, reading: Reading) -> str:
    """The noun of "a nine-year-old boy", "a pensioner of 68", "a pensioner, 68,"."""
    told = _NEW_NOUN.search(reading.text, max(0, age.start - _REACH), age.start)
    if told is not None:
        return told[1]
    new = _NEW.search(reading.text, max(0, age.start - 20), age.start)
    noun = _NOUN.match(reading.text, age.end) if new and "-" in age.text else None
    return noun[1] if noun else ""


def _brings_in(start: int, end: int, reading: Reading) -> bool:
    """Does the copy between the two bring in anybody else, or name anybody?"""
    if _somebody_new().search(reading.text, start, end):
        return True
    if somebodys_kin().search(reading.text, start, end):
        return True
    return any(start <= name.start < end and name.kind == "person" for name in reading.names)


def twins(ages: Sequence[Claim], reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """ "Twins Nora Lund, 14, and Vera Lund, 17": neighbours, both named or both bare."""
    for first, again in pairwise(ages):
        start = max(reading.sentences[first.sentence].start, first.start - _SHORT)
        if first.sentence == again.sentence and again.start - first.end < _SHORT:
            between = reading.text[first.end : again.start]
            if _twins().search(reading.text, start, first.start) and " and " in between:
                yield again, first


def called(name: Person, known: Sequence[Person]) -> Person | None:
    """The only person of the copy whom a first name alone can mean."""
    if name.first:
        return None
    found = {one for one in known if name.last in one.first.split()}
    return found.pop() if len(found) == 1 else None


def known_people(reading: Reading) -> list[Person]:
    """Everybody whom the copy names in full."""
    people = (person(name.text) for name in reading.names if " " in name.text)
    return [one for one in people if one is not None and one.first]
