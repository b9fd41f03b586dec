"""Which nouns may name one thing in one story."""

import pytest

from numcheck.text.synonyms import may_be_one, wordings


@pytest.mark.parametrize(
    ("noun", "other", "expected"),
    [
        ("plot", "allotment", True),
        ("allotment", "plot", True),
        ("canvas", "painting", True),
        ("ostrich", "ostrich", True),
        ("plot", "teacher", False),
        ("ostrich", "teacher", False),
        ("", "teacher", False),
    ],
)
def test_nouns_of_one_group_may_be_one_thing(noun, other, expected):
    assert expected is may_be_one(noun, other)


def test_verbs_tell_of_a_thing_in_all_their_forms():
    assert {"sentences", "jailed", "sent to prison"} <= set(wordings("sentence", verbs=True))
    assert "jailed" not in set(wordings("sentence", verbs=False))
