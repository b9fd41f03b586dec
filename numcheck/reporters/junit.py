"""JUnit XML: each document a test case, each finding a failure of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from numcheck.model import Report
from numcheck.patterns import pattern
from numcheck.reporters import _wire

SUFFIX = ".xml"

# Characters that XML 1.0 cannot hold even as references.
_FORBIDDEN = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """One test suite. Errors and warnings fail, info is skipped, an unread file is an error."""
    documents = _wire.documents_of(report)
    found = [_wire.finding(one, documents) for one in report.findings]
    clean = [name for name in documents if not any(one["document"] == name for one in found)]
    cases = [*_clean(clean), *map(_case, found), *_unread(report)]
    skipped = sum(one["severity"] == "info" for one in found)
    head = (
        f'<testsuite name="numcheck" tests="{len(cases)}" failures="{len(found) - skipped}" '
        f'errors="{len(report.unread)}" skipped="{skipped}">'
    )
    body = "\n".join(["<testsuites>", head, *cases, "</testsuite>", "</testsuites>"])
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _clean(names: list[str]) -> Iterator[str]:
    for name in names:
        yield f'  <testcase classname="numcheck" name={_attribute(name or "text")}/>'


def _case(found: dict[str, Any]) -> str:
    name = f"{found['document']}:{found['line']}:{found['column']} {found['rule']}"
    verdict = "skipped" if found["severity"] == "info" else "failure"
    kind = "" if verdict == "skipped" else f" type={_attribute(found['severity'])}"
    others = "".join(
        f"\n{place['label']}: {place['text']} at {place['document']}:{place['line']}"
        for place in found["related"]
    )
    return (
        f'  <testcase classname="numcheck.{found["rule"]}" name={_attribute(name)} '
        f"file={_attribute(found['path'])}>\n"
        f"    <{verdict} message={_attribute(found['message'])}{kind}>"
        f"{_text(found['message'] + others)}</{verdict}>\n"
        "  </testcase>"
    )


def _unread(report: Report) -> Iterator[str]:
    for one in report.unread:
        yield (
            f'  <testcase classname="numcheck" name={_attribute(one.source)}>\n'
            f"    <error message={_attribute(one.reason)}/>\n  </testcase>"
        )


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", " ".join(text.split())))


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))
