"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from numcheck.model import Document, Finding, Place, Report
from numcheck.reporters import _wire

SUFFIX = ".json"

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report) -> str:
    """The findings as one DiagnosticResult."""
    documents = _wire.documents_of(report)
    result = {
        "source": {"name": "numcheck"},
        "diagnostics": [_diagnostic(found, documents) for found in report.findings],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(found: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    primary = Place(found.document, found.start, found.end)
    return {
        "message": found.message,
        "location": _location(primary, documents),
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule},
        "related_locations": [
            {"message": place.label or place.text, "location": _location(place, documents)}
            for place in found.related
        ],
    }


def _location(place: Place, documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents.get(place.document)
    at = _wire.position(document, place.start, place.end)
    start = {"line": at["line"], "column": _bytes(document, place.start, at["column"])}
    end = {"line": at["end_line"], "column": _bytes(document, place.end, at["end_column"])}
    return {"path": _wire.path_of(place.document, documents), "range": {"start": start, "end": end}}


def _bytes(document: Document | None, offset: int, column: int) -> int:
    """The column in bytes, where the document's text is its file; else as it is."""
    if document is None or document.source_map is not None:
        return column
    before = document.text[max(0, offset - column + 1) : offset]
    return len(before.encode("utf-8", "replace")) + 1
