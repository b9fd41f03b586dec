"""Patterns wait for their first use, and every one of them compiles."""

import marshal
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import numcheck
from numcheck import patterns
from numcheck.patterns import pattern


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch):
    compiled = []
    monkeypatch.setattr(patterns, "_compiled", lambda key: compiled.append(key) or re.compile(*key))
    word = pattern(r"[a-z]+", re.IGNORECASE)

    assert [] == compiled
    assert "Ghent" == word.match("Ghent 12").group()
    assert word.search("12") is None
    assert ["a", "B"] == word.findall("a, B")
    assert ("[a-z]+", re.IGNORECASE | re.UNICODE) == (word.pattern, word.flags)
    assert 1 == len(compiled)


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
            again = kept_and_restored(value.pattern, value.flags)

            # Patterns are equal if their code for the engine is.
            assert re.compile(value.pattern, value.flags) == again
            assert (value.groups, value.groupindex) == (again.groups, again.groupindex)


def kept_and_restored(source, flags):
    plain = marshal.loads(marshal.dumps(patterns._taken_apart(source, flags)))
    return patterns._restored(source, *plain)


def test_what_is_kept_is_used_and_added_to(tmp_path, monkeypatch):
    run = """
import re, sys
from pathlib import Path
from numcheck import patterns
patterns._FILE = Path(sys.argv[1]) / "__pycache__" / "kept.bin"
compiled, real = [], re.compile
re.compile = lambda *key: compiled.append(key) or real(*key)
words = [patterns.pattern(word) for word in sys.argv[2:]]
print(*[word.search("a b c")[0] for word in words], len(compiled))
"""
    environ = {**os.environ, "PYTHONPATH": str(Path(numcheck.__file__).parents[1])}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)

    def said(*words):
        command = [sys.executable, "-c", run, str(tmp_path), *words]
        return subprocess.run(command, env=environ, capture_output=True, text=True).stdout.split()

    assert ["a", "b", "2"] == said("a", "[b]")
    assert ["a", "b", "c", "1"] == said("a", "[b]", "c")
    assert ["a", "c", "0"] == said("a", "c")

    (tmp_path / "__pycache__" / "kept.bin").write_bytes(b"no longer of use")
    assert ["a", "1"] == said("a")
    assert ["a", "0"] == said("a")


@pytest.mark.parametrize(
    "kept",
    [(0, b"\x01", 0, {}), (0, b"\xff" * 8, 0, {}), (0, b"", -5, {}), (0, "x", 0, {}), ()],
)
def test_what_is_kept_and_broken_is_compiled_anew(kept, monkeypatch):
    monkeypatch.setattr(patterns, "_kept", lambda: {("[a-z]+", 0): kept})

    assert "ghent" == pattern("[a-z]+").search("12 ghent")[0]
