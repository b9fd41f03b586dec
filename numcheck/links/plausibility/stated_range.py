"""Ranges as written, lower end first: "between 35 and 28 degrees", "20 up to 15 per cent".

A fall ("from 35 to 28") is no range, nor is a score; ranges whose ends lie far apart are left alone
because the scale word of the second often serves both ("between 800 and 1.2 billion").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

KIND = LinkKind(
    name="stated-range",
    summary="A range with its ends in the order in which they are written.",
    roles=("range",),
    facts=("first", "last"),
)

#: Wordings that promise a lower and an upper end; "from A to B" alone may be a fall.
_PROMISE = pattern(
    r"\bbetween\b|\bup to\b|\brang(?:es?|ing)\b|\bvar(?:y|ies|ying)\b|\bany(?:where\b|thing from\b)"
    r"|\b(?:costs?|costing|priced|prices?|tickets?|fees?|aged|salary|salaries|wages?|pay|rents?|fares?|"
    r"fines?|lengths?|widths?|heights?|weights?|sizes?|doses?|temperatures?|takes?|lasts?|age|ages|"
    r"weighs?|measures?|need)(?: of)? from\b"
    r"|\bage[ds]? (?=\d)",
    re.IGNORECASE,
)
#: "The difference between $90 and $65", "choose between 12 and 8": two figures and no range.
_APART = pattern(
    r"\b(?:differ\w*|gaps?|distance|gulf|choice|cho(?:os\w+|se)|split|contrast|spread|ratio|midway|halfway|"
    r"switch\w*|alternat\w*|compar\w+|relation\w*|links?|shared?|divid\w+|torn|match\w*|exchange)"
    r" (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
#: "Between 8 and 5" may be hours.
_HOURS = 12
_FROM_HOUR = pattern(r"(?:\bfrom |\bbetween |: )$", re.IGNORECASE)
_TO_HOUR = pattern(r" ?(?:to|until|till|and|-|–) ?")
_HALF = pattern(r"([ap])\.? ?m\b", re.IGNORECASE)
_NEXT_DAY = pattern(
    r"[^.;]{0,20}\b(?:next|following|later|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_BEFORE_CHRIST = pattern(r" ?(?:BC|BCE|B\.C\.)")
_TO = pattern(r"^\S+(?: [a-z]+)? to \S")
#: Besides the words for rises and falls: what became another figure, and what two sides got.
_BECAME = (
    "slashe[sd]", "up", "down", "shorten\\w*", "length\\w*ed", "moved?", "changed?", "turned",
    "swung", "won", "lost", "beat", "leads?", "led", "ratio", "odds", "score\\w*", "vot\\w+",
    "result", "went",
)  # fmt: skip
#: "Will take from 80 to 55 days", "snow of from 40 to 25 cm": the words give a thing its measure.
_GIVES = pattern(
    r"\b(?:of|is|are|be|was|were|for|within|makes?|takes?|lasts?|needs?|requires?|costs?|weighs?|"
    r"measures?|contains?|holds?|pays?|charges?|serves?|expect(?:ed|s)?|forecasts?|promise[ds]?|"
    r"allow(?:ed|s)?|recommend(?:ed|s)?|about|wait(?:ed|s)?) $",
    re.IGNORECASE,
)
#: "From 80 to 55 days shorter", "of $9m to $7m the year before": told against another figure.
_AGAINST = pattern(
    r" (?!years? old)(?:[a-z]+er|more|less|than|last|ago|the [a-z]+ before|a [a-z]+ ago)\b"
)
_FROM = pattern(r"from\b", re.IGNORECASE)
_AGES = pattern(r"(?:between|from) the ages? of $", re.IGNORECASE)
_DASH = pattern(r"\d\s?[-–]\s?[$£€]?\d")
_MOST_APART = 50.0
_NEAR = 40
#: The words between the two figures of a range that was read as two, and those before the first.
_TWO_FIGURES = {"": "from", "and": "between", "to": "of"}


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every range whose wording says which end is the lower."""
    for claim in reading.claims:
        if _BEFORE_CHRIST.match(reading.text, claim.end):
            continue  # "between 900 and 800 BC": these years run down
        if claim.bound == "between" and len(claim.parts) == 2 and _is_range(claim, reading):
            first, last = claim.parts
            yield Link(KIND.name, {"range": claim}, facts={"first": first, "last": last})
    for one, other in pairwise(reading.claims):
        found = _in_two(one, other, reading) or _hours(one, other, reading)
        if found is not None and not _BEFORE_CHRIST.match(reading.text, found.end):
            facts = {"first": one.value, "last": other.value}
            yield Link(KIND.name, {"range": found}, facts=facts)


