"""The two ends of a row of figures: "the lowest bid was 2.3 million, the highest 1.9 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._belongs import one_measure
from numcheck.links._traces import lowered, words
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

KIND = LinkKind(
    name="extremes",
    summary="The lowest and the highest of a row of figures, as two superlatives name them.",
    roles=("lowest", "highest"),
    facts=("low_word", "high_word"),
)
#: Between a superlative and its figure: "the lowest bid came to 2.3 million".
_REACH = 45
_CLAUSE = pattern(r"[.;!?]|\b(?:and|while|but|who|which|than|since|in|with)\b")
_NOUN = pattern(r" ([a-z]{3,})")
_NO_NOUN = pattern(r"(?:was|were|is|are|c[ao]mes?|stood|weigh\w+|costs?|one|only|just)$")
_CHANGE = pattern(r"\b(?:rise|fall|drop|increase|gain|loss|decline|change|jump|swing)s?\b")


@compiled
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{words(low)})\b"), re.compile(rf"\b(?:{words(high)})\b"))
        for low, high in lexicon("links/extremes").get("pairs", ())
    )


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of opposite superlatives of one thing, each with its figure."""
    text = lowered(reading)
    if "est" not in text and "m" not in text:
        return
    for low, high in _pairs():
        lows = list(_told(low, text, reading)) if low.search(text) else []
        for lowest, noun, word in lows:
            for highest, other, opposite in _told(high, text, reading):
                if abs(highest.sentence - lowest.sentence) > 1 or not _one(lowest, highest):
                    continue
                if not noun or not other or noun == other:
                    facts = {"low_word": word, "high_word": opposite}
                    yield Link(KIND.name, {"lowest": lowest, "highest": highest}, facts=facts)


def _told(
    pattern: re.Pattern[str], text: str, reading: Reading
) -> Iterator[tuple[Claim, str, str]]:
    """Each superlative with the first figure after it, and the noun between, if any."""
    for match in pattern.finditer(text):
        claim = _after(Span(*match.span()), reading)
        between = text[match.end() : claim.start] if claim else ""
        if claim is None or _CLAUSE.search(between) or _CHANGE.search(between):
            continue
        noun = _NOUN.match(between)
        named = noun[1] if noun and not _NO_NOUN.match(noun[1]) else ""
        yield claim, named.rstrip("s"), match[0]


def _after(word: Span, reading: Reading) -> Claim | None:
    for claim in reading.claims:
        if claim.end > word.end:  # "maximum 200 euros" is one figure with its bound
            near = claim.start - word.end <= _REACH
            return claim if near and claim.kind not in NOT_COUNTED else None
    return None


def _one(lowest: Claim, highest: Claim) -> bool:
    """Are the two told in one unit, as levels?"""
    levels = lowest.role == highest.role == "level"
    return levels and one_measure(lowest, highest) and lowest.unit == highest.unit
