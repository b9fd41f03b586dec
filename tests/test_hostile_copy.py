"""Copy that no one would write goes the whole way from text to findings, and soon."""

import time

import pytest

import numcheck

HOSTILE = {
    "digits": "9" * 20_000,
    "spaced digits": "9 " * 5_000,
    "grouped digits": "1," * 10_000,
    "dotted digits": "1." * 10_000,
    "dots": "." * 50_000,
    "stops": "?!" * 20_000,
    "number words": "twenty-" * 4_000,
    "quotation marks": "\"“'" * 10_000,
    "open brackets": "(5 km " * 1_000,
    "dashes": "5-" * 10_000,
    "one long sentence": "84 of 500 " * 2_000,
    "table rows": "|5|6|\n" * 1_000,
    "short lines": "1\n" * 3_000,
    "blank lines": "\n" * 50_000,
    "one long word": "a" * 100_000,
    "addresses": "http://a.b/5?" * 2_000,
    "superlatives": "The lowest bid was 5 crowns, the highest 6 crowns. " * 1_000,
    "no width": "\u200b" * 10_000 + "84",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_copy_is_done_with_soon(name):
    started = time.process_time()

    numcheck.check(HOSTILE[name])

    # Each takes less than 2 s on a quiet machine; what is quadratic takes far longer.
    assert time.process_time() - started < 10
