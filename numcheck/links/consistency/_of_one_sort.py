"""Whether a figure can be the one that a compound tells: of one sort, of one value, a slip away."""

from __future__ import annotations

from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.slips import slip
from numcheck.links.consistency._attributes import Attribute, attributes, key_of
from numcheck.links.consistency._one_figure import agree, name_two
from numcheck.model import Claim, Reading
from numcheck.units import comparable

CALENDAR = frozenset({"date", "time"})
#: Slips that tell one thing from two: fifteen and fifty pounds may well be two prices.
TELLING = frozenset({"digits swapped", "scale shifted", "a digit lost or added"})


def of_one_sort(claim: Claim, again: Attribute, reading: Reading) -> bool:
    """Are the two figures of one sort: counts of one noun, sums, lengths, dates, hours?"""
    if claim.zone in SILENT_ZONES or claim.role != "level" or claim.per:
        return False
    if name_two(claim, again.claim):
        return False
    if again.claim.kind in ("number", "count"):
        own = next((a.key for a in attributes(reading) if a.claim.start == claim.start), "")
        return claim.kind in ("number", "count") and again.key == (own or key_of(claim, reading))
    if claim.kind != again.claim.kind:
        return False
    if claim.kind == "date":
        return _has_day(claim) and _has_day(again.claim)
    if claim.kind in ("measure", "duration", "age"):
        return comparable(claim.unit, again.claim.unit)
    return claim.unit == again.claim.unit


def _has_day(claim: Claim) -> bool:
    date = claim.calendar
    return date is not None and date.month is not None and date.day is not None


def agreeing(one: Claim, other: Claim) -> bool:
    if other.kind not in CALENDAR:
        bare = one.kind == "number" and not one.unit
        return one.value == other.value if bare else agree(one, other)
    if one.calendar is None or other.calendar is None:
        return one.value == other.value
    if other.kind == "date":
        pairs = ((one.calendar.month, other.calendar.month), (one.calendar.day, other.calendar.day))
    else:
        # "7.30" and "19:30" are one hour.
        hours = [None if c.hour is None else c.hour % 12 for c in (one.calendar, other.calendar)]
        pairs = ((hours[0], hours[1]), (one.calendar.minute or 0, other.calendar.minute or 0))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def slip_of(again: Claim, first: Claim) -> str:
    if again.kind in CALENDAR or again.unit != first.unit:
        return ""
    low, high = sorted((again.value, first.value))
    return slip(again, first) or ("-teen added" if high - low == 10 and low < 10 else "")
