"""More of a thing than there are in all: "guilty on nine counts ... the charges were seven in all".

A figure that is told as that of all holds every other figure of the thing that stands near it, as
long as there is only one other and nothing puts the two in different times or leagues.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links._common.book import Book, book
from numcheck.links._common.near import around, is_count, said_of
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import masked, with_figures
from numcheck.model import Claim, Link, Reading

_CUES = ("in all", "in total", "altogether", "all told", "the whole")
_FAR = 2
#: Of these there is a sum for everybody.
_EVERYBODY_HAS = frozenset({"score", "time", "money"})


def told_in_all(reading: Reading) -> Iterator[Link]:
    """Every figure of all with the only other figure of what it counts."""
    words = book("part-of", reading.document.language)
    if not words.patterns or not any(cue in lowered(reading) for cue in _CUES):
        return
    for _, claims in with_figures(reading):
        for whole in claims:
            part = _only_other(reading, whole) if _is_of_all(reading, words, whole) else None
            if part is not None and _at_one_time(reading, words, whole, part):
                yield Link("part-of", {"part": part, "whole": whole}, confidence="medium")


def _is_of_all(reading: Reading, words: Book, claim: Claim) -> bool:
    if not is_count(claim) or not claim.head or claim.noun_class in _EVERYBODY_HAS:
        return False
    return claim.role == "level" and said_of(reading, claim, words, "of_all")


def _only_other(reading: Reading, whole: Claim) -> Claim | None:
    """The other figure of its noun; none where there are several, or it is far larger."""
    like = [c for c in around(reading, whole.sentence) if c.head == whole.head and c is not whole]
    if len(like) != 1 or not is_count(like[0]) or like[0].role != "level":
        return None
    return like[0] if like[0].low <= _FAR * whole.high else None


def _at_one_time(reading: Reading, words: Book, *claims: Claim) -> bool:
    text = masked(reading).text
    told = (text[slice(*reading.sentences[claim.sentence])] for claim in claims)
    return not any(words.says("at_times", sentence) for sentence in told)
