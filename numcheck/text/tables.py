"""Tables in plain text: lines of cells between bars or tabs, as in Markdown and pasted sheets.

Pages and Markdown files come with their tables from the readers; this is for copy that is handed
over as bare text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from numcheck.model import Cell, Table
from numcheck.patterns import pattern

_LEAST_ROWS = 3
_RULE = pattern(r"[\s|:+=-]+")

_Row = tuple[Cell, ...]


def find_tables(text: str) -> tuple[Table, ...]:
    """Runs of three or more lines with equally many cells; the first line is the header."""
    separator = "|" if text.count("|") >= _LEAST_ROWS else "\t"
    if text.count(separator) < _LEAST_ROWS:
        return ()
    rows = [row for row in _rows(text, separator) if row != ()]
    return tuple(_tables(rows))


def _rows(text: str, separator: str) -> Iterator[_Row | None]:
    """The cells of each line; None for a line that is no row, () for a ruled line."""
    start = 0
    for line in text.splitlines(keepends=True):
        if separator not in line:
            yield None
        elif _RULE.fullmatch(line):
            yield ()
        else:
            yield tuple(_cells(line, start, separator))
        start += len(line)


def _cells(line: str, start: int, separator: str) -> Iterator[Cell]:
    body = line.strip().strip(separator)
    at = line.index(body)
    for piece in body.split(separator):
        bare = piece.strip()
        left = start + at + len(piece) - len(piece.lstrip()) if bare else start + at
        yield Cell(left, left + len(bare))
        at += len(piece) + len(separator)


def _tables(rows: list[_Row | None]) -> Iterator[Table]:
    for width, run in groupby(rows, key=lambda row: 0 if row is None else len(row)):
        table = [row for row in run if row]
        if width >= 2 and len(table) >= _LEAST_ROWS:
            header = tuple(Cell(cell.start, cell.end, header=True) for cell in table[0])
            yield Table(header[0].start, table[-1][-1].end, (header, *table[1:]))
