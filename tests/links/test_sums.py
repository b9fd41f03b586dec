"""What is said of a sum that is wrong."""

import pytest

import numcheck

MOVED = "The port moved 9.4 million tonnes: 4.1 million of grain, 2.6 million of ore and 1.3 million of timber."
NOTICE = " Figures may not add up due to rounding."
EVEN = " (even with the rounding that the copy speaks of)"


@pytest.mark.parametrize(("even", "text"), [("", MOVED), (EVEN, MOVED + NOTICE)])
def test_a_notice_of_rounding_is_spoken_of_only_where_it_stands(even, text):
    (finding,) = numcheck.check(text)

    assert finding.message.endswith(f"makes 8 million tonnes{even}, not 9.4 million tonnes")
