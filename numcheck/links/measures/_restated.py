"""Where copy says one figure twice in a row: "50 miles (80 km)", "$5m, or 4.6m euros".

The second figure restates the first in other words. Which units or currencies may meet is for the
kinds that ask; this module only knows the wording that ties two neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.model import Claim, Reading

#: How many characters may lie between two sentences' figures, or two neighbours.
_FARTHEST, _FARTHEST_BESIDE = 120, 45
_AFTER_CHARS = 12


class Restated(NamedTuple):
    """Two neighbouring figures of which the second restates the first.

    `direct` is false where words stand between the first figure and the bracket.
    """

    stated: Claim
    again: Claim
    direct: bool


def restatements(reading: Reading) -> tuple[Restated, ...]:
    """Neighbouring figures tied as one figure said twice, in order; made once."""
    if "restatements" not in reading.cache:
        words = book("restated", reading.document.language)
        beside, over = _side_by_side(reading, words), _over_sentences(reading, words)
        reading.cache["restatements"] = (*beside, *over)
    found: tuple[Restated, ...] = reading.cache["restatements"]
    return found


def _side_by_side(reading: Reading, words: Book) -> Iterator[Restated]:
    for one, other in pairwise(reading.claims):
        if other.start - one.end <= _FARTHEST_BESIDE and _is_closed(one, other, reading, words):
            gap = reading.text[one.end : other.start]
            if _ties(gap, one, other, words):
                yield Restated(one, other, True)
            elif _ties_after_noun(gap, words):
                yield Restated(one, other, False)


def _is_closed(one: Claim, other: Claim, reading: Reading, words: Book) -> bool:
    """Does the second figure end what is said, so that it begins no new statement?"""
    bracketed = _opens_bracket(reading.text[one.end : other.start])
    after = reading.text[other.end : other.end + _AFTER_CHARS]
    if not after.strip() or words.patterns["bracket_closed" if bracketed else "closed"].match(
        after
    ):
        return True
    money = one.kind == other.kind == "money"
    by_whom = words.patterns["by_whom"]
    return money and bracketed and by_whom.match(reading.text, other.end) is not None


def _opens_bracket(gap: str) -> bool:
    return "(" in gap or "[" in gap


def _ties(gap: str, one: Claim, other: Claim, words: Book) -> bool:
    if gap == ", " and other.bound == "about":
        return True
    money = one.kind == other.kind == "money"
    return bool(words.patterns["tie"].fullmatch(gap)) or (money and gap in words.sets["buys"])


def _ties_after_noun(gap: str, words: Book) -> bool:
    bracketed = _opens_bracket(gap) and words.patterns["bracket_after_noun"].fullmatch(gap)
    return bool(bracketed or words.patterns["after_noun"].fullmatch(gap))


def _over_sentences(reading: Reading, words: Book) -> Iterator[Restated]:
    """ "Some 12,000 litres had leaked. "That is 3,200 gallons," …": said anew at once."""
    for one, other in pairwise(reading.claims):
        if other.sentence - one.sentence == 1 and other.start - one.end < _FARTHEST:
            gap = reading.text[one.end : other.start]
            after = reading.text[other.end : other.end + _AFTER_CHARS]
            if _says_anew(gap, after, words.patterns):
                yield Restated(one, other, False)


def _says_anew(gap: str, after: str, patterns: Mapping[str, re.Pattern[str]]) -> bool:
    if patterns["next_sentence"].fullmatch(gap):
        return not after.strip() or patterns["closed"].match(after) is not None
    return bool(patterns["at"].fullmatch(gap) and patterns["at_goes_on"].match(after))