def _in_two(one: Claim, other: Claim, reading: Reading) -> Claim | None:
    """ "From 9 up to 7 metres", "between £90 and £65": read as two figures, told as one range."""
    words = _TWO_FIGURES.get(reading.text[one.end : other.start].strip().lower())
    to = other.text.lower()
    if words is None or (words == "from" and not to.startswith("up to")):
        return None
    ages = _AGES.search(reading.text, max(0, one.start - _NEAR), one.start)
    start = ages.start() if ages else one.start - len(words) - 1
    if not ages and reading.text[max(0, start) : one.start].lower() != words + " ":
        return None
    if words == "of" and (not one.unit or _is_change(one, reading) or _is_change(other, reading)):
        return None  # "sales of $9m to $7m", but "a fall of $9m to $7m"
    if _APART.search(reading.text, max(0, start - _NEAR), max(0, start)):
        return None
    if (
        one.kind in NOT_COUNTED
        or (one.unit not in ("", other.unit) and not ages)
        or one.value > other.value * _MOST_APART
    ):
        return None
    return replace(other, start=start, text=reading.text[start : other.end], bound="between")


def _hours(one: Claim, other: Claim, reading: Reading) -> Claim | None:
    """ "From 4 p.m. to 1 p.m.": two hours of one half of the day are in order."""
    text = reading.text
    if one.kind != "time" or other.kind != "time" or not one.calendar or not other.calendar:
        return None
    joined = _FROM_HOUR.search(text, max(0, one.start - 8), one.start) and _TO_HOUR.fullmatch(
        text, one.end, other.start
    )
    halves = [_HALF.search(claim.text) for claim in (one, other)]
    if not joined or not all(halves) or _NEXT_DAY.match(text, other.end):
        return None
    one_half = len({half[1].lower() for half in halves if half}) == 1
    whole = text[one.start : other.end]
    return replace(other, start=one.start, text=whole, bound="between") if one_half else None


def _is_range(claim: Claim, reading: Reading) -> bool:
    first, last = claim.parts
    if claim.kind in NOT_COUNTED or claim.kind == "ratio":
        return False
    if min(claim.parts) < 0 or first > last * _MOST_APART:
        return False
    if claim.kind == "number" and not claim.noun and first <= _HOURS:
        return False
    if reading.text.startswith(" ago", claim.end):
        return False  # "34 to 11 million years ago": time runs that way
    before = reading.text[max(0, claim.start - _NEAR) : claim.start]
    if _APART.search(before):
        return False
    if _PROMISE.search(before[-16:] + claim.text):
        return True
    if not claim.unit or claim.kind == "percent":  # "ahead by 49% to 48%"
        return False
    if _FROM.match(claim.text):
        given = claim.kind == "age" or _GIVES.search(before)
        return bool(given) and not _is_change(claim, reading)
    return bool(_DASH.search(claim.text)) or (
        # "10 to 5 days" is a range, "from the 10 to 5 days" is not.
        bool(_TO.search(claim.text))
        and not _is_change(claim, reading)
        and not _FROM.search(reading.text, *_before(claim, reading))
    )


def _is_change(claim: Claim, reading: Reading) -> bool:
    """Do the words around the figure tell of a rise or a fall: "cut from 10 to 5 days"?"""
    changed = _changes().search(reading.text, *_before(claim, reading))
    return changed is not None or _AGAINST.match(reading.text, claim.end) is not None


@compiled
def _changes() -> re.Pattern[str]:
    words = lexicon("links/shared")["words"]
    told = [*words["up_word"], *words["down_word"], *words["up_noun"], *words["down_noun"]]
    return pattern(rf"\b(?:{alternation(told)}|{'|'.join(_BECAME)})\b", re.IGNORECASE)


def _before(claim: Claim, reading: Reading) -> tuple[int, int]:
    return reading.sentences[claim.sentence].start, claim.start
