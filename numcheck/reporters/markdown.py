"""A short summary in Markdown, as job summaries and merge requests show it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Finding, Report
from numcheck.patterns import pattern
from numcheck.reporters import _coverage, _wire
from numcheck.reporters._words import count

SUFFIX = ".md"

_MOST_ROWS = 200
_ACTIVE = pattern(r"([\\`*_{}\[\]<>|#~!])")
_MARKS = {"error": "❌ error", "warning": "⚠️ warning", "info": "ℹ️ info"}


def render(report: Report) -> str:
    """A heading, a table of the findings, and how much of the copy was compared."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    numbers = report.counts()
    found = ", ".join(
        count(number, severity, "info" if severity == "info" else "")
        for severity, number in numbers.items()
        if number
    )
    yield f"## numcheck: {found or 'no contradiction found'}"
    yield ""
    yield from _table(report)
    for one in report.unread:
        yield f"- **cannot read** {_plain(one.source)}: {_plain(one.reason)}"
    if report.unread:
        yield ""
    covered = _coverage.of(report)
    yield f"{count(report.documents_read, 'document')}, {covered}."
    if report.suppressed or report.known:
        yield f"Not shown: {len(report.suppressed)} suppressed, {len(report.known)} known."


def _table(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    documents = _wire.documents_of(report)
    yield "| severity | where | what | rule |"
    yield "| --- | --- | --- | --- |"
    for found in report.findings[:_MOST_ROWS]:
        at = _wire.position(documents.get(found.document), found.start, found.end)
        where = f"{_plain(found.document)}:{at['line']}"
        yield f"| {_MARKS[found.severity]} | {where} | {_what(found)} | {_plain(found.rule)} |"
    more = len(report.findings) - _MOST_ROWS
    if more > 0:
        yield f"| | | and {more:,} more | |"
    yield ""


def _what(found: Finding) -> str:
    words = [_plain(found.message)]
    if found.garble is not None:
        words.append(f"Would explain it: {_plain(found.garble.explanation)}.")
    return "<br>".join(words)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))
