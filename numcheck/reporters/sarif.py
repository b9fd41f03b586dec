"""SARIF 2.1.0, as code scanning services and editors read it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from numcheck.model import SEVERITIES, Document, Finding, Place, Report, RuleInfo
from numcheck.reporters import _wire

SUFFIX = ".sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
#: GitHub refuses files with more results; the least severe are left out, and that is said.
MOST_RESULTS = 25_000


def render(report: Report) -> str:
    """One run: findings with both ends, suppressed and known ones marked as such."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    documents = _wire.documents_of(report)
    indices = {info.id: at for at, info in enumerate(report.rules)}
    ranked = sorted(report.findings, key=lambda one: -SEVERITIES.index(one.severity))
    results = [_result(found, documents, indices) for found in ranked]
    results += [
        _result(found, documents, indices) | {"baselineState": "unchanged"}
        for found in report.known
    ]
    results += [
        _result(found, documents, indices)
        | {"suppressions": [{"kind": "inSource", "justification": reason}]}
        for found, reason in report.suppressed
    ]
    if report.known:
        results = [{"baselineState": "new"} | result for result in results]
    driver: dict[str, Any] = {
        "name": "numcheck",
        "rules": [_rule(info) for info in report.rules],
    }
    if "version" in report.facts:
        driver["version"] = report.facts["version"]
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(results) - MOST_RESULTS)],
        "results": results[:MOST_RESULTS],
    }


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    notes = [
        {"level": "error", "message": {"text": _escaped(f"{one.source}: {one.reason}")}}
        for one in report.unread
    ]
    if left_out > 0:
        words = f"{left_out:,} more results are left out of this file"
        notes.append({"level": "warning", "message": {"text": words}})
    return {"executionSuccessful": not report.unread, "toolExecutionNotifications": notes}


def _rule(info: RuleInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "shortDescription": {"text": info.summary},
        "fullDescription": {"text": info.why},
        "help": {
            "text": f"{info.summary} {info.why}",
            "markdown": f"**{info.summary}**\n\n{info.why}",
        },
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
        "properties": {
            "tags": list(dict.fromkeys((info.pack, *info.tags))),
            "precision": info.confidence,
        },
    }


def _result(
    found: Finding, documents: Mapping[str, Document], indices: Mapping[str, int]
) -> dict[str, Any]:
    primary = Place(found.document, found.start, found.end, found.label, found.text)
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [_location(primary, documents)],
        "relatedLocations": [
            _location(place, documents) | {"id": number, "message": {"text": _named(place)}}
            for number, place in enumerate(found.related, start=1)
        ],
        "partialFingerprints": {"numcheck/v1": found.fingerprint},
        "properties": {"confidence": found.confidence, "facts": dict(found.facts)},
    }
    if found.rule in indices:
        result["ruleIndex"] = indices[found.rule]
    if found.garble is not None:
        result["properties"]["garble"] = found.garble.explanation
    return result


def _location(place: Place, documents: Mapping[str, Document]) -> dict[str, Any]:
    at = _wire.position(documents.get(place.document), place.start, place.end)
    region = {
        "startLine": at["line"],
        "startColumn": at["column"],
        "endLine": at["end_line"],
        "endColumn": at["end_column"],
        "snippet": {"text": place.text},
    }
    path = _wire.path_of(place.document, documents)
    uri = quote(path.replace("\\", "/") or "text")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _message(found: Finding) -> str:
    """The message with a link to each other place, as SARIF viewers show them."""
    links = [f"[{_escaped(p.text)}]({number})" for number, p in enumerate(found.related, start=1)]
    words = _escaped(found.message)
    return f"{words} (see {', '.join(links)})" if links else words


def _named(place: Place) -> str:
    return _escaped(f"{place.label}: {place.text}" if place.label else place.text) or "here"


def _escaped(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", text)
