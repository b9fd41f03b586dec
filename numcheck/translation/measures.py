"""The currency, unit and sign that stand beside a number, before it or after it."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.translation.figures import FigureKind, Range
from numcheck.translation.nodes import Node, Numeral, node_at
from numcheck.translation.same import is_currency
from numcheck.translation.tokens import Source

_SIGN_GAP = pattern(r"[\s\-]?$")
_DASH_AS_MINUS = pattern(r"(?:^|[^\d\s]\s|[(\[])[-−–]$")
_DURATIONS = frozenset(
    (
        "second", "minute", "quarter_hour", "hour", "day", "week", "fortnight", "month", "quarter",
        "year", "decade", "century",
    )
)  # fmt: skip
#: Units said before the number in some languages: yüzde 5, 时速90公里, セ氏20度.
_LEADING = frozenset({"percent", "kilometer_per_hour", "celsius"})


class Measure(NamedTuple):
    """What a number measures, with the first node of it all and the one after the last."""

    first: int
    last: int
    kind: FigureKind = "number"
    unit: str = ""


def kind_of(unit: str) -> FigureKind:
    """The kind of figure that a unit or currency makes."""
    if is_currency(unit):
        return "money"
    if unit in ("percent", "permille", "tenth"):
        return "percent"
    if unit == "point":
        return "points"
    if unit in ("celsius", "fahrenheit", "degree"):
        return "temperature"
    return "duration" if unit in _DURATIONS else "measure"


def measure(source: Source, nodes: list[Node], first: int, last: int, free: bool) -> Measure:
    """What the nodes from `first` to before `last` measure.

    `free` says that the node before belongs to no other figure.
    """
    found = _leading(source, nodes, first, last) if free else Measure(first, last)
    at = _past_fillers(nodes, last)
    after = node_at(nodes, at)
    if after is None or not _reaches(source, nodes, last, at):
        return found
    if found.unit == "kilometer_per_hour" and after.get("units") in ("kilometer", "mile", "kilo"):
        unit = "mile_per_hour" if after.get("units") == "mile" else found.unit
        return found._replace(last=at + 1, unit=unit)
    if not _may_follow(found, after) or _leads_next(source, nodes, at):
        return found
    if not source.lexicon.spaced and after.end - after.start == 1 and _counts(nodes[last:at]):
        return found  # 一百个人里 is "among a hundred people", 三名元老 are no yuan
    return _following(nodes, found, at)


def _leading(source: Source, nodes: list[Node], first: int, last: int) -> Measure:
    before = node_at(nodes, first - 1)
    alone = Measure(first, last)
    if before is None or not _SIGN_GAP.match(source.gap(before.end, nodes[first].start)):
        return alone
    currency, unit = before.get("currency"), before.get("units")
    named = source.text[before.start : before.end].islower()  # "won 2-0" is no money
    if currency is not None and not named:
        return Measure(first - 1, last, "money", str(currency))
    if unit in _LEADING and (unit == "percent" or before.end - before.start > 1):
        return Measure(first - 1, last, kind_of(str(unit)), str(unit))
    return alone


def _may_follow(found: Measure, after: Node) -> bool:
    """A unit may follow a bare number, or name the dollars of "$1.500 pesos"."""
    currency = after.get("currency")
    if not found.unit:
        return currency is not None or after.get("units") is not None
    return currency is not None and (currency == found.unit or found.unit == "dollar")


def _following(nodes: list[Node], found: Measure, at: int) -> Measure:
    currency = nodes[at].get("currency")
    if currency is not None:
        return found._replace(last=at + 1, kind="money", unit=str(currency))
    unit = str(nodes[at].get("units"))
    after = node_at(nodes, at + 1)
    points = after is not None and after.mark("points_after") and after.start == nodes[at].end
    if unit == "percent" and points:
        return found._replace(last=at + 2, kind="points", unit="point")
    return found._replace(last=at + 1, kind=kind_of(unit), unit=unit)


def half_counted(
    nodes: list[Node], last: int, values: tuple[Range, ...]
) -> tuple[int, tuple[Range, ...]]:
    """Past-the-last node and sizes where a half stands before the unit: 两个半小时."""
    counter, half, unit = (node_at(nodes, last + i) for i in range(3))
    if counter is None or half is None or unit is None or not unit.get("units"):
        return last, values
    if not (counter.mark("counter") and half.mark("and_half")) or unit.start != half.end:
        return last, values
    return last + 2, tuple(Range(v.low + 0.5, v.high + 0.5) for v in values)


def tenths(
    source: Source, nodes: list[Node], found: Measure, values: tuple[Range, ...]
) -> tuple[Measure, tuple[Range, ...]]:
    """Tenths with the hundredths and thousandths after them: 3割2分5厘, 三成五."""
    if found.unit != "tenth":
        return found, values
    signs = ("hundredth", "thousandth") if source.lexicon.has("signed_tenths") else ("",)
    for place, sign in enumerate(signs, 1):
        digit, named = node_at(nodes, found.last), node_at(nodes, found.last + 1)
        if not isinstance(digit, Numeral) or digit.whole not in range(1, 10):
            break
        if digit.start != nodes[found.last - 1].end or (sign and not (named and named.mark(sign))):
            break
        part = digit.values[0].low / 10**place
        values = tuple(Range(v.low + part, v.high + part) for v in values)
        found = found._replace(last=found.last + 1 + bool(sign))
    return found, values


def and_half(
    nodes: list[Node], found: Measure, values: tuple[Range, ...]
) -> tuple[int, tuple[Range, ...]]:
    """Past-the-last node and sizes with the half after a unit: "an hour and a half", 1時間半."""
    after = node_at(nodes, found.last)
    halved = found.unit and (found.kind != "percent" or found.unit == "tenth")
    if not halved or after is None or not after.mark("and_half"):
        return found.last, values
    if not 0 <= after.start - nodes[found.last - 1].end <= 1:
        return found.last, values
    return found.last + 1, tuple(Range(v.low + 0.5, v.high + 0.5) for v in values)


def _leads_next(source: Source, nodes: list[Node], at: int) -> bool:
    """Does this sign belong to the number after it ("5 $300")?"""
    sign, after = nodes[at], node_at(nodes, at + 1)
    apart = sign.start > nodes[at - 1].end and sign.end - sign.start <= 3
    glued = isinstance(after, Numeral) and after.start == sign.end
    return apart and glued and source.lexicon.spaced


def _counts(fillers: list[Node]) -> bool:
    return any(node.mark("counter") for node in fillers)


def _past_fillers(nodes: list[Node], at: int) -> int:
    """Past "de", counters and 多 between a number and its unit."""
    while (node := node_at(nodes, at)) is not None:
        filler = node.mark("of") or node.mark("counter") or node.mark("odd")
        if not filler or node.get("units") or node.get("currency"):
            break
        at += 1
    return at


def _reaches(source: Source, nodes: list[Node], last: int, at: int) -> bool:
    """Is there nothing but fillers between the number and this node?"""
    gap = source.gap(nodes[last - 1].end, nodes[at].start)
    for node in nodes[last:at]:
        gap = gap.replace(source.gap(node.start, node.end), "", 1)
    return len(gap) <= 3 and not gap.strip(" -·'’")


def signed(
    source: Source, nodes: list[Node], beside: Measure, values: tuple[Range, ...]
) -> tuple[Range, ...]:
    """The values with the minus that stands before them, or "below zero" after."""
    start = nodes[beside.first].start
    dashed = bool(_DASH_AS_MINUS.search(source.folded[max(0, start - 3) : start]))
    before, after = node_at(nodes, beside.first - 1), node_at(nodes, beside.last)
    said = before is not None and before.mark("minus") and start - before.end <= 2
    below = after is not None and after.mark("below_zero")
    near = below and after is not None and after.start - nodes[beside.last - 1].end <= 2
    if not (dashed or said or near):
        return values
    return tuple(Range(-value.high, -value.low) for value in values)
