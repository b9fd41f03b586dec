"""Two bound words on one figure: "at least up to 500", "about exactly 45".

Words that pull the same way ("at least more than") are clumsy, not wrong, and make no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading, Span
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="bound-words",
    summary="Two bound words on one figure that say opposite things.",
    roles=("figure",),
    facts=("first", "second", "words"),
)
_BEFORE_CHARS = 40


def _pattern() -> re.Pattern[str]:
    sides = lexicon("links/bounds")["sides"]
    any_word = "|".join(
        f"(?P<{side}%s>{'|'.join(map(re.escape, words))})" for side, words in sides.items()
    )
    first, second = (any_word.replace("%s", str(at)) for at in (1, 2))
    return re.compile(rf"\b(?:{first})(?:,? (?:a |an )?)(?:{second})\b", re.IGNORECASE)


_OPPOSITE = frozenset(
    {
        frozenset({"floor", "ceiling"}),
        frozenset({"exact", "loose"}),
        frozenset({"exact", "floor"}),
        frozenset({"exact", "ceiling"}),
    }
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that two bound words pull in opposite ways."""
    pattern = _pattern()
    for found in pattern.finditer(reading.text):
        sides = [name[:-1] for name, text in found.groupdict().items() if text]
        if frozenset(sides) not in _OPPOSITE:
            continue
        claim = _figure_after(found.span(), reading)
        if claim is not None:
            facts = {"first": sides[0], "second": sides[1], "words": found[0]}
            yield Link(KIND.name, {"figure": claim}, cue=Span(*found.span()), facts=facts)


def _figure_after(words: tuple[int, int], reading: Reading) -> Claim | None:
    """The figure that the words bound: it begins with them or straight after them."""
    for claim in reading.claims:
        if claim.end > words[1] and claim.start <= words[1] + 2:
            return None if claim.kind in NOT_COUNTED else claim
    return None
