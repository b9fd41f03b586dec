"""JSON Lines: a record a line, of plain columns or of ninjs, streamed.

The limit on size holds for each line, not for the file. A list of such records is read, too.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import ninjs
from numcheck.readers._corpus import Naming, document, find_columns, has_text_column
from numcheck.readers._encoding import decode, refuse_binary
from numcheck.readers._json import load, mapped, said
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".jsonl", ".ndjson", ".jl")
#: Faults that are told one by one; of more, the number is enough.
_MOST_TOLD = 5
_KEY = pattern(r'"([^"\n]{1,40})"\s*:')
_ARRAY = pattern(r"\s*\[\s*\{")


def sniff(head: str) -> bool:
    """Are there several lines, the first of them a JSON object; or a list of records of copy?"""
    head = head.lstrip("\ufeff")
    first, newline, rest = head.partition("\n")
    if _ARRAY.match(head):
        return has_text_column(_KEY.findall(head)) and not ninjs.sniff(head)
    if not first.startswith("{") or not newline or not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source) -> Iterator[Document]:
    """Every record; what is broken is told of at the end, when all others have been read."""
    naming, faults = Naming(source), list[ReaderError]()
    read_any = False
    records = _array(source) if _ARRAY.match(source.head_text) else _lines(source, faults)
    for record in records:
        try:
            found = _document(source, naming, record)
        except ReaderError as error:
            faults.append(error)
            continue
        read_any = True
        if found is not None:
            yield found
    # A record may lack its text; that none has any is a mistake in naming the columns.
    broken = [error for error in faults if not isinstance(error, _NoTextError) or not read_any]
    if broken:
        raise _told(source, broken)


class _NoTextError(ReaderError):
    """A record has none of the columns that hold copy."""


def _told(source: Source, faults: list[ReaderError]) -> ReaderError:
    if len(faults) == 1:
        return faults[0]
    shown = " ".join(
        f"{error.source.removeprefix(source.name).strip()}: {error.reason}"
        for error in faults[:_MOST_TOLD]
    )
    more = f" … and {len(faults) - _MOST_TOLD:,} more." if len(faults) > _MOST_TOLD else ""
    return ReaderError(source.name, f"{len(faults):,} records could not be read. {shown}{more}")


class _Record(NamedTuple):
    """A value with the text it stands in, that text's lines, and its number."""

    value: Any
    whole: Mapped
    starts: tuple[int, ...]
    first_line: int
    number: int


def _lines(source: Source, faults: list[ReaderError]) -> Iterator[_Record]:
    """The record of every line; a broken one is kept among the faults."""
    with source.stream() as binary:
        at = number = 0
        stream = io.TextIOWrapper(binary, _encoding(source), errors="replace", newline="")
        while line := stream.readline(source.limit_bytes + 1):
            number += 1
            if len(line) > source.limit_bytes:
                raise source.too_large(f"line {number}")
            if line.strip():
                name = f"{source.name} line {number}"
                try:
                    value = load(line, name)
                except ReaderError as error:
                    faults.append(ReaderError(name, error.reason.replace("at line 1, ", "at ")))
                else:
                    yield _Record(value, Mapped(line, ((0, at),)), (at,), number, number)
            at += len(line)


def _encoding(source: Source) -> str:
    head = source.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    refuse_binary(head, source.name)
    whole = head[: head.rfind(b"\n") + 1] or head
    return "cp1252" if decode(whole, source.name).notices else "utf-8-sig"


def _array(source: Source) -> Iterator[_Record]:
    """The records of a list, which is read whole."""
    text = source.decoded().text
    starts = line_starts(text)
    for number, value in enumerate(load(text, source.name), 1):
        yield _Record(value, Mapped(text), starts, 1, number)


def _document(source: Source, naming: Naming, record: _Record) -> Document | None:
    """A record as a document; None if its text is empty."""
    value, whole, starts, first_line, number = record
    name = f"{source.name} record {number}" if len(starts) > 1 else f"{source.name} line {number}"
    if not isinstance(value, dict):
        raise ReaderError(name, "it is no JSON object.")
    if "text" not in source.columns and "text" not in value and ninjs.sniff(whole.text[:8192]):
        return _ninjs(source, naming, record)
    try:
        columns = find_columns([str(key) for key in value], source)
    except ReaderError as error:
        raise _NoTextError(name, error.reason) from None
    told = {role: _piece(value[column], whole) for role, column in columns.items()}
    if not told["text"].text.strip():
        return None
    return document(source, naming, told, starts, first_line, number)


def _ninjs(source: Source, naming: Naming, record: _Record) -> Document:
    item = {str(key).lower(): inner for key, inner in record.value.items()}
    page = Page()
    ninjs.write(page, item, record.whole)
    facts = ninjs.facts(item)
    name = naming.name(facts["guid"], record.number)
    return page.document(
        record.starts, record.first_line, id=name, source=source.name, format="jsonl", **facts
    )


def _piece(value: object, whole: Mapped) -> Mapped:
    return mapped(value, whole) if isinstance(value, str) else Mapped(said(value))
