"""NITF, the News Industry Text Format: versions 3.x, with or without their namespace.

What its taggers say of a figure (`<num>`, `<money>`, `<chron>`) is kept as a hint, to be checked
and not believed: agencies tag by machine, and a football tournament has been tagged as money.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numcheck.model import Document
from numcheck.readers._dates import moment
from numcheck.readers._elements import Element, words_of
from numcheck.readers._flow import Flow
from numcheck.readers._item import tell_status, write_beside
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse, root_name
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".nitf", ".xml")
SHARED_SUFFIX = True


def sniff(head: str) -> bool:
    """Is the first element `<nitf>`?"""
    return root_name(head) == "nitf"


def read(source: Source) -> Iterator[Document]:
    """The item as one document."""
    decoded = source.decoded()
    tree = parse(Mapped(decoded.text), xml=True)
    starts = line_starts(decoded.text)
    page = Page(notices=list(decoded.notices))
    page.tell_faults(tree.faults, starts)
    root = tree.root.find("nitf") or tree.root
    write(page, root)
    yield page.document(starts, id=source.name, source=source.name, format="nitf", **facts(root))


def write(page: Page, root: Element) -> None:
    """Lay the body down; a title in the head only where no headline follows."""
    title = root.find("title")
    body = root.find("body") or root
    if title is not None and body.find("hl1") is None:
        write_beside(page, [title.content()], "headline", body.words())
    Flow(page).write(body)
    tell_status(page, _attribute(root, "docdata", "management-status"))
    for name in ("ed-msg", "correction"):
        if note := _attribute(root, name, "info"):
            page.comment(note)


def facts(root: Element) -> dict[str, Any]:
    """What the head says. An item and its later versions share the key of `<du-key>`."""
    issued = moment(_attribute(root, "date.issue", "norm"))
    released = moment(_attribute(root, "date.release", "norm"))
    body = root.find("body") or root
    paragraph = body.find("p")
    return {
        "language": root.get("lang") or body.get("lang") or (paragraph or body).get("lang"),
        "headline": words_of(root.find("hl1")) or words_of(root.find("title")),
        "published": issued or released,
        "issued": issued or released,
        "guid": _attribute(root, "du-key", "key") or _attribute(root, "doc-id", "id-string"),
        "version": _attribute(root, "du-key", "generation"),
    }


def _attribute(root: Element, name: str, attribute: str) -> str:
    element = root.find(name)
    return element.get(attribute) if element is not None else ""
