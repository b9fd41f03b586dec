"""Figures near one another, over the ends of sentences and paragraphs.

Wordings tie figures that stand side by side. Where copy says one thing in two sentences its figures
are known by what each is for (the price, the number, the total); this is where such a search looks.
"""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.links._common.belongs import base_unit
from numcheck.links._common.book import Book
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.figures import printed
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Interval, Reading
from numcheck.units import MINOR

#: What a price may be per, besides things: "75 euros a month".
PERIODS = frozenset({"day", "week", "month", "year", "hour", "minute", "night"})
_COUNTED = ("number", "count")
_REACH = 90
_MINOR_PARTS = 100


def around(reading: Reading, sentence: int, before: int = 2, after: int = 2) -> list[Claim]:
    """The figures of a sentence and of those near it, in order; none that lie outside the story."""
    first, last = max(0, sentence - before), min(len(reading.sentences) - 1, sentence + after)
    return [
        claim
        for at in range(first, last + 1)
        for claim in figures(reading, at)
        if claim.zone not in SILENT_ZONES
    ]


def is_count(claim: Claim) -> bool:
    return claim.kind in _COUNTED


def one_unit(one: Claim, other: Claim) -> bool:
    """Are both counts, or both in one unit, pence and pounds taken for one?"""
    if is_count(one) or is_count(other):
        return is_count(one) and is_count(other)
    if one.kind == other.kind == "money" and (is_minor(one) or is_minor(other)):
        return True
    return one.kind == other.kind and base_unit(one) == base_unit(other)


def is_minor(claim: Claim) -> bool:
    return base_unit(claim) in MINOR


def amount(claim: Claim) -> Interval:
    """All values printed so, in the main unit of its currency: pounds for pence."""
    share = 1 / _MINOR_PARTS if is_minor(claim) else 1.0
    return printed(claim).times(Interval(share, share))


def worth(claim: Claim) -> float:
    """The figure as written, in the main unit of its currency."""
    return claim.value / _MINOR_PARTS if is_minor(claim) else claim.value


def before(reading: Reading, claim: Claim) -> str:
    """The masked copy before a figure, from the figure or the sentence before it."""
    text = masked(reading).text
    start = max(reading.sentences[claim.sentence].start, claim.start - _REACH)
    return text[start : claim.start]


def after(reading: Reading, claim: Claim) -> str:
    """The masked copy after a figure, to the end of its sentence."""
    text = masked(reading).text
    return text[claim.end : min(reading.sentences[claim.sentence].end, claim.end + _REACH)]


def said_of(reading: Reading, claim: Claim, says: Book, *patterns: str) -> bool:
    """Does the copy around a figure say one of these, "<" being the figure's own place?

    A pattern is matched on what stands before it, "<", and what stands after it.
    """
    text = f"{before(reading, claim)}<{after(reading, claim)}"
    return any(says.says(pattern, text) for pattern in patterns)


def sentences_of(claims: Iterable[Claim]) -> range:
    """The stretch of sentences that these figures lie in."""
    places = [claim.sentence for claim in claims]
    return range(min(places), max(places) + 1)
