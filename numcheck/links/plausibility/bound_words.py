"""Two bound words on one figure: "at least up to 500", "about exactly 45".

Words that pull the same way ("at least more than") are clumsy, not wrong, and make no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.model import NOT_COUNTED, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

KIND = LinkKind(
    name="bound-words",
    summary="Two bound words on one figure that say opposite things.",
    roles=("figure",),
    facts=("first", "second", "words"),
)
_BEFORE_CHARS = 40
_OPPOSITE = frozenset(
    {
        frozenset({"floor", "ceiling"}),
        frozenset({"exact", "loose"}),
        frozenset({"exact", "floor"}),
        frozenset({"exact", "ceiling"}),
    }
)


@compiled
def _last_words() -> frozenset[str]:
    """The words that a bound may end in."""
    sides = lexicon("links/bounds")["sides"].values()
    return frozenset(phrase.rpartition(" ")[2] for phrases in sides for phrase in phrases)


@compiled
def _two_bounds() -> re.Pattern[str]:
    """Two bound words at the end of a text, each in a group named for its side."""
    sides = lexicon("links/bounds")["sides"]
    words = "|".join(f"(?P<{side}%s>{alternation(group)})" for side, group in sides.items())
    first, second = (words.replace("%s", at) for at in "12")
    return pattern(rf"\b(?:{first}),? (?:an? )?(?:{second}) ?[$£€]?$", re.IGNORECASE)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that two bound words pull in opposite ways."""
    for claim in reading.claims:
        if claim.kind in NOT_COUNTED or not claim.numeral.end:
            continue
        first = max(0, claim.start - _BEFORE_CHARS)
        before = reading.text[first : claim.numeral.start]
        if before.rstrip(" $£€").rpartition(" ")[2].lower() not in _last_words():
            continue
        found = _two_bounds().search(before)
        sides = [name[:-1] for name, text in found.groupdict().items() if text] if found else []
        if found and frozenset(sides) in _OPPOSITE:
            words = found[0].strip(" $£€")
            cue = Span(first + found.start(), first + found.start() + len(words))
            facts = {"first": sides[0], "second": sides[1], "words": words}
            yield Link(KIND.name, {"figure": claim}, cue=cue, facts=facts)
