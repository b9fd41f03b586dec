"""One suppression: what it speaks of, on whose word, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from numcheck.model import Finding, Place, Reading, Span
from numcheck.values import frozen


@frozen
class Suppression:
    """Findings of `rules` that touch `span` of a document are not shown.

    `rules` are rule, pack or tag names; none stands for all. `place` says where it was written,
    `at` where in the document. `problem` is why it does not count, "" if it does.
    """

    document: str
    span: Span
    rules: tuple[str, ...]
    reason: str
    place: str
    at: int = 0
    by: str = ""
    expires: dt.date | None = None
    mark: bool = False
    problem: str = ""

    def covers(self, finding: Finding, names: Iterable[str]) -> bool:
        """Does it speak of this finding, whether or not it counts?"""
        if self.rules and not set(self.rules) & {finding.rule, *names}:
            return False
        return any(
            place.document == self.document
            and place.start < self.span.end
            and self.span.start < place.end
            for place in (
                Place(finding.document, finding.start, finding.end),
                *finding.related,
            )
        )


def everything(reading: Reading) -> Span:
    """All of a document."""
    return Span(0, len(reading.text))
