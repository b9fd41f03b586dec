"""Fractions: two-thirds, 3分の2, üçte iki, 2/3, two in three."""

from __future__ import annotations

import re
from functools import cache

from numcheck.patterns import pattern
from numcheck.translation.figures import Range
from numcheck.translation.lexicon import closed
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at, touch
from numcheck.translation.tokens import Source, Token

#: One noun between "one" and its ratio ("one child in five").
_NOUN = pattern(r"\s[^\W\d_]{2,20}\s$")

#: Over, under, and the node after the last.
Fraction = tuple[float, float, int]


@cache
def _of_whole(code: str) -> re.Pattern[str]:
    """What makes an ordinal before it a share: "a third of them", "un quinto de"."""
    return pattern(rf"\s{closed(code, 'of_whole')}(?:(?<=')|\b)")


def read_fraction(source: Source, nodes: list[Node], at: int) -> Fraction | None:
    """The fraction that begins at a node, over and under in the order of the language."""
    return _Reader(source, nodes).read(at)


def read_discount(nodes: list[Node], at: int) -> tuple[tuple[Range, ...], int]:
    """七折, 8.5折: what is left to pay in percent, or what comes off, and the node after it."""
    paid, sign = nodes[at], node_at(nodes, at + 1)
    if not (isinstance(paid, Numeral) and sign is not None and sign.mark("discount")):
        return (), at
    if sign.start != paid.end or not 0 < paid.values[0].low < 100:
        return (), at
    left = paid.values[0].low
    left *= 10 if left < 10 else 1
    return (Range(100 - left, 100 - left), Range(left, left)), at + 2


class _Reader:
    def __init__(self, source: Source, nodes: list[Node]) -> None:
        self.source, self.nodes = source, nodes

    def read(self, at: int) -> Fraction | None:
        return self._every(at) or self._denominator_first(at) or self._numerator_first(at)

    def _every(self, at: int) -> Fraction | None:
        """Every third, jede fünfte, каждый четвёртый; never "every third day"."""
        under, after = node_at(self.nodes, at + 1), node_at(self.nodes, at + 2)
        if not (self.nodes[at].mark("every") and isinstance(under, Numeral) and under.ordinal):
            return None
        timed = after is not None and after.get("units") and self._touching(at + 1)
        value = under.values[0].low
        return None if timed or value < 2 or not self._touching(at) else (1.0, value, at + 2)

    def _denominator_first(self, at: int) -> Fraction | None:
        node, sign = self.nodes[at], node_at(self.nodes, at + 1)
        if isinstance(node, Token):
            under = node.get("denominators_first")
            if under is not None and isinstance(sign, Numeral) and self._touching(at):
                return sign.values[0].low, float(under), at + 2
            return None
        over = node_at(self.nodes, at + 2)
        if not (isinstance(over, Numeral) and is_mark(self.nodes, at + 1, "fraction_of")):
            return None
        joined = self._touching(at) and self._touching(at + 1)
        return (over.values[0].low, node.values[0].low, at + 3) if joined else None

    def _numerator_first(self, at: int) -> Fraction | None:
        node, sign = self.nodes[at], node_at(self.nodes, at + 1)
        if not isinstance(node, Numeral):
            under = node.get("denominators")
            lone = under == 2 or (under is not None and node.mark("lone"))
            return (1.0, float(under), at + 1) if lone else None
        if isinstance(sign, Numeral) and sign.ordinal and self._is_share(node, at + 1):
            return node.values[0].low, float(sign.tokens[0].get("denominators")), at + 2
        if isinstance(sign, Token) and self._touching(at) and sign.get("denominators") is not None:
            return node.values[0].low, float(sign.get("denominators")), at + 2
        if isinstance(sign, Numeral):
            gap = self.source.gap(node.end, sign.start)
            if gap in ("/", "⁄") and node.written.digits and sign.written.digits:
                under = sign.values[0].low
                proper = node.values[0].low < under <= 100
                return (node.values[0].low, under, at + 2) if proper else None
        return self._in_ratio(at)

    def _is_share(self, over: Numeral, at: int) -> bool:
        """Is this ordinal a denominator: "one third", "a fifth of"; never "a third man"?"""
        ordinal = self.nodes[at]
        assert isinstance(ordinal, Numeral)
        if len(ordinal.tokens) > 1 or ordinal.tokens[0].get("denominators") is None:
            return False
        stated = self.source.folded[over.start : over.end] == "one"
        stated = stated or (self.source.lexicon.has("shares_feminine") and over.words)
        whole = _of_whole(self.source.lexicon.code).match(self.source.folded, ordinal.end)
        return (stated or whole is not None) and self._touching(at - 1)

    def _in_ratio(self, at: int) -> Fraction | None:
        """Two in three, un Français sur quatre, สองในสาม; 5人に1人 and 다섯 명 중 한 명 turn it."""
        first, sign = self.nodes[at], self._sign(at)
        second = node_at(self.nodes, sign + 1) if sign else None
        if not (isinstance(first, Numeral) and isinstance(second, Numeral) and sign):
            return None
        reverse = self.nodes[sign].mark("ratio_in")
        over, under = (second, first) if reverse else (first, second)
        if not self._may_be_share(over, under) or not self._near(at, sign):
            return None
        return over.values[0].low, under.values[0].low, sign + 2

    def _sign(self, at: int) -> int:
        """Where the sign of a ratio stands, past a counter; 0 where there is none."""
        for ahead in (at + 1, at + 2):
            node = node_at(self.nodes, ahead)
            if node is None:
                return 0
            if node.mark("in_ratio") or node.mark("ratio_in"):
                return ahead
            if not node.mark("counter"):
                return 0
        return 0

    def _may_be_share(self, over: Numeral, under: Numeral) -> bool:
        """Are these small numbers, and digits only where one in a round few is said?"""
        low, high = over.values[0], under.values[0]
        if not (low.single and high.single) or over.ordinal or under.ordinal or low.low == 0:
            return False
        if not (over.words and under.words):
            return low.low < high.low and high.low in (3, 4, 5, 6, 7, 8, 9, 10, 100, 1000)
        return 2 <= high.low <= 20 or high.low in (100, 1000)

    def _near(self, at: int, sign: int) -> bool:
        """Do number, sign and number stand together? "One" may have its noun ("one child in")."""
        first, one = self.nodes[at], self.nodes[at].values[0].low == 1  # type: ignore[union-attr]
        lead = self.source.gap(first.end, self.nodes[sign].start)
        rest = self.source.gap(self.nodes[sign].end, self.nodes[sign + 1].start)
        for node in self.nodes[at + 1 : sign]:
            lead = lead.replace(self.source.gap(node.start, node.end), "", 1)
        near = not lead.strip() or (one and _NOUN.match(lead) is not None)
        return near and not rest.strip()

    def _touching(self, at: int) -> bool:
        return touch(self.source, self.nodes[at], self.nodes[at + 1])
