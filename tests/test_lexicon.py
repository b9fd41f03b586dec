"""Word lists are data: a newsroom adds its own without touching ours."""

import pytest
import yaml

from numcheck import data
from numcheck.text import lexicon as lexicons
from numcheck.translation.lexicon import FOLDER as LANGUAGES


@pytest.fixture
def own_folder(tmp_path):
    (tmp_path / "en").mkdir()
    yield tmp_path
    lexicons._own_folders.clear()
    lexicons.forget()


def test_a_missing_list_is_empty():
    assert {} == lexicons.lexicon("no-such-list")


def test_a_newsroom_adds_and_takes_out_words(own_folder):
    (own_folder / "en" / "events.yaml").write_text(
        "arrest: {verbs: [collar, -nab]}\nskate: {verbs: [skate]}\n", encoding="utf-8"
    )

    lexicons.extend(own_folder)

    events = lexicons.lexicon("events")
    assert "collar" in events["arrest"]["verbs"]
    assert "nab" not in events["arrest"]["verbs"]
    assert "detain" in events["arrest"]["verbs"]
    assert ["skate"] == events["skate"]["verbs"]


def test_what_was_made_of_the_lists_is_made_anew(own_folder):
    made = lexicons.compiled(lambda: len(lexicons.lexicon("events")))
    before = made()
    (own_folder / "en" / "events.yaml").write_text("skate: {verbs: [skate]}\n", encoding="utf-8")

    lexicons.extend(own_folder)

    assert before + 1 == made()


@pytest.mark.parametrize(
    ("ours", "section"),
    [
        (("units", "teens", "tens"), "numbers"),
        (("hundred", "scales"), "scales"),
        (("ordinals",), "ordinals"),
        (("fractions",), "denominators"),
    ],
)
def test_reading_and_translation_agree_on_english_number_words(ours, section):
    # The two lists serve two readers, of English copy and of any language; they share most words.
    read = {
        word: value for name in ours for word, value in lexicons.lexicon("numerals")[name].items()
    }
    language = yaml.safe_load((LANGUAGES / "en.yaml").read_text("utf-8"))
    translated = {
        word: value for value, words in language[section].items() for word in words.split()
    }

    shared = read.keys() & translated.keys()

    assert len(shared) > 8
    assert [word for word in shared if read[word] != translated[word]] == []


def _lists(tree):
    """Every list of words of a file, and the keys of every mapping."""
    if isinstance(tree, dict):
        yield list(tree)
        for below in tree.values():
            yield from _lists(below)
    elif isinstance(tree, list):
        yield tree
        for below in tree:
            yield from _lists(below)


@pytest.mark.parametrize(
    "path", sorted((data.HERE / "lexicon/en").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_no_listed_word_is_read_as_true_or_false(path):
    """Plain YAML takes "on", "off" and "no" for that: they are quoted."""
    for words in _lists(yaml.safe_load(path.read_text("utf-8"))):
        assert [] == [word for word in words if isinstance(word, bool)]
