"""Numbers put together as another language does: "sixty-ten", "four-twenty", "five-and-thirty"."""

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
    name="numeral-calque",
    summary="A number in words that is built as another language builds it.",
    roles=("figure",),
    facts=("words",),
)


@compiled
def _cues() -> tuple[str, ...]:
    return tuple(lexicon("links/traces")["calque_cues"])


NEEDS = Needs(cues=_cues)


@compiled
def _pattern() -> re.Pattern[str]:
    listed = lexicon("links/traces")
    forms = "|".join(listed["vigesimal"] + listed["units_and_tens"] + listed["calques"])
    return pattern(rf"(?<![\w-])(?:{forms})(?= [a-z]|[.,;]|$)", re.IGNORECASE)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every number in words that English does not build."""
    for match, figure in traces(_pattern(), reading):
        cue = Span(*match.span())
        yield Link(KIND.name, {"figure": figure}, cue=cue, facts={"words": match[0]})
