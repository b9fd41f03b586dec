"""Years of another calendar left as they were: "the law of 1398 on water".

Only in copy that is about a place with such a calendar, and only years that are near today there;
copy about the Middle Ages, or that names the era, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.traces import words
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="foreign-era",
    summary="A year that only makes sense in the calendar of the place spoken of.",
    roles=("year",),
    facts=("says", "common"),
)
_YEAR = pattern(r"\d{4}$")
_PAST_LEAD = pattern(r"(?i)\b(?:in|since|of|by|until|for|year|the year|from|to)\s$")
_PAST = pattern(r"\b(?:was|were|had|held|built|took|passed|began)\b")
_OLD = pattern(r"(?i)\b(?:century|medieval|dynasty|sultan|timur|ottoman|middle ages|historians?)\b")
_ERA_REACH = 30
_KINDS = frozenset({"year", "number", "date"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every bare year that falls into a neighbouring calendar's recent past."""
    listed = lexicon("links/traces")["eras"]
    years = [claim for claim in reading.claims if claim.kind in _KINDS and _YEAR.match(claim.text)]
    years = [c for c in years if any(e["low"] <= c.value <= e["high"] for e in listed)]
    eras = [era for era in listed if years and _speaks_of(era, reading.text)]
    if not eras or _OLD.search(reading.text):
        return
    for claim in years:
        for era in eras:
            if _is_year(claim, era, reading.text) and not _names_era(claim, reading.text):
                common = int(claim.value) + era["offset"]
                facts = {"says": era["says"].format(common=common), "common": common}
                yield Link(KIND.name, {"year": claim}, facts=facts)


def _speaks_of(era: Mapping[str, Any], text: str) -> bool:
    return bool(re.search(rf"\b(?:{words(era['places'])})\b", text, re.IGNORECASE))


def _is_year(claim: Claim, era: Mapping[str, Any], text: str) -> bool:
    if claim.unit:
        return False
    if era.get("past") and not _PAST.search(text[max(0, claim.start - 80) : claim.start]):
        return False  # a year to come in our calendar
    led = _PAST_LEAD.search(text[max(0, claim.start - 12) : claim.start])
    return bool(led) and bool(era["low"] <= claim.value <= era["high"])


def _names_era(claim: Claim, text: str) -> bool:
    around = text[max(0, claim.start - _ERA_REACH) : claim.end + _ERA_REACH]
    return bool(
        re.search(rf"(?<!\w)(?:{words(lexicon('links/traces')['own_era'])})(?!\w)", around, re.I)
    )
