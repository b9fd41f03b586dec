"""One JSON object a line: what could not be read, then each finding, then a summary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from numcheck.model import Report
from numcheck.reporters import _wire

SUFFIX = ".jsonl"


def render(report: Report) -> str:
    """Lines whose `type` is "unread", "finding" or "summary"."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    documents = _wire.documents_of(report)
    version = {"schema_version": _wire.SCHEMA_VERSION}
    for one in report.unread:
        yield {"type": "unread", **version, "source": one.source, "reason": one.reason}
    for found in report.findings:
        yield {"type": "finding", **version, **_wire.finding(found, documents)}
    yield {
        "type": "summary",
        **version,
        "run": dict(report.facts),
        "counts": dict(report.counts()),
        "coverage": _wire.coverage(report),
        "documents": report.documents_read,
        "suppressed": len(report.suppressed),
        "known": len(report.known),
        "unread": len(report.unread),
    }
