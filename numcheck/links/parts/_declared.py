"""A set whose size is told, and more of it soon after: "The school has 48 pupils ... 53 pupils were
ill".

Something must have befallen the later ones, who are called by the same noun and are said to be no
others. Only a few too many are a slip: many more are of somewhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links._common.book import Book, book
from numcheck.links._common.near import around, is_count, said_of
from numcheck.links._common.traces import lowered
from numcheck.model import Claim, Link, Reading
from numcheck.text.lexicon import lexicon

_FAR = 1.5
_FEW = 10
_AFTER = 30
_CUES = (" has ", " had ", " have ", " employs ", " there are ", " numbers ", " of ")


def declared_sets(reading: Reading) -> Iterator[Link]:
    """Every figure of those who are more than all there are."""
    words = book("part-of", reading.document.language)
    if not words.patterns or not any(cue in lowered(reading) for cue in _CUES):
        return
    added = frozenset(lexicon("links/part-of").get("added", ()))
    for whole in reading.claims:
        if not is_count(whole) or not whole.noun or whole.high < _FEW:
            continue
        near = [c for c in around(reading, whole.sentence, 0, 1) if c.start > whole.end]
        alike = [c for c in near if is_count(c) and c.head == whole.head]
        part = alike[0] if len(alike) == 1 else None
        if part is None or part.event in ("", *added) or part.low <= whole.high:
            continue
        if _is_size(reading, words, whole) and _is_part(reading, words, whole, part):
            yield Link("part-of", {"part": part, "whole": whole}, confidence="medium")


def _is_size(reading: Reading, words: Book, whole: Claim) -> bool:
    if whole.modality != "asserted" or whole.role != "level":
        return False
    if whole.noun_class in ("time", "place", "score"):
        return False
    return said_of(reading, whole, words, "size") and not said_of(reading, whole, words, "no_size")


def _is_part(reading: Reading, words: Book, whole: Claim, part: Claim) -> bool:
    if part.noun != whole.noun or part.low > _FAR * whole.high:
        return False
    if part.role != "level" or part.modality != "asserted":
        return False
    # "Its rival Orla Air grounded 72 planes"
    if any(whole.end <= name.start < part.end + _AFTER for name in reading.names):
        return False
    return not said_of(reading, part, words, "of_others", "another_time", "of_more")
