"""A report as plain dictionaries: the versioned form that json and jsonl share.

`numcheck/data/report.schema.json` describes it. Fields are only ever added while the first number
of SCHEMA_VERSION stands still. Lines and columns count from 1, in code points; `start` and `end`
are offsets into the document's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from numcheck.model import Document, Finding, Place, Report, RuleInfo, Story
from numcheck.reporters import _coverage

SCHEMA_VERSION = "1.0"


def documents_of(report: Report) -> Mapping[str, Document]:
    """The documents of a report by id."""
    return {reading.document.id: reading.document for reading in report.readings}


def path_of(name: str, documents: Mapping[str, Document]) -> str:
    """The file that a document is in: of several in one ("feed.xml#2") it is the same."""
    document = documents.get(name)
    several = document is not None and document.source and name.startswith(document.source + "#")
    return document.source if document is not None and several else name


def position(document: Document | None, start: int, end: int) -> dict[str, int]:
    """Where a stretch of text lies in its file; the first place where that is not known."""
    if document is None:
        return {"line": 1, "column": 1, "end_line": 1, "end_column": 1}
    line, column = document.line_column(start)
    # The end of what is inside the stretch, not the start of what follows it in the file.
    end_line, end_column = document.line_column(max(start, end - 1))
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column + (end > start),
    }


def place(found: Place, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One end of a contradiction."""
    return {
        "document": found.document,
        "path": path_of(found.document, documents),
        "start": found.start,
        "end": found.end,
        **position(documents.get(found.document), found.start, found.end),
        "label": found.label,
        "text": found.text,
    }


def finding(found: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A finding with all its places."""
    primary = Place(found.document, found.start, found.end, found.label, found.text)
    garble = found.garble
    return {
        "rule": found.rule,
        "severity": found.severity,
        "confidence": found.confidence,
        "message": found.message,
        **place(primary, documents),
        "related": [place(one, documents) for one in found.related],
        "garble": garble and {"operation": garble.operation, "explanation": garble.explanation},
        "facts": dict(found.facts),
        "notes": list(found.notes),
        "story": found.story,
        "fingerprint": found.fingerprint,
        "operation": found.operation,
        "source_start": found.source_start,
        "source_end": found.source_end,
    }


def rule(info: RuleInfo) -> dict[str, Any]:
    """What a report says about a rule."""
    return {
        "id": info.id,
        "pack": info.pack,
        "summary": info.summary,
        "why": info.why,
        "severity": info.severity,
        "confidence": info.confidence,
        "scope": info.scope,
        "tags": list(info.tags),
    }


def document(one: Document) -> dict[str, Any]:
    """What was read, without its text."""
    return {
        "id": one.id,
        "source": one.source,
        "format": one.format,
        "language": one.language,
        "headline": one.headline,
        "published": one.published and one.published.isoformat(),
        "characters": len(one.text),
    }


def story(one: Story) -> dict[str, Any]:
    """Documents that were compared."""
    return {
        "id": one.id,
        "documents": [reading.document.id for reading in one.readings],
        "because": one.because,
        "declared": one.declared,
    }


def coverage(report: Report) -> dict[str, int]:
    """How much of the copy the silence covers."""
    found = _coverage.of(report)
    return {
        "figures": found.figures,
        "tied": found.tied,
        "contradictory": found.contradictory,
        "alone": found.alone,
        "unclear": found.unclear,
    }


def whole(report: Report) -> dict[str, Any]:
    """Everything a report says."""
    documents = documents_of(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "run": dict(report.facts),
        "counts": dict(report.counts()),
        "coverage": coverage(report),
        "findings": [finding(one, documents) for one in report.findings],
        "suppressed": [
            {"reason": reason, "finding": finding(one, documents)}
            for one, reason in report.suppressed
        ],
        "known": [finding(one, documents) for one in report.known],
        "unread": [{"source": one.source, "reason": one.reason} for one in report.unread],
        "stories": [story(one) for one in report.stories],
        "documents": [document(reading.document) for reading in report.readings],
        "rules": [rule(info) for info in report.rules],
    }
