"""The nodes of a text: numbers, and the tokens that belong to none, in order."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.patterns import pattern
from numcheck.translation.figures import Figure, Range, Written
from numcheck.translation.tokens import Source, Token
from numcheck.values import frozen

_TOUCH = pattern(r"[\s\-·]{0,2}$")


@frozen
class Numeral:
    """A number read from one or more tokens, with every admissible value, likeliest first."""

    start: int
    end: int
    values: tuple[Range, ...]
    written: Written
    tokens: tuple[Token, ...]
    ordinal: bool = False
    about: bool = False
    fraction: bool = False

    @property
    def words(self) -> bool:
        return not self.written.digits

    @property
    def whole(self) -> int | None:
        """The value where it is one plain whole number of up to four digits."""
        value = self.values[0]
        if not value.single or value.low % 1 or not 0 <= value.low <= 9999:
            return None
        plain = self.written.scale == 1 and self.written.digits.isdecimal()
        return int(value.low) if plain or self.words else None

    def get(self, kind: str) -> None:
        """A numeral is no lexicon word; nodes can be asked without looking at their type."""

    def mark(self, value: str) -> bool:  # noqa: ARG002
        return False


Node = Token | Numeral


def node_at(nodes: Sequence[Node], at: int) -> Node | None:
    """The node at a place, None before the first and after the last."""
    return nodes[at] if 0 <= at < len(nodes) else None


def is_mark(nodes: Sequence[Node], at: int, mark: str) -> bool:
    """Is there, at this place, a word with this mark?"""
    node = node_at(nodes, at)
    return node is not None and node.mark(mark)


def touch(source: Source, left: Node | Figure, right: Node | Figure) -> bool:
    """Does nothing but a space or hyphen stand between the two?"""
    return bool(_TOUCH.match(source.gap(left.end, right.start)))


def without_hyphens(nodes: list[Node]) -> list[Node]:
    """The nodes without the hyphens that join a number to a word ("55-year-old")."""
    kept: list[Node] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Token) and node.text in ("-", "‐", "‑"):
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            if not (kept and isinstance(after, Numeral) and after.start == node.end):
                continue
        kept.append(node)
    return kept
