"""Copy cut into pieces for the page: paragraphs, tables, and the stretches that are marked.

Pieces hold text and never markup; the templates escape whatever they are given.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from numcheck.model import Reading, Table, Zone
from numcheck.values import frozen


@frozen
class Mark:
    """A stretch of text to be marked, and what the page knows it by."""

    start: int
    end: int
    subject: object


@frozen
class Piece:
    """Text, marked or plain. A mark that runs over a line end gives several pieces, of which
    only the first is `whole`."""

    text: str
    subject: object = None
    whole: bool = True


#: Rows of cells; of each cell whether it heads its row or column, and its text.
Cells = tuple[tuple[tuple[bool, tuple[Piece, ...]], ...], ...]


@frozen
class Block:
    """A paragraph of pieces, or a table of cells of pieces; `zone` names its purpose."""

    zone: str
    pieces: tuple[Piece, ...] = ()
    rows: Cells = ()


class Cutter:
    """Cuts stretches of one text at its marks; marks that overlap an earlier one are left out."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._marks: list[Mark] = []
        for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
            if mark.start < mark.end and (not self._marks or self._marks[-1].end <= mark.start):
                self._marks.append(mark)
        self._ends = [mark.end for mark in self._marks]

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """The text from `start` to `end`, piece by piece."""
        return tuple(piece for piece in self._pieces(start, end) if piece.text)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for mark in self._marks[bisect_right(self._ends, start) :]:
            if mark.start >= end:
                break
            low, high = max(mark.start, start), min(mark.end, end)
            yield Piece(self._text[at:low])
            yield Piece(self._text[low:high], mark.subject, whole=low == mark.start)
            at = high
        yield Piece(self._text[at:end])


def blocks(reading: Reading, marks: Iterable[Mark]) -> Iterator[Block]:
    """The copy as paragraphs and tables, in order."""
    cutter = Cutter(reading.text, marks)
    zones = reading.zones or reading.document.zones
    tables = sorted(reading.tables or reading.document.tables, key=lambda table: table.start)
    at = 0
    for table in tables:
        if table.start < at:
            continue
        yield from _paragraphs(reading.text, at, table.start, zones, cutter)
        yield Block("table", rows=cells(table, cutter))
        at = table.end
    yield from _paragraphs(reading.text, at, len(reading.text), zones, cutter)


def _paragraphs(
    text: str, start: int, end: int, zones: Sequence[Zone], cutter: Cutter
) -> Iterator[Block]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Block(_zone_at(zones, start), cutter.cut(start, stop))
        start = stop + 1


def cells(table: Table, cutter: Cutter, showing: Iterable[int] = ()) -> Cells:
    """The rows of a table, cell by cell; with `showing`, the first row and those that hold one
    of these offsets."""
    wanted = set(showing)
    return tuple(
        tuple((cell.header, cutter.cut(cell.start, cell.end)) for cell in row)
        for at, row in enumerate(table.rows)
        if not wanted or at == 0 or any(c.start <= o < c.end for c in row for o in wanted)
    )


def _zone_at(zones: Sequence[Zone], offset: int) -> str:
    return next((zone.kind for zone in zones if zone.start <= offset < zone.end), "body")
