"""Known findings: kept by what they quote, counted, never silently missing."""

import pytest

from numcheck import baseline
from numcheck.baseline import Entry
from numcheck.errors import ConfigError, UsageError
from numcheck.model import Document, Finding, Reading, Report


def finding(fingerprint, document="a.txt"):
    return Finding("r", "error", "high", "m", document, 0, 1, "8", fingerprint=fingerprint)


def report(*fingerprints):
    return Report((Reading(Document("8", id="a.txt"), (), ()),), tuple(map(finding, fingerprints)))


def test_what_is_saved_is_loaded(tmp_path):
    entries = (Entry("f1", "r", "a.txt", 'say "8"\n☃'), Entry("f1", "r", "b.txt", "m"))
    baseline.save(tmp_path / "b.json", reversed(entries))

    assert entries == baseline.load(tmp_path / "b.json")
    assert 7 == len((tmp_path / "b.json").read_text().splitlines())
    baseline.save(tmp_path / "b.json", ())
    assert () == baseline.load(tmp_path / "b.json")


def test_known_findings_are_set_aside_as_often_as_they_are_known():
    entries = [Entry.of(finding("f1"))]
    after = baseline.apply(report("f1", "f1", "f2"), entries)

    assert ["f1", "f2"] == [found.fingerprint for found in after.findings]
    assert ["f1"] == [found.fingerprint for found in after.known]


def test_stale_entries_are_those_of_documents_that_were_read_again():
    entries = [Entry.of(finding("f1")), Entry.of(finding("f9")), Entry.of(finding("f8", "b.txt"))]

    assert ["f9"] == [entry.fingerprint for entry in baseline.stale(report("f1"), entries)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "no 'findings'"),
        ('{"version": 2, "findings": []}', "version is 2"),
        ('{"version": 1, "findings": [1]}', "a finding has"),
        ("[" * 100_000, "not"),
    ],
)
def test_a_broken_baseline_is_an_error(tmp_path, text, reason):
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(ConfigError, match=reason):
        baseline.load(tmp_path / "b.json")


def test_a_missing_baseline_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="baseline create"):
        baseline.load(tmp_path / "none.json")
