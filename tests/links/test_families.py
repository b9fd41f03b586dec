"""Families of wordings: what an editor would mark, and what only looks like it."""

from pathlib import Path

import pytest
import yaml

import numcheck
from numcheck import claims, links

FAMILIES = [
    yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "families").glob("*.yaml"))
]
BAD = [
    (rule, text)
    for family in FAMILIES
    for rule, texts in family.get("bad", {}).items()
    for text in texts
]
GOOD = [text for family in FAMILIES for text in family.get("good", ())]
DATED_GOOD = [text for family in FAMILIES for text in family.get("dated_good", ())]

#: Copy for these rules is dated; other copy is not.
DAY = "2024-06-12"
DATED = {
    "age-contradicts-age-then",
    "age-contradicts-birth",
    "anniversary-contradicts-year",
    "duration-contradicts-start",
    "streak-contradicts-start",
    "weekday-of-event-mismatch",
}


def loud(text, published=None):
    """The rules that speak up about the text, with what they say."""
    document = numcheck.Document(text, "copy", published)
    return {f.rule: f.message for f in numcheck.check(document) if f.severity != "info"}


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_what_cannot_be_right_is_found(rule, text):
    assert rule in loud(text, DAY if rule in DATED else None)


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_wrong_is_left_alone(text):
    assert {} == loud(text)


@pytest.mark.parametrize("text", DATED_GOOD)
def test_what_only_looks_wrong_on_its_day_is_left_alone(text):
    assert {} == loud(text, DAY)


#: Kinds that look for nothing in a language whose words they do not have.
WORDED = [
    "conversion", "crowd-of-town", "duration-and-dates", "duration-since", "gloss",
    "headline-figure", "missing-unit", "order-of-events", "retold-sentence", "same-age",
    "same-attribute", "same-date", "same-figure", "stated-range",
]  # fmt: skip


@pytest.mark.parametrize("name", WORDED)
def test_a_kind_is_silent_in_a_language_without_its_words(name):
    kind = links.load(name)
    copy = "\n\n".join(text for _, text in BAD[:: len(WORDED)] if isinstance(text, str))
    reading = claims.read(numcheck.Document(copy, language="xx"))

    assert [] == list(kind.find(reading, dict(kind.KIND.options)))
