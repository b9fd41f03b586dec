"""ninjs, the IPTC's news in JSON: versions 1 to 3, single items, lists and one item a line.

The versions differ in case (`versioncreated`, `versionCreated`) and in where the story stands
(`body_xhtml`, `bodies`); names are compared without case, and the richest body is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document, ZoneKind
from numcheck.patterns import pattern
from numcheck.readers import html, nitf
from numcheck.readers._dates import moment
from numcheck.readers._item import tell_status, write_beside, write_lines
from numcheck.readers._json import load, mapped, said
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse, root_name
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source

SUFFIXES = (".json", ".ninjs")
SHARED_SUFFIX = True
_KEY = pattern(
    r'"(?:body_(?:text|x?html)|bodies|headlines?|versioncreated|pubstatus|description_text|'
    r'content_(?:text|html))"\s*:',
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d[\d.,]*")
#: What the body that is to be printed is called, where bodies have roles.
_MAIN = frozenset({"main", "body", "text", "story", "full"})
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
            yield from _items([one for one in _linked(item) if any(map(_is_body, one))])


def _is_body(key: str) -> bool:
    return key.lower().startswith(("body_", "bodies"))


def _linked(item: Item) -> list[dict[str, Any]]:
    """The items that a package or a story holds beside itself: further texts, pictures."""
    held = item.get("associations")
    listed = list(held.values()) if isinstance(held, dict) else held
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def write(page: Page, item: Item, whole: Mapped) -> None:
    """Lay the item down: headline, summary, the richest body, captions of its pictures."""
    bodies = _bodies(item, whole)
    story = bodies[0][1].text if bodies else ""
    _beside(page, item, whole, "headline", "headlines", "headline", story)
    if "content_text" in item or "content_html" in item:  # JSON Feed
        _beside(page, item, whole, "title", "", "headline", story)
    _beside(page, item, whole, "description", "descriptions", "lede", story)
    if bodies:
        _write_body(page, *bodies[0])
        _compare_bodies(page, [piece for _, piece in bodies])
    _write_pictures(page, item, whole, story)
    if note := said(item.get("ednote")):
        page.comment(note)
    tell_status(page, said(item.get("pubstatus")), said(item.get("embargoed")))


def _bodies(item: Item, whole: Mapped) -> list[tuple[str, Mapped]]:
    """The item's bodies, the one to check first: the main one, marked up, as long as any."""
    found = [
        (role, kind, mapped(value, whole))
        for key in ("body", "content")
        for role, kind, value in _told(item, key, "bodies" if key == "body" else "")
    ]
    found = [body for body in found if body[2].text.strip()]
    if any(role in _MAIN for role, _, _ in found):
        found = [body for body in found if body[0] in _MAIN]
    long = max((_words(piece) for _, _, piece in found), default=0) / 2
    found.sort(key=lambda body: (_words(body[2]) < long, _richness(body[1], body[2])))
    return [(kind, piece) for _, kind, piece in found]


def _words(piece: Mapped) -> int:
    return len(_untagged(piece).text.split())


def _told(item: Item, one: str, many: str) -> Iterator[tuple[str, str, object]]:
    """(role, content type or key, value) of a text that versions 1 and 2 tell in different ways."""
    for key, value in item.items():
        if key == one or key.startswith(f"{one}_"):
            yield "", key, value
    listed = item.get(many)
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            entry = {str(key).lower(): value for key, value in entry.items()}
            role = said(entry.get("role")).lower()
            yield role, said(entry.get("contenttype")).lower(), entry.get("value")


def _richness(kind: str, piece: Mapped) -> int:
    marked_up = "html" in kind or "nitf" in kind or piece.text.lstrip().startswith("<")
    return 0 if marked_up else 1


def _beside(
    page: Page, item: Item, whole: Mapped, one: str, many: str, zone: ZoneKind, story: str
) -> None:
    pieces = [mapped(value, whole) for _, _, value in _told(item, one, many)]
    write_beside(page, [_untagged(piece) for piece in pieces], zone, story)


def _untagged(piece: Mapped) -> Mapped:
    if "<" not in piece.text and "&" not in piece.text:
        return piece
    return parse(piece).root.content()


def _write_body(page: Page, kind: str, body: Mapped) -> None:
    page.gap("\n\n")
    if root_name(body.text) == "nitf" or "nitf" in kind:
        nitf.write(page, parse(body, xml=True).root)
    elif _richness(kind, body) == 0:
        html.write(page, parse(body))
    else:
        write_lines(page, body)
    page.gap("\n\n")


def _compare_bodies(page: Page, bodies: list[Mapped]) -> None:
    """A story sent twice, plain and marked up, should tell the same figures both times.

    A shorter body (for telephones, a summary) may leave some out but tells no others.
    """
    told = [Counter(_FIGURE.findall(_untagged(body).text)) for body in bodies]
    if any(figures - told[0] for figures in told[1:]):
        page.notice("The item holds its story several times, with different figures.")


def _write_pictures(page: Page, item: Item, whole: Mapped, story: str) -> None:
    for picture in _linked(item):
        inner = {str(key).lower(): value for key, value in picture.items()}
        if said(inner.get("type")) in _PICTURES:
            _beside(page, inner, whole, "description", "descriptions", "caption", story)


def facts(item: Item) -> dict[str, Any]:
    """What the item says about itself."""
    headlines = (said(value) for _, _, value in _told(item, "headline", "headlines"))
    headline = next(filter(None, headlines), "") or said(item.get("title"))
    created = moment(said(item.get("versioncreated") or item.get("contentcreated")))
    first = moment(said(item.get("firstcreated") or item.get("date_published")))
    return {
        "language": said(item.get("language")),
        "headline": headline,
        "published": created or first,
        "issued": created or first,
        "guid": said(item.get("uri") or item.get("guid") or item.get("id")),
        "version": said(item.get("version")),
    }
