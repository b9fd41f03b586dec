"""Feeds: RSS 0.9 to 2.0, Atom, and WordPress exports, which are RSS with the whole posts inside.

Every entry is a document; an entry that comes twice with one id is a later version of itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import html
from numcheck.readers._dates import moment
from numcheck.readers._item import write_beside, write_lines
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import Element, Tree, parse, root_name
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".rss", ".atom", ".wxr", ".xml")
SHARED_SUFFIX = True
_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
#: What WordPress keeps beside its posts; a picture's post holds its file, not copy.
_NO_COPY = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_template"})
#: WordPress's own marks in square brackets, whose widths and numbers are no figures.
_SHORTCODE = pattern(
    r"\[/?(?:gallery|embed|audio|video|playlist)\b[^\]\n]{0,500}\]|"
    r"\[/?[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:\"[^\"\n]{0,300}\"|[^\s\]\n]{1,300})){1,20}\s*/?\]"
)
_CAPTION = pattern(r"\[(/?)caption\b[^\]\n]{0,500}\]")
#: What WordPress notes of its blocks and folds, and what it keeps of posts thrown away.
_BLOCK_MARK = pattern(r"<!-- ?(?:/?wp:[^>]{0,2000}|more|nextpage) ?-->")
_THROWN_AWAY = frozenset({"trash", "auto-draft", "inherit"})
#: What plug-ins write below an entry.
_APPENDED = pattern(r"The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?")
_BREAK = pattern(r"\r?\n[ \t]*(?:\r?\n\s*)?")


def sniff(head: str) -> bool:
    """Is the first element that of a feed?"""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Document]:
    """Every entry of the feed."""
    decoded = source.decoded()
    tree = parse(Mapped(decoded.text), xml=True)
    starts = line_starts(decoded.text)
    language = _language(tree.root)
    found = tree.root.outermost("item", "entry")
    entries = [entry for entry in found if _is_copy(entry)]
    if not entries:
        raise ReaderError(source.name, "the feed holds no entry; there is nothing to check.")
    for number, entry in enumerate(entries, 1):
        page = Page(notices=list(decoded.notices))
        page.tell_faults(tree.faults, starts)
        write(page, entry)
        told = {"language": language, **_facts(entry)}
        name = source.name if len(entries) == 1 else f"{source.name}#{number}"
        yield page.document(starts, id=name, source=source.name, format="feed", **told)


def _is_copy(entry: Element) -> bool:
    return (
        _said(entry, "post_type") not in _NO_COPY
        and _own(entry, "wp", "status") not in _THROWN_AWAY
    )


def write(page: Page, entry: Element) -> None:
    """Lay an entry down: its title, then its content or, where that is empty, its summary."""
    content = _content(entry)
    title = _child(entry, "title")
    if title is not None:
        write_beside(page, [_unwrapped(title).root.content()], "headline", "")
    if content is not None:
        wordpress = _child(entry, "post_type") is not None
        page.gap("\n\n")
        if content.get("type") in ("text", "text/plain"):
            write_lines(page, content.content())
        else:
            html.write(page, _without_appended(_unwrapped(content, wordpress)))


def _without_appended(tree: Tree) -> Tree:
    """The markup without "The post … appeared first on …" at its end, of which nothing is copy."""
    for paragraph in tree.root.iter("p"):
        if _APPENDED.fullmatch(paragraph.words()):
            paragraph.attributes["class"] = "share"
    return tree


def _content(entry: Element) -> Element | None:
    """The fullest text of an entry; `<excerpt:encoded>` shares its name with the content."""
    found = [
        child
        for name in ("encoded", "content", "description", "summary", "excerpt")
        for child in entry.elements()
        if child.name == name and child.prefix not in ("excerpt", "media") and child.words()
    ]
    return found[0] if found else None


def _unwrapped(element: Element, wordpress: bool = False) -> Tree:
    """The markup that an element holds as elements, as escaped text or as CDATA."""
    if any(True for _ in element.elements()):
        return Tree(element)
    inner = element.content()
    if wordpress:
        inner = inner.replaced(_CAPTION, lambda match: f"<{match[1]}figcaption>")
        inner = inner.replaced(_BLOCK_MARK, lambda _: "").replaced(_SHORTCODE, lambda _: "")
        inner = inner.replaced(_BREAK, _as_break)
    return parse(inner)


def _as_break(match: re.Match[str]) -> str:
    """WordPress shows a line end as such, and a blank line as a new paragraph."""
    return "<p>" if match[0].count("\n") > 1 else "<br>"


def _child(entry: Element, *names: str) -> Element | None:
    return next((c for name in names for c in entry.elements() if c.name == name), None)


def _said(entry: Element, *names: str) -> str:
    found = (c.words() for name in names for c in entry.elements() if c.name == name)
    return next((words for words in found if words), "")


def _own(entry: Element, prefix: str, name: str) -> str:
    found = (c.words() for c in entry.elements() if c.name == name and c.prefix == prefix)
    return next(found, "")


def _headline(entry: Element) -> str:
    title = _child(entry, "title")
    return " ".join(_unwrapped(title).root.words().split()) if title is not None else ""


def _published(entry: Element) -> dt.datetime | None:
    """When an entry was put out; WordPress dates drafts 1970 or 0000."""
    for name in ("published", "pubdate", "issued", "date", "post_date_gmt", "post_date"):
        when = moment(_said(entry, name))
        if when is not None and when.year > 1970:
            return when
    return None


def _facts(entry: Element) -> dict[str, Any]:
    published = _published(entry)
    updated = moment(_said(entry, "updated", "modified", "post_modified_gmt"))
    said = {
        "headline": _headline(entry),
        "published": published or updated,
        "issued": updated or published,
        "guid": _said(entry, "guid", "id") or _said(entry, "link"),
        "version": _said(entry, "updated", "modified", "post_modified_gmt"),
    }
    return {**said, "language": entry.get("lang")} if entry.get("lang") else said


def _language(root: Element) -> str:
    for element in root.iter("rss", "feed", "channel", "rdf"):
        if said := element.get("lang") or _said(element, "language"):
            return said
    return ""
