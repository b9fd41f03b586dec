"""The figure while it is being read: the parts that the readers fill in, one after another."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Bound, Calendar, Interval, Kind
from numcheck.patterns import pattern
from numcheck.text.numerals import Form, Numeral, words


@dataclass(slots=True)
class Copy:
    """The text being read, with its folded twin of the same length.

    `floor` is where the last figure ended: nothing before it belongs to the next one.
    """

    text: str
    folded: str
    floor: int = 0


@dataclass(slots=True)
class Figure:
    """One figure on its way to a `Quantity`.

    `start`/`end` grow as sign, currency, unit and bound words are found around the numeral.
    `shape` names the tolerance of `data/lexicon/en/bounds.yaml` that its bound words ask for, or
    is "range" where "between" or "from" stands before, at `opener`.
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
    unit_from: str = ""
    symbol_first: bool = False
    opener: int = -1

    @classmethod
    def of(cls, numeral: Numeral) -> Figure:
        """The figure as its numeral alone tells it."""
        return cls(
            start=numeral.start,
            end=numeral.end,
            numeral_start=numeral.start,
            numeral_end=numeral.end,
            value=numeral.value,
            step=numeral.step,
            form=numeral.form,
            scaled=numeral.scaled,
            core=numeral.core,
            hull=numeral.hull,
            malformed=numeral.malformed,
            bound="vague" if numeral.form == "vague" else "exact",
        )

    def rescale(self, numeral: Numeral) -> None:
        """Take over what scale words or a fraction made of the numeral."""
        sign = -1.0 if self.value < 0 <= numeral.value else 1.0
        self.end = self.numeral_end = numeral.end
        self.value, self.step, self.scaled = sign * numeral.value, numeral.step, numeral.scaled


_LAST_WORD = pattern(r"[a-z]+$")
_DIGITS = pattern(r"[\d.,]+")


def printed(copy: Copy, figure: Figure) -> float:
    """The number as written, without the scale: 3.2 for "3.2 million", 5 for "five thousand"."""
    if figure.form == "words" and figure.scaled:
        last = _LAST_WORD.search(copy.folded, figure.numeral_start, figure.numeral_end)
        scale = words().scales.get(last[0].removesuffix("s"), 0.0) if last else 0.0
        return figure.value / scale if scale else 0.0
    digits = _DIGITS.match(copy.folded, figure.numeral_start, figure.numeral_end)
    try:
        return float(digits[0].rstrip(".,").replace(",", "")) if digits else abs(figure.value)
    except ValueError:
        return 0.0
