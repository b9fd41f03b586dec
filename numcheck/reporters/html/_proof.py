"""A finding as proof: the passages, the figures as read, and the line of numbers between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.model import NOT_COUNTED, Claim, Finding, Interval, Place, RuleInfo
from numcheck.reporters import _coverage, _words
from numcheck.reporters._width import visible
from numcheck.reporters.html import _svg
from numcheck.reporters.html._index import Index, shorten
from numcheck.reporters.html._pieces import Cutter, Mark, Piece

_CONTEXT = 260
_LONGEST = 2000
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """One end of a contradiction: the words, and what was read from them."""

    text: str
    label: str
    primary: bool
    reads: tuple[str, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence or so around figures that stand together."""

    anchor: str
    name: str
    title: str
    line: int
    column: int
    language: str
    before: bool
    pieces: tuple[Piece, ...]
    after: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything the page shows of one finding."""

    number: int
    finding: Finding
    rule: RuleInfo | None
    passages: tuple[Passage, ...]
    drawing: str
    worked: tuple[tuple[str, str], ...]
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
        tuple(_words.worked(finding)), index.numbers.get(finding.document, 0),
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
    """One passage for each stretch of copy; figures in one sentence share theirs."""
    groups: dict[tuple[str, int, int], list[tuple[Place, Figure]]] = {}
    for place, figure in figures:
        if place.document in index.readings:
            # Copy without full stops is one endless sentence; nobody reads a passage that long.
            stretch = (_sentence_at(index, place), place.start // _LONGEST)
            groups.setdefault((place.document, *stretch), []).append((place, figure))
    for group in groups.values():
        yield _passage(group, index)


def _sentence_at(index: Index, place: Place) -> int:
    reading = index.readings[place.document]
    return next((n for n, s in enumerate(reading.sentences) if s.end > place.start), -1)


def _passage(group: Sequence[tuple[Place, Figure]], index: Index) -> Passage:
    first = group[0][0]
    reading = index.readings[first.document]
    document, text = reading.document, reading.text
    low, high = min(p.start for p, _ in group), max(p.end for p, _ in group)
    start, end = _context(text, low, high, reading.sentences, _sentence_at(index, first))
    cutter = Cutter(text, (Mark(p.start, p.end, f) for p, f in group))
    line, column = index.line_column(document.id, first.start)
    return Passage(
        index.document(document.id), visible(document.id), index.title(reading), line, column,
        document.language,
        bool(text[:start].strip()), cutter.cut(start, end), bool(text[end:].strip()),
        tuple(figure for _, figure in group),
    )  # fmt: skip


def _context(
    text: str, low: int, high: int, sentences: Sequence[tuple[int, int]], at: int
) -> tuple[int, int]:
    """The sentence around the figures, cut to a few lines if it is long."""
    start, end = sentences[at] if 0 <= at < len(sentences) else (low, high)
    start = max(min(start, low), low - _CONTEXT)
    end = min(max(end, high), high + _CONTEXT)
    if start < low and start > 0 and text[start - 1].isalnum():
        start = min(text.find(" ", start, low) + 1 or low, low)
    if end > high and end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", high, end), high)
    return start, end


def drawing(claims: Sequence[Claim], index: Index) -> str:
    """The number line of the figures, or "" where they share no line (two units, dates)."""
    counted = [claim for claim in claims if claim.kind not in NOT_COUNTED]
    if len(counted) < 2 or len({claim.unit for claim in counted}) > 1:
        return ""
    rows = [
        _svg.Row(
            shorten(_row_label(claim), 60), claim.core, claim.hull, "one" if at == 0 else "other"
        )
        for at, claim in enumerate(counted[:_MOST_ROWS])
    ]
    rows += [_svg.Row(name, span, span, "worked") for name, span in _computed(claims, index)]
    return _svg.number_line(rows, _words.with_unit("", counted[0].unit).strip())


def _row_label(claim: Claim) -> str:
    return " · ".join(filter(None, (visible(claim.text), visible(str(claim.where or "")))))


def _computed(claims: Sequence[Claim], index: Index) -> Iterator[tuple[str, Interval]]:
    """Intervals that the link of this finding worked out, such as the sum of its parts."""
    wanted = {_coverage.key(claim) for claim in claims}
    for link in index.links_of(_coverage.key(claims[0])):
        if {_coverage.key(claim) for claim in _coverage.claims_of(link)} == wanted:
            for name, value in link.facts.items():
                if isinstance(value, Interval):
                    yield visible(name.replace("_", " ")), value
            return
