"""Two numbers that are the ends of one range: "18 to 21 billion", "between 5 and 8", 3至5."""

from __future__ import annotations

import re
from functools import cache

from numcheck.patterns import pattern
from numcheck.translation.figures import Range
from numcheck.translation.lexicon import closed
from numcheck.translation.nodes import Node, Numeral, node_at, touch
from numcheck.translation.same import base_of, compatible_units
from numcheck.translation.tokens import Source, Token


@cache
def _gap(code: str) -> re.Pattern[str]:
    """What may stand between sign and number: an article ("entre el 5 y el 10 %")."""
    return pattern(rf"-?\s?(?:{closed(code, 'articles')}\s)?$")


def read_range(source: Source, nodes: list[Node], at: int) -> tuple[int, tuple[Range, ...]]:
    """Past-the-last node and readings of the range that begins at a numeral, or of it alone."""
    return _Reader(source, nodes).read(at)


class _Reader:
    def __init__(self, source: Source, nodes: list[Node]) -> None:
        self.source, self.nodes = source, nodes

    def read(self, at: int) -> tuple[int, tuple[Range, ...]]:
        node = self.nodes[at]
        assert isinstance(node, Numeral)
        cut = at + 1
        unit = self._unit_of(cut) if touch(self.source, node, self._node(cut)) else ""
        cut += bool(unit)
        if self._is_prefixed(at, cut):
            return cut + 1, (Range(*_shared_scale(node, self.nodes[cut])),)  # type: ignore[arg-type]
        sign, other = node_at(self.nodes, cut), node_at(self.nodes, cut + 1)
        if not isinstance(other, Numeral) or sign is None or not self._spans(at, sign):
            return at + 1, node.values
        after = node_at(self.nodes, cut + 2)
        timed = after is not None and after.get("dayparts") in ("0-12", "12-24")
        if not self._joined(cut) or other.ordinal or timed or self._measures_else(unit, cut + 2):
            return at + 1, node.values
        if unit and self._is_moved(at):
            return at + 1, node.values
        low, high = _shared_scale(node, other)
        if low >= high or (low < 0.01 * high and cut == at + 1 and not node.words):
            return at + 1, node.values
        return cut + 2, (Range(low, high),)

    def _is_prefixed(self, at: int, cut: int) -> bool:
        """Is "and" glued to the second number, after "between": بين سبعة آلاف وعشرة آلاف?"""
        other = node_at(self.nodes, cut)
        if not isinstance(other, Numeral) or not other.tokens[0].joined or not self._is_led(at):
            return False
        low, high = _shared_scale(self.nodes[at], other)  # type: ignore[arg-type]
        return touch(self.source, self.nodes[cut - 1], other) and low < high

    def _is_led(self, at: int) -> bool:
        """Does "between" stand right before?"""
        led = at > 0 and self.nodes[at - 1].mark("from")
        return led and touch(self.source, self.nodes[at - 1], self.nodes[at])

    def _node(self, at: int) -> Node:
        return self.nodes[min(at, len(self.nodes) - 1)]

    def _joined(self, cut: int) -> bool:
        """Is there nothing but the sign between the two numbers?"""
        before, sign, other = self.nodes[cut - 1 : cut + 2]
        gaps = self.source.gap(before.end, sign.start), self.source.gap(sign.end, other.start)
        return all(_gap(self.source.lexicon.code).match(gap) for gap in gaps)

    def _measures_else(self, unit: str, after: int) -> bool:
        """Does the second number count something else ("8 years or 150,000 kilometers")?"""
        other = self._unit_of(after)
        same = compatible_units(unit, other) or base_of(unit)[0] == base_of(other)[0]
        return bool(unit and other) and not same

    def _is_moved(self, at: int) -> bool:
        """Does a verb of rise or fall stand before it: "fell 3 degrees to 34 degrees"?"""
        before = node_at(self.nodes, at - 1)
        if before is None or not before.get("directions"):
            return False
        return touch(self.source, before, self.nodes[at])

    def _spans(self, at: int, sign: Node) -> bool:
        """Does this word make a range: a dash, "bis", or "and" after "between"?"""
        if sign.mark("range"):
            return True
        return sign.mark("and") and self._is_led(at)

    def _unit_of(self, at: int) -> str:
        node = node_at(self.nodes, at)
        if not isinstance(node, Token):
            return ""
        return str(node.get("currency") or node.get("units") or "")


def _shared_scale(low: Numeral, high: Numeral) -> tuple[float, float]:
    """ "18 to 21 billion" means billions at both ends, "two to three hundred" hundreds."""
    first, last = low.values[0].low, high.values[0].high
    scale = high.written.scale
    if scale == 1 and low.words and first < 10:
        said = high.tokens[-1]
        scale = float(said.get("scales") or said.get("collectives") or 1)
    if low.written.scale == 1 and scale > 1 and first < last / scale * 10 and first < scale:
        first *= scale
    return first, last
