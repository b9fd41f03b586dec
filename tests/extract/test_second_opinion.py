"""Two extractors side by side."""

import pytest

from numcheck import extract
from numcheck.extract.second_opinion import opinions


@pytest.mark.slow
def test_both_readings_stand_side_by_side():
    text = "The tunnel is 12 kilometres long and cost 40 million euros; at least 500 people worked on it."

    found = {text[o.span.start : o.span.end]: o for o in opinions(text, extract(text))}

    assert "same" == found["12 kilometres"].verdict
    assert 12 == found["12 kilometres"].value


@pytest.mark.slow
def test_a_figure_only_one_reads_is_said_to_be_so():
    found = list(opinions("Dozens were hurt.", extract("Dozens were hurt.")))

    assert ["only numcheck"] == [opinion.verdict for opinion in found]
