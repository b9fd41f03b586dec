"""Two things by name, one said to be more than the other: "Men outnumber women in the choir, which
has 24 women and 17 men", "Exports exceeded imports, which came to 41 billion euros".

The figure of each is the one that stands by its name, after the comparison or in the sentence
after it. Where either has no figure or more than one, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.links._common.belongs import alike
from numcheck.links._common.book import Book, book
from numcheck.links._common.wording import figures, masked, with_figures
from numcheck.model import Claim, Reading, Span

_KINDS = frozenset({"number", "count", "money"})
_REACH = 30


class Contrast(NamedTuple):
    """The figures of the two things, and the word that says which is more."""

    verb: Span
    larger: Claim
    smaller: Claim


def contrasts(reading: Reading) -> Iterator[Contrast]:
    """Every two things of which the copy says which is more, with the figure of each."""
    words = book("ordering", reading.document.language)
    beside = {near for at, _ in with_figures(reading) for near in (at - 1, at) if near >= 0}
    for at in sorted(beside) if words.patterns else ():
        near = _figures(reading, at)
        if len(near) >= 2:
            yield from _contrasts(reading, words, at, near)


def _figures(reading: Reading, at: int) -> list[Claim]:
    """The figures of a sentence and of the one after it."""
    following = figures(reading, at + 1) if at + 1 < len(reading.sentences) else ()
    return [claim for claim in (*figures(reading, at), *following) if claim.kind in _KINDS]


def _contrasts(reading: Reading, words: Book, at: int, near: Sequence[Claim]) -> Iterator[Contrast]:
    text, sentence = masked(reading).text, reading.sentences[at]
    for pattern in ("more_than", "exceeds"):
        for found in words.patterns[pattern].finditer(text, *sentence):
            one = found["one"] if pattern == "more_than" else _subject(words, text, found.start())
            after = [claim for claim in near if claim.start > found.end()]
            told = text[found.end() : after[-1].end] if one and after else ""
            if not told or words.says("breaks_off", told):
                continue
            larger = _first_told(words, text, after) or _figure_of(words, text, one, after)
            smaller = _figure_of(words, text, found["other"], after)
            if larger is None or smaller is None or larger is smaller:
                continue
            if found["verb"] in ("fewer", "less"):
                larger, smaller = smaller, larger
            if alike(larger, smaller) or larger.kind == smaller.kind == "count":
                yield Contrast(Span(*found.span("verb")), larger, smaller)


def _subject(words: Book, text: str, verb: int) -> str:
    found = words.patterns["exceeding"].search(text[max(0, verb - _REACH) : verb])
    return found["one"] if found else ""


def _figure_of(words: Book, text: str, name: str, claims: Sequence[Claim]) -> Claim | None:
    """The only figure that stands by the name, before it or after it."""
    found = [c for c in claims if c.noun.lower() == name or _named(words, text, name, c)]
    return found[0] if len(found) == 1 else None


def _named(words: Book, text: str, name: str, claim: Claim) -> bool:
    before = text[max(0, claim.start - _REACH) : claim.start]
    _, named, gap = before.rpartition(f" {name}")
    return named != "" and words.says("told_of", gap)


def _first_told(words: Book, text: str, claims: Sequence[Claim]) -> Claim | None:
    """ "Spending outstripped income: it was 12 million"."""
    first = claims[0]
    return first if words.says("it_was", text[max(0, first.start - _REACH) : first.start]) else None
