"""JSON Lines: a record a line, of plain columns or of ninjs, streamed.

The limit on size holds for each line, not for the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.readers import ninjs
from numcheck.readers._corpus import Naming, document, find_columns
from numcheck.readers._encoding import decode
from numcheck.readers._json import load, mapped, said
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page
from numcheck.readers._source import Source

SUFFIXES = (".jsonl", ".ndjson", ".jl")


def sniff(head: str) -> bool:
    """Are there several lines, of which the first is a JSON object by itself?"""
    first, newline, rest = head.lstrip("\ufeff").partition("\n")
    if not first.startswith("{") or not newline or not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source) -> Iterator[Document]:
    """Every line's record; a broken line ends the reading with its number."""
    with source.stream() as stream:
        at = number = 0
        naming = Naming(source)
        while line := stream.readline(source.limit_bytes + 1):
            number += 1
            if len(line) > source.limit_bytes:
                raise source.too_large(f"line {number}")
            text = decode(line, source.name).text if line.strip() else ""
            if text.strip():
                yield _record(source, naming, text, at, number)
            at += len(text) if text else len(line)


def _record(source: Source, naming: Naming, text: str, at: int, number: int) -> Document:
    name = f"{source.name} line {number}"
    value = load(text, name)
    if not isinstance(value, dict):
        raise ReaderError(name, "the line is no JSON object.")
    whole = Mapped(text, ((0, at),))
    if "text" not in source.columns and ninjs.sniff(text[:8192]) and "text" not in value:
        return _ninjs(source, naming, value, whole, number)
    columns = find_columns([str(key) for key in value], source)
    told = {role: _piece(value[column], whole) for role, column in columns.items()}
    return document(source, naming, told, (at,), number)


def _ninjs(
    source: Source, naming: Naming, value: dict[str, Any], whole: Mapped, number: int
) -> Document:
    item = {str(key).lower(): inner for key, inner in value.items()}
    page = Page()
    ninjs.write(page, item, whole)
    facts = ninjs.facts(item)
    name = naming.name(facts["guid"], number)
    start = whole.offset(0)
    return page.document((start,), number, id=name, source=source.name, format="jsonl", **facts)


def _piece(value: object, whole: Mapped) -> Mapped:
    return mapped(value, whole) if isinstance(value, str) else Mapped(said(value))
