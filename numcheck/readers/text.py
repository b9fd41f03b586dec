"""Plain text: read as it is. Its zones are found where text is read for claims."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers._lines import unwrapped
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source, with_plain_newlines

SUFFIXES = (".txt", ".text", ".asc", "")
#: No markup, no control characters, and no "From:" as e-mail begins with.
_PROSE = pattern(
    r"\s{0,200}(?![\w-]{1,60}:[ \t]|From )[^\s<{\[%\x00-\x1f\x7f-\x9f\ufffd]"
    r"[^\x00-\x08\x0e-\x1f\ufffd]{0,400}+"
    r"(?:[^\x00-\x08\x0e-\x1f\ufffd]|$)"
)


def sniff(head: str) -> bool:
    """Does this plainly begin as prose does? (Text that does not may still be plain text.)

    Asked first for names that say nothing, so that no other format need be imported for them.
    """
    return _PROSE.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The file as one document; paragraphs broken into short lines are made whole."""
    decoded = source.decoded()
    page = Page(notices=list(decoded.notices))
    page.put(unwrapped(with_plain_newlines(decoded.text)))
    yield page.document(line_starts(decoded.text), id=source.name, source=source.name)
