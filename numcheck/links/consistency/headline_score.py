"""The result of a match in the headline, in the first lines of the story and further down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="headline-score",
    summary="A score of the headline with that of the first lines, or of these with 'the 4-2 win'.",
    roles=("again", "first"),
)
NEEDS = Needs(figures=(("score",),))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """The headline's score with the lede's, and the story's one result with "the 4-2 win"."""
    scores = [claim for claim in reading.claims if claim.kind == "score" and len(claim.parts) == 2]
    headline = [score for score in scores if score.zone == "headline"]
    story = [score for score in scores if score.zone in ("lede", "body")]
    if len(headline) == 1 and story and _result(headline[0]) not in map(_result, story):
        lede = [score for score in story if score.zone == "lede"]
        if len(lede) == 1 and _is_result(headline[0], reading) and _is_result(lede[0], reading):
            yield _link(lede[0], headline[0])
    if len(story) == 2 and not headline and _is_told_again(story[0], story[1], reading):
        yield _link(story[1], story[0])


def _link(again: Claim, first: Claim) -> Link:
    return Link(KIND.name, {"again": again, "first": first}, confidence="medium")


def _is_told_again(first: Claim, again: Claim, reading: Reading) -> bool:
    """ "Won 4-1 … After the 4-2 win": two results of what can be one match only."""
    patterns = book("headline-score", reading.document.language).patterns
    the = patterns["the"].search(reading.text, max(0, again.start - 6), again.start)
    if the is None or _result(first) == _result(again) or not _is_result(first, reading):
        return False
    named = patterns["the_result"].match(reading.text, again.end)
    return named is not None and not patterns["of_another"].match(reading.text, named.end())


def _result(score: Claim) -> tuple[float, ...]:
    """The two numbers, whichever side is named first."""
    return tuple(sorted(score.parts))


def _is_result(score: Claim, reading: Reading) -> bool:
    sentence = reading.sentence_text(score.sentence)
    says = book("headline-score", reading.document.language).says
    return says("result", sentence) and not says("on_the_way", sentence)
