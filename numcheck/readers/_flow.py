"""From a tree of markup to a page: what is a heading, a table, a caption, and what is left out.

One vocabulary serves XHTML and NITF, which share most names and mean the same by them.
"""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Cell, Span, Table
from numcheck.readers._elements import Element, Remark, names
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page
from numcheck.readers._purpose import ZONES, is_hidden, is_note_mark, zone_kind

_LEFT_OUT = names(
    "head script style template noscript iframe object svg math canvas audio video select option "
    "button input textarea form nav footer menu dialog datalist map del s strike rp rt "
    # NITF: credits, and facts about pictures
    "media-reference media-metadata media-object media-producer byline distributor tagline "
    "bibliography rights copyrite custom-table"
)
_BLOCKS = names(
    "address article block blockquote body body.content body.head body.end center dd details div "
    "dl dt fieldset figure header hr main media p section summary abstract hedline lead nitf "
    "li tr legend"
)
_LINES = frozenset({"li", "tr", "legend", "dt", "dd"})
#: Elements that say what a figure means, and in which attributes: "EUR", "20200317", "days".
_TAGS = {
    "money": ("unit", "currency", "value", "norm"),
    "num": ("units", "unit", "value", "norm"),
    "chron": ("norm",),
    "time": ("datetime",),
}
_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_RAISED_LETTERS = str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿ°ᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
#: Wider tables are none that a newsroom sets, and cells that span may multiply.
_MAX_COLUMNS = 100


def raised(text: str) -> str:
    """Superscript digits and signs as such: 10<sup>6</sup> is "10⁶" and never "106".

    So is a letter by itself, a footnote mark ("84ᵃ") or the sign of a degree; "th" and "er" are
    the endings of figures.
    """
    if len(text.strip("()[] ,")) == 1:
        text = text.translate(_RAISED_LETTERS)
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Subscript digits and signs as such."""
    return text.translate(_LOWERED)


@dataclass
class Flow:
    """Writes elements to a page."""

    page: Page
    _shift: str = ""
    _verbatim: bool = False
    _in_line: bool = False

    def write(self, element: Element) -> None:
        """Write an element and all inside it that is copy."""
        at = 0
        while at < len(element.children):
            if parts := _fraction_at(element.children, at):
                self.raised_fraction(*parts)
                at += 3
            else:
                self.child(element.children[at])
                at += 1

    def child(self, child: Element | Mapped | Remark) -> None:
        """Write a text, keep a comment, or write an element by what it is."""
        if isinstance(child, Mapped):
            self.text(child)
        elif isinstance(child, Remark):
            self.page.comment(child.text)
        else:
            self.element(child)

    def text(self, run: Mapped) -> None:
        if self._shift:
            run = Mapped(
                raised(run.text) if self._shift == "sup" else lowered(run.text), run.anchors
            )
        if self._verbatim:
            self.page.put(run)
        else:
            self.page.flow(run)

    def element(self, element: Element) -> None:
        name = element.name
        if name in _LEFT_OUT or is_hidden(element):
            return
        if name == "br":
            self.page.gap(" " if self._in_line else "\n")
        elif name in ("sup", "sub"):
            self.shifted(element, name)
        elif is_note_mark(element):
            self.shifted(element, "sup")
        elif name == "frac":
            self.fraction(element)
        elif name == "q":
            self.quoted(element)
        elif name == "table":
            write_table(self, element)
        elif name in ZONES or name in _BLOCKS:
            self.block(element)
        else:
            self.inline(element)

    def shifted(self, element: Element, shift: str) -> None:
        self._shift, before = shift, self._shift
        self.write(element)
        self._shift = before

    def fraction(self, element: Element) -> None:
        """NITF's fraction, kept apart from a whole number before it: "2 1/2", never "21/2"."""
        above, below = (element.find(name) for name in ("frac-num", "frac-den"))
        self.page.gap(" ")
        if above is None or below is None:
            self.write(element)
            return
        self.text(above.content())
        self.page.put(Mapped("/", ((0, self.there(below)),)))
        self.text(below.content())

    def raised_fraction(self, above: Element, slash: Mapped, below: Element) -> None:
        """2<sup>1</sup>/<sub>2</sub> is "2 1/2" and never "21/2"."""
        self.page.gap(" ")
        for piece in (above.content(), slash, below.content()):
            self.text(piece)

    def quoted(self, element: Element) -> None:
        """Browsers put quotation marks around `<q>`; they are on the page and so in the text."""
        there = ((0, self.there(element)),)
        self.page.put(Mapped("“", there))
        self.write(element)
        self.page.put(Mapped("”", there))

    @staticmethod
    def there(element: Element) -> int:
        """Where in the file an element's first own text stands."""
        own = (child for child in element.children if isinstance(child, Mapped))
        return next(own, Mapped("")).anchors[0][1]

    def inline(self, element: Element) -> None:
        """An element within a line; tagged figures are kept as hints, checked and not believed."""
        mark = self.page.mark()
        self.write(element)
        span = self.page.since(mark)
        if span and element.name in _TAGS:
            said = [value for key in _TAGS[element.name] if (value := element.get(key))]
            self.page.hints.extend((element.name, span, value) for value in said or [""])

    def block(self, element: Element) -> None:
        gap = " " if self._in_line else "\n" if element.name in _LINES else "\n\n"
        self.page.gap(gap)
        mark = self.page.mark()
        before, self._verbatim = self._verbatim, self._verbatim or element.name == "pre"
        self.write(element)
        self._verbatim = before
        kind = zone_kind(element)
        if kind is None:
            self.page.since(mark)
        else:
            self.page.zone(mark, kind)
        self.page.gap(gap)


