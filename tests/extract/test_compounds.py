"""Figures told in two units are one, in the smaller; what only stands beside is not added."""

import pytest

from numcheck.extract import quantities
from numcheck.model import Document

#: Copy → the figure's own text, its value and unit.
ONE = [
    ("lasted two hours and 40 minutes", "two hours and 40 minutes", 160, "minute"),
    ("in 5 minutes 12 seconds", "5 minutes 12 seconds", 312, "second"),
    ("waited an hour and ten minutes", "an hour and ten minutes", 70, "minute"),
    ("jailed for a year and three months", "a year and three months", 15, "month"),
    ("a two-year and six-month term", "two-year and six-month", 30, "month"),
    ("after one week and 3 days", "one week and 3 days", 10, "day"),
    ("it took 2hrs 15mins", "2hrs 15mins", 135, "minute"),
    ("runs 1h 43m", "1h 43m", 103, "minute"),
    ("about 3 hours 20 minutes", "about 3 hours 20 minutes", 200, "minute"),
    ("stands six feet two", "six feet two", 74, "inch"),
    ("he is five foot eleven.", "five foot eleven", 71, "inch"),
    ("a six-foot-two forward", "six-foot-two", 74, "inch"),
    ("she is 4 ft 11 tall", "4 ft 11", 59, "inch"),
    ("from 5 feet 2 to 5 feet 8", "from 5 feet 2 to 5 feet 8", 65, "inch"),
    ("born at 7lb 6", "7lb 6", 118, "ounce"),
    ("weighed 3 lb 4 oz", "3 lb 4 oz", 52, "ounce"),
    ("he weighs 14 stone 3 pounds", "14 stone 3 pounds", 199, "pound"),
    ("9st 6lb", "9st 6lb", 132, "pound"),
    ("2 miles 300 yards on", "2 miles 300 yards", 3820, "yard"),
]


@pytest.mark.parametrize(("copy", "text", "value", "unit"), ONE)
def test_two_units_are_one_figure(copy, text, value, unit):
    found = quantities(Document(copy))

    assert [text] == [quantity.text for quantity in found]
    assert (value, unit) == (found[0].value, found[0].unit)


#: Copy → the texts of its figures.
APART = [
    ("for two years and six months respectively", ["two years", "six months"]),
    ("in 2 hours, 5 minutes faster than in May", ["2 hours", "5 minutes"]),
    ("two years and six months' probation", ["two years", "six months"]),
    ("10 minutes, 20 seconds of which was song", ["10 minutes", "20 seconds"]),
    ("3 years, 4 months and 12 days", ["3 years", "4 months", "12 days"]),
    ("3 hours, 4 minutes, and 2 seconds", ["3 hours", "4 minutes", "2 seconds"]),
    ("six feet two rooms away", ["six feet", "two"]),
    ("five days, 40 hours", ["five days", "40 hours"]),
    ("a year and three men", ["three"]),
    ("a month and two days", ["two days"]),
    ("the 21st and the 11th man", ["21st", "11th"]),
]


@pytest.mark.parametrize(("copy", "texts"), APART)
def test_what_stands_beside_is_not_added(copy, texts):
    assert texts == [quantity.text for quantity in quantities(Document(copy))]
