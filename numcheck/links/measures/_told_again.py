"""A measure told again in another unit, sentences later: "640 km of pipe … the 1,030-mile line".

Nothing but the figures ties the two: the later one is definite, no other measure of the story can
be what it speaks of, and it is what a slip makes of the right conversion (the wrong way round, a
power of ten off, digits swapped). That two measures of two things are so by chance is rare.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from numcheck.links._common.book import book
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.mentions import is_definite
from numcheck.links._common.slips import slip_between
from numcheck.links.measures._restated import Restated
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.units import convert

#: How far back, in sentences, and how close a figure must be to what the slip makes.
_LOOK_BACK, _NEAR_SHARE = 3, 0.02
_MOST_MEASURES = 40
_FEWEST_DIGITS = 2
_OF_CHARS, _AFTER_CHARS = 30, 25
_WORD = pattern(r"[a-z]+")


def told_again(reading: Reading) -> Iterator[Restated]:
    """Each definite measure with the one before it of which it is a slip of the conversion."""
    told = [claim for claim in reading.claims if _is_told(claim)]
    if len({claim.unit for claim in told}) < 2:
        return
    for at, again in enumerate(told[:_MOST_MEASURES]):
        before = [c for c in told[:at] if _are_partners(c.unit, again.unit)]
        near = [c for c in before if 0 < again.sentence - c.sentence <= _LOOK_BACK]
        # A story of several such measures has told which is meant by more than the figure.
        if len({c.value for c in before}) == 1 and near and _speaks_of_it(again, reading):
            if _is_settled(again, told) or not _slip(near[0], again):
                continue
            yield Restated(near[0], again, False)


def _is_told(claim: Claim) -> bool:
    return (
        claim.kind in ("measure", "temperature")
        and claim.unit in _partners()
        and claim.role == "level"
        and not claim.per
        and claim.bound in ("exact", "about")
        and claim.zone not in SILENT_ZONES
    )


@compiled
def _partners() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = lexicon("links/conversions")["partners"]
    return found


def _are_partners(one: str, other: str) -> bool:
    return other in _partners()[one]


def _speaks_of_it(again: Claim, reading: Reading) -> bool:
    """Is it definite, or does the sentence begin with it; and does no word set it apart?"""
    start = reading.sentences[again.sentence].start
    patterns = book("conversions", reading.document.language).patterns
    opens = patterns["opens"].fullmatch(reading.text, start, again.start)
    of = patterns["of"].search(reading.text, max(start, again.start - _OF_CHARS), again.start)
    return bool(opens or of or is_definite(again, reading)) and not _is_apart(again, reading)


def _is_apart(again: Claim, reading: Reading) -> bool:
    """Is there a word for another thing of the kind, or for the thing at another time?"""
    start, language = reading.sentences[again.sentence].start, reading.document.language
    words = _WORD.findall(reading.text[start : again.end + _AFTER_CHARS].lower())
    contrast = book("same-attribute", language).sets["contrast"]
    apart = book("conversions", language).sets["apart"]
    return not (contrast.isdisjoint(words) and apart.isdisjoint(words))


def _is_settled(again: Claim, told: Sequence[Claim]) -> bool:
    """Has the story the figure, or what it is in the other unit, anywhere else?"""
    others = (c for c in told if c.start != again.start)
    return any(_is_near(_in_unit_of(again, c), again.value) for c in others)


def _in_unit_of(again: Claim, claim: Claim) -> float:
    partners = claim.unit == again.unit or _are_partners(claim.unit, again.unit)
    return convert(claim.value, claim.unit, again.unit) if partners else math.inf


def _is_near(made: float, said: float) -> bool:
    return abs(made - said) <= 5 * _NEAR_SHARE * abs(said)


def _slip(first: Claim, again: Claim) -> str:
    """What went wrong in the conversion; "" where no slip makes the one of the other."""
    right = convert(first.value, first.unit, again.unit)
    wrong_way = convert(first.value, again.unit, first.unit)
    if abs(wrong_way - again.value) <= max(_NEAR_SHARE * abs(wrong_way), again.step / 2):
        return "the wrong way"
    if right * again.value <= 0 or _digits(again.value) < _FEWEST_DIGITS:
        return ""  # of one digit only, feet and pounds are easily some power of ten off
    orders = math.log10(again.value / right)
    if round(orders) and abs(orders - round(orders)) < _NEAR_SHARE / 2:
        return "scale shifted"
    rounded = float(f"{right:.{_digits(again.value)}g}")
    return "digits swapped" if slip_between(rounded, again.value) == "digits swapped" else ""


def _digits(value: float) -> int:
    """How many digits a figure is printed with, but for zeros at its ends."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))
