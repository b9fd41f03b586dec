"""The two ends of a row of figures: "the lowest bid was 2.3 million, the highest 1.9 million"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from numcheck.links._common.belongs import alike, is_bare
from numcheck.links._common.book import book
from numcheck.links._common.traces import lowered
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

KIND = LinkKind(
    name="extremes",
    summary="The lowest and the highest of a row of figures, as two superlatives name them.",
    roles=("lowest", "highest"),
    facts=("low_word", "high_word"),
)
#: Between a superlative and its figure: "the lowest bid came to 2.3 million".
_REACH = 45
#: Of one sentence no more are looked at.
_MOST = 8
_NOUN = pattern(r" ([a-z]{3,})")


class _End(NamedTuple):
    """A figure, the noun between it and its superlative, and the superlative.

    `scope` is what the words before the superlative say that it is the end of: "For theft".
    """

    claim: Claim
    noun: str
    word: str
    scope: str


class _Superlative(NamedTuple):
    """The words for one end of a row; looking for one of them comes before the pattern."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        return any(word in text for word in self.words)


@compiled
def _pairs() -> tuple[tuple[_Superlative, _Superlative], ...]:
    listed = lexicon("links/extremes").get("pairs", ())
    return tuple((_superlative(low), _superlative(high)) for low, high in listed)


def _superlative(listed: Sequence[str]) -> _Superlative:
    return _Superlative(tuple(listed), pattern(rf"\b(?:{alternation(listed)})\b"))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of opposite superlatives of one thing, each with its figure."""
    text = lowered(reading)
    for low, high in _pairs():
        if low.is_in(text) and high.is_in(text):
            yield from _opposite(low, high, text, reading)


def _opposite(low: _Superlative, high: _Superlative, text: str, reading: Reading) -> Iterator[Link]:
    highs = _by_sentence(_told(high.pattern, text, reading))
    for lowest in _told(low.pattern, text, reading):
        at = lowest.claim.sentence
        for highest in (end for near in (at - 1, at, at + 1) for end in highs.get(near, ())):
            if _one(lowest, highest):
                roles = {"lowest": lowest.claim, "highest": highest.claim}
                facts = {"low_word": lowest.word, "high_word": highest.word}
                yield Link(KIND.name, roles, facts=facts)


def _by_sentence(ends: Iterable[_End]) -> dict[int, list[_End]]:
    # One sentence of thousands would cost square time.
    found: dict[int, list[_End]] = {}
    for end in ends:
        beside = found.setdefault(end.claim.sentence, [])
        if len(beside) < _MOST:
            beside.append(end)
    return found


def _told(superlative: re.Pattern[str], text: str, reading: Reading) -> Iterator[_End]:
    """Each superlative with the first figure after it, and the noun between, if any."""
    words = book("extremes", reading.document.language)
    for match in superlative.finditer(text):
        claim = _after(Span(*match.span()), reading)
        between = text[match.end() : claim.start] if claim else ""
        if claim is None or words.says("clause", between) or words.says("change", between):
            continue
        noun = _NOUN.match(between)
        named = noun[1] if noun and noun[1] not in words.sets["no_noun"] else ""
        start = reading.sentences[claim.sentence].start
        scope = words.patterns["scope"].match(text, start, max(start, match.start()))
        yield _End(claim, named.rstrip("s"), match[0], scope[0] if scope else "")


def _after(word: Span, reading: Reading) -> Claim | None:
    # By its end: "maximum 200 euros" is one figure with its bound.
    at = bisect_right(reading.claims, word.end, key=lambda claim: claim.end)
    if at == len(reading.claims):
        return None
    claim = reading.claims[at]
    of = book("extremes", reading.document.language).patterns["of_several"]
    if of.fullmatch(reading.text, word.end, claim.start) and at + 1 < len(reading.claims):
        claim = reading.claims[at + 1]  # "the longest of the previous four lasted 19 days"
    near = claim.start - word.end <= _REACH
    return claim if near and claim.kind not in NOT_COUNTED else None


def _one(lowest: _End, highest: _End) -> bool:
    """Are the two told of one thing, in one unit, as levels?"""
    low, high = lowest.claim, highest.claim
    levels = low.role == high.role == "level"
    if low.sentence != high.sentence and lowest.scope != highest.scope:
        return False  # "The minimum for murder is eight years. For theft the maximum is three"
    if _stated_time(low) != _stated_time(high):
        return False  # "the smallest in July, the largest in winter"
    nouns = (lowest.noun or low.head, highest.noun or high.head)
    named_alike = "" in nouns or nouns[0] == nouns[1]
    return named_alike and levels and alike(low, high) and (low.unit == high.unit or is_bare(high))


def _stated_time(claim: Claim) -> str:
    return claim.when.text if claim.when and claim.when.source == "stated" else ""
