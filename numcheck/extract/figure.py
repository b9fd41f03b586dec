"""The figure while it is being read: the parts that the readers fill in, one after another."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Bound, Calendar, Interval, Kind
from numcheck.text.numerals import Form, Numeral


@dataclass(slots=True)
class Copy:
    """The text being read, with its folded twin of the same length."""

    text: str
    folded: str


@dataclass(slots=True)
class Figure:
    """One figure on its way to a `Quantity`.

    `start`/`end` grow as sign, currency, unit and bound words are found around the numeral.
    `shape` names the tolerance of `data/lexicon/en/bounds.yaml` that its bound words ask for.
    """

    start: int
    end: int
    numeral_start: int
    numeral_end: int
    value: float
    step: float
    form: Form
    scaled: bool = False
    kind: Kind = "number"
    unit: str = ""
    bound: Bound = "exact"
    shape: str = ""
    core: Interval | None = None
    hull: Interval | None = None
    parts: tuple[float, ...] = ()
    calendar: Calendar | None = None
    malformed: str = ""
    symbol_first: bool = False

    @classmethod
    def of(cls, numeral: Numeral) -> Figure:
        return cls(numeral.start, numeral.end, numeral.start, numeral.end, numeral.value, numeral.step, numeral.form,
                   numeral.scaled, core=numeral.core, hull=numeral.hull, malformed=numeral.malformed,
                   bound="vague" if numeral.form == "vague" else "exact")  # fmt: skip
