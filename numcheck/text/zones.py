"""Which part of the page a line belongs to: headline, dateline, story, caption, furniture.

Pages reach us as text with everything that stood around the story: share bars, comment forms,
teasers of other stories. A figure in such furniture is no claim of the story. What a reader of a
richer format says about its parts goes before what is guessed here from the lines alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from numcheck.model import Document, Span, Zone, ZoneKind
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_LINE = pattern(r"\S[^\n]*")
_URL = pattern(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_BULLET = pattern(r"[-*•●▪–]\s+\S|\(?\d{1,2}[.)]\s+[A-Z]")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
#: A line that holds nothing but when (and by whom) the story was put out.
_DATE_LINE = pattern(
    r"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|date|issued)\b[^\n]{0,80}"
    rf"|(?:{_WEEKDAY},?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b[^\n]{{0,40}}"
    rf"|(?:{_WEEKDAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}\b[^\n]{{0,40}}"
    rf"|\d{{4}}-\d\d-\d\d\b[^\n]{{0,40}}"
    # The bar right behind the repeat is looked for first, so that few lines are tried twice.
    rf"|[a-z .,'’\s-]{{3,41}}\|(?<=\s\|)\s(?:{_WEEKDAY},?\s)?"
    rf"{_MONTH}\s\d{{1,2}},?\s\d{{4}}\b[^\n]{{0,40}}"
    rf"|by\s+[A-Z][^\n.]{{1,60}})$",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_PLACE = (
    rf"{_CAPITAL}(?:{_CAPITAL}|['’.\-]){{2,30}}"
    rf"(?:(?:, |[ ,/]){_CAPITAL}[\w'’.\-]{{0,20}}){{0,4}}[,.]?"
)
_TOWN = rf"{_CAPITAL}[\w'’\-]{{1,20}}(?:,? {_CAPITAL}[\w'’\-]{{1,20}}){{0,3}},?"
_DAY = (
    rf"(?:(?i:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|"
    rf"\d{{1,2}}\.?\s(?i:{_MONTH})(?:,?\s\d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{4})?|\d{4}-\d\d-\d\d(?:T[\d:]{4,8}Z?)?)"
)
_AGENCY = r"(?:\([A-Za-z][^)\n]{1,30}\)|/[A-Za-z][^/\n]{1,30}/)"
_DASH = r"\s{0,2}[-–—_]{1,3}\s"
#: "MINSK, Sept 14 (Wire) - ", "KYIV, Ukraine (AP) —", "LONDON (AP) _ ": the place in capitals, then
#: a dash; or a place as names are written, if an agency stands before the dash. Agencies of
#: companies put the day last, and a colon may stand for the dash behind a day.
_DATELINE = pattern(
    rf"(?:{_DAY},?\s)?{_PLACE}(?:\s{{1,2}}{_DAY})?(?:,?\s{{1,2}}{_AGENCY})?{_DASH}|"
    rf"{_PLACE}\s{_DAY}:\s|"
    rf"{_PLACE}[-–—]{{1,2}}{_AGENCY}[-–—]{{1,2}}{_DAY}[-–—]{{1,2}}|"
    rf"{_TOWN}(?:\s{_DAY},?)?\s{_AGENCY}{_DASH}"
)
_TERMINAL = frozenset(".!?”\"’'…:;)")
_HEADLINE_CHARS = 160
_CAPTION_CHARS = 400


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    bare: str


class _Cues(NamedTuple):
    lines: frozenset[str]
    starts: re.Pattern[str]
    says: tuple[str, ...]
    captions: re.Pattern[str]
    caption_says: tuple[str, ...]
    notes: re.Pattern[str]
    sections: frozenset[str]
    teasers: frozenset[str]


@compiled
def _cues() -> _Cues:
    words = lexicon("zones")
    furniture, caption = words["boilerplate"], words["caption"]
    return _Cues(
        frozenset(furniture["lines"]),
        pattern(_any_of(furniture["starts"])),
        tuple(furniture["contains"]),
        pattern(_any_of(caption["starts"])),
        tuple(caption["contains"]),
        pattern(_any_of(words["note"]["starts"])),
        frozenset(furniture["sections"]),
        frozenset(furniture["next_is_teaser"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def divide(document: Document) -> tuple[Zone, ...]:
    """The zones of a document, in order and without overlap; blank lines belong to none."""
    own = list(_with_links(document.text, _zones(document)))
    if not document.zones:
        return tuple(own)
    given = sorted(document.zones, key=lambda zone: zone.start)
    return tuple(sorted([*given, *_outside(own, given)], key=lambda zone: zone.start))


def kind_at(zones: Sequence[Zone], starts: Sequence[int], offset: int) -> ZoneKind:
    """The kind of the zone that holds an offset; `starts` are the zones' own starts."""
    at = bisect_right(starts, offset) - 1
    return zones[at].kind if at >= 0 and offset < zones[at].end else "body"


