"""Numbers from tokens: words and digits put together by place value.

One stack serves every system: a multiplier takes what is smaller below it, whether that is
thousand, lakh, 万 or French "vingt". What languages differ in is data.
"""

from __future__ import annotations

import math

from numcheck.patterns import pattern
from numcheck.translation.digits import digit_values
from numcheck.translation.figures import Range, Written
from numcheck.translation.nodes import Node, Numeral
from numcheck.translation.positional import row_of_digits
from numcheck.translation.tokens import Source, Token

_BETWEEN = pattern(r"[\s\-]{0,2}$")


def numerals(source: Source, found: list[Token]) -> list[Node]:
    """The tokens with each run of number words and digits made one numeral."""
    nodes: list[Node] = []
    at = 0
    while at < len(found):
        builder = _Builder(source, found, at)
        numeral = builder.build()
        nodes.append(numeral or found[at])
        at = builder.at if numeral else at + 1
    return nodes


class _Builder:
    """Takes tokens as long as they make one number."""

    def __init__(self, source: Source, found: list[Token], at: int) -> None:
        self.source, self.found, self.start, self.at = source, found, at, at
        self.lexicon = source.lexicon
        self.stack: list[float] = []
        self.last = ""  # what came last: digits, number, scale, half
        self.last_value = 0.0
        self.anded = ""
        self.mantissa: float | None = None
        self.scale = 1.0
        self.joined: list[float] = []
        self.alternatives: list[float] = []
        self.spread = 0.0  # how far the other end of 六七千 lies above this one
        self.digits = self.script = ""
        self.ordinal = self.about = self.halves = self.fraction = False
        self.bonus = 0.0

    def build(self) -> Numeral | None:
        first = self.found[self.at]
        if not first.digits and not self._opens(first):
            return None
        self._positional()
        while self.at < len(self.found) and self._touches() and self._take(self.found[self.at]):
            self.at += 1
        while self.at > self.start and _connects(self.found[self.at - 1]):
            self.at -= 1
        if not self.stack or self.at == self.start:
            return None
        return self._result()

    def _opens(self, token: Token) -> bool:
        before = self.found[self.at - 1] if self.at else None
        glued = before is not None and before.digits and before.end == token.start
        signs = ("counter", "year_mark", "month_mark", "day_mark")
        if glued and (token.get("units") or token.get("currency") or any(map(token.mark, signs))):
            return False  # "52세" is 52 years, though 세 is three elsewhere
        if token.mark("and_half") and self._after_unit(token):
            return False  # 1時間半
        leads = any(map(token.mark, _LEADS))
        if token.get("clock") is not None and not leads and self.at + 1 < len(self.found):
            # "Setengah delapan" is a time of day, "setengah juta" a number.
            after = self.found[self.at + 1]
            if after.get("scales") is None and (after.get("numbers") or after.get("ordinals")):
                return False
        kinds = ("numbers", "scales", "halves", "collectives", "ordinals")
        return leads or any(token.get(k) is not None for k in kinds)

    def _after_unit(self, half: Token) -> bool:
        """Does this half belong to an hour, or to another number with its unit, before it?"""
        before = self.found[self.at - 1] if self.at else None
        if before is None or before.get("clock"):
            return before is not None
        number = self.found[self.at - 2] if self.at > 1 else None
        counted = number is not None and (number.digits or number.get("numbers") is not None)
        return bool(counted and before.get("units")) and (
            not self.source.folded[before.end : half.start].strip()
        )

    def _touches(self) -> bool:
        if self.at == self.start or not self.stack:
            return True
        left, right = self.found[self.at - 1].end, self.found[self.at].start
        between = self.source.folded[left:right]
        if between == "、" and self.last == "number":  # 二、三百人
            return bool(self.found[self.at].get("numbers") == self.last_value + 1)
        return bool(_BETWEEN.match(between))

    def _positional(self) -> None:
        """二〇二三 and the like: a row of single digits read by place."""
        if self.lexicon.code not in ("zh", "ja"):
            return
        row = row_of_digits(self.found, self.at)
        follows = self.at + len(row)
        scaled = follows < len(self.found) and self.found[follows].get("scales") is not None
        if len(row) >= 3 or (
            len(row) == 2 and row[0].get("numbers") >= row[1].get("numbers") and not scaled
        ):
            value = float("".join(str(int(t.get("numbers"))) for t in row))
            self.stack, self.last, self.last_value, self.mantissa = [value], "digits", value, value
            if len(row) == 2:  # 九二 is the year 1992
                self.alternatives = [value + (1900 if value >= 30 else 2000)]
            self.at = follows

    def _take(self, token: Token) -> bool:
        """Takes the token if it continues the number; the order of meanings matters."""
        if token.digits:
            return self._take_digits(token)
        if token.mark("odd") and self._leads_scale():
            self.about = True  # 十余万
            return True
        if token.joined and self.last == "number":
            self.anded = "and"
        if self.stack and (token.mark("and") or token.text in _HYPHENS):
            return self._take_and(token)
        if not self.stack and self._take_lead(token):
            return True
        if token.mark("and_half") and self.stack:
            return self._take_half_after()
        return self._take_word(token)

    def _leads_scale(self) -> bool:
        after = self.found[self.at + 1] if self.at + 1 < len(self.found) else None
        large = after is not None and (after.get("scales") or 0) >= 10000
        return bool(self.stack and large) and not self.lexicon.spaced

    def _take_lead(self, token: Token) -> bool:
        """साढ़े, सवा, पौने: a half or quarter more or less than the number that follows."""
        for mark, bonus in _LEADS.items():
            if token.mark(mark):
                self.bonus, self.halves = bonus, True
                return True
        return False

    def _take_word(self, token: Token) -> bool:
        half, number, scale = (token.get(k) for k in ("halves", "numbers", "scales"))
        dual = scale is not None and number is not None and not self.stack
        if scale is not None and not dual and self._take_scale(float(scale)):
            return True
        if half is not None and self._take_half(float(half)):
            return True
        if number is not None and self._take_number(float(number)):
            return True
        if token.get("collectives") is not None and self._take_collective(token):
            return True
        return self._take_ordinal(token)

    def _take_and(self, token: Token) -> bool:
        """Connectors count only between two number words, and only where they may add."""
        nearest = self.found[self.at + 1] if self.at + 1 < len(self.found) else None
        if nearest is None or self.ordinal or self.last == "digits":
            return False
        if not _BETWEEN.match(self.source.folded[token.end : nearest.start]):
            return False
        if nearest.digits:
            return self._adds_digits(nearest)
        number = nearest.get("numbers")
        if number is None:
            number = nearest.get("ordinals")
        if number is None and nearest.get("scales") == 100 and self.last_value > 100:
            number = 100.0
        half = nearest.get("halves") is not None
        self.anded = "-" if token.text in _HYPHENS else "and"
        if half or (number is not None and self._adds(float(number))):
            return True
        self.anded = ""
        return False

    def _adds_digits(self, digits: Token) -> bool:
        """یک میلیون و ۲۰۰ هزار, 1 milhão e 200 mil: the smaller scale ties the digits to it."""
        after = self.found[self.at + 2] if self.at + 2 < len(self.found) else None
        if self.last != "scale" or after is None or digits.name:
            return False
        scale = after.get("scales")
        near = _BETWEEN.match(self.source.folded[digits.end : after.start])
        return scale is not None and bool(near) and 1000 <= scale < self.last_value

    def _adds(self, value: float) -> bool:
        """May this number be added to what stands, as tens take units?"""
        if not self.stack:
            return True
        if self.lexicon.code == "en" and self.anded == "and" and self.last != "scale":
            return False
        if self.last == "scale":
            return value < self.last_value
        if self.last != "number":
            return False
        top = self.stack[-1]
        if self.lexicon.teens and top == 10 and 0 < value < 10:
            return False
        if self.lexicon.units_first and self.anded and self.last_value < 10 and value in _TENS:
            return True
        if top in self.lexicon.additive and value < 20:
            return True
        return value > 0 and top > value and top % 10 ** len(str(int(value))) == 0

    def _take_number(self, value: float) -> bool:
        if self.ordinal:
            return False
        if self._approximate(value):
            return True
        if not self._adds(value):
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
        widest = _APPROXIMATE.get(self.lexicon.code, 0)
        if not rises or self.anded or self.spread or value - self.joined[-1] > widest:
            return False
        self.spread = value - self.joined[-1]
        self.last = "number"
        return True

    def _take_digits(self, token: Token) -> bool:
        if token.name or (self.stack and self.last != "scale") or self.ordinal:
            return False
        values = digit_values(token.digits, self.lexicon)
        if self.stack and values[0] >= self.last_value:
            return False
        if self.stack and self.source.folded[self.found[self.at - 1].end : token.start].strip(" "):
            return False
        if not self.stack:
            self.digits, self.script, self.mantissa = token.digits, token.script, values[0]
            self.alternatives = values[1:]
        self.stack.append(values[0] + self.bonus)
        self.last, self.last_value, self.bonus = "digits", values[0], 0.0
        return True

    def _take_scale(self, value: float) -> bool:
        if self.ordinal or (self.last == "half" and self.anded):
            return False
        if not self._may_abbreviate():
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

    def _may_abbreviate(self) -> bool:
        """Is this no lone letter, or one that stands for a scale ("5m", French "2,5 M")?"""
        token, before = self.found[self.at], self.found[self.at - 1]
        if len(token.text) > 1 or not (token.text.isascii() and token.text.isalpha()):
            return True
        if self.at == self.start or not before.digits:
            return False
        glued = before.end == token.start
        return glued if self.lexicon.code == "en" else token.text.isupper()

    def _take_half(self, value: float) -> bool:
        if self.ordinal:
            return False  # "first half"
        self.halves = True
        if not self.stack or (self.stack == [1.0] and value < 1 and not self.anded):
            self.stack = [value]
            self.last, self.last_value, self.fraction = "half", value, value < 1
            self.mantissa = value
            return True
        sign = not self.found[self.at].text.isalpha()  # "2½"
        if value < 1 and (self.anded or self.lexicon.scale_after_half or sign):
            return self._take_half_after(value)
        return False

    def _take_half_after(self, share: float = 0.5) -> bool:
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

    def _take_collective(self, token: Token) -> bool:
        value = float(token.get("collectives"))
        if self.stack and (self.last not in ("number", "digits", "half") or self.stack[-1] >= 100):
            return False
        times = self.stack.pop() if self.stack else 1.0
        self.about = self.about or times == 1.0
        self.stack.append(times * value)
        self.fraction = False
        self.last, self.last_value = "collective", value
        return True

    def _take_ordinal(self, token: Token) -> bool:
        value = token.get("ordinals")
        if (
            value is None
            or self.ordinal
            or self.last in ("digits", "half")
            or not self._adds(float(value))
        ):
            return False
        self.stack.append(float(value))
        self.ordinal, self.last, self.last_value = True, "ordinal", float(value)
        return True

    def _result(self) -> Numeral:
        value = math.fsum(self.stack) + self.bonus
        used = tuple(self.found[self.start : self.at])
        ends = [Range(value, value + self.spread)]
        ends += [Range(a, a) for a in self.alternatives]
        scales = [float(t.get("scales")) for t in used if t.get("scales") is not None]
        written = Written(
            self.digits, self.script, self.mantissa if self.mantissa is not None else value,
            self.scale, sum(s >= 1000 for s in scales), self._system(scales),
            tuple(self.joined), self.halves, any(t.mark("dual") for t in used),
        )  # fmt: skip
        return Numeral(
            used[0].start, used[-1].end, tuple(ends), written, used, self.ordinal, self.about,
            self.fraction and self.last == "half",
        )  # fmt: skip

    def _system(self, scales: list[float]) -> str:
        for system, members in self.lexicon.systems.items():
            if any(scale in members for scale in scales):
                return system
        return ""


def _connects(token: Token) -> bool:
    return token.mark("and") or token.text in _HYPHENS


#: Words before a number that add to it or take from it.
_LEADS = {"plus_half": 0.5, "plus_quarter": 0.25, "minus_quarter": -0.25}
#: How far apart two digits may be that name a range, by language.
_APPROXIMATE = {
    "zh": 2,
    "ja": 2,
    **dict.fromkeys(("tr", "ko", "hi", "bn", "ur", "th", "fa", "id"), 1),
}
_HYPHENS = ("-", "‐", "‑")
_TENS = frozenset(float(n) for n in range(20, 100, 10))
