"""Which documents tell of one event, found from the rare words, names and numbers they share.

Each document becomes a unit vector of word stems weighted by rarity; two documents tell one
story when the mean cosine between their groups reaches `SAME_STORY`. Rarity comes from the batch
itself where it is large enough, and from a table of common words, so that two short reports given
alone can be judged too. Only documents that share a rare stem are ever compared.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from numcheck.model import Reading, Story
from numcheck.stories._documents.dating import dated
from numcheck.stories._documents.issue import order
from numcheck.stories._documents.names import SharedNames
from numcheck.stories._documents.stems import rarity, stems
from numcheck.stories._figure import figure
from numcheck.values import frozen

#: Mean cosine from which two groups of documents are one story. Measured on pairs of real reports
#: of one event (0.28 to 0.99) against all other pairs of the same newsrooms (99.99 % below 0.30).
SAME_STORY = 0.30
#: The same for a handful of documents, which are seldom given together by chance: of 160,000 pairs
#: of unrelated articles 0.16 % lie above it, and four in a hundred of those would be disturbed.
SAME_STORY_OF_FEW, FEW = 0.20, 6
#: Cosine from which two texts are versions or copies of one item, and so one witness.
SAME_ITEM = 0.90
#: Stems by which a document looks for company, rarest first, and how common they may be.
PROBES = 20
MOST_SHARERS = 30
#: The part of a cosine that the probes alone must give before the whole is worked out.
PROBED = 0.06


@frozen
class Profile:
    """A document as a unit vector; `surfaces` keeps a stem as it was written."""

    vector: dict[str, float]
    surfaces: dict[str, str]


def profiles(texts: Sequence[str]) -> list[Profile]:
    """One unit vector a text, over stems that are rare in the language and in these texts."""
    counted = [stems(text) for text in texts]
    spread: Counter[str] = Counter()
    for counts, _ in counted:
        spread.update(counts.keys())
    return [_profile(counts, surfaces, spread, len(texts)) for counts, surfaces in counted]


def _profile(
    counts: Counter[str], surfaces: dict[str, str], spread: Counter[str], documents: int
) -> Profile:
    weights = {
        key: worth * math.sqrt(1 + math.log(count))
        for key, count in counts.items()
        if (worth := rarity(key, spread, documents)) > 1.0
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Profile({key: weight / length for key, weight in weights.items()}, surfaces)


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two unit vectors, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(key, 0.0) for key, weight in one.items())


def _neighbours(
    found: Sequence[Profile], least: float, akin: SharedNames
) -> Iterable[tuple[float, int, int]]:
    """Pairs of documents at least that much alike, each once, by way of shared rare stems."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, profile in enumerate(found):
        rarest = sorted(profile.vector, key=lambda key: (-profile.vector[key], key))[:PROBES]
        shared: dict[int, float] = defaultdict(float)
        for key in rarest:
            weight = profile.vector[key]
            for other, others in holders[key]:
                shared[other] += weight * others
            if len(holders[key]) < MOST_SHARERS:
                holders[key].append((at, weight))
        for other, probed in shared.items():
            if probed >= PROBED:
                likeness = cosine(profile.vector, found[other].vector)
                if likeness >= least and akin(other, at):
                    yield likeness, other, at


class _Groups:
    """Groups of documents that grow by mean likeness; a group is known by its smallest member."""

    def __init__(self, found: Sequence[Profile]) -> None:
        self._home = list(range(len(found)))
        self.members = {at: [at] for at in range(len(found))}
        self._sums = {at: profile.vector for at, profile in enumerate(found)}

    def join(self, one: int, other: int, least: float) -> None:
        """Unite the groups of two documents if their mean likeness is at least `least`."""
        a, b = sorted((self._home[one], self._home[other]))
        if a == b or self._mean(a, b) < least:
            return
        total = dict(self._sums[a])
        for key, weight in self._sums.pop(b).items():
            total[key] = total.get(key, 0.0) + weight
        self._sums[a] = total
        for member in self.members[b]:
            self._home[member] = a
        self.members[a] += self.members.pop(b)

    def _mean(self, a: int, b: int) -> float:
        # The dot product of two sums of unit vectors is the sum of all cosines across the groups.
        pairs = len(self.members[a]) * len(self.members[b])
        return cosine(self._sums[a], self._sums[b]) / pairs


