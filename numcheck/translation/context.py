"""What stands around a figure and changes what it says.

Bound words ("at least", 以上), what is counted and part-and-whole cues; the verbs that move it are
for `moves`. Figures come in with their nodes and leave complete.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from numcheck.patterns import pattern
from numcheck.translation.figures import Figure
from numcheck.translation.moves import Moves
from numcheck.translation.negation import negated, negated_after
from numcheck.translation.nodes import Node, Numeral, node_at
from numcheck.translation.tokens import Source

#: A figure with its first node and the one after its last.
Placed = tuple[Figure, int, int]

#: Between a bound and its figure there may be one short word ("mindestens die 40").
_BOUND_GAP = pattern(r"\s?(?:[^\W\d_]{1,7}\s)?$")
_SENTENCE_END = pattern(r"[.!?]+[\"”’»)\]]*(?=\s+\S)|[。！？؟।۔]|\n")
#: How far a word may stand from its figure to say what is counted, or that it is a part.
_ROLE_REACH, _CUE_REACH = 28, 16


class Context:
    """Completes the figures of one text."""

    def __init__(self, source: Source, nodes: list[Node], placed: list[Placed]) -> None:
        self.source, self.nodes, self.placed = source, nodes, placed
        self.ends = [m.end() for m in _SENTENCE_END.finditer(source.text)]
        self.taken = {i for _, first, last in placed for i in range(first, last)}
        self.closings = {figure.end for figure, *_ in placed}
        self.labels: dict[int, list[str]] = {}
        verbs: dict[int, list[Node]] = {}
        for node in nodes:
            if node.get("directions"):
                verbs.setdefault(self._sentence(node.start), []).append(node)
            label = _label(node)
            if label:
                self.labels.setdefault(self._sentence(node.start), []).append(label)
        self.moves = Moves(source, nodes, verbs)

    def figures(self) -> list[Figure]:
        return [self._complete(index) for index in range(len(self.placed))]

    def _complete(self, index: int) -> Figure:
        figure, first, last = self.placed[index]
        if figure.kind == "name":
            return figure
        while first > 0 and self.nodes[first].start > figure.start:
            first -= 1
        bounded, lead = self._bounded(figure, first, last)
        counted = self._is_counted(figure, last)
        complete = replace(
            bounded,
            sentence=self._sentence(figure.start),
            labels=tuple(self.labels.get(self._sentence(figure.start), ())),
            role=self._role(index, lead, last),
            counted=counted,
            origin=self.moves.is_origin(lead),
            part="part" if self._is_part(index, lead, last) else "",
            weak=is_weak(figure, self.nodes[first], counted) or self._dates(figure, lead, last),
        )
        return self.moves.moved(complete, lead, last)

    def _sentence(self, place: int) -> int:
        return bisect_right(self.ends, place)

    # Bounds --------------------------------------------------------------------------------

    def _bounded(self, figure: Figure, first: int, last: int) -> tuple[Figure, int]:
        """The figure with its bound words in the span, and its first node with them."""
        start, end, bound, unsure = figure.start, figure.end, figure.bound, False
        while (node := node_at(self.nodes, first - 1)) is not None and first - 1 not in self.taken:
            found = node.get("bounds")
            near = _BOUND_GAP.match(self.source.gap(node.end, start))
            if not near or (found is None and not node.mark("minus")):
                break
            start, first = node.start, first - 1
            if found is not None and bound in ("exact", "about"):
                bound, unsure = str(found), _many_meanings(node)
                bound = negated(self.source, self.nodes, bound, first)
        at = self._after_fillers(last)
        after = None if at is None else self.nodes[at]
        if figure.written.digits.isdecimal() and 1900 <= (figure.value or 0) <= 2100:
            unsure = unsure or not figure.unit  # "hasta 2027": a year has no limit
        if at is not None and after is not None and bound in ("exact", "about"):
            bound = negated_after(self.source, self.nodes, str(after.get("bounds_after")), at)
        if after is not None:
            end = after.end
        if figure.values and not figure.values[0].single and bound == "exact":
            bound = "between"
        text = self.source.text[start:end]
        complete = replace(figure, start=start, end=end, text=text, bound=bound, unsure=unsure)
        return complete, first

    def _after_fillers(self, at: int) -> int | None:
        """Where the bound word stands after the figure, past its counter and noun ("40명 이상")."""
        before = self.nodes[at - 1]
        while (node := node_at(self.nodes, at)) is not None and at not in self.taken:
            if self.source.gap(before.end, node.start).strip():
                return None
            if node.get("bounds_after"):
                return at
            filler = node.mark("counter") or node.mark("of") or node.mark("not")
            if not (filler or node.get("roles")):
                return None
            before, at = node, at + 1
        return None

    # What is counted, and of what --------------------------------------------------------

    def _role(self, index: int, first: int, last: int) -> str:
        """What the words beside the figure, up to the next one, say is counted."""
        figure = self.placed[index][0]
        if self.source.lexicon.has("roles_before"):
            limit = self.placed[index - 1][0].end if index else 0
            near = [
                n
                for n in self.nodes[max(0, first - _ROLE_REACH) : first]
                if n.end > max(limit, figure.start - _ROLE_REACH)
            ]
            return next((str(n.get("roles")) for n in reversed(near) if n.get("roles")), "")
        limit = len(self.source.text)
        if index + 1 < len(self.placed):
            limit = self.placed[index + 1][0].start
        for node in self.nodes[last : last + _ROLE_REACH]:
            if node.start >= min(limit, figure.end + _ROLE_REACH):
                break
            if node.get("roles"):
                return str(node.get("roles"))
        return ""

    def _dates(self, figure: Figure, first: int, last: int) -> bool:
        """Is this a decade ("los años noventa") or a span of months or days ("1至6月")?"""
        before, after = node_at(self.nodes, first - 1), node_at(self.nodes, last)
        spans = bool(figure.values) and not figure.values[0].single and not figure.unit
        if spans and after is not None and (after.mark("month_mark") or after.mark("day_mark")):
            return not self.source.gap(figure.end, after.start).strip()
        if before is None or before.get("units") != "year" or figure.written.digits:
            return False
        return bool(figure.value) and (figure.value or 1) % 10 == 0 and (figure.value or 0) < 100

    def _is_counted(self, figure: Figure, last: int) -> bool:
        after = node_at(self.nodes, last)
        if after is None or not after.mark("counter"):
            return False
        return not self.source.gap(figure.end, after.start).strip()

    def _is_part(self, index: int, first: int, last: int) -> bool:
        """Does "of them" follow the figure, "of these," lead to it, or "of the 46," precede it?"""
        figure = self.placed[index][0]
        if index and self._is_whole(index - 1, figure):
            return True
        after = node_at(self.nodes, last)
        while after is not None and (after.mark("counter") or after.get("roles")):
            last += 1
            after = node_at(self.nodes, last)
        if _has(after, "after_part") and after is not None:
            between = self.source.gap(figure.end, after.start)
            if len(between) <= _CUE_REACH and not re.search(r"[,;.:،、，]", between):
                return True
        before = node_at(self.nodes, first - 1)
        if not _has(before, "before_part") or before is None:
            return False
        between = self.source.gap(before.end, self.nodes[first].start)
        led_by = first > 1 and self._ends_figure(before.start)
        return len(between) <= _CUE_REACH and not re.search(r"[.;]", between) and not led_by

    def _is_whole(self, index: int, after: Figure) -> bool:
        """Does a clause open with "of the" and this figure, so that the next is its part?"""
        figure, first, _ = self.placed[index]
        cue = node_at(self.nodes, first - 1)
        if not _has(cue, "before_whole") or cue is None:
            return False
        opens = re.search(r"(?:^|[.;:,])\s*$", self.source.folded[: cue.start][-3:])
        near = not self.source.gap(cue.end, figure.start).strip()
        return bool(opens) and near and self._sentence(figure.start) == self._sentence(after.start)

    def _ends_figure(self, place: int) -> bool:
        """Does a figure end right before this place, so that the cue is its own?"""
        if not self.source.lexicon.spaced:
            return False
        return place - 1 in self.closings


def _label(node: Node) -> str:
    """What a word sets against another, as months and adults and children are."""
    month = node.get("months")
    return str(node.get("labels") or node.get("roles") or ("" if month is None else month))


def _has(node: Node | None, cue: str) -> bool:
    if node is None or isinstance(node, Numeral):
        return False
    return any(word.kind == "parts" and word.value == cue for word in node.words)


def _many_meanings(node: Node) -> bool:
    """Is this bound word a preposition that also means "to" or "from" ("до", "bis", "ab")?"""
    others = node.get("relations") or node.get("clock")
    return bool(others) or node.mark("range") or node.mark("from")


def is_weak(figure: Figure, node: Node, counted: bool) -> bool:
    """Is this a number that good prose may drop or add ("one", "first", "both")?"""
    if figure.kind == "date":
        return all(m.year is None and (m.month is None or m.day is None) for m in figure.moments)
    if (
        not figure.values
        or figure.written.digits
        or figure.kind in ("time", "percent", "points", "money")
    ):
        return False
    value = figure.values[0].low
    if figure.kind == "ordinal":
        return value <= 3
    if figure.kind in ("multiple", "fraction"):
        return figure.kind == "fraction" and value == 0.5
    if value <= 2:
        return True
    return not (counted or figure.unit or figure.role) and node.end - node.start == 1
