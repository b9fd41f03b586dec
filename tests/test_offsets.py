"""`document.text[start:end]` is the text: for every figure and every place of every finding."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck import pipeline, readers
from numcheck.model import Document

ROOT = Path(__file__).parents[1]
PIECES = (
    "Police held 84 people.", "Of them, at least 500 were students.", "The loan of $1.5 billion",
    "rose 20 percent from 50 to 60", "on Sunday, 14 September 2020", "50 miles (31 km)",
    "“12 died”,", "İstanbul'da 12 kişi", "👩‍👩‍👧 3 of 2", "a\u00a0b 1\u202f000", "\n\n", "\t", "½ of 4.",
)  # fmt: skip


def places_hold(report):
    texts = {reading.document.id: reading.text for reading in report.readings}
    for reading in report.readings:
        for claim in reading.claims:
            assert reading.text[claim.start : claim.end] == claim.text
    for finding in report.findings:
        assert texts[finding.document][finding.start : finding.end] == finding.text
        for place in finding.related:
            assert texts[place.document][place.start : place.end] == place.text
    return True


@pytest.mark.slow
def test_every_place_in_the_sample_copy_holds():
    documents = [
        document
        for path in readers.walk([str(ROOT / "examples")])
        for document in readers.read(path)
    ]
    report = pipeline.run(documents)

    assert report.findings
    assert places_hold(report)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=8))
def test_every_place_holds_whatever_the_copy(pieces):
    assert places_hold(pipeline.run(Document(" ".join(pieces), id="story")))
