"""A run too large to be held says the same as a small one, and keeps only what it has to show."""

import pytest

from numcheck import batches, pipeline
from numcheck.model import Document
from numcheck.reporters import _coverage

BAD = "Police held 40 marchers, of whom 52 were women."
GOOD = "Police held 84 marchers, of whom 52 were women."


def run(texts: list[str], size: int):
    drawn = (Document(text, id=f"d{at}") for at, text in enumerate(texts))
    rules = pipeline.load_rules()

    def check(documents, done):
        assert len(documents) <= size
        return pipeline.run(documents, rules, compare_stories=False)

    return batches.in_batches(drawn, size, check)


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_a_run_in_batches_finds_and_counts_the_same(size):
    texts = [GOOD, BAD, GOOD, GOOD, BAD]
    whole, parts = run(texts, 99), run(texts, size)

    assert (
        [f.document for f in whole.findings] == [f.document for f in parts.findings] == ["d1", "d4"]
    )
    assert whole.documents_read == parts.documents_read == 5
    assert str(_coverage.of(whole)) == str(_coverage.of(parts))


def test_only_documents_with_findings_are_kept():
    report = run([GOOD, BAD, GOOD, GOOD], 2)

    assert ["d1"] == [reading.document.id for reading in report.readings]
    assert 3 == report.let_go["documents"]


def test_a_run_of_one_batch_is_whole():
    assert 2 == len(run([GOOD, GOOD], 2).readings)


def test_no_documents_are_no_report_of_anything():
    assert 0 == run([], 2).documents_read


def test_a_remark_on_a_whole_document_keeps_its_text_alone():
    documents = [Document(GOOD, id="d0"), Document(GOOD, id="d1", notices=("It was guessed.",))]
    report = batches.in_batches(documents, 1, lambda batch, _: pipeline.run(batch))

    assert [("d1", ())] == [(r.document.id, r.claims) for r in report.readings]
    assert GOOD == report.readings[0].text
    assert 4 == _coverage.of(report).figures
