"""What a figure counts: the noun phrase after it (or before it), its head and the head's lemma.

A closed-class reader: the phrase runs on until a word that cannot be part of one, and after any
number but one its head is the first plural. Whether the thing is a person or money is the lexicon's
business, see `claims.classes`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from numcheck.model import Quantity, Span
from numcheck.text.lexicon import compiled, lexicon

_WORD = re.compile(r"[^\W\d_][\w'’.&/-]*|\d[\w.,-]*\w|\d")
_LEAD = re.compile(r"[\s\u00a0]*(?:[-‑–][\s]?)?[\"“”'‘’(\[]*\s?")
_BETWEEN = re.compile(r"[ \u00a0]+[\"“‘'(\[]*|[\"”’'\])]+ [\"“‘'(\[]*|\n(?!\s*\n)[ ]*")
_MAX_WORDS = 9
_POSSESSIVE = re.compile(r"['’]s?$")


class Counted(NamedTuple):
    """The counted thing: its place and text, head lemma ("protester"), modifiers and the head's place."""

    start: int
    end: int
    noun: str
    head: str
    modifiers: tuple[str, ...]
    head_span: Span


class _Lists(NamedTuple):
    stop: frozenset[str]
    skip: frozenset[str]
    kept: frozenset[str]
    participles: frozenset[str]
    plurals: Mapping[str, str]
    not_plural: frozenset[str]


@compiled
def _lists() -> _Lists:
    words: Mapping[str, Any] = lexicon("noun-phrases")
    stop, skip, kept, participles = (
        frozenset(words.get(name, ())) for name in ("stop", "skip", "kept", "participles")
    )
    plurals: Mapping[str, str] = words.get("plurals", {})
    return _Lists(stop, skip, kept, participles, plurals, frozenset(words.get("not_plural", ())))


def lemma(word: str) -> str:
    """The singular of a noun in lower case: "protesters" → "protester", "women" → "woman"."""
    word = _POSSESSIVE.sub("", word.lower()).rstrip(".")
    lists = _lists()
    if word in lists.plurals:
        return lists.plurals[word]
    if not _is_plural(word):
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("people"):
        return word[:-6] + "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _is_plural(word: str) -> bool:
    lists = _lists()
    if word in lists.plurals:
        return True
    if word.endswith("s"):
        return (
            len(word) > 2
            and word not in lists.not_plural
            and not word.endswith(("ss", "us", "is", "'s", "’s"))
        )
    return len(word) > 4 and word.endswith(("men", "people", "folk"))


def counted(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """What the quantity counts, as far as its own sentence says; None if it says nothing."""
    if quantity.kind in ("date", "year", "time", "identifier", "score"):
        return None
    begin = _LEAD.match(text, quantity.end)
    at = begin.end() if begin else quantity.end
    return _phrase(text, at, sentence.end, quantity)


def _phrase(text: str, at: int, stop: int, quantity: Quantity) -> Counted | None:
    """The noun phrase that begins at `at`, if one does."""
    lists = _lists()
    words: list[tuple[str, int, int]] = []
    singular = quantity.value == 1 or quantity.kind == "ordinal"
    wants_of = quantity.kind in ("percent", "money", "measure", "duration", "ratio", "temperature")
    first = True
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at)
        if found is None or found.start() >= stop:
            break
        word, low = found[0].rstrip(".'’-,"), found[0].lower().rstrip(".'’-,")
        end = at + len(word)
        if first and low == "of":
            wants_of = False
        elif not words and low in lists.skip and low not in lists.kept:
            pass
        elif (
            low in lists.stop
            or (not word[0].isalpha() and not words)
            or (wants_of and quantity.kind in ("percent", "ratio", "temperature"))
            or (words and low in lists.participles)
            or (not words and low in lists.participles and not singular)
        ):
            break
        else:
            words.append((word, at, end))
            if not singular and _is_plural(low):
                break
        first = False
        gap = _BETWEEN.match(text, end)
        if gap is None:
            break
        at = gap.end()
    return _counted(text, words, singular)


def _counted(text: str, words: list[tuple[str, int, int]], singular: bool) -> Counted | None:
    if not words:
        return None
    last = len(words) - 1
    if not _is_plural(words[last][0].lower()) and not singular and last > 1:
        last = min(last, 1)
    head, head_start, head_end = words[last]
    start = words[0][1]
    modifiers = tuple(word.lower() for word, _, _ in words[:last])
    return Counted(
        start, head_end, text[start:head_end], lemma(head), modifiers, Span(head_start, head_end)
    )
