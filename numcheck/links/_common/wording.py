"""Wordings that tie figures together, written as data and matched on masked copy.

Every figure of the copy is masked by the sign of its class ("#" for a count, "%" for a percentage)
and filler of the same length, so that "<part:count> of <the> <whole:count>" is matched whatever the
figures are and every offset still fits the text. The wordings of a kind are in
`data/lexicon/<language>/links/<kind>.yaml`; what a match means is the business of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Any, NamedTuple

from numcheck.links._common.book import FILLER, SIGNS, Asked, Book, Wording, book, figure_bits
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
_SIGNS_AND_MARKS = SIGNS + STOP + PARAGRAPH + FILLER
_FOLDED = str.maketrans(
    dict.fromkeys(_SIGNS_AND_MARKS + "\n\r\t\u00a0\u2009\u202f", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’ʼ", "'")
    | dict.fromkeys("“”„", '"')
)
_MOST_FIGURES = 60


@frozen
class Masked:
    """The copy in lower case with its figures masked; `at` finds a claim by its offset."""

    text: str
    at: Mapping[int, Claim]


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
    return Masked("".join(text), {claim.start: claim for claim in reading.claims})


def _signs(claims: Iterable[Claim]) -> str:
    return "".join(_SIGNS.get(claim.kind, OTHER) for claim in claims)


def matches(name: str, reading: Reading) -> Iterator[Match]:
    """The matches of all wordings of one book, wording by wording."""
    copy, words = masked(reading), book(name, reading.document.language)
    for wording, passages in _worth_trying(reading, words):
        for start, end in passages:
            for found in wording.pattern.finditer(copy.text, start, end):
                yield _match(found, copy, wording)


def _worth_trying(reading: Reading, words: Book) -> Iterator[tuple[Wording, Sequence[Span]]]:
    """The wordings whose figures and cues are in the copy, with the passages that have both.

    Most copy has next to none of them: figures are asked for once for all wordings that ask for
    the same, and a wording without its figures costs nothing.
    """
    tried: dict[int, Sequence[Span]] = {}
    for asked, by_cues in words.by_asked.items():
        passages = _passages(reading, asked)
        for cues, places in by_cues.items() if passages else ():
            if found := _with_cue(reading, passages, cues):
                tried |= dict.fromkeys(places, _joined(found) if asked.crosses else found)
    return ((words.wordings[at], tried[at]) for at in sorted(tried))


def _with_cue(reading: Reading, passages: Sequence[Span], cues: Sequence[str]) -> list[Span]:
    """The passages with one of the cues; whether the copy has a cue at all is asked once."""
    text = masked(reading).text
    known: dict[str, bool] = reading.cache.setdefault("cues", {})
    found: dict[int, Span] = {}
    for cue in cues:
        if cue not in known:
            known[cue] = cue in text
        for one in passages if known[cue] else ():
            start, end = one
            if start not in found and text.find(cue, start, end) >= 0:
                found[start] = one
    return list(found.values())


def _passages(reading: Reading, asked: Asked) -> Sequence[Span]:
    """The passages with the figures that are asked for, found once for all wordings."""
    known: dict[Asked, Sequence[Span]] = reading.cache.setdefault("passages", {})
    if asked not in known:
        figures, crosses = asked
        telling = _telling(reading, crosses)
        # Most copy has no percentages or ratios at all.
        sentences = telling.sentences if telling.any & figures == figures else ()
        known[asked] = [span for span, has in sentences if has & figures == figures]
    return known[asked]


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            start, end = joined[-1].start, max(end, joined.pop().end)
        joined.append(Span(start, end))
    return joined


def figures(reading: Reading, sentence: int) -> Sequence[Claim]:
    """The claims of a sentence of prose; none of a stretch with more figures than prose has.

    Endless lists of numbers tell no story, and all pairs of them would take all day.
    """
    claims = reading.in_sentence(sentence)
    return claims if len(claims) <= _MOST_FIGURES else ()


def with_figures(reading: Reading) -> Sequence[tuple[int, Sequence[Claim]]]:
    """The sentences of prose that have figures, in order, with these; found once."""
    if "with figures" not in reading.cache:
        sentences = ((at, figures(reading, at)) for at in range(len(reading.sentences)))
        reading.cache["with figures"] = [(at, claims) for at, claims in sentences if claims]
    found: Sequence[tuple[int, Sequence[Claim]]] = reading.cache["with figures"]
    return found


class _Telling(NamedTuple):
    """The sentences that have figures, each with these as bits; `any` are those of all."""

    sentences: Sequence[tuple[Span, int]]
    any: int


def _telling(reading: Reading, crosses: int) -> _Telling:
    """The sentences that have figures, each from the end of the one before it.

    With `crosses`, each goes on over as many sentences, and over the mark that ends the last.
    """
    known: dict[int, _Telling] = reading.cache.setdefault("telling", {})
    if crosses not in known:
        signs = {at: _signs(claims) for at, claims in with_figures(reading)}
        firsts = {at - back for at in signs for back in range(crosses + 1)} if crosses else signs
        found = []
        for at in sorted(at for at in firsts if at >= 0):
            has = "".join([signs.get(on, "") for on in range(at, at + crosses + 1)])
            begin = reading.sentences[at - 1].end if at else 0
            last = reading.sentences[min(at + crosses, len(reading.sentences) - 1)]
            found.append((Span(begin, last.end + (crosses > 0)), _bits(has)))
        known[crosses] = _Telling(found, reduce(or_, (has for _, has in found), 0))
    return known[crosses]


@lru_cache(maxsize=4096)
def _bits(signs: str) -> int:
    return figure_bits(signs, len(signs))


def _match(found: re.Match[str], copy: Masked, wording: Wording) -> Match:
    spans = {name: Span(*found.span(name)) for name, text in found.groupdict().items() if text}
    roles = {name: copy.at[span.start] for name, span in spans.items() if name in wording.roles}
    words = {name: span for name, span in spans.items() if name not in wording.roles}
    return Match(roles, words, Span(*found.span()), wording.facts)
