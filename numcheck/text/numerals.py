"""What a numeral is, and the words it is made of; `digits` and `number_words` read it.

Signs, currencies, units and bound words around it are the business of `numcheck.extract`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from numcheck.model import Interval
from numcheck.text.lexicon import compiled, lexicon

Form = Literal["digits", "words", "fraction", "ordinal", "multiplier", "vague"]

#: Spaces that may stand between a figure and what belongs to it.
THIN_SPACES = "\u00a0\u2009\u202f"


class Numeral(NamedTuple):
    """A numeral and its worth; `core` and `hull` are given where the words name no single number.

    `step` is the worth of the last printed digit: 1 for 774, 100,000 for "1.5 million".
    """

    start: int
    end: int
    value: float
    step: float
    form: Form
    core: Interval | None = None
    hull: Interval | None = None
    malformed: str = ""
    scaled: bool = False


class Words(NamedTuple):
    """The number words by what they do in a numeral; values are plain numbers."""

    small: Mapping[str, float]  # one … ninety
    scales: Mapping[str, float]  # thousand, million, lakh
    ordinals: Mapping[str, float]
    fractions: Mapping[str, tuple[float, bool]]  # denominator, is it a plural
    short_scales: Mapping[str, float]  # bn, m, k
    kinds: Mapping[str, tuple[str, float]]  # every word: the letter of its class, its worth
    vague: Mapping[str, Any]


#: Section of the lexicon → letter of the class. Later ones win: "second" is an ordinal.
_SECTIONS = {
    "fractions": "F", "ordinals": "O", "units": "U", "teens": "T", "tens": "D",
    "hundred": "H", "scales": "S", "groups": "G", "multipliers": "M",
}  # fmt: skip


@compiled
def words() -> Words:
    """The number words of the lexicon, arranged for look-up."""
    lists = lexicon("numerals")
    kinds: dict[str, tuple[str, float]] = {}
    for section, letter in _SECTIONS.items():
        kinds.update({word: (letter, float(value)) for word, value in lists[section].items()})
    kinds.update(dict.fromkeys(lists["vague"], ("V", 0.0)))
    kinds.update(dict.fromkeys(lists["small_vague"], ("W", 0.0)))
    kinds.update({"a": ("A", 1.0), "an": ("A", 1.0), "and": ("N", 0.0)})
    kinds.update({"point": ("P", 0.0), "of": ("&", 0.0)})
    scales = {
        word: float(value)
        for section in ("hundred", "scales", "groups")
        for word, value in lists[section].items()
    }
    fractions = {word: (float(value), False) for word, value in lists["fractions"].items()}
    fractions |= {word + "s": (value, True) for word, (value, _) in fractions.items()}
    fractions["halves"] = (2.0, True)
    small = {word: worth for word, (letter, worth) in kinds.items() if letter in "UTD"}
    short = {word: float(value) for word, value in lists["short_scales"].items()}
    return Words(small, scales, lists["ordinals"], fractions, short, kinds, lists["vague"])


def anchor_words() -> list[str]:
    """The words at which a numeral may begin, articles aside."""
    known = words()
    plain = [word for word, (kind, _) in known.kinds.items() if kind not in "AN&P"]
    return [*plain, "halves", "quarters"]


def clean(value: float) -> float:
    """The value without the dust of binary arithmetic: 1.1 * 1,000,000 is 1,100,000."""
    if not math.isfinite(value) or abs(value) < 1:
        return value
    nearest = round(value)
    return float(nearest) if abs(value - nearest) < 1e-9 * abs(value) else value
