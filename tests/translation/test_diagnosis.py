"""Which single operation explains two figures. All figures here are written by us."""

from __future__ import annotations

import pytest

from numcheck.model import Interval
from numcheck.translation import diagnose, restores

EXPLAINED = [
    ("digit_drop", 612, 62),
    ("digit_drop", 2300, 230),
    ("digit_insert", 45, 495),
    ("digit_substitution", 318, 348),
    ("digit_transposition", 47, 74),
    ("digit_reversal", 351, 153),
    ("teen_ty_swap", 14, 40),
    ("teen_ty_swap", 90, 19),
    ("sign_lost", -7, 7),
    ("script_digit_confusion", "৪২", "82"),
    ("script_digit_confusion", "۳۱", "21"),
    ("separator_confusion", "3.250", "3.25"),
    ("separator_confusion", "4,75", "475"),
    ("scale_shift", "6 million", "6 billion"),
    ("indian_scale", "7 lakh", "7 million"),
    ("indian_scale", "4 crore", "4 million"),
    ("scale_word_drop", "40 thousand", "40"),
    ("half_hour", "6:30", "7:30"),
    ("meridiem_flip", "7 p.m.", "7 a.m."),
    ("date_day_month_swap", "3 April 2020", "4 March 2020"),
    ("month_confusion", "9 June", "9 July"),
    ("currency_dropped", "$40 million", "40 million"),
    ("currency_swap", "€90", "$90"),
    ("unit_swap", "12 kilometers", "12 miles"),
    ("percent_dropped", "12%", "12"),
    ("percent_point_swap", "3 percentage points", "3 percent"),
    ("by_to_swap", "rose by 12%", "rose to 12%"),
    ("direction_flip", "prices rose 9 percent", "prices fell 9 percent"),
    ("bound_flip", "at least 20", "at most 20"),
    ("bound_dropped", "more than 20", "20"),
    ("fraction_inversion", "two-thirds", "three-halves"),
    ("ordinal_cardinal", "the 15th meeting", "15 meetings"),
    ("range_collapse", "3-9", "39"),
    ("range_end_dropped", "30 to 40", "30"),
    ("figures_swapped", "6 dead and 90 injured", "90 dead and 6 injured"),
    ("scope_inversion", "300 held, 120 of them in one town", "120 held, 300 of them in one town"),
]


@pytest.mark.parametrize(("operation", "correct", "garbled"), EXPLAINED)
def test_the_simplest_operation_comes_first(operation, correct, garbled):
    found = diagnose(correct, garbled)

    assert operation == found[0].operation
    assert "would be explained by" in found[0].explanation


@pytest.mark.parametrize(
    ("correct", "garbled"),
    [(25, 68), (1200, 87), (560, 1733), (3.4, 9.1), (11, 86), (5, 9), (774, 84), ("", 5), (0, 0),
     ("two-thirds", "40%")],
)  # fmt: skip
def test_unrelated_figures_have_no_explanation(correct, garbled):
    assert [] == diagnose(correct, garbled)


@pytest.mark.parametrize(
    ("correct", "garbled"),
    [
        (774, "774"),
        ("৭৭৪", 774),
        ("5 lakh", "500,000"),
        ("20 Uhr", "8 p.m."),
        ("half a million", 500_000),
    ],
)
def test_one_value_in_two_writings_is_no_garble(correct, garbled):
    assert [] == diagnose(correct, garbled)


def test_the_figure_that_fits_the_rest_is_named_only_when_it_is_one():
    small, large = Interval(84, 84), Interval(774, 774)
    half_thousand = ("at_least", Interval(500, 500))

    assert 1 == restores((small, large), [half_thousand])
    assert restores((small, large), []) is None
    assert restores((small, large), [("at_least", Interval(10, 10))]) is None