def _zones(document: Document) -> Iterator[Zone]:
    lines = [_line(found) for found in _LINE.finditer(document.text)]
    seen = Counter(_folded(line) for line in lines if _is_open(line))
    kinds = [_kind_of_line(line, seen) for line in lines]
    _mark_teasers(lines, kinds)
    _mark_headline(document, lines, kinds)
    lede_seen = False
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "body":
            yield Zone(line.start, line.end, kind)
            continue
        start = line.start
        if not lede_seen and (found := _DATELINE.match(line.text)):
            start = line.start + found.end()
            yield Zone(line.start, line.start + len(found[0].rstrip()), "dateline")
        if start < line.end:
            yield Zone(start, line.end, "body" if lede_seen else "lede")
        lede_seen = True


def _line(found: re.Match[str]) -> _Line:
    text = found[0].rstrip()
    low = text.lower()
    return _Line(found.start(), found.start() + len(text), text, low, low.rstrip(" .:…"))


def _is_open(line: _Line) -> bool:
    """Does the line end without a mark that closes a sentence, as headings and captions do?"""
    return line.text[-1] not in _TERMINAL


def _folded(line: _Line) -> str:
    return line.low.replace("’", "'").replace("–", "-").lstrip("#* ")


def _kind_of_line(line: _Line, seen: Counter[str]) -> ZoneKind:
    cues = _cues()
    short = len(line.low) < _CAPTION_CHARS
    if line.bare in cues.lines or cues.starts.match(line.low):
        return "boilerplate"
    if any(map(line.low.__contains__, cues.says)):
        return "boilerplate"
    if cues.notes.match(line.low):
        return "note"
    if short and cues.captions.match(line.low):
        return "caption"
    if short and any(map(line.low.__contains__, cues.caption_says)):
        return "caption"
    if _DATE_LINE.match(line.text):
        return "dateline"
    if line.text.count("|") >= 2 or line.text.count("\t") >= 2:
        return "table"
    if _BULLET.match(line.text):
        return "list"
    if _is_open(line) and len(line.text) > 25 and seen[_folded(line)] > 1:
        return "caption"
    return "body"


def _mark_teasers(lines: list[_Line], kinds: list[ZoneKind]) -> None:
    """The line after "Up Next" is another story; after "Related Articles" all short lines are."""
    cues = _cues()
    in_section = False
    for at, line in enumerate(lines):
        if at and kinds[at] == "body" and lines[at - 1].bare in cues.teasers:
            short = len(line.text) < _HEADLINE_CHARS
            if short and (line.text[-1] not in '.!?”"' or line.text.endswith("...")):
                kinds[at] = "boilerplate"
        if line.bare in cues.sections or line.bare in cues.teasers:
            in_section = True
        elif kinds[at] == "body" and in_section:
            if len(line.text) < 100 and line.text[-1] not in _TERMINAL:
                kinds[at] = "boilerplate"
            else:
                in_section = False


def _mark_headline(document: Document, lines: list[_Line], kinds: list[ZoneKind]) -> None:
    """The first line of the story is its headline if it is short, open-ended and not alone."""
    first = next((at for at, kind in enumerate(kinds) if kind in ("body", "caption")), None)
    if first is None or first == len(lines) - 1:
        return
    line = lines[first]
    is_given = bool(document.headline) and line.text.startswith(document.headline.strip())
    looks_so = (
        len(line.text) <= _HEADLINE_CHARS
        and (line.text[-1] not in ".:;," and not _DATELINE.match(line.text))
        and any(kind == "body" for kind in kinds[first + 1 :])
    )
    if not (is_given or looks_so):
        return
    folded = _folded(line)
    for at in range(first, min(first + 3, len(lines))):
        if _folded(lines[at]) == folded:
            kinds[at] = "headline"


def _with_links(text: str, zones: Iterable[Zone]) -> Iterator[Zone]:
    """Addresses become zones of their own, in whatever zone they stand."""
    if "://" not in text and "www." not in text and "@" not in text:
        yield from zones
        return
    for zone in zones:
        at = zone.start
        for link in _URL.finditer(text, zone.start, zone.end):
            if at < link.start():
                yield Zone(at, link.start(), zone.kind)
            yield Zone(*link.span(), "url")
            at = link.end()
        if at < zone.end:
            yield Zone(at, zone.end, zone.kind)


def _outside(own: list[Zone], given: Sequence[Zone]) -> Iterator[Zone]:
    """What is left of our zones where the reader of the file said nothing."""
    at = 0
    for zone in own:
        start = zone.start
        while at < len(given) and given[at].end <= start:
            at += 1
        look = at
        while look < len(given) and given[look].start < zone.end:
            if start < given[look].start:
                yield Zone(start, given[look].start, zone.kind)
            start = max(start, given[look].end)
            look += 1
        if start < zone.end:
            yield Zone(start, zone.end, zone.kind)


def spans_of(zones: Iterable[Zone], *kinds: ZoneKind) -> list[Span]:
    """Where the zones of some kinds lie."""
    return [Span(zone.start, zone.end) for zone in zones if zone.kind in kinds]
