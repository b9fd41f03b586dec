"""Intervals and documents: the values that everything else relies on."""

import datetime as dt
import math

from numcheck.model import Document, Interval, SourceMap


def test_open_intervals_multiply_without_nan():
    assert Interval(0, math.inf) == Interval(0, 2).times(Interval(0, math.inf))


def test_an_open_interval_widened_by_nothing_stays_open():
    assert Interval(3, math.inf) == Interval(3, math.inf).widened(0)


def test_division_by_an_interval_around_zero_says_nothing():
    assert Interval(-math.inf, math.inf) == Interval(1, 2).over(Interval(-1, 1))


def test_published_is_a_date_however_it_is_given():
    for given in ("2020-09-14", "2020-09-14T18:30:00+00:00", dt.date(2020, 9, 14)):
        assert dt.date(2020, 9, 14) == Document("x", published=given).published


def test_a_source_map_names_line_and_column_of_the_file():
    # File "<p>\n<b>84</b>": the text "84" begins on line 2, column 4.
    mapped = SourceMap(anchors=((0, 7),), line_starts=(0, 4))

    assert (2, 4) == Document("84", source_map=mapped).line_column(0)
