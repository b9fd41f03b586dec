"""The least and the most that is asked for, told apart: "at least 1.75 m. No one over 1.60".

What sets a limit may be a bound or the words around a bare figure ("the upper age limit is 40").
Both limits must be asked of the same people or things: a noun that only one of them has ends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import compiled, lexicon

_ASKED = pattern(
    r"(?i)\b(?:must|need|required|may|accepts?|allow\w*|minimum|maximum|smallest|limit|admitted|taken)\b"
)
_LEAST = pattern(
    r"(?i)\b(?:minimum|smallest|lowest|least|lower)\b[^,.;]{0,40} (?:is|are|of|at)? ?$"
    r"|\b(?:no|not) (?:lower|less|fewer|younger|shorter|smaller|lighter|under) than $"
)
_NOBODY = pattern(r"(?i)\b(?:no one|nobody|none|no [a-z]+|not|never|n['’]t)\b[^,.;]{0,40}$")
_MOST = pattern(
    r"(?i)\b(?:maximum|largest|highest|upper(?: [a-z]+)? limit|ceiling|limit)\b[^,.;]{0,30} "
    r"(?:is|are|of|at)? ?$"
)
_AGE = pattern(r"(?i)\bage\b")
_WORD = pattern(r"[A-Za-z]{3,}")
_BEFORE_CHARS = 60
_COUNTED = ("number", "count")


def set_apart(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """A floor and a ceiling of one thing, in one sentence or in two that follow each other."""
    asked = [c for c in reading.claims if c.kind not in ("percent", "ratio") and c.role == "level"]
    limits = [(c, _side(c, reading)) for c in asked]
    limits = [(claim, side) for claim, side in limits if side]
    for (one, side), (other, its) in pairwise(limits):
        if side != its and 0 <= other.sentence - one.sentence <= 1:
            floor, ceiling = (one, other) if side == "floor" else (other, one)
            if _one_sort(floor, ceiling, reading) and _asked_alike(one, other, reading):
                yield floor, ceiling


def _side(claim: Claim, reading: Reading) -> str:
    """Is it the least or the most that is asked: "floor", "ceiling" or ""?"""
    start = max(reading.sentences[claim.sentence].start, claim.start - _BEFORE_CHARS)
    before = reading.text[start : claim.start]
    if claim.bound == "at_least" or _LEAST.search(before):
        return "floor"
    if claim.bound == "at_most" or (claim.bound == "more_than" and _NOBODY.search(before)):
        return "ceiling"
    return "ceiling" if claim.bound == "exact" and _MOST.search(before) else ""


def _one_sort(floor: Claim, ceiling: Claim, reading: Reading) -> bool:
    """Are both ages, both counts, both in one unit?"""
    if floor.kind == "age" or ceiling.kind == "age":
        ages = (_AGE.search(reading.sentence_text(c.sentence)) for c in (floor, ceiling))
        return floor.kind == ceiling.kind or any(ages)
    if floor.kind in _COUNTED and ceiling.kind in _COUNTED:
        return not (floor.head and ceiling.head) or floor.head == ceiling.head
    return floor.kind == ceiling.kind == "measure" and floor.unit == ceiling.unit


def _asked_alike(one: Claim, other: Claim, reading: Reading) -> bool:
    """Do both sentences ask, and the second of nobody else?"""
    texts = [reading.sentence_text(claim.sentence) for claim in (one, other)]
    if not all(_ASKED.search(text) for text in texts):
        return False
    first, second = (_people_of(text) for text in texts)
    return one.sentence == other.sentence or second <= first | _ANYBODY


@compiled
def _groups() -> frozenset[str]:
    classes = lexicon("nouns")
    kinds = (classes[name]["nouns"] for name in ("person", "animal", "vehicle") if name in classes)
    return frozenset(noun for nouns in kinds for noun in nouns)


#: Whoever is asked: no other group than the one before.
_ANYBODY = frozenset({"customer", "applicant", "person", "people", "candidate", "visitor"})


def _people_of(text: str) -> frozenset[str]:
    """The people, beasts and vehicles that a sentence names."""
    return frozenset(map(singular, map(str.lower, _WORD.findall(text)))) & _groups()
