"""Every example in every built-in rule, one test each."""

import pytest

from numcheck import pipeline
from numcheck.rules import examples

RULES = pipeline.load_rules()


def check(documents, rules):
    return pipeline.check(list(documents), rules, story="example" if len(documents) > 1 else None)


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}/{example.name}")
        for rule in RULES
        for example in rule.examples
    ],
)
def test_example(rule, example):
    assert "" == examples.run_example(rule, example, check).problem


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_shows_what_it_flags_and_what_it_leaves_alone(rule):
    assert "" == examples.lacking(rule)
