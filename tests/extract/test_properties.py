"""What holds for every text: places slice, nothing raises, figures written are figures read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.extract import quantities
from numcheck.model import Document

PIECES = st.sampled_from(
    [
        "5",
        "12,000",
        "3.5",
        "1,2,3",
        "4,2000",
        "two",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "of",
        "dozens",
        "several",
        "½",
        "$",
        "€",
        "US$",
        "%",
        "km",
        "kg",
        "to",
        "-",
        "–",
        "or",
        "between",
        "from",
        "about",
        "at",
        "least",
        "nearly",
        "over",
        "$5m",
        "2020",
        "14",
        "September",
        "Monday",
        "(",
        ")",
        ",",
        ".",
        "10:30",
        "p.m.",
        "3-1",
        "S&P",
        "Route",
        "-year-old",
        "aged",
        "İ",
        "ﬁ",
        "1⁄2",
        "²",
        "minus",
        "percent",
        "per",
        "a",
        "day",
        "million",
        "million",
        "http://a.b/1",
        "555-123-4567",
        "first",
        "one",
        "in",
        "0",
        "00",
        "7e9",
        "×10",
    ]
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80))
@settings(max_examples=600, deadline=None)
def test_places_slice_and_never_overlap(text):
    done = 0
    for found in quantities(Document(text)):
        assert text[found.start : found.end] == found.text
        assert done <= found.start < found.end
        assert found.start <= found.numeral.start < found.numeral.end <= found.end
        assert found.low <= found.core_low <= found.core_high <= found.high
        done = found.end


WAYS = {
    "western": lambda n: f"{n:,}",
    "plain": str,
    "thin spaces": lambda n: f"{n:,}".replace(",", "\u202f"),
    "apostrophes": lambda n: f"{n:,}".replace(",", "’"),
    "money": lambda n: f"${n:,}",
    "unit": lambda n: f"{n:,} km",
    "percent": lambda n: f"{n}%",
    "hedged": lambda n: f"about {n:,} people",
}


@pytest.mark.parametrize("way", WAYS)
@given(number=st.integers(2200, 10**12) | st.integers(2, 999))
@settings(max_examples=80, deadline=None)
def test_a_number_written_in_any_way_is_read_back(way, number):
    found = quantities(Document(f"They saw {WAYS[way](number)} there"))

    assert [number] == [quantity.value for quantity in found]


@given(st.integers(2, 10**9 - 1))
@settings(max_examples=300, deadline=None)
def test_a_number_in_words_is_read_back(number):
    num2words = pytest.importorskip("num2words").num2words
    words = num2words(number).replace(",", "")

    found = quantities(Document(f"They saw {words} ships"))

    assert [number] == [quantity.value for quantity in found]
    assert words == found[0].text


@given(st.text("abcdefghij ,", max_size=60))
@settings(max_examples=100, deadline=None)
def test_a_sentence_without_figures_changes_nothing_but_places(words):
    copy = "At least 84 people paid $3.2 million on 5 May."
    alone = quantities(Document(copy))
    before = f"{words}. "
    if quantities(Document(before)):
        return

    found = quantities(Document(before + copy))

    assert [q.text for q in alone] == [q.text for q in found]
    assert [q.start + len(before) for q in alone] == [q.start for q in found]


HOSTILE = {
    "digits": "7" * 40,
    "groups": "1,234",
    "commas": "1,",
    "scales": "million million ",
    "and": "hundred and ",
    "signs": "--$$",
    "spaces": "5 " + " " * 40,
    "ranges": "5-",
    "lists": "5, ",
    "bounds": "at least ",
    "between": "between 5 and ",
    "dots": "1.1.",
    "urls": "http://",
    "words": "one two three ",
    "fractions": "1/2/",
    "halves": "half a ",
    "brackets": "((5",
    "listed": "$5, 6, ",
    "polled": "5% back it, 4 do not, ",
    "compounds": "5 feet 2 ",
    "shares": "one animal in ",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_in_step_with_the_text(name):
    def cost(size):
        document = Document(HOSTILE[name] * (size // len(HOSTILE[name])))
        begin = time.process_time()
        quantities(document)
        return time.process_time() - begin

    small = max(min(cost(100_000) for _ in range(2)), 1e-3)

    assert min(cost(400_000) for _ in range(2)) < 16 * small
