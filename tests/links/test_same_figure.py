"""What a figure told again is called."""

import pytest

import numcheck


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("sum", "She won 12,000 dollars. My mother gets half of the 12,000 euros, she said."),
        ("measure", "The crate weighed 3.4 tonnes. The 3.4 kilograms were lifted by a crane."),
    ],
)
def test_a_figure_that_counts_nothing_is_called_by_its_kind(thing, text):
    (finding,) = numcheck.check(text)

    assert finding.message.endswith(f"for the same thing: {thing}")
