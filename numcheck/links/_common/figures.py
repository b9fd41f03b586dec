"""Arithmetic on printed figures: what a figure can have been before it was rounded, and how a
computed one is said in the unit of those it was computed from."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from numcheck.model import Claim, Interval
from numcheck.patterns import pattern

_HALF = 0.5
_MOST_ADDED = 10
_WORDS = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_CURRENCY = pattern(r"(?:\b[A-Z]{1,3}[ $£€]?)?[$£€¥₹₽₴₺₩]?$")
_SCALE = pattern(r"^\s?(?:thousand|million|billion|trillion|crore|lakh|bn|mn?|tn|k)\b", re.I)


def printed(claim: Claim, steps: float = _HALF) -> Interval:
    """All values that are printed so: the hull and, for rounded figures, half a last digit more.

    "57 percent" may have been 56.5 to 57.5, "1.5 million" 1.45 to 1.55 million; "12 schools" and
    "$4" are just that.
    `steps` is the slack in last printed digits.
    """
    if claim.kind in ("number", "count", "money") and claim.step == 1 and steps <= _HALF:
        return claim.hull
    slack = steps * claim.step
    return Interval(min(claim.low, claim.value - slack), max(claim.high, claim.value + slack))


def printed_together(claims: Sequence[Claim], steps: float = _HALF) -> list[Interval]:
    """As `printed`, for figures of one list or column.

    Where one of them is printed to the last digit (284), none is a rounded one: 500 is 500.
    """
    if not any(claim.step == 1 and claim.value % 100 for claim in claims):
        return [printed(claim, steps) for claim in claims]
    return [
        Interval(claim.value, claim.value)
        if claim.step == 1 and claim.bound == "exact" and steps <= _HALF
        else printed(claim, steps)
        for claim in claims
    ]


def sum_of(intervals: Iterable[Interval]) -> Interval:
    """The sum of intervals, end by end."""
    pairs = list(intervals)
    return Interval(math.fsum(one.low for one in pairs), math.fsum(one.high for one in pairs))


def some_make(parts: Sequence[Interval], whole: Interval) -> bool:
    """Do some of the figures add up to the whole, whichever?

    >>> some_make([Interval(3, 3), Interval(9, 9), Interval(5, 5)], Interval(8, 8))
    True
    """
    sums = [Interval(0, 0)]
    for part in parts[-_MOST_ADDED:]:
        sums += [made.plus(part) for made in sums]
    return any(made.overlaps(whole) for made in sums[1:])


def number(value: float) -> str:
    """A computed value as copy prints it: "1,230", "2.5", "54 million".

    >>> number(1230), number(2.504), number(54e6), number(33.333)
    ('1,230', '2.5', '54 million', '33.3')
    """
    scale, word = next(((s, w) for s, w in _WORDS if abs(value) >= s), (1.0, ""))
    digits = 2 if word or abs(value) < 10 else 1 if abs(value) < 100 else 0
    text = f"{value / scale:,.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + word


def spoken(value: float, like: Claim) -> str:
    """A computed value in the unit of a claim: "11", "£1,230", "54 million euros", "30 percent"."""
    if like.numeral.end == 0:
        return number(value)
    before = like.text[: like.numeral.start - like.start]
    after = _SCALE.sub("", like.text[like.numeral.end - like.start :])
    found = _CURRENCY.search(before)
    return f"{found[0] if found else ''}{number(value)}{after}"
