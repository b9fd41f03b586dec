"""The word lists and patterns of `stories.yaml`: each compiles, and each is used."""

import re
from pathlib import Path

import numcheck.stories
from numcheck.stories._lists import _patterns, phrase
from numcheck.text.lexicon import lexicon

CODE = "\n".join(p.read_text("utf-8") for p in Path(numcheck.stories.__file__).parent.rglob("*.py"))


def test_every_pattern_compiles_and_is_asked_for():
    for name in _patterns():
        assert phrase(name).pattern
        assert f'"{name}"' in CODE


def test_every_list_is_asked_for_or_part_of_a_pattern():
    told = lexicon("stories")
    slots = set(re.findall(r"<([a-z_]+)>", " ".join(told["patterns"].values())))

    unused = {name for name in told if f'"{name}"' not in CODE} - slots

    assert unused == set()
