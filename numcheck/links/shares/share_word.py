"""Shares in words against their figure: "most of the 90 victims, 31", "almost all (56 percent)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.belongs import antecedent, may_contain, nouns_allow
from numcheck.links._common.book import book
from numcheck.links._common.figures import number, printed
from numcheck.links._common.wording import Match, masked, matches
from numcheck.links.shares._shares import in_percent
from numcheck.links.shares._words_apart import told_apart
from numcheck.model import Claim, Interval, Link, LinkKind, Reading, Span
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    "share-word",
    "A share in words (most, a majority, almost all) and the figure given for it.",
    roles=("shown",),
    facts=("said", "made", "makes", "wording"),
)

_ALL = 100
_BOUNDED = frozenset({"at_least", "at_most", "more_than", "less_than"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every share in words that is followed by its figure."""
    seen: set[int] = set()
    for match in matches("share-word", reading):
        required = match.facts.get("required", False)
        if _is_of_rate(reading, match):
            continue
        shown, said = _figures(reading, match), _said(reading, match.words["word"], required)
        if shown is not None and said is not None:
            seen.add(match.words["word"].start)
            yield _link(reading, match.words["word"], said, shown)
    for word, told in told_apart(reading):
        said = _said(reading, word)
        if said is not None and word.start not in seen:
            yield _link(reading, word, said, told)


def _is_of_rate(reading: Reading, match: Match) -> bool:
    """ "Most members want interest rates, at 4.75 percent, to fall": is it the figure of a rate?"""
    stated, word = match.roles.get("stated"), match.words["word"]
    if stated is None or stated.start < word.end:
        return False
    says = book("share-word", reading.document.language).says
    return says("own_percent", masked(reading).text[word.end : stated.start])


def _link(reading: Reading, word: Span, said: Interval, shown: Claim | tuple[Claim, ...]) -> Link:
    made, value = _made(shown)
    facts = {
        "said": said,
        "made": made,
        "makes": f"{number(value)} percent",
        "wording": reading.text[slice(*word)],
    }
    return Link("share-word", {"shown": shown}, word, facts=facts)


def _said(reading: Reading, word: Span, required: bool = False) -> Interval | None:
    """The share that the word allows, in percent; what has no bound is no word.

    Of a majority that was required and got, the share is the least it can have been.
    """
    claim = masked(reading).at.get(word.start)
    if claim is None or claim.kind != "ratio":
        shares = lexicon("links/share-word", reading.document.language).get("shares", {})
        listed = shares.get(" ".join(reading.text[slice(*word)].lower().split()))
        return Interval(*listed) if listed else None
    if required:
        return Interval(100 * claim.low, 100)
    bounded = claim.bound in _BOUNDED
    return Interval(100 * claim.low, 100 * min(claim.high, 1)) if bounded else None


def _figures(reading: Reading, match: Match) -> Claim | tuple[Claim, ...] | None:
    """The share that is stated, or the part and the whole that make it."""
    if "stated" in match.roles:
        return match.roles["stated"]
    part, whole = match.roles["part"], _whole(reading, match)
    return None if whole is None or whole.value <= 0 else (part, whole)


def _made(shown: Claim | tuple[Claim, ...]) -> tuple[Interval, float]:
    """What the figures make in percent, at the least and the most and as printed."""
    if isinstance(shown, Claim):
        return in_percent(shown), shown.value * (_ALL if shown.kind == "ratio" else 1)
    part, whole = shown
    made = printed(part).over(printed(whole)).times(Interval(_ALL, _ALL))
    return made, _ALL * part.value / whole.value


def _whole(reading: Reading, match: Match) -> Claim | None:
    """The whole of the wording, or the only figure before it that the share can be of."""
    part = match.roles["part"]
    if "whole" not in match.roles:
        found = antecedent(reading, part, match.words["word"].start)
        return found[0] if found is not None and found[1] == "high" else None
    whole = match.roles["whole"]
    fits = may_contain(whole, part) and nouns_allow(match.facts.get("nouns", ""), whole, part)
    return whole if fits else None
