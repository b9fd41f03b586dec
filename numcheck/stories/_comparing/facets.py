"""What two claims count, of whom and of which event: agreed, excluded or unsaid.

Each question is answered with True if both say the same, False if they exclude each other, and
None if one of them does not say. Times and places are asked for next door.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from numcheck.model import Claim
from numcheck.patterns import pattern
from numcheck.stories._comparing.slipped import surely_slipped
from numcheck.stories._figure import in_unit
from numcheck.stories._lists import attributes, kindred, listed, synonyms
from numcheck.text.lexicon import compiled
from numcheck.text.synonyms import may_be_one

#: Kinds that are compared across documents, by the family they are compared in.
FAMILIES: Mapping[str, str] = {
    "count": "count",
    "number": "count",
    "money": "money",
    "percent": "percent",
    "measure": "measure",
    "temperature": "measure",
    "duration": "measure",
    "age": "age",
    "time": "time",
    "date": "date",
    "year": "date",
    "score": "score",
}
#: Figures further apart than this are no slip of one another, unless by a power of ten.
MOST_APART = 12.0

_WORD = pattern(r"[^\W\d_]+")


def forbidden(one: Claim, other: Claim) -> bool:
    """Does something that both say of themselves differ, so that they cannot be one figure?"""
    return (
        _role(one) != _role(other)
        or _statistic(one) != _statistic(other)
        or one.per != other.per
        or (one.kind == "age" and not _one_owner(one, other))
        or _worlds_apart(one, other)
        or (one.kind == "score" and set(one.parts).isdisjoint(other.parts))
    )


def _role(claim: Claim) -> str:
    # Prices that "rise by 5 percent" and people who "pay 5 percent more" tell one rise.
    if claim.kind == "percent" and claim.role == "increment":
        return "delta"
    if claim.role == "delta" and claim.head and claim.event not in listed("changing_events"):
        return "level"  # "the storm brought down 90 trees"
    # "The reduction of 900 jobs" is 900 jobs cut.
    return "level" if claim.noun_class == "job" and claim.role == "delta" else claim.role


def _statistic(claim: Claim) -> str:
    # A stated total is a plain count that says so.
    return claim.statistic.replace("total", "")


def _worlds_apart(one: Claim, other: Claim) -> bool:
    """Are the figures too far apart for any slip: neither near, nor a power of ten apart?

    Slips change a digit or lose one (a factor of up to about ten) or shift the scale (a power of
    ten); a stadium's crowd and its television audience are neither.
    """
    if FAMILIES[one.kind] == "date":
        return False
    value = other.value
    if one.unit != other.unit and FAMILIES[one.kind] == "measure":
        value = in_unit(other, one.unit) or 0.0
    low, high = sorted((abs(one.value), abs(value)))
    if low == 0 or high / low <= MOST_APART:
        return False
    powers = math.log10(high / low)
    return abs(powers - round(powers)) > 0.02


def _one_owner(one: Claim, other: Claim) -> bool:
    """Can two ages be of one person: by name, or nameless and of "a man" in both reports?"""
    if one.entity or other.entity:
        return one_person(one.entity, other.entity)
    return not (one.head and other.head) or one.head == other.head


def one_person(one: str, other: str) -> bool:
    """Can two names be of one person?

    "Keller" may be Maria Keller; Jan Keller is somebody else.
    """
    ours, theirs = _WORD.findall(one.lower()), _WORD.findall(other.lower())
    if not (ours and theirs) or ours[-1] != theirs[-1]:
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[-2] == theirs[-2]


def nouns(one: Claim, other: Claim, *, slipped: bool = False) -> bool | None:
    """Do both count the same?

    Of figures that are a slip of each other, nouns that may name one thing are not told apart.
    """
    if FAMILIES[one.kind] != "count":
        return _of_one_thing(one, other)
    if one.head and other.head and one_name(one.head, other.head):
        return _modifiers_agree(one, other, slipped=slipped)
    if "attendance" in (one.head, other.head) and {one.head, other.head} & listed("crowd"):
        return True  # "watched by 4.3 million viewers"
    if not (_names_a_thing(one) and _names_a_thing(other)):
        return None if _may_be_bare(one, other, slipped=slipped) else False
    if _jobs_of_people(one, other) or _jobs_of_people(other, one):
        return True
    if one.noun_class and one.noun_class == other.noun_class:
        if _of_all(one, other) or _of_all(other, one):
            return True
        # The same people are now traders, now villagers; rifles never are pistols.
        people = one.noun_class == "person"
        heads = {one.head, other.head}
        plain = listed("narrower_heads").isdisjoint(heads)
        if not plain and heads & listed("generic_heads"):
            plain = surely_slipped(one, other)  # "248 passengers", "all 284 people"
        return None if slipped and people and plain else False
    return False


def _of_one_thing(one: Claim, other: Claim) -> bool | None:
    """Is a sum, share or measure of the same? A share of the nurses is none of the doctors."""
    if not (one.head and other.head):
        return None
    if one_name(one.head, other.head):
        return True
    people = one.noun_class == other.noun_class == "person"
    return False if people and not listed("generic_heads") & {one.head, other.head} else None


def _jobs_of_people(one: Claim, other: Claim) -> bool:
    """ "Will cut 2,400 jobs", "is laying off 4,200 people"."""
    people = one.noun_class == "job" and other.head in listed("generic_heads")
    return people and _event(one) == _event(other) and _event(one) in listed("job_events")


def _may_be_bare(one: Claim, other: Claim, *, slipped: bool) -> bool:
    """May a figure that says only what happened, or nothing, be that of the other's things?"""
    if events(one, other) or not (one.head or other.head):
        return True
    return slipped and not (one.head and other.head)  # "the twenty-one who tunnelled out"


