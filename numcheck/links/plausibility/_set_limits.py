"""The least and the most that is asked for, told apart: "at least 1.75 m. No one over 1.60".

What sets a limit may be a bound or the words around a bare figure ("the upper age limit is 40").
Both limits must be asked of the same people or things: a noun that only one of them has ends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.links._common.belongs import alike
from numcheck.links._common.book import Book, book
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import compiled, lexicon

_NOTHING = pattern(r"\s*(?:[.,;:!?)\"”]|$)")
_WORD = pattern(r"[A-Za-z]{3,}")
_BEFORE_CHARS = 60
_COUNTED = ("number", "count")


def _words(reading: Reading) -> Book:
    return book("set-limits", reading.document.language)


def set_apart(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """A floor and a ceiling of one thing, in one sentence or in two that follow each other."""
    asked = [c for c in reading.claims if c.kind not in ("percent", "ratio") and c.role == "level"]
    ends = [0, *(claim.end for claim in asked)]
    limits = [(c, _side(c, end, reading)) for c, end in zip(asked, ends, strict=False)]
    limits = [(claim, side) for claim, side in limits if side]
    for (one, side), (other, its) in pairwise(limits):
        if side != its and 0 <= other.sentence - one.sentence <= 1:
            floor, ceiling = (one, other) if side == "floor" else (other, one)
            if _one_sort(floor, ceiling, reading) and _asked_alike(one, other, reading):
                yield floor, ceiling


def _side(claim: Claim, floor: int, reading: Reading) -> str:
    """Is it the least or the most that is asked: "floor", "ceiling" or ""?

    Words before `floor`, where the figure before it ends, are told of that one.
    """
    start = max(reading.sentences[claim.sentence].start, claim.start - _BEFORE_CHARS, floor)
    before, says = reading.text[start : claim.start], _words(reading).says
    exact = claim.bound == "exact"
    if claim.bound == "at_least" or says("least", before):
        return "floor"
    if exact and _is_told("least_after", claim, reading):
        return "floor"
    if claim.bound == "at_most" or (claim.bound == "more_than" and says("nobody", before)):
        return "ceiling"
    most = exact and (says("most", before) or _is_told("most_after", claim, reading))
    return "ceiling" if most else ""


def _is_told(name: str, claim: Claim, reading: Reading) -> bool:
    """Is the pattern of that name right after the figure?"""
    return _words(reading).patterns[name].match(reading.text, claim.end) is not None


def _one_sort(floor: Claim, ceiling: Claim, reading: Reading) -> bool:
    """Are both ages, both counts, both in one unit?"""
    if floor.kind == "age" or ceiling.kind == "age":
        says = _words(reading).says
        ages = (says("age", reading.sentence_text(c.sentence)) for c in (floor, ceiling))
        return floor.kind == ceiling.kind or any(ages)
    if floor.kind == ceiling.kind == "measure":
        return floor.unit == ceiling.unit
    if any(_is_bare_limit(claim, reading) for claim in (floor, ceiling)):
        return alike(floor, ceiling)
    counted = floor.kind in _COUNTED and ceiling.kind in _COUNTED
    return counted and _one_noun(floor, ceiling, reading)


def _one_noun(floor: Claim, ceiling: Claim, reading: Reading) -> bool:
    """Do both count the same, or one of them nothing that has a name: "no more than 250 a time"?"""
    if floor.head and ceiling.head:
        return floor.head == ceiling.head
    bare = [claim for claim in (floor, ceiling) if not claim.head]
    before = (reading.text[max(0, claim.start - 12) : claim.start] for claim in bare)
    return not any(_words(reading).says("of_age", text) for text in before)


def _is_bare_limit(limit: Claim, reading: Reading) -> bool:
    """ "A minimum of eight years. The maximum is three": the limit names no thing of its own."""
    start = max(reading.sentences[limit.sentence].start, limit.start - _BEFORE_CHARS)
    bare = _words(reading).says("bare", reading.text[start : limit.start])
    if bare and _NOTHING.match(reading.text, limit.end):
        return True
    return any(_is_told(name, limit, reading) for name in ("least_after", "most_after"))


def _asked_alike(one: Claim, other: Claim, reading: Reading) -> bool:
    """Do both sentences ask, and the second of nobody else?"""
    texts = [reading.sentence_text(claim.sentence) for claim in (one, other)]
    words = _words(reading)
    if not all(words.says("asked", text) for text in texts):
        return False
    # Whoever says it stands behind the figure; of whom it is asked, before it.
    first = _people_of(texts[0])
    second = _people_of(reading.text[reading.sentences[other.sentence].start : other.end])
    return one.sentence == other.sentence or second <= first | words.sets["anybody"]


@compiled
def _groups() -> frozenset[str]:
    classes = lexicon("nouns")
    kinds = (classes[name]["nouns"] for name in ("person", "animal", "vehicle") if name in classes)
    return frozenset(noun for nouns in kinds for noun in nouns)


def _people_of(text: str) -> frozenset[str]:
    """The people, beasts and vehicles that a sentence names."""
    return frozenset(map(singular, map(str.lower, _WORD.findall(text)))) & _groups()
