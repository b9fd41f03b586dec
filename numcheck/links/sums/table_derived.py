"""Columns that are computed from others: shares of a total, changes, differences, products.

That a column is computed, and how, is learnt from the table itself: most of its rows must fit one
formula before a row that does not is worth a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any

from numcheck.links._common.columns import Grid, Line, grids
from numcheck.links._common.figures import printed, spoken, sum_of
from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.values import frozen

KIND = LinkKind(
    "table-derived",
    "A figure of a column that is computed from other columns, as its other rows show.",
    roles=("stated", "inputs"),
    facts=("said", "made", "makes", "line", "formula"),
    options={"least_rows": 3, "least_share": 0.6, "rounding_steps": 1.0},
)
_ONE, _HUNDRED = Interval(1, 1), Interval(100, 100)
_Formula = Callable[[Interval, Interval], Interval]
#: Of two columns, left to right or right to left.
_FORMULAS: Mapping[str, _Formula] = {
    "change in percent": lambda a, b: b.over(a).minus(_ONE).times(_HUNDRED),
    "share in percent": lambda a, b: a.over(b).times(_HUNDRED),
    "difference": lambda a, b: b.minus(a),
    "product": lambda a, b: a.times(b),
    "quotient": lambda a, b: a.over(b),
}
_MOST_COLUMNS = 8


@frozen
class _Row:
    """One row of a hypothesis: what is printed, and what the formula makes of its inputs."""

    stated: Claim
    inputs: tuple[Claim, ...]
    made: Interval
    makes: float
    fits: bool


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """The rows that break the formula of their column."""
    for grid in grids(reading):
        columns = grid.columns[:_MOST_COLUMNS]
        for column in columns:
            name, rows = max(
                _hypotheses(grid, column, columns, options["rounding_steps"]),
                key=lambda found: sum(row.fits for row in found[1]),
                default=("", []),
            )
            if _holds(rows, options):
                yield from (_link(column, name, row) for row in rows if not row.fits)


def _holds(rows: Sequence[_Row], options: Mapping[str, Any]) -> bool:
    fitting = [row for row in rows if row.fits]
    different = {row.stated.value for row in fitting}
    enough: bool = len(different) >= options["least_rows"]
    return enough and len(fitting) >= options["least_share"] * len(rows)


def _hypotheses(
    grid: Grid, column: Line, columns: Sequence[Line], steps: float
) -> Iterator[tuple[str, list[_Row]]]:
    others = [other for other in columns if other is not column]
    for a, b in permutations(others, 2):
        for name, formula in _FORMULAS.items():
            yield name, _rows(column, (a, b), formula, steps)
    for other in others:
        whole = _whole(grid, other)
        if whole is not None:
            yield "share of the total", _rows(column, (other,), _share_of(whole), steps)


def _whole(grid: Grid, column: Line) -> Interval | None:
    """What a column's figures are shares of: its total, or their sum where none is printed."""
    at = grid.total_row()
    if at is not None:
        total = column.figures[at]
        return None if total is None else printed(total)
    known = [printed(claim) for claim in column.figures if claim is not None]
    return sum_of(known) if len(known) == len(column.figures) else None


def _share_of(whole: Interval) -> _Formula:
    return lambda a, _: a.over(whole).times(_HUNDRED)


def _rows(column: Line, inputs: Sequence[Line], formula: _Formula, steps: float) -> list[_Row]:
    rows = []
    for stated, *given in zip(column.figures, *(line.figures for line in inputs), strict=True):
        claims = tuple(claim for claim in given if claim is not None)
        if stated is not None and len(claims) == len(inputs):
            made = formula(printed(claims[0]), printed(claims[-1]))
            slack = steps if stated.kind == "percent" or stated.step != 1 else 0.5
            point = formula(_point(claims[0]), _point(claims[-1])).low
            fits = printed(stated, slack).overlaps(made)
            rows.append(_Row(stated, claims, made, point, fits))
    # A margin in percent among sums of money has a formula of its own.
    most = Counter(map(_measures, rows)).most_common(1)
    return [row for row in rows if _measures(row) == most[0][0]]


def _measures(row: _Row) -> tuple[bool, ...]:
    return tuple(claim.kind == "percent" for claim in row.inputs)


def _point(claim: Claim) -> Interval:
    return Interval(claim.value, claim.value)


def _link(column: Line, name: str, row: _Row) -> Link:
    facts = {
        "said": printed(row.stated),
        "made": row.made,
        "makes": spoken(row.makes, row.stated),
        "line": column.label,
        "formula": name,
    }
    return Link("table-derived", {"stated": row.stated, "inputs": row.inputs}, facts=facts)
