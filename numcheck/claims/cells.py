"""Figures in tables: what a cell counts stands over its column, whose it is beside its row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from numcheck.model import Cell, Span, Table


class Heading(NamedTuple):
    """The header of a cell's column and the label of its row, where the table has them."""

    column: Span | None
    row: Span | None


class Cells:
    """The figure cells of a document's tables, to be asked by place."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._cells = sorted(
            (cell.start, cell.end, heading) for table in tables for cell, heading in _headed(table)
        )
        self._starts = [start for start, _, _ in self._cells]

    def heading(self, offset: int) -> Heading | None:
        """What is said over and beside the cell at an offset; None outside every cell."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._cells[at][1]:
            return None
        return self._cells[at][2]


def _headed(table: Table) -> Iterable[tuple[Cell, Heading]]:
    header = table.rows[0] if table.rows and table.rows[0] and table.rows[0][0].header else ()
    for row in table.rows[1:] if header else table.rows:
        for at, cell in enumerate(row):
            column = Span(header[at].start, header[at].end) if at < len(header) else None
            yield cell, Heading(column, Span(row[0].start, row[0].end) if at else None)
