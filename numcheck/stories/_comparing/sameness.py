"""Do two claims of different documents speak of one thing?

Facets may forbid it (another noun, another day, another town); wording must then carry it: the
event, and how much the two sentences have in common beside their figures. What is merely not
stated forbids nothing but lowers the confidence.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.model import Claim, Confidence
from numcheck.stories._comparing.apart import TIMELESS, excluded, one_bearer, one_plan
from numcheck.stories._comparing.facets import events, nouns
from numcheck.stories._comparing.likeness import Agreed, likeness
from numcheck.stories._comparing.matter import one_purpose, one_step
from numcheck.stories._comparing.sides import sides_differ
from numcheck.stories._comparing.slipped import a_slip_apart, no_slip
from numcheck.stories._comparing.surroundings import doubt, times_agree
from numcheck.stories._documents.issue import lender
from numcheck.stories._telling.witness import Witness

#: What an agreeing event and noun are worth, in likeness, where figures compete for one topic.
EVENT_RANK, NOUN_RANK = 0.3, 0.2
#: From here on the wording alone makes the finding sure.
ALIKE_SURELY = 0.45


class Sameness(NamedTuple):
    """How sure it is that two claims are one.

    `doubt` says why it is not certain. `rank` decides between rivals; `sides_differ` says that
    two sides tell it, each its own way.
    """

    confidence: Confidence
    rank: float
    sides_differ: bool
    doubt: str = ""


def sameness(
    one: Claim, other: Claim, first: Witness, second: Witness, declared: bool
) -> Sameness | None:
    """How sure it is that two claims tell of one thing; None if they do not, or nobody can know."""
    slipped = a_slip_apart(one, other)
    noun, event = nouns(one, other, slipped=slipped), events(one, other)
    if noun is False or event is False or excluded(one, other, first, second):
        return None
    if _two_things(one, other, first, second, event):
        return None
    if event and one_purpose(one, first.reading, other, second.reading):
        noun = True
    alike = likeness(one, other, first, second, Agreed(noun, event, slipped))
    if alike is None:
        return None
    if one.kind == "age" and not one_bearer(one, other, first, second):
        return None
    if one.kind == "date" and event is not True and not one_plan(one, other, first, second):
        return None
    rank = alike + EVENT_RANK * (event is True) + NOUN_RANK * (noun is True)
    why = "" if declared else _doubt(one, other, first, second)
    if event is not True and alike < ALIKE_SURELY:
        why = why or "the reports word it differently"
    return Sameness(
        "medium" if why else "high",
        rank,
        sides_differ(one, first.reading, other, second.reading),
        why,
    )


def _two_things(
    one: Claim, other: Claim, first: Witness, second: Witness, event: bool | None
) -> bool:
    """Is too little said of what happened for the two to be one?"""
    if one.kind == "year" and not event:
        # A story names many years: of its painter's birth, move and death.
        told = _tells(one, first, other, second) and _tells(other, second, one, first)
        return not (told and a_slip_apart(one, other))
    two_verbs = event is None and one.event and other.event
    if two_verbs and one.kind == "duration" and not a_slip_apart(one, other):
        return True  # the climb took so long, the climber spent so long up there
    if two_verbs and no_slip(one, other):
        # Copy that tells one figure with two verbs seldom differs but by a slip.
        return not one_step(one, first.reading, other, second.reading)
    return _told_fuller(one, other, first) or _told_fuller(other, one, second)


def _told_fuller(claim: Claim, other: Claim, witness: Witness) -> bool:
    """Is a bare number held against a full figure, of which its report gives one itself?

    "Of the 612 people detained, 175 were held elsewhere": 175 is not what others call the detained.
    """
    if claim.kind != "number" or claim.head or not other.head:
        return False
    return any(own.head and own.event == claim.event for own in witness.claims if own.event)


def _tells(claim: Claim, witness: Witness, other: Claim, second: Witness) -> bool:
    """Does the other sentence have the word for what happened in a year, if one is known?"""
    at = claim.evidence.get("event") if claim.event else None
    word = "" if at is None else witness.reading.text[at.start : at.end].split()[-1]
    return word in second.reading.sentence_text(other.sentence)


def _doubt(one: Claim, other: Claim, first: Witness, second: Witness) -> str:
    for witness in (first, second):
        if one.kind != "age" and (name := lender(witness.reading)):
            return f"{witness.reading.document.id} has no date and is read as of {name}'s"
    if not (first.dated and second.dated) and not times_agree(one.when, other.when):
        return "one report does not say when it was put out"
    return "" if one.kind in TIMELESS else doubt(one, other)
