"""The result of a match in the headline and in the first lines of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    name="headline-score",
    summary="A score of the headline with the one score of the story's first lines.",
    roles=("again", "first"),
)
NEEDS = Needs(figures=(("score",),))

_RESULT = pattern(
    r"\b(?:beat|beats|beaten|win|wins|won|victory|triumph|draw|draws|drew|defeat|defeats|defeated|"
    r"lose|loses|lost|thrash(?:ed|es)?|hammer(?:ed|s)?|edge[ds]?|tie[ds]?)\b",
    re.IGNORECASE,
)
#: A score on the way to the result, or of another match.
_ON_THE_WAY = pattern(
    r"\b(?:half[- ]?time|ahead|led|lead|leading|up|down|behind|trailed|trailing|aggregate|"
    r"penalties|shoot-?out|last|earlier|previous|first leg|set|sets|from)\b",
    re.IGNORECASE,
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """The headline's score with the lede's, if each has one result and no more."""
    scores = [claim for claim in reading.claims if claim.kind == "score" and len(claim.parts) == 2]
    headline = [score for score in scores if score.zone == "headline"]
    story = [score for score in scores if score.zone in ("lede", "body")]
    if len(headline) != 1 or not story or _result(headline[0]) in map(_result, story):
        return
    lede = [score for score in story if score.zone == "lede"]
    if len(lede) == 1 and _is_result(headline[0], reading) and _is_result(lede[0], reading):
        roles = {"again": lede[0], "first": headline[0]}
        yield Link(KIND.name, roles, confidence="medium")


def _result(score: Claim) -> tuple[float, ...]:
    """The two numbers, whichever side is named first."""
    return tuple(sorted(score.parts))


def _is_result(score: Claim, reading: Reading) -> bool:
    sentence = reading.sentence_text(score.sentence)
    return bool(_RESULT.search(sentence)) and not _ON_THE_WAY.search(sentence)
