"""The copy on the page: its text with every figure marked, and the tick sheet beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model import Claim, Document, Reading
from numcheck.reporters import _coverage, _words
from numcheck.reporters._coverage import Coverage, Standing
from numcheck.reporters._width import visible
from numcheck.reporters.html._index import Index, Tie, issued, source
from numcheck.reporters.html._pieces import Block, Mark, blocks
from numcheck.values import frozen

_KINDS = {
    "money": "Money", "percent": "Percentages", "ratio": "Shares and ratios", "age": "Ages",
    "duration": "Durations", "temperature": "Temperatures", "measure": "Measures",
    "number": "Bare numbers", "date": "Dates, days and times", "year": "Dates, days and times",
    "time": "Dates, days and times", "ordinal": "Ranks", "score": "Scores",
    "identifier": "Names and numbers that count nothing",
}  # fmt: skip
#: Groups that a checker rings nobody up about; they close the sheet.
_LAST = tuple(
    dict.fromkeys(_KINDS[k] for k in ("number", "date", "ordinal", "score", "identifier"))
)

_MOST_OTHERS = 3

_WHY: dict[Standing, str] = {
    "alone": "nothing else was found that counts the same thing",
    "unclear": "what it counts was not understood",
    "aside": "it counts nothing, or stands where copy is not checked",
    "tied": "",
    "contradictory": "",
}


@frozen
class Other:
    """Another figure that this one was held against."""

    text: str
    kind: str
    where: str
    anchor: str


@frozen
class Row:
    """One figure: a line of the tick sheet, and what its mark in the copy tells."""

    anchor: str
    text: str
    line: int
    standing: Standing
    reads: tuple[str, ...]
    setting: tuple[str, ...]
    said_by: str
    quoted: bool
    why: str
    others: tuple[Other, ...]
    more: int
    findings: tuple[int, ...]


@frozen
class Sheet:
    """The figures of one document that count one thing."""

    heading: str
    rows: tuple[Row, ...]


@frozen
class Spot:
    """A stretch that a finding points at and that is no figure."""

    anchor: str
    findings: tuple[int, ...]


@frozen
class Copy:
    """Everything the page shows of one document."""

    number: int
    document: Document
    name: str
    title: str
    issued: str
    coverage: Coverage
    blocks: tuple[Block, ...]
    sheets: tuple[Sheet, ...]
    findings: tuple[int, ...]


def copy(reading: Reading, index: Index) -> Copy:
    """A document made ready for the page."""
    document = reading.document
    rows = [(claim, _row(claim, reading, index)) for claim in reading.claims]
    marks = [Mark(claim.start, claim.end, row) for claim, row in rows]
    return Copy(
        index.numbers[document.id],
        document,
        visible(document.id) or "untitled",
        index.title(reading),
        issued(reading),
        _coverage.coverage(row.standing for _, row in rows),
        tuple(blocks(reading, [*marks, *_spots(reading, index)])),
        tuple(_sheets(rows)),
        tuple(sorted({number for number, _ in index.findings.get(document.id, ())})),
    )


def _row(claim: Claim, reading: Reading, index: Index) -> Row:
    key = (reading.document.id, claim.start, claim.end)
    standing = index.standings[key]
    ties = [tie for tie in index.ties(key) if tie.claim.document in index.readings]
    return Row(
        anchor=index.figure(key),
        text=claim.text,
        line=index.line_column(key[0], claim.start)[0],
        standing=standing,
        reads=tuple(_words.reads(claim)),
        setting=tuple(filter(None, (str(claim.where or ""), _words.period(claim.when)))),
        said_by=claim.said_by,
        quoted=claim.quoted,
        why=f"not written as a number is: {visible(claim.malformed)}"
        if claim.malformed
        else _WHY[standing],
        others=tuple(_others(key[0], ties[:_MOST_OTHERS], index)),
        more=max(0, len(ties) - _MOST_OTHERS),
        findings=tuple(index.findings_at(key[0], claim.start, claim.end)),
    )


def _others(document: str, ties: Sequence[Tie], index: Index) -> Iterator[Other]:
    for tie in ties:
        name, claim = tie.claim.document, tie.claim
        line = index.line_column(name, claim.start)[0]
        elsewhere = "" if name == document else f"{source(index.readings[name])}, "
        kind = tie.kind.replace("-", " ")
        yield Other(claim.text, kind, f"{elsewhere}line {line}", index.figure(_coverage.key(claim)))


def _sheets(rows: Sequence[tuple[Claim, Row]]) -> Iterator[Sheet]:
    """The figures by what they count, in order of the copy; dates and names with numbers last."""
    groups: dict[str, list[tuple[Claim, Row]]] = {}
    for claim, row in rows:
        groups.setdefault(_group(claim), []).append((claim, row))
    for name in sorted(groups, key=lambda n: _LAST.index(n) + 1 if n in _LAST else 0):
        # People read "Passengers" more gladly than the lemma that holds them together.
        heading = name if name in _KINDS.values() else groups[name][0][0].noun or name
        yield Sheet(heading[:1].upper() + heading[1:], tuple(row for _, row in groups[name]))


def _group(claim: Claim) -> str:
    if claim.kind in {"count", "number"} and (claim.head or claim.noun):
        return claim.head or claim.noun
    return _KINDS.get(claim.kind, claim.kind.capitalize())


def _spots(reading: Reading, index: Index) -> Iterator[Mark]:
    """Places of findings that lie on no figure (a missing currency, a weekday)."""
    claims = reading.claims
    for number, place in index.findings.get(reading.document.id, ()):
        if not any(c.start < place.end and place.start < c.end for c in claims):
            yield Mark(place.start, place.end, Spot(f"f{number}s{place.start}", (number,)))