def group(readings: Sequence[Reading], declared: str | None = None) -> list[Story]:
    """The stories that the documents tell, each of at least two documents, in order of first place.

    With `declared` all documents are one story of that name. Documents whose file names a story
    (`Document.story`) or an item (`Document.guid`) are taken at its word; the rest are compared.
    """
    found = profiles([reading.text for reading in readings])
    if declared is not None:
        return [_story(declared, readings, range(len(readings)), found, declared=True)]
    named = _named(readings)
    stories = [
        _story(name, readings, members, found, declared=True)
        for name, members in named.items()
        if len(members) > 1
    ]
    taken = {member for members in named.values() for member in members}
    free = [at for at in range(len(readings)) if at not in taken]
    for members in _grouped([found[at] for at in free], [readings[at] for at in free]):
        at = [free[member] for member in members]
        stories.append(_story(readings[at[0]].document.id, readings, at, found, declared=False))
    order = {reading.document.id: at for at, reading in enumerate(readings)}
    return sorted(stories, key=lambda told: min(order[r.document.id] for r in told.readings))


def _named(readings: Sequence[Reading]) -> dict[str, list[int]]:
    named: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        if reading.document.story:
            named[reading.document.story].append(at)
    return named


def _grouped(found: Sequence[Profile], readings: Sequence[Reading]) -> list[list[int]]:
    groups = _Groups(found)
    first: dict[str, int] = {}
    for at, reading in enumerate(readings):
        if guid := reading.document.guid:
            groups.join(first.setdefault(guid, at), at, 0.0)
    few = len(readings) <= FEW
    least = SAME_STORY_OF_FEW if few else SAME_STORY
    akin = SharedNames([reading.text for reading in readings], unless_nameless=few)
    pairs = sorted(_neighbours(found, least, akin), key=lambda e: (-e[0], e[1], e[2]))
    for likeness, one, other in pairs:
        groups.join(one, other, min(likeness, least))
    return [sorted(members) for members in groups.members.values() if len(members) > 1]


def _story(
    name: str,
    readings: Sequence[Reading],
    members: Iterable[int],
    found: Sequence[Profile],
    *,
    declared: bool,
) -> Story:
    at = sorted(members, key=lambda member: (order(readings[member]), member))
    because = f"declared as {name!r}" if declared else _because([found[member] for member in at])
    return Story(
        id=name,
        readings=dated([readings[member] for member in at]),
        because=because,
        declared=declared,
        versions=_versions(at, readings, found),
    )


def _because(found: Sequence[Profile]) -> str:
    """The weightiest words that at least two of the documents share, as written."""
    weights: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for profile in found:
        holders.update(profile.vector.keys())
        weights.update(profile.vector)
    shared = [key for key, _ in weights.most_common() if holders[key] > 1][:6]
    return "they share " + ", ".join(found[0].surfaces.get(key, key) for key in shared)


def _versions(
    members: Sequence[int], readings: Sequence[Reading], found: Sequence[Profile]
) -> tuple[tuple[str, ...], ...]:
    """Ids that are one item: the same guid, or nearly the same text with the same figures."""
    groups: list[list[int]] = []
    for member in members:
        home = next((g for g in groups if _same_item(g[0], member, readings, found)), None)
        if home is None:
            groups.append([member])
        else:
            home.append(member)
    return tuple(tuple(readings[at].document.id for at in g) for g in groups if len(g) > 1)


def _same_item(one: int, other: int, readings: Sequence[Reading], found: Sequence[Profile]) -> bool:
    guid = readings[one].document.guid
    if guid and guid == readings[other].document.guid:
        return True
    # A copy that gives another figure is no copy of that figure, but a second witness.
    return cosine(found[one].vector, found[other].vector) >= SAME_ITEM and _figures(
        readings[one]
    ) == _figures(readings[other])


def _figures(reading: Reading) -> set[tuple[object, ...]]:
    return {figure(claim) for claim in reading.claims}
