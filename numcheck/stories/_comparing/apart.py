"""What keeps two claims apart whatever their wording: owner, place, time, manner or plan."""

from __future__ import annotations

from numcheck.model import Claim
from numcheck.stories._comparing.aspects import aspects_differ
from numcheck.stories._comparing.facets import forbidden, growing
from numcheck.stories._comparing.manner import told_alike
from numcheck.stories._comparing.slipped import a_slip_apart, misheard
from numcheck.stories._comparing.subsets import some_of
from numcheck.stories._comparing.surroundings import (
    apart,
    places_differ,
    since_one_day,
    times_agree,
    times_differ,
)
from numcheck.stories._documents.issue import day
from numcheck.stories._lists import listed, phrase
from numcheck.stories._telling.speech import SAID
from numcheck.stories._telling.witness import Witness
from numcheck.text.grammar import grammar
from numcheck.text.places import is_country

#: Reports further apart than this, in days, tell of one figure only if both name its day.
MOST_DAYS = 14
#: How alike two sentences must be for a day named in passing to be that of the figure, too.
ALIKE_IN_TIME = 0.15
#: How far before its name a place may be called a village.
_NAMED_CHARS = 20
#: Kinds that hold whenever and wherever they are told.
TIMELESS = frozenset({"age", "date", "year", "score"})


def excluded(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Do the reports say something of the two figures by which they cannot be one?"""
    return (
        forbidden(one, other)
        or _elsewhere(one, other, first, second)
        or _stale(one, other, first, second)
        or _strangers(one, other, first, second)
        or _unheard_of(one, first, other, second)
        or _unheard_of(other, second, one, first)
        or some_of(one, first, other, second)
        or _named_apart(one, first, other, second)
        or _in_one_village(one, first, other, second)
        or _in_one_village(other, second, one, first)
        or not told_alike(one, first.reading, other, second.reading)
        or aspects_differ(one, first.reading, other, second.reading)
        # An hour of nothing is no figure of a story.
        or (one.kind == "time" and not (one.event or other.event))
    )


def one_bearer(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Is the age of one person told: a name that more than itself connects, or the only age?"""
    if not one.entity:
        return first.one_age and second.one_age
    return first.tells_of_the_same(second, max(one.entity, other.entity, key=len))


def one_plan(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
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
    if not (grammar.future | {"would"}).isdisjoint(words):
        return True
    # "The trial opens on 14 November", it says in October.
    put_out, told = day(witness.reading), claim.when and claim.when.start
    return bool(put_out and told and told > put_out)


def _strangers(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """Are two owners told, of each of whom the other report has never heard?

    "Net profit was 31 million" is of whom the report is about.
    """
    if one.kind == "age":
        return False
    ours, theirs = one.entity, other.entity
    if one.kind in ("money", "percent"):
        ours, theirs = ours or first.protagonist, theirs or second.protagonist
    return bool(ours and theirs) and not (second.mentions(ours) or first.mentions(theirs))


def _elsewhere(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    # A score has its day; an age has it everywhere and all year round.
    when = one.kind in ("age", "date", "year") or not (
        (
            times_differ(one.when, other.when)
            and not _one_time(one, other, first, second)
            and not _since_then(one, other)
        )
        or _grown(one, other, first, second)
    )
    where = one.kind == "age" or not places_differ(one.where, other.where)
    return not (when and (where or _name_both(one, other, first, second)))


def _unheard_of(claim: Claim, witness: Witness, other: Claim, second: Witness) -> bool:
    """Is it told of a place that the other report, which tells of another figure, never names?"""
    if claim.kind in TIMELESS - {"date"}:
        return False
    fronted = phrase("fronted").match(witness.reading.sentence_text(claim.sentence))
    if fronted is not None and not second.mentions(fronted[1]):
        return True
    where = claim.where
    if where is None or where.source != "stated" or where.scope or not where.name:
        return False
    if a_slip_apart(claim, other) or is_country(where.name):
        return False
    return where.text not in second.reading.text and where.name not in second.reading.text


def _named_apart(one: Claim, first: Witness, other: Claim, second: Witness) -> bool:
    """Are they of two of one sort, "the Kepler school" and "the Gauss school"?"""
    ours, theirs = first.named_sorts(one), second.named_sorts(other)
    return any(
        not (second.mentions(ours[sort]) or first.mentions(theirs[sort]))
        for sort in ours.keys() & theirs.keys()
    )


def _in_one_village(claim: Claim, witness: Witness, other: Claim, second: Witness) -> bool:
    """Is it a part of the other figure: said of a village of which that report never speaks?"""
    at, where = claim.evidence.get("where"), claim.where
    if at is None or where is None or claim.kind != "count" or claim.value >= other.value:
        return False
    before = witness.reading.text[max(0, at.start - _NAMED_CHARS) : at.end].lower().split()
    small = not listed("small_places").isdisjoint(before)
    return small and where.name not in second.reading.text


def _one_time(one: Claim, other: Claim, first: Witness, second: Witness) -> bool:
    """May two figures, a slip of each other, be of one time that one report names less closely?"""
    if not (a_slip_apart(one, other) or misheard(one, other)):
        return False
    if first.likeness(one, second, other) < ALIKE_IN_TIME:
        return False
    return second.names_time_of(one, other) or first.names_time_of(other, one)


def _since_then(one: Claim, other: Claim) -> bool:
    """Is one of a day, and the other of all since that day, so that it cannot be the lower?

    Nor is a slip of what does not grow another figure: "14.6 km, open since Monday".
    """
    if one.when is None or other.when is None or not since_one_day(one.when, other.when):
        return False
    on, since = (one, other) if other.when.cumulative else (other, one)
    return since.high < on.low or (a_slip_apart(one, other) and not growing(one))


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
    if ours is None or theirs is None or one.kind in TIMELESS:
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
