"""Small drawings for the page: intervals on a line of numbers.

Places along the line are percentages, so that a drawing fills a phone or a desk and its letters
keep their size. Nothing here carries a `style` attribute; the page's policy forbids those.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from numcheck.model import Interval
from numcheck.reporters._words import interval, number
from numcheck.values import frozen

_LEFT, _RIGHT = 4.0, 96.0
_ROW, _STRIP, _AXIS = 40, 24, 26
#: From this ratio of the largest to the smallest value on, the line is logarithmic.
_LOG_FROM = 40.0
_TICKS = 5


@frozen
class Row:
    """One figure on the line: its core as a bar, its hull as a thin line."""

    label: str
    core: Interval
    hull: Interval
    tone: str = "other"


def draw(element: str, content: str = "", **attributes: object) -> str:
    """One SVG element; attribute values are escaped, content must be markup already."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
    )
    return f"<{element}{given}>{content}</{element}>"


def number_line(rows: Sequence[Row], unit: str = "") -> str:
    """The rows on one line of numbers, with the gap between them where they do not meet."""
    scale = Scale.of([end for row in rows for end in (*row.hull, *row.core)])
    height = len(rows) * _ROW + _AXIS
    parts = [*_gap(rows, scale, height), *_axis(scale, height, unit)]
    for at, row in enumerate(rows):
        parts += _row(row, scale, at * _ROW)
    words = "; ".join(map(_words, rows))
    return _frame("".join(parts), height, f"Number line. {words}")


def strips(rows: Sequence[Row], unit: str = "") -> tuple[list[str], str]:
    """One small drawing a row, all to one scale, and the axis to set beneath them."""
    scale = Scale.of([end for row in rows for end in (*row.hull, *row.core)])
    drawn = [_frame("".join(_bars(row, scale, _STRIP // 2)), _STRIP, _words(row)) for row in rows]
    return drawn, _frame("".join(_axis(scale, _AXIS, unit)), _AXIS, "")


def _frame(content: str, height: int, words: str) -> str:
    said = {"role": "img", "aria_label": words} if words else {}
    return draw("svg", content, class_="numberline", width="100%", height=height, **said)


def _words(row: Row) -> str:
    return f"{row.label}: {interval(row.hull)}"


@frozen
class Scale:
    """From values to percentages of the width."""

    low: float
    high: float
    log: bool = False

    @classmethod
    def of(cls, ends: Sequence[float]) -> Scale:
        """A scale that shows all finite ends, with room for open ones."""
        finite = sorted(end for end in ends if math.isfinite(end)) or [0.0, 1.0]
        low, high = finite[0], finite[-1]
        above = [end for end in finite if end > 0]
        if low >= 0 and above and high / above[0] > _LOG_FROM:
            return cls(above[0] / 2, high * 2, log=True)
        if 0 < low < 0.5 * high:
            low = 0.0
        pad = (high - low) * 0.15 or abs(high) * 0.25 or 1.0
        return cls(low if low == 0 else low - pad, high + pad)

    def at(self, value: float) -> float:
        """Where a value stands, in percent; values off the scale stand at its ends."""
        low, high, value = self.low, self.high, min(max(value, self.low), self.high)
        if self.log:
            low, high, value = math.log(low), math.log(high), math.log(value)
        return _LEFT + (_RIGHT - _LEFT) * (value - low) / (high - low)

    def ticks(self) -> list[float]:
        """Round numbers on the scale, at most five or so."""
        return self._log_ticks() if self.log else self._even_ticks()

    def _even_ticks(self) -> list[float]:
        rough = (self.high - self.low) / _TICKS
        magnitude = 10.0 ** math.floor(math.log10(rough))
        step = next(f * magnitude for f in (1, 2, 2.5, 5, 10) if f * magnitude >= rough)
        first = math.ceil(self.low / step)
        return [n * step for n in range(first, math.floor(self.high / step) + 1)]

    def _log_ticks(self) -> list[float]:
        decades = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
        every = max(1, math.ceil(len(decades) / _TICKS))
        return [10.0**n for n in decades[::every]]


def _axis(scale: Scale, height: int, unit: str) -> Iterator[str]:
    base = height - _AXIS + 4
    yield draw("line", x1="0", x2="100%", y1=base, y2=base, class_="axis")
    for tick in scale.ticks():
        x = f"{scale.at(tick):.2f}%"
        yield draw("line", x1=x, x2=x, y1=base, y2=base + 4, class_="axis")
        label = compact(tick) + (unit if unit == "%" else "")
        yield draw("text", escape(label), x=x, y=base + 17, class_="tick")
    if scale.log:
        yield draw("text", "log", x="100%", y=base - 4, class_="tick end")


def _gap(rows: Sequence[Row], scale: Scale, height: int) -> Iterator[str]:
    """The band between the first row and all the others, where they leave one."""
    first, others = rows[0].hull, [row.hull for row in rows[1:]]
    below, above = max(span.high for span in others), min(span.low for span in others)
    for low, high in ((below, first.low), (first.high, above)):
        if low < high:
            left, right = scale.at(low), scale.at(high)
            yield draw(
                "rect", x=f"{left:.2f}%", width=f"{right - left:.2f}%", y=2,
                height=height - _AXIS, class_="gap",
            )  # fmt: skip


def _row(row: Row, scale: Scale, top: int) -> Iterator[str]:
    yield draw("text", escape(row.label), x="0", y=top + 15, class_="label")
    yield from _bars(row, scale, top + 29)


def _bars(row: Row, scale: Scale, y: int) -> Iterator[str]:
    """The hull, the core upon it (a dot where it is one number), and arrows at open ends."""
    yield _bar(row.hull, scale, y, f"hull {row.tone}")
    if row.core.low == row.core.high:
        yield draw("circle", cx=f"{scale.at(row.core.low):.2f}%", cy=y, r=5, class_=row.tone)
    else:
        yield _bar(row.core, scale, y, f"core {row.tone}")
    for end, path in ((row.hull.low, "M4-8L-8 0L4 8z"), (row.hull.high, "M-4-8L8 0L-4 8z")):
        if math.isinf(end):
            arrow = draw("path", d=path, class_=f"arrow {row.tone}")
            yield draw("svg", arrow, x=f"{scale.at(end):.2f}%", y=y, overflow="visible")


def _bar(span: Interval, scale: Scale, y: int, tone: str) -> str:
    x1, x2 = (f"{scale.at(end):.2f}%" for end in span)
    return draw("line", x1=x1, x2=x2, y1=y, y2=y, class_=tone)


def compact(value: float) -> str:
    """A number short enough for a tick: "2,000", "1.5m", "2bn"."""
    for size, sign in ((1e12, "trn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return number(value / size) + sign
    return number(value)
