"""Measures told in several figures: "2 hours 9 minutes", "1 m 92", "6 feet 2 inches".

The other side may tell them in one ("2:09", "1.92 meters"), which is no loss and no addition.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.translation.figures import Figure
from numcheck.translation.same import base_of, close

#: Letters that may stand between the parts of one measure (" and ", ", ", "分").
_GAP = 6
#: What a number without unit counts after a larger unit ("1 m 92", 2時間9分).
_NEXT = {"meter": 0.01, "hour": 60.0, "minute": 1.0}


def take_compounds(parts: list[Figure], wholes: list[Figure]) -> None:
    """Takes off both lists every measure in parts with the single figure that equals it."""
    for group in _groups(parts):
        size, base = _total(group)
        whole = next((f for f in wholes if _is_total(f, size, base)), None)
        if whole is not None:
            wholes.remove(whole)
            for figure in group:
                parts.remove(figure)


def _groups(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Runs of figures close together, each of which measures less than the one before."""
    groups: list[list[Figure]] = []
    for figure in figures:
        before = groups[-1][-1] if groups else None
        if before is not None and figure.start - before.end <= _GAP and _below(before, figure):
            groups[-1].append(figure)
        elif figure.unit or figure.moments or figure.kind == "number":
            groups.append([figure])
    return [group for group in groups if len(group) > 1]


def _below(large: Figure, small: Figure) -> bool:
    """Does the second figure count smaller units of the first one's measure?"""
    if not small.values or not small.values[0].single or small.kind in ("date", "name"):
        return False
    if large.kind == "time" or not large.unit:
        apart = small.start - large.end
        return small.unit == "second" and (large.kind == "time" or apart <= 2)
    if not small.unit:
        money = large.kind == "money" and len(small.written.digits) == 2
        return money or (large.unit in _NEXT and 0 < small.values[0].low < 100)
    base, factor = base_of(small.unit)
    return base_of(large.unit)[0] == base and base_of(large.unit)[1] > factor


def _total(group: Sequence[Figure]) -> tuple[float, str]:
    """The size of the measure in its base unit."""
    first, size = group[0], 0.0
    base, factor = base_of(first.unit) if first.unit else ("second", 60.0)
    for before, figure in zip((first, *group), group, strict=False):
        if figure.kind == "time":
            size += (figure.moments[0].hour or 0) * 3600 + (figure.moments[0].minute or 0) * 60
        elif figure.unit:
            size += figure.values[0].low * base_of(figure.unit)[1]
        elif figure is first:
            size += figure.values[0].low * factor
        else:
            size += figure.values[0].low * _NEXT.get(before.unit, factor / 100)
    return size, base


def _is_total(figure: Figure, size: float, base: str) -> bool:
    if figure.kind == "time" and base == "second":
        spoken = [(m.hour or 0) * 3600 + (m.minute or 0) * 60 for m in figure.moments]
        return any(close(s, size) or close(s, size * 60) for s in spoken)
    own, factor = base_of(figure.unit)
    return own == base and any(r.single and close(r.low * factor, size) for r in figure.values)
