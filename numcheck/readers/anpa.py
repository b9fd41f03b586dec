"""ANPA-1312, the format of North American wires: keyword line, fields, tabbed paragraphs, trailer.

"``" and "''" stand for quotation marks and " _ " for a dash; they become those characters in their
places. Slug lines, word counts, photo codes and "Eds:" lines are no claims of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import _wire
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".anpa", ".tst")
_TRAILER = pattern(r"(\d\d)-(\d\d)-(\d\d)\s{1,4}(\d{4})\s{0,4}(?:GMT|[ECMP][DS]T)")
_VERSION = pattern(r"\b(\d{1,2})(?:st|nd|rd|th)\s?(?:Ld|Lead|Writethru)", re.IGNORECASE)
#: A further take: it adds to a story and replaces nothing of it.
_ADD = pattern(r"\b\d{1,2}(?:st|nd|rd|th)\s?Add\b", re.IGNORECASE)
_SIGNS = pattern(r"``|''|(?<=\s)__?(?=\s)")
_WRITTEN = {"``": "“", "''": "”"}
_FIELD = "\x13^"
_NOTE = pattern(r"(?:Eds|Editors?|AP Photos?|Photos?|With AP|AP Graphics?|AP Video)\b[^\n]{0,400}")
_BYLINE = pattern(r"(?:By|From) [^\n]{1,120}=$|[^\n]{1,60}=$")


def sniff(head: str) -> bool:
    """Does the file begin with SYN or SOH and name its service after a unit separator?"""
    return head[:1] in ("\x16", "\x01") and "\x1f" in head[:80] and "\x02" in head[:600]


def read(source: Source) -> Iterator[Document]:
    """The message as one document."""
    decoded = source.decoded()
    whole = Mapped(decoded.text)
    starts = line_starts(decoded.text)
    for number, (start, end) in enumerate(_messages(decoded.text), 1):
        message = whole.slice(start, end)
        page = Page(notices=list(decoded.notices))
        told = _write(page, message)
        name = source.name if number == 1 else f"{source.name}#{number}"
        yield page.document(starts, id=name, source=source.name, format="anpa", **told)


def _messages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\x04", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip("\r\n\0\x16\x0c "):
            yield start, end
        start = end + 1


def _write(page: Page, message: Mapped) -> dict[str, Any]:
    """Lay the message down and return what its header and trailer say."""
    start = message.text.find("\x02") + 1
    end = message.text.find("\x03", start)
    body = message.slice(start, len(message.text) if end < 0 else end)
    trailer = _TRAILER.search(message.text, end) if end >= 0 else None
    issued = _wire.moment(trailer[2], trailer[1], trailer[3], trailer[4]) if trailer else None
    slug, headline = "", ""
    goes_on = ""
    for line in _wire.lines(body):
        words = line.text.strip()
        if (words[:1] and words[0] in _FIELD) or (goes_on and words):
            field = _field(line)
            kind = goes_on or _kind(field.text, slug)
            goes_on = "" if words.endswith(("<", "=")) else kind
            if kind == "slug":
                slug = f"{slug} {field.text}".strip()
            elif kind == "headline":
                headline = headline or field.text
                _put(page, field, "headline")
            elif kind == "note":
                _put(page, field, "note")
        elif not words.strip("_<") or _wire.is_end(words.rstrip("<")):
            page.gap("\n\n")
        else:
            page.gap("\n\n" if line.text[0] in "\t " else " ")
            page.flow(_signs(_wire.stripped(line.slice(0, len(line.text.rstrip("< "))))))
    return {"headline": headline, "published": issued, "issued": issued, **_named(slug)}


def _kind(words: str, slug: str) -> str:
    """What a field is: the first names the story, and of the others not all are its copy."""
    if not slug:
        return "slug"
    if _NOTE.match(words):
        return "note"
    return "byline" if _BYLINE.match(words) else "headline"


def _named(slug: str) -> dict[str, str]:
    """The name of a story and its version, from "BC-XX--Tram, 2nd Ld-Writethru,a0111,364"."""
    add, version = _ADD.search(slug), _VERSION.search(slug)
    keyword = _VERSION.sub("", slug.split(",")[0]).strip()
    return {
        "guid": f"{keyword}, {add[0]}" if add else keyword,
        "version": version[1] if version else "",
    }


def _field(line: Mapped) -> Mapped:
    """A line between field marks and "<", without both."""
    text = line.text.rstrip(" <")
    start = len(text) - len(text.lstrip(f"{_FIELD} \t"))
    return _signs(_wire.stripped(line.slice(start, len(text))))


def _put(page: Page, piece: Mapped, kind: Any) -> None:
    page.gap("\n\n")
    mark = page.mark()
    page.flow(piece)
    page.zone(mark, kind)
    page.gap("\n\n")


def _signs(piece: Mapped) -> Mapped:
    return piece.replaced(_SIGNS, lambda match: _WRITTEN.get(match[0], "—"))
