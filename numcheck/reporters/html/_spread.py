"""What the documents of one story say of the same thing, in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.model import NOT_COUNTED, Claim, Reading, Story
from numcheck.reporters import _coverage, _words
from numcheck.reporters._width import visible
from numcheck.reporters.html import _svg
from numcheck.reporters.html._index import Index, shorten

_MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Said:
    """One document's figure for the thing."""

    text: str
    source: str
    issued: str
    details: tuple[str, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Spread:
    """One thing that several documents put a figure on."""

    heading: str
    said: tuple[Said, ...]
    drawing: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Everything the page shows of one story."""

    number: int
    title: str
    because: str
    documents: tuple[tuple[int, str, str], ...]
    spreads: tuple[Spread, ...]


def told(number: int, story: Story, index: Index) -> Told:
    """A story made ready for the page; disputed figures come first."""
    spreads = [_spread(claims, index) for claims in _shared(story)]
    return Told(
        number,
        index.title(story.readings[0]) if story.readings else story.id,
        story.because,
        tuple(
            (index.documents[r.document.id], _source(r), issued(r))
            for r in story.readings
            if r.document.id in index.documents
        ),
        tuple(sorted(spreads, key=lambda spread: not spread.disputed)),
    )


def _shared(story: Story) -> Iterator[list[tuple[Reading, Claim]]]:
    """Claims that count the same kind of thing in at least two documents of the story."""
    groups: dict[tuple[str, ...], list[tuple[Reading, Claim]]] = {}
    for reading in story.readings:
        for claim in reading.claims:
            named = claim.noun_class or claim.head
            if claim.kind in NOT_COUNTED or claim.modality != "asserted" or not named:
                continue
            same = (claim.kind, claim.unit, named, claim.event, claim.role, claim.statistic)
            groups.setdefault(same, []).append((reading, claim))
    for group in groups.values():
        if len({reading.document.id for reading, _ in group}) > 1:
            yield group


def _spread(group: Sequence[tuple[Reading, Claim]], index: Index) -> Spread:
    claims = [claim for _, claim in group]
    first = claims[0]
    keys = [_coverage.key(claim) for claim in claims]
    disputed = any(index.standings.get(key) == "contradictory" for key in keys)
    rows = [
        _svg.Row(
            shorten(f"{_source(reading)}: {visible(claim.text)}", 64), claim.core, claim.hull,
            "one" if index.standings.get(_coverage.key(claim)) == "contradictory" else "other",
        )
        for reading, claim in group[:_MOST_ROWS]
    ]  # fmt: skip
    heading = " · ".join(filter(None, (_words.counted(first), first.event)))
    return Spread(
        heading[:1].upper() + heading[1:],
        tuple(_said(reading, claim, index) for reading, claim in group),
        _svg.number_line(rows, _words.with_unit("", first.unit).strip()),
        disputed,
    )


def _said(reading: Reading, claim: Claim, index: Index) -> Said:
    details = (claim.said_by, str(claim.where or ""), str(claim.when or ""))
    return Said(
        claim.text, _source(reading), issued(reading), tuple(filter(None, details)),
        index.figure(_coverage.key(claim)),
    )  # fmt: skip


def _source(reading: Reading) -> str:
    return visible(reading.document.source or reading.document.id) or "untitled"


def issued(reading: Reading) -> str:
    """When the document was issued, to the minute where known."""
    document = reading.document
    # A bare date is kept as midnight; no wire moves at midnight sharp often enough to matter.
    if document.issued is not None and document.issued.time() != dt.time():
        return document.issued.strftime("%Y-%m-%d %H:%M")
    return document.published.isoformat() if document.published else ""
