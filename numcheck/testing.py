"""An assertion for tests of pipelines that hold copy as strings.

>>> from numcheck.testing import assert_consistent
>>> assert_consistent("Police held 40 marchers, of whom 12 were women.")
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from numcheck import pipeline
from numcheck.model import Document, Finding, Report
from numcheck.session import fails


class Contradiction(AssertionError):
    """Copy whose figures cannot all be right; the text is the report of it."""


def assert_consistent(
    copy: str | Document | Iterable[str | Document],
    *,
    fail_on: str = "warning",
    story: str | None = None,
) -> None:
    """Raise Contradiction, with the copy and carets under the figures, if they cannot all be right.

    Several documents are also held against each other; `story` declares that they tell one.
    `fail_on` is the least severity that counts: "error", "warning" or "info".
    """
    __tracebackhide__ = True
    report = pipeline.run(copy, story=story)
    found = [finding for finding in report.findings if fails(finding, fail_on)]
    if found:
        raise Contradiction("\n" + shown(report, found))


def shown(report: Report, findings: Sequence[Finding]) -> str:
    """These findings as `numcheck check` shows them."""
    from dataclasses import replace

    from numcheck.reporters import text

    return text.excerpts(replace(report, findings=tuple(findings)))
