"""Units told once: in lists, for a figure and the one it is compared with."""

import pytest

from numcheck.extract import quantities
from numcheck.model import Document

#: Copy → the units of its figures, in order.
UNITS = [
    ("24/31/27 mpg", ["mile / gallon"] * 3),
    ("8.1 by 5 by 0.3 inches", ["inch"] * 3),
    ("were three, five, eight and 11 months old", ["month"] * 4),
    ("7- and 8-year-olds", ["year", "year"]),
    ("460 litres, or 1,290 with the seats down", ["liter", "liter"]),
    ("up 3.4%, compared with 2.9 in May", ["percent", "percent"]),
    ("6,400 pounds, up 200 from last year", ["pound", "pound"]),
    ("fell five euros to 692", ["EUR", "EUR"]),
    ("slipped to 104.2 yen from 105.1", ["JPY", "JPY"]),
    # a thing of its own, another size, an index
    ("12 litres, or 40 cups of it", ["liter", "cup"]),
    ("12 litres or 40 servings", ["liter", ""]),
    ("rose 4.5 percent to 233,787", ["percent", ""]),
    ("8 percent, down from 1,400 in May", ["percent", ""]),
    ("two hours or 12 people", ["hour", ""]),
    ("five men and a 12-year-old", ["", "year"]),
]


@pytest.mark.parametrize(("copy", "units"), UNITS)
def test_a_unit_told_once_is_shared(copy, units):
    assert units == [found.unit for found in quantities(Document(copy))]
