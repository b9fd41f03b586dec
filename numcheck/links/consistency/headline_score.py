"""The result of a match in the headline and in the first lines of the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="headline-score",
    summary="A score of the headline with the one score of the story's first lines.",
    roles=("again", "first"),
)
NEEDS = Needs(figures=(("score",),))


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
    says = book("headline-score", reading.document.language).says
    return says("result", sentence) and not says("on_the_way", sentence)
