"""Pairs of reports: those that cannot both be right, and those that only look so.

Each `pairs-*.yaml` is about one way in which reports tell one thing differently.
"""

from pathlib import Path

import pytest
import yaml

import numcheck
from tests.stories.test_same_thing import documents, loud

FILES = sorted(Path(__file__).parent.glob("pairs-*.yaml"))
PAIRS = {
    path.stem.removeprefix("pairs-"): yaml.safe_load(path.read_text("utf-8")) for path in FILES
}


def rows(key):
    return [
        pytest.param(*pair, id=f"{topic}-{at}")
        for topic, tables in PAIRS.items()
        for at, pair in enumerate(tables[key])
    ]


@pytest.mark.parametrize(("one", "other"), rows("contradictions"))
def test_reports_that_cannot_both_be_right_make_one_finding(one, other):
    assert 1 == len(loud(numcheck.check(documents(one, other))))


@pytest.mark.parametrize(("one", "other"), rows("quiet"))
def test_reports_that_only_look_contradictory_stay_quiet(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
