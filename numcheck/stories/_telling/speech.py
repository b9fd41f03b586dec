"""The day on which a figure was given out, told from the day on which the thing happened.

"He raised 64,000 pounds, organisers confirmed on Tuesday": on Tuesday they confirmed. Such a day
says nothing against a report that the sum was raised on Sunday.
"""

from __future__ import annotations

import re
from dataclasses import replace

from numcheck.claims.event_words import saying
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled
from numcheck.text.trie import alternation

#: `When.source` of a day on which somebody said it.
SAID = "said"
#: How far before a day its verb of saying may stand, in characters.
_REACH = 40


def given_out(claim: Claim, reading: Reading) -> Claim:
    """The claim, its time marked if that is when somebody said it."""
    at = claim.evidence.get("when")
    if claim.when is None or claim.when.source != "stated" or at is None:
        return claim
    if not _said().search(reading.text, max(0, at.start - _REACH), at.start):
        return claim
    return replace(claim, when=replace(claim.when, source=SAID))


@compiled
def _said() -> re.Pattern[str]:
    verbs = alternation(sorted({*saying(), "published", "issued"}))
    return pattern(
        rf"\b(?:{verbs})(?: (?:reporters|journalists|parliament|it|him|her|them|this))?"
        r"(?: in an? (?:statement|report|interview|letter))?"
        r"(?: late| early)?(?: on)?(?: late| early)? $"
    )
