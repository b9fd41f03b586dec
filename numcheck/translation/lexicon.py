"""The words of one language that make up figures, from `data/languages/<code>.yaml`.

Each file lists words under what they mean; adding a language is adding a file. A word that
ends in "*" is a stem and takes any ending, "_" stands for a space. Files are read when a
language is first met, and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from numcheck.data import HERE, from_yaml, kept
from numcheck.values import frozen

FOLDER: Path = HERE / "languages"
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

#: Marks that carry no letter of their own: vowel points, nukta, joiners, tatweel.
SILENT = frozenset(
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
    "\u093c\u09bc\u200c\u200d\u200e\u200f"
)
_VARIANTS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا",
        "’": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\n": " ", "\t": " ",
        "\u0958": "क", "\u0959": "ख", "\u095a": "ग", "\u095b": "ज", "\u095c": "ड",
        "\u095d": "ढ", "\u095e": "फ",
        "\u09dc": "ড", "\u09dd": "ঢ", "\u09df": "য", "ё": "е",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text in lower case with variant letters made one; every offset stays true."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters and would shift every later offset
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("İ", "i").translate(_VARIANTS)


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
    that may be glued to a word of the list ("و", "টি"). `late_hours` run past 24 (25時); `calendar`
    is what its years lack to the common era; `teens` are words of their own, so that ten and six
    make no sixteen. With `and_adds_digits`, "15 thousand and 300" is one number. A verb right
    before a figure means "by" with `verb_before_by` ("fell 5 percent", 增长5%), one right after a
    percentage with `verb_after_by` ("yüzde 18 arttı").
    """

    code: str
    name: str
    scripts: tuple[str, ...]
    decimal: str
    group: str
    spaced: bool
    compound: bool
    units_first: bool
    needs_counter: bool
    roles_before: bool
    month_first: bool
    daypart_after: bool
    scale_after_half: bool
    late_hours: bool
    and_adds_digits: bool
    verb_before_by: bool
    verb_after_by: bool
    calendar: int
    teens: bool
    additive: frozenset[float]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    systems: Mapping[str, frozenset[float]]
    similar: tuple[frozenset[float], ...]
    common: frozenset[str]
    letters: str
    root: _Node

    def longest(self, folded: str, at: int, *, exact: bool = False) -> Match | None:
        """The longest entry that starts at `at` and ends where a word may end.

        With `exact`, loose words are left out: after a number, "millones de" is its scale.
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
            words = [w for w in node.words if not w.loose] if exact else node.words
            if words:
                best = self._ending(folded, at, i, words) or best
        return best

    def _ending(self, folded: str, start: int, end: int, words: list[Word]) -> Match | None:
        while end < len(folded) and folded[end] in SILENT:
            end += 1
        if not self.spaced or not _letter(folded, end) or not _letter(folded, end - 1):
            return Match(start, end, tuple(words))
        stop = self._after_suffix(folded, end)
        if stop:
            return Match(start, stop, tuple(words))
        stems = tuple(word for word in words if word.stem)
        stop = end
        while stop - end <= ENDING and _letter(folded, stop):
            stop += 1
        if stems and not _letter(folded, stop):
            return Match(start, stop, stems)
        return None

    def _after_suffix(self, folded: str, end: int) -> int:
        for suffix in self.suffixes:
            stop = end + len(suffix)
            if folded.startswith(suffix, end) and not _letter(folded, stop):
                return stop
        return 0


def _letter(folded: str, at: int) -> bool:
    """Is there a letter (or a mark that belongs to one) at this place?"""
    if not 0 <= at < len(folded):
        return False
    char = folded[at]
    return char.isalpha() or char in SILENT or (not char.isascii() and _combining(char))


def _combining(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char) in ("Mn", "Mc")


letter_at = _letter


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
        units_first=data.get("units_first", False),
        needs_counter=data.get("needs_counter", False),
        roles_before=data.get("roles_before", False),
        month_first=data.get("month_first", False),
        daypart_after=data.get("daypart_after", False),
        scale_after_half=data.get("scale_after_half", False),
        late_hours=data.get("late_hours", False),
        and_adds_digits=data.get("and_adds_digits", False),
        verb_before_by=data.get("verb_before_by", False),
        verb_after_by=data.get("verb_after_by", False),
        calendar=data.get("calendar", 0),
        teens=16 in data["numbers"],
        additive=frozenset(map(float, data.get("additive", ()))),
        prefixes=tuple(fold(p) for p in data.get("prefixes", "").split()),
        suffixes=tuple(fold(s) for s in data.get("suffixes", "").split()),
        systems={k: frozenset(map(float, v)) for k, v in data.get("systems", {}).items()},
        similar=tuple(frozenset(map(float, pair)) for pair in data.get("similar", ())),
        common=frozenset(fold(w) for w in data["common"].split()),
        letters=data.get("letters", ""),
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
