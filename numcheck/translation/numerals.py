"""Numbers from tokens: where one begins, what belongs to it, and where it ends.

What its words come to is the work of `place_value`.
"""

from __future__ import annotations

from numcheck.patterns import pattern
from numcheck.translation.digits import digit_values
from numcheck.translation.figures import Written
from numcheck.translation.nodes import Node, Numeral
from numcheck.translation.place_value import Sum
from numcheck.translation.positional import row_of_digits
from numcheck.translation.tokens import Source, Token

_HUNDREDS = pattern(r"[1-9]\d\d")
_BETWEEN = pattern(r"[\s\-]{0,2}$")
#: Words before a number that add to it or take from it.
_LEADS = {"plus_half": 0.5, "plus_quarter": 0.25, "minus_quarter": -0.25}
_HYPHENS = ("-", "‐", "‑")


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
        self.sum = Sum(source.lexicon)
        self.digits = self.script = ""

    def build(self) -> Numeral | None:
        first = self.found[self.at]
        if not first.digits and not self._opens(first):
            return None
        self._positional()
        while self.at < len(self.found) and self._touches() and self._take(self.found[self.at]):
            self.at += 1
        while self.at > self.start and _connects(self.found[self.at - 1]):
            self.at -= 1
        if not self.sum.stack or self.at == self.start:
            return None
        return self._result()

    def _ahead(self, steps: int) -> Token | None:
        """The token so many places after this one."""
        at = self.at + steps
        return self.found[at] if at < len(self.found) else None

    def _opens(self, token: Token) -> bool:
        before = self.found[self.at - 1] if self.at else None
        glued = before is not None and before.digits and before.end == token.start
        signs = ("counter", "year_mark", "month_mark", "day_mark")
        if glued and (token.get("units") or token.get("currency") or any(map(token.mark, signs))):
            return False  # "52세" is 52 years, though 세 is three elsewhere
        if token.mark("and_half") and self._after_unit(token):
            return False  # 1時間半
        if any(map(token.mark, _LEADS)):
            return True
        kinds = ("numbers", "scales", "halves", "collectives", "ordinals")
        return not self._leads_hour(token) and any(token.get(k) is not None for k in kinds)

    def _leads_hour(self, token: Token) -> bool:
        """Is this a word of the clock: "setengah delapan", where "setengah juta" is a number?"""
        after = self._ahead(1)
        if token.get("clock") is None or after is None or after.get("scales") is not None:
            return False
        return bool(after.get("numbers") or after.get("ordinals"))

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
        if self.at == self.start or not self.sum.stack:
            return True
        left, right = self.found[self.at - 1].end, self.found[self.at].start
        between = self.source.folded[left:right]
        if between == "、" and self.sum.last == "number":  # 二、三百人
            return bool(self.found[self.at].get("numbers") == self.sum.last_value + 1)
        return bool(_BETWEEN.match(between))

    def _positional(self) -> None:
        """二〇二三 and the like: a row of single digits read by place."""
        if not self.lexicon.has("rows_of_digits"):
            return
        row = [float(token.get("numbers")) for token in row_of_digits(self.found, self.at)]
        after = self._ahead(len(row))
        scaled = after is not None and after.get("scales") is not None
        if len(row) >= 3 or (len(row) == 2 and row[0] >= row[1] and not scaled):
            self.sum.take_row(row)
            self.at += len(row)

    def _take(self, token: Token) -> bool:
        """Takes the token if it continues the number; the order of meanings matters."""
        if token.digits:
            return self._take_digits(token)
        if token.mark("odd") and self._leads_scale():
            self.sum.about = True  # 十余万
            return True
        if token.joined and self.sum.last == "number":
            self.sum.anded = "and"
        if self.sum.stack and _connects(token):
            return self._take_and(token)
        if not self.sum.stack and self._take_lead(token):
            return True
        if token.mark("and_half") and self.sum.stack:
            return self.sum.add_half()
        return self._take_word(token)

    def _leads_scale(self) -> bool:
        after = self._ahead(1)
        large = after is not None and (after.get("scales") or 0) >= 10000
        return bool(self.sum.stack and large) and not self.lexicon.spaced

    def _take_lead(self, token: Token) -> bool:
        """साढ़े, सवा, पौने: a half or quarter more or less than the number that follows."""
        for mark, bonus in _LEADS.items():
            if token.mark(mark):
                self.sum.bonus, self.sum.halves = bonus, True
                return True
        return False

    def _take_word(self, token: Token) -> bool:
        half, number, scale = (token.get(k) for k in ("halves", "numbers", "scales"))
        collective, ordinal = token.get("collectives"), token.get("ordinals")
        dual = scale is not None and number is not None and not self.sum.stack
        return (
            (scale is not None and not dual and self._take_scale(token, float(scale)))
            or (half is not None and self.sum.take_half(half, sign=not token.text.isalpha()))
            or (number is not None and self._take_number(float(number)))
            or (collective is not None and self.sum.take_collective(collective))
            or (ordinal is not None and self.sum.take_ordinal(ordinal))
        )

    def _take_number(self, value: float) -> bool:
        """Takes the number unless it counts thousands after thousands ("2,000 and 3 thousand")."""
        after = self._ahead(1)
        scale = 0.0 if after is None or after.digits else float(after.get("scales") or 0)
        again = self.sum.stack and scale <= self.sum.stack[-1] <= value * scale
        return not (scale >= 1000 and again) and self.sum.take_number(value)

    def _take_and(self, token: Token) -> bool:
        """Connectors count only between two number words, and only where they may add."""
        nearest = self._ahead(1)
        if nearest is None or self.sum.ordinal:
            return False
        if nearest.mark("and_half") and token.text in _HYPHENS:
            return token.end == nearest.start  # "a three-and-a-half-room apartment"
        if self.sum.last == "digits":
            # "A 1.2-billion-lira contract": the hyphens join what is one figure.
            glued = token.end == nearest.start and token.start == self.found[self.at - 1].end
            return glued and token.text in _HYPHENS and (nearest.get("scales") or 0) >= 1000
        if not _BETWEEN.match(self.source.folded[token.end : nearest.start]):
            return False
        if nearest.digits:
            return self._adds_digits(nearest)
        number = nearest.get("numbers")
        if number is None:
            number = nearest.get("ordinals")
        if number is None and nearest.get("scales") == 100 and self.sum.last_value > 100:
            number = 100.0
        half = nearest.get("halves") is not None
        self.sum.anded = "-" if token.text in _HYPHENS else "and"
        if half or (number is not None and self.sum.adds(number)):
            return True
        self.sum.anded = ""
        return False

    def _adds_digits(self, digits: Token) -> bool:
        """یک میلیون و ۲۰۰ هزار, 1 milhão e 200 mil: the smaller scale ties the digits to it."""
        after = self._ahead(2)
        if self.sum.last != "scale" or digits.name:
            return False
        if self.lexicon.has("and_adds_digits") and _HUNDREDS.fullmatch(digits.digits):
            return True  # ۱۵ هزار و ۳۰۰
        if after is None:
            return False
        scale = after.get("scales")
        near = _BETWEEN.match(self.source.folded[digits.end : after.start])
        return scale is not None and bool(near) and 1000 <= scale < self.sum.last_value

    def _take_digits(self, token: Token) -> bool:
        if token.name or (self.sum.stack and self.sum.last != "scale"):
            return False
        if self.sum.stack:
            gap = self.source.folded[self.found[self.at - 1].end : token.start]
            if gap.strip(" "):
                return False
        opens = not self.sum.stack
        taken = self.sum.take_digits(digit_values(token.digits, self.lexicon))
        if opens and taken:
            self.digits, self.script = token.digits, token.script
        return taken

    def _take_scale(self, token: Token, value: float) -> bool:
        return self._may_abbreviate(token) and self.sum.take_scale(value)

    def _may_abbreviate(self, token: Token) -> bool:
        """Is this no lone letter, or one that stands for a scale ("5m", French "2,5 M")?"""
        if len(token.text) > 1 or not (token.text.isascii() and token.text.isalpha()):
            return True
        before = self.found[self.at - 1]
        if self.at == self.start or not before.digits:
            return False
        glued = before.end == token.start
        return glued if self.lexicon.has("letters_scale") else token.text.isupper()

    def _result(self) -> Numeral:
        total, used = self.sum, tuple(self.found[self.start : self.at])
        scales = [float(t.get("scales")) for t in used if t.get("scales") is not None]
        written = Written(
            self.digits, self.script, total.value if total.mantissa is None else total.mantissa,
            total.scale, sum(s >= 1000 for s in scales), self._system(scales),
            tuple(total.joined), total.halves, any(t.mark("dual") for t in used),
        )  # fmt: skip
        return Numeral(
            used[0].start, used[-1].end, total.readings(), written, used, total.ordinal,
            total.about, total.fraction and total.last == "half",
        )  # fmt: skip

    def _system(self, scales: list[float]) -> str:
        for system, members in self.lexicon.systems.items():
            if any(scale in members for scale in scales):
                return system
        return ""


def _connects(token: Token) -> bool:
    return token.mark("and") or token.text in _HYPHENS
