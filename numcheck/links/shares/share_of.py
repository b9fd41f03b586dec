"""One share said twice: "12 of the 40 schools (25%)", "one in five (25%)", "31, or 43 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.belongs import antecedent, may_contain, nouns_allow
from numcheck.links._common.book import book
from numcheck.links._common.figures import number, printed
from numcheck.links._common.needs import Needs
from numcheck.links._common.stems import stem
from numcheck.links._common.wording import Match, masked, matches
from numcheck.links.shares._told_shares import Share, said, shares
from numcheck.model import Claim, Confidence, Interval, Link, LinkKind, Reading
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    "share-of",
    "A percentage and the counts or the ratio that it repeats.",
    roles=("stated", "shown"),
    facts=("said", "made", "shown_text", "makes", "share"),
    # Desks cut as often as they round: 2 of 3 is printed as 66 and as 67 percent.
    options={"rounding_steps": 1.0},
)
NEEDS = Needs(figures=(("percent", "ratio"),))
_HUNDRED = Interval(100, 100)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every percentage that repeats a share given by counts or as a ratio."""
    seen: set[int] = set()
    for match in matches("share-of", reading):
        stated = match.roles["stated"]
        if stated.start not in seen:
            link = _link(reading, match, options["rounding_steps"])
            if link is not None:
                seen.add(stated.start)
                yield link
    for share in shares(reading):
        if share.stated.start not in seen:
            seen.add(share.stated.start)
            yield _apart(share)


def _apart(share: Share) -> Link:
    part, whole, stated = share.part, share.whole, share.stated
    value = 100 * part.value / whole.value
    facts = {
        "said": said(stated),
        "made": printed(part).over(printed(whole)).times(_HUNDRED),
        "shown_text": f"{part.text} of {whole.text}",
        "makes": f"{number(value)} percent",
        "share": value,
    }
    return Link("share-of", {"stated": stated, "shown": (part, whole)}, None, "medium", facts)


def _link(reading: Reading, match: Match, steps: float) -> Link | None:
    stated = match.roles["stated"]
    if stated.value <= 0:
        return None  # "Two of the 15 countries, Italy (-0.1%) and Malta (-0.3%), shrank"
    if "ratio" in match.roles:
        ratio = match.roles["ratio"]
        made, value, text = ratio.hull.times(_HUNDRED), ratio.value * 100, ratio.text
        shown: Claim | tuple[Claim, ...] = ratio
        confidence: Confidence = "high"
    else:
        found = _whole(reading, match)
        # "between April 11 and 16, of whom 942": more than all is `part-of`'s business.
        if found is None or not 0 < match.roles["part"].low <= found[0].high:
            return None
        part, (whole, confidence) = match.roles["part"], found
        made = printed(part).over(printed(whole)).times(_HUNDRED)
        value, text = 100 * part.value / whole.value, f"{part.text} of {whole.text}"
        shown = (part, whole)
    told = said(stated, steps)
    if "rest" in match.facts:  # "390 of the 600 ... The remaining 35 percent"
        made, value, text = _HUNDRED.minus(made), 100 - value, f"what {text} leaves"
    # "A third of the 90 rooms are empty: 60 have guests" counts the others.
    others = "either" in match.facts or _counts_others(reading, match)
    if others and _HUNDRED.minus(told).overlaps(made):
        return None
    facts = {
        "said": told,
        "made": made,
        "shown_text": text,
        "makes": f"{number(value)} percent",
        "share": value,
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"stated": stated, "shown": shown}
    return Link("share-of", roles, match.span, confidence, facts)


def _counts_others(reading: Reading, match: Match) -> bool:
    """ "99 percent passed (two out of 200 failed)"."""
    says = book("share-of", reading.document.language).says
    return says("others", masked(reading).text[slice(*match.span)])


def _is_of_others(reading: Reading, match: Match) -> bool:
    """ "120 of the 800 flights were late ... The share of late trains": are others named?"""
    part, whole = match.roles["part"], match.roles["whole"]
    named = reading.text[slice(*match.words["what"])].lower().split()
    told = reading.sentence_text(part.sentence).lower()
    if any(word.endswith("ed") and stem(word) not in told for word in named):
        return True
    kinds = lexicon("nouns").values()
    nouns = {word.removesuffix("s") for word in named}
    return any(
        not nouns.isdisjoint(kind["nouns"]) and whole.head not in kind["nouns"] for kind in kinds
    )


def _whole(reading: Reading, match: Match) -> tuple[Claim, Confidence] | None:
    """The whole that a part is said to belong to, in the wording or before it."""
    part = match.roles["part"]
    if "whole" not in match.roles:
        return antecedent(reading, part, min(match.words["pointer"].start, part.start))
    whole = match.roles["whole"]
    fits = nouns_allow(match.facts.get("nouns", ""), whole, part)
    if "same_noun" in match.facts and part.head != whole.head:
        return None
    if "what" in match.words and _is_of_others(reading, match):
        return None
    sure: Confidence = match.facts.get("confidence", "high")
    return (whole, sure) if fits and may_contain(whole, part) else None
