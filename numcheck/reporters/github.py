"""Annotations for GitHub: workflow commands that mark the lines of a pull request.

GitHub shows few annotations a step, so write the job summary besides:
`--format github --output markdown=$GITHUB_STEP_SUMMARY`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numcheck.model import Report
from numcheck.reporters import _wire

SUFFIX = ".txt"

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One workflow command a line, errors first; a file that could not be read is an error."""
    return "".join(line + "\n" for line in _lines(report)) or "\n"


def _lines(report: Report) -> Iterator[str]:
    for item in report.unread:
        yield f"::error file={_property(item.source)},title=cannot read::{_data(item.reason)}"
    documents = _wire.documents_of(report)
    found = [_wire.finding(one, documents) for one in report.findings]
    for one in sorted(found, key=lambda one: list(_COMMANDS).index(one["severity"])):
        yield _annotation(one)


def _annotation(found: dict[str, Any]) -> str:
    properties = {
        "file": found["path"],
        "line": found["line"],
        "endLine": found["end_line"],
        "col": found["column"],
        "endColumn": found["end_column"],
        "title": f"numcheck {found['rule']}",
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    others = [
        f"{place['text']} is at {place['path']}:{place['line']}:{place['column']}"
        for place in found["related"]
    ]
    command = _COMMANDS[found["severity"]]
    return f"::{command} {written}::{_data('. '.join([found['message'], *others]))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
