"""A share larger than the whole it is of: "three-halves of the lawmakers".

Languages that put the denominator first (3分の2, üçte iki) are easily turned upside down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span

KIND = LinkKind(
    name="improper-share",
    summary="A fraction of a whole, with its upper and lower number.",
    roles=("figure",),
    facts=("words", "over", "under"),
)


NEEDS = Needs(cues=lambda: book("traces").words["lower"])


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every fraction of a whole in words."""
    words = book("traces", reading.document.language)
    uppers, lowers = words.words["upper"], words.words["lower"]
    for match, figure in traces(words.patterns["fraction"], reading):
        over, under = uppers.index(match["over"].lower()) + 1, lowers.index(match["under"].lower())
        facts = {"words": f"{match['over']} {match['under']}", "over": over, "under": under + 2}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)
