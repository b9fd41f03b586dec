"""What an expression may do with values: interval arithmetic, three-valued comparison, a few calls.

A value is a number, a text, a truth value, a date, an interval, a claim (which stands for its
hull) or a tuple of these; None is unknown. Whatever meets an unknown is unknown, and a comparison
that one admissible reading satisfies and another does not is unknown too. So an expectation is
False only when *no* reading of the figures can meet it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import Any

from numcheck.model import Interval, Quantity
from numcheck.rules.names import is_many
from numcheck.values import frozen

Value = Any
Truth = bool | None

# Sums of decimals miss by a last bit (0.1 + 0.2 > 0.3); copy never prints ten digits.
_EPSILON = 1e-9


def is_number(value: Value) -> bool:
    """A number that is one: truth values and NaN are not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def interval(value: Value) -> Interval | None:
    """The hull of a claim, an interval as it is, a number as a point; else None."""
    if isinstance(value, Quantity):
        return interval(value.hull)
    if isinstance(value, Interval):
        return value if value.low == value.low and value.high == value.high else None
    return Interval(value, value) if is_number(value) else None


def _close(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=_EPSILON)


def _not_above(a: float, b: float) -> bool:
    return a <= b or _close(a, b)


def _possible(all_true: bool, none_true: bool) -> Truth:
    return True if all_true else False if none_true else None


def _at_most(a: Interval, b: Interval) -> Truth:
    return _possible(_not_above(a.high, b.low), not _not_above(a.low, b.high))


def _equal(a: Interval, b: Interval) -> Truth:
    points = _close(a.low, a.high) and _close(b.low, b.high) and _close(a.low, b.low)
    apart = not (_not_above(a.low, b.high) and _not_above(b.low, a.high))
    return _possible(points, apart)


def negate(truth: Value) -> Truth:
    """`not` of three values: the opposite of unknown is unknown."""
    return (not truth) if isinstance(truth, bool) else None


def at_most(a: Value, b: Value) -> Truth:
    """Is a <= b: always, never, or (None) for some readings only?"""
    first, second = interval(a), interval(b)
    if first is not None and second is not None:
        return _at_most(first, second)
    if isinstance(a, str) and isinstance(b, str):
        return a <= b
    if isinstance(a, dt.date) and isinstance(b, dt.date):
        return a <= b if type(a) is type(b) else None
    return None


def equal(a: Value, b: Value) -> Truth:
    """Are two figures surely one value, never, or (None) for some readings only?"""
    first, second = interval(a), interval(b)
    if first is not None and second is not None:
        return _equal(first, second)
    if a is None or b is None or (is_many(a) != is_many(b)):
        return None
    return bool(a == b) if type(a) is type(b) or is_many(a) else None


def contained(a: Value, group: Value) -> Truth:
    """Is `a` one of the group (or a part of a text)?"""
    if isinstance(group, str):
        return a in group if isinstance(a, str) else None
    if a is None or not is_many(group):
        return None
    answers = [equal(a, item) for item in group]
    return True if True in answers else None if None in answers else False


COMPARISONS: Mapping[str, Callable[[Value, Value], Truth]] = {
    "LtE": at_most,
    "GtE": lambda a, b: at_most(b, a),
    "Lt": lambda a, b: negate(at_most(b, a)),
    "Gt": lambda a, b: negate(at_most(a, b)),
    "Eq": equal,
    "NotEq": lambda a, b: negate(equal(a, b)),
    "In": contained,
    "NotIn": lambda a, b: negate(contained(a, b)),
}


def _arithmetic(
    numbers: Callable[[float, float], float], intervals: Callable[[Interval, Interval], Interval]
) -> Callable[[Value, Value], Value]:
    def apply(a: Value, b: Value) -> Value:
        if is_number(a) and is_number(b):
            try:
                return numbers(a, b)
            except (ZeroDivisionError, OverflowError):
                return None
        first, second = interval(a), interval(b)
        return None if first is None or second is None else interval(intervals(first, second))

    return apply


add = _arithmetic(lambda a, b: a + b, Interval.plus)
multiply = _arithmetic(lambda a, b: a * b, Interval.times)
divide = _arithmetic(lambda a, b: a / b, Interval.over)
_subtract_numbers = _arithmetic(lambda a, b: a - b, Interval.minus)


