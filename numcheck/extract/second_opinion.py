"""What quantulum3 reads in the same text, as a second opinion on the extraction.

An independent extractor errs in other places: where the two readings differ, a person should look.
It takes two seconds to start and knows no bounds and no counted nouns, so it is asked only on
demand and never decides anything.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.model import Quantity, Span

#: Values that differ by less than this share are one value written twice.
SAME_SHARE = 1e-6


class Opinion(NamedTuple):
    """A stretch of text with both readings; `verdict` is "same", "differs" or who alone read it."""

    span: Span
    ours: Quantity | None
    value: float | None
    unit: str
    verdict: str


def opinions(text: str, quantities: Sequence[Quantity]) -> Iterator[Opinion]:
    """Both readings of a text side by side, in order of place."""
    theirs = _read(text)
    left = list(theirs)
    found = []
    for ours in quantities:
        near = next((one for one in left if _overlap(one[0], ours)), None)
        if near is not None:
            left.remove(near)
            _, value, unit = near
            verdict = "same" if _same(ours, value) else "differs"
            found.append(Opinion(Span(ours.start, ours.end), ours, value, unit, verdict))
        else:
            found.append(Opinion(Span(ours.start, ours.end), ours, None, "", "only numcheck"))
    found += [Opinion(span, None, value, unit, "only quantulum3") for span, value, unit in left]
    yield from sorted(found, key=lambda opinion: opinion.span)


def _overlap(span: Span, quantity: Quantity) -> bool:
    return span.start < quantity.end and quantity.start < span.end


def _read(text: str) -> list[tuple[Span, float, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of an optional classifier at every import
        from quantulum3 import parser

        try:
            parsed = parser.parse(text)
        except Exception:  # it raises many kinds of error on odd copy; then it has no opinion
            return []
    return [(Span(*one.span), float(one.value), str(one.unit.name)) for one in parsed]


def _same(ours: Quantity, value: float) -> bool:
    return any(
        math.isclose(own, value, rel_tol=SAME_SHARE)
        for own in (ours.value, ours.core_low, ours.core_high, *ours.parts)
    )
