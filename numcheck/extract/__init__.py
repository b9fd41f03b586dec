"""Anchors to quantities: every figure of the copy, normalised, with its interval.

The text is searched once for digits and number words; around each hit its numeral is read
(`text.numerals`), then what stands before and after it, then neighbours are joined to ranges and
ratios, and last each figure gets its interval. What is counted is read by `numcheck.claims`.
"""

from __future__ import annotations

from numcheck.extract.ages import share_ages
from numcheck.extract.bounds import share_bounds
from numcheck.extract.compounds import join_compounds
from numcheck.extract.ellipsis import share_on
from numcheck.extract.figure import Copy, Figure
from numcheck.extract.intervals import intervals
from numcheck.extract.join import join
from numcheck.extract.scan import figures
from numcheck.extract.shared_units import share_units
from numcheck.extract.whose_money import settle
from numcheck.model import Document, Quantity, Span
from numcheck.text.fold import fold


def quantities(document: Document) -> list[Quantity]:
    """The figures of a document, in order of their place; spans never overlap."""
    copy = Copy(document.text, fold(document.text))
    found = figures(copy)
    joined = join(copy, join_compounds(copy, found))
    share_units(copy, joined)
    share_on(copy, joined)
    share_ages(copy, joined)
    share_bounds(copy, joined)
    settle(copy, joined)
    return [_quantity(copy, figure) for figure in joined]


def _quantity(copy: Copy, figure: Figure) -> Quantity:
    core, hull = intervals(figure)
    return Quantity(
        start=figure.start,
        end=figure.end,
        text=copy.text[figure.start : figure.end],
        kind=figure.kind,
        value=figure.value,
        low=hull.low,
        high=hull.high,
        core_low=core.low,
        core_high=core.high,
        bound=figure.bound,
        unit=figure.unit,
        step=figure.step,
        parts=figure.parts,
        numeral=Span(figure.numeral_start, figure.numeral_end),
        calendar=figure.calendar,
        malformed=figure.malformed,
        unit_from=figure.unit_from,
    )
