"""IPTC 7901, the text message format of European agencies: SOH header, STX text, ETX trailer.

The header counts words and messages, the trailer is a clock, and behind the notebook mark stand
telephone numbers for editors: none of these are figures of the story.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import _wire
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".iptc", ".7901")
_TRAILER = pattern(
    r"\s*(\d\d)(\d{4})\s+(?:GMT\s+|UTC\s+|Z\s+)?([A-Za-z]{3})[a-z]*\s+(\d{4}|\d\d)\b"
)
_PRIORITY = pattern(r"(?:FLASH|URGENT|BULLETIN|ALERT|EIL|BLITZ)[ :!-]*$", re.IGNORECASE)
_PRIVATE = pattern(
    r"(?:#+\s*\w{2,8}\s+notebook\b|notebook\s*$|.{0,80}\bnot (?:intended )?for publication\b|"
    r"\s*#+\s*(?:\w+ )?(?:contacts?|editorial contacts?|redaktionelle hinweise|notizblock)\b)",
    re.IGNORECASE,
)
#: "dpa wsz jln npr", "smp/num 1137": who wrote, who edited and when.
_INITIALS = pattern(r"[a-z]{2,5}(?:[ /][a-z]{2,5}){1,6}(?: \d{3,6}[a-z]{0,3})?$")
_BYLINE = pattern(r"(?:By|By our|From) [^\n]{1,80}=$")


def sniff(head: str) -> bool:
    """Does the file begin with SOH and come to STX within a few lines?"""
    start = head.lstrip("\r\n\0\x7f\x16").find("\x01")
    return 0 <= start < 4 and "\x02" in head[:600] and "\x1f" not in head[:80]


def read(source: Source) -> Iterator[Document]:
    """Every message of the file."""
    decoded = source.decoded()
    whole = Mapped(decoded.text)
    starts = line_starts(decoded.text)
    messages = [m for m in _messages(whole) if m.text.strip("\0\x7f\x04\r\n ")]
    for number, message in enumerate(messages, 1):
        page = Page(notices=list(decoded.notices))
        header, _, _ = message.text.partition("\x02")
        headline = _write(page, message)
        name = source.name if len(messages) == 1 else f"{source.name}#{number}"
        trailer = _TRAILER.match(message.text.rpartition("\x03")[2])
        issued = _wire.moment(trailer[1], trailer[3], trailer[4], trailer[2]) if trailer else None
        serial = next(iter(header.lstrip("\x01\x16\x7f\r\n\0 ").split()), "")
        yield page.document(
            starts,
            id=name,
            source=source.name,
            format="iptc7901",
            headline=headline,
            published=issued,
            issued=issued,
            guid=f"{serial}@{issued:%Y-%m-%d}" if serial and issued else serial,
        )


def _messages(whole: Mapped) -> Iterator[Mapped]:
    """The messages of a file, each up to its EOT."""
    start = 0
    while start < len(whole.text):
        end = whole.text.find("\x04", start)
        end = len(whole.text) if end < 0 else end
        if end > start:
            yield whole.slice(start, end)
        start = end + 1


def _write(page: Page, message: Mapped) -> str:
    """Lay down headline, paragraphs and the part for editors; returns the headline."""
    start = message.text.find("\x02") + 1
    end = message.text.find("\x03", start)
    body = message.slice(start, len(message.text) if end < 0 else end)
    all_lines = list(itertools.dropwhile(_is_blank, _wire.lines(body)))
    headline = _headline(all_lines)
    mark = page.mark()
    for line in all_lines[: len(headline)]:
        if not _PRIORITY.match(line.text.strip()):
            page.flow(_wire.stripped(line.slice(0, len(line.text.rstrip(" =")))))
            page.gap(" ")
    span = page.zone(mark, "headline")
    said = page.text[span.start : span.end] if span else ""
    page.gap("\n\n")
    _write_body(page, all_lines[len(headline) :])
    return said


def _is_blank(line: Mapped) -> bool:
    return not _wire.stripped(line).text.strip()


def _headline(all_lines: list[Mapped]) -> list[Mapped]:
    """The lines before the first blank or indented one, if "=" or such a line ends them."""
    found: list[Mapped] = []
    for line in all_lines[:8]:
        if line.text.startswith("  ") or not line.text.strip():
            break
        found.append(line)
        if line.text.rstrip().endswith("="):
            break
    return found


def _write_body(page: Page, body: list[Mapped]) -> None:
    private = False
    mark = page.mark()
    for at, line in enumerate(body):
        words = _wire.stripped(line).text.strip()
        if not private and _PRIVATE.match(words):
            private, mark = True, page.mark()
        beside = not private and _is_beside(words, last=at >= len(body) - 3)
        if not words or line.text.startswith("  ") or private or beside:
            page.gap("\n\n" if not words or not private else "\n")
        if words.strip("* "):
            here = page.mark()
            page.flow(_wire.stripped(line))
            if beside:
                page.zone(here, "note")
        page.gap("\n" if private else "\n\n" if beside else " ")
    if private:
        page.zone(mark, "not-for-publication")


def _is_beside(words: str, last: bool) -> bool:
    """Is the line no part of the story: who wrote it, or how it ends?"""
    signed = last and _INITIALS.match(words) is not None
    return signed or _wire.is_end(words) or _BYLINE.match(words) is not None
