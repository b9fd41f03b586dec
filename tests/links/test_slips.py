"""Which slip turns one figure into another."""

import pytest

from numcheck.links._common.slips import slip
from tests.links.claims import claim


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        ("digits swapped", 58, 85),
        ("digits swapped", 15_000, 51_000),
        ("digits swapped", 850, 580),
        ("digits swapped", 4.2e9, 2.4e9),
        ("a digit lost or added", 800, 8_000),
        ("a digit lost or added", 774, 74),
        ("a digit lost or added", 1_200, 12_000),
        ("scale shifted", 3.2e6, 3.2e9),
        ("scale shifted", 4.5e6, 4.5e8),
        ("-teen for -ty", 14, 40),
        ("-teen for -ty", 15e6, 50e6),
        ("one digit changed", 774, 474),
        ("", 774, 774),
        ("", 3, 6),
        ("", 20, 30),
        ("", 1_000, 3_000),
        ("", 12, 45),
        ("one digit changed", 11, 17),
        ("", 0, 10),
        ("", 500, 84),
    ],
)
def test_slips_are_named_whichever_figure_comes_first(expected, one, other):
    assert expected == slip(claim(one), claim(other))
    assert expected == slip(claim(other), claim(one))
