"""A plain guess at the counted noun: the words after the figure up to the first plural."""

from __future__ import annotations

import re

from numcheck.model import Quantity, Span
from numcheck.text.inflect import singular

_AFTER = re.compile(
    r"[”\"’']?\s*\[?((?:[A-Za-z][\w'’-]*\s){0,4}?(people|men|women|children|police|[a-z][\w-]*[^s\W]s))\b"
)


def counted(text: str, sentence: Span, quantity: Quantity) -> tuple[Span, str] | None:
    found = _AFTER.match(text, quantity.end, sentence.end)
    return None if found is None else (Span(*found.span(1)), singular(found[2].lower()))
