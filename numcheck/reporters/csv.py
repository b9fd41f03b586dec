"""Findings as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from numcheck.model import Report
from numcheck.reporters import _wire

SUFFIX = ".csv"

_COLUMNS = (
    "severity", "confidence", "rule", "document", "line", "column", "text", "message", "others",
    "explanation", "story", "fingerprint",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula, and copy may hold anything.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> str:
    """One row a finding; `others` lists the other places."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(report))
    return out.getvalue()


def _rows(report: Report) -> Iterator[list[str]]:
    documents = _wire.documents_of(report)
    for one in report.findings:
        found = _wire.finding(one, documents)
        others = "; ".join(
            f"{place['text']} ({place['label']}) {place['document']}:{place['line']}"
            for place in found["related"]
        )
        garble = found["garble"] or {}
        row = {**found, "others": others, "explanation": garble.get("explanation", "")}
        yield [_harmless(str(row[column])) for column in _COLUMNS]


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
