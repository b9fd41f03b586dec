"""Web pages and what content systems export as HTML.

Scripts, navigation, forms and footers are left out. Where the page marks its story (`<article>`,
`<main>`) or its furniture (a class such as "share" or "related"), what is not the story becomes
boilerplate: it stays in the text, but no claim is read from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers._dates import moment
from numcheck.readers._elements import Element, Tree, words_of
from numcheck.readers._flow import Flow
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._page import Page, line_starts
from numcheck.readers._purpose import is_furniture, is_hidden
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
    told = [one for one in found if len(one.words()) > 40 and not is_hidden(one)]
    return [one for one in told if not is_furniture(one)] or told


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
    metas = {**linked_data(root), **metas}
    top = root.find("html") or root
    links = (e for e in root.iter("link") if e.get("rel") == "canonical")
    issued = _first(metas, _PUBLISHED) or _time(root)
    return {
        "id": source.name,
        "source": source.name,
        "format": "html",
        "language": top.get("lang") or _first(metas, ("language", "inlanguage")),
        "headline": _headline(root) or _first(metas, ("og:title", "headline")),
        "published": moment(issued),
        "issued": moment(_first(metas, _MODIFIED) or issued),
        "guid": next((e.get("href") for e in links), "") or _first(metas, ("og:url", "url")),
    }


def _headline(root: Element) -> str:
    """The headline as the page shows it, without what was struck out of it."""
    heading = root.find("h1")
    if heading is None:
        return words_of(root.find("title"))
    page = Page()
    Flow(page).write(heading)
    return " ".join(page.text.split())


def linked_data(root: Element) -> dict[str, str]:
    """What the page tells search engines of its story (JSON-LD); what is broken tells nothing."""
    for script in root.iter("script"):
        if not script.children or not script.get("type").endswith("ld+json"):
            continue
        try:
            told = json.loads(script.content().text)
        except (ValueError, RecursionError):
            continue
        for item in _items(told):
            if "datePublished" in item:
                return {str(k).lower(): v for k, v in item.items() if isinstance(v, str)}
    return {}


def _items(told: Any) -> list[dict[str, Any]]:
    """The items of a JSON-LD block: itself, those of a list, those of its graph."""
    graph = told.get("@graph") if isinstance(told, dict) else None
    listed = [told, *(graph if isinstance(graph, list) else told if isinstance(told, list) else ())]
    return [item for item in listed if isinstance(item, dict)]


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _time(root: Element) -> str:
    """The first `<time datetime>` of the page that names a day."""
    return next((t.get("datetime") for t in root.iter("time") if t.get("datetime")), "")
