"""Which slip of hand or ear turns one figure into another.

Two figures that look like one slip of each other ("58" and "85", "$3.2 million" and "$3.2 billion")
are far more likely one figure told twice than two figures. Links use that as evidence that claims
belong together, never as proof; a full diagnosis of garbles is the business of `translation`.
"""

from __future__ import annotations

import math

from numcheck.model import Claim


def slip(one: Claim, other: Claim) -> str:
    """The name of the single slip between two figures, or "" if there is none.

    >>> def figure(text, value):
    ...     return Claim(0, 0, text, "number", value, value, value, value, value)
    >>> slip(figure("58", 58), figure("85", 85))
    'digits swapped'
    >>> slip(figure("800", 800), figure("8,000", 8000))
    'a digit lost or added'
    >>> slip(figure("3", 3), figure("6", 6))
    ''
    """
    return slip_between(one.value, other.value)


def slip_between(one: float, other: float) -> str:
    """As `slip`, for a figure that was computed and one that is stated."""
    low, high = sorted((abs(one), abs(other)))
    if low == high or low <= 0 or math.isinf(high) or math.isinf(low):
        return ""
    if _is_teen_ty(low, high):
        return "-teen for -ty"
    if _is_power_of_ten(high / low):
        return "a digit lost or added" if high / low < 50 else "scale shifted"
    orders = math.floor(math.log10(high)) - math.floor(math.log10(low))
    return _digit_slip(digits(low), digits(high), orders)


def nearly(made: float, said: float) -> bool:
    """Is a stated figure the computed one but for a slip, whatever zeros both end in?

    >>> nearly(8100, 9100), nearly(840, 1240), nearly(13, 60)
    (True, False, False)
    """
    if slip_between(made, said):
        return True
    made, said = abs(made), abs(said)
    while made >= 10 and made % 10 == said % 10 == 0:
        made, said = made / 10, said / 10
    return len(digits(made)) < 5 and slip_between(made, said) != ""


def digits(value: float) -> str:
    """The digits a figure is written with, without leading or trailing zeros of scale."""
    if value == int(value) and value < 1e6:
        return str(int(value))
    return f"{value:.12g}".replace(".", "").split("e")[0].strip("0")


def _is_teen_ty(low: float, high: float) -> bool:
    """15 and 50, 15 million and 50 million."""
    scale = 10.0 ** (math.floor(math.log10(low)) - 1)
    teen, ty = round(low / scale, 9), round(high / scale, 9)
    return 13 <= teen <= 19 and ty == (teen - 10) * 10


def _is_power_of_ten(ratio: float) -> bool:
    power = math.log10(ratio)
    return power > 0.5 and abs(power - round(power)) < 1e-9


def _digit_slip(low: str, high: str, orders: int) -> str:
    """The slip between two strings of digits whose figures are so many powers of ten apart."""
    if orders == 1 and len(low) + 1 == len(high) > 2 and _is_subsequence(low, high):
        return "a digit lost or added"
    if orders or len(low) != len(high):
        return ""
    changed = sum(a != b for a, b in zip(low, high, strict=True))
    # Two that change places, three that go round (312, 231), or all read backwards.
    if sorted(low) == sorted(high) and (changed < 4 or low == high[::-1]):
        return "digits swapped"
    # Evidence, but weak in two digits: callers must have more to go by.
    long_enough = len(low) > 1 and "0" not in (low[-1], high[-1])
    return "one digit changed" if long_enough and changed == 1 else ""


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(digit in rest for digit in short)
