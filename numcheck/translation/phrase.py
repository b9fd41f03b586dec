"""Figures put into words an editor reads: "9 billion yuan", "at most 3", "5 November"."""

from __future__ import annotations

from numcheck.months import MONTHS
from numcheck.translation.edits import text_of
from numcheck.translation.figures import Figure, Moment, Range

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_BOUNDS = {
    "at_least": "at least ", "at_most": "at most ", "more_than": "more than ",
    "less_than": "less than ", "about": "about ",
}  # fmt: skip


def in_english(figure: Figure) -> str:
    """What a figure says, in plain English.

    >>> from numcheck.translation.foreign import read_figures
    >>> in_english(read_figures("90亿元", "zh")[0]), in_english(read_figures("halb acht", "de")[0])
    ('9 billion CNY', '7:30 or 19:30')
    """
    if figure.moments:
        return " or ".join(dict.fromkeys(_moment(m) for m in figure.moments))
    if not figure.values:
        return figure.text
    bound = _BOUNDS.get(figure.bound, "")
    if figure.kind == "ordinal":
        return f"{bound}number {number(figure.values[0].low)} in order"
    if figure.kind == "fraction" and len(figure.written.joined) == 2:
        over, under = figure.written.joined
        return f"{bound}{number(over)}/{number(under)}"
    return bound + _range(figure.values[0]) + _unit(figure)


def number(value: float) -> str:
    """A number with its scale word where that is how people say it."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{text_of(round(value / scale, 9))} {name}"
    if abs(value) >= 1000 and value % 1 == 0:
        return f"{int(value):,}"
    return text_of(round(value, 9))


def _range(value: Range) -> str:
    return number(value.low) if value.single else f"{number(value.low)} to {number(value.high)}"


def _unit(figure: Figure) -> str:
    if figure.kind == "percent":
        return " percent"
    if figure.kind == "points":
        return " percentage points"
    if figure.kind == "multiple":
        return " times"
    if not figure.unit:
        return ""
    plural = figure.kind not in ("money", "temperature") and figure.value != 1
    return f" {figure.unit.replace('_', ' ')}{'s' if plural else ''}"


def _moment(moment: Moment) -> str:
    if moment.hour is not None:
        return f"{moment.hour}:{moment.minute or 0:02d}"
    month = MONTHS[moment.month - 1] if moment.month else ""
    day = str(moment.day) if moment.day else ""
    if day and not month:
        return f"the {day}th" if not moment.year else day
    return " ".join(part for part in (day, month, str(moment.year or "")) if part)
