"""NewsML-G2, and the NewsML 1.x that came before it: items that hold NITF, XHTML or plain text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import html, nitf
from numcheck.readers._dates import moment
from numcheck.readers._elements import Element, Tree, words_of
from numcheck.readers._item import tell_status, write_beside, write_lines
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse, root_name
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".newsml", ".xml")
SHARED_SUFFIX = True
_ROOTS = frozenset({"newsitem", "newsmessage", "newsml", "packageitem", "conceptitem"})
_TAG = pattern(r"<(?:p|div|br|table|h[1-6])\b", re.IGNORECASE)
_CONTENT = ("inlinexml", "inlinedata", "datacontent")


def sniff(head: str) -> bool:
    """Is the first element one of NewsML's?"""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Document]:
    """Every news item of the file."""
    decoded = source.decoded()
    tree = parse(Mapped(decoded.text), xml=True)
    starts = line_starts(decoded.text)
    items = list(tree.root.outermost("newsitem")) or list(tree.root.outermost(*_ROOTS))
    for number, item in enumerate(items, 1):
        page = Page(notices=list(decoded.notices))
        page.tell_faults(tree.faults, starts)
        _write(page, item)
        name = source.name if len(items) == 1 else f"{source.name}#{number}"
        yield page.document(starts, id=name, source=source.name, format="newsml", **_facts(item))


def _write(page: Page, item: Element) -> None:
    contents = [c for c in item.iter(*_CONTENT) if c.words()]
    story = " ".join(content.words() for content in contents)
    write_beside(page, _texts(item, "headline"), "headline", story)
    write_beside(page, _texts(item, "description"), "lede", story)
    for content in contents:
        write_content(page, content)
    if item.name != "newsitem":
        page.notice("It holds no story of its own: a package only names others.")
    for note in item.iter("ednote"):
        page.comment(note.words())
    tell_status(page, _status(item), _words(item, "embargoed", "statuswillchange"))


def _texts(item: Element, name: str) -> list[Mapped]:
    return [element.content() for element in item.iter(name)]


def write_content(page: Page, content: Element) -> None:
    """Lay down inline XML as it is, escaped HTML as HTML, and the rest as text."""
    inner = content.find("nitf")
    kind = content.get("contenttype").lower()
    page.gap("\n\n")
    if content.get("encoding").lower() == "base64":
        html.write(page, parse(_from_base64(content.content())))
    elif inner is not None:
        nitf.write(page, inner)
    elif any(True for _ in content.elements()):
        html.write(page, Tree(content))
    elif "html" in kind or _TAG.search(content.content().text[:2000]):
        html.write(page, parse(content.content()))
    else:
        write_lines(page, content.content())
    page.gap("\n\n")


def _from_base64(content: Mapped) -> Mapped:
    """The text of packed data; a person sees no place in it but its beginning."""
    try:
        text = base64.b64decode(content.text).decode("utf-8", "replace")
    except ValueError:
        return Mapped("")
    start = content.offset(0)
    return Mapped(text, tuple((m.start(), start) for m in re.finditer(r"^", text, re.MULTILINE)))


def _facts(item: Element) -> dict[str, Any]:
    language = item.find("language")
    created = _words(item, "versioncreated", "thisrevisioncreated", "dateandtime")
    first = _words(item, "contentcreated", "firstcreated")
    tag = (language.get("tag") or language.get("formalname")) if language is not None else ""
    return {
        "language": item.get("lang") or tag,
        "headline": _words(item, "headline", "hl1"),
        "published": moment(created) or moment(first),
        "issued": moment(created) or moment(first),
        "guid": item.get("guid") or _words(item, "newsitemid", "publicidentifier"),
        "version": item.get("version") or _words(item, "revisionid"),
    }


def _words(item: Element, *names: str) -> str:
    return next((words for name in names if (words := words_of(item.find(name)))), "")


def _status(item: Element) -> str:
    """The publication status: "stat:canceled", `<Status FormalName="Canceled">`."""
    element = item.find("pubstatus", "status")
    if element is None:
        return ""
    return element.get("qcode") or element.get("formalname") or element.words()
