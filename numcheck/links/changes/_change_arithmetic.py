"""What an old and a new figure make of the change stated for them, as facts for rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from numcheck.links._common.belongs import is_bare
from numcheck.links._common.figures import number, printed, spoken
from numcheck.links._common.near import amount, is_minor, one_unit, worth
from numcheck.model import Claim, Interval

Facts = dict[str, Any]
_ONE, _HUNDRED = Interval(1, 1), Interval(100, 100)
#: Pence in a pound, basis points in a percentage point.
_PENCE = 100
_HALF = 0.5
_BASIS_POINT = "basis_point"


def facts_of(
    stated: Claim, old: Claim, new: Claim, steps: float, *, points: bool, factor: bool
) -> Facts | None:
    """What is said and what the figures make; None where the change is of another kind than they.

    `steps` is the slack of a percentage in last printed digits, `points` that percentage points
    are meant, `factor` that the figure says how many times.
    """
    old, new = _in_one_unit(old, new)
    if points and old.kind == "percent":
        return _amount(stated, old, new, "points")
    if stated.kind == "ratio" and (stated.role == "factor" or factor):
        return factor_of(stated, old, new)
    if stated.kind == "ratio":
        return _part(stated, old, new) if stated.role == "delta" else None
    if stated.kind != "percent":
        return _amount(stated, old, new, "amount") if one_unit(stated, new) else None
    if points or stated.unit != "percent":
        return _amount(stated, old, new, "points") if old.kind == "percent" else None
    share = _share(stated, old, new, steps)
    if old.kind != "percent" or share["said"].overlaps(share["made"]):
        return share
    points_made = _amount(stated, old, new, "points")
    # "rose 2 percent, from 4 to 6 percent" means points; that is a rule of its own.
    if points_made["said"].overlaps(points_made["made"]):
        return {**share, "makes": points_made["makes"], "means": "points for percent"}
    return share


def _in_one_unit(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The two, a bare number with the unit of the other: "14 weeks to nine"."""
    if "percent" in (one.kind, other.kind):
        return one, other
    if is_bare(one):
        return replace(one, kind=other.kind, unit=other.unit), other
    return (one, replace(other, kind=one.kind, unit=one.unit)) if is_bare(other) else (one, other)


def factor_of(stated: Claim, old: Claim, new: Claim) -> Facts:
    """ "doubled": how many times the old figure the new one is."""
    made = amount(new).over(amount(old))
    makes = f"{number(worth(new) / worth(old))} times"
    return {"said": stated.hull, "made": made, "makes": makes, "means": "factor"}


def times_of(stated: Claim, old: Claim, new: Claim) -> Facts:
    """ "thirteen times as many"; of "thirteen times more" nobody knows whether it is thirteen."""
    facts = factor_of(stated, old, new)
    return {**facts, "said": Interval(stated.low - _HALF, stated.high + 1 + _HALF)}


def _share(stated: Claim, old: Claim, new: Claim, steps: float) -> Facts:
    made = _size(amount(new).over(amount(old)).minus(_ONE).times(_HUNDRED))
    change = abs(worth(new) / worth(old) - 1) * 100
    return {
        "said": _size(printed(stated, steps)),
        "made": made,
        "makes": f"{number(change)} percent",
        "means": "percent",
        "change": change,
    }


def _amount(stated: Claim, old: Claim, new: Claim, means: str) -> Facts:
    change = abs(worth(new) - worth(old))
    # "Half a point" is a half; a figure is as wide as its last digit.
    said = stated.hull if stated.kind == "ratio" else amount(stated)
    made = amount(new).minus(amount(old))
    if stated.unit == _BASIS_POINT:
        change, made = change * _PENCE, made.times(_HUNDRED)
    return {
        "said": _size(said),
        "made": _size(made),
        "makes": spoken(change * _PENCE if is_minor(stated) else change, stated),
        "means": means,
        "change": change,
    }


def _part(stated: Claim, old: Claim, new: Claim) -> Facts:
    """ "fell by a third": a share of the old figure."""
    facts = _share(stated, old, new, 0)
    return {**facts, "said": stated.hull.times(_HUNDRED)}


def _size(interval: Interval) -> Interval:
    """The interval without its sign: a fall of 5 is a change of 5."""
    if interval.low >= 0:
        return interval
    if interval.high <= 0:
        return Interval(-interval.high, -interval.low)
    return Interval(0, max(-interval.low, interval.high))