def _fraction_at(
    children: list[Element | Mapped | Remark], at: int
) -> tuple[Element, Mapped, Element] | None:
    """The parts of a fraction told by raising and lowering: <sup>1</sup>/<sub>2</sub>."""
    if len(children) < at + 3:
        return None
    above, slash, below = children[at : at + 3]
    if not (
        isinstance(above, Element) and isinstance(slash, Mapped) and isinstance(below, Element)
    ):
        return None
    named = (above.name, slash.text, below.name) in (("sup", "/", "sub"), ("sup", "\u2044", "sub"))
    figures = named and above.words().isdigit() and below.words().isdigit()
    return (above, slash, below) if figures else None


def write_table(flow: Flow, table: Element) -> None:
    """A table of figures as a table; one that only arranges a page as the blocks it holds."""
    rows = [r for r in _rows(table) if any(_cells(r))]
    if _arranges(table, rows):
        for cell in (c for r in rows for c in _cells(r)):
            flow.page.gap("\n\n")
            flow.write(cell)
        flow.page.gap("\n\n")
        return
    page = flow.page
    page.gap("\n\n")
    caption = _write_caption(flow, table)
    mark = page.mark()
    covered: dict[int, int] = {}
    written = []
    for element in rows:
        written.append(_write_row(flow, element, covered))
        page.gap("\n")
    span = page.zone(mark, "table")
    page.gap("\n\n")
    if span:
        page.tables.append(Table(span.start, span.end, tuple(written), caption))


def _rows(table: Element) -> list[Element]:
    """The rows of a table, not of tables inside it, the foot last wherever it was written."""
    rows: list[Element] = []
    foot: list[Element] = []
    for child in table.elements():
        if child.name == "tr":
            rows.append(child)
        elif child.name in ("thead", "tbody", "tfoot"):
            part = foot if child.name == "tfoot" else rows
            part.extend(inner for inner in child.elements() if inner.name == "tr")
    return rows + foot


def _cells(element: Element) -> list[Element]:
    return [child for child in element.elements() if child.name in ("td", "th")]


def _arranges(table: Element, rows: list[Element]) -> bool:
    """Old pages and newsletters lay out columns by tables; those hold tables or have one column."""
    nested = any(inner is not table for inner in table.iter("table"))
    return nested or max((len(_cells(r)) for r in rows), default=0) < 2


def _write_caption(flow: Flow, table: Element) -> Span | None:
    caption = next((c for c in table.elements() if c.name == "caption"), None)
    if caption is None:
        return None
    mark = flow.page.mark()
    flow.write(caption)
    span = flow.page.zone(mark, "caption")
    flow.page.gap("\n")
    return span


def _write_row(flow: Flow, element: Element, covered: dict[int, int]) -> tuple[Cell, ...]:
    """The cells of a row, in their columns: a cell that spans leaves empty ones beside and below.

    `covered` says for how many more rows a column is taken by a cell above.
    """
    row: list[Cell] = []
    for at, cell in enumerate(_cells(element)):
        _skip_covered(row, covered)
        flow.page.gap("\t" if at else "")
        mark = flow.page.mark()
        Flow(flow.page, _shift=flow._shift, _in_line=True).write(cell)
        span = flow.page.since(mark) or Span(flow.page.length, flow.page.length)
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        for column in range(len(row), min(len(row) + width, _MAX_COLUMNS)):
            covered[column] = height - 1
        row.append(Cell(span.start, span.end, cell.name == "th"))
        width = min(width, _MAX_COLUMNS - len(row) + 1)
        row.extend(Cell(span.end, span.end) for _ in range(width - 1))
    _skip_covered(row, covered)
    return tuple(row)


def _skip_covered(row: list[Cell], covered: dict[int, int]) -> None:
    while len(row) < _MAX_COLUMNS and covered.get(len(row), 0) > 0:
        covered[len(row)] -= 1
        here = row[-1].end if row else 0
        row.append(Cell(here, here))


def _span(cell: Element, attribute: str) -> int:
    """How many columns or rows a cell covers; nonsense counts as one."""
    said = cell.get(attribute)
    return min(max(int(said[:4]), 1), _MAX_COLUMNS) if said.isascii() and said.isdigit() else 1
