"""Wordings that say which of two figures is the larger: "rose from", "ahead of", "passed by"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._belongs import nouns_fit, one_measure
from numcheck.links._figures import printed
from numcheck.links._wording import Match, book, masked, matches
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    "ordering",
    "Two figures of which the copy says that one is the larger.",
    roles=("larger", "smaller"),
    facts=("more", "less", "about", "wording"),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of figures whose order the copy puts in words."""
    seen: set[frozenset[int]] = set()
    for match in matches("ordering", reading):
        larger, smaller = _ordered(match)
        pair = frozenset((larger.start, smaller.start))
        if pair in seen or not one_measure(larger, smaller) or not nouns_fit(larger, smaller):
            continue
        seen.add(pair)
        if match.facts["about"] == "change" and _unclear(reading, match):
            continue
        verb = match.words["verb"]
        facts = {
            "more": printed(larger),
            "less": printed(smaller),
            "about": match.facts["about"],
            "wording": reading.text[slice(*verb)],
        }
        yield Link("ordering", {"larger": larger, "smaller": smaller}, verb, facts=facts)


def _ordered(match: Match) -> tuple[Claim, Claim]:
    roles = match.roles
    if "larger" in roles:
        return roles["larger"], roles["smaller"]
    if "up" in match.words:
        return roles["new"], roles["old"]
    return roles["old"], roles["new"]


def _unclear(reading: Reading, match: Match) -> bool:
    """Is another verb of change nearer, or the figure a rank or a rate of exchange?"""
    says = book("ordering", reading.document.language).says
    text = masked(reading).text
    verb = match.words["verb"]
    first = min(claim.start for claim in match.roles.values())
    between = text[verb.end : first]
    around = text[max(0, verb.start - 80) : match.span.end + 30]
    return says("another_verb", between) or says("ranks", around)
