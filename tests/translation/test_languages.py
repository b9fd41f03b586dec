"""The word lists of the languages: what their heads may say, and what code may ask of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import numcheck.translation
from numcheck.translation.lexicon import TRAITS, closed, codes, load

CODE = "\n".join(p.read_text("utf-8") for p in Path(numcheck.translation.__path__[0]).glob("*.py"))


@pytest.mark.parametrize("code", codes())
def test_a_language_has_only_traits_that_are_explained(code):
    lexicon = load(code)

    assert lexicon is not None
    assert set() == lexicon.traits - TRAITS.keys()


def test_only_traits_that_are_explained_are_asked_for():
    asked = set(re.findall(r'\.has\(\s*"(\w+)"', CODE))

    assert asked == TRAITS.keys()


@pytest.mark.parametrize(
    ("code", "name", "text", "matches"),
    [
        ("es", "articles", "los", True), ("es", "articles", "une", False),
        ("en", "limits", "exceeding", True), ("en", "limits", "has yet to", True),
        ("ja", "articles", "", False), ("xx", "articles", "the", False),
    ],
)  # fmt: skip
def test_a_closed_class_is_a_pattern(code, name, text, matches):
    assert matches == bool(re.search(closed(code, name), text))
