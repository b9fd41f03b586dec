"""Footed columns and totalled rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._common.columns import Grid, Line, grids
from numcheck.links._common.figures import printed_together, spoken, sum_of
from numcheck.links.sums._total import EVEN_ROUNDED, is_rounded
from numcheck.model import Claim, Confidence, Link, LinkKind, Reading

KIND = LinkKind(
    "table-sum",
    "The total of a table's column or row, and the figures above or beside it.",
    roles=("total", "parts"),
    facts=("said", "made", "makes", "line", "rounded"),
)
_ROUNDED_STEPS = 1.0


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every total of a table whose parts are all there."""
    if not reading.tables:
        return
    rounded = is_rounded(reading)
    for grid in grids(reading):
        yield from _footed(grid, grid.columns, grid.rows, grid.total_row(), rounded)
        yield from _footed(grid, grid.rows, grid.columns, grid.total_column(), rounded)


def _footed(
    grid: Grid, lines: Sequence[Line], across: Sequence[Line], total: int | None, rounded: bool
) -> Iterator[Link]:
    """The totals of `lines`, each in the place `total`; `across` are the lines that cross them."""
    if total is None:
        return
    added = [at for at, line in enumerate(across) if at != total and grid.adds_up(line)]
    found = [_sum(line, total, added, rounded) for line in lines if grid.adds_up(line)]
    sums = [link for link in found if link is not None]
    # Where no column adds up the rows are not parts of their total at all.
    right = [link for link in sums if link.facts["made"].overlaps(link.facts["said"])]
    confidence: Confidence = "high" if right else "medium" if len(sums) == 1 else "low"
    for link in sums:
        yield Link(link.kind, link.roles, link.cue, confidence, link.facts)


def _sum(line: Line, at: int, added: Sequence[int], rounded: bool) -> Link | None:
    total = line.figures[at]
    parts = [claim for i in added if (claim := line.figures[i]) is not None]
    if total is None or len(parts) < max(2, len(added)):
        return None
    if len({(claim.kind == "percent", claim.unit) for claim in (*parts, total)}) > 1:
        return None
    return _link(line.label, total, tuple(parts), rounded)


def _link(label: str, total: Claim, parts: tuple[Claim, ...], rounded: bool) -> Link:
    steps = _ROUNDED_STEPS if rounded else 0.5
    said, *made_of = printed_together((total, *parts), steps)
    makes = spoken(sum(part.value for part in parts), total)
    facts = {
        "said": said,
        "made": sum_of(made_of),
        "makes": makes + EVEN_ROUNDED if rounded else makes,
        "line": label,
        "rounded": rounded,
    }
    return Link("table-sum", {"total": total, "parts": parts}, facts=facts)
