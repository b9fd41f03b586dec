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
from numcheck.readers._elements import Element, Tree
from numcheck.readers._item import write_beside, write_lines
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse, root_name
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
_THROWN_AWAY = frozenset({"trash", "auto-draft"})
#: What plug-ins write below an entry.
_APPENDED = pattern(r"The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?")
#: An entry's tag, or the beginning of what may hold such a tag and is none.
_ENTRY = pattern(
    r"<!--|<!\[CDATA\[|"
    r"<(?P<closing>/?)(?:[a-z]{1,20}:)?(?P<name>item|entry)(?=[\s/>])[^<>]{0,2000}?(?P<empty>/?)>",
    re.IGNORECASE,
)
_BREAK = pattern(r"\r?\n[ \t]*(?:\r?\n\s*)?")


def sniff(head: str) -> bool:
    """Is the first element that of a feed?"""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Document]:
    """Every entry of the feed, one parsed after the other: an export may hold a whole archive."""
    decoded = source.decoded()
    whole = Mapped(decoded.text)
    starts = line_starts(decoded.text)
    bounds = _entries(decoded.text)
    head = parse(whole.slice(0, bounds[0][0] if bounds else len(decoded.text)), xml=True)
    notices = Page(notices=list(decoded.notices))
    notices.tell_faults([f for f in head.faults if "never closed" not in f[0]], starts)
    language = _language(head.root)
    number = 0
    for start, end in bounds:
        tree = parse(whole.slice(start, end), xml=True)
        entry = tree.root.find("item", "entry")
        if entry is None or not _is_copy(entry):
            continue
        number += 1
        page = Page(notices=list(notices.notices))
        page.tell_faults(tree.faults, starts)
        write(page, entry)
        told = {"language": language, **_facts(entry)}
        name = source.name if len(bounds) == 1 else f"{source.name}#{number}"
        yield page.document(starts, id=name, source=source.name, format="feed", **told)
    if number == 0:
        raise ReaderError(source.name, "the feed holds no entry; there is nothing to check.")


def _entries(text: str) -> list[tuple[int, int]]:
    """Where each entry begins and ends, those inside another left to it."""
    bounds: list[tuple[int, int]] = []
    depth = start = 0
    for tag in _tags(text):
        if tag["closing"]:
            depth = max(depth - 1, 0)
            if depth == 0 and start >= 0:
                bounds.append((start, tag.end()))
                start = -1
        else:
            start = tag.start() if depth == 0 else start
            depth += 1
    if depth:  # the file was cut short
        bounds.append((start, len(text)))
    return bounds


def _tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of entries, but for those in comments and CDATA sections."""
    at = 0
    while match := _ENTRY.search(text, at):
        at = match.end()
        if match["name"] and not match["empty"]:
            yield match
        elif not match["name"]:
            at = text.find("-->" if match[0] == "<!--" else "]]>", at)
            if at < 0:
                return


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
