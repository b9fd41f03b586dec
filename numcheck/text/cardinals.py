"""Cardinals in words: "two and a half million", "one hundred and three", "three point five"."""

from __future__ import annotations

import math

from numcheck.patterns import pattern
from numcheck.text.number_tokens import GAP, Token, tokens_from
from numcheck.text.numerals import Numeral, clean, words


class _Sum:
    """A cardinal being added up, word by word; `take` says whether the next word belongs to it."""

    __slots__ = ("group", "last", "scale", "step", "total")

    def __init__(self) -> None:
        self.total, self.group, self.step = 0.0, -1.0, 1.0
        self.scale, self.last = math.inf, ""

    @property
    def value(self) -> float:
        return self.total + max(self.group, 0.0)

    def take(self, token: Token) -> bool:
        if token.kind in "UTD":
            taken = self._small(token)
        elif token.kind == "H":
            taken = self._hundred()
        else:
            taken = self._scale(token.value)
        if taken:
            self.last = token.kind
        return taken

    def _small(self, token: Token) -> bool:
        if self.group < 0:
            self.group = token.value
        elif (self.last == "D" and token.kind == "U" and token.value) or self.last == "H":
            self.group += token.value
        else:
            return False
        self.step = 1.0
        return True

    def _hundred(self) -> bool:
        if self.group >= 100 or self.last == "H":
            return False
        self.group = 100.0 if self.group < 0 else self.group * 100
        self.step = 100.0
        return True

    def _scale(self, value: float) -> bool:
        if self.group >= 0 and value < self.scale:
            self.total += self.group * value
        elif self.group < 0 and self.last in ("S", ""):
            # "a million", "two hundred thousand million"
            self.total = self.total * value if self.total else value
        else:
            return False
        self.group, self.step, self.scale = -1.0, value, value
        return True

    def add(self, other: _Sum) -> bool:
        """Take in what follows "thousand and": it must be less than a thousand."""
        if self.last != "S" or not 0 < other.value < self.scale:
            return False
        self.group, self.step = other.value, other.step
        self.last = other.last
        return True


def _cardinal(tokens: list[Token], at: int) -> tuple[_Sum, int]:
    """The sum of the number words from `at`, and the index after the last that belongs to it."""
    found = _Sum()
    index = at
    if tokens[at].kind == "A" and at + 1 < len(tokens) and tokens[at + 1].kind in "HSG":
        index += 1
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "N":
            if index + 1 >= len(tokens) or tokens[index + 1].kind not in "UTDHS":
                break
            if found.last == "H" and _goes_on(tokens, index + 1):
                index += 1
                continue
            other, after = _cardinal(tokens, index + 1)
            if _is_numerator(tokens, after) or not found.add(other):
                break
            return found, after
        if token.kind == "G":
            found.group = token.value if found.group < 0 else found.group * token.value
            found.step = token.value
            return found, index + 1
        if token.kind not in "UTDHS" or not found.take(token):
            break
        index += 1
    return found, index if found.total or found.group >= 0 else at


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Does "hundred and" go on: "a hundred and two", not "a hundred and two hundred"?"""
    after = index
    while after < len(tokens) and tokens[after].kind in "UTD":
        after += 1
    ends = after == len(tokens) or tokens[after].kind != "H"
    return after > index and ends and not _is_numerator(tokens, after)


def _is_numerator(tokens: list[Token], index: int) -> bool:
    """Does a plural denominator follow: "one hundred and two thirds"?"""
    return index < len(tokens) and words().fractions.get(tokens[index].word, (0, False))[1]


def cardinal_numeral(folded: str, tokens: list[Token]) -> Numeral | None:
    """The cardinal that begins with the first token, its decimals, fraction or ordinal end."""
    found, used = _cardinal(tokens, 0)
    if not used:
        return None
    start, last, value = tokens[0].start, tokens[used - 1], found.value
    if used < len(tokens):
        after = tokens[used]
        if after.kind == "P" and last.kind in "UTD":
            decimal = _decimal(tokens, used, value)
            if decimal is not None:
                return decimal
        if after.word in words().fractions and value > 0:
            below, plural = words().fractions[after.word]
            hung = folded[after.start - 1] == "-" == folded[after.end : after.end + 1]
            hung = hung or (value in (2, 3) and folded[after.start - 1] == "-")  # "three-quarter"
            if (plural and value < 100) or (value == 1 and used == 1) or (hung and below > 2):
                done = Numeral(start, after.end, value / below, 1 / below, "fraction")
                return of_a_scale(tokens, used + 1, done)
        if after.kind == "O" and (last.kind in "HS" or (last.kind == "D" and after.value < 10)):
            return Numeral(start, after.end, value + after.value, 1.0, "ordinal")
    numeral = Numeral(start, last.end, value, found.step, "words", scaled=found.step > 1)
    if found.step >= 1000 and folded.startswith(", ", last.end):
        return _with_next_scale(folded, numeral)
    return with_half(folded, numeral, found.step if last.kind in "SHG" else 1.0)


_NO_PART = pattern(r"(?! of\b|, )")


def _with_next_scale(folded: str, numeral: Numeral) -> Numeral:
    """ "two million, four hundred thousand": the comma is one of the number's own."""
    at = numeral.end + 2
    tokens = tokens_from(folded, at)
    if not tokens or tokens[0].kind not in "UTD":
        return numeral
    found, used = _cardinal(tokens, 0)
    if not 100 <= found.value < numeral.step or not used:
        return numeral
    if not _NO_PART.match(folded, tokens[used - 1].end):
        return numeral  # "two thousand, three hundred of them women"
    end = tokens[used - 1].end
    return numeral._replace(end=end, value=numeral.value + found.value, step=found.step)


