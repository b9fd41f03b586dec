"""A movement told in one sentence and its figures in the next: "Visitor numbers dropped. In all,
93,400 came, compared with 88,100 the year before."

Only a plain verb counts, one that nothing denies or turns round, and only figures that are put
against each other, in a sentence about what the verb moves and without a movement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.links._common.belongs import nouns_clash
from numcheck.links._common.book import Book, book
from numcheck.links._common.near import one_unit, said_of
from numcheck.links._common.wording import masked, with_figures
from numcheck.links.changes._topic import speaks_of, topic
from numcheck.model import Claim, Reading, Span

_LEVELS = frozenset({"number", "count", "money", "measure", "percent"})
_FAR = 3.0
_SENTENCES_ON = 2


class Direction(NamedTuple):
    """A verb of movement, which way it goes, and the old and the new figure told after it."""

    verb: Span
    up: bool
    old: Claim
    new: Claim


def directions(reading: Reading) -> Iterator[Direction]:
    """Every movement whose figures are told in one of the next sentences."""
    words = book("ordering", reading.document.language)
    if not words.patterns:
        return
    for _, claims in with_figures(reading):
        pair = _pair(reading, words, claims)
        if pair is not None:
            found = _movement(reading, words, pair)
            if found is not None:
                yield found


def _pair(reading: Reading, words: Book, claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The old and the new figure of a sentence that puts just two against each other."""
    levels = [claim for claim in claims if claim.kind in _LEVELS]
    if len(levels) < 2:
        return None
    old = [claim for claim in levels if said_of(reading, claim, words, "put_against")]
    if len(old) != 1:
        return None
    new = [c for c in levels if c is not old[0] and one_unit(c, old[0]) and c.start < old[0].start]
    if len(new) != 1 or nouns_clash(old[0], new[0]) or "" != old[0].head != new[0].head != "":
        return None
    low, high = sorted((old[0].value, new[0].value))
    return (old[0], new[0]) if 0 < low < high < _FAR * low else None


def _movement(reading: Reading, words: Book, pair: tuple[Claim, Claim]) -> Direction | None:
    text = masked(reading).text
    here = reading.sentences[pair[0].sentence]
    if any(words.says(pattern, text[slice(*here)]) for pattern in ("moves", "turns")):
        return None
    for at in range(pair[0].sentence - 1, max(-1, pair[0].sentence - 1 - _SENTENCES_ON), -1):
        sentence = reading.sentences[at]
        told = text[slice(*sentence)]
        found = [*words.patterns["moves"].finditer(told)]
        if not found:
            continue
        up = {one["down"] is None for one in found}
        if len(up) > 1 or words.says("turns", told):
            return None
        verb = Span(sentence.start + found[0].start(), sentence.start + found[0].end())
        if not speaks_of(reading, topic(reading, verb), tuple(reversed(pair))):
            return None
        return Direction(verb, up.pop(), *pair)
    return None
