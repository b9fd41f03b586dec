"""Where everything of a report stands on the page: one place that hands out anchors.

Anchors are made of counters and never of names, so that no file name can break out of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from numcheck.model import SEVERITIES, Claim, Finding, Link, Place, Reading, Report, SourceMap
from numcheck.reporters import _coverage, _words
from numcheck.reporters._coverage import Key, Standing
from numcheck.reporters._width import visible
from numcheck.values import frozen


@frozen
class Tie:
    """Another figure that a figure was compared with, and the kind of link that tied them."""

    kind: str
    claim: Claim


class Index:
    """Anchors, standings, ties and findings by figure.

    At most so many documents and findings are shown, documents with findings first; what is not
    shown has no anchor.
    """

    def __init__(self, report: Report, most_documents: int, most_findings: int) -> None:
        # An editor at midnight wants the worst first; equals stay in the order of the copy.
        self.worst_first = sorted(report.findings, key=lambda f: -SEVERITIES.index(f.severity))
        self.worst_first = self.worst_first[:most_findings]
        self.numbers = {r.document.id: n for n, r in enumerate(report.readings, 1)}
        self.readings = {r.document.id: r for r in report.readings}
        self.standings: Mapping[Key, Standing] = _coverage.standings(report)
        self.findings = _by_document(self.worst_first)
        self.shown = frozenset(
            sorted(self.numbers, key=lambda name: name not in self.findings)[:most_documents]
        )
        self._numbers = {
            (r.document.id, claim.start, claim.end): number
            for r in report.readings
            for number, claim in enumerate(r.claims, 1)
        }
        self._ties: dict[Key, dict[Key, Tie]] = {}
        self._links: dict[Key, list[Link]] = {}
        self._maps: dict[str, SourceMap] = {}
        for link in report.links:
            self._tie(link)

    def _tie(self, link: Link) -> None:
        claims = _coverage.claims_of(link)
        for claim in claims:
            self._links.setdefault(_coverage.key(claim), []).append(link)
            ties = self._ties.setdefault(_coverage.key(claim), {})
            # A long sum ties every part to every other; only the nearest few are worth naming.
            for other in claims[:6]:
                if other is not claim:
                    ties.setdefault(_coverage.key(other), Tie(link.kind, other))

    def ties(self, key: Key) -> list[Tie]:
        return list(self._ties.get(key, {}).values())

    def links_of(self, key: Key) -> list[Link]:
        return self._links.get(key, [])

    def document(self, name: str) -> str:
        """The anchor of a document, "" if it is not shown."""
        return f"d{self.numbers[name]}" if name in self.shown else ""

    def figure(self, key: Key) -> str:
        """The anchor of a figure in the tick sheet; in the copy it is the same with a `t`."""
        if key[0] not in self.shown or key not in self._numbers:
            return ""
        return f"{self.document(key[0])}f{self._numbers[key]}"

    def line_column(self, name: str, offset: int) -> tuple[int, int]:
        """As `Document.line_column`, without counting the lines anew for each figure."""
        if name not in self._maps:
            document = self.readings[name].document
            ends = (at for at, char in enumerate(document.text, 1) if char == "\n")
            self._maps[name] = document.source_map or SourceMap(((0, 0),), (0, *ends))
        return self._maps[name].line_column(offset)

    def findings_at(self, document: str, start: int, end: int) -> list[int]:
        """Numbers of the findings with a place on this stretch, in order."""
        places = self.findings.get(document, ())
        return sorted({n for n, place in places if place.start < end and start < place.end})

    def claim_at(self, place: Place) -> Claim | None:
        """The figure that a place points at: the one that shares most of its stretch."""
        reading = self.readings.get(place.document)
        claims = reading.claims if reading else ()
        shared = [(min(c.end, place.end) - max(c.start, place.start), c) for c in claims]
        best = max(shared, key=lambda pair: pair[0], default=(0, None))
        return best[1] if best[0] > 0 else None

    def title(self, reading: Reading) -> str:
        """What to call a document: its headline, else its first line, else its name."""
        document = reading.document
        zones = reading.zones or document.zones
        head = next((z for z in zones if z.kind == "headline"), None)
        first = document.text[head.start : head.end] if head else document.text.lstrip()[:400]
        line = (document.headline or first).strip().split("\n", 1)[0].strip()
        return shorten(line, 120) or document.id or "Untitled"


def source(reading: Reading) -> str:
    """Who publishes the document, else the last part of its name."""
    document = reading.document
    named = document.source if document.source != document.id else ""
    return visible(named or document.id.replace("\\", "/").rsplit("/", 1)[-1]) or "untitled"


def issued(reading: Reading) -> str:
    """When the document was issued, to the minute where known."""
    document = reading.document
    day = _words.day(document.published) if document.published else ""
    # A bare date is kept as midnight; no wire moves at midnight sharp often enough to matter.
    if document.issued is not None and document.issued.time() != dt.time():
        return f"{day} {document.issued:%H:%M}"
    return day


def shorten(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis if it is longer than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def _by_document(findings: Iterable[Finding]) -> dict[str, list[tuple[int, Place]]]:
    found: dict[str, list[tuple[int, Place]]] = {}
    for number, finding in enumerate(findings, 1):
        for place in _coverage.places(finding):
            found.setdefault(place.document, []).append((number, place))
    return found
