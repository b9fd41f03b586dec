"""A crowd and the population of the very place it is said to have filled.

More people can march in a town than live there, but an editor should know: a nought too many in
the crowd, or one lost from the town, is likelier. Those who come from elsewhere are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="crowd-of-town",
    summary="How many people did something in a place, and how many live there.",
    roles=("crowd", "population"),
)

_SMALLEST = 20


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each crowd with the population that is stated of its place, the nearest of several."""
    populations: dict[str, list[Claim]] = {}
    words = book("crowd-of-town", reading.document.language)
    for claim in reading.claims:
        if _is_population(claim, words):
            populations.setdefault(_place(claim), []).append(claim)
    for crowd in reading.claims if populations else ():
        population = _of_its_place(crowd, populations) if _is_crowd(crowd, words) else None
        if population is not None:
            yield Link(KIND.name, {"crowd": crowd, "population": population})


def _place(claim: Claim) -> str:
    return claim.where.name if claim.where else ""


def _is_population(claim: Claim, words: Book) -> bool:
    inhabited = claim.kind == "count" and claim.head in words.sets["inhabitant"]
    # "One inhabitant in eight of 870,000" is no population.
    return inhabited and claim.event in ("live", "") and claim.value >= _SMALLEST


def _is_crowd(claim: Claim, words: Book) -> bool:
    return (
        claim.kind == "count"
        and claim.noun_class == "person"
        and claim.event in words.sets["event"]
        and claim.head not in words.sets["inhabitant"] | words.sets["from_elsewhere"]
        and claim.role == "level"
    )


def _of_its_place(crowd: Claim, populations: Mapping[str, Sequence[Claim]]) -> Claim | None:
    """The population of the place by name, or of the town that the next sentence speaks of."""
    place = _place(crowd)
    named = _around(crowd, populations.get(place, ())) if place else ()
    found = min(named, key=lambda one: abs(one.start - crowd.start), default=None)
    if found is not None:
        return found
    # "… marched through Orsa on Sunday. The town has a population of 40,000."
    near = _around(crowd, populations.get("", ()))
    return next((one for one in near if 0 <= one.sentence - crowd.sentence <= 1), None)


def _around(crowd: Claim, ordered: Sequence[Claim]) -> Sequence[Claim]:
    """The last of the claims before a crowd and the first after it."""
    at = bisect_left(ordered, crowd.start, key=attrgetter("start"))
    return ordered[max(0, at - 1) : at + 1]
