"""Names and lengths of months do not depend on anybody's locale."""

import calendar

import pytest

from numcheck.months import MONTHS, WEEKDAYS, last_day


@pytest.mark.parametrize("year", [1, 1900, 2000, 2023, 2024, 9999])
def test_months_are_as_long_as_the_calendar_says(year):
    expected = [calendar.monthrange(year, month)[1] for month in range(1, 13)]

    assert expected == [last_day(year, month) for month in range(1, 13)]


def test_names_are_in_the_order_of_the_calendar():
    assert ("January", "December", 12) == (MONTHS[0], MONTHS[-1], len(MONTHS))
    assert ("Monday", "Sunday", 7) == (WEEKDAYS[0], WEEKDAYS[-1], len(WEEKDAYS))
