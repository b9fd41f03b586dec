"""The assertion for pipelines that hold strings."""

import pytest

from numcheck.testing import Contradiction, assert_consistent

BAD = "Police held 40 marchers, of whom 52 were women."


def test_consistent_copy_passes():
    assert_consistent("Police held 40 marchers, of whom 12 were women.")
    assert_consistent(BAD, fail_on="never")


def test_a_contradiction_is_shown_with_carets():
    with pytest.raises(Contradiction) as caught:
        assert_consistent(BAD)

    assert 'cannot be part of "40"' in str(caught.value)
    assert "^^" in str(caught.value)
