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
    ("52 percent back it, 41 do not", ["percent"] * 2),
    ("Some 61 percent agreed, 30 disagreed and 9 were unsure", ["percent"] * 3),
    ("The poll put Moon at 44 percent, Ruiz at 39 and Holt at 11.", ["percent"] * 3),
    ("had 44 percent of the vote to 39 for Ruiz", ["percent"] * 2),
    ("rose by 25, or 39 percent, to 88", ["", "percent", ""]),
    ("Moon led by 44 percent to 39", ["percent"] * 2),
    ("He won 51 percent of votes, his rival 46.", ["percent"] * 2),
    ("cost $5, 6 and 7", ["USD"] * 3),
    ("cost £3 or 4.", ["GBP"] * 2),
    ("grew 5%, 6 and 7 respectively", ["percent"] * 3),
    ("were $3, 4 and 5 million", ["USD"] * 3),
    # a thing of its own, another size, an index
    ("12 litres, or 40 cups of it", ["liter", "cup"]),
    ("12 litres or 40 servings", ["liter", ""]),
    ("rose 4.5 percent to 233,787", ["percent", ""]),
    ("8 percent, down from 1,400 in May", ["percent", ""]),
    ("two hours or 12 people", ["hour", ""]),
    ("rose 5 percent and 12 workers left", ["percent", ""]),
    ("won 60 percent of its games, 41 at home", ["percent", ""]),
    ("shares rose 4% to 39", ["percent", ""]),
    ("She paid $40 and 2 were let go", ["USD", ""]),
    ("won £200 and 12 points", ["GBP", ""]),
    ("support fell to 30 percent, 12 of them women", ["percent", ""]),
    # an age after a name
    ("52% chose Ruth Adler, 58, and 41% did not", ["percent", "year", "percent"]),
    ("52 per cent chose Ruth Adler, 58, 41.5 per cent did not", ["percent", "year", "percent"]),
    ("five men and a 12-year-old", ["", "year"]),
]


@pytest.mark.parametrize(("copy", "units"), UNITS)
def test_a_unit_told_once_is_shared(copy, units):
    assert units == [found.unit for found in quantities(Document(copy))]
