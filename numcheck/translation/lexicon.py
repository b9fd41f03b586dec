"""The words of one language that make up figures, from `data/languages/<code>.yaml`.

Each file lists words under what they mean; adding a language is adding a file. A word that
ends in "*" is a stem and takes any ending, "_" stands for a space. Files are read when a
language is first met, and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from numcheck.data import HERE, from_yaml, kept
from numcheck.text.trie import alternation
from numcheck.translation.letters import SILENT, fold, letter_at
from numcheck.values import frozen

FOLDER: Path = HERE / "languages"
#: What may be said of a language at the head of its file (`traits`).
TRAITS: Mapping[str, str] = {
    "units_first": "units stand before tens (einundzwanzig)",
    "neighbours": "two digits in a row name a range (六七千, iki üç yüz)",
    "rows_of_digits": "digits in words are read by place (二〇二三)",
    "scale_after_half": "a scale stands after its half (dua setengah juta)",
    "and_adds_digits": '"15 thousand and 300" is one number',
    "and_after_scale": '"and" joins hundreds and more only ("two hundred and five")',
    "point_is_decimal": '"1.250" is never 1,250',
    "letters_scale": 'letters glued to digits are scales ("5m")',
    "glued_letters": "letters before digits make no name of them",
    "short_measures": "units of one or two letters may be glued to a number word",
    "signed_tenths": "hundredths and thousandths have words of their own (3割2分5厘)",
    "shares_feminine": "ranks in words are shares (две пятых)",
    "needs_counter": "number words count only before a counter",
    "roles_before": "what is counted stands before its number",
    "month_first": "03/10 may be the tenth of March",
    "months_are_words": 'months in small letters are other words ("may")',
    "daypart_after": "the part of the day follows its hour",
    "late_hours": "hours run past 24 (25時)",
    "and_in_clock": '"9 and 30 minutes" is a time of day',
    "verb_before_by": 'a verb right before a figure means "by" ("fell 5 percent", 增长5%)',
    "verb_after_by": 'a verb right after a percentage means "by" ("yüzde 18 arttı")',
}
#: Letters that a stem's ending may have at most: Slavic, Turkic and Indic endings stay below.
ENDING = 7

#: Sections whose words count only inside a compound ("cinquanta-du-enne"), and as what.
INSIDE = {"numbers_inside": "numbers", "units_inside": "units"}
#: Section of the file -> class of the word. The keys of a section are the word's value.
SECTIONS = (
    "numbers", "scales", "halves", "denominators", "denominators_first", "collectives",
    "ordinals", "multiples", "measures", "currency", "units", "months", "months_elsewhere",
    "months_lunar", "centuries", "eras", "clock", "dayparts", "bounds", "bounds_after",
    "directions", "compared", "compared_before", "relations", "relations_after", "parts",
    "roles", "labels", "vague", "marks",
)  # fmt: skip
_NUMERIC = {
    "numbers", "scales", "halves", "denominators", "denominators_first", "collectives",
    "ordinals", "multiples", "months", "months_lunar", "centuries",
}  # fmt: skip


class Word(NamedTuple):
    """One meaning of a word; `kind` is its section."""

    kind: str
    value: Any
    stem: bool = False

    @property
    def loose(self) -> bool:
        """Is this no part of a number that has begun ("millones de", the idiom 一人)?"""
        return self.kind == "vague" or (self.kind == "marks" and self.value == "idiom")


class Match(NamedTuple):
    """The longest entry found at a place, with all its meanings."""

    start: int
    end: int
    words: tuple[Word, ...]


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    inside: list[Word] = field(default_factory=list)


@frozen
class Lexicon:
    """The number words of a language and how its figures are written.

    `decimal` and `group` are the marks between digits. `spaced` languages put blanks between
    words; `compound` ones write number words together. `prefixes` and `suffixes` are letters
    that may be glued to a word of the list ("و", "টি"). `calendar` is what its years lack to the
    common era and `calendar_years` which bare numbers may be such years; `teens` are words of
    their own, so that ten and six make no sixteen. `closed` are classes of small words that may
    stand between those of a figure ("articles").
    """

    code: str
    name: str
    scripts: tuple[str, ...]
    decimal: str
    group: str
    spaced: bool
    compound: bool
    traits: frozenset[str]
    calendar: int
    calendar_years: range
    teens: bool
    additive: frozenset[float]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    systems: Mapping[str, frozenset[float]]
    similar: tuple[frozenset[float], ...]
    common: frozenset[str]
    letters: str
    closed: Mapping[str, str]
    root: _Node

    def has(self, trait: str) -> bool:
        """Is the language so? The traits there are stand in `TRAITS`."""
        return trait in self.traits

    def longest(self, folded: str, at: int, *, exact: bool = False) -> Match | None:
        """The longest entry that starts at `at` and ends where a word may end.

        With `exact`, loose words are left out: after a number, "millones de" is its scale (and
        成人 no adults in 七成人, "70 percent of people").
        """
        node, i, best = self.root, at, None
        while i < len(folded):
            char = folded[i]
            if char in SILENT:
                i += 1
                continue
            nearest = node.children.get(char)
            if nearest is None and char == "-" and i > at:
                nearest = node.children.get(" ")  # "a 165-square-meter plot"
            if nearest is None:
                break
            node, i = nearest, i + 1
            words = [w for w in node.words if not self._strays(w)] if exact else node.words
            if words:
                best = self._ending(folded, at, i, words) or best
        return best

    def _strays(self, word: Word) -> bool:
        return word.loose or (word.kind == "labels" and not self.spaced)

    def _ending(self, folded: str, start: int, end: int, words: list[Word]) -> Match | None:
        while end < len(folded) and folded[end] in SILENT:
            end += 1
        if not self.spaced or not letter_at(folded, end) or not letter_at(folded, end - 1):
            return Match(start, end, tuple(words))
        stop = self._after_suffix(folded, end)
        if stop:
            return Match(start, stop, tuple(words))
        stems = tuple(word for word in words if word.stem)
        stop = end
        while stop - end <= ENDING and letter_at(folded, stop):
            stop += 1
        if stems and not letter_at(folded, stop):
            return Match(start, stop, stems)
        return None

    def _after_suffix(self, folded: str, end: int) -> int:
        for suffix in self.suffixes:
            stop = end + len(suffix)
            if folded.startswith(suffix, end) and not letter_at(folded, stop):
                return stop
        return 0


@cache
def codes() -> tuple[str, ...]:
    """The languages that can be read, by ISO 639-1 code."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.yaml") if p.stem != "common"))


