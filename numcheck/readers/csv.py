"""CSV and its cousins: a record a row, streamed, with any of the usual separators.

Own reading of the rows, since the standard library does not say where a field stands. The limit
on size holds for each row, not for the file.
"""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, TextIO

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers._corpus import Naming, document, find_columns, has_text_column
from numcheck.readers._encoding import decode, refuse_binary
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import line_starts
from numcheck.readers._source import Source

SUFFIXES = (".csv", ".tsv", ".psv")
SHARED_SUFFIX = True
_DOUBLED = pattern('""')
_SEPARATORS = ",;\t|"
#: A first line by which spreadsheets tell the separator.
_TOLD = pattern(r"sep=([,;\t|])\r?\n?$", re.IGNORECASE)
#: What may be read a second time for quotation marks that never close, before it is given up.
_MOST_REREAD = 20_000_000


class Row(NamedTuple):
    """The fields of a row, each with its place; `text` is the row as it stands in the file."""

    fields: list[Mapped]
    text: str
    start: int
    line: int
    unbalanced: bool = False


def sniff(head: str) -> bool:
    """Does the first line name a column that usually holds copy?"""
    lines = head.lstrip("\ufeff\r\n ").splitlines()
    first = next((line.strip() for line in lines[:2] if not _TOLD.match(line)), "")
    separator = _separator(first)
    return has_text_column(name.strip('" ') for name in first.split(separator))


def read(source: Source) -> Iterator[Document]:
    """Every row as a document; a row without text is passed over."""
    with source.stream() as binary:
        encoding = _encoding(source)
        if encoding != "utf-16":
            refuse_binary(source.head, source.name)
        stream = io.TextIOWrapper(binary, encoding, errors="replace", newline="")
        rows, naming = _Rows(source, stream), Naming(source)
        header = next(rows, None)
        if header is None:
            raise ReaderError(source.name, "the table is empty; it needs a row of column names.")
        names = [piece.text.strip() for piece in header.fields]
        columns = find_columns(names, source)
        places = {role: names.index(column) for role, column in columns.items()}
        for row in rows:
            told = {role: row.fields[at] for role, at in places.items() if at < len(row.fields)}
            if told.get("text", Mapped("")).text.strip():
                starts = tuple(row.start + at for at in line_starts(row.text))
                found = document(source, naming, told, starts, row.line)
                yield _doubted(found, row.line) if row.unbalanced else found


def _doubted(found: Document, line: int) -> Document:
    said = f"The quotation marks of the row are not balanced (line {line}); read as they stand."
    return replace(found, notices=(*found.notices, said))


def _encoding(source: Source) -> str:
    """The encoding of a table, from its head: UTF-8 (or 16, if it says so) or Windows-1252."""
    head = source.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    whole = head[: head.rfind(b"\n") + 1] or head
    return "cp1252" if decode(whole, source.name).notices else "utf-8-sig"


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=line.count)


class _Rows:
    """The rows of a table, one after the other."""

    def __init__(self, source: Source, stream: TextIO) -> None:
        self.source, self.stream = source, stream
        self.separator = ""
        self.offset, self.line = 0, 1
        self.waiting: deque[str] = deque()
        self.reread = 0

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> Row:
        text = self.more(0)
        while text and (not text.strip() or self.is_told(text)):
            self.offset, self.line = self.offset + len(text), self.line + 1
            text = self.more(0)
        if not text:
            raise StopIteration
        self.separator = self.separator or _separator(text)
        start, line = self.offset, self.line
        try:
            fields, text, unbalanced = *self.fields(text), False
        except _UnbalancedError as error:
            fields, unbalanced = self.as_they_stand(text), True
            self.put_back(error.lines)
        self.offset += len(text)
        self.line += len(line_starts(text)) - 1
        return Row(fields, text, start, line, unbalanced)

    def is_told(self, text: str) -> bool:
        """Is this the line by which a spreadsheet tells the separator?"""
        told = _TOLD.match(text) if self.line == 1 else None
        self.separator = told[1] if told else self.separator
        return told is not None

    def put_back(self, lines: list[str]) -> None:
        """Have the lines read again that a quotation mark without its partner swallowed."""
        self.waiting.extendleft(reversed(lines[1:]))
        self.reread += sum(map(len, lines))
        if self.reread > _MOST_REREAD:
            reason = f"the quotation marks are not balanced at line {self.line}; reading ends."
            raise ReaderError(self.source.name, reason)

    def as_they_stand(self, text: str) -> list[Mapped]:
        """The fields of a line with its quotation marks as characters of the copy."""
        fields, at = [], 0
        while True:
            stop = self.stop(text, at)
            fields.append(self.piece(text, at, stop))
            if text[stop : stop + 1] != self.separator:
                return fields
            at = stop + 1

    def more(self, size: int) -> str:
        """Another line of the file, if the row with it keeps to the limit."""
        limit = self.source.limit_bytes
        line = self.waiting.popleft() if self.waiting else self.stream.readline(limit + 1)
        if size + len(line) > limit:
            raise self.source.too_large(f"row at line {self.line}")
        return line

    def fields(self, text: str) -> tuple[list[Mapped], str]:
        """The fields of the row that begins with a line, and all the lines it took."""
        fields: list[Mapped] = []
        at = 0
        while True:
            if text.startswith('"', at):
                close, text = self.closing(text, at + 1)
                fields.append(self.piece(text, at + 1, close))
                stop = self.stop(text, close + 1)
                if text[close + 1 : stop].strip():
                    raise _UnbalancedError(text.splitlines(keepends=True))
            else:
                stop = self.stop(text, at)
                fields.append(self.piece(text, at, stop))
            if text[stop : stop + 1] != self.separator:
                return fields, text
            at = stop + 1

    def stop(self, text: str, at: int) -> int:
        """Where a field ends: at a separator or at the end of its line."""
        found = text.find(self.separator, at)
        if found >= 0:
            return found
        end = len(text)
        while end > at and text[end - 1] in "\r\n":
            end -= 1
        return end

    def piece(self, text: str, start: int, end: int) -> Mapped:
        raw = Mapped(text[start:end], ((0, self.offset + start),))
        return raw.replaced(_DOUBLED, lambda _: '"') if '""' in raw.text else raw

    def closing(self, text: str, at: int) -> tuple[int, str]:
        """Where a quoted field ends, and the row with as many further lines as it needs."""
        lines, before, line = [text], 0, text
        while True:
            end = line.find('"', at - before)
            if end >= 0 and line.startswith('""', end):
                at = before + end + 2
            elif end >= 0:
                return before + end, "".join(lines)
            else:
                before += len(line)
                at = before
                line = self.more(before)
                if not line:
                    raise _UnbalancedError(lines)
                lines.append(line)


class _UnbalancedError(Exception):
    """A quotation mark has no partner, or one in the midst of a field."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines
