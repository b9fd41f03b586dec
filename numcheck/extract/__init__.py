"""Anchors to quantities: every figure of the copy, normalised, with its interval."""

from __future__ import annotations

import re

from numcheck.model import Document, Quantity, Span

_DIGITS = re.compile(
    r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?!\w)"
)


def quantities(document: Document) -> list[Quantity]:
    """The figures of a document, in order of their place; spans never overlap."""
    found = []
    for match in _DIGITS.finditer(document.text):
        value = float(match[0].replace(",", ""))
        span = Span(*match.span())
        found.append(
            Quantity(*span, match[0], "number", value, value, value, value, value, numeral=span)
        )
    return found
