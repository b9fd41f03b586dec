"""The wordings of a kind of link, read from its word list.

They are in `data/lexicon/<language>/links/<kind>.yaml`: regular expressions over masked copy in
which `<part:count>` is a slot for a figure and `<words>` a piece with a name. A wording with
`{pair}` in it stands for as many wordings as the list has `forms` of that name. How the copy is
masked and where wordings are tried is in `wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product
from typing import Any, NamedTuple, TypeVar

from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon, on_change
from numcheck.text.trie import alternation
from numcheck.values import frozen

FILLER = "·"
#: What a figure is masked by: a count, a percentage, money, a ratio, a measure, any other.
SIGNS = "#%$~=@"
#: What a slot of a wording may hold: "<part:count>".
_CLASSES: Mapping[str, str] = {
    "count": "#",
    "percent": "%",
    "money": "$",
    "ratio": "~",
    "measure": "=",
    "amount": "#$=",
    "level": "#$=%",
    "share": "%~",
    "delta": "#$=%~",
    "date": "@",
    "any": "#$=%~@",
}
_CROSSING = "[|"
_MOST_OF_ONE = 8
_SLOT = pattern(r"(?<!\(\?P)<([a-z_]+)(?::([a-z]+))?>")
_FORM = pattern(r"\{([a-z_]+)\}")
_NEVER = pattern(r"(?!)")


_T = TypeVar("_T")
#: Places of wordings by the cues of which they need one.
ByCues = Mapping[tuple[str, ...], Sequence[int]]


class Asked(NamedTuple):
    """What a passage must have before a wording is tried on it.

    `figures` as bits (see `figure_bits`), in a passage that runs over the end of `crosses`
    sentences.
    """

    figures: int
    crosses: int


def figure_bits(signs: str, figures: int) -> int:
    """So many figures, among them those of the given signs, as bits that hold those of fewer.

    Which wordings are worth trying is then asked of numbers: of every sentence, for every set of
    figures that any wording asks for.

    >>> two = figure_bits("##", 2)
    >>> figure_bits("#%#", 3) & two == two, figure_bits("#%", 2) & two == two
    (True, False)
    """
    bits = (1 << min(figures, _MOST_OF_ONE)) - 1
    for at, sign in enumerate(SIGNS, 1):
        bits |= ((1 << min(signs.count(sign), _MOST_OF_ONE)) - 1) << at * _MOST_OF_ONE
    return bits


@dataclass(frozen=True)
class Wording:
    """One way of saying it; tried only where one of `cues` is, with the figures it asks for."""

    cues: tuple[str, ...]
    match: str
    fragments: Mapping[str, str] = field(repr=False)
    roles: frozenset[str]
    facts: Mapping[str, Any]
    asked: Asked

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its cue is first met: all wordings together take 50 ms."""
        return pattern(_expand(self.match, self.fragments))


class Fragments(dict[str, str]):
    """Pieces of patterns by name; a list of words becomes one when it is first asked for.

    A piece may be written as a list, too: of patterns, each a way to say it.
    """

    def __init__(
        self, fragments: Mapping[str, str | Sequence[str]], words: Mapping[str, Sequence[str]]
    ) -> None:
        own = {name: text for name, text in fragments.items() if name not in words}
        super().__init__(
            {n: t if isinstance(t, str) else f"(?:{'|'.join(t)})" for n, t in own.items()}
        )
        self._words = words

    def __missing__(self, name: str) -> str:
        self[name] = f"(?:{alternation(self._words[name])})"
        return self[name]