@cache
def load(code: str) -> Lexicon | None:
    """The lexicon of one language ("pt-BR" takes "pt"); None where there is none."""
    code = code.replace("_", "-").split("-")[0].lower()
    if code not in codes():
        return None
    data, shared = _read(code), _read("common")
    root = _Node()
    for source in (shared, data):
        for word, entry in _entries(source):
            _insert(root, word, entry)
    return Lexicon(
        code=code,
        name=data["name"],
        scripts=tuple(data["scripts"].split()),
        decimal=data["decimal"],
        group=data["group"],
        spaced=data.get("spaced", True),
        compound=data.get("compound", False),
        traits=frozenset(data.get("traits", "").split()),
        calendar=data.get("calendar", 0),
        calendar_years=range(*data.get("calendar_years", (0, 0))),
        teens=16 in data["numbers"],
        additive=frozenset(map(float, data.get("additive", ()))),
        prefixes=tuple(fold(p) for p in data.get("prefixes", "").split()),
        suffixes=tuple(fold(s) for s in data.get("suffixes", "").split()),
        systems={k: frozenset(map(float, v)) for k, v in data.get("systems", {}).items()},
        similar=tuple(frozenset(map(float, pair)) for pair in data.get("similar", ())),
        common=frozenset(fold(w) for w in data["common"].split()),
        letters=data.get("letters", ""),
        closed=data.get("closed", {}),
        root=root,
    )


@cache
def _read(code: str) -> dict[str, Any]:
    loaded: dict[str, Any] = kept(FOLDER / f"{code}.yaml", "words", from_yaml)
    return loaded


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for section in (*SECTIONS, *INSIDE):
        for value, listed in data.get(section, {}).items():
            meaning = float(value) if INSIDE.get(section, section) in _NUMERIC else str(value)
            for word in str(listed).split():
                stem = word.endswith("*")
                yield fold(word.rstrip("*").replace("_", " ")), Word(section, meaning, stem)


def _insert(root: _Node, word: str, entry: Word) -> None:
    node = root
    for char in word:
        if char not in SILENT:
            node = node.children.setdefault(char, _Node())
    kind = INSIDE.get(entry.kind)
    words = node.inside if kind else node.words
    meant = entry._replace(kind=kind) if kind else entry
    if meant not in words:
        words.append(meant)


@cache
def scripts_of(code: str) -> tuple[str, ...]:
    """The scripts a language is written in."""
    return tuple(_read(code)["scripts"].split())


def shared() -> Mapping[str, Any]:
    """What holds for every language: unit bases, currency families, rough worths."""
    return _read("common")


@cache
def closed(code: str, name: str) -> str:
    """A pattern for a closed class of words of a language; nothing matches it if there is none."""
    lexicon = load(code)
    listed = lexicon.closed.get(name, "").split() if lexicon else []
    stems = {word for word in listed if word.endswith("*")}
    whole = [word.replace("_", " ") for word in listed if word not in stems]
    forms = [re.escape(word[:-1]) + r"\w*" for word in sorted(stems)]
    return f"(?:{'|'.join([*forms, alternation(whole)])})" if listed else "(?!)"
