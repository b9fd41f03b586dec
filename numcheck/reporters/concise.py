"""One line a finding, as editors and `grep` like it: path:line:column: severity: message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.model import Document, Finding, Place, Report
from numcheck.reporters import _wire
from numcheck.reporters._width import visible
from numcheck.reporters._words import count

SUFFIX = ".txt"


def render(report: Report) -> str:
    """A line for each finding and each file that could not be read, and one that counts."""
    return "\n".join([*_lines(report), _summary(report)]) + "\n"


def _lines(report: Report) -> Iterator[str]:
    documents = _wire.documents_of(report)
    for one in report.unread:
        yield f"{visible(one.source)}: cannot read: {visible(one.reason)}"
    for found in report.findings:
        where = _where(Place(found.document, found.start, found.end), documents)
        message = visible(f"{found.message}{_others(found, documents)}")
        yield f"{where}: {found.severity}: {message} [{visible(found.rule)}]"


def _where(place: Place, documents: Mapping[str, Document]) -> str:
    at = _wire.position(documents.get(place.document), place.start, place.end)
    path = visible(_wire.path_of(place.document, documents) or "<text>")
    return f"{path}:{at['line']}:{at['column']}"


def _others(found: Finding, documents: Mapping[str, Document]) -> str:
    places = [f"{place.text!r} at {_where(place, documents)}" for place in found.related]
    return f" (see {', '.join(places)})" if places else ""


def _summary(report: Report) -> str:
    numbers = report.counts()
    found = [
        count(number, severity, "info" if severity == "info" else "")
        for severity, number in numbers.items()
        if number
    ]
    return f"{', '.join(found) or 'no findings'} in {count(report.documents_read, 'document')}"
