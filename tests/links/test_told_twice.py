"""One figure told twice: every earlier mention that the later one contradicts is shown."""

import numcheck

STORY = """Raiders leave with 47 clocks

Three men broke into the Larn museum at dawn. They left with 47 clocks in two vans.

The keeper said the 74 stolen clocks were worth little."""


def test_headline_and_story_are_both_shown():
    (found,) = numcheck.check(numcheck.Document(STORY, "copy"))

    assert "74" == found.text
    assert ["47", "47"] == [place.text for place in found.related]
    assert 2 == len({place.start for place in found.related})
