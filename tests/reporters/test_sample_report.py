"""The report of the sample copy is current, and says what the copy was written to show."""

import runpy
from pathlib import Path

import pytest

import numcheck

ROOT = Path(__file__).parents[2]

#: Each file with faults in it, and a figure that a finding must point at.
FAULTS = {
    "examples/lantern-march/3-northern-courier.html": "At least 400",
    "examples/lantern-march/4-world-digest.txt": "216",
    "examples/single/council-seats.xml": "48",
    "examples/single/harvest.md": "905,000",
    "examples/single/hearing.html": "Monday, 15 March 2022",
    "examples/single/school-survey.json": "54 percent",
    "examples/single/steel-loan.txt": "3.5 billion crowns",
    "examples/single/tunnel.txt": "75 miles",
}


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(ROOT / "scripts" / "make_sample_report.py"))


@pytest.fixture
def at_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.slow
def test_the_sample_on_disk_is_what_the_script_makes(script, at_root):
    """`python scripts/make_sample_report.py` puts it right."""
    stale = [
        str(path)
        for path, text in script["pages"]().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]

    assert [] == stale


def test_the_sample_shows_its_faults_and_no_others(script, at_root):
    report = script["sample"]()
    pointed: dict[str, set[str]] = {}
    for finding in report.findings:
        pointed.setdefault(finding.document, set()).add(finding.text)
        for place in finding.related:
            pointed.setdefault(place.document, set()).add(place.text)

    missed = {
        name: figure for name, figure in FAULTS.items() if figure not in pointed.get(name, ())
    }
    assert {} == missed
    assert not [name for name in pointed if name.startswith("examples/clean/")]


def test_the_sample_translation_shows_its_three_slips(at_root):
    source, target = (
        Path(f"examples/translation/harbour.{code}.txt").read_text(encoding="utf-8")
        for code in ("de", "en")
    )

    assert ["1.5 million euros", "2.4 metres", "681,000"] == [
        finding.text for finding in numcheck.compare(source, target)
    ]
