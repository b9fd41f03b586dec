"""Figures that describe a thing: "the 19-room home", "a tower of 24 storeys", "the 5 May opening".

A compound names its thing right after the figure, so that two descriptions of one thing can be put
side by side whatever the figure is: a count, a sum, a measure, a length of time, a date or an hour.
What the earlier mention must say to be one of the same thing is the business of the kinds that ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.mentions import stop_words
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import on_change
from numcheck.text.synonyms import wordings
from numcheck.text.trie import alternation

_DESCRIBING = frozenset({"number", "count", "money", "measure", "duration", "age", "date", "time"})
#: "19-room home", "9,000-euro haul": what is counted, and the words of the thing.
_COUNTED = pattern(r"-([a-z]+)(?:-[a-z]+)? ((?:[a-z][\w-]* ?){1,3})")
_PARTICIPLE = pattern(r"[a-z]{2,}[^e]ed")
_THING = pattern(r"[ -]((?:[a-z][\w-]* ?){1,3})")
_BEFORE_CHARS, _ASIDE_CHARS = 40, 60
_MOST_WORDS = 3


class Attribute(NamedTuple):
    """A figure right before the thing it describes.

    `key` is what is counted ("room"; "person" for "19-strong"), else the kind of figure. `things`
    are the words that may name the thing, the likeliest first. `start` and `end` enclose the
    phrase; `definite` ones speak of something the reader has met. `measure` is "wide" of a
    "12-metre-wide river".
    """

    claim: Claim
    key: str
    things: tuple[str, ...]
    definite: bool
    start: int
    end: int
    measure: str = ""


def _words(reading: Reading) -> Book:
    return book("same-attribute", reading.document.language)


def attributes(reading: Reading) -> tuple[Attribute, ...]:
    """The compounds of a document, in order; made once."""
    if "attributes" not in reading.cache:
        reading.cache["attributes"] = tuple(_attributes(reading))
    found: tuple[Attribute, ...] = reading.cache["attributes"]
    return found


def _attributes(reading: Reading) -> Iterator[Attribute]:
    for claim in reading.claims:
        if claim.kind in _DESCRIBING and claim.zone not in SILENT_ZONES and claim.role == "level":
            found = _compound(claim, reading) or _aside(claim, reading)
            if found is not None:
                yield found


def _aside(claim: Claim, reading: Reading) -> Attribute | None:
    """ "The fish, which at 350 pounds was the heaviest", "The tower, at 90 metres, is"."""
    if claim.kind != "measure" or not claim.unit:
        return None
    first, patterns = max(0, claim.start - _ASIDE_CHARS), _words(reading).patterns
    before = patterns["aside"].search(reading.text, first, claim.start)
    if before is None or not patterns["aside_ends"].match(reading.text, claim.end):
        return None
    start, end = before.start("thing"), claim.end
    return Attribute(claim, claim.kind, (before["thing"].lower(),), True, start, end)


def _compound(claim: Claim, reading: Reading) -> Attribute | None:
    counted = _COUNTED.match(reading.text, claim.end) if not claim.unit else None
    after = counted or (_THING.match(reading.text, claim.end) if _may_describe(claim) else None)
    if after is None:
        return None
    words = _until_stop(after[after.lastindex or 1].split())
    measure = words[0] if words and words[0] in _words(reading).sets["measures"] else ""
    if not words[bool(measure) :] or (measure and reading.text[claim.end] == " "):
        return None  # "a gash 310 km long" names no thing
    if len(words) == 1 and _PARTICIPLE.fullmatch(words[0]):
        return None  # nor does "the £6m approved for the wall"
    patterns = _words(reading).patterns
    first = max(0, claim.start - _BEFORE_CHARS)
    before = patterns["determiner"].search(reading.text, first, claim.start)
    start = before.start() if before else claim.start
    end = after.start(after.lastindex or 1) + len(words[0])
    if measure:
        end += 1 + len(words[1])
        del words[0]
    key = _key(claim, counted[1] if counted else "", reading)
    # "The 21-kilometre column of ash", "the seal's 900-km journey": the ash's, the seal's figure.
    of = patterns["of"].match(reading.text, end)
    words += [of[1]] if of else []
    words += [before["owner"].lower()] if before and before["owner"] else []
    return Attribute(claim, key, tuple(words), bool(before and before["the"]), start, end, measure)


def _may_describe(claim: Claim) -> bool:
    """Can a thing follow straight on: "£4,500 prize", "5-kilo stone", "5 May opening"?"""
    if claim.kind in ("money", "date", "time"):
        return True
    return bool(claim.unit) and not claim.text.endswith("s")


def _until_stop(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words[:_MOST_WORDS]:
        if word in stop_words():
            break
        found.append(word)
    return found


def _key(claim: Claim, counted: str, reading: Reading) -> str:
    if counted:
        return "person" if counted in _words(reading).sets["people"] else singular(counted)
    return claim.kind


def key_of(claim: Claim, reading: Reading) -> str:
    """What a figure that stands elsewhere would be an attribute of: "nine rooms" of something."""
    if claim.kind not in ("number", "count"):
        return claim.kind
    if claim.noun_class == "person" or of_company(claim, reading):
        return "person"
    return claim.head


def of_company(claim: Claim, reading: Reading) -> bool:
    """ "A crew of nine": a number of people, although it says so only of the crew."""
    before = reading.text[max(0, claim.start - 30) : claim.start].lower().split()
    if len(before) < 2 or before[-1] != "of":
        return False
    return before[-2] in _words(reading).sets["companies"]


def owned_by(claim: Claim, thing: str, reading: Reading) -> bool:
    """Does the clause before the figure give it to the thing: "the home has", "a home of"?"""
    start = max(reading.sentences[claim.sentence].start, claim.start - 80)
    before = reading.text[start : claim.start].lower()
    found = _words(reading).patterns["owned"].search(before)
    return found is not None and bool(named(thing).search(before, 0, found.start()))


@lru_cache(maxsize=512)
def named(thing: str) -> re.Pattern[str]:
    """The noun itself or another for the same thing, in lower case."""
    return _pattern(thing, False)


@lru_cache(maxsize=512)
def told(thing: str) -> re.Pattern[str]:
    """The thing by any of its nouns, or by a verb that tells of it: "jailed" of the sentence."""
    return _pattern(thing, True)


on_change(named.cache_clear)
on_change(told.cache_clear)


def _pattern(thing: str, with_verbs: bool) -> re.Pattern[str]:
    words = sorted(set(wordings(singular(thing), verbs=with_verbs)))
    return pattern(rf"\b(?:{alternation(words)})\b")
