"""A crowd and the population of the very place it is said to have filled.

More people can march in a town than live there, but an editor should know: a nought too many in
the crowd, or one lost from the town, is likelier. Those who come from elsewhere are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="crowd-of-town",
    summary="How many people did something in a place, and how many live there.",
    roles=("crowd", "population"),
)

_INHABITANTS = frozenset({"inhabitant", "resident", "population", "citizen", "villager"})
_FROM_ELSEWHERE = frozenset(
    {"visitor", "tourist", "fan", "spectator", "pilgrim", "refugee", "migrant", "passenger",
     "guest", "viewer", "customer", "soldier", "runner"}
)  # fmt: skip
_SMALLEST = 20
#: What a crowd does in the place itself, on one occasion.
_EVENTS = frozenset({"protest", "attend", "evacuate", "displace", "arrest", "die", "speak", "join"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each crowd with the population stated of its place."""
    populations = [claim for claim in reading.claims if _is_population(claim)]
    if not populations:
        return
    for crowd in reading.claims:
        if not _is_crowd(crowd):
            continue
        for population in populations:
            if _one_place(crowd, population):
                yield Link(KIND.name, {"crowd": crowd, "population": population})


def _is_population(claim: Claim) -> bool:
    told = claim.kind == "count" and claim.head in _INHABITANTS and claim.event in ("live", "")
    return told and claim.value >= _SMALLEST  # "one inhabitant in eight of 870,000"


def _is_crowd(claim: Claim) -> bool:
    return (
        claim.kind == "count"
        and claim.noun_class == "person"
        and claim.head not in _INHABITANTS | _FROM_ELSEWHERE
        and claim.event in _EVENTS
        and claim.role == "level"
    )


def _one_place(crowd: Claim, population: Claim) -> bool:
    ours = crowd.where.name if crowd.where else ""
    theirs = population.where.name if population.where else ""
    if ours and theirs:
        return ours == theirs
    # "… marched through Orsa on Sunday. The town has a population of 40,000."
    return not theirs and 0 <= population.sentence - crowd.sentence <= 1
