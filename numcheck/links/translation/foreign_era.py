"""Years of another calendar left as they were: "the law of 1398 on water".

Only in copy that is about a place with such a calendar, and only years that are near today there;
copy about the Middle Ages, or that names the era, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
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
_ERA_REACH = 30
_KINDS = frozenset({"year", "number", "date"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every bare year that falls into a neighbouring calendar's recent past."""
    language = reading.document.language
    listed = lexicon("links/traces", language).get("eras", ())
    years = [claim for claim in reading.claims if claim.kind in _KINDS and _YEAR.match(claim.text)]
    years = [c for c in years if any(e["low"] <= c.value <= e["high"] for e in listed)]
    eras = [era for era in listed if years and _speaks_of(era, reading.text)]
    known = book("traces", language)
    if not eras or known.says("old_days", reading.text):
        return
    for claim in years:
        for era in eras:
            if _is_year(claim, era, reading.text, known) and not _named(claim, reading.text, known):
                common = int(claim.value) + era["offset"]
                facts = {"says": era["says"].format(common=common), "common": common}
                yield Link(KIND.name, {"year": claim}, facts=facts)


def _speaks_of(era: Mapping[str, Any], text: str) -> bool:
    return bool(re.search(rf"\b(?:{words(era['places'])})\b", text, re.IGNORECASE))


def _is_year(claim: Claim, era: Mapping[str, Any], text: str, known: Book) -> bool:
    if claim.unit or not era["low"] <= claim.value <= era["high"]:
        return False
    before = text[max(0, claim.start - 80) : claim.start]
    if era.get("past") and not known.says("told_of_past", before):
        return False  # a year to come in our calendar
    return known.says("year_lead", before[-12:])


def _named(claim: Claim, text: str, known: Book) -> bool:
    """Does the copy name the era?"""
    return known.says("own_era", text[max(0, claim.start - _ERA_REACH) : claim.end + _ERA_REACH])
