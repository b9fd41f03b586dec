"""Whether two tellings can be of one person or thing: "the library … it", "Arden … her"."""

from __future__ import annotations

from numcheck.links.calendar._event_words import words
from numcheck.links.calendar._happenings import Happening
from numcheck.links.calendar._words import around_events
from numcheck.model import Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.synonyms import may_be_one

_WORD = pattern(r"[\w'’-]+")


def alike(one: str, other: str) -> bool:
    if not one or not other or one in words().pronouns:
        return False
    return may_be_one(one, other)


def fits(pronoun: str, first: Happening, reading: Reading) -> bool:
    """Can "it", "he" or "she" stand for whom or what the first telling names?"""
    stands_for = words().pronouns[pronoun]
    if first.subject in words().pronouns:
        return stands_for == words().pronouns[first.subject]
    if stands_for == "any" or not first.subject:
        return bool(first.subject)
    return (first.subject in _people() or _is_person(first, reading)) == (stands_for == "person")


def is_itself(told: Happening) -> bool:
    """Is the event named by its own noun: "the strike", "the closure on"?"""
    return words().nouns.get(told.subject) == told.event


def others_between(first: Happening, again: Happening, reading: Reading) -> bool:
    """Is anybody or anything else named between the two, or right after: "its opening, the inn"?"""
    start, end = first.point.end, again.point.end
    if any(start < n.start < end and not _is_named(first, n.text) for n in reading.names):
        return True
    after = around_events(reading).after("goes_forward", again.point)
    if after is None or not again.noun or _is_named(first, after[1]):
        return False
    person = words().pronouns[again.subject] == "person"
    return not person or after[1][0].isupper() or not _people().isdisjoint(after[1].split())


def _is_named(first: Happening, name: str) -> bool:
    said = {singular(word) for word in _WORD.findall(name.lower())}
    return first.subject in said or any(may_be_one(first.subject, word) for word in said)


@compiled
def _people() -> frozenset[str]:
    return frozenset(lexicon("nouns")["person"]["nouns"])


def _is_person(first: Happening, reading: Reading) -> bool:
    """Is the subject a name of two words or one that is known to be a person's?"""
    named = (n for n in reading.names if n.text.lower().split()[-1] == first.subject)
    return any(n.kind == "person" or (n.kind == "" and " " in n.text) for n in named)
