"""The day on which a figure was given out, told from the day on which the thing happened.

"He raised 64,000 pounds, organisers confirmed on Tuesday": on Tuesday they confirmed. Such a day
says nothing against a report that the sum was raised on Sunday.
"""

from __future__ import annotations

from dataclasses import replace

from numcheck.model import Claim, Reading
from numcheck.stories._lists import says

#: `When.source` of a day on which somebody said it.
SAID = "said"
#: How far before a day its verb of saying may stand, in characters.
_REACH = 40


def given_out(claim: Claim, reading: Reading) -> Claim:
    """The claim, its time marked if that is when somebody said it."""
    at = claim.evidence.get("when")
    if claim.when is None or claim.when.source != "stated" or at is None:
        return claim
    if not says("said_on", reading.text, max(0, at.start - _REACH), at.start):
        return claim
    return replace(claim, when=replace(claim.when, source=SAID))
