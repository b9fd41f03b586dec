"""Plain text: read as it is. Its zones are found where text is read for claims."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Document
from numcheck.readers._lines import unwrapped
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source, with_plain_newlines

SUFFIXES = (".txt", ".text", ".asc", "")


def sniff(head: str) -> bool:  # noqa: ARG001
    """Any text may be plain text, but this format is only chosen where no other one fits."""
    return False


def read(source: Source) -> Iterator[Document]:
    """The file as one document; paragraphs broken into short lines are made whole."""
    decoded = source.decoded()
    page = Page(notices=list(decoded.notices))
    page.put(unwrapped(with_plain_newlines(decoded.text)))
    yield page.document(line_starts(decoded.text), id=source.name, source=source.name)
