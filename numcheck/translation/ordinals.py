"""Ranks: "the 5th", 第三, "12. Runde", and centuries in Roman figures."""

from __future__ import annotations

import re
from functools import cache

from numcheck.patterns import pattern
from numcheck.translation.lexicon import closed
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at, touch
from numcheck.translation.tokens import Source


@cache
def _before_rank(code: str) -> re.Pattern[str]:
    return pattern(rf"(?i)(?:^|\W){closed(code, 'before_rank')}\s$")


def read_century(source: Source, nodes: list[Node], at: int) -> float | None:
    """The century that a node names: XVII век, XVIIe siècle, siglo XVII, il Quattrocento."""
    reader = _Reader(source, nodes)
    named, roman = nodes[at].get("centuries"), nodes[at].get("roman")
    if named is not None:
        return float(named)
    return float(roman) if roman is not None and reader.is_century(at) else None


def read_ordinal(source: Source, nodes: list[Node], at: int) -> tuple[int, int]:
    """The first node of the rank at a numeral and the one after its last; alike if it is none."""
    node = nodes[at]
    reader = _Reader(source, nodes)
    led, signed = reader.is_led(at), reader.is_signed(at)
    ordinal = isinstance(node, Numeral) and node.ordinal
    if not (ordinal or led or signed or reader.has_point(at)):
        return at, at
    return at - led, at + 1 + signed


class _Reader:
    def __init__(self, source: Source, nodes: list[Node]) -> None:
        self.source, self.nodes = source, nodes

    def is_century(self, at: int) -> bool:
        """Does the word for century stand before this Roman figure or after it?"""
        suffixed = is_mark(self.nodes, at + 1, "ordinal_suffix")
        follows = is_mark(self.nodes, at + 1 + suffixed, "century")
        leads = is_mark(self.nodes, at - 1, "century") and self._touching(at - 1)
        return leads or (follows and self._touching(at + suffixed))

    def is_led(self, at: int) -> bool:
        return is_mark(self.nodes, at - 1, "ordinal_prefix") and self._touching(at - 1)

    def is_signed(self, at: int) -> bool:
        """Does the ending or the word of a rank follow ("3e", 三周年)?"""
        after = node_at(self.nodes, at + 1)
        if after is None or not self._touching(at):
            return False
        glued = after.start == self.nodes[at].end
        return (after.mark("ordinal_suffix") and glued) or after.mark("ordinal_word")

    def has_point(self, at: int) -> bool:
        """German and Czech "12." before a noun, where it cannot end the sentence."""
        point, text = node_at(self.nodes, at + 1), self.source.text
        if point is None or not point.mark("day_after") or point.start != self.nodes[at].end:
            return False
        if re.match(r"\s[^\W\d_A-ZÄÖÜ]", text[point.end : point.end + 2]):
            return True
        lead = _before_rank(self.source.lexicon.code).search(text[: self.nodes[at].start][-6:])
        return bool(lead) and text[point.end : point.end + 1] == " "

    def _touching(self, at: int) -> bool:
        return touch(self.source, self.nodes[at], self.nodes[at + 1])
