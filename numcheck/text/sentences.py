"""Where sentences begin and end."""

from __future__ import annotations

import re

from numcheck.model import Span

_BREAK = re.compile(r"(?:[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|\n\s*\n|$)")


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text as spans, in order, without surrounding white space."""
    spans: list[Span] = []
    start = 0
    for found in _BREAK.finditer(text):
        piece = text[start : found.end()]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append(Span(left, right))
        start = found.end()
    return spans
