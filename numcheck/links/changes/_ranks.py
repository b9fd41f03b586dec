"""The first and the second of a row, each with its figure: "market leader Dorn makes 5.1 million
tonnes ... the second-largest producer, Kell, 6.4 million".

The figure of each is the next one after its rank. Where the two are ranked by something else, at
another time or in another field, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.links._common.belongs import alike
from numcheck.links._common.book import Book, book
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import figures, masked, with_figures
from numcheck.links.changes._contrasts import Contrast
from numcheck.model import Claim, Reading, Span

_KINDS = frozenset({"number", "count", "money", "measure", "percent"})
_REACH, _AFTER = 80, 30
_FIRST, _SECOND = 1, 2


class _Ranked(NamedTuple):
    """A place in a row: by what ("largest"), of which things and where, and with which figure."""

    place: int
    word: Span
    by: str
    thing: str
    field: str
    claim: Claim


def ranks(reading: Reading) -> Iterator[Contrast]:
    """The first and the second of every row, the figure of the first to be the larger."""
    words = book("ordering", reading.document.language)
    if not any(cue in lowered(reading) for cue in words.words.get("of_the_second", ())):
        return
    beside = {at for at, _ in with_figures(reading)}
    told = {at: [*_ranked(reading, words, at)] for at in sorted(beside)}
    for at, here in told.items():
        for one, other in _pairs(here, told.get(at + 1, [])):
            if _of_one_row(one, other):
                larger, smaller = one.claim, other.claim
                if one.by in words.words["least_of_all"] or other.by in words.words["least_of_all"]:
                    larger, smaller = smaller, larger
                yield Contrast(one.word, larger, smaller)


def _pairs(
    here: Sequence[_Ranked], following: Sequence[_Ranked]
) -> Iterator[tuple[_Ranked, _Ranked]]:
    """The first with the second of one sentence, or of two of which each has one."""
    for told in (here, [*here, *following] if len(here) == len(following) == 1 else []):
        firsts = [one for one in told if one.place == _FIRST]
        seconds = [one for one in told if one.place == _SECOND]
        if len(firsts) == len(seconds) == 1:
            yield firsts[0], seconds[0]


def _ranked(reading: Reading, words: Book, at: int) -> Iterator[_Ranked]:
    if not 0 <= at < len(reading.sentences):
        return
    text, (_, end) = masked(reading).text, reading.sentences[at]
    found = [*words.patterns["ranked"].finditer(text, *reading.sentences[at])]
    ends = [*(other.start() for other in found[1:]), end]
    for match, later in zip(found, ends, strict=False):
        place = _place(reading, match)
        claim = _next_figure(reading, words, at, Span(match.end(), later)) if place else None
        if claim:
            by = match["by"] or match["by_second"] or ""
            of = words.patterns["field"].match(text[match.end() : claim.start])
            thing, field = (of["thing"] or "", of["field"] or "") if of else ("", "")
            word = Span(*match.span())
            yield _Ranked(place, word, by, thing if by else "", field, claim)


def _place(reading: Reading, match: re.Match[str]) -> int:
    """The place in the row; 0 where it is none of the first two."""
    if match["second"] is None:
        return _SECOND if match["runner_up"] else _FIRST
    claim = masked(reading).at.get(match.start("second"))
    place = claim.value if claim is not None and claim.kind == "ordinal" else 0
    return int(place) if place in (_FIRST, _SECOND) else 0


def _next_figure(reading: Reading, words: Book, at: int, within: Span) -> Claim | None:
    """The next figure after the rank, if it is told of the same time."""
    near = [c for c in figures(reading, at) if within.start <= c.start < within.end]
    claim = next((c for c in near if c.kind != "ordinal"), None)
    if claim is None or claim.kind not in _KINDS or claim.role != "level":
        return None
    if claim.start - within.start > _REACH:
        return None
    told = masked(reading).text[within.start : min(within.end, claim.end + _AFTER)]
    apart = words.says("ranked_apart", told[claim.end - within.start :])
    return None if apart or words.says("ranked_otherwise", told) else claim


def _of_one_row(first: _Ranked, second: _Ranked) -> bool:
    """Are both ranked by one thing, in one field?"""
    told = ((first.by, second.by), (first.thing, second.thing), (first.field, second.field))
    if any("" != one != other != "" for one, other in told):
        return False
    return first.claim is not second.claim and alike(first.claim, second.claim)
