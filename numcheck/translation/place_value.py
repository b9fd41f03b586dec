"""The sum that a number in words or digits makes, word by word, by place value.

One stack serves every system: a multiplier takes what is smaller below it, whether that is
thousand, lakh, 万 or French "vingt". What languages differ in is data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from numcheck.translation.figures import Range
from numcheck.translation.lexicon import Lexicon

_TENS = frozenset(float(n) for n in range(20, 100, 10))


class Sum:
    """What the words taken so far come to; each `take` says whether the word fits.

    `last` is what came last: digits, number, scale, half, halfed, collective or ordinal. `anded`
    is the connector heard since then.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.stack: list[float] = []
        self.last = ""
        self.last_value = 0.0
        self.anded = ""
        self.mantissa: float | None = None
        self.scale = 1.0
        self.joined: list[float] = []
        self.alternatives: list[float] = []
        self.spread = 0.0  # how far the other end of 六七千 lies above this one
        self.ordinal = self.about = self.halves = self.fraction = False
        self.bonus = 0.0

    @property
    def value(self) -> float:
        return math.fsum(self.stack) + self.bonus

    def readings(self) -> tuple[Range, ...]:
        """Every admissible value, likeliest first."""
        first = Range(self.value, self.value + self.spread)
        return (first, *(Range(a, a) for a in self.alternatives))

    def adds(self, value: float) -> bool:
        """May this number be added to what stands, as tens take units?"""
        if not self.stack:
            return True
        if self.lexicon.has("and_after_scale") and self.anded == "and" and self.last != "scale":
            return False
        if self.last == "scale":
            return value < self.last_value
        if self.last != "number":
            return False
        top = self.stack[-1]
        if self.lexicon.teens and top == 10 and 0 < value < 10:
            return False
        if (
            self.lexicon.has("units_first")
            and self.anded
            and self.last_value < 10
            and value in _TENS
        ):
            return True
        if top in self.lexicon.additive and value < 20:
            return True
        return value > 0 and top > value and top % 10 ** len(str(int(value))) == 0

    def take_row(self, row: Sequence[float]) -> None:
        """A row of single digits read by place (二〇二三); 九二 is the year 1992."""
        value = float("".join(str(int(digit)) for digit in row))
        self.stack, self.last, self.last_value, self.mantissa = [value], "digits", value, value
        if len(row) == 2:
            self.alternatives = [value + (1900 if value >= 30 else 2000)]

    def take_digits(self, values: Sequence[float]) -> bool:
        """Printed digits, with every value they may have."""
        if self.ordinal or (self.stack and values[0] >= self.last_value):
            return False
        if not self.stack:
            self.mantissa, self.alternatives = values[0], list(values[1:])
        self.stack.append(values[0] + self.bonus)
        self.last, self.last_value, self.bonus = "digits", values[0], 0.0
        return True

    def take_number(self, value: float) -> bool:
        if self.ordinal:
            return False
        if self._approximate(value):
            return True
        if not self.adds(value):
            return False
        value, self.bonus = value + self.bonus, 0.0
        self.stack.append(value)
        self.joined.append(value)
        if self.last == "number" and len(self.stack) > 1 and self.stack[-2] < 1000:
            self.stack[-2:] = [self.stack[-2] + value]
        self.last, self.last_value, self.anded = "number", value, ""
        return True

    def _approximate(self, value: float) -> bool:
        """六七千, iki üç yüz, दो-तीन सौ: two neighbouring digits name a range."""
        rises = self.last == "number" and self.joined and self.joined[-1] < value < 10
        if not (rises and self.lexicon.has("neighbours")) or self.anded or self.spread:
            return False
        if value - self.joined[-1] > (1 if self.lexicon.spaced else 2):
            return False  # 三五个 is three to five
        self.spread = value - self.joined[-1]
        self.last = "number"
        return True

    def take_scale(self, value: float) -> bool:
        if self.ordinal or (self.last == "half" and self.anded):
            return False
        below = 0.0
        while self.stack and self.stack[-1] < value:
            below += self.stack.pop()
        if self.mantissa is None and below:
            self.mantissa = below
        times = below or 1.0
        if self.bonus:
            times, self.bonus = times + self.bonus if below else 1.0 + self.bonus, 0.0
        self.spread *= value
        self.alternatives = [a * value for a in self.alternatives]
        self.stack.append(times * value)
        if value >= 1000:
            self.scale *= value
        self.last, self.last_value, self.anded = "scale", value, ""
        return True

    def take_half(self, value: float, *, sign: bool) -> bool:
        """A word or (with `sign`) a sign for a half, quarter or one and a half."""
        if self.ordinal:
            return False  # "first half"
        self.halves = True
        if not self.stack or (self.stack == [1.0] and value < 1 and not self.anded):
            self.stack = [value]
            self.last, self.last_value, self.fraction = "half", value, value < 1
            self.mantissa = value
            return True
        if value < 1 and (self.anded or self.lexicon.has("scale_after_half") or sign):
            return self.add_half(value)
        return False

    def add_half(self, share: float = 0.5) -> bool:
        """A share of the number or scale word before it: "two and a half", "2½ million"."""
        self.halves = True
        if self.last == "scale":
            self.stack.append(self.last_value * share)
        elif self.last in ("number", "digits"):
            self.stack[-1] += share
            self.mantissa = self.stack[-1]
        else:
            return False
        self.anded, self.last = "", "halfed"
        return True

    def take_collective(self, value: float) -> bool:
        if self.stack and (self.last not in ("number", "digits", "half") or self.stack[-1] >= 100):
            return False
        times = self.stack.pop() if self.stack else 1.0
        self.about = self.about or times == 1.0
        self.stack.append(times * value)
        self.fraction = False
        self.last, self.last_value = "collective", value
        return True

    def take_ordinal(self, value: float) -> bool:
        if self.ordinal or self.last in ("digits", "half") or not self.adds(value):
            return False
        self.stack.append(value)
        self.ordinal, self.last, self.last_value = True, "ordinal", value
        return True
