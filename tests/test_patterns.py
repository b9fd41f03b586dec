"""Patterns wait for their first use, and every one of them compiles."""

import pkgutil
import re
from importlib import import_module

import pytest

import numcheck
from numcheck.patterns import pattern


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch):
    compiled = []
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or re._compile(*given))
    word = pattern(r"[a-z]+", re.IGNORECASE)

    assert [] == compiled
    assert "Ghent" == word.match("Ghent 12").group()
    assert word.search("12") is None
    assert ["a", "B"] == word.findall("a, B")
    assert ("[a-z]+", re.IGNORECASE | re.UNICODE) == (word.pattern, word.flags)


def test_bytes_have_patterns_too():
    assert b"12" == pattern(rb"\d+").search(b"a 12").group()


def test_a_mistake_shows_at_the_first_use():
    with pytest.raises(re.error):
        pattern("(").search("x")


# Importing the first runs it; the second is pytest's to import.
_NOT_IMPORTED = {"numcheck.__main__", "numcheck.pytest_plugin"}
_MODULES = {module.name for module in pkgutil.walk_packages(numcheck.__path__, "numcheck.")}


@pytest.mark.parametrize("module", sorted(_MODULES - _NOT_IMPORTED))
def test_every_pattern_of_the_package_compiles(module):
    for value in vars(import_module(module)).values():
        if type(value).__module__ == "numcheck.patterns":
            assert value.pattern
