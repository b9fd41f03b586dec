"""Web pages and what content systems export as HTML.

Scripts, navigation, forms and footers are left out. Where the page marks its story (`<article>`,
`<main>`) or its furniture (a class such as "share" or "related"), what is not the story becomes
boilerplate: it stays in the text, but no claim is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers._dates import moment
from numcheck.readers._flow import Flow
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import Element, Tree, parse, words_of
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_OPENING = pattern(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "pubdate",
    "publish-date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "last-modified", "og:updated_time")


def sniff(head: str) -> bool:
    """Does this begin as a web page does?"""
    return _OPENING.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The page as one document."""
    decoded = source.decoded()
    tree = parse(Mapped(decoded.text))
    page = Page(notices=list(decoded.notices))
    write(page, tree)
    starts = line_starts(decoded.text)
    page.tell_faults(tree.faults, starts)
    yield page.document(starts, **facts(tree, source))


def write(page: Page, tree: Tree) -> None:
    """Lay a page's copy down; what stands outside its story is boilerplate."""
    flow = Flow(page)
    stories = _stories(tree.root)
    if stories:
        _write_around(flow, tree.root, {id(story) for story in stories})
    else:
        flow.write(tree.root)


def _stories(root: Element) -> list[Element]:
    main = root.find("main")
    found = [main] if main is not None else list(root.iter("article"))
    return [story for story in found if len(story.words()) > 40]


def _write_around(flow: Flow, element: Element, stories: set[int]) -> None:
    """Write an element that holds the stories: all else in it, but its headlines, is furniture."""
    for child in element.children:
        if isinstance(child, Element) and id(child) in stories:
            flow.element(child)
        elif isinstance(child, Element) and any(id(e) in stories for e in child.iter()):
            _write_around(flow, child, stories)
        elif isinstance(child, Element):
            mark = flow.page.mark()
            flow.element(child)
            flow.page.zone(mark, "headline" if child.name == "h1" else "boilerplate")
        else:
            flow.child(child)


def facts(tree: Tree, source: Source) -> dict[str, Any]:
    """What the page says about itself: language, headline, dates, address."""
    root = tree.root
    metas = {
        (m.get("property") or m.get("name") or m.get("itemprop")).lower(): m.get("content")
        for m in root.iter("meta")
    }
    top = root.find("html") or root
    links = (e for e in root.iter("link") if e.get("rel") == "canonical")
    issued = _first(metas, _PUBLISHED) or _time(root)
    return {
        "id": source.name,
        "source": source.name,
        "format": "html",
        "language": top.get("lang") or metas.get("language", ""),
        "headline": words_of(root.find("h1")) or words_of(root.find("title")),
        "published": moment(issued),
        "issued": moment(_first(metas, _MODIFIED) or issued),
        "guid": next((e.get("href") for e in links), "") or metas.get("og:url", ""),
    }


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _time(root: Element) -> str:
    """The first `<time datetime>` of the page that names a day."""
    return next((t.get("datetime") for t in root.iter("time") if t.get("datetime")), "")
