"""The least and the most that is asked for, told apart: "at least 1.75 m. No one over 1.60".

What sets a limit may be a bound or the words around a bare figure ("the upper age limit is 40").
Both limits must be asked of the same people or things: a noun that only one of them has ends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.links._common.belongs import alike
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import compiled, lexicon

_ASKED = pattern(
    r"(?i)\b(?:must|need|required|may|accepts?|allow\w*|minimum|maximum|smallest|limit|admitted|taken|"
    r"carr(?:y|ies)|offer|impose)\b"
)
_LEAST = pattern(
    r"(?i)\b(?:minimum|smallest|lowest|least|lower)\b[^,.;]{0,40} (?:is|are|of|at)? ?$"
    r"|\b(?:no|not) (?:lower|less|fewer|younger|shorter|smaller|lighter|under) than $"
)
_NOBODY = pattern(r"(?i)\b(?:no one|nobody|none|no [a-z]+|not|never|n['’]t)\b[^,.;]{0,40}$")
_MOST = pattern(
    r"(?i)\b(?:maximum|largest|highest|the most|upper(?: [a-z]+)? limit|ceiling|limit)\b"
    r"[^,.;]{0,30} (?:is|are|of|at)? ?$"
)
#: "Seven years is the most a judge can impose", "60 seats are the minimum".
_LEAST_AFTER = pattern(
    r"(?i)(?: [a-z]+)? (?:is|are|was|were) the (?:minimum|least|lowest|smallest|fewest)\b"
)
_MOST_AFTER = pattern(
    r"(?i)(?: [a-z]+)? (?:is|are|was|were) the "
    r"(?:maximum|most|highest|largest|limit|upper limit|ceiling)\b"
)
_BARE_LIMIT = pattern(
    r"(?i)(?:^|[.,;:] |[\"“] ?)(?:and |but |while )?(?:the|a|its) "
    r"(?:minimum|maximum|least|most|highest|lowest)(?: (?:allow|permitt|ask|accept)ed| possible"
    r"| (?:that )?(?:an?|the) [a-z]+ (?:can|may|could) [a-z]+)?"
    r" (?:is|was|of|are|will be) $"
)
#: "Must be at least 18": an age.
_OF_AGE = pattern(r"\b(?:be|age(?: is| of)?) $")
_NOTHING = pattern(r"\s*(?:[.,;:!?)\"”]|$)")
_AGE = pattern(r"(?i)\bage\b")
_WORD = pattern(r"[A-Za-z]{3,}")
_BEFORE_CHARS = 60
_COUNTED = ("number", "count")


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
    before = reading.text[start : claim.start]
    if claim.bound == "at_least" or _LEAST.search(before):
        return "floor"
    if claim.bound == "exact" and _LEAST_AFTER.match(reading.text, claim.end):
        return "floor"
    if claim.bound == "at_most" or (claim.bound == "more_than" and _NOBODY.search(before)):
        return "ceiling"
    most = _MOST.search(before) or _MOST_AFTER.match(reading.text, claim.end)
    return "ceiling" if claim.bound == "exact" and most else ""


def _one_sort(floor: Claim, ceiling: Claim, reading: Reading) -> bool:
    """Are both ages, both counts, both in one unit?"""
    if floor.kind == "age" or ceiling.kind == "age":
        ages = (_AGE.search(reading.sentence_text(c.sentence)) for c in (floor, ceiling))
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
    return not any(_OF_AGE.search(reading.text, max(0, c.start - 12), c.start) for c in bare)


def _is_bare_limit(limit: Claim, reading: Reading) -> bool:
    """ "A minimum of eight years. The maximum is three": the limit names no thing of its own."""
    start = max(reading.sentences[limit.sentence].start, limit.start - _BEFORE_CHARS)
    text, end = reading.text, limit.end
    if _BARE_LIMIT.search(text[start : limit.start]) and _NOTHING.match(text, end):
        return True
    return bool(_LEAST_AFTER.match(text, end) or _MOST_AFTER.match(text, end))


def _asked_alike(one: Claim, other: Claim, reading: Reading) -> bool:
    """Do both sentences ask, and the second of nobody else?"""
    texts = [reading.sentence_text(claim.sentence) for claim in (one, other)]
    if not all(_ASKED.search(text) for text in texts):
        return False
    # Whoever says it stands behind the figure; of whom it is asked, before it.
    first = _people_of(texts[0])
    second = _people_of(reading.text[reading.sentences[other.sentence].start : other.end])
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
