"""Which sum copy takes up as "the money" or "the grant": "spent £9,000 of the money".

Such a name stands for no single sum where several have been told: all of them together may be
meant, or one told long before.
"""

from __future__ import annotations

from numcheck.links._common.belongs import antecedent, one_measure
from numcheck.links._common.book import book
from numcheck.links._common.figures import printed
from numcheck.links._common.wording import figures
from numcheck.model import Claim, Reading, Span

#: How many sentences back a sum is near, and how far back it may still be the one that is meant.
_NEAR, _FAR = 2, 8


def fund_meant(reading: Reading, part: Claim, name: Span) -> Claim | None:
    """The sum that a part is told to be of; none where it may be another or several of them."""
    found = antecedent(reading, part, part.start)
    if found is None:
        return None
    whole = found[0]
    others = [c for c in _sums_before(reading, part) if not printed(c).overlaps(printed(whole))]
    # All that has been told holds the part, if not each sum by itself.
    if any(c.high >= part.low for c in others):
        return None
    near = [c for c in others if part.sentence - c.sentence <= _NEAR]
    together = whole.high + sum({c.value: c.high for c in near}.values())
    if near and (together >= part.low or _is_any_sum(reading, name)):
        return None
    return whole


def _sums_before(reading: Reading, part: Claim) -> list[Claim]:
    told = (
        claim
        for at in range(max(0, part.sentence - _FAR), part.sentence + 1)
        for claim in figures(reading, at)
    )
    return [c for c in told if c.start < part.start and one_measure(c, part)]


def _is_any_sum(reading: Reading, name: Span) -> bool:
    words = book("part-of", reading.document.language)
    return words.says("any_sum", reading.text[slice(*name)].lower())
