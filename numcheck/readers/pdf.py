"""PDF pages as text, by pypdf (the extra `numcheck[pdf]`).

A PDF says where letters stand and not in what order they are read: columns may interleave, so
every such document carries a remark. Words hyphenated at line ends are joined.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers._dates import moment
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page
from numcheck.readers._source import Source

SUFFIXES = (".pdf",)
_HYPHENATED = pattern(r"(?<=[a-zà-ÿ])[-\xad]\n(?=[a-zà-ÿ])")
_SPLIT_FIGURE = pattern(r"(?<=\d[-–])\n(?=\d)")
#: A line of this share of a full one's length goes on in the next; shorter ones are headlines,
#: table rows and ends of paragraphs.
_FULL_SHARE = 0.75
_UNCERTAIN = (
    "The reading order of a PDF is uncertain: check findings against the page, "
    "above all where it has columns."
)


def sniff(head: str) -> bool:
    """Does the file begin with PDF's mark?"""
    return head.startswith("%PDF-")


def read(source: Source) -> Iterator[Document]:
    """The file as one document, its pages one after the other."""
    try:
        import pypdf
    except ImportError as error:
        reason = "PDF needs pypdf; install it with: pip install 'numcheck[pdf]'."
        raise ReaderError(source.name, reason) from error
    data = source.bytes()
    # It tells every fault of a file on standard error, beside what is raised.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        texts = [page.extract_text() for page in reader.pages]
        told = _facts(reader.metadata or {})
    # pypdf raises whatever a damaged file leads it to (KeyError, RecursionError and its own).
    except Exception as error:
        reason = f"the PDF is damaged, locked or not readable ({type(error).__name__})."
        raise ReaderError(source.name, reason) from error
    page = Page(notices=[_UNCERTAIN])
    for text in texts:
        page.gap("\n\n")
        whole_words = _SPLIT_FIGURE.sub("", _HYPHENATED.sub("", text)).strip()
        page.put(Mapped(_paragraphs(whole_words).rstrip()))
    if page.length == 0:
        raise ReaderError(source.name, "the PDF holds pictures of text only; it needs OCR first.")
    yield page.document(None, id=source.name, source=source.name, format="pdf", **told)


def _paragraphs(text: str) -> str:
    """The lines of a page, joined where a paragraph seems to go on."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines)
    full = lengths[int(0.9 * (len(lengths) - 1))]
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return "".join(line + (" " if _goes_on(line, after, full) else "\n") for line, after in pairs)


def _goes_on(line: str, after: str, full: int) -> bool:
    """Does a paragraph go on behind a line, judging by its length and the next line's beginning?"""
    if line.rstrip().endswith((".", "!", "?", "”", '"')) and not after[:1].islower():
        return len(line) + 1 + len(after.split(" ", 1)[0]) > full
    return len(line) >= _FULL_SHARE * full > 0


def _facts(metadata: Any) -> dict[str, Any]:
    return {
        "headline": str(metadata.get("/Title") or "").strip(),
        "issued": moment(str(metadata.get("/ModDate") or "").removeprefix("D:")),
    }
