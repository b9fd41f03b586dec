"""A figure of either language, as what it says rather than how it is written.

Both sides of a comparison are read into these values, so that "20 Uhr" and "8 p.m." or
"5 lakh" and "500,000" meet as equals. Where the writing leaves a choice ("1.250"), every
reading is kept and the comparison decides.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from numcheck.model import NOWHERE, Span
from numcheck.values import frozen

FigureKind = Literal[
    "number", "percent", "points", "money", "measure", "temperature", "duration", "fraction",
    "ordinal", "multiple", "date", "time", "name",
]  # fmt: skip


class Range(NamedTuple):
    """One reading of a figure's size; both ends are equal unless a range is written."""

    low: float
    high: float

    @property
    def single(self) -> bool:
        return self.low == self.high


class Moment(NamedTuple):
    """One reading of a date or clock time; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None


@frozen
class Written:
    """How a numeral stands on the page: what garbles depend on.

    `digits` are the figures in ASCII with their separators as printed ("1.500"), empty for
    words. `mantissa` is the number before its scale words, `scale` what these multiply it by.
    `system` is "long", "myriad", "indian" or "" (what kind of scale word is used). `joined`
    are the values a spelled-out number was put together from.
    """

    digits: str = ""
    script: str = ""
    mantissa: float = 0.0
    scale: float = 1.0
    words_of_scale: int = 0
    system: str = ""
    joined: tuple[float, ...] = ()
    halves: bool = False
    dual: bool = False


@frozen
class Figure:
    """One figure with its readings; `start` and `end` cover bound, currency and unit words.

    `values` are the admissible sizes, `moments` the admissible dates or times. `unit` is an
    ISO 4217 code or a unit name. `relation` is "by" or "to", `direction` "rise" or "fall",
    `part` "part" or "whole", `role` what the neighbouring words count ("dead", "injured").
    A weak figure ("one", "first") may be rendered without a number; `unsure` marks a bound that
    rests on a preposition of many meanings ("до", "bis"), `counted` a figure with a counter.
    `labels` are what its sentence sets against each other (adults, children), in order. `origin`
    says that English "from" leads to it.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    values: tuple[Range, ...] = ()
    moments: tuple[Moment, ...] = ()
    unit: str = ""
    bound: str = "exact"
    relation: str = ""
    direction: str = ""
    part: str = ""
    role: str = ""
    language: str = ""
    era: str = ""
    weak: bool = False
    vague: bool = False
    unsure: bool = False
    counted: bool = False
    sentence: int = 0
    labels: tuple[str, ...] = ()
    origin: bool = False
    numeral: Span = NOWHERE
    written: Written = field(default_factory=Written)
    verb: Span | None = None

    @property
    def value(self) -> float | None:
        """The likeliest size; None for dates and times."""
        return self.values[0].low if self.values else None
