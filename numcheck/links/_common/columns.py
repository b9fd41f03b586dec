"""Tables as columns of claims, with the row and the column that hold totals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from numcheck.links._common.book import Book, book
from numcheck.model import Cell, Claim, Reading, Table
from numcheck.values import frozen

_NOT_FIGURES = frozenset({"ordinal", "date", "time", "score", "identifier", "age"})


@frozen
class Line:
    """One row or column: its label and the figure of each cell, None where there is none."""

    label: str
    figures: tuple[Claim | None, ...]


@frozen
class Grid:
    """The figures of a table, without header row and label column."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    words: Book

    def total_row(self) -> int | None:
        """The index of the only row that is called a total, if it is the first or the last."""
        return _edge_total(self.words, self.rows)

    def total_column(self) -> int | None:
        return _edge_total(self.words, self.columns)

    def adds_up(self, line: Line) -> bool:
        """May the figures of a line be added, by its label?"""
        return not self.words.says("not_added", line.label)


def _edge_total(words: Book, lines: tuple[Line, ...]) -> int | None:
    called = [at for at, line in enumerate(lines) if words.says("total", line.label)]
    if len(called) != 1 or called[0] not in (0, len(lines) - 1):
        return None
    # Rows that are part of other rows would be counted twice.
    return None if any(words.says("subtotal", line.label) for line in lines) else called[0]


def grids(reading: Reading) -> Iterator[Grid]:
    """The tables of a document that have a header row, a label column and equal rows."""
    if not reading.tables:
        return
    words = book("table", reading.document.language)
    starts = [claim.start for claim in reading.claims]
    for table in reading.tables:
        grid = _grid(reading, table, words, starts) if words.patterns else None
        if grid is not None:
            yield grid


def _grid(reading: Reading, table: Table, words: Book, starts: list[int]) -> Grid | None:
    rows = [row for row in table.rows if row]
    if len(rows) < 3 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None

    def label(cell: Cell) -> str:
        return " ".join(reading.text[cell.start : cell.end].lower().split())

    figures = [[_figure(reading, cell, starts) for cell in row[1:]] for row in rows[1:]]
    return Grid(
        tuple(
            Line(label(row[0]), tuple(line)) for row, line in zip(rows[1:], figures, strict=True)
        ),
        tuple(
            Line(label(rows[0][at + 1]), tuple(line[at] for line in figures))
            for at in range(len(rows[0]) - 1)
        ),
        words,
    )


def _figure(reading: Reading, cell: Cell, starts: list[int]) -> Claim | None:
    """The only figure of a cell."""
    first = bisect_left(starts, cell.start)
    inside = [c for c in reading.claims[first : first + 3] if c.start < cell.end]
    if len(inside) != 1 or inside[0].kind in _NOT_FIGURES:
        return None
    return inside[0]
