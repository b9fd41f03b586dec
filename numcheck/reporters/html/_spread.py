"""What the documents of one story say of the same thing, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model import NOT_COUNTED, Claim, Reading, Story
from numcheck.reporters import _coverage, _words
from numcheck.reporters._width import visible
from numcheck.reporters.html import _svg
from numcheck.reporters.html._index import Index, issued, source
from numcheck.values import frozen

_MOST_ROWS = 40


@frozen
class Said:
    """One document's figure for the thing."""

    text: str
    source: str
    issued: str
    details: tuple[str, ...]
    anchor: str
    strip: str


@frozen
class Spread:
    """One thing that several documents put a figure on."""

    heading: str
    said: tuple[Said, ...]
    axis: str
    disputed: bool
    agreed: bool


@frozen
class Told:
    """Everything the page shows of one story."""

    number: int
    title: str
    because: str
    documents: tuple[tuple[str, str, str], ...]
    spreads: tuple[Spread, ...]
    agreed: tuple[Spread, ...]

    @property
    def weight(self) -> int:
        """Stories with a dispute come before those with a spread, and those before the rest."""
        return 2 * any(spread.disputed for spread in self.spreads) + bool(self.spreads)


def told(number: int, story: Story, index: Index) -> Told:
    """A story made ready for the page; disputed figures come first."""
    spreads = [_spread(claims, index) for claims in _shared(story)]
    return Told(
        number,
        index.title(story.readings[0]) if story.readings else story.id,
        story.because,
        tuple(
            (index.document(r.document.id), source(r), issued(r))
            for r in story.readings
            if r.document.id in index.numbers
        ),
        tuple(sorted((s for s in spreads if not s.agreed), key=lambda s: not s.disputed)),
        tuple(spread for spread in spreads if spread.agreed),
    )


def _shared(story: Story) -> Iterator[list[tuple[Reading, Claim]]]:
    """Claims that count the same kind of thing in at least two documents of the story.

    A document that says one figure twice (headline and body) is heard once.
    """
    groups: dict[tuple[str, ...], dict[tuple[object, ...], tuple[Reading, Claim]]] = {}
    for reading in story.readings:
        for claim in reading.claims:
            named = claim.noun_class or claim.head
            if claim.kind in NOT_COUNTED or claim.modality != "asserted" or not named:
                continue
            thing = (claim.kind, claim.unit, named, claim.event, claim.role, claim.statistic)
            saying = (reading.document.id, claim.hull, str(claim.where or ""))
            groups.setdefault(thing, {}).setdefault(saying, (reading, claim))
    for group in groups.values():
        if len({reading.document.id for reading, _ in group.values()}) > 1:
            yield list(group.values())[:_MOST_ROWS]


def _spread(group: Sequence[tuple[Reading, Claim]], index: Index) -> Spread:
    disputed = [index.standings.get(_coverage.key(c)) == "contradictory" for _, c in group]
    rows = [
        _svg.Row(
            f"{source(reading)}, {visible(claim.text)}",
            claim.core, claim.hull, "one" if contested else "other",
        )
        for (reading, claim), contested in zip(group, disputed, strict=True)
    ]  # fmt: skip
    first = group[0][1]
    strips, axis = _svg.strips(rows, _words.with_unit("", first.unit).strip())
    heading = " · ".join(filter(None, (_words.counted(first), first.event)))
    said = (_said(r, c, strip, index) for (r, c), strip in zip(group, strips, strict=True))
    agreed = not any(disputed) and len({claim.core for _, claim in group}) == 1
    return Spread(heading[:1].upper() + heading[1:], tuple(said), axis, any(disputed), agreed)


def _said(reading: Reading, claim: Claim, strip: str, index: Index) -> Said:
    details = (claim.said_by, str(claim.where or ""), _words.period(claim.when))
    return Said(
        claim.text, source(reading), issued(reading), tuple(filter(None, details)),
        index.figure(_coverage.key(claim)), strip,
    )  # fmt: skip
