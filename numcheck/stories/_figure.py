"""When two claims give the very same figure, and when they may."""

from __future__ import annotations

from numcheck.errors import UnitError
from numcheck.model import Claim, Interval
from numcheck.units import convert

_CONVERTED = frozenset({"measure", "duration"})
#: How much a converted figure may be off, as a share: desks round "26 km" to "16 miles".
_CONVERSION_SHARE = 0.1


def figure(claim: Claim) -> tuple[float, str, object]:
    """What a reader would call the same figure: value and unit, or day and hour, or the score."""
    if claim.calendar is not None:
        told = claim.calendar
        return (
            0.0,
            claim.kind,
            (
                told.year if told.month is None else None,
                told.month,
                told.weekday if told.month is told.year is None else told.day,
                told.hour,
                told.minute,
            ),
        )
    if claim.kind == "score":  # "won 3-1" and "lost 1-3" tell one score
        return 0.0, claim.kind, tuple(sorted(claim.parts))
    return claim.value, claim.unit, None


def one_figure(one: Claim, other: Claim) -> bool:
    """Can the two be one figure? Money only in one currency; times and scores only if equal."""
    if figure(one) == figure(other):
        return True
    if one.kind in ("time", "score"):
        return False
    if one.kind == "money" and one.unit != other.unit:
        return False
    if one.unit != other.unit and {one.kind, other.kind} <= _CONVERTED:
        return _one_converted(one, other)
    return one.hull.overlaps(other.hull)


def in_unit(claim: Claim, unit: str) -> float | None:
    """The value in another unit; None if it cannot be converted."""
    try:
        return convert(claim.value, claim.unit, unit)
    except UnitError:
        return None


def _one_converted(one: Claim, other: Claim) -> bool:
    """May "two hours" be "130 minutes", "26 km" be "16 miles"? Each is as fine as it is written."""
    try:
        low, high = (convert(end, other.unit, one.unit) for end in _room(other))
    except UnitError:
        return True
    share = 0.0 if one.kind == "duration" else _CONVERSION_SHARE
    return _room(one).widened(share).overlaps(Interval(low, high))


def _room(claim: Claim) -> Interval:
    half = claim.step / 2 if claim.bound == "exact" else 0.0
    return Interval(claim.low - half, claim.high + half)
