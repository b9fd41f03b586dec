"""Scale words piled up on one figure: "1.5 million billion", "three thousand million".

The first is no number anybody means; the second is Spanish, Portuguese or old British for billion.
"Hundred thousand", "lakh crore" and "a million million" (said to explain a trillion) are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import beside, traces
from numcheck.model import Link, LinkKind, Reading, Span

KIND = LinkKind(
    name="scale-words",
    summary="A figure with two scale words in a row.",
    roles=("figure",),
    facts=("what", "words", "first", "second"),
)


#: Mil millones, mil milhões; "thousand billion" likewise. The last is 万.
_CALQUES = frozenset({("thousand", "million"), ("thousand", "billion"), ("ten", "thousand")})
NEEDS = Needs(cues=lambda: book("traces").words["scale"])


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure with two scale words, told as doubled or as a calque."""
    words = book("traces", reading.document.language)
    if not words.says("scale_pair", beside(reading)):
        return
    for match, figure in traces(words.patterns["scales"], reading):
        first, second = (match["first"] or "ten").lower(), (match["second"] or "thousand").lower()
        what = "calque" if (first, second) in _CALQUES else "doubled"
        if match["between"] and what == "doubled":
            continue  # "five million three hundred thousand" is a number
        facts = {"what": what, "words": match[0], "first": first, "second": second}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)
