"""Findings that are known and not reported again, kept by what they quote and not by line.

The file is JSON, sorted and one finding a line, so that a change to it can be read in review. A
fingerprint may stand in it several times: a text that repeats a known contradiction once more
gives one new finding.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from numcheck.errors import ConfigError, UsageError
from numcheck.model import Finding, Report
from numcheck.values import frozen

FILE = "numcheck-baseline.json"
VERSION = 1


@frozen
class Entry:
    """A known finding, with enough of it for people to see what was accepted."""

    fingerprint: str
    rule: str
    document: str
    message: str

    @classmethod
    def of(cls, finding: Finding) -> Entry:
        return cls(finding.fingerprint, finding.rule, finding.document, finding.message)


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file.

    Raises UsageError where it is missing (a forgotten baseline must not look like a clean run)
    and ConfigError where it is not a baseline.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise UsageError(
            f"{path}: {reason}; 'numcheck baseline create PATH...' makes a baseline"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(str(path), 1, 1, "this is not a baseline file: not UTF-8") from None
    try:
        return tuple(_entry(item) for item in _checked(json.loads(text)))
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg}"
        raise ConfigError(str(path), error.lineno, error.colno, reason) from None
    except (TypeError, KeyError, ValueError, RecursionError) as error:
        reason = f"this is not a baseline file: {error}"
        raise ConfigError(str(path), 1, 1, reason) from None


def _checked(data: Any) -> list[Any]:
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise TypeError("it has no 'findings'")
    if data.get("version") != VERSION:
        raise ValueError(f"its version is {data.get('version')!r}, not {VERSION}")
    return list(data["findings"])


def _entry(item: Any) -> Entry:
    names = ("fingerprint", "rule", "document", "message")
    if not isinstance(item, dict) or not all(isinstance(item.get(name), str) for name in names):
        raise TypeError(f"a finding has the texts {', '.join(names)}")
    return Entry(*(item[name] for name in names))


def save(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline file. Raises UsageError where it cannot be written."""
    ordered = sorted(entries, key=lambda e: (e.document, e.rule, e.fingerprint))
    lines = [
        json.dumps(
            {"document": e.document, "rule": e.rule, "message": e.message,
             "fingerprint": e.fingerprint},
            ensure_ascii=False,
        )
        for e in ordered
    ]  # fmt: skip
    body = ",\n    ".join(lines)
    findings = f"[\n    {body}\n  ]" if lines else "[]"
    text = f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from None


def apply(report: Report, entries: Sequence[Entry]) -> Report:
    """The report with its known findings set aside, each as often as the baseline has it."""
    left = Counter(entry.fingerprint for entry in entries)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in report.findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return replace(report, findings=tuple(new), known=(*report.known, *known))


def stale(report: Report, entries: Sequence[Entry]) -> list[Entry]:
    """Entries whose finding is gone from documents that were read again.

    What was not part of the run is not judged: checking one file must not empty the baseline.
    """
    read = {reading.document.id for reading in report.readings}
    left = Counter(finding.fingerprint for finding in (*report.findings, *report.known))
    gone = []
    for entry in entries:
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
        elif entry.document in read:
            gone.append(entry)
    return gone