def _names_a_thing(claim: Claim) -> bool:
    """Does its noun say what is counted? "85 arrests" and "12 deaths" only say what happened."""
    return bool(claim.head) and not (claim.noun_class in ("event", "vote") and _by_name(claim))


def _of_all(part: Claim, whole: Claim) -> bool:
    """Is one of them of all the people, and the other of those too, or of more than all?"""
    if whole.head not in listed("generic_heads"):
        return False
    # 92 passengers may be among 118 people on board; 185 cannot.
    return part.head not in listed("narrower_heads") or part.low > whole.high


def one_name(one: str, other: str) -> bool:
    """May two heads name one thing: "house" and "home", "job" and "worker"?"""
    known = synonyms()
    return known.get(one, one) == known.get(other, other) or may_be_one(one, other)


def generic(one: Claim, other: Claim) -> bool:
    """Do both count no more than "people"?"""
    return {one.head, other.head} <= listed("generic_heads")


def single(one: Claim, other: Claim) -> bool:
    """Is it the name of a figure of which a story has one: its attendance, its magnitude?"""
    return one.head == other.head != "" and one.head in attributes().values()


def _modifiers_agree(one: Claim, other: Claim, *, slipped: bool) -> bool:
    """Do the words before their nouns allow it? Two "late goals" may be some of the four goals."""
    neutral = listed("neutral_modifiers")
    ours = {word.lower() for word in one.modifiers} - neutral
    theirs = {word.lower() for word in other.modifiers} - neutral
    if ours and theirs:
        return bool(ours & theirs)
    narrowed, plain = (one, other) if ours else (other, one)
    return slipped or not (ours or theirs) or narrowed.high >= plain.low


def events(one: Claim, other: Claim) -> bool | None:
    """Did one thing happen?"""
    ours, theirs = _event(one), _event(other)
    if ours == theirs:
        return True if ours and ours not in listed("common_events") else None
    if ours and theirs and FAMILIES[one.kind] == "date":
        # The day of the vote and that of the strike are two; what is "held" may be either.
        return None if not listed("light_events").isdisjoint((ours, theirs)) else False
    excluding = "job_events" if _of_jobs(one, other) else "exclusive_events"
    if {ours, theirs} <= listed(excluding) or f"{ours} {theirs}" in _opposed():
        return False
    return None


@compiled
def _opposed() -> frozenset[str]:
    """Pairs of events, either way round: who is freed is held no more."""
    pairs = [pair.split() for pair in listed("opposed_events")]
    return frozenset(f"{a} {b}" for one, other in pairs for a, b in ((one, other), (other, one)))


def _of_jobs(one: Claim, other: Claim) -> bool:
    """Are jobs counted, which no "rescue plan" rescues and no "strike" strikes?"""
    return "job" in (one.noun_class, other.noun_class)


def _event(claim: Claim) -> str:
    """What happened; that workers are employed is no event if nothing but their name says so."""
    if _by_name(claim) and claim.event in listed("named_events"):
        return ""
    kin = "job" if claim.noun_class == "job" else claim.kind
    return kindred().get(kin, {}).get(claim.event, claim.event)


def _by_name(claim: Claim) -> bool:
    """Is it the counted noun itself that says what happened?"""
    at, noun = claim.evidence.get("event"), claim.evidence.get("noun")
    return at is not None and noun is not None and noun.start <= at.start < noun.end


def growing(claim: Claim) -> bool:
    """Does a count of this kind go up as a story develops?"""
    return FAMILIES[claim.kind] == "count" and claim.event in listed("growing_events")


def shrinking(claim: Claim) -> bool:
    """May a count of this kind go down as a story develops, as the trapped are freed?"""
    return claim.event in listed("shrinking_events")
