"""A document in the making: text laid down piece by piece, with its zones, tables and places.

Readers say what they meet ("a heading begins", "this text", "a block ends"); the page decides on
the blank space between and keeps the way back to the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from numcheck.model import Comment, Document, SourceMap, Span, Table, Zone, ZoneKind
from numcheck.patterns import pattern
from numcheck.readers._encoding import find_misread
from numcheck.readers._mapped import Mapped, extend

#: What may stand between two texts, weakest first; of several wishes the strongest wins.
GAPS = ("", " ", "\t", "\n", "\n\n")
_RANK = {gap: rank for rank, gap in enumerate(GAPS)}
#: Markup's own white space: a no-break or thin space is a character of the copy and stays.
_BLANK = pattern(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
#: Marks where a word may be broken, or which way it runs; "1,&shy;234" is one figure.
_UNSEEN = pattern("[\xad\u200b\u200e\u200f\u2060\ufeff]")
#: Zones that swallow those inside them: a list in the boilerplate is boilerplate.
_SWALLOWING = frozenset({"boilerplate", "note", "not-for-publication", "table"})


#: Embargoed copy may be dated ahead, but not by centuries ("3013" was met in an export).
_LAST_YEAR = 2199


@dataclass(slots=True)
class Mark:
    """A place that is known once the next text is written."""

    at: int = -1


@dataclass
class Page:
    """Collects what one document says. Offsets are those of the text laid down so far."""

    length: int = 0
    tables: list[Table] = field(default_factory=list)
    hints: list[tuple[str, Span, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _anchors: list[tuple[int, int]] = field(default_factory=list)
    _zones: list[Zone] = field(default_factory=list)
    _comments: list[tuple[Mark, str]] = field(default_factory=list)
    _waiting: list[Mark] = field(default_factory=list)
    _gap: str = ""
    _cancelled: bool = False

    def put(self, piece: Mapped) -> None:
        """Lay down a text as it is, but for characters that nobody sees."""
        if not piece.text.isascii():
            piece = piece.replaced(_UNSEEN, lambda _: "")
        if not piece.text:
            return
        if self._texts and self._gap:
            self._texts.append(self._gap)
            self.length += len(self._gap)
        self._gap = ""
        for mark in self._waiting:
            mark.at = self.length
        self._waiting.clear()
        extend(self._anchors, piece, self.length)
        self._texts.append(piece.text)
        self.length += len(piece.text)

    def flow(self, piece: Mapped) -> None:
        """Lay down a text of markup, where any run of white space is one space."""
        text, end = piece.text, len(piece.text)
        start = end - len(text.lstrip(" \t\n\r\f"))
        stop = len(text.rstrip(" \t\n\r\f"))
        if start > 0:
            self.gap(" ")
        while start < stop:
            blank = _BLANK.search(text, start, stop)
            self.put(piece.slice(start, blank.start() if blank else stop))
            if blank is None:
                break
            if not _splits_figure(text, blank):
                self.gap(" ")
            start = blank.end()
        if 0 < stop < end:
            self.gap(" ")

    def gap(self, kind: str) -> None:
        """Ask for blank space (one of GAPS) before the next text."""
        if _RANK[kind] > _RANK[self._gap]:
            self._gap = kind

    def mark(self) -> Mark:
        """The place where the next text will begin."""
        mark = Mark()
        self._waiting.append(mark)
        return mark

    def since(self, mark: Mark) -> Span | None:
        """What was written since a mark; None if nothing was."""
        return None if mark.at < 0 else Span(mark.at, self.length)

    def zone(self, mark: Mark, kind: ZoneKind) -> Span | None:
        """Say what the text since a mark is for."""
        span = self.since(mark)
        if span is not None:
            self._zones.append(Zone(span.start, span.end, kind))
        return span

    def comment(self, text: str) -> None:
        """Keep a remark: behind the words it follows, or at the head of the block it precedes."""
        inside = self._texts and "\n" not in self._gap
        self._comments.append((Mark(self.length) if inside else self.mark(), text.strip()))

    def notice(self, text: str) -> None:
        """Keep a remark on the copy as a whole, once."""
        if text not in self.notices:
            self.notices.append(text)

    def tell_faults(self, faults: list[tuple[str, int]], starts: tuple[int, ...]) -> None:
        """Pass what was wrong with the markup on as remarks."""
        for what, at in faults:
            self.notice(f"The markup is broken: {what} (line {bisect_right(starts, at)}).")

    def cancel(self, said: str) -> None:
        """The item was withdrawn: its text stays readable, but no claim is read from it."""
        self.notice(f"The item is {said}; its figures are not checked.")
        self._cancelled = True

    @property
    def text(self) -> str:
        """What has been laid down so far."""
        return "".join(self._texts)

    def document(
        self, line_starts: tuple[int, ...] | None, first_line: int = 1, **facts: Any
    ) -> Document:
        """The finished document; `facts` are further fields of Document.

        Without `line_starts` the file has no lines that a person sees (a Word file): its
        paragraphs are counted instead.
        """
        text = self.text
        language = facts.get("language") or "en"
        self._doubt_dates(facts)
        if line_starts is None:
            source_map = _by_paragraph(text)
        else:
            source_map = SourceMap(tuple(self._anchors) or ((0, 0),), line_starts, first_line)
        self._tell_misread(text, language, source_map)
        whole = Zone(0, len(text), "not-for-publication")
        zones = [whole] if self._cancelled and text else self._zones
        comments = tuple(
            Comment(self.length if mark.at < 0 else mark.at, said) for mark, said in self._comments
        )
        return Document(
            text,
            zones=_without_overlap(zones, text),
            tables=tuple(self.tables),
            comments=comments,
            hints=tuple(self.hints),
            notices=tuple(self.notices),
            source_map=source_map,
            **{**facts, "language": language},
        )

    def _tell_misread(self, text: str, language: str, places: SourceMap) -> None:
        found = find_misread(text, language)
        if found is not None:
            line, _ = places.line_column(found.start)
            self.notice(
                f"The copy looks wrongly decoded upstream: “{found.sample}” (line {line}). "
                "Currency signs and dashes may be lost; ask for the file again."
            )

    def _doubt_dates(self, facts: dict[str, Any]) -> None:
        """A date centuries ahead is a slip of the system that wrote it: said, and not used."""
        for name in ("published", "issued"):
            when = facts.get(name)
            if when is not None and when.year > _LAST_YEAR:
                facts[name] = None
                self.notice(f"The file is dated {when:%Y-%m-%d}, which is not believed.")


def _by_paragraph(text: str) -> SourceMap:
    """Places by paragraph (or table row) and column in it, blank ones not counted."""
    starts = tuple(match.start() for match in re.finditer(r"[^\n]+", text))
    return SourceMap(((0, 0),), starts or (0,))


def _splits_figure(text: str, blank: re.Match[str]) -> bool:
    """Did a line end fall inside a score or range ("1-" and "3" on the next line)?"""
    start, end = blank.span()
    hyphenated = start > 1 and text[start - 1] in "-–" and text[start - 2].isdigit()
    return hyphenated and "\n" in blank[0] and text[end].isdigit()


def _without_overlap(zones: list[Zone], text: str) -> tuple[Zone, ...]:
    """The zones in order; an inner zone cuts its outer one unless the outer swallows it."""
    flat: list[Zone] = []
    around: list[Zone] = []
    done = 0
    # Of zones that begin together, the longer is outside, and of twins the one closed last.
    ordered = sorted(enumerate(zones), key=lambda z: (z[1].start, -z[1].end, -z[0]))
    for _, zone in ordered:
        done = _leave(flat, around, done, zone.start, text)
        if around and around[-1].kind in _SWALLOWING:
            continue
        if around:
            _cut(flat, around[-1], done, zone.start, text)
        around.append(zone)
        done = zone.start
    _leave(flat, around, done, len(text), text)
    return tuple(flat)


def _leave(flat: list[Zone], around: list[Zone], done: int, until: int, text: str) -> int:
    """Close the zones that end before `until`; returns how far the text is divided."""
    while around and around[-1].end <= until:
        zone = around.pop()
        _cut(flat, zone, done, zone.end, text)
        done = max(done, zone.end)
    return done


def _cut(flat: list[Zone], zone: Zone, start: int, end: int, text: str) -> None:
    """Keep a stretch of a zone, without the blank space around it."""
    stretch = text[start:end]
    start, end = end - len(stretch.lstrip()), start + len(stretch.rstrip())
    if start < end:
        flat.append(Zone(start, end, zone.kind))


def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the lines of a file begin."""
    return (0, *(match.end() for match in re.finditer(r"\r\n?|\n", text)))
