"""The age of one person, given twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._people import Person, is_present_age, person, same_person
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="same-age",
    summary="Two present ages of one person.",
    roles=("age", "earlier"),
    facts=("years_apart", "who"),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each later age with the first one given for the same person."""
    known: dict[str, list[tuple[Person, Claim]]] = {}
    for age in reading.claims:
        who = person(age.entity) if age.kind == "age" and age.entity else None
        if who is None or not is_present_age(age, reading):
            continue
        group = known.setdefault(who.last, [])
        earlier = next((a for p, a in group if same_person(p, who, reading)), None)
        if earlier is None:
            group.append((who, age))
        else:
            yield _link(age, earlier)


def _link(age: Claim, earlier: Claim) -> Link:
    fuller = max((age.entity, earlier.entity), key=len)
    facts = {"years_apart": abs(age.value - earlier.value), "who": fuller}
    return Link(KIND.name, {"age": age, "earlier": earlier}, facts=facts)
