"""A measure whose unit is that of another property: "a fish 40 kilos long".

The properties and their words are data (`links/properties.yaml`). A unit is misplaced only where it
is surely that of another of them; "two days long" and "400 pages thick" are told in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation
from numcheck.units import comparable

KIND = LinkKind(
    name="unit-of-property",
    summary="A measure and the property that its words, but not its unit, are of.",
    roles=("measure",),
    facts=("fits", "property", "property_of_unit"),
)
NEEDS = Needs(figures=(("measure",),))
_BEFORE_CHARS = 40


class _Property(NamedTuple):
    name: str
    unit: str
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None


@compiled
def _properties() -> tuple[_Property, ...]:
    return tuple(
        _Property(
            name,
            entry["unit"],
            _worded(r"[- ](?:{})\b", entry.get("after")),
            _worded(r"\b(?:{}) (?:about |some |over )?$", entry.get("before")),
        )
        for name, entry in lexicon("links/properties")["properties"].items()
    )


def _worded(frame: str, words: Sequence[str] | None) -> re.Pattern[str] | None:
    return pattern(frame.format(alternation(words)), re.IGNORECASE) if words else None


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every measure that says by its unit that it is of another property."""
    for claim in reading.claims:
        if claim.kind == "measure" and claim.unit and not _has_two_sides(claim, reading):
            told = next((one for one in _properties() if _is_told(claim, one, reading)), None)
            if told is None or comparable(claim.unit, told.unit):
                continue
            measured = next((p for p in _properties() if comparable(claim.unit, p.unit)), None)
            if measured is not None:
                facts = {"fits": 0, "property": told.name, "property_of_unit": measured.name}
                yield Link(KIND.name, {"measure": claim}, facts=facts)


def _has_two_sides(claim: Claim, reading: Reading) -> bool:
    """ "An area of 30 metres by 12"."""
    two_sides = book("properties", reading.document.language).patterns["two_sides"]
    return two_sides.match(reading.text, claim.end) is not None


def _is_told(claim: Claim, told: _Property, reading: Reading) -> bool:
    if told.after is not None and told.after.match(reading.text, claim.end):
        return True
    start = max(reading.sentences[claim.sentence].start, claim.start - _BEFORE_CHARS)
    return told.before is not None and bool(told.before.search(reading.text, start, claim.start))
