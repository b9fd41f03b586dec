"""Shares in words against their figure: "most of the 90 victims, 31", "almost all (56 percent)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.belongs import antecedent, may_contain, nouns_allow
from numcheck.links._common.figures import number, printed
from numcheck.links._common.wording import Match, masked, matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    "share-word",
    "A share in words (most, a majority, almost all) and the figure given for it.",
    roles=("shown",),
    facts=("said", "made", "makes", "wording"),
)

_BOUNDED = frozenset({"at_least", "at_most", "more_than", "less_than"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every share in words that is followed by its figure."""
    shares = lexicon("links/share-word", reading.document.language).get("shares", {})
    for match in matches("share-word", reading):
        shown = _shown(reading, match)
        span = match.words["word"]
        wording = reading.text[slice(*span)]
        said = _bounds(reading, match) or shares.get(" ".join(wording.lower().split()))
        if shown is None or said is None:
            continue
        roles, made, value = shown
        facts = {
            "said": Interval(*said),
            "made": made,
            "makes": f"{number(value)} percent",
            "wording": wording,
        }
        yield Link("share-word", {"shown": roles}, span, facts=facts)


def _bounds(reading: Reading, match: Match) -> tuple[float, float] | None:
    """The share of "fewer than a third" and its like in percent; what has no bound is no word.

    Of a majority that was required and got, the share is the least it can have been.
    """
    claim = masked(reading).at.get(match.words["word"].start)
    if claim is None or claim.kind != "ratio":
        return None
    if match.facts.get("required", False):
        return 100 * claim.low, 100
    bounded = claim.bound in _BOUNDED
    return (100 * claim.low, 100 * min(claim.high, 1)) if bounded else None


def _shown(
    reading: Reading, match: Match
) -> tuple[Claim | tuple[Claim, ...], Interval, float] | None:
    """The figures shown, the share they make in percent, and its value."""
    if "stated" in match.roles:
        stated = match.roles["stated"]
        return stated, printed(stated), stated.value
    part, whole = match.roles["part"], _whole(reading, match)
    if whole is None or whole.value <= 0:
        return None
    made = printed(part).over(printed(whole)).times(Interval(100, 100))
    return (part, whole), made, 100 * part.value / whole.value


def _whole(reading: Reading, match: Match) -> Claim | None:
    """The whole of the wording, or the only figure before it that the share can be of."""
    part = match.roles["part"]
    if "whole" not in match.roles:
        found = antecedent(reading, part, match.words["word"].start)
        return found[0] if found is not None and found[1] == "high" else None
    whole = match.roles["whole"]
    fits = may_contain(whole, part) and nouns_allow(match.facts.get("nouns", ""), whole, part)
    return whole if fits else None