def subtract(a: Value, b: Value) -> Value:
    """The difference; of two dates, in days."""
    if isinstance(a, dt.date) and isinstance(b, dt.date) and type(a) is type(b):
        return (a - b).days
    return _subtract_numbers(a, b)


OPERATORS: Mapping[str, Callable[[Value, Value], Value]] = {
    "Add": add, "Sub": subtract, "Mult": multiply, "Div": divide,
}  # fmt: skip


def minus(value: Value) -> Value:
    """The value with its sign turned."""
    return subtract(0, value)


def _core(value: Value) -> Value:
    return interval(value.core if isinstance(value, Quantity) else value)


def _low(value: Value) -> Value:
    found = interval(value)
    return None if found is None else found.low


def _high(value: Value) -> Value:
    found = interval(value)
    return None if found is None else found.high


def _widen(value: Value, share: Value) -> Value:
    found = interval(value)
    return None if found is None or not is_number(share) else found.widened(share)


def overlap(a: Value, b: Value, share: Value = 0) -> Truth:
    """Can the two be one value, `a` allowing a share of itself on either side?"""
    first, second = _widen(a, share), interval(b)
    if first is None or second is None:
        return None
    return _equal(first, second) is not False


def within(a: Value, b: Value) -> Truth:
    """Does every reading of `a` lie inside `b`?"""
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return None
    return _not_above(second.low, first.low) and _not_above(first.high, second.high)


def gap(a: Value, b: Value) -> Value:
    """How far apart two figures are at the least; 0 where they can be one value."""
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return None
    return max(0.0, first.low - second.high, second.low - first.high)


def _items(values: tuple[Value, ...]) -> list[Value]:
    return list(values[0]) if len(values) == 1 and is_many(values[0]) else list(values)


def _total(*values: Value) -> Value:
    result: Value = 0
    for item in _items(values):
        result = add(result, item)
    return result


def _extreme(pick: Callable[..., Any]) -> Callable[..., Value]:
    def apply(*values: Value) -> Value:
        items = _items(values)
        if items and all(map(is_number, items)):
            return pick(items)
        found = [interval(item) for item in items]
        known = [one for one in found if one is not None]
        if not known or len(known) < len(found):
            return None
        return Interval(pick(one.low for one in known), pick(one.high for one in known))

    return apply


def _magnitude(value: Value) -> Value:
    if is_number(value):
        return abs(value)
    found = interval(value)
    if found is None:
        return None
    ends = sorted(map(abs, found))
    return Interval(0.0 if found.low <= 0 <= found.high else ends[0], ends[1])


def _length(value: Value) -> Value:
    return len(value) if is_many(value) else None if value is None else 1


def known(value: Value) -> bool:
    """Does the copy (or the link) say it at all?"""
    return value is not None and value == value and value not in ("", ())


@frozen
class Function:
    """A call that expressions may make."""

    call: Callable[..., Value]
    least: int
    most: int
    summary: str


FUNCTIONS: Mapping[str, Function] = {
    "overlap": Function(overlap, 2, 3, "can both be one value? overlap(a, b, share) widens a"),
    "within": Function(within, 2, 2, "is every reading of a inside b?"),
    "gap": Function(gap, 2, 2, "the distance between two figures, 0 where they can agree"),
    "hull": Function(interval, 1, 1, "all that the figure can cover"),
    "core": Function(_core, 1, 1, "what a reader takes the figure to mean"),
    "low": Function(_low, 1, 1, "the lower end of the hull"),
    "high": Function(_high, 1, 1, "the upper end of the hull"),
    "total": Function(_total, 1, 20, "the sum of the parts"),
    "product": Function(multiply, 2, 2, "a times b"),
    "quotient": Function(divide, 2, 2, "a divided by b"),
    "difference": Function(subtract, 2, 2, "a less b; days between two dates"),
    "widen": Function(_widen, 2, 2, "an interval with a share of each end added (0.05 = 5 %)"),
    "abs": Function(_magnitude, 1, 1, "the size without its sign"),
    "min": Function(_extreme(min), 1, 20, "the smallest"),
    "max": Function(_extreme(max), 1, 20, "the largest"),
    "len": Function(_length, 1, 1, "how many claims a role holds"),
    "known": Function(known, 1, 1, "is it said at all?"),
}
