"""The rare names of documents: two reports of one affair share its place, person, firm or ship.

Vocabulary alone makes no story: two outbreaks of measles are told in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.stories._documents.stems import WINDOW_CHARS, rarity, stem

#: A name says this much at least: no more than a few in a thousand stories have it.
_RARE = 6.0
_TOKEN = pattern(r"[^\W\d_][\w'’]*")
#: What stands before a word that opens a sentence and has a capital for that alone.
_OPENING = frozenset(".!?:\n")
_ABBREVIATION_CHARS = 4


class _Named(NamedTuple):
    """The stems of rare words that always have a capital; `surely` have it within a sentence."""

    all: frozenset[str]
    surely: frozenset[str]


class SharedNames:
    """Answers whether two of the texts share a rare name; each is read when first asked for."""

    def __init__(self, texts: Sequence[str], *, unless_nameless: bool) -> None:
        self._texts = texts
        self._unless_nameless = unless_nameless
        self._read: dict[int, _Named] = {}

    def __call__(self, one: int, other: int) -> bool:
        ours, theirs = self._named(one), self._named(other)
        if self._unless_nameless and not (ours.surely and theirs.surely):
            return True
        return bool(ours.all & theirs.all & (ours.surely | theirs.surely))

    def _named(self, at: int) -> _Named:
        if at not in self._read:
            self._read[at] = _named(self._texts[at])
        return self._read[at]


def _named(text: str) -> _Named:
    capital: dict[str, bool] = {}
    small: set[str] = set()
    for match in _TOKEN.finditer(text, 0, min(len(text), WINDOW_CHARS)):
        word = match[0]
        if not word[0].isupper():
            small.add(word.lower())
        elif not _is_abbreviation(word):
            before = text[max(0, match.start() - 3) : match.start()].rstrip(" \"'“‘(")[-1:]
            inside = bool(before) and before not in _OPENING
            capital[word] = capital.get(word, False) or inside
    rare = {
        stem(word): inside
        for word, inside in sorted(capital.items(), key=lambda item: item[1])
        if word.lower() not in small and rarity(stem(word), Counter(), 0) >= _RARE
    }
    return _Named(frozenset(rare), frozenset(key for key, inside in rare.items() if inside))


def _is_abbreviation(word: str) -> bool:
    return len(word) < 3 or (len(word) <= _ABBREVIATION_CHARS and not word[1:].islower())
