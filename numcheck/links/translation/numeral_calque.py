"""Numbers put together as another language does: "sixty-ten", "four-twenty", "five-and-thirty"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span

KIND = LinkKind(
    name="numeral-calque",
    summary="A number in words that is built as another language builds it.",
    roles=("figure",),
    facts=("words",),
)


NEEDS = Needs(cues=lambda: book("traces").words["calque_cue"])


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every number in words that English does not build."""
    words = book("traces", reading.document.language)
    for match, figure in traces(words.patterns["calque"], reading):
        cue = Span(*match.span())
        yield Link(KIND.name, {"figure": figure}, cue=cue, facts={"words": match[0]})
