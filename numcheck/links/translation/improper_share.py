"""A share larger than the whole it is of: "three-halves of the lawmakers".

Languages that put the denominator first (3分の2, üçte iki) are easily turned upside down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

KIND = LinkKind(
    name="improper-share",
    summary="A fraction of a whole, with its upper and lower number.",
    roles=("figure",),
    facts=("words", "over", "under"),
)


@compiled
def _under() -> tuple[str, ...]:
    return tuple(lexicon("links/traces")["improper"])


NEEDS = Needs(cues=_under)
_OVER = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNDER = {"halves": 2, "thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "tenths": 10}


@compiled
def _pattern() -> re.Pattern[str]:
    under = "|".join(_under())
    return pattern(
        rf"\b(?P<over>{'|'.join(_OVER)})[- ](?P<under>{under}) of (?:the|all|its|their|our|\w+s\b)",
        re.IGNORECASE,
    )


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every fraction of a whole in words."""
    for match, figure in traces(_pattern(), reading):
        over, under = _OVER.index(match["over"].lower()) + 1, _UNDER.get(match["under"].lower())
        if under:
            facts = {"words": f"{match['over']} {match['under']}", "over": over, "under": under}
            yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)
