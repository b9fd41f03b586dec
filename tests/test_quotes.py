"""Quotations: straight and curly, single and double, nested, unclosed, mismatched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.text.quotes import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we counted 40" and left.', ["we counted 40"]),
        ("“About 40,” she said. “Or 50.”", ["About 40,", "Or 50."]),
        ("‘They’re 40 in all,’ he said.", ["They’re 40 in all,"]),
        ("It's the dogs' day, don't ask.", []),
        ("“He told me ‘forty’ twice,” she said.", ["He told me ‘forty’ twice,"]),
        ("“We counted 40.\n\n“Then 50.”", ["We counted 40.", "Then 50."]),
        ("“Were there 40?’ the mayor asked.", ["Were there 40?"]),
        ("A 'win' and a “triumph”.", ["win", "triumph"]),
        ("«Vierzig», said the guide.", ["Vierzig"]),
        ("The '90s were loud.", []),
    ],
)
def test_quotations_are_found(text, expected):
    assert expected == [text[start:end] for start, end in quotations(text)]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„", max_size=60))
def test_quotations_are_in_order_and_never_overlap(text):
    spans = quotations(text)

    flat = [offset for span in spans for offset in span]
    assert sorted(flat) == flat
    assert all(start < end for start, end in spans)
