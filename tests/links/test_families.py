"""Families of wordings: what an editor would mark, and what only looks like it."""

from pathlib import Path

import pytest
import yaml

import numcheck

FAMILIES = yaml.safe_load((Path(__file__).parent / "families.yaml").read_text("utf-8"))
BAD = [(rule, text) for rule, texts in FAMILIES["bad"].items() for text in texts]

#: The day of copy that is about an age; other copy is undated.
TODAY = {"age-contradicts-birth": "2024-06-12"}


def loud(text, published=None):
    """The rules that speak up about the text, with what they say."""
    document = numcheck.Document(text, "copy", published)
    return {f.rule: f.message for f in numcheck.check(document) if f.severity != "info"}


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_what_cannot_be_right_is_found(rule, text):
    assert rule in loud(text, TODAY.get(rule))


@pytest.mark.parametrize("text", FAMILIES["good"])
def test_what_only_looks_wrong_is_left_alone(text):
    assert {} == loud(text)
