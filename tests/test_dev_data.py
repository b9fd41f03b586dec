"""What the shared development data says of the whole; skipped where the data is absent.

None of its text is here: the seeds are told by the values that golden.md names.
"""

import importlib.util
import json
from pathlib import Path

import pytest

import numcheck

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
pytestmark = [
    pytest.mark.dev_data,
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="no development data beside the checkout"),
]


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("score", DATA / "contradictions/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seeds():
    return [
        numcheck.Document(path.read_text(encoding="utf-8"), path.name[:3])
        for path in sorted((DATA / "seeds").glob("*.txt"))
    ]


def ends(finding):
    """Document and digits of every place of a finding."""
    places = [(finding.document, finding.text)] + [(p.document, p.text) for p in finding.related]
    return {(name, "".join(filter(str.isdigit, text))) for name, text in places}


def test_the_true_findings_of_the_seeds_are_the_only_ones():
    found = {f.rule: (f.severity, ends(f)) for f in numcheck.check(seeds()) if f.severity != "info"}

    assert {
        "part-exceeds-whole": ("error", {("003", "500"), ("003", "84")}),
        "figure-differs-across": ("warning", {("004", "774"), ("003", "84")}),
    }.items() <= found.items()
    assert ("003", "15") in found["money-without-currency"][1]
    assert ("003", "26") in found["duration-contradicts-start"][1]
    assert 4 == len(found)


def test_a_declared_story_makes_the_difference_an_error():
    pair = [document for document in seeds() if document.id in ("003", "004")]

    found = [f for f in numcheck.check(pair, story="one") if f.rule == "figure-differs-across"]

    assert ["error"] == [f.severity for f in found]


def test_stories_are_right_and_quiet_ones_stay_quiet(scorer):
    stories = [
        json.loads(line)
        for line in (DATA / "contradictions/dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    checker = scorer.CallableChecker(numcheck.check, numcheck.Document)

    hits = expected = loud = true = disturbed = 0
    for story, found in zip(stories, checker.run(stories), strict=True):
        loud_ones = [f for f in found if f["severity"] != "info"]
        expected += len(story["expected"])
        hits += sum(
            any(scorer.hit(f, wanted)[1] for f in loud_ones) for wanted in story["expected"]
        )
        loud += len(loud_ones)
        true += sum(any(scorer.hit(f, w)[0] for w in story["expected"]) for f in loud_ones)
        disturbed += bool(loud_ones) and not story["expected"]

    assert hits / expected >= 0.95
    assert true / loud >= 0.97
    assert disturbed <= 1


def test_real_copy_stays_quiet():
    paths = sorted((DATA / "clean").rglob("*.txt"))
    found = [
        finding
        for path in paths
        for finding in numcheck.check(
            numcheck.Document(path.read_text(encoding="utf-8"), path.stem)
        )
    ]

    assert sum(f.severity == "error" for f in found) <= len(paths) / 100
    assert sum(f.severity == "warning" for f in found) <= 2 * len(paths) / 100
