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

KIND = LinkKind(
    name="stated-range",
    summary="A range with its ends in the order in which they are written.",
    roles=("range",),
    facts=("first", "last"),
)

#: Wordings that promise a lower and an upper end; "from A to B" alone may be a fall.
_PROMISE = pattern(
    r"\bbetween\b|\bup to\b|\branging\b|\branges?\b|\bvar(?:y|ies|ying)\b|\banywhere\b"
    r"|\b(?:costs?|costing|priced|prices|tickets|fees|aged) from\b",
    re.IGNORECASE,
)
_TO = pattern(r"^\S+ to \S")
_MOVED = pattern(
    r"\b(?:from|fell|falls?|dropp?(?:ed|s)?|cuts?|rose|risen|reduc\w+|slash\w*|down|up|went|shr[aiu]nk|"
    r"lower\w*|shorten\w*|moved?|changed?|turned|swung|lost|won|beat|leads?|led|ratio|odds|score\w*|"
    r"vot\w+|result)\b",
    re.IGNORECASE,
)
_DASH = pattern(r"\d\s?[-–]\s?[$£€]?\d")
_MOST_APART = 50.0


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every range whose wording says which end is the lower."""
    for claim in reading.claims:
        if claim.bound == "between" and len(claim.parts) == 2 and _is_range(claim, reading):
            first, last = claim.parts
            yield Link(KIND.name, {"range": claim}, facts={"first": first, "last": last})
    for one, other in pairwise(reading.claims):
        found = _from_up_to(one, other, reading)
        if found is not None:
            facts = {"first": one.value, "last": other.value}
            yield Link(KIND.name, {"range": found}, facts=facts)


def _from_up_to(one: Claim, other: Claim, reading: Reading) -> Claim | None:
    """ "From 9 up to 7 metres", which is read as two figures, as one range."""
    start = one.start - len("from ")
    if one.end + 1 != other.start or not other.text.lower().startswith("up to"):
        return None
    if reading.text[max(0, start) : one.start].lower() != "from " or one.unit not in (
        "",
        other.unit,
    ):
        return None
    return replace(other, start=start, text=reading.text[start : other.end], bound="between")


def _is_range(claim: Claim, reading: Reading) -> bool:
    first, last = claim.parts
    if claim.kind in NOT_COUNTED or claim.kind == "ratio":
        return False
    if min(claim.parts) < 0 or first > last * _MOST_APART:
        return False
    before = reading.text[max(0, claim.start - 16) : claim.start]
    if _PROMISE.search(before + claim.text):
        return True
    if not claim.unit:
        return False
    # "10 to 5 days" is a range, "cut from 10 to 5 days" is not.
    bare = _TO.search(claim.text) and not _MOVED.search(reading.text, *_before(claim, reading))
    return bool(bare or _DASH.search(claim.text))


def _before(claim: Claim, reading: Reading) -> tuple[int, int]:
    return reading.sentences[claim.sentence].start, claim.start
