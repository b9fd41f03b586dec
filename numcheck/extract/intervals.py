"""How wide a figure is: the core that a reader takes it to mean, the hull it can honestly cover.

The shares are data (`bounds.yaml`), proposed from counts over news text; a newsroom may
set its own.
"""

from __future__ import annotations

import math
from dataclasses import replace

from numcheck.extract.figure import Figure
from numcheck.model import Interval
from numcheck.text.lexicon import lexicon

INF = math.inf


def _tolerance(name: str) -> tuple[tuple[float, float], tuple[float, float]]:
    entry = lexicon("bounds")["tolerances"][name]
    return (entry["core"][0], entry["core"][1]), (entry["hull"][0], entry["hull"][1])


def _share(name: str) -> float:
    return float(lexicon("bounds")["tolerances"][name])


def intervals(figure: Figure) -> tuple[Interval, Interval]:
    """Core and hull of a figure, in its unit."""
    if figure.core is not None and figure.hull is not None:
        return _vague(figure)
    if figure.form == "multiplier" and 0 < figure.value < 1 and figure.bound != "exact":
        # "More than halved" is less than half: it went further that way.
        core, hull = intervals(replace(figure, value=1 / figure.value))
        return _inverse(core), _inverse(hull)
    value, bound = figure.value, figure.bound
    if bound == "exact":
        return _printed(figure)
    if bound in ("at_least", "more_than"):
        if figure.shape == "just_over":
            return _around(value, "just_over")
        open_above = Interval(_beyond(value, bound), INF)
        return open_above, open_above
    if bound in ("at_most", "less_than"):
        if figure.shape == "nearly":
            return _around(value, "nearly")
        # Quantities of things have a natural floor; a temperature or a change does not.
        floor = -INF if value <= 0 or figure.kind == "temperature" else 0.0
        closed = Interval(floor, _beyond(value, bound))
        return closed, closed
    return _around(value, figure.shape or "about")


def _inverse(interval: Interval) -> Interval:
    return Interval(1 / interval.high, 1 / interval.low if interval.low else INF)


def _beyond(value: float, bound: str) -> float:
    """The first float past an excluded end: "more than 5" begins just after 5."""
    if bound == "more_than":
        return math.nextafter(value, INF)
    return math.nextafter(value, -INF) if bound == "less_than" else value


def _around(value: float, name: str) -> tuple[Interval, Interval]:
    core, hull = _tolerance(name)
    size = abs(value)
    return (Interval(value + core[0] * size, value + core[1] * size),
            Interval(value + hull[0] * size, value + hull[1] * size))  # fmt: skip


def _vague(figure: Figure) -> tuple[Interval, Interval]:
    assert figure.core is not None
    assert figure.hull is not None
    core, hull = figure.core, figure.hull
    if figure.bound in ("at_least", "more_than"):
        return Interval(core.low, INF), Interval(hull.low, INF)
    if figure.bound in ("at_most", "less_than"):
        return Interval(0.0, core.high), Interval(0.0, hull.high)
    return core, hull


def _printed(figure: Figure) -> tuple[Interval, Interval]:
    """A figure without bound words: as wide as its printed digits leave it."""
    value = figure.value
    core = Interval(value, value)
    if figure.form == "fraction" and not figure.scaled:
        slack = _share("fraction")
        return core, Interval(value - slack, value + slack)
    if figure.form == "multiplier":
        slack = _share("multiplier") * value
        return core, Interval(value - slack, value + slack)
    slack = rounding(figure)
    return core, Interval(value - slack, value + slack)


def rounding(figure: Figure) -> float:
    """Half the worth of the last digit that was meant: 50,000 for "1.5 million", 0 for 774."""
    value = abs(figure.value)
    step = figure.step
    if not figure.scaled and figure.form in ("digits", "words") and step == 1.0:
        step = _round_step(value)
    if step <= 1.0 and not figure.scaled:
        return 0.0
    return min(step / 2, _share("rounding") * value)


def _round_step(value: float) -> float:
    """The worth of the last digit before two zeros or more; 0 where fewer follow."""
    if value < 100 or value != int(value) or value % 100:
        return 0.0
    step = 100.0
    while value % (step * 10) == 0:
        step *= 10
    return step
