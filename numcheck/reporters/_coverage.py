"""Which figures were compared, which contradict, which were not understood.

Silence must not be mistaken for approval: every format can say how much of the copy the silence
covers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from numcheck.model import Claim, Finding, Link, Place, Report
from numcheck.reporters._words import count
from numcheck.values import frozen

#: How a figure stands: in a finding; linked to another figure and in no finding; read, but with
#: nothing to compare it with; a bare number of which nobody knows what it counts; no figure at all.
Standing = Literal["contradictory", "tied", "alone", "unclear", "aside"]
Key = tuple[str, int, int]

_ASIDE_ZONES = frozenset({"url", "boilerplate", "not-for-publication"})


@frozen
class Coverage:
    """Figures by standing; identifiers, addresses and boilerplate are `aside` and no figures."""

    tied: int = 0
    contradictory: int = 0
    alone: int = 0
    unclear: int = 0
    aside: int = 0

    @property
    def figures(self) -> int:
        return self.tied + self.contradictory + self.alone + self.unclear

    def __str__(self) -> str:
        return (
            f"{count(self.figures, 'figure')}: {self.tied:,} tied to another, "
            f"{self.contradictory:,} contradictory, {self.alone:,} standing alone, "
            f"{self.unclear:,} not understood"
        )


def key(claim: Claim) -> Key:
    """What tells one figure of a run from all others."""
    return claim.document, claim.start, claim.end


def places(finding: Finding) -> Iterator[Place]:
    """Every place a finding points at, the primary one first."""
    yield Place(finding.document, finding.start, finding.end, finding.label, finding.text)
    yield from finding.related


def claims_of(link: Link) -> tuple[Claim, ...]:
    """All claims of a link, in the order of its roles."""
    found: list[Claim] = []
    for role in link.roles.values():
        found.extend((role,) if isinstance(role, Claim) else role)
    return tuple(found)


def standings(report: Report) -> Mapping[Key, Standing]:
    """How each figure of the report stands, by `key`."""
    disputed = _touched(report, report.findings)
    linked = {key(c) for link in report.links if len(claims_of(link)) > 1 for c in claims_of(link)}
    found: dict[Key, Standing] = {}
    for reading in report.readings:
        for claim in reading.claims:
            at = (reading.document.id, claim.start, claim.end)
            found[at] = _standing(claim, at in disputed, at in linked)
    return found


def _standing(claim: Claim, disputed: bool, linked: bool) -> Standing:
    if disputed:
        return "contradictory"
    if claim.kind == "identifier" or claim.zone in _ASIDE_ZONES:
        return "aside"
    if linked:
        return "tied"
    nameless = not (claim.head or claim.noun or claim.unit or claim.entity)
    return "unclear" if claim.malformed or (claim.kind == "number" and nameless) else "alone"


def _touched(report: Report, findings: Iterable[Finding]) -> set[Key]:
    """The figures that a finding's places lie on; info notes dispute nothing."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        if finding.severity != "info":
            for place in places(finding):
                spans.setdefault(place.document, []).append((place.start, place.end))
    return {
        (reading.document.id, claim.start, claim.end)
        for reading in report.readings
        if reading.document.id in spans
        for claim in reading.claims
        if any(s < claim.end and claim.start < e for s, e in spans[reading.document.id])
    }


def coverage(standing: Iterable[Standing]) -> Coverage:
    """The coverage of a page, a document or a whole run."""
    numbers = Counter[str](standing)
    return Coverage(**numbers)


def of(report: Report) -> Coverage:
    """The coverage of a whole run, with the documents of it that were let go."""
    numbers = Counter[str](standings(report).values())
    numbers.update({name: n for name, n in report.let_go.items() if name != "documents"})
    return Coverage(**numbers)
