"""Do two claims of different documents speak of one thing?

Facets may forbid it (another noun, another day, another town); wording must then carry it: the
event, and how much the two sentences have in common beside their figures. What is merely not
stated forbids nothing but lowers the confidence.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.model import Claim, Confidence
from numcheck.stories._aspects import aspects_differ
from numcheck.stories._facets import FAMILIES, events, forbidden, generic, nouns, single
from numcheck.stories._grouping import cosine
from numcheck.stories._issue import day, lender
from numcheck.stories._lists import listed
from numcheck.stories._manner import sides_differ, told_alike
from numcheck.stories._speech import SAID
from numcheck.stories._surroundings import apart, doubt, places_differ, times_agree, times_differ
from numcheck.stories._witness import Witness
from numcheck.text.grammar import grammar

#: How alike two sentences must be (cosine of their rare words, figures aside) for their figures
#: to be one: where noun and event agree, where the noun or the event does, where neither is known.
ALIKE_BOTH, ALIKE_ONE, ALIKE_NONE = 0.15, 0.30, 0.55
#: The least where a sentence must be read with the one before it.
ALIKE_IN_CONTEXT = 0.40
#: The same where people are counted and two different things are said to have happened to them.
ALIKE_DESPITE_EVENT = 0.60
#: The same for dates, of which a story names many: where the event agrees, where one is unknown.
ALIKE_DATED, ALIKE_DATED_UNKNOWN = 0.40, 0.60
#: What an agreeing event and noun are worth, in likeness, where figures compete for one topic.
EVENT_RANK, NOUN_RANK = 0.3, 0.2
#: Reports further apart than this, in days, tell of one figure only if both name its day.
MOST_DAYS = 14
#: From here on the wording alone makes the finding sure.
ALIKE_SURELY = 0.45

#: Kinds that hold whenever and wherever they are told.
_TIMELESS = frozenset({"age", "date", "year", "score"})


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
    if forbidden(one, other) or _elsewhere(one, other, first, second):
        return None
    noun, event = nouns(one, other), events(one, other)
    if noun is False or event is False or _stale(one, other, first, second):
        return None
    if not told_alike(one, first.reading, other, second.reading):
        return None
    if aspects_differ(one, first.reading, other, second.reading):
        return None
    likeness, least = first.likeness(one, second, other), _least(one, other, noun, event)
    if likeness < least and not _alike_in_context(one, other, first, second, least):
        return None
    if one.kind == "age" and not _same_bearer(one, other, first, second):
        return None
    if one.kind == "date" and event is not True and not _same_plan(one, other, first, second):
        return None
    rank = likeness + EVENT_RANK * (event is True) + NOUN_RANK * (noun is True)
    why = "" if declared else _doubt(one, other, first, second)
    if event is not True and likeness < ALIKE_SURELY:
        why = why or "the reports word it differently"
    return Sameness(
        "medium" if why else "high",
        rank,
        sides_differ(one, first.reading, other, second.reading),
        why,
    )


def _alike_in_context(
    one: Claim, other: Claim, first: Witness, second: Witness, least: float
) -> bool:
    """Do the sentences with those before them tell the same, and each of one figure only?

    "A workshop was raided. 31 people are detained" names in its second sentence nothing but the
    figure.
    """
    if FAMILIES[one.kind] not in ("count", "measure") or not (one.head or one.event or one.unit):
        return False
    if not (first.alone_of_its_kind(one) and second.alone_of_its_kind(other)):
        return False
    return cosine(first.context(one), second.context(other)) >= max(least, ALIKE_IN_CONTEXT)


def _same_bearer(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Is the age of one person told: a name that more than itself connects, or the only age?"""
    if not one.entity:
        return first.one_age and second.one_age
    return first.tells_of_the_same(second, max(one.entity, other.entity, key=len))


def _same_plan(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """May two dates be of one thing, though told with other verbs: the only ones of like sentences?

    What has happened and what is planned are two things.
    """
    if _planned(one, first) != _planned(other, second):
        return False
    return first.one_day(one) and second.one_day(other)


def _planned(claim: Claim, witness: Witness) -> bool:
    if witness.reading.text.endswith(" since ", 0, claim.start):
        return False
    words = witness.reading.sentence_text(claim.sentence).lower().split()
    return not (grammar.future | {"would"}).isdisjoint(words)


def _elsewhere(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    # A score has its day; an age has it everywhere and all year round.
    when = one.kind in ("age", "date", "year") or not (
        times_differ(one.when, other.when) or _grown(one, other, first, second)
    )
    where = one.kind == "age" or not places_differ(one.where, other.where)
    return not (when and (where or _name_both(one, other, first, second)))


def _grown(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Was one figure given out after the day of the other, when there may have been more?"""
    if one.event not in listed("growing_events") or one.when is None or other.when is None:
        return False
    late, early, told, witness = one.when, other.when, one, first
    if early.source == SAID:
        late, early, told, witness = early, late, other, second
    if late.source != SAID or early.source == SAID or not apart(late, early):
        return False
    return not witness.final(told)


def _stale(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Do weeks lie between the reports, so that prices, plans and counts may have changed?"""
    ours, theirs = day(first.reading), day(second.reading)
    if ours is None or theirs is None or one.kind in _TIMELESS:
        return False
    return abs((ours - theirs).days) > MOST_DAYS and not times_agree(one.when, other.when)


def _name_both(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Do both sentences name both places: "at Brunn Square in Halden", each with its own nearer?"""
    ours, theirs = (
        first.reading.sentence_text(one.sentence),
        second.reading.sentence_text(other.sentence),
    )
    places = [claim.where.name for claim in (one, other) if claim.where is not None]
    return all(place and place in text for place in places for text in (ours, theirs))


def _doubt(one: Claim, other: Claim, first: Witness, second: Witness) -> str:
    for witness in (first, second):
        if one.kind != "age" and (name := lender(witness.reading)):
            return f"{witness.reading.document.id} has no date and is read as of {name}'s"
    if not (first.dated and second.dated) and not times_agree(one.when, other.when):
        return "one report does not say when it was put out"
    return "" if one.kind in _TIMELESS else doubt(one, other)


def _round(value: float) -> bool:
    """Has a sum one digit that is no zero, so that another may be as large by chance?"""
    return len(f"{value:.0f}".rstrip("0")) < 2


def _least(one: Claim, other: Claim, noun: bool | None, event: bool | None) -> float:
    """How alike the sentences must be, given what noun and event already say."""
    if one.kind == "age":
        return 0.0  # the person's name has settled it
    if one.kind in ("date", "year"):
        return ALIKE_DATED if event is True else ALIKE_DATED_UNKNOWN
    if single(one, other):
        return 0.0
    if one.kind == "score":
        return ALIKE_ONE
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
