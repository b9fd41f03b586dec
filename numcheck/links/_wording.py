"""Wordings that tie figures together, written as data and matched on masked copy.

Every figure of the copy is masked by the sign of its class ("#" for a count, "%" for a percentage)
and filler of the same length, so that "<part:count> of <the> <whole:count>" is matched whatever the
figures are and every offset still fits the text. The wordings of a kind are in
`data/lexicon/<language>/links/<kind>.yaml`; what a match means is the business of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from numcheck.links._book import FILLER, Wording, book
from numcheck.model import Claim, Kind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.fold import fold
from numcheck.values import frozen

STOP = "|"
PARAGRAPH = "¶"
#: "…, a target of 88%\n- 37 of 52 …": an item of a list, and no dash between two figures.
_ITEM = pattern(r"\n[ \t]*(?P<mark>[-*•–—]) ")
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
_SIGNS_AND_MARKS = "#%$~=" + OTHER + STOP + PARAGRAPH + FILLER
_FOLDED = str.maketrans(
    dict.fromkeys(_SIGNS_AND_MARKS + "\n\r\t\u00a0\u2009\u202f", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’ʼ", "'")
    | dict.fromkeys("“”„", '"')
)
_MOST_FIGURES = 60


@frozen
class Masked:
    """The copy in lower case with its figures masked; `at` finds a claim by its offset.

    `signs` are those of all figures, in order.
    """

    text: str
    at: Mapping[int, Claim]
    signs: str


class _Sentence(NamedTuple):
    """A sentence with figures: where it is, and the sign of each of them."""

    start: int
    end: int
    signs: str


@frozen
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
    text = list(fold(reading.text).translate(_FOLDED))
    for left, right in pairwise(reading.sentences):
        if left.end < right.start:
            text[left.end] = PARAGRAPH if "\n" in reading.text[left.end : right.start] else STOP
    for item in _ITEM.finditer(reading.text):
        text[item.start()], text[item.start("mark")] = PARAGRAPH, " "
    signs = _signs(reading.claims)
    for sign, claim in zip(signs, reading.claims, strict=True):
        text[claim.start : claim.end] = sign + FILLER * (claim.end - claim.start - 1)
    return Masked("".join(text), {claim.start: claim for claim in reading.claims}, signs)


def _signs(claims: Iterable[Claim]) -> str:
    return "".join(_SIGNS.get(claim.kind, OTHER) for claim in claims)


def matches(name: str, reading: Reading) -> Iterator[Match]:
    """The matches of all wordings of one book, wording by wording."""
    copy = masked(reading)
    for wording in book(name, reading.document.language).wordings:
        if not _has_figures(copy.signs, wording):
            continue
        for start, end in _stretches(reading, copy.text, wording):
            for found in wording.pattern.finditer(copy.text, start, end):
                yield _match(found, copy, wording)


def _stretches(reading: Reading, text: str, wording: Wording) -> Sequence[Span]:
    """Where a wording may be found: sentences with its cue and figures of its classes.

    Trying each wording on these alone takes a tenth of the time of trying it on the whole copy.
    """
    seen: set[int] = set()
    found: list[Span] = []
    for cue in wording.cues:
        for sentence in _sentences_with(reading, text, cue, wording.crosses):
            if sentence.start not in seen and _has_figures(sentence.signs, wording):
                seen.add(sentence.start)
                found.append(Span(sentence.start, sentence.end))
    return _joined(found) if wording.crosses else found


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            start, end = joined[-1].start, max(end, joined.pop().end)
        joined.append(Span(start, end))
    return joined


def _has_figures(signs: str, wording: Wording) -> bool:
    """Are there figures for all roles of the wording?"""
    if len(signs) < len(wording.roles):
        return False
    return all(signs.count(sign) >= least for sign, least in wording.signs)


def _sentences_with(reading: Reading, text: str, cue: str, crosses: int) -> Sequence[_Sentence]:
    """The sentences with figures that have a cue in them, found once for all wordings."""
    known: dict[tuple[str, int], Sequence[_Sentence]] = reading.cache.setdefault("cues", {})
    if (cue, crosses) not in known:
        telling = _telling(reading, crosses) if cue in text else ()
        known[cue, crosses] = [one for one in telling if text.find(cue, one.start, one.end) >= 0]
    return known[cue, crosses]


def figures(reading: Reading, sentence: int) -> Sequence[Claim]:
    """The claims of a sentence of prose; none of a stretch with more figures than prose has.

    Endless lists of numbers tell no story, and all pairs of them would take all day.
    """
    claims = reading.in_sentence(sentence)
    return claims if len(claims) <= _MOST_FIGURES else ()


def _telling(reading: Reading, crosses: int) -> Sequence[_Sentence]:
    """The sentences that have figures, each from the end of the one before it.

    With `crosses`, each goes on over as many sentences, and over the mark that ends the last.
    """
    known: dict[int, Sequence[_Sentence]] = reading.cache.setdefault("telling", {})
    if crosses not in known:
        signs = [_signs(figures(reading, at)) for at in range(len(reading.sentences))]
        found = []
        for at in range(len(signs)):
            if asked := "".join(signs[at : at + crosses + 1]):
                begin = reading.sentences[at - 1].end if at else 0
                last = reading.sentences[min(at + crosses, len(signs) - 1)]
                found.append(_Sentence(begin, last.end + (crosses > 0), asked))
        known[crosses] = found
    return known[crosses]


def _match(found: re.Match[str], copy: Masked, wording: Wording) -> Match:
    spans = {name: Span(*found.span(name)) for name, text in found.groupdict().items() if text}
    roles = {name: copy.at[span.start] for name, span in spans.items() if name in wording.roles}
    words = {name: span for name, span in spans.items() if name not in wording.roles}
    return Match(roles, words, Span(*found.span()), wording.facts)
