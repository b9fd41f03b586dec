"""Columns and rows of tables of which one holds parts of the other: registered and voted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from numcheck.links._common.belongs import one_measure
from numcheck.links._common.columns import Grid, Line, grids
from numcheck.model import Claim, Link, Reading
from numcheck.text.lexicon import lexicon

_MOST_LINES = 12


def table_parts(reading: Reading) -> Iterator[Link]:
    """Each figure under "voted" with the one under "registered" beside it, and their like."""
    kinds: Sequence[Mapping[str, Sequence[str]]] = (
        lexicon("links/table", reading.document.language).get("parts", ()) if reading.tables else ()
    )
    for grid in grids(reading):
        for lines in (grid.columns, grid.rows):
            for whole, part in permutations(lines[:_MOST_LINES], 2):
                if _holds(grid, kinds, whole, part):
                    yield from _links(whole, part)


def _holds(
    grid: Grid, kinds: Sequence[Mapping[str, Sequence[str]]], whole: Line, part: Line
) -> bool:
    """Do the labels say that the one counts parts of the other?"""
    if not grid.adds_up(whole) or not grid.adds_up(part):
        return False
    return any(
        _called(whole.label, kind["whole"]) and _called(part.label, kind["part"]) for kind in kinds
    )


def _called(label: str, names: Sequence[str]) -> bool:
    bare = label.partition("(")[0].strip(" :*")
    for word in ("total ", "number of ", "no. of ", "all "):
        bare = bare.removeprefix(word)
    return bare in names


def _links(whole: Line, part: Line) -> Iterator[Link]:
    pairs = [
        (one, other)
        for one, other in zip(whole.figures, part.figures, strict=True)
        if one is not None and other is not None and one_measure(one, other)
    ]
    # Where no other line fits, the labels do not mean what they seem to.
    fitting = sum(_fits(*pair) for pair in pairs)
    for one, other in pairs:
        if len(pairs) > 1 and fitting >= len(pairs) / 2:
            yield Link("part-of", {"part": other, "whole": one})


def _fits(whole: Claim, part: Claim) -> bool:
    return part.low <= whole.high