def _decimal(tokens: list[Token], at: int, whole: float) -> Numeral | None:
    """ "three point five": single digits after the point."""
    used = at + 1
    while used < len(tokens) and tokens[used].kind == "U":
        used += 1
    decimals = "".join(str(int(token.value)) for token in tokens[at + 1 : used])
    if not decimals:
        return None
    value, step, end = float(f"{int(whole)}.{decimals}"), 10.0 ** -len(decimals), used - 1
    scaled = used < len(tokens) and tokens[used].kind in "SH"
    if scaled:
        value, step, end = clean(value * tokens[used].value), step * tokens[used].value, used
    return Numeral(tokens[0].start, tokens[end].end, value, step, "words", scaled=scaled)


def with_half(folded: str, numeral: Numeral, scale: float) -> Numeral:
    """The numeral with a fraction added: "two and a half (million)", "a million and a half".

    `scale` is what the fraction is of: a million in the second case.
    """
    tokens = _after_and(folded, numeral.end)
    if len(tokens) < 2 or tokens[0].kind not in "AUT" or tokens[1].word not in words().fractions:
        return numeral
    below, _ = words().fractions[tokens[1].word]
    value, step = numeral.value + tokens[0].value / below * scale, scale / below
    end, scaled = tokens[1].end, numeral.scaled
    if scale == 1.0 and len(tokens) > 2 and tokens[2].kind in "SHG":
        value, step = value * tokens[2].value, step * tokens[2].value
        end, scaled = tokens[2].end, True
    return numeral._replace(end=end, value=clean(value), step=step, scaled=scaled)


_DIGITS_AND = pattern(r" and (\d{1,2})(?![\d.,]*\d)")


def with_added(folded: str, numeral: Numeral, scale: float) -> Numeral:
    """Digits with a hundred and more: "3 hundred and 21", "5 hundred and one"."""
    if scale != 100.0:
        return numeral
    if found := _DIGITS_AND.match(folded, numeral.end):
        value = numeral.value + float(found[1])
        return numeral._replace(end=found.end(), value=value, step=1.0)
    tokens = _after_and(folded, numeral.end)
    if not tokens or tokens[0].kind not in "UTD":
        return numeral
    found_sum, used = _cardinal(tokens, 0)
    if not 0 < found_sum.value < scale or _is_numerator(tokens, used):
        return numeral
    value = numeral.value + found_sum.value
    return numeral._replace(end=tokens[used - 1].end, value=value, step=1.0)


def _after_and(folded: str, at: int) -> list[Token]:
    """The number words after an "and"."""
    gap = GAP.match(folded, at)
    if gap is None or not folded.startswith("and", gap.end()):
        return []
    return tokens_from(folded, gap.end())[1:]


def of_a_scale(tokens: list[Token], index: int, part: Numeral) -> Numeral:
    """A share of a scale is a number: "half a million", "three quarters of a billion"."""
    while index < len(tokens) and tokens[index].kind in "&A":
        index += 1
    if index >= len(tokens) or tokens[index].kind not in "SG" or tokens[index].word.endswith("s"):
        return part
    scale = tokens[index]
    return part._replace(
        end=scale.end,
        value=clean(part.value * scale.value),
        step=part.step * scale.value,
        form="words",
        scaled=True,
    )
