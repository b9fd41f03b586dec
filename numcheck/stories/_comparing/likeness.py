"""How alike two sentences must be for their figures to be one, and whether they are."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.model import Claim
from numcheck.stories._comparing.facets import FAMILIES, generic, single
from numcheck.stories._comparing.slipped import surely_slipped
from numcheck.stories._documents.grouping import cosine
from numcheck.stories._telling.witness import Witness

#: How alike two sentences must be (cosine of their rare words, figures aside) for their figures
#: to be one: where noun and event agree, where the noun or the event does, where neither is known.
ALIKE_BOTH, ALIKE_ONE, ALIKE_NONE = 0.15, 0.30, 0.55
#: The same for the sides of a vote, of which a story tells one; its second is as good as none.
ALIKE_ONE_VOTE = 0.20
#: The least where a sentence must be read with the one before it.
ALIKE_IN_CONTEXT = 0.40
#: The same where neither report has another figure of the kind, be the event as common as a sale.
ALIKE_ALONE = 0.40
#: The same where people are counted and two different things are said to have happened to them.
ALIKE_DESPITE_EVENT = 0.60
#: What of all this is enough for figures that are a slip of each other.
SLIP_SHARE = 0.5
#: The same for dates, of which a story names many: where the event agrees, where one is unknown.
ALIKE_DATED, ALIKE_DATED_UNKNOWN = 0.40, 0.60


class Agreed(NamedTuple):
    """Do both count the same, did the same happen, and are the figures a slip of each other?"""

    noun: bool | None
    event: bool | None
    slipped: bool


def likeness(
    one: Claim, other: Claim, first: Witness, second: Witness, agreed: Agreed
) -> float | None:
    """How much two sentences have in common beside their figures; None if that is too little."""
    found, least = first.likeness(one, second, other), _least(one, other, agreed)
    enough = (
        found >= least
        or _alike_in_context(one, other, first, second, least)
        or (_alike_alone(one, other, found) and _both_alone(one, other, first, second))
    )
    return found if enough else None


def _least(one: Claim, other: Claim, agreed: Agreed) -> float:
    """How alike the sentences must be, given what the figures, noun and event already say."""
    least = _least_of_two(one, other, agreed.noun, agreed.event)
    return least * SLIP_SHARE if agreed.slipped else least


def _least_of_two(one: Claim, other: Claim, noun: bool | None, event: bool | None) -> float:
    """How alike they must be if the figures could as well be two."""
    if one.kind == "age":
        return 0.0 if one.entity else ALIKE_BOTH  # a name settles it
    if one.kind in ("date", "year"):
        return ALIKE_DATED if event is True else ALIKE_DATED_UNKNOWN
    if single(one, other):
        return 0.0
    if one.kind == "score":
        return ALIKE_ONE_VOTE if one.event == other.event == "vote" else ALIKE_ONE
    if one.kind == "money" and noun:
        return ALIKE_BOTH
    if one.kind == "money" and one.unit != other.unit and one.value == other.value:
        return ALIKE_ONE if _round(one.value) else ALIKE_BOTH
    if event is True:
        return ALIKE_BOTH if noun else ALIKE_ONE
    # That both speak of "people" says something only if the same happened to them.
    if noun and not generic(one, other):
        return ALIKE_ONE
    return ALIKE_DESPITE_EVENT if one.event and other.event and noun else ALIKE_NONE


def _round(value: float) -> bool:
    """Has a sum one digit that is no zero, so that another may be as large by chance?"""
    return len(f"{value:.0f}".rstrip("0")) < 2


def _alike_alone(one: Claim, other: Claim, found: float) -> bool:
    """Is it enough where each report has no other such figure: one common event, or a sure slip?"""
    return surely_slipped(one, other) or (found >= ALIKE_ALONE and one.event == other.event != "")


def _both_alone(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    return first.alone_of_its_kind(one) and second.alone_of_its_kind(other)


def _alike_in_context(
    one: Claim, other: Claim, first: Witness, second: Witness, least: float
) -> bool:
    """Do the sentences with those before them tell the same, and each of one figure only?

    "A workshop was raided. 31 people are detained" names in its second sentence nothing but the
    figure.
    """
    if FAMILIES[one.kind] not in ("count", "measure", "time", "date") or not (
        one.head or one.event or one.unit
    ):
        return False
    if not _both_alone(one, other, first, second):
        return False
    return cosine(first.context(one), second.context(other)) >= max(least, ALIKE_IN_CONTEXT)
