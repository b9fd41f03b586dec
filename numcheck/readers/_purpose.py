"""What the elements of a page are for, as their names, classes and roles say."""

from __future__ import annotations

import re

from numcheck.model import ZoneKind
from numcheck.patterns import pattern
from numcheck.readers._elements import Element

ZONES: dict[str, ZoneKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"), "headline"),
    **dict.fromkeys(("figcaption", "caption", "media-caption"), "caption"),
    **dict.fromkeys(("ul", "ol"), "list"),
    "aside": "boilerplate",
    "note": "note",
    "fn": "note",
    "abstract": "lede",
    "dateline": "dateline",
    "pre": "body",
}
#: Words in class, id and role that mark parts of a page which are not the story.
_FURNITURE = pattern(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|related|"
    r"recommended|newsletter|sidebar|comments?|comment-form|respond|advert|advertisement|promo|"
    r"teaser|cookies?|cookie-banner|most-?read|trending|site-header|site-footer|player|"
    r"(?:gmail|moz)[_-]signature)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: Classes that say how a part of the page looks just now ("has-sidebar", "share-enabled").
_STATE = pattern(
    r"(?<!\S)(?:has|no|with|is|hide|show)-\S+|[^\s]{1,60}-(?:enabled|disabled|open|visible)(?!\S)"
)
#: What a page holds without showing it.
_UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = pattern(
    r"(?<!\S)(?:sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden)(?!\S)"
)
_NOTES = pattern(
    r"(?<!\S)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|"
    r"footnotes?|endnotes?|doc-(?:foot|end)notes?|references)(?!\S)"
)
_DATED = pattern(r"(?<!\S)(?:dateline|article-dateline)(?!\S)")
_NOTE_MARK = pattern(r"(?<!\S)(?:footnote|footnote-ref|fn-ref|note-ref|noteref)(?!\S)")
_PULLED = pattern(r"pull-?quote", re.IGNORECASE)


def is_hidden(element: Element) -> bool:
    """Is it there for programs and screen readers only, not on the page that people see?"""
    attributes = element.attributes
    return bool(attributes) and (
        "hidden" in attributes
        or _UNSEEN.search(attributes.get("style", "")) is not None
        or _UNSEEN_CLASS.search(attributes.get("class", "")) is not None
    )


def is_note_mark(element: Element) -> bool:
    """A mark that leads to a footnote, raised or not: `<a role="doc-noteref">1</a>`."""
    return (
        bool(element.attributes)
        and element.name in ("a", "span")
        and (
            "noteref" in element.get("role") + element.get("type")
            or _NOTE_MARK.search(element.get("class")) is not None
        )
    )


def is_furniture(element: Element) -> bool:
    """Does its class, id or role say that it belongs to the page and not to the story?"""
    called = " ".join(element.get(key) for key in ("class", "id", "role"))
    return _FURNITURE.search(_STATE.sub(" ", called)) is not None


def zone_kind(element: Element) -> ZoneKind | None:
    """What an element says its text is for; None if nothing in particular."""
    if element.attributes:
        called = " ".join(element.get(key) for key in ("class", "id", "role"))
        if _PULLED.search(called):
            return "pull-quote"
        kind = _called(called)
        if kind is not None and not _holds_story(element):
            return kind
    if element.name == "header" and element.find("nav", "form") and not _holds_story(element):
        return "boilerplate"
    if element.name == "note" and element.get("type") == "npa":  # "not for publication, advisory"
        return "not-for-publication"
    if element.name == "blockquote" and element.get("type") == "cite":
        return "note"  # an earlier mail
    named = ZONES.get(element.name)
    return None if named == "body" else named


def _called(names: str) -> ZoneKind | None:
    """What class, id and role say of an element that is not the story itself."""
    if _NOTES.search(names):
        return "note"
    if _DATED.search(names):
        return "dateline"
    return "boilerplate" if _FURNITURE.search(_STATE.sub(" ", names)) else None


def _holds_story(element: Element) -> bool:
    """Is this the story itself, or what wraps it?"""
    return element.find("article", "main", "body", "h1") is not None