class Patterns(Mapping[str, re.Pattern[str]]):
    """The patterns of a book by name, each compiled when it is first asked for."""

    def __init__(self, texts: Mapping[str, str], fragments: Mapping[str, str]) -> None:
        self._texts = texts
        self._fragments = fragments
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._compiled:
            self._compiled[name] = pattern(_expand(self._texts[name], self._fragments))
        return self._compiled[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


class WordSets(dict[str, frozenset[str]]):
    """The word lists of a book as sets, each made when it is first asked for."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = frozenset(self._words[name])
        return self[name]


class Nothing(Mapping[str, _T]):
    """What a language without the book has, by whatever name: nothing that matches, no words."""

    def __init__(self, thing: _T) -> None:
        self._thing = thing

    def __getitem__(self, name: str) -> _T:
        return self._thing

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@frozen
class Book:
    """The wordings of one kind of link in one language, with its word lists and patterns.

    `sets` are the word lists again, to ask whether a word is in one. `by_asked` are the places of
    the wordings that ask for the same figures and cues.
    """

    wordings: tuple[Wording, ...] = ()
    words: Mapping[str, Sequence[str]] = field(default_factory=lambda: Nothing(()))
    sets: Mapping[str, frozenset[str]] = field(default_factory=lambda: Nothing(frozenset()))
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=lambda: Nothing(_NEVER))
    by_asked: Mapping[Asked, ByCues] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Is there such a book in the language?"""
        return bool(self.wordings or self.words or self.patterns)

    def says(self, pattern: str, text: str) -> bool:
        """Is the pattern of that name in the text?"""
        return self.patterns[pattern].search(text) is not None


@cache
def book(name: str, language: str = "en") -> Book:
    """The book of that name; an empty one in a language that has none."""
    shared, own = lexicon("links/shared", language), lexicon(f"links/{name}", language)
    if not own:
        return Book()
    words = {**shared.get("words", {}), **own.get("words", {})}
    fragments = Fragments({**shared.get("fragments", {}), **own.get("fragments", {})}, words)
    forms = own.get("forms", {})
    wordings = tuple(
        _wording(spelled, fragments)
        for entry in own.get("wordings", ())
        for spelled in _spelled_out(entry, forms)
    )
    by_asked: dict[Asked, dict[tuple[str, ...], list[int]]] = {}
    for at, wording in enumerate(wordings):
        by_asked.setdefault(wording.asked, {}).setdefault(wording.cues, []).append(at)
    patterns = Patterns(own.get("patterns", {}), fragments)
    return Book(wordings, words, WordSets(words), patterns, by_asked)


on_change(book.cache_clear)


def _spelled_out(
    entry: Mapping[str, Any], forms: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Iterator[Mapping[str, Any]]:
    """The wordings that an entry stands for: one for each choice of the forms it names."""
    names = _FORM.findall(entry["match"])
    for choice in product(*(forms[name] for name in names)):
        match = entry["match"]
        for name, form in zip(names, choice, strict=True):
            match = match.replace(f"{{{name}}}", form["match"])
        cues = next((form["cue"] for form in choice if "cue" in form), entry.get("cue"))
        yield {**entry, "match": match, "cue": cues}


def _wording(entry: Mapping[str, Any], fragments: Mapping[str, str]) -> Wording:
    cue = entry["cue"]
    slots = [(name, kind) for name, kind in _SLOT.findall(entry["match"]) if kind]
    roles = frozenset(name for name, _ in slots)
    # A class of several signs leaves open which figure fills the slot.
    sure = "".join(_CLASSES[kind] for _, kind in slots if len(_CLASSES[kind]) == 1)
    facts = {key: value for key, value in entry.items() if key not in ("cue", "match", "crosses")}
    cues = tuple([cue] if isinstance(cue, str) else cue)
    # Where a fragment runs over the end of a sentence, the entry says how many it may cross.
    crosses = entry.get("crosses", entry["match"].count(_CROSSING))
    asked = Asked(figure_bits(sure, len(roles)), crosses)
    return Wording(cues, entry["match"], fragments, roles, facts, asked)


def _expand(text: str, fragments: Mapping[str, str]) -> str:
    """A wording as a regular expression: slots become groups, fragments their text.

    Raises KeyError for a fragment or a class of figures that does not exist.
    """

    def fill(slot: re.Match[str]) -> str:
        name, kind = slot.groups()
        if kind is None:
            return _SLOT.sub(fill, fragments[name])
        return f"(?P<{name}>[{_CLASSES[kind]}]{FILLER}*+)"

    return _SLOT.sub(fill, text)
