"""Are two figures one slip of each other, as chance seldom makes them?

"26" and "62" of two reports are far more likely one figure, told wrongly once, than two figures;
so much less must their wording have in common, and nouns that only may name one thing will do.
"""

from __future__ import annotations

from numcheck.links._common.slips import digits, nearly, slip, slip_between
from numcheck.model import Claim
from numcheck.stories._figure import in_unit

#: A figure with fewer digits than this is often one digit away from another by chance.
_LONG = 4
#: With so many digits a swap of two is hardly ever chance.
_TELLING = 3
#: Of years and ages a story has many.
_COUNTED = frozenset({"count", "number", "money", "measure"})
#: Units that are no further apart than this share are one to most writers.
_ONE_UNIT = 0.12


def a_slip_apart(one: Claim, other: Claim) -> bool:
    """Does one telling slip make one figure of the other?"""
    if one.kind in ("date", "time"):
        return _days(one, other)
    if one.kind == "score":
        return _sides(one, other)
    if one.unit != other.unit and not _nearly_one_unit(one, other):
        return False
    made = slip(one, other)
    if one.kind == "year":
        return made == "digits swapped"
    if made in ("digits swapped", "-teen for -ty"):
        return True
    few = min(len(digits(claim.value).rstrip("0")) for claim in (one, other))
    if made == "one digit changed":
        return few >= _LONG
    # Round figures are powers of ten apart by chance: 100 of 1,000.
    return made != "" and few > 1


def _nearly_one_unit(one: Claim, other: Claim) -> bool:
    """Are both told in tonnes and tons, or in other units that copy takes for one?"""
    if one.kind != other.kind or one.kind != "measure":
        return False
    told = in_unit(other, one.unit)
    return told is not None and abs(told - other.value) < _ONE_UNIT * abs(other.value)


def surely_slipped(one: Claim, other: Claim) -> bool:
    """Is it a slip that chance makes once in hundreds of pairs: 248 and 284?"""
    if one.kind not in _COUNTED or one.unit != other.unit:
        return False
    few = min(len(digits(claim.value).rstrip("0")) for claim in (one, other))
    return few >= _TELLING and slip(one, other) == "digits swapped"


def no_slip(one: Claim, other: Claim) -> bool:
    """Are they two exact figures that not even a slip which chance makes often could exchange?"""
    if one.kind == "time" or one.unit != other.unit or {one.bound, other.bound} != {"exact"}:
        return False
    return one.value != other.value and not (nearly(one.value, other.value) or misheard(one, other))


def misheard(one: Claim, other: Claim) -> bool:
    """Six for sixteen: a slip that chance makes often, and so no more than a hint."""
    low, high = sorted((one.value, other.value))
    return one.unit == other.unit and low < 10 and high - low == 10


def _days(one: Claim, other: Claim) -> bool:
    """The 12th and the 21st, the 5th and the 25th of one month; 04:20 and 14:20."""
    told, again = one.calendar, other.calendar
    if told is None or again is None:
        return False
    if told.day and again.day:
        return told.month == again.month and slip_between(told.day, again.day) != ""
    return False


def _sides(one: Claim, other: Claim) -> bool:
    """27 to 16 and 27 to 61: one side is the same, and of the other one is a slip."""
    ours, theirs = list(one.parts), list(other.parts)
    for side in one.parts:
        if side in theirs:
            ours.remove(side)
            theirs.remove(side)
    return len(ours) == len(theirs) == 1 and slip_between(ours[0], theirs[0]) == "digits swapped"
