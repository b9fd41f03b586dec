"""Word files: tracked insertions kept, deletions dropped, tables, notes and comments in place.

Read from the file's own XML: one common library drops what tracked changes insert, another glues
footnote marks to the figure before them. Word shows no lines, so places count paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Cell, Document, Span, Table, ZoneKind
from numcheck.readers._archive import Archive
from numcheck.readers._dates import moment
from numcheck.readers._elements import Element, words_of
from numcheck.readers._flow import lowered, raised
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page
from numcheck.readers._source import Source

SUFFIXES = (".docx", ".docm", ".dotx")
#: What a change took away or moved elsewhere, what Word computes by, and what it draws.
_LEFT_OUT = frozenset({"del", "movefrom", "deltext", "instrtext", "ppr", "rpr", "sectpr"})
_SIGNS = {"nobreakhyphen": "-", "softhyphen": "", "ptab": " "}
#: Characters of Word's Symbol font, by their codes.
_SYMBOLS = dict(zip("A0 A3 B0 B1 B3 B4 B8 2D BC".split(), "€≤°±≥×÷−…", strict=True))  # noqa: SIM905
_GAPS = {"tab": "\t", "br": "\n", "cr": "\n"}


def sniff(head: str) -> bool:
    """Is this a zip archive whose first members are those of a Word file?"""
    return head.startswith("PK\x03\x04") and ("word/" in head or "[Content_Types].xml" in head)


def read(source: Source) -> Iterator[Document]:
    """The file as one document."""
    archive = Archive(source)
    body = archive.tree("word/document.xml")
    if body is None:
        raise ReaderError(source.name, "the archive holds no Word document (word/document.xml).")
    page = Page()
    writer = _Writer(page, _comments(archive))
    writer.write(body)
    writer.write_boxes()
    for part, name in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        writer.notes(archive.tree(part), name)
    yield page.document(
        None, id=source.name, source=source.name, format="docx", **_facts(archive, body)
    )


def _comments(archive: Archive) -> dict[str, str]:
    root = archive.tree("word/comments.xml")
    return {c.get("id"): c.words() for c in root.iter("comment")} if root is not None else {}


def _facts(archive: Archive, body: Element) -> dict[str, Any]:
    """The properties of the file. The day it was saved orders versions; it dates no story."""
    core = archive.tree("docProps/core.xml") or Element("", {}, 0)
    language = next((e.get("val") for e in body.iter("lang") if e.get("val")), "")
    return {
        "language": words_of(core.find("language")) or language,
        "headline": _headline(body) or words_of(core.find("title")),
        "issued": moment(words_of(core.find("modified")) or words_of(core.find("created"))),
        "guid": words_of(core.find("identifier")),
        "version": words_of(core.find("revision")),
    }


def _headline(body: Element) -> str:
    for paragraph in body.iter("p"):
        if _kind(paragraph) == "headline":
            texts = (text.content().text for text in paragraph.iter("t"))
            return " ".join("".join(texts).split())
    return ""


def _kind(paragraph: Element) -> ZoneKind | None:
    """What Word's styles say a paragraph is for."""
    properties = _child(paragraph, "ppr")
    if properties is None:
        return None
    style = _value(properties, "pstyle").lower()
    if style.startswith(("heading", "title", "subtitle")) or _child(properties, "outlinelvl"):
        return "headline"
    if style.startswith("caption"):
        return "caption"
    listed = _child(properties, "numpr") is not None or style.startswith("list")
    return "list" if listed else None


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element.elements() if child.name == name), None)


def _value(element: Element, name: str) -> str:
    child = _child(element, name)
    return child.get("val") if child is not None else ""


def _is_on(properties: Element, name: str) -> bool:
    child = _child(properties, name)
    return child is not None and child.get("val", "1").lower() not in ("0", "false", "off")


def _shift(properties: Element) -> str:
    """Are these letters raised or lowered, as such or by a distance?"""
    moved = _value(properties, "position")
    if moved.removeprefix("-").isdigit() and moved != "0":
        return "subscript" if moved.startswith("-") else "superscript"
    return _value(properties, "vertalign")


def _is_mark_deleted(paragraph: Element) -> bool:
    """Was the end of the paragraph deleted, so that the next one goes on in it?"""
    marked = _child(_child(paragraph, "ppr") or paragraph, "rpr")
    return marked is not None and _child(marked, "del") is not None


