"""Fractions: two-thirds, 3分の2, üçte iki, 2/3, two in three."""

from __future__ import annotations

from numcheck.patterns import pattern
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at, touch
from numcheck.translation.tokens import Source, Token

#: What makes an ordinal before it a share: "a third of them", "un quinto de".
_OF_WHOLE = pattern(r"\s(?:of|de|du|des|der|dei|del|degli|delle|di|da|dos|das|van|von)\b|\sd'")

#: Over, under, and the node after the last.
Fraction = tuple[float, float, int]


def read_fraction(source: Source, nodes: list[Node], at: int) -> Fraction | None:
    """The fraction that begins at a node, over and under in the order of the language."""
    return _Reader(source, nodes).read(at)


class _Reader:
    def __init__(self, source: Source, nodes: list[Node]) -> None:
        self.source, self.nodes = source, nodes

    def read(self, at: int) -> Fraction | None:
        return self._denominator_first(at) or self._numerator_first(at)

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
            lone = node.get("denominators") if node.mark("lone") else None
            return None if lone is None else (1.0, float(lone), at + 1)
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
        whole = _OF_WHOLE.match(self.source.folded, ordinal.end)
        return (stated or whole is not None) and self._touching(at - 1)

    def _in_ratio(self, at: int) -> Fraction | None:
        """Two in three, สองในสาม."""
        node, under = self.nodes[at], node_at(self.nodes, at + 2)
        if not (isinstance(node, Numeral) and isinstance(under, Numeral)):
            return None
        if not (is_mark(self.nodes, at + 1, "in_ratio") and node.words and under.words):
            return None
        if not (self._touching(at) and self._touching(at + 1)) or under.values[0].low > 10:
            return None
        return node.values[0].low, under.values[0].low, at + 3

    def _touching(self, at: int) -> bool:
        return touch(self.source, self.nodes[at], self.nodes[at + 1])
