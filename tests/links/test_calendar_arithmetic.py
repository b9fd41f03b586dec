"""Dates as copy writes them: partial, relative, sometimes impossible."""

import datetime as dt

import pytest

from numcheck.links._common import calendar as calendar
from numcheck.links.calendar.written_date import fault
from numcheck.model import Calendar, Interval

DAY = dt.date


@pytest.mark.parametrize(
    ("why", "written"),
    [
        ("", Calendar(month=2, day=29)),
        ("", Calendar(year=2024, month=2, day=29)),
        ("2023 was no leap year", Calendar(year=2023, month=2, day=29)),
        ("1900 was no leap year", Calendar(year=1900, month=2, day=29)),
        ("", Calendar(year=2000, month=2, day=29)),
        ("February has 29 days", Calendar(month=2, day=30)),
        ("June has 30 days", Calendar(year=2019, month=6, day=31)),
        ("a year has twelve months", Calendar(year=2019, month=13, day=1)),
        ("", Calendar(year=2019, month=12, day=31)),
    ],
)
def test_impossible_dates_are_named(why, written):
    assert why == fault(written)


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ((DAY(1987, 1, 1), DAY(1987, 12, 31)), Calendar(year=1987)),
        ((DAY(1990, 1, 1), DAY(1999, 12, 31)), Calendar(year=1990, years=10)),
        ((DAY(2024, 2, 1), DAY(2024, 2, 29)), Calendar(year=2024, month=2)),
        ((DAY(2020, 9, 14), DAY(2020, 9, 14)), Calendar(year=2020, month=9, day=14)),
        (None, Calendar(month=9, day=14)),
        (None, Calendar(year=2019, month=2, day=29)),
        (None, Calendar(year=12345)),
        (None, Calendar(weekday=3)),
    ],
)
def test_a_date_is_a_stretch_of_days(expected, written):
    assert expected == calendar.days(written)


@pytest.mark.parametrize(
    ("expected", "written", "near"),
    [
        ((2023,), Calendar(month=12, day=31), DAY(2024, 1, 3)),
        ((2020,), Calendar(month=9, day=14), DAY(2020, 9, 15)),
        ((2024,), Calendar(month=2, day=29), DAY(2024, 4, 1)),
        ((), Calendar(month=2, day=29), DAY(2022, 4, 1)),
        ((2019, 2020), Calendar(month=7, day=1), DAY(2020, 1, 2)),
    ],
)
def test_a_date_without_year_lies_close_to_the_day_of_the_copy(expected, written, near):
    assert expected == calendar.likely_years(written, near)


@pytest.mark.parametrize(
    ("expected", "start", "end", "unit"),
    [
        ((10, 11), Calendar(month=6, day=3), Calendar(month=6, day=13), "day"),
        ((0, 1), Calendar(month=6, day=3), Calendar(month=6, day=3), "day"),
        ((29.0, 31.0), Calendar(year=1987), Calendar(year=2017), "year"),
    ],
)
def test_elapsed_time_is_as_wide_as_its_dates(expected, start, end, unit):
    spanned = calendar.elapsed(calendar.days(start, 2021), calendar.days(end, 2021), unit)

    assert expected == pytest.approx(tuple(spanned), abs=0.01)


@pytest.mark.parametrize(
    ("expected", "born", "then"),
    [
        ((71, 71), Calendar(year=1951, month=11), Calendar(year=2023, month=5, day=2)),
        ((80, 81), Calendar(year=1938), Calendar(year=2019)),
        ((90, 90), Calendar(year=1934, month=3, day=4), Calendar(year=2024, month=3, day=4)),
        ((89, 89), Calendar(year=1934, month=3, day=4), Calendar(year=2024, month=3, day=3)),
    ],
)
def test_ages_count_completed_years(expected, born, then):
    assert Interval(*expected) == calendar.full_years(calendar.days(born), calendar.days(then))