@dataclass
class _Writer:
    """Lays the body of a Word file down."""

    page: Page
    comments: dict[str, str]
    in_cell: bool = False
    shift: str = ""
    last_kind: ZoneKind | None = None
    runs_on: bool = False
    marks: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def write(self, element: Element) -> None:
        for child in element.elements():
            self.element(child)

    def element(self, element: Element) -> None:
        name = element.name
        if name in _GAPS:
            self.page.gap(" " if self.in_cell else _GAPS[name])
        elif name in _SIGNS:
            self.text(Mapped(_SIGNS[name]))
        elif name not in _LEFT_OUT:
            _HANDLERS.get(name, _Writer.write)(self, element)

    def characters(self, element: Element) -> None:
        self.text(element.content())

    def text(self, piece: Mapped) -> None:
        shifted = {"superscript": raised, "subscript": lowered}.get(self.shift, str)
        self.page.flow(Mapped(shifted(piece.text)))

    def paragraph(self, element: Element) -> None:
        kind = _kind(element)
        together = kind == "list" and self.last_kind == "list"
        gap = " " if self.in_cell else "\n" if together else "\n\n"
        self.page.gap("" if self.runs_on else gap)
        self.runs_on = _is_mark_deleted(element)
        mark = self.page.mark()
        self.write(element)
        if kind is None or self.in_cell:
            self.page.since(mark)
        else:
            self.page.zone(mark, kind)
        self.last_kind = kind
        if not self.runs_on:
            self.page.gap("" if kind == "list" else gap)
            self.write_boxes()

    def run(self, element: Element) -> None:
        properties = _child(element, "rpr") or Element("", {}, 0)
        if any(_is_on(properties, name) for name in ("vanish", "strike", "dstrike")):
            return
        before, self.shift = self.shift, _shift(properties) or self.shift
        self.write(element)
        self.shift = before

    def symbol(self, element: Element) -> None:
        self.text(Mapped(_SYMBOLS.get(element.get("char").upper().removeprefix("F0"), "")))

    def power(self, element: Element) -> None:
        """A power or an index of a formula: "10⁶", never "106"."""
        for child in element.elements():
            before = self.shift
            self.shift = {"sup": "superscript", "sub": "subscript"}.get(child.name, before)
            self.write(child)
            self.shift = before

    def fraction(self, element: Element) -> None:
        above, below = _child(element, "num"), _child(element, "den")
        if above is not None and below is not None:
            self.page.gap(" ")
            self.write(above)
            self.text(Mapped("/"))
            self.write(below)

    def box(self, element: Element) -> None:
        """A text box floats beside its paragraph, and so follows it."""
        self.boxes.append(element)

    def write_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.write(box)

    def mark_note(self, element: Element) -> None:
        """A note's mark, raised and numbered as Word shows it, so that it joins no figure."""
        self.marks.append(element.get("id"))
        self.page.put(Mapped(raised(str(len(self.marks)))))

    def comment(self, element: Element) -> None:
        said = self.comments.pop(element.get("id"), "")
        if said:
            self.page.comment(said)

    def alternative(self, element: Element) -> None:
        """The same drawing told twice, for new and for old programs: only the first is copy."""
        first = _child(element, "choice") or _child(element, "fallback")
        if first is not None:
            self.write(first)

    def notes(self, root: Element | None, name: str) -> None:
        """Foot- and endnotes follow the text; sources and asides, never claims."""
        for note in root.iter(name) if root is not None else ():
            if note.get("type") in ("", "normal"):
                self.page.gap("\n\n")
                mark = self.page.mark()
                self.write(note)
                self.page.zone(mark, "note")

    def table(self, element: Element) -> None:
        if self.in_cell:
            self.write(element)
            return
        self.page.gap("\n\n")
        mark = self.page.mark()
        self.in_cell = True
        rows = [self.row(row) for row in element.elements() if row.name == "tr"]
        self.in_cell = False
        span = self.page.zone(mark, "table")
        self.page.gap("\n\n")
        if span:
            written = tuple(row for row in rows if row)
            self.page.tables.append(Table(span.start, span.end, written))

    def row(self, element: Element) -> tuple[Cell, ...]:
        properties = _child(element, "trpr") or Element("", {}, 0)
        if _child(properties, "del") is not None:
            return ()
        header = _is_on(properties, "tblheader")
        cells: list[Cell] = []
        for cell in element.elements():
            if cell.name == "tc":
                cells.extend(self.cell(cell, header, bool(cells)))
        self.page.gap("\n")
        return tuple(cells)

    def cell(self, element: Element, header: bool, follows: bool) -> Iterator[Cell]:
        """A cell, and an empty one for every further column it covers."""
        self.page.gap("\t" if follows else "")
        mark = self.page.mark()
        if _child(_child(element, "tcpr") or element, "celldel") is None:
            self.write(element)
        span = self.page.since(mark) or Span(self.page.length, self.page.length)
        yield Cell(span.start, span.end, header)
        width = _value(_child(element, "tcpr") or Element("", {}, 0), "gridspan")
        for _ in range(min(int(width), 50) - 1 if width.isascii() and width.isdigit() else 0):
            yield Cell(span.end, span.end, header)


_HANDLERS: dict[str, Callable[[_Writer, Element], None]] = {
    "p": _Writer.paragraph,
    "tbl": _Writer.table,
    "r": _Writer.run,
    "sym": _Writer.symbol,
    "ssup": _Writer.power,
    "ssub": _Writer.power,
    "ssubsup": _Writer.power,
    "f": _Writer.fraction,
    "txbxcontent": _Writer.box,
    "t": _Writer.characters,
    "footnotereference": _Writer.mark_note,
    "endnotereference": _Writer.mark_note,
    "commentrangestart": _Writer.comment,
    "commentreference": _Writer.comment,
    "alternatecontent": _Writer.alternative,
}
