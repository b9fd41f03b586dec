"""What is made of shipped files is kept beside them and made again when they change."""

import os

import pytest
import yaml

from numcheck import data


def _words(content):
    return content.decode().split()


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "HERE", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "words.yaml"
    path.write_text("one two")
    return path


def test_it_is_made_once_and_again_after_a_change(shipped):
    made = []

    def make(text):
        made.append(text)
        return {"words": text.decode().split()}

    for _ in range(2):
        assert {"words": ["one", "two"]} == data.kept(shipped, "test", make)
    shipped.write_text("three")
    os.utime(shipped, ns=(1, 1))
    assert {"words": ["three"]} == data.kept(shipped, "test", make)
    assert [b"one two", b"three"] == made


def test_a_damaged_or_impossible_store_is_passed_over(shipped):
    assert ["one", "two"] == data.kept(shipped, "test", _words)
    (store,) = (shipped.parent / "__pycache__").iterdir()
    store.write_bytes(b"\xff\xff")
    assert ["one", "two"] == data.kept(shipped, "test", _words)

    unplain = data.kept(shipped, "other", lambda _: object())
    assert type(unplain) is object
    assert [store] == list((shipped.parent / "__pycache__").iterdir())


def test_nothing_is_left_in_folders_that_are_not_ours(tmp_path):
    path = tmp_path / "theirs.yaml"
    path.write_text("one")
    assert ["one"] == data.kept(path, "test", _words)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML has no libyaml here")
def test_shipped_lists_and_rules_are_read_alike_without_libyaml():
    # libyaml forgives "polls?" in a list in brackets, the loader in Python does not.
    files = [*data.HERE.rglob("*.yaml"), *data.rules_folder().rglob("*.yaml")]

    assert len(files) > 100
    for path in files:
        content = path.read_bytes()
        plain, fast = (
            yaml.load(content, Loader=getattr(yaml, f"{c}SafeLoader")) for c in ("", "C")
        )
        assert plain == fast, path.name
