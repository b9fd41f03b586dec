"""A century and the year in it: "the 18th-century church, built in 1842".

The eighteenth century is that of the years 1700 to 1800; the two names for it are easily confused.
Only a year in which the thing itself was made is held against its century.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from numcheck.links._common.around import Around
from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="century-and-year",
    summary="The century of a thing and the year in which it was made.",
    roles=("year", "century"),
    facts=("first", "last"),
)
NEEDS = Needs(figures=(("year",),))

_CENTURY = 100


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every century with the year that its thing was made in."""
    years = [claim for claim in reading.claims if claim.kind == "year"]
    for century, year in pairwise(years):
        first, made = _first_year(century), _first_year(year)
        if first is None or made is None or not _is_century(century) or _is_century(year):
            continue
        if _tied(century, year, reading):
            facts = {"first": first, "last": first + _CENTURY}
            yield Link(KIND.name, {"year": year, "century": century}, None, "medium", facts)


def _is_century(claim: Claim) -> bool:
    return claim.calendar is not None and claim.calendar.years == _CENTURY


def _first_year(claim: Claim) -> int | None:
    return claim.calendar.year if claim.calendar else None


def _tied(century: Claim, year: Claim, reading: Reading) -> bool:
    between = reading.text[century.end : year.start]
    copy = Around(reading, book(KIND.name, reading.document.language))
    if century.sentence == year.sentence:
        return copy.book.patterns["beside"].fullmatch(between) is not None
    dates = copy.before("dates_from", century)
    return bool(dates and copy.book.patterns["next"].fullmatch(between))
