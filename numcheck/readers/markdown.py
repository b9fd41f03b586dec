"""Markdown: CommonMark with tables, front matter and comments.

markdown-it-py says what is a heading, an item, emphasis; the places are found by walking its
texts along the file, in which they stand in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from numcheck.model import Cell, Document, Span, Table
from numcheck.patterns import pattern
from numcheck.readers._dates import moment
from numcheck.readers._flow import Flow, lowered, raised
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._page import Mark, Page, line_starts
from numcheck.readers._source import Source, with_plain_newlines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
#: Lists cost markdown-it-py more than linear time (6 s for 80,000 items); copy is far shorter.
_MAX_CHARS = 200_000
#: Nor is a paragraph of copy as long as this; brackets in one cost quadratic time.
_MAX_INLINE_CHARS = 8_000
_FRONT = pattern(r"(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n\1[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = pattern(r"^([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_TARGET = pattern(r"\](?:\((?:[^()\\]|\\.|\([^()]{0,2000}\)){0,4000}+\)|\[[^\]]{0,1000}\])?")
#: What front matter is made of: fields, what is indented below them, lists, remarks.
_FRONT_LINE = pattern(r"[A-Za-z][\w -]{0,40}[ \t]*[:=]|[ \t]|[-#\[\]{}]|\.\.\.|[\"']")
#: A footnote's mark, and the beginning of its text: outside CommonMark, and usual all the same.
_NOTE_MARK = pattern(r"\[\^([^\]\s]{1,40})\](?!:)")
_NOTE = pattern(r"^ {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*", re.MULTILINE)
_RAISED = pattern(r"(?<=[\w)])\^([0-9+−-]{1,4})\^")
_LOWERED = pattern(r"(?<=[\w)])(?<!~)~([0-9]{1,3})~(?!~)")
#: Stands for the beginning of a footnote's text until it is written.
_HERE = "\ue000"
_CODE = frozenset({"fence", "code_block"})
_LINE_TOKENS = frozenset(
    f"{name}_{end}" for name in ("tr", "thead", "tbody") for end in ("open", "close")
)


def sniff(head: str) -> bool:  # noqa: ARG001
    """Markdown cannot be told from plain text with certainty; its suffix must say so."""
    return False


def read(source: Source) -> Iterator[Document]:
    """The file as one document."""
    decoded = source.decoded()
    whole = with_plain_newlines(decoded.text)
    page = Page(notices=list(decoded.notices))
    fields, body = _front_matter(whole)
    if "title" in fields:
        mark = page.mark()
        page.put(fields["title"])
        page.zone(mark, "headline")
        page.gap("\n\n")
    if len(body.text) > _MAX_CHARS:
        page.notice("The file is too long to be read as Markdown; it is read as plain text.")
        page.put(body)
    else:
        _Writer(page, _with_marks(body)).run()
    yield page.document(line_starts(decoded.text), **_facts(fields, source))


def _with_marks(body: Mapped) -> Mapped:
    """The text with footnote marks, powers and indices as the characters that they show as."""
    marked = body.replaced(_NOTE_MARK, lambda m: raised(m[1]) if m[1].isdigit() else "*")
    marked = marked.replaced(_NOTE, lambda _: f"\n\n{_HERE}")
    marked = marked.replaced(_RAISED, lambda match: raised(match[1]))
    return marked.replaced(_LOWERED, lambda match: lowered(match[1]))


def _front_matter(whole: Mapped) -> tuple[dict[str, Mapped], Mapped]:
    """The plain fields between the first two rules of a file, and what follows them."""
    match = _FRONT.match(whole.text)
    lines = match[2].split("\n") if match else []
    if match is None or not all(_FRONT_LINE.match(line) for line in lines if line.strip()):
        return {}, whole
    fields: dict[str, Mapped] = {}
    for found in _FIELD.finditer(whole.text, match.start(2), match.end(2)):
        start, end = found.span(2)
        if end - start > 1 and whole.text[start] == whole.text[end - 1] and found[2][0] in "\"'":
            start, end = start + 1, end - 1
        fields.setdefault(found[1].lower(), whole.slice(start, end))
    return fields, whole.slice(match.end(), len(whole.text))


def _facts(fields: dict[str, Mapped], source: Source) -> dict[str, Any]:
    def said(*names: str) -> str:
        return next((fields[name].text for name in names if name in fields), "")

    issued = moment(said("updated", "lastmod", "date", "published"))
    return {
        "id": source.name,
        "source": source.name,
        "format": "markdown",
        "language": said("lang", "language", "locale"),
        "headline": said("title", "headline"),
        "published": moment(said("date", "published", "pubdate")) or issued,
        "issued": issued,
        "guid": said("guid", "id", "slug"),
        "version": said("version"),
    }


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Wire copy indents its paragraphs, which Markdown would take for code.
    parser.disable(["code", "text_join", "inline"])
    return parser


@dataclass
class _Writer:
    """Lays the tokens of a file down on a page, walking along its text."""

    page: Page
    body: Mapped
    at: int = 0
    end: int = 0
    shift: str = ""
    deleted: int = 0
    marks: list[Mark] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)

    def run(self) -> None:
        starts = line_starts(self.body.text)
        for token in _parser().parse(self.body.text):
            if token.map and token.type != "inline":
                self.at = max(self.at, starts[min(token.map[0], len(starts) - 1)])
                last = token.map[1]
                self.end = starts[last] if last < len(starts) else len(self.body.text)
            self.block(token)

    def block(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self.inline(token)
        elif kind == "html_block":
            start = self.find(token.content[:40])
            self.page.gap("\n\n")
            Flow(self.page).write(parse(self.body.slice(start, self.end)).root)
            self.page.gap("\n\n")
            self.at = self.end
        elif kind in ("th_open", "td_open"):
            self.page.gap("\t" if self.row else "")
            self.marks.append(self.page.mark())
        elif kind in ("th_close", "td_close"):
            span = self.page.since(self.marks.pop()) or Span(self.page.length, self.page.length)
            self.row.append(Cell(span.start, span.end, kind == "th_close"))
        elif kind not in _CODE:
            self.boundary(token)

    def boundary(self, token: Token) -> None:
        """The beginning or end of a heading, list, table, item or paragraph."""
        kind = token.type
        nested = token.level > 0 and "list" in kind
        tight = token.hidden or nested or kind in _LINE_TOKENS
        self.page.gap("\n" if tight else "\n\n")
        if kind in ("heading_open", "bullet_list_open", "ordered_list_open", "table_open"):
            self.marks.append(self.page.mark())
        elif kind == "heading_close":
            self.page.zone(self.marks.pop(), "headline")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.page.zone(self.marks.pop(), "list")
        elif kind == "tr_close":
            self.rows.append(tuple(self.row))
            self.row = []
        elif kind == "table_close":
            span = self.page.zone(self.marks.pop(), "table")
            if span:
                self.page.tables.append(Table(span.start, span.end, tuple(self.rows)))
            self.rows = []

    def inline(self, token: Token) -> None:
        noted = token.content.startswith(_HERE)
        mark = self.page.mark()
        self.line(token)
        if noted:
            self.page.zone(mark, "note")

    def line(self, token: Token) -> None:
        if len(token.content) > _MAX_INLINE_CHARS:
            for line in token.content.split("\n"):
                self.put(line)
                self.page.gap(" ")
            return
        parser = _parser()
        children: list[Token] = []
        parser.inline.parse(token.content, parser, {}, children)
        self.spans(children)

    def spans(self, children: Iterable[Token]) -> None:
        for child in children:
            kind = child.type
            if kind == "text" or kind == "code_inline":
                self.put(child.content)
            elif kind == "text_special":
                self.put(child.content, child.markup)
            elif kind == "softbreak":
                self.page.gap(" ")
            elif kind == "hardbreak":
                self.page.gap("\n")
            elif kind == "html_inline":
                self.html(child.content)
            elif kind in ("link_close", "image"):
                self.skip_target(kind)
            elif kind in ("s_open", "s_close"):
                self.deleted += 1 if kind == "s_open" else -1

    def find(self, written: str) -> int:
        """Where a text of the file stands, from here on; here, if it is not found."""
        found = self.body.text.find(written, self.at, self.end)
        return found if found >= 0 else self.at

    def put(self, text: str, written: str = "") -> None:
        """Lay down a text, which the file may have written as an escape or a reference."""
        start = self.find(written or text)
        self.at = start + len(written or text)
        if text.startswith(_HERE):
            start, text = start + 1, text[1:]
        if self.deleted or not text:
            return
        shifted = {"sup": raised, "sub": lowered}.get(self.shift, str)(text)
        there = self.body.slice(start, start + (len(written) or len(text)))
        self.page.flow(Mapped(shifted, there.anchors[:1] if written else there.anchors))

    def html(self, tag: str) -> None:
        self.at = self.find(tag) + len(tag)
        name = tag.strip("</> ").lower()
        if tag.startswith("<!--"):
            self.page.comment(tag[4:].removesuffix("-->"))
        elif name in ("sup", "sub"):
            self.shift = "" if tag.startswith("</") else name
        elif name.startswith("br"):
            self.page.gap("\n")

    def skip_target(self, kind: str) -> None:
        """Step over the address of a link or picture, in which digits are no figures."""
        if kind == "image":
            self.at = self.find("![")
        match = _TARGET.search(self.body.text, self.at, self.end)
        if match and (kind == "image" or match.start() - self.at < 12):
            self.at = match.end()
