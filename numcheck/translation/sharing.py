"""What two figures have in common and only one of them says: "60 or 65 percent", "3 to 12 July"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from numcheck.translation.context import Placed
from numcheck.translation.nodes import Node, node_at
from numcheck.translation.tokens import Source


def share(source: Source, nodes: list[Node], placed: Sequence[Placed]) -> list[Placed]:
    """The figures, with the unit of the second where it is also that of the first."""
    shared = list(placed)
    for at, (one, other) in enumerate(pairwise(placed)):
        if _joined(source, nodes, one, other):
            shared[at] = _with_unit(one, other)
    return shared


def _joined(source: Source, nodes: list[Node], one: Placed, other: Placed) -> bool:
    """Is there nothing but a sign of range or "and" between two figures?"""
    sign = node_at(nodes, one[2])
    if sign is None or not (sign.mark("range") or sign.mark("and")):
        return False
    return source.gap(one[0].end, other[0].start).strip() == source.gap(sign.start, sign.end)


def _with_unit(one: Placed, other: Placed) -> Placed:
    (left, first, last), right = one, other[0]
    if left.kind != "number" or not right.unit or left.moments or right.kind == "money":
        return one
    return replace(left, unit=right.unit, kind=right.kind), first, last
