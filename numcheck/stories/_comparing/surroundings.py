"""When and where two claims hold: different, the same, or not known well enough."""

from __future__ import annotations

from numcheck.model import Claim, When, Where
from numcheck.stories._lists import phrase, says
from numcheck.stories._telling.speech import SAID
from numcheck.text.places import is_country, within


def times_differ(one: When | None, other: When | None) -> bool:
    """Do both state a time, and not the same?"""
    if one is None or other is None or {one.source, other.source}.isdisjoint(("stated", SAID)):
        return False
    if (one.source == SAID) == (other.source == SAID):
        return apart(one, other)
    # What was said on Monday of "the first five months" is not of May.
    return not _is_day(other if one.source == SAID else one)


def _is_day(when: When) -> bool:
    if when.start and when.end:
        return when.start == when.end
    return says("weekday", when.text.lower())


def apart(one: When, other: When) -> bool:
    """Do two times as they are told exclude each other?"""
    if one.cumulative != other.cumulative and one.source == other.source:
        return True
    if _told_apart("part_of_day", one, other):
        return True
    if one.start and one.end and other.start and other.end:
        return one.source == other.source and not _overlap(one, other)
    return _told_apart("weekday", one, other)


def _told_apart(name: str, one: When, other: When) -> bool:
    """Do both name a part of the day, or a weekday, and none in common?"""
    ours, theirs = (set(phrase(name).findall(when.text.lower())) for when in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def since_one_day(one: When, other: When) -> bool:
    """Is one time a day, and the other what has gone on since that day?"""
    if one.cumulative == other.cumulative:
        return False
    on, since = (one, other) if other.cumulative else (other, one)
    if on.start is not None or since.start is not None:
        return on.start == since.start
    return says("weekday", on.text.lower()) and since.text.endswith(f" {on.text}")


def times_agree(one: When | None, other: When | None) -> bool:
    """Are both known to the day, and the days the same?"""
    return one is not None and other is not None and _overlap(one, other)


def _overlap(one: When, other: When) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start <= other.end and other.start <= one.end


def places_differ(one: Where | None, other: Where | None) -> bool:
    """Do both name a place, and not the same?"""
    scopes = {"" if where is None else where.scope for where in (one, other)}
    if len(scopes) > 1 and not scopes.isdisjoint(("alone", "worldwide")):
        return True
    if one is None or other is None:
        return False
    if one.scope != other.scope:
        local = one if other.scope == "nationwide" else other
        if local.scope == "" and _named(local) and not is_country(local.name):
            return one.name.casefold() != other.name.casefold()
    if not (_named(one) and _named(other)):
        return False
    names = one.name.casefold(), other.name.casefold()
    return all(names) and names[0] != names[1] and not _one_in_the_other(*names)


def _named(where: Where) -> bool:
    """Does the sentence itself name the place? What "the country" is may be read wrongly."""
    return where.source == "stated" and where.name[:5].casefold() in where.text.casefold()


def _one_in_the_other(one: str, other: str) -> bool:
    # A name that holds the other ("west Dornbach") is the same place told more closely.
    return one in other or other in one


def doubt(one: Claim, other: Claim) -> str:
    """Why it is not certain that both hold for one time and place; "" if it is."""
    if _part_of_place(one.where, other.where):
        return "one figure may be of a part of the other's place"
    both_said = all(c.when is not None and c.when.source == SAID for c in (one, other))
    for name in ("place",) if both_said else ("time", "place"):
        for claim in (one, other):
            if why := _unsaid(name, claim):
                return why
    return ""


def _unsaid(name: str, claim: Claim) -> str:
    known = claim.when if name == "time" else claim.where
    if known is not None and known.source == SAID:
        return "one report says only when its figure was given out"
    if known is None or known.source in ("dateline", "published", "story"):
        return f"one report does not say of which {name} its figure is"
    if known.source == "inherited":
        return f"the {name} of a figure is taken from an earlier sentence"
    return ""


def _part_of_place(one: Where | None, other: Where | None) -> bool:
    """Is one told of a place within the other's, so that a part may stand against a whole?"""
    if one is None or other is None:
        return False
    if "nationwide" in (one.scope, other.scope):
        local = other if one.scope else one
        return local.scope == "" and _named(local) and not is_country(local.name)
    if one.scope != other.scope:
        return True
    inner = within(one.name, other.name) or within(other.name, one.name)
    return bool(inner) and one.name.casefold() != other.name.casefold()
