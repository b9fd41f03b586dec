"""A lower and an upper limit set for one figure: "at least 90 but no more than 70 seats"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links.plausibility._set_limits import set_apart
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="floor-and-ceiling",
    summary="Two neighbouring bounds of one figure, the least and the most it may be.",
    roles=("floor", "ceiling"),
)

_FLOORS = frozenset({"at_least", "more_than"})
_CEILINGS = frozenset({"at_most", "less_than"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of opposite bounds with nothing but "and" or "but" between them, or told apart."""
    seen: set[int] = set()
    for one, other in zip(reading.claims, reading.claims[1:], strict=False):
        bounds = {one.bound, other.bound}
        if bounds & _FLOORS and bounds & _CEILINGS and _same_figure(one, other, reading):
            floor, ceiling = (one, other) if one.bound in _FLOORS else (other, one)
            seen.add(floor.start)
            yield Link(KIND.name, {"floor": floor, "ceiling": ceiling})
    for floor, ceiling in set_apart(reading):
        if floor.start not in seen:
            yield Link(KIND.name, {"floor": floor, "ceiling": ceiling}, None, "medium")


def _same_figure(one: Claim, other: Claim, reading: Reading) -> bool:
    if one.sentence != other.sentence or other.start - one.end > 40:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    words = book("set-limits", reading.document.language)
    tie = words.patterns["tie"].fullmatch(reading.text[one.end : other.start])
    before = reading.text[max(0, one.start - 12) : one.start]
    if "age" in (one.kind, other.kind) and not words.says("of_one", before):
        return False  # "drivers over 70 and under 18" are two groups
    if tie is None or (one.head and other.head and one.head != other.head):
        return False
    # "More than 300 were hurt and fewer than 20": the words between must be what is counted.
    return not tie[1] or one.noun.endswith(tie[1])
