"""Up or down, by or to: the verb that moves a figure, and the words that say how far.

What else stands around a figure is for `context`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from numcheck.model import Span
from numcheck.translation.figures import Figure
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at, touch
from numcheck.translation.tokens import Source

#: A limit word after a figure compares: "5% more than last year".
_SIDES = {"more_than": "rise", "less_than": "fall"}
#: How far a verb may stand from the figure that it moves.
_VERB_REACH = 60


class Moves:
    """Tells how the figures of one text move; `verbs` are its direction words by sentence."""

    def __init__(
        self, source: Source, nodes: Sequence[Node], verbs: Mapping[int, Sequence[Node]]
    ) -> None:
        self.source, self.nodes, self.verbs = source, nodes, verbs

    def moved(self, figure: Figure, first: int, last: int) -> Figure:
        """The figure with its relation, direction and verb; its bound words are within `first`."""
        relation = self._relation(figure, first, last)
        compared = self._compared(figure, first, last)
        if compared is not None:
            word, direction = compared
            verb_span = Span(word.start, word.end)
            return replace(figure, relation="by", direction=direction, verb=verb_span)
        verb = self._verb(figure)
        if verb is None:
            return replace(figure, relation=relation)
        direction = str(verb.get("directions"))
        span = Span(verb.start, verb.end)
        bound = figure.bound
        if figure.unsure and relation == "to":
            bound = "exact"  # "вырос до 5 %" is "to", never "up to"
        return replace(figure, relation=relation, direction=direction, verb=span, bound=bound)

    def _compared(self, figure: Figure, first: int, last: int) -> tuple[Node, str] | None:
        """The comparative beside the figure and its direction ("8% less", "inferiore del 8%")."""
        if figure.kind == "temperature" and (figure.value or 0) < 0:
            return None  # "शून्य से 7 डिग्री नीचे": below nought, not less than something
        after = node_at(self.nodes, last)
        if after is not None and not self.source.gap(figure.end, after.start).strip():
            direction = after.get("compared") or _SIDES.get(str(after.get("bounds")))
            if direction:
                return after, str(direction)
        before = node_at(self.nodes, first - 1)
        if before is not None and before.get("relations") and not before.get("compared_before"):
            first -= 1
            before = node_at(self.nodes, first - 1)
        if before is None or not before.get("compared_before"):
            return None
        beside = touch(self.source, before, self.nodes[first])
        return (before, str(before.get("compared_before"))) if beside else None

    def _relation(self, figure: Figure, first: int, last: int) -> str:
        """ "by" or "to", where a word beside the figure (or the verb itself) says so."""
        leading = self.nodes[first]
        if leading.start == figure.start and leading.get("relations"):
            return str(leading.get("relations"))  # a bound word that also means "to"
        before, after = node_at(self.nodes, first - 1), node_at(self.nodes, last)
        touching = after is not None and not self.source.gap(figure.end, after.start).strip()
        if touching and after is not None and after.get("relations_after"):
            return str(after.get("relations_after"))
        if touching and after is not None and self._says_by(figure, after):
            return "by"
        if isinstance(before, Numeral) and len(before.tokens) == 1:
            before = before.tokens[0]  # "subió un 4 %": the article is the preposition here
        if before is None or not touch(self.source, before, figure):
            return ""
        bare_verb = before.get("directions") and self.source.lexicon.has("verb_before_by")
        return str(before.get("relations") or ("by" if bare_verb else ""))

    def _says_by(self, figure: Figure, verb: Node) -> bool:
        """ "Yüzde 18 arttı": a percentage moved by the verb right after it."""
        alone = figure.kind == "percent" and verb.get("directions") is not None
        return alone and self.source.lexicon.has("verb_after_by")

    def _verb(self, figure: Figure) -> Node | None:
        """The nearest direction word, if all of the sentence agree; else None."""
        found = self.verbs.get(figure.sentence, [])
        if len({node.get("directions") for node in found}) != 1:
            return None
        nearest = min(found, key=lambda node: abs(node.start - figure.start))
        near = min(abs(nearest.start - figure.end), abs(figure.start - nearest.end))
        return nearest if near <= _VERB_REACH else None

    def is_origin(self, first: int) -> bool:
        """Does "from" lead to the figure, so that it is where a move begins?"""
        return is_mark(self.nodes, first - 1, "origin") and touch(
            self.source, self.nodes[first - 1], self.nodes[first]
        )
