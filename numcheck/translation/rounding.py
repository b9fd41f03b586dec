"""When a translation rounds what its source says to the last figure ("10,482", "about 10,500").

Newsrooms round for their readers. A rounded figure has fewer digits than the exact one, lies next
to it and, as a rule, owns up to it ("about", "more than"); without such a word only long figures
pass, where rounding changes several digits and no slip of one digit would do so.
"""

from __future__ import annotations

from numcheck.translation.edits import text_of
from numcheck.translation.figures import Figure
from numcheck.translation.same import compatible_units

#: How far a rounded figure may lie from the exact one, as a share of it.
_ABOUT, _OPEN, _BARE = 0.08, 0.1, 0.005
#: How far in the same way a fraction from a percentage ("almost half" of 47 percent).
_OF_WHOLE = 0.045
_KINDS = frozenset({"number", "money", "measure", "percent", "duration"})
_LARGEST = 1e15


def is_rounded(exact: Figure, given: Figure) -> bool:
    """Can the second figure be the first, rounded as news copy rounds?

    A limit must lie on its own side: "more than 10,000" is fair for 10,482, "fewer than" is not.
    """
    a, b = _single(exact), _single(given)
    if a is None or b is None or a == b:
        return False
    if exact.kind == "percent" and given.kind == "fraction":
        return _fits(given.bound, a / 100 - b, _OF_WHOLE)
    if not {exact.kind, given.kind} <= _KINDS or not compatible_units(exact.unit, given.unit):
        return False
    dropped = _digits(a) - _digits(b)
    if dropped < 1 or abs(a - b) >= _step(b):
        return False
    if given.bound != "exact":
        limit = _ABOUT if given.bound == "about" else _OPEN
        return _fits(given.bound, (a - b) / a, limit)
    return dropped > 1 and abs(a - b) / a <= _BARE and not _may_be_year(given)


def _single(figure: Figure) -> float | None:
    value = figure.values[0] if figure.values and not figure.vague else None
    return value.low if value is not None and value.single and 0 < value.low < _LARGEST else None


def _fits(bound: str, above: float, limit: float) -> bool:
    """Does the exact figure lie on the side that the word of the rounded one says?"""
    sides = {"about": (-limit, limit), "more_than": (0.0, limit), "less_than": (-limit, 0.0)}
    low, high = sides.get(bound, (1.0, 0.0))
    return low <= above <= high


def _digits(value: float) -> int:
    """How many digits the value is given to: 2 for 47,000, 3 for 10.5."""
    return len(text_of(value).replace(".", "").strip("0"))


def _step(value: float) -> float:
    """The worth of the last digit given: 1,000 for 47,000, a tenth for 10.5."""
    whole, _, decimals = text_of(value).partition(".")
    return 10.0 ** (-len(decimals) if decimals else len(whole) - len(whole.rstrip("0")))


def _may_be_year(figure: Figure) -> bool:
    return figure.written.digits.isdecimal() and 1000 <= (figure.value or 0) <= 2100
