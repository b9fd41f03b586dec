"""Runs too large to be held: checked in batches, of which only documents with findings are kept.

Within a batch everything is as in a small run, comparison across documents included; documents of
different batches are not compared with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from numcheck.model import Document, Finding, Reading, Report
from numcheck.reporters import _coverage
from numcheck.suppress import UNUSED

#: Documents held at a time. One of 3 kB takes 85 kB with all that is read in it, so 5,000 take
#: 0.4 GB; by themselves (`--no-stories`) documents need no company.
COMPARED = 5_000
ALONE = 1_000

Check = Callable[[list[Document], int], Report]


def in_batches(documents: Iterable[Document], size: int, check: Check) -> Report:
    """What `check` says of all documents, `size` at a time; it is told how many came before.

    A run of one batch is reported whole.
    """
    supply = iter(documents)
    batch, done = list(islice(supply, size)), 0
    report: Report | None = None
    while True:
        found = check(batch, done)
        done += len(batch)
        following = next(supply, None)
        if report is None and following is None:
            return found
        report = _joined(report, _lean(found))
        if following is None:
            return report
        del found
        batch = [following, *islice(supply, size - 1)]


def _lean(report: Report) -> Report:
    """The report without what nobody will ask for: documents of which there is nothing to show.

    A suppression that does nothing in one batch may do something in the next; none is told of.
    """
    report = replace(report, findings=tuple(f for f in report.findings if f.rule != UNUSED))
    told = [*report.findings, *report.known, *(finding for finding, _ in report.suppressed)]
    stories = tuple(one for one in report.stories if one.id in {f.story for f in told})
    shown = {p.document for f in told if _has_place(f) for p in _coverage.places(f)}
    shown |= {reading.document.id for one in stories for reading in one.readings}
    noted = {f.document for f in told} - shown
    gone = Counter[str](
        standing for key, standing in _coverage.standings(report).items() if key[0] not in shown
    )
    gone["documents"] = sum(r.document.id not in shown | noted for r in report.readings)
    return replace(
        report,
        readings=tuple(_kept(report.readings, shown, noted)),
        stories=stories,
        links=tuple(
            link for link in report.links if {c.document for c in _coverage.claims_of(link)} & shown
        ),
        let_go=gone,
    )


def _has_place(finding: Finding) -> bool:
    """Does it point at figures, or is it a remark on the whole document?"""
    return finding.end > finding.start


def _kept(readings: Iterable[Reading], shown: set[str], noted: set[str]) -> Iterable[Reading]:
    for reading in readings:
        if reading.document.id in shown:
            yield reading
        elif reading.document.id in noted:
            yield Reading(reading.document, sentences=(), claims=())


def _joined(one: Report | None, other: Report) -> Report:
    if one is None:
        return other
    return replace(
        other,
        readings=(*one.readings, *other.readings),
        findings=(*one.findings, *other.findings),
        stories=(*one.stories, *other.stories),
        links=(*one.links, *other.links),
        suppressed=(*one.suppressed, *other.suppressed),
        known=(*one.known, *other.known),
        let_go=Counter(one.let_go) + Counter(other.let_go),
    )
