"""A number that stands twice in a row: "12 12 people", "5 five men"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.model import NOT_COUNTED, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="number-twice",
    summary="One number written twice in a row before one noun.",
    roles=("first", "again"),
    facts=("words",),
)
_NOUN = pattern(r"\s[a-z]{3,}")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every number and its echo, with nothing but a space between them."""
    words = book("traces", reading.document.language)
    for first, again in zip(reading.claims, reading.claims[1:], strict=False):
        if first.kind in NOT_COUNTED or again.kind in NOT_COUNTED or first.value != again.value:
            continue
        beside = reading.text[first.end : again.start] == " " and not first.unit
        after = reading.text[again.end : again.end + 12]
        if (
            beside
            and first.value < 1000
            and _NOUN.match(after)
            and not words.patterns["no_noun"].match(after)
        ):
            cue = Span(first.start, again.end)
            facts = {"words": reading.text[cue.start : cue.end]}
            yield Link(KIND.name, {"first": first, "again": again}, cue=cue, facts=facts)
