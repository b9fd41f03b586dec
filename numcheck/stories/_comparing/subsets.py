"""Is one figure of some, or of more, of what the other is of?"""

from __future__ import annotations

from numcheck.model import Claim
from numcheck.stories._lists import listed, says
from numcheck.stories._telling.witness import Witness

#: "All" stands this close to its figure.
_BEFORE_CHARS = 20


def some_of(one: Claim, first: Witness, other: Claim, second: Witness) -> bool:
    """Is the lower figure, by what is said of both, of some of those whom the higher one counts?"""
    (low, few), (high, many) = sorted(
        ((one, first), (other, second)), key=lambda told: told[0].value
    )
    return _became_of(low, few, high, many) or _in_all(low, few, high, many)


def _became_of(low: Claim, few: Witness, high: Claim, many: Witness) -> bool:
    """ "An avalanche buried 13 skiers", "three skiers died": unless it is said that all did."""
    if low.event not in listed("outcome_events") or high.event not in listed("exposing_events"):
        return False
    return not any(
        says("all_of", witness.reading.text.lower(), max(0, c.start - _BEFORE_CHARS), c.start)
        for c, witness in ((low, few), (high, many))
    )


def _in_all(low: Claim, few: Witness, high: Claim, many: Witness) -> bool:
    """ "Paid out 73 million in all": more than the one sum that the other report tells of."""
    if low.bound != "exact" or not says("in_all", many.reading.sentence_text(high.sentence)):
        return False
    return not says("in_all", few.reading.sentence_text(low.sentence))
