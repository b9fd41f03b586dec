"""ninjs, the IPTC's news in JSON: versions 1 to 3, single items, lists and one item a line.

The versions differ in case (`versioncreated`, `versionCreated`) and in where the story stands
(`body_xhtml`, `bodies`); names are compared without case, and the richest body is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document, ZoneKind
from numcheck.patterns import pattern
from numcheck.readers import html, nitf
from numcheck.readers._dates import moment
from numcheck.readers._item import CANCELLED, write_beside, write_lines
from numcheck.readers._json import load, mapped, said
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse, root_name
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".json", ".ninjs")
SHARED_SUFFIX = True
_KEY = pattern(
    r'"(?:body_(?:text|x?html)|bodies|headlines?|versioncreated|pubstatus|description_text)"\s*:',
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d[\d.,]*")
_PICTURES = frozenset({"picture", "graphic", "video", "image"})
Item = dict[str, Any]


def sniff(head: str) -> bool:
    """Is this a JSON object or list with one of the keys that only news has?"""
    return head.lstrip()[:1] in ("{", "[") and _KEY.search(head) is not None


def read(source: Source) -> Iterator[Document]:
    """Every item of the file."""
    decoded = source.decoded()
    whole = Mapped(decoded.text)
    starts = line_starts(decoded.text)
    items = list(_items(load(decoded.text, source.name)))
    if not items:
        raise ReaderError(source.name, "the JSON holds no news item (an object with a headline).")
    for number, item in enumerate(items, 1):
        page = Page(notices=list(decoded.notices))
        write(page, item, whole)
        name = source.name if len(items) == 1 else f"{source.name}#{number}"
        yield page.document(starts, id=name, source=source.name, format="ninjs", **facts(item))


def _items(value: Any) -> Iterator[Item]:
    """The items of a value: itself, those of a list, those under "items" and the like."""
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict):
                yield from _items(inner)
    elif isinstance(value, dict):
        item = {str(key).lower(): inner for key, inner in value.items()}
        inner = item.get("items") or item.get("_items")
        if isinstance(inner, list):
            yield from _items([one for one in inner if isinstance(one, dict)])
        else:
            yield item


def write(page: Page, item: Item, whole: Mapped) -> None:
    """Lay the item down: headline, summary, the richest body, captions of its pictures."""
    bodies = [(kind, mapped(value, whole)) for kind, value in _told(item, "body", "bodies")]
    bodies = sorted((b for b in bodies if b[1].text.strip()), key=_richness)
    story = bodies[0][1].text if bodies else ""
    _beside(page, item, whole, "headline", "headlines", "headline", story)
    _beside(page, item, whole, "description", "descriptions", "lede", story)
    if bodies:
        _write_body(page, *bodies[0])
        _compare_bodies(page, [piece for _, piece in bodies])
    _write_pictures(page, item, whole, story)
    if note := said(item.get("ednote")):
        page.comment(note)
    status = said(item.get("pubstatus")).lower()
    if status in CANCELLED:
        page.cancel(f"marked as {status}")


def _told(item: Item, one: str, many: str) -> Iterator[tuple[str, object]]:
    """(content type or key, value) of a text that versions 1 and 2 tell in different ways."""
    for key, value in item.items():
        if key == one or key.startswith(f"{one}_"):
            yield key, value
    listed = item.get(many)
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            entry = {str(key).lower(): value for key, value in entry.items()}
            yield said(entry.get("contenttype")).lower(), entry.get("value")


def _richness(body: tuple[str, Mapped]) -> int:
    kind, piece = body
    marked_up = "html" in kind or "nitf" in kind or piece.text.lstrip().startswith("<")
    return 0 if marked_up else 1


def _beside(
    page: Page, item: Item, whole: Mapped, one: str, many: str, zone: ZoneKind, story: str
) -> None:
    pieces = [mapped(value, whole) for _, value in _told(item, one, many)]
    write_beside(page, [_untagged(piece) for piece in pieces], zone, story)


def _untagged(piece: Mapped) -> Mapped:
    if "<" not in piece.text and "&" not in piece.text:
        return piece
    return parse(piece).root.content()


def _write_body(page: Page, kind: str, body: Mapped) -> None:
    page.gap("\n\n")
    if root_name(body.text) == "nitf" or "nitf" in kind:
        nitf.write(page, parse(body, xml=True).root)
    elif _richness((kind, body)) == 0:
        html.write(page, parse(body))
    else:
        write_lines(page, body)
    page.gap("\n\n")


def _compare_bodies(page: Page, bodies: list[Mapped]) -> None:
    """A story sent twice, plain and marked up, should tell the same figures both times."""
    told = [sorted(_FIGURE.findall(_untagged(body).text)) for body in bodies]
    if any(figures != told[0] for figures in told[1:]):
        page.notice("The item holds its story several times, with different figures.")


def _write_pictures(page: Page, item: Item, whole: Mapped, story: str) -> None:
    linked = item.get("associations")
    pictures = list(linked.values()) if isinstance(linked, dict) else linked
    for picture in pictures if isinstance(pictures, list) else ():
        if isinstance(picture, dict):
            inner = {str(key).lower(): value for key, value in picture.items()}
            if said(inner.get("type")) in _PICTURES:
                _beside(page, inner, whole, "description", "descriptions", "caption", story)


def facts(item: Item) -> dict[str, Any]:
    """What the item says about itself."""
    headline = next((said(value) for _, value in _told(item, "headline", "headlines")), "")
    created = moment(said(item.get("versioncreated") or item.get("contentcreated")))
    first = moment(said(item.get("firstcreated")))
    return {
        "language": said(item.get("language")),
        "headline": headline,
        "published": created or first,
        "issued": created or first,
        "guid": said(item.get("uri") or item.get("guid")),
        "version": said(item.get("version")),
    }
