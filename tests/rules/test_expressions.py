"""Expressions: what they mean, and what they refuse."""

import contextlib
import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Claim, Interval
from numcheck.rules.expressions import compile_expression
from numcheck.rules.names import Vocabulary
from numcheck.rules.source import Problem

VOCABULARY = Vocabulary(("part", "whole", "parts"), ("factor", "day", "range"), ("tolerance",))


def claim(low, high=None, **fields):
    high = low if high is None else high
    return Claim(0, 0, "", "count", low, low, high, low, high, **fields)


def holds(text, **scope):
    return compile_expression(text, VOCABULARY)(scope)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("part.low <= whole.high", False),
        ("part <= whole", False),
        ("part > whole", True),
        ("not part <= whole", True),
        ("part.kind == 'count'", True),
        ("part.kind in ('count', 'money')", True),
        ("part.event == 'arrest' or part <= whole", False),
        ("part.where.name == 'Minsk'", None),
        ("part.where.name == 'Minsk' or part > whole", True),
        ("part.where.name == 'Minsk' and part <= whole", False),
        ("known(part.where.name)", False),
        ("known(part.value)", True),
        ("overlap(total(parts), whole)", True),
        ("total(parts) == whole", True),
        ("len(parts) == 3", True),
        ("max(parts.low) < 31", False),
        ("overlap(part, 105, tolerance)", True),
        ("overlap(part, 106, tolerance)", False),
        ("1 < factor < 3", True),
        ("factor * 2 == 4.0", True),
        ("factor / 0 == 1", None),
        ("gap(part, whole) == 16", True),
        ("within(whole, range)", True),
        ("abs(0 - part) == 100", True),
        ("-part.low == -100", True),
        ("difference(day, day) == 0", True),
        ("part == 'hundred'", None),
    ],
)
def test_values_of_expressions(text, expected):
    scope = {
        "part": claim(100), "whole": claim(84), "parts": (claim(12), claim(30), claim(42)),
        "factor": 2, "tolerance": 0.05, "day": dt.date(2020, 9, 14), "range": Interval(0, 90),
    }  # fmt: skip

    assert expected is holds(text, **scope)


def test_open_bounds_never_contradict():
    """'At least 84' sets no upper limit, so a larger part is possible."""
    at_least = claim(84, math.inf)

    assert holds("part <= whole", part=claim(500), whole=at_least) is not False


def test_sums_of_decimals_are_not_contradictions():
    parts = (claim(0.1), claim(0.2))

    assert holds("total(parts) == whole", parts=parts, whole=claim(0.3)) is True
    assert holds("part <= whole", part=claim(0.1 + 0.2), whole=claim(0.3)) is not False


@pytest.mark.parametrize(
    ("text", "reason", "offset", "nearest"),
    [
        ("part.lwo <= 1", "no field 'lwo'", 5, "low"),
        ("prat.low <= 1", "unknown name 'prat'", 0, "part"),
        ("part.__class__ == 1", "no field", 5, None),
        ("part.evidence == 1", "no field 'evidence'", 5, None),
        ("__import__('os').system('true') == 1", "only functions", 0, ""),
        ("overlpa(part, whole)", "unknown function", 0, "overlap"),
        ("overlap(part)", "can both be one value", 0, ""),
        ("overlap(a=1, b=2)", "can both be", 0, ""),
        ("[x for x in parts]", "cannot be used", 0, ""),
        ("(lambda: 1)() == 1", "only functions", None, ""),
        ("part.low ** 9 < 2", "only + - * /", 0, ""),
        ("part[0] == 1", "cannot be used", 0, ""),
        ("f'{part}' == 1", "cannot be used", 0, ""),
        ("1", "only a value", 0, ""),
        ("part.low <=", "not an expression", None, ""),
        ("part is whole", "compare with", 0, ""),
        ("tolerance.real == 1", "has no fields", 9, ""),
        ("factor.low.high == 1", "nothing follows", None, ""),
        ("1 if part else 2", "cannot be used", 0, ""),
        ("1 + " * 200 + "1 == 1", "longer than", 0, ""),
        ("1+" * 90 + "1==1", "too long", 0, ""),
        ("part.low <= 1j", "cannot be used", 12, ""),
        ("(" * 190 + "1" + ")" * 190, "", None, ""),
    ],
)
def test_refusals_say_where_and_what(text, reason, offset, nearest):
    with pytest.raises(Problem) as caught:
        compile_expression(text, VOCABULARY)

    assert reason in caught.value.reason
    assert nearest is None or nearest == caught.value.nearest
    assert offset is None or offset == caught.value.offset


numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, numbers, numbers)
def test_comparison_is_false_only_if_no_reading_satisfies_it(a, b, c, d):
    first, second = claim(min(a, b), max(a, b)), claim(min(c, d), max(c, d))
    possible = first.low <= second.high or math.isclose(first.low, second.high, rel_tol=1e-9)

    assert possible is (holds("part <= whole", part=first, whole=second) is not False)


@given(st.text(max_size=60))
def test_no_text_breaks_the_compiler(text):
    with contextlib.suppress(Problem):
        compile_expression(text, VOCABULARY)
