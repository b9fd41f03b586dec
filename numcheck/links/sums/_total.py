"""Does the copy call a figure a total?"""

from __future__ import annotations

from numcheck.links._common.book import book
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import masked
from numcheck.model import Claim, Reading

_BEFORE = 40
_AFTER = 60


def is_cost(reading: Reading, claim: Claim) -> bool:
    """ "it will cost the firm 3 million", "bringing the league 6 million"."""
    text = masked(reading).text
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    says = book("total", reading.document.language).says
    after = text[claim.end : claim.end + _AFTER]
    return says("cost", before) and not says("sourced", after) and not says("running", after)


def is_likely_total(reading: Reading, claim: Claim) -> bool:
    """ "So that 8 million has been raised": a total only if figures around it make it."""
    before = masked(reading).text[max(0, claim.start - _BEFORE) : claim.start]
    return book("total", reading.document.language).says("likely", before)


def is_total(reading: Reading, claim: Claim) -> bool:
    """ "a total of 15", "15 in all", "making 15", but no running total ("15 so far this year")."""
    text, says = masked(reading).text, book("total", reading.document.language).says
    after = text[claim.end : claim.end + _AFTER]
    if says("running", after):
        return False
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    return says("itself", claim.text.lower()) or says("before", before) or says("after", after)


def is_rounded(reading: Reading) -> bool:
    """Does the copy say that its figures may not add up, being rounded?"""
    if "rounded" not in reading.cache:
        words = book("total", reading.document.language)
        reading.cache["rounded"] = bool(words.patterns) and words.says("rounding", lowered(reading))
    found: bool = reading.cache["rounded"]
    return found


#: What a finding says behind the sum where such a notice was allowed for.
EVEN_ROUNDED = " (even with the rounding that the copy speaks of)"
