"""Ranges as written, lower end first: "between 35 and 28 degrees", "20 up to 15 per cent".

A fall ("from 35 to 28") is no range, nor is a score; ranges whose ends lie far apart are left alone
because the scale word of the second often serves both ("between 800 and 1.2 billion").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="stated-range",
    summary="A range with its ends in the order in which they are written.",
    roles=("range",),
    facts=("first", "last"),
)

#: "Between 8 and 5" may be hours.
_HOURS = 12
_DASH = pattern(r"\d\s?[-–]\s?[$£€]?\d")
_MOST_APART = 50.0
_NEAR = 40
_LONGEST, _TENURE_CHARS = 80, 60


def _words(reading: Reading) -> Book:
    return book("stated-range", reading.document.language)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every range whose wording says which end is the lower."""
    for claim in reading.claims:
        if claim.bound == "between" and len(claim.parts) == 2 and _is_range(claim, reading):
            first, last = claim.parts
            yield Link(KIND.name, {"range": claim}, facts={"first": first, "last": last})
    for one, other in pairwise(reading.claims):
        found = (
            _in_two(one, other, reading)
            or _hours(one, other, reading)
            or _years(one, other, reading)
        )
        if found is not None and not _is_before_christ(found, reading):
            facts = {"first": one.value, "last": other.value}
            yield Link(KIND.name, {"range": found}, facts=facts)


def _is_before_christ(claim: Claim, reading: Reading) -> bool:
    """ "Between 900 and 800 BC": these years run down."""
    return _words(reading).patterns["before_christ"].match(reading.text, claim.end) is not None


def _in_two(one: Claim, other: Claim, reading: Reading) -> Claim | None:
    """ "From 9 up to 7 metres", "between £90 and £65": read as two figures, told as one range."""
    told = lexicon("links/stated-range", reading.document.language).get("two_figures", {})
    words = told.get(reading.text[one.end : other.start].strip().lower())
    to = other.text.lower()
    if words is None or (words == "from" and not to.startswith("up to")):
        return None
    ages = (
        _words(reading).patterns["ages"].search(reading.text, max(0, one.start - _NEAR), one.start)
    )
    start = ages.start() if ages else one.start - len(words) - 1
    if not ages and reading.text[max(0, start) : one.start].lower() != words + " ":
        return None
    if words == "of" and (not one.unit or _is_change(one, reading) or _is_change(other, reading)):
        return None  # "sales of $9m to $7m", but "a fall of $9m to $7m"
    if _words(reading).says("two", reading.text[max(0, start - _NEAR) : max(0, start)]):
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
    words = _words(reading)
    joined = words.says("from_hour", text[max(0, one.start - 8) : one.start])
    joined = joined and bool(words.patterns["to_hour"].fullmatch(text, one.end, other.start))
    halves = [words.patterns["half"].search(claim.text) for claim in (one, other)]
    if not joined or not all(halves) or words.patterns["next_day"].match(text, other.end):
        return None
    one_half = len({half[1].lower() for half in halves if half}) == 1
    whole = text[one.start : other.end]
    return replace(other, start=one.start, text=whole, bound="between") if one_half else None


def _years(one: Claim, other: Claim, reading: Reading) -> Claim | None:
    """ "In office from 2019 to 2014": years that somebody or something spent so."""
    if one.kind != "year" or other.kind != "year" or one.value - other.value > _LONGEST:
        return None
    words, text = _words(reading), reading.text
    from_to = text[max(0, one.start - 8) : one.start], text[one.end : other.start]
    joined = words.patterns["from_to"].fullmatch("|".join(from_to))
    before = _before(one, reading)[-_TENURE_CHARS:]
    if not joined or not words.says("tenure", before) or _is_moved(before, words):
        return None
    return replace(other, start=one.start, text=text[one.start : other.end], bound="between")


def _is_moved(before: str, words: Book) -> bool:
    return words.says("changed", before) or words.says("moved", before)


def _is_range(claim: Claim, reading: Reading) -> bool:
    first, last = claim.parts
    if claim.kind in NOT_COUNTED or claim.kind == "ratio":
        return False
    if min(claim.parts) < 0 or first > last * _MOST_APART:
        return False
    if claim.kind == "number" and not claim.noun and first <= _HOURS:
        return False
    words = _words(reading)
    if words.patterns["ago"].match(reading.text, claim.end) or _is_before_christ(claim, reading):
        return False
    before = reading.text[max(0, claim.start - _NEAR) : claim.start]
    if words.says("two", before):
        return False
    if words.says("promise", before[-16:] + claim.text):
        return True
    if not claim.unit or claim.kind == "percent":  # "ahead by 49% to 48%"
        return False
    if words.patterns["from"].match(claim.text):
        given = claim.kind == "age" or words.says("gives", before)
        return given and not _is_change(claim, reading)
    if _DASH.search(claim.text):
        return True
    # "10 to 5 days" is a range, "from the 10 to 5 days" is not.
    told = words.says("to", claim.text) and not words.says("from", _before(claim, reading))
    return told and not _is_change(claim, reading)


def _is_change(claim: Claim, reading: Reading) -> bool:
    """Do the words around the figure tell of a rise or a fall: "cut from 10 to 5 days"?"""
    words = _words(reading)
    against = words.patterns["against"].match(reading.text, claim.end)
    return against is not None or words.says("changed", _before(claim, reading))


def _before(claim: Claim, reading: Reading) -> str:
    return reading.text[reading.sentences[claim.sentence].start : claim.start]
