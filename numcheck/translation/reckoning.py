"""What a translation does for its reader with figures that its source has: halves, pounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from numcheck.translation.figures import Figure
from numcheck.translation.same import base_of, close, compatible_units

_SHARES = frozenset({"fraction", "multiple", "percent"})
_SIZES = frozenset({"number", "money", "measure"})


def take_worked_out(left: list[Figure], given: list[Figure], source: Sequence[Figure]) -> None:
    """Takes off both lists what the source lets the reader reckon ("1,500 yen, children half").

    `left` are the figures of the source without counterpart, `given` those of the translation.
    """
    for figure in list(given):
        share = _share_for(figure, source)
        if share is not None:
            given.remove(figure)
            left[:] = [other for other in left if other is not share]


def _share_for(figure: Figure, source: Sequence[Figure]) -> Figure | None:
    """The share of one of the source's sizes that makes this figure."""
    sizes = [s for s in source if s.values and s.kind in _SIZES and s.kind == figure.kind]
    sizes = [s for s in sizes if compatible_units(s.unit, figure.unit)]
    for share in source:
        if share.values and share.kind in _SHARES:
            made = [size.values[0].low * by for size in sizes for by in _factors(share)]
            if any(close(figure.value or 0, value) for value in made):
                return share
    return None


def _factors(share: Figure) -> tuple[float, ...]:
    """What a share makes of a size: "half", "twice", "20 percent off"."""
    value = share.values[0].low
    if share.kind != "percent":
        return (value,)
    part = value * (0.1 if share.unit == "tenth" else 0.01)
    return (part, 1 - part, 1 + part)


def weighed(english: Sequence[Figure], source: Sequence[Figure]) -> list[Figure]:
    """The figures of the translation, with pounds as weights where its source has weights."""
    weighs = any(base_of(figure.unit)[0] == "gram" for figure in source)
    if not weighs or any(f.kind == "money" for f in source):
        return list(english)
    return [
        replace(f, kind="measure", unit="pound_weight") if f.unit == "pound" else f for f in english
    ]
