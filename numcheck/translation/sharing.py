"""What two figures have in common and only one of them says: "60 or 65 percent", "3 to 12 July"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from numcheck.patterns import pattern
from numcheck.translation.context import Placed
from numcheck.translation.figures import Figure, Moment, Range
from numcheck.translation.nodes import Node, node_at
from numcheck.translation.tokens import Source

#: Between two days of one month there may be an article ("vom 3. bis zum 12. Juli").
_ARTICLE = pattern(r"[\s.\-]*(?:[^\W\d_]{1,4}\s)?$")
_YEARS = range(1900, 2101)
_THOUSAND = 1000
_CLAUSE_ENDS = pattern(r"\s?(?:[^\w\s]|$)")


def share(source: Source, nodes: list[Node], placed: Sequence[Placed]) -> list[Placed]:
    """The figures, each with the unit or the month that its neighbour says for both."""
    shared = list(placed)
    listed = False
    for at in range(len(placed) - 2, -1, -1):
        one, other = placed[at], shared[at + 1]
        if _joined(source, nodes, one, other) or (listed and _is_listed(source, one, other)):
            shared[at] = _with_unit(nodes, one, other)
        listed = shared[at] is not one
        if _between_days(source, nodes, one, placed[at + 1]):
            shared[at : at + 2] = _with_month(source, one, placed[at + 1])
    return shared


def _joined(source: Source, nodes: list[Node], one: Placed, other: Placed) -> bool:
    """Is there nothing but a sign of range, "and" or "to" between two figures?"""
    sign = node_at(nodes, one[2])
    if sign is None or not (sign.mark("range") or sign.mark("and") or _leads_to(sign)):
        return False
    return source.gap(one[0].end, other[0].start).strip() == source.gap(sign.start, sign.end)


def _is_listed(source: Source, one: Placed, other: Placed) -> bool:
    """Is this one more of a list whose last figures share their unit ("180, 280 and 380 yuan")?"""
    return source.gap(one[0].end, other[0].start).strip() in (",", "、", "،", "，")


def _leads_to(sign: Node) -> bool:
    return sign.get("relations") == "to"


def _with_unit(nodes: list[Node], one: Placed, other: Placed) -> Placed:
    """The first figure with the unit of the second, and its scale ("from 4.2 to 5.1 billion")."""
    (left, first, last), right = one, other[0]
    if left.kind != "number" or not right.unit or left.moments:
        return one
    if right.kind == "money" and right.numeral.start > right.start:
        return one  # "5 and $300"
    led = _leads_to(nodes[last])
    if led and left.written.digits.isdecimal() and (left.value or 0) in _YEARS:
        return one  # "closed 2023 at 3.1 percent"
    values, scale = left.values, right.written.scale
    if led and left.written.scale == 1 < scale and (left.value or 0) < _THOUSAND:
        values = (*(Range(v.low * scale, v.high * scale) for v in values), *values)
    return replace(left, unit=right.unit, kind=right.kind, values=values), first, last


# Days of one month ---------------------------------------------------------------------------


def _between_days(source: Source, nodes: list[Node], one: Placed, other: Placed) -> bool:
    """Do only the signs of a span of days stand between two figures, one of them a date?"""
    signs = nodes[one[2] : other[1]]
    if "date" not in (one[0].kind, other[0].kind) or not any(map(_spans_days, signs)):
        return False
    gap, at = "", one[0].end
    for sign in signs:
        if not (_spans_days(sign) or sign.mark("day_after") or sign.mark("of")):
            return False
        gap, at = gap + source.gap(at, sign.start), max(at, sign.end)
    return bool(_ARTICLE.match(gap + source.gap(at, other[0].start)))


def _spans_days(node: Node) -> bool:
    return node.mark("range") or node.mark("and") or node.mark("to_day")


def _with_month(source: Source, one: Placed, other: Placed) -> list[Placed]:
    """Both figures as dates of the month that one of them names; as they were if none is a day."""
    (left, *_), (right, *_) = one, other
    early, late = _day(left), _day(right)
    if early is None or late is None or early >= late:
        return [one, other]
    if _named(right) and not _named(left):
        return [_dated(one, early, right), other]
    alone = right.kind == "date" or _CLAUSE_ENDS.match(source.text, right.end)
    if _named(left) and not _named(right) and alone:
        return [one, _dated(other, late, left)]
    return [one, other]


def _day(figure: Figure) -> int | None:
    """The day of the month that a figure is or may be."""
    if figure.moments:
        return figure.moments[0].day
    value = figure.value or 0
    bare = figure.kind in ("number", "ordinal") and not figure.unit and figure.values[0].single
    return int(value) if bare and value % 1 == 0 and 1 <= value <= 31 else None


def _named(figure: Figure) -> bool:
    """Is this the date of a day whose month is said?"""
    return bool(figure.moments) and all(m.month and m.day for m in figure.moments)


def _dated(placed: Placed, day: int, named: Figure) -> Placed:
    figure, first, last = placed
    moments = tuple(Moment(m.year, m.month, day) for m in named.moments)
    return replace(figure, kind="date", moments=moments, values=()), first, last
