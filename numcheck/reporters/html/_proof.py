"""A finding as proof: the passages, the figures as read, and the line of numbers between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model import (
    NOT_COUNTED,
    Claim,
    Finding,
    Interval,
    Place,
    Reading,
    RuleInfo,
    Table,
)
from numcheck.reporters import _coverage, _words
from numcheck.reporters._width import visible
from numcheck.reporters.html import _svg
from numcheck.reporters.html._index import Index, issued, shorten
from numcheck.reporters.html._pieces import Cells, Cutter, Mark, Piece, cells
from numcheck.values import frozen

_CONTEXT = 260
_LONGEST = 2000
_MOST = 12


@frozen
class Figure:
    """One end of a contradiction: the words, and what was read from them."""

    text: str
    label: str
    primary: bool
    reads: tuple[str, ...]
    anchor: str


@frozen
class Passage:
    """The sentence or so around figures that stand together."""

    anchor: str
    name: str
    title: str
    issued: str
    line: int
    column: int
    language: str
    before: bool
    pieces: tuple[Piece, ...]
    after: bool
    rows: Cells
    figures: tuple[Figure, ...]


@frozen
class Proof:
    """Everything the page shows of one finding."""

    number: int
    finding: Finding
    rule: RuleInfo | None
    passages: tuple[Passage, ...]
    drawing: str
    worked: tuple[tuple[str, str], ...]
    slip: str
    first: int


def proof(number: int, finding: Finding, rule: RuleInfo | None, index: Index) -> Proof:
    """A finding made ready for the page."""
    figures = [
        (place, _figure(place, index, primary=at == 0))
        for at, place in enumerate(_coverage.places(finding))
    ]
    claims = [claim for place, _ in figures if (claim := index.claim_at(place)) is not None]
    return Proof(
        number, finding, rule, tuple(_passages(figures, index)), drawing(claims, index),
        tuple(_words.worked(finding)), _words.slip(finding), index.numbers.get(finding.document, 0),
    )  # fmt: skip


def _figure(place: Place, index: Index, primary: bool) -> Figure:
    claim = index.claim_at(place)
    reading = index.readings.get(place.document)
    text = reading.text[place.start : place.end] if reading else place.text
    if claim is None:
        return Figure(text, place.label, primary, (), "")
    return Figure(
        text, place.label, primary, tuple(read_as(claim)), index.figure(_coverage.key(claim))
    )


def read_as(claim: Claim) -> Iterator[str]:
    """What was read of a claim, in the order a reader asks: how many, of what, where, when, who."""
    yield from _words.reads(claim)
    yield from filter(None, (str(claim.where or ""), _words.period(claim.when)))
    if claim.said_by:
        yield f"said by {claim.said_by}"


def _passages(figures: Sequence[tuple[Place, Figure]], index: Index) -> Iterator[Passage]:
    """One passage for each stretch of copy; figures in one sentence or one table share theirs."""
    groups: dict[tuple[str, int, int], list[tuple[Place, Figure]]] = {}
    for place, figure in figures:
        if place.document in index.readings:
            stretch = _stretch(index.readings[place.document], place)
            groups.setdefault((place.document, *stretch), []).append((place, figure))
    for group in groups.values():
        yield _passage(group, index)


def _stretch(reading: Reading, place: Place) -> tuple[int, int]:
    """What tells the passage of a place from others of its document."""
    table = _table_at(reading, place)
    if table is not None:
        return -1, table.start
    sentence = next((n for n, s in enumerate(reading.sentences) if s.end > place.start), -1)
    # Copy without full stops is one endless sentence; nobody reads a passage that long.
    return sentence, place.start // _LONGEST


def _table_at(reading: Reading, place: Place) -> Table | None:
    tables = reading.tables or reading.document.tables
    return next((t for t in tables if t.start <= place.start and place.end <= t.end), None)


def _passage(group: Sequence[tuple[Place, Figure]], index: Index) -> Passage:
    first = group[0][0]
    reading = index.readings[first.document]
    text, name = reading.text, reading.document.id
    cutter = Cutter(text, (Mark(place.start, place.end, figure) for place, figure in group))
    table = _table_at(reading, first)
    start, end = (0, len(text)) if table else _context(reading, [place for place, _ in group])
    line, column = index.line_column(name, first.start)
    return Passage(
        anchor=index.document(name),
        name=visible(name),
        title=index.title(reading),
        issued=issued(reading),
        line=line,
        column=column,
        language=reading.document.language,
        before=bool(text[:start].strip()),
        pieces=() if table else cutter.cut(start, end),
        after=bool(text[end:].strip()),
        rows=cells(table, cutter, [place.start for place, _ in group]) if table else (),
        figures=tuple(figure for _, figure in group),
    )


def _context(reading: Reading, places: Sequence[Place]) -> tuple[int, int]:
    """The sentence around the places, cut to a few lines if it is long."""
    text = reading.text
    low, high = min(place.start for place in places), max(place.end for place in places)
    start, end = next((s for s in reading.sentences if s.end > low), (low, high))
    start = max(min(start, low), low - _CONTEXT)
    end = min(max(end, high), high + _CONTEXT)
    if start < low and start > 0 and text[start - 1].isalnum():
        start = min(text.find(" ", start, low) + 1 or low, low)
    if end > high and end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", high, end), high)
    return start, end


def drawing(claims: Sequence[Claim], index: Index) -> str:
    """The number line of the figures, or "" where they share no line (two units, dates).

    Where a value was worked out from several figures, it is drawn against the one that is said.
    """
    counted = [claim for claim in claims if claim.kind not in NOT_COUNTED]
    made = _made(claims, index)
    if counted and made is not None:
        rows = [_row(counted[0], "one"), _svg.Row("worked out", made, made, "other")]
    elif len(counted) < 2 or len({claim.unit for claim in counted}) > 1:
        return ""
    else:
        rows = [_row(claim, "other" if at else "one") for at, claim in enumerate(counted[:_MOST])]
    return _svg.number_line(rows, _words.with_unit("", counted[0].unit).strip())


def _row(claim: Claim, tone: str) -> _svg.Row:
    words = " · ".join(filter(None, (visible(claim.text), visible(str(claim.where or "")))))
    return _svg.Row(shorten(words, 60), claim.core, claim.hull, tone)


def _made(claims: Sequence[Claim], index: Index) -> Interval | None:
    """What the link between these claims worked out in the unit of the first."""
    wanted = {_coverage.key(claim) for claim in claims}
    for link in index.links_of(_coverage.key(claims[0])) if claims else ():
        if {_coverage.key(claim) for claim in _coverage.claims_of(link)} == wanted:
            made = link.facts.get("made")
            return made if isinstance(made, Interval) else None
    return None
