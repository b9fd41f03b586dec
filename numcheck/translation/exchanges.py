"""Figures that are all there but stand in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.translation.align import Alignment, Pair, Split
from numcheck.translation.figures import Figure
from numcheck.translation.same import close, compatible_units

#: How far apart the two ends of one move may stand ("from 5.3 percent in May to 4.1 percent").
_REACH = 40


class Exchange(NamedTuple):
    """The figures of both sides that changed places, in order, and the operation."""

    source: tuple[Figure, ...]
    target: tuple[Figure, ...]
    operation: str


def find_exchange(aligned: Alignment) -> Exchange | None:
    """The first two figures that changed places; one is enough to send an editor back."""
    pairs = [p for p in aligned.pairs if p.source.values and p.target.values]
    found = next(_of_pairs(pairs), None)
    return found or next((e for split in aligned.split if (e := _of_range(split))), None)


def _of_pairs(pairs: Sequence[Pair]) -> Iterator[Exchange]:
    for a in pairs:
        for b in pairs:
            operation = _operation(a, b, pairs)
            if operation:
                yield Exchange(
                    _in_order(a.source, b.source), _in_order(a.target, b.target), operation
                )


def _in_order(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    return (one, other) if one.start < other.start else (other, one)


def _operation(a: Pair, b: Pair, pairs: Sequence[Pair]) -> str:
    """The operation, if two matched figures stand in each other's place."""
    if a.source is b.source or close(a.source.value or 0, b.source.value or 0):
        return ""
    if not a.source.part and b.source.part and a.target.part and not b.target.part:
        return "scope_inversion"
    roles = (a.source.role, b.source.role)
    if any(f.weak or f.vague for f in (*a, *b)):
        return ""
    if all(roles) and roles[0] != roles[1] and roles == (b.target.role, a.target.role):
        return "figures_swapped"
    if _is_move(a.source, b.source) and _is_move(b.target, a.target) and b.target.origin:
        return "figures_swapped"
    if not _crossed(a, b):
        return ""
    alone = len([p for p in pairs if _alike(p.source, a.source)]) == 2
    return "figures_swapped" if alone else ""


def _crossed(a: Pair, b: Pair) -> bool:
    """Do the figures change places while what they are told of does not, or the other way?

    Two labels must stand once in the sentence on both sides ("adults 14, children 6"); a
    translator who turns the order turns it for both.
    """
    if not (_alike(a.source, b.source) and _alike(a.target, b.target)):
        return False
    ours, theirs = a.source.labels, a.target.labels
    common = [label for label in ours if ours.count(label) == theirs.count(label) == 1]
    if len(common) != 2:
        return False
    turned = common != [label for label in theirs if label in common]
    moved = (a.source.start < b.source.start) != (a.target.start < b.target.start)
    return turned != moved


def _alike(one: Figure, other: Figure) -> bool:
    """Are these two figures of one measure in one sentence, told in the same way?"""
    if one.sentence != other.sentence or one.kind in ("date", "time") or one.weak or other.weak:
        return False
    told = one.kind, one.unit, one.part, one.relation
    return told == (other.kind, other.unit, other.part, other.relation)


# From one figure to another --------------------------------------------------------------------


def _is_move(start: Figure, end: Figure) -> bool:
    """Is the second figure where something arrives that set out from the first?"""
    if start.kind != end.kind or not compatible_units(start.unit, end.unit):
        return False
    near = max(start.start - end.end, end.start - start.end) <= _REACH
    return near and start.sentence == end.sentence and end.relation == "to" != start.relation


def _of_range(split: Split) -> Exchange | None:
    """A move that one side tells as a rising range and the other the other way round."""
    whole, low, high = split
    if not _is_move(high, low):
        return None
    if whole.language == "en" and whole.origin:
        return Exchange(_in_order(low, high), (whole,), "figures_swapped")
    if high.language == "en" and high.origin:
        return Exchange((whole,), _in_order(low, high), "figures_swapped")
    return None
