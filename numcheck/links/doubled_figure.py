"""A figure that stands twice in a row: "killed 12 12 people", "five 5 children"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from numcheck.model import NOT_COUNTED, Link, LinkKind, Reading

KIND = LinkKind(
    name="doubled-figure",
    summary="Two equal figures with nothing but a space between them.",
    roles=("figure", "repeated"),
    facts=("times",),
)

#: A word right before: rows of results and tables have figures there.
_WORD = re.compile(r"[a-z]{2} $")
_NOUN = re.compile(r" [a-z]{3}")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure between two words that is followed by itself."""
    text = reading.text
    for one, other in pairwise(reading.claims):
        if other.start - one.end != 1 or one.value != other.value or text[one.end] != " ":
            continue
        if one.kind in NOT_COUNTED or one.zone not in ("body", "lede", "headline"):
            continue
        if _WORD.search(text, max(0, one.start - 3), one.start) and _NOUN.match(text, other.end):
            yield Link(KIND.name, {"figure": one, "repeated": other}, facts={"times": 2})
