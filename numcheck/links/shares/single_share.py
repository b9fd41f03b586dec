"""Shares that are impossible by themselves: "seven in four pupils", "130 percent of voters"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.needs import Needs
from numcheck.links._common.wording import masked
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    "single-share",
    "A share of people or votes that is more than all of them, or a part of a person.",
    roles=("share",),
    facts=("about",),
)
NEEDS = Needs(figures=(("percent", "ratio", "count"),))

#: Classes of nouns that can be had whole; more than all of a price or a plan is possible.
_HAD_WHOLE = frozenset({"person", "household", "dwelling", "building", "vehicle", "vessel", "vote"})
_DOTTED = pattern(r"(?:\w+ )*\d{1,3}\.\d{3}")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every such share."""
    words = book("single-share", reading.document.language)
    if not words.patterns:
        return
    text = masked(reading).text
    for claim in reading.claims:
        about = _about(words, text, claim)
        if about:
            yield Link("single-share", {"share": claim}, facts={"about": about})


def _about(words: Book, text: str, claim: Claim) -> str:
    """Which kind of impossible share a claim is; "" if it is none."""
    if claim.kind == "ratio":
        return "ratio" if len(claim.parts) == 2 and claim.parts[0] > claim.parts[1] > 0 else ""
    before, after = text[max(0, claim.start - 60) : claim.start], text[claim.end : claim.end + 60]
    if claim.kind == "percent":
        if claim.low <= 100:
            return ""
        counted = claim.noun_class in _HAD_WHOLE and after.startswith(" of ")
        whole = (
            counted
            or words.says("of_people", after)
            or words.says("of_tested", after)
            or words.says("of_things", after)
            or (claim.role == "level" and words.says("turnout", before))
        )
        return "percent" if whole else ""
    if claim.kind != "count" or claim.noun_class != "person" or claim.value.is_integer():
        return ""
    if _DOTTED.fullmatch(claim.text):
        return ""  # "6.018 pupils": a point between thousands, as other languages write them
    averaged = claim.statistic or claim.per or words.says("averaged", f"{before}|{after}")
    return "person" if claim.step < 1 and not averaged else ""
