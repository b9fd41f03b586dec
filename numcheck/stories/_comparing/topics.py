"""What a story gives figures for, and which claims tell of each: the topics of its documents.

The documents are read one after another; each claim joins the topic that it tells of, or opens
one. A document that gives both of two figures contradicts nobody: it knows better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from numcheck.model import Claim
from numcheck.stories._comparing.facets import FAMILIES
from numcheck.stories._comparing.sameness import Sameness, sameness
from numcheck.stories._figure import figure, one_figure
from numcheck.stories._telling.witness import Witness
from numcheck.units import dimension

#: Zones that do not tell the story.
SILENT_ZONES = frozenset({"boilerplate", "url", "note", "not-for-publication", "dateline"})
#: Tellings of one topic that a new claim is held against; more add cost, not knowledge.
MOST_TELLINGS = 12


@dataclass(slots=True)
class Telling:
    """One witness's claim on a topic, and how sure it is that it belongs there."""

    claim: Claim
    witness: Witness
    sameness: Sameness


@dataclass(slots=True)
class Topic:
    """One thing that the story gives a figure for."""

    tellings: list[Telling] = field(default_factory=list)

    def told_by(self, witness: Witness) -> bool:
        return any(telling.witness is witness for telling in self.tellings)


def topics(witnesses: Sequence[Witness], declared: bool) -> list[Topic]:
    """The topics of a story, each with the claims that tell of it."""
    shelves: dict[tuple[str, str], list[Topic]] = defaultdict(list)
    for witness in witnesses:
        _shelve(witness, shelves, declared)
    return [topic for shelf in shelves.values() for topic in shelf]


def _shelve(witness: Witness, shelves: dict[tuple[str, str], list[Topic]], declared: bool) -> None:
    """Put each claim of a document to its topic: first those that agree, then the dissenters."""
    claims = [claim for claim in witness.claims if comparable(claim)]
    left = []
    for claim in claims:
        matches = _matches(claim, witness, shelves[shelf_of(claim)], declared)
        agreeing = [match for match in matches if _agree(claim, match[1].tellings)]
        if agreeing:
            _join(agreeing, claim, witness)
        else:
            left.append((claim, matches))
    taken = {id(claim) for claim in claims} - {id(claim) for claim, _ in left}
    for claim, matches in left:
        free = [match for match in matches if _open(claim, witness, match[1])]
        if free and not _rival(claim, free, left):
            _join(free, claim, witness)
            taken.add(id(claim))
    for claim in claims:
        if id(claim) not in taken:
            shelves[shelf_of(claim)].append(
                Topic([Telling(claim, witness, Sameness("high", 1.0, False))])
            )


_Match = tuple[Sameness, Topic]


def comparable(claim: Claim) -> bool:
    """Does a claim say a figure that another report can be held against?"""
    return (
        claim.kind in FAMILIES
        and claim.zone not in SILENT_ZONES
        and claim.bound != "vague"
        and not claim.malformed
        and (claim.kind != "date" or _names_a_day(claim))
    )


def _names_a_day(claim: Claim) -> bool:
    told = claim.calendar
    return told is not None and (
        (told.month is not None and told.day is not None) or _weekday_alone(claim)
    )


def _weekday_alone(claim: Claim) -> bool:
    """Is no more than the day of the week known, on which something happened?"""
    told = claim.calendar
    return told is not None and told.weekday is not None and told.month is told.year is None


def shelf_of(claim: Claim) -> tuple[str, str]:
    """Where a claim's topic would stand: only claims of one shelf are ever compared."""
    family = FAMILIES[claim.kind]
    if family == "age":
        return family, claim.entity.rpartition(" ")[2].lower()
    if family == "measure":
        return family, str(dimension(claim.unit))
    if family == "date":
        return family, "weekday" if _weekday_alone(claim) else claim.kind
    return family, ""


def _matches(
    claim: Claim, witness: Witness, topics: Iterable[Topic], declared: bool
) -> list[_Match]:
    """The topics a claim may tell of, likeliest first."""
    found = []
    for topic in topics:
        asked = [t for t in topic.tellings[:MOST_TELLINGS] if t.witness is not witness]
        told = [
            same
            for telling in asked
            if (same := sameness(telling.claim, claim, telling.witness, witness, declared))
        ]
        # Half of the tellings must agree to it, or a topic would drift from claim to claim.
        if told and 2 * len(told) >= len(asked):
            found.append((max(told, key=lambda same: same.rank), topic))
    return sorted(found, key=lambda match: -match[0].rank)


def _open(claim: Claim, witness: Witness, topic: Topic) -> bool:
    """May the claim contradict the topic? Not if a document has both figures: it knows better."""
    if topic.told_by(witness):
        return False
    return not any(
        witness.gives(telling.claim) or telling.witness.gives(claim) for telling in topic.tellings
    )


def _join(matches: Sequence[_Match], claim: Claim, witness: Witness) -> None:
    same, topic = matches[0]
    topic.tellings.append(Telling(claim, witness, same))


def _rival(
    claim: Claim, matches: Sequence[_Match], left: Sequence[tuple[Claim, list[_Match]]]
) -> bool:
    """Does another dissenting figure of the document fit the topic as well, or better?"""
    same, topic = matches[0]
    return any(
        other is not claim
        and rival is topic
        and figure(other) != figure(claim)
        and rival_same.rank >= same.rank
        for other, others in left
        for rival_same, rival in others
    )


def _agree(claim: Claim, tellings: Iterable[Telling]) -> bool:
    return any(one_figure(claim, telling.claim) for telling in tellings)
