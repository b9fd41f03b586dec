"""Corpora: many items of copy in one table, a row each, with columns that can be named.

`columns` says which column holds what ("text", "id", "date", "headline", "language", "version",
"guid", "story"); what it leaves out is looked for under its usual names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import html
from numcheck.readers._dates import moment
from numcheck.readers._item import write_beside, write_lines
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._page import Page
from numcheck.readers._source import Source

_USUAL: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "body_text", "article_text", "full_text", "fulltext",
        "maintext", "main_text", "copy", "story_text", "body_html", "html", "articlebody",
        "article_body", "plain_text", "story",
    ),
    "id": ("id", "doc_id", "docid", "article_id", "item_id", "uid", "key"),
    "date": (
        "date", "published", "publication_date", "pub_date", "pubdate", "published_at",
        "date_published", "date_publish", "publish_date", "published_date", "datepublished",
        "issued", "timestamp",
    ),
    "headline": ("headline", "title", "heading"),
    "language": ("language", "lang", "locale"),
    "version": ("version", "revision"),
    "guid": ("guid", "uri", "url", "link"),
    "story": (),
}  # fmt: skip
#: Tags within copy whose line ends are its own: "Held <b>84</b> people".
_TAGS = pattern(r"</(?:p|b|i|a|em|strong|su[bp]|span|div|h[1-6]|li)>|<br ?/?>", re.IGNORECASE)
_BREAK = pattern(r"\r?\n[ \t]*(?:\r?\n\s*)?")


def has_text_column(names: Iterable[str]) -> bool:
    """Is one of these columns usually the one that holds copy?"""
    return not {_plain(name) for name in names}.isdisjoint(_USUAL["text"])


def _plain(name: str) -> str:
    """A column's name as the usual ones are written: "Published Date" is "published_date"."""
    return "_".join(name.strip().lower().replace("-", " ").split())


def find_columns(names: list[str], source: Source) -> dict[str, str]:
    """Which column holds what; raises ReaderError where the text's is unknown or one is missing."""
    plain = {_plain(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for role, usual in _USUAL.items():
        named = source.columns.get(role)
        if named is not None and named not in names:
            raise ReaderError(source.name, f"there is no column {named!r}; {_list(names)}.")
        column = named or next((plain[name] for name in usual if name in plain), None)
        if column is not None:
            found[role] = column
    if "text" not in found:
        raise ReaderError(
            source.name, f"no column of copy was found; name it (text=NAME); {_list(names)}."
        )
    return found


def _list(names: list[str]) -> str:
    shown = ", ".join(name.strip()[:40] for name in names[:12])
    return f"the columns are {shown}{', …' if len(names) > 12 else ''}"


class Naming:
    """Names the documents of a file, each once: a row's own name, else its number."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._given: set[str] = set()

    def name(self, identity: str, number: int) -> str:
        """A name for a row; a later version under the same name gets its row's number added."""
        name = f"{self._source.name}#{identity or number}"
        if name in self._given:
            name = f"{name}@{number}"
        self._given.add(name)
        return name


def document(
    source: Source,
    naming: Naming,
    told: Mapping[str, Mapped],
    line_starts: tuple[int, ...],
    first_line: int,
    number: int = 0,
) -> Document:
    """A row as a document; `told` are its values by role, with their places.

    A row without an id is named by its number, or by the line on which it begins.
    """
    page = Page()
    text = told["text"]
    if "headline" in told:
        write_beside(page, [told["headline"]], "headline", text.text[:500])
    page.gap("\n\n")
    _write_text(page, text)
    values = {role: " ".join(piece.text.split()) for role, piece in told.items() if role != "text"}
    identity = values.pop("id", "")
    date = moment(values.pop("date", ""))
    values["guid"] = values.get("guid") or identity
    return page.document(
        line_starts,
        first_line,
        id=naming.name(identity, number or first_line),
        source=source.name,
        format=source.suffix.lstrip(".") or "corpus",
        published=date,
        issued=date,
        **values,
    )


def _write_text(page: Page, text: Mapped) -> None:
    """A cell that is a web page, text with some tags in it, or plain lines."""
    if html.sniff(text.text[:200]):
        html.write(page, parse(text))
    elif _TAGS.search(text.text, 0, 4000):
        broken = text.replaced(_BREAK, lambda m: "<p>" if m[0].count("\n") > 1 else "<br>")
        html.write(page, parse(broken))
    else:
        write_lines(page, text)
