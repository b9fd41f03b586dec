"""Files in, Documents out: one module a file format, found by suffix and by sniffing.

A format is a module of this package that defines `SUFFIXES`, `sniff(head)` and `read(source)`;
a new format is a new file, and other packages add theirs under the entry point group
`numcheck.readers`. What a format needs (pyarrow, pypdf) is imported when one of its files is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from numcheck.errors import ReaderError, UsageError, nearest, suggestion
from numcheck.model import Document
from numcheck.readers._dates import moment
from numcheck.readers._encoding import refuse_binary
from numcheck.readers._own import is_own_report
from numcheck.readers._source import LIMIT_BYTES, Source
from numcheck.registry import Registry

__all__ = [
    "COLUMNS",
    "EMPTY",
    "LIMIT_BYTES",
    "formats",
    "identify",
    "is_copy",
    "moment",
    "read",
    "read_bytes",
    "read_text",
    "walk",
]

#: What the columns of a corpus may hold, by the names that `columns` uses.
COLUMNS = ("text", "id", "date", "headline", "language", "version", "guid", "story")
REGISTRY = Registry(__name__, __file__, "numcheck.readers")
_GLOB = frozenset("*?[")


class Format(Protocol):
    """What a module of a file format offers."""

    SUFFIXES: tuple[str, ...]

    def sniff(self, head: str) -> bool:
        """Do these first characters of a file plainly show the format?"""

    def read(self, source: Source) -> Iterator[Document]:
        """The documents of a file, in order; raises ReaderError where it cannot be read."""


def formats() -> tuple[str, ...]:
    """The names of all input formats."""
    return REGISTRY.names


def _load(name: str) -> Format:
    module: Format = REGISTRY.load(name)
    return module


#: What is remarked on a file that holds no copy, so that its silence is not taken for approval.
EMPTY = "There is no text in it, so there was nothing to check."


def identify(source: Source) -> str:
    """The format of a file, by its suffix where that says enough, else by its first characters.

    "" where neither tells: an XML or JSON file that is no copy.
    """
    plain = _load("text")
    if source.suffix in plain.SUFFIXES and plain.sniff(source.head_text):
        return "text"
    claiming = [name for name in formats() if source.suffix in _load(name).SUFFIXES]
    for name in claiming:
        if _load(name).sniff(source.head_text):
            return name
    named = bool(source.columns.get("text"))
    shared = {"text", *(name for name in claiming if _is_shared(name) and not named)}
    if certain := [name for name in claiming if name not in shared]:
        return certain[0]
    seen = (name for name in formats() if name != "text" and _load(name).sniff(source.head_text))
    return next(seen, "" if claiming and "text" not in claiming else "text")


def _is_shared(name: str) -> bool:
    """Does the format share its suffix with files that are no copy, as XML and JSON do?"""
    return getattr(_load(name), "SHARED_SUFFIX", False)


def read(
    path: str | Path,
    input_format: str | None = None,
    *,
    limit_bytes: int = LIMIT_BYTES,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """The documents of one file, one after the other; corpora are streamed.

    `columns` names the columns of a corpus by what they hold ({"text": "body", "id": "nr"}).
    Raises ReaderError where the file cannot be read, UsageError for an unknown format.
    """
    return _read(Source(str(path), Path(path), None, limit_bytes, columns or {}), input_format)


def read_bytes(
    data: bytes,
    name: str = "-",
    input_format: str | None = None,
    *,
    limit_bytes: int = LIMIT_BYTES,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """As `read`, for content in hand, such as standard input; `name` may lend its suffix."""
    return _read(Source(name, None, data, limit_bytes, columns or {}), input_format)


def read_text(text: str, name: str = "", input_format: str = "text") -> Iterator[Document]:
    """As `read`, for text in hand."""
    return read_bytes(text.encode("utf-8", "replace"), name, input_format)


def _read(source: Source, input_format: str | None) -> Iterator[Document]:
    if input_format is not None and input_format not in formats():
        hint = suggestion(nearest(input_format, formats()))
        known = ", ".join(formats())
        raise UsageError(f"There is no input format {input_format!r}.{hint} Formats: {known}.")
    name = input_format or identify(source)
    if not name:
        refuse_binary(source.head, source.name)
        raise ReaderError(
            source.name, "no known format of copy; name one with --input-format if it is copy."
        )
    document = None
    for document in _load(name).read(source):
        yield document if document.text.strip() else _told_empty(document)
    if document is None:  # a table without a row of text
        yield _told_empty(Document("", id=source.name, source=source.name, format=name))


def _told_empty(document: Document) -> Document:
    return replace(document, notices=(*document.notices, EMPTY))


def walk(paths: list[str]) -> Iterator[str]:
    """The files that paths, folders and patterns name, each once, folders in order of name.

    What was named outright is always yielded, even where it is missing, so that reading it says
    so. In folders only copy is picked up: known suffixes, no hidden files, of XML and JSON only
    what is recognised, and no report of numcheck's own. A folder or pattern that holds none is
    yielded itself.
    """
    seen: set[str] = set()
    for named in paths:
        for path in _expand(named):
            if path not in seen:
                seen.add(path)
                yield path


def _expand(named: str) -> list[str]:
    path = Path(named)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):  # a name no file system takes
        return [named]
    if is_folder:
        found = sorted(p for p in path.rglob("*") if _is_copy(p, path))
    elif _GLOB & set(named) and not path.exists():
        anchor = Path(path.anchor)
        found = sorted(p for p in anchor.glob(str(path.relative_to(anchor))) if p.is_file())
    else:
        found = []
    return [str(p) for p in found] or [named]


def is_copy(path: Path) -> bool:
    """Would a walk of its folder pick this file up?"""
    return _is_copy(path, path.parent)


def _is_copy(path: Path, top: Path) -> bool:
    if any(part.startswith(".") for part in path.relative_to(top).parts) or not path.is_file():
        return False
    suffix = path.suffix.lower()
    if not suffix or not any(suffix in _load(name).SUFFIXES for name in formats()):
        return False
    source = Source(str(path), path)
    try:
        return identify(source) != "" and not is_own_report(source.head)
    except ReaderError:
        return True  # reading it will say what is wrong
