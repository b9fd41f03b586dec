"""A superlative with its time, and a figure of that time: "the smallest harvest in ten years, 31
million tonnes ... six years ago they brought in 24 million".

The figure of then must be told in a sentence of its own with a time that the superlative covers.
Where the copy has no such time, or more than one figure that could be meant, nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from numcheck.links._common.belongs import alike, nouns_clash
from numcheck.links._common.book import Book, book
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import figures, masked, with_figures
from numcheck.links.changes._contrasts import Contrast
from numcheck.model import Claim, Reading, Span

_KINDS = frozenset({"number", "count", "money", "measure", "percent"})
_NEAR = 2  # sentences
#: More times as much or as little is no figure of the same.
_FAR = 5.0
_DECADE, _CENTURY = 10, 100


def records(reading: Reading) -> Iterator[Contrast]:
    """Every figure called the most or the least of a time, with one of that time."""
    words = book("ordering", reading.document.language)
    if not any(cue in lowered(reading) for cue in words.words.get("of_a_time", ())):
        return
    for at, _ in with_figures(reading):
        sentence = reading.sentences[at]
        found = words.patterns["record"].search(masked(reading).text, *sentence)
        told = _only(reading, at) if found else None
        if found is None or told is None:
            continue
        years, since = _covered(reading, found["since"] or found["over"] or "", Span(*found.span()))
        for then in _of_then(reading, words, told, years, since):
            larger, smaller = (told, then) if found["most"] else (then, told)
            yield Contrast(Span(*found.span("verb")), larger, smaller)


def _only(reading: Reading, at: int, like: Claim | None = None) -> Claim | None:
    """The only figure of its sentence that can be a level, or the only one in the same unit."""
    found = [claim for claim in figures(reading, at) if _may_be_level(reading, claim)]
    found = [claim for claim in found if like is None or alike(claim, like)]
    return found[0] if len(found) == 1 else None


def _may_be_level(reading: Reading, claim: Claim) -> bool:
    if claim.kind not in _KINDS:
        return False
    # "They dug up 1.7 million tonnes": no movement of so much.
    moved = claim.kind == "percent" or masked(reading).text.endswith(" by ", 0, claim.start)
    return claim.role == "level" or (claim.role == "delta" and not moved)


def _covered(reading: Reading, wording: str, span: Span) -> tuple[float, float]:
    """How many years back the superlative holds, and the year since when; infinite if unknown."""
    inside = [c for c in reading.claims if span.start <= c.start < span.end]
    year = next((c.calendar.year for c in inside if c.calendar and c.calendar.year), None)
    if year is not None:
        return 0, year
    length = next((c.value for c in inside if c.unit == "year"), None)
    if length is not None:
        return length, math.inf
    for word, years in (("decade", _DECADE), ("century", _CENTURY)):
        if word in wording:
            return years, math.inf
    return math.inf, -math.inf


def _of_then(
    reading: Reading, words: Book, told: Claim, years: float, since: float
) -> Iterator[Claim]:
    first = max(0, told.sentence - _NEAR)
    last = min(told.sentence + _NEAR, len(reading.sentences) - 1)
    text = masked(reading).text
    for at in range(first, last + 1):
        then = _only(reading, at, told) if at != told.sentence else None
        if (
            then is None
            or nouns_clash(told, then)
            or words.says("elsewhere", text[slice(*reading.sentences[at])])
        ):
            continue
        low, high = sorted((told.value, then.value))
        if 0 < low < high < _FAR * low and _is_covered(reading, words, at, years, since):
            yield then


def _is_covered(reading: Reading, words: Book, at: int, years: float, since: float) -> bool:
    """Is the time that the sentence tells of one that the superlative covers?"""
    begin, end = reading.sentences[at]
    text = masked(reading).text
    back = words.patterns["years_back"].search(text, begin, end)
    if back is not None:
        claim = masked(reading).at.get(back.start("length")) if back["length"] else None
        ago = 1.0 if claim is None else claim.value if claim.unit == "year" else math.inf
        return ago < years
    dated = words.patterns["in_year"].search(text, begin, end)
    claim = masked(reading).at.get(dated.start("year")) if dated else None
    year = claim.calendar.year if claim is not None and claim.calendar else None
    if year is None:
        return False
    now = reading.dated.start.year if reading.dated and reading.dated.start else None
    return year > since or (now is not None and now - year < years)
