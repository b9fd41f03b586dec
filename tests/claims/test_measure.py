"""What a figure measures: a level, a change, an addition, a rate. All copy here is our own."""

import pytest

from numcheck.claims import read
from numcheck.model import Document


def claim_of(text, figure):
    return next(c for c in read(Document(text)).claims if figure in c.text)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Sales rose 12 percent in May.", "12", "delta"),
        ("Sales rose by 40 units to 190 units.", "40", "delta"),
        ("Sales rose by 40 units to 190 units.", "190", "level"),
        ("There was a fall of 30 points.", "30", "delta"),
        ("It was a 12 percent rise.", "12", "delta"),
        ("Another six people were held.", "six", "increment"),
        ("Police held six more people.", "six", "increment"),
        ("Police held more than 410 people.", "410", "level"),
        ("More than 410 were held.", "410", "level"),
        ("Police held 84 people.", "84", "level"),
    ],
)
def test_changes_and_additions_are_no_levels(text, figure, expected):
    assert expected == claim_of(text, figure).role


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("In total 84 people were held.", "84", "total"),
        ("A total of 84 people were held.", "84", "total"),
        ("They hold an average of 84 people.", "84", "mean"),
        ("The median pay was 84 crowns.", "84", "median"),
        ("They got 15 loaves each.", "15", "rate"),
        ("They bake 15 loaves a day.", "15", "rate"),
        ("They held 84 people.", "84", ""),
    ],
)
def test_totals_means_and_rates_are_told_apart(text, figure, expected):
    assert expected == claim_of(text, figure).statistic
