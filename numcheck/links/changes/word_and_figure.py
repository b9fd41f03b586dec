"""Words that say how many, against the figure told for it: "a hat-trick ... his two goals", "a
six-figure sum, £84,500", "unanimous ... 11 in favour and two against", "drew 2-1".

Each wording in the word list gives the least and the most that its word allows. Shares in words
are `share_word`'s business, which of two figures is the larger that of `ordering`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.figures import number, printed
from numcheck.links._common.wording import Match, figures, masked, matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading, Span

KIND = LinkKind(
    "word-and-figure",
    "A word that says how many, and the figure told for it.",
    roles=("shown",),
    facts=("said", "made", "wording", "means"),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every such word with its figure."""
    seen: set[int] = set()
    for match in matches("word-and-figure", reading):
        if "vague" in match.facts and not _is_vague(reading, match.words["word"]):
            continue
        for shown in _figures(reading, match):
            made = _made(match, shown)
            if made is not None and shown.start not in seen:
                seen.add(shown.start)
                yield _link(reading, match, shown, made)


def _figures(reading: Reading, match: Match) -> list[Claim]:
    """The figure of the wording, or all like it in its sentence ("10.8 percent in June")."""
    shown = match.roles["shown"]
    if "each" not in match.facts:
        return [shown]
    return [claim for claim in figures(reading, shown.sentence) if claim.kind == shown.kind]


def _is_vague(reading: Reading, word: Span) -> bool:
    """Is the word one as "dozens" is?"""
    return masked(reading).at[word.start].bound == "vague"


def _made(match: Match, shown: Claim) -> Interval | None:
    """What the figure can be; of a score what its sides are apart or come to, or the lesser one."""
    if "score" not in match.facts:
        return printed(shown)
    if shown.kind != "score" or len(shown.parts) != 2:
        return None
    one, other = shown.parts
    made = {"sum": one + other, "margin": abs(one - other), "lesser": min(one, other)}
    value = made[match.facts["score"]]
    return Interval(value, value)


def _link(reading: Reading, match: Match, shown: Claim, made: Interval) -> Link:
    word = match.words["word"]
    least, most = _bounds(reading, match, word)
    facts = {
        "said": Interval(least, most),
        "made": made,
        "wording": " ".join(reading.text[slice(*word)].split()),
        "means": _meaning(least, most),
    }
    return Link("word-and-figure", {"shown": shown}, word, facts=facts)


def _bounds(reading: Reading, match: Match, word: Span) -> tuple[float, float]:
    """The least and the most that the word allows."""
    if "figures" in match.facts:
        told = masked(reading).at[word.start].value
        return 10 ** (told - 1), 10**told - 1
    if "vague" in match.facts:
        several = masked(reading).at[word.start]
        return several.low, several.high
    return match.facts.get("least", 0), match.facts.get("most", math.inf)


def _meaning(least: float, most: float) -> str:
    """The bounds in words: "3", "at least 10", "10 to 99".

    >>> _meaning(3, 3), _meaning(10, float("inf")), _meaning(10, 99)
    ('3', 'at least 10', '10 to 99')
    """
    if least == most:
        return number(least) if least else "none"
    return f"at least {number(least)}" if most == math.inf else f"{number(least)} to {number(most)}"
