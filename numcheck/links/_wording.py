"""Wordings that tie figures together, written as data and matched on masked copy.

Every figure of the copy is masked by the sign of its class ("#" for a count, "%" for a percentage)
and filler of the same length, so that "<part:count> of <the> <whole:count>" is matched whatever the
figures are and every offset still fits the text. The wordings of a kind are in
`data/lexicon/<language>/links/<kind>.yaml`; what a match means is the business of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from numcheck.model import Claim, Kind, Reading, Span
from numcheck.text.fold import fold
from numcheck.text.lexicon import lexicon
from numcheck.text.trie import alternation

FILLER = "·"
STOP = "|"
PARAGRAPH = "¶"
OTHER = "@"

#: "number" and "count" are one class: a figure may count something even where no noun is known.
_SIGNS: Mapping[Kind, str] = {
    "number": "#",
    "count": "#",
    "percent": "%",
    "money": "$",
    "ratio": "~",
    "measure": "=",
    "temperature": "=",
    "duration": "=",
    "age": "=",
}
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
_SIGNS_AND_MARKS = "#%$~=" + OTHER + STOP + PARAGRAPH + FILLER
_FOLDED = str.maketrans(
    dict.fromkeys(_SIGNS_AND_MARKS + "\n\r\t\u00a0\u2009\u202f", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’ʼ", "'")
    | dict.fromkeys("“”„", '"')
)
_CROSSING = "[|"
_MOST_ROLES = 4
_MOST_FIGURES = 60
_SLOT = re.compile(r"(?<!\(\?P)<([a-z_]+)(?::([a-z]+))?>")


@dataclass(frozen=True, slots=True)
class Masked:
    """The copy in lower case with its figures masked; `at` finds a claim by its offset."""

    text: str
    at: Mapping[int, Claim]


@dataclass(frozen=True)
class Wording:
    """One way of saying it; tried only where one of `cues` is in the copy.

    `crosses` tells that it runs over the end of a sentence.
    """

    cues: tuple[str, ...]
    match: str
    fragments: Mapping[str, str] = field(repr=False)
    roles: frozenset[str]
    facts: Mapping[str, Any]
    crosses: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its cue is first met: all wordings together take 50 ms."""
        return re.compile(_expand(self.match, self.fragments))


class Fragments(dict[str, str]):
    """Pieces of patterns by name; a list of words becomes one when it is first asked for."""

    def __init__(self, fragments: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> None:
        super().__init__({name: text for name, text in fragments.items() if name not in words})
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
            self._compiled[name] = re.compile(_expand(self._texts[name], self._fragments))
        return self._compiled[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@dataclass(frozen=True, slots=True)
class Book:
    """The wordings of one kind of link in one language, with its word lists and patterns."""

    wordings: tuple[Wording, ...] = ()
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def says(self, pattern: str, text: str) -> bool:
        """Is the pattern of that name in the text?"""
        return self.patterns[pattern].search(text) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found in the copy: its claims by role, its named words, and the place."""

    roles: Mapping[str, Claim]
    words: Mapping[str, Span]
    span: Span
    facts: Mapping[str, Any]


def masked(reading: Reading) -> Masked:
    """The masked copy of a reading, made once."""
    if "masked" not in reading.cache:
        reading.cache["masked"] = _mask(reading)
    found: Masked = reading.cache["masked"]
    return found


def _mask(reading: Reading) -> Masked:
    signs = list(fold(reading.text).translate(_FOLDED))
    for left, right in pairwise(reading.sentences):
        if left.end < right.start:
            signs[left.end] = PARAGRAPH if "\n" in reading.text[left.end : right.start] else STOP
    for claim in reading.claims:
        sign = _SIGNS.get(claim.kind, OTHER)
        signs[claim.start : claim.end] = sign + FILLER * (claim.end - claim.start - 1)
    return Masked("".join(signs), {claim.start: claim for claim in reading.claims})


def matches(name: str, reading: Reading) -> Iterator[Match]:
    """The matches of all wordings of one book, wording by wording."""
    copy = masked(reading)
    for wording in book(name, reading.document.language).wordings:
        if any(cue in copy.text for cue in wording.cues):
            for start, end in _stretches(reading, wording):
                if any(copy.text.find(cue, start, end) >= 0 for cue in wording.cues):
                    for found in wording.pattern.finditer(copy.text, start, end):
                        yield _match(found, copy, wording)


def _stretches(reading: Reading, wording: Wording) -> Iterator[Span]:
    """Where a wording may be found: sentences with enough figures, from the end of the last.

    Trying each wording on these alone took a third of the time of trying it on the whole copy.
    """
    if wording.crosses:
        yield Span(0, len(reading.text))
        return
    for at in _telling(reading).get(len(wording.roles), ()):
        begin = reading.sentences[at - 1].end if at else 0
        yield Span(begin, reading.sentences[at].end)


def figures(reading: Reading, sentence: int) -> Sequence[Claim]:
    """The claims of a sentence of prose; none of a stretch with more figures than prose has.

    Endless lists of numbers tell no story, and all pairs of them would take all day.
    """
    claims = reading.in_sentence(sentence)
    return claims if len(claims) <= _MOST_FIGURES else ()


def _telling(reading: Reading) -> Mapping[int, Sequence[int]]:
    """The sentences that have at least one, two or three figures."""
    if "telling" not in reading.cache:
        counts = [len(figures(reading, at)) for at in range(len(reading.sentences))]
        reading.cache["telling"] = {
            least: [at for at, count in enumerate(counts) if count >= least]
            for least in range(_MOST_ROLES + 1)
        }
    found: Mapping[int, Sequence[int]] = reading.cache["telling"]
    return found


def _match(found: re.Match[str], copy: Masked, wording: Wording) -> Match:
    spans = {name: Span(*found.span(name)) for name, text in found.groupdict().items() if text}
    roles = {name: copy.at[span.start] for name, span in spans.items() if name in wording.roles}
    words = {name: span for name, span in spans.items() if name not in wording.roles}
    return Match(roles, words, Span(*found.span()), wording.facts)


@cache
def book(name: str, language: str = "en") -> Book:
    """The book of that name; an empty one in a language that has none."""
    shared, own = lexicon("links/shared", language), lexicon(f"links/{name}", language)
    if not own:
        return Book()
    words = {**shared["words"], **own.get("words", {})}
    fragments = Fragments({**shared["fragments"], **own.get("fragments", {})}, words)
    wordings = tuple(_wording(entry, fragments) for entry in own.get("wordings", ()))
    return Book(wordings, words, Patterns(own.get("patterns", {}), fragments))


def _wording(entry: Mapping[str, Any], fragments: Mapping[str, str]) -> Wording:
    cue = entry["cue"]
    roles = frozenset(name for name, kind in _SLOT.findall(entry["match"]) if kind)
    facts = {key: value for key, value in entry.items() if key not in ("cue", "match")}
    cues = tuple([cue] if isinstance(cue, str) else cue)
    crosses = _CROSSING in entry["match"]
    return Wording(cues, entry["match"], fragments, roles, facts, crosses)


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
