"""Two sentences that say the same with another figure, as spun and merged copies do.

"The mill let 40 hands go … The factory dismissed 400 workers". Sentences
are the same if they share most of their words and all of their names; a parallel sentence about
another town, day or person differs in a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import RETOLD, SILENT_ZONES, compare
from numcheck.links._common.slips import slip
from numcheck.links.consistency._one_figure import set_apart
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    name="retold-sentence",
    summary="A figure and its twin in a sentence of nearly the same words.",
    roles=("again", "first"),
    facts=("alike", "slip"),
    options={"alike": 0.5},
)

_WORD = pattern(r"[A-Za-z][\w'’-]*")
_FEWEST_SHARED = 2
#: Words of more sentences than this tie nothing together, and would make the search quadratic.
_MOST_SENTENCES = 8


class _Told(NamedTuple):
    """A sentence as its figures, the stems of its words, its names and its dates.

    `anchors` are the stems after a preposition ("near the bridge"): where and whom it is about;
    `kinds` are the words before a noun, by noun ("the red team").
    """

    figures: tuple[Claim, ...]
    stems: frozenset[str]
    anchors: frozenset[str]
    apart: frozenset[str]
    names: frozenset[str]
    fixed: frozenset[tuple[str, float]]
    kinds: Mapping[str, str]


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every pair of unequal or equal twins; which of them clash is for the rule."""
    words = book("retold", reading.document.language)
    paired = _paired(reading) if words else ()
    told = [t for t in (_told(reading, at, words) for at in paired) if t]
    by_stem: dict[str, list[int]] = {}
    for at, sentence in enumerate(told):
        for earlier in _look_alikes(sentence, by_stem):
            twins = _twins(sentence, told[earlier], options["alike"])
            yield from (link for link in twins if not _set_apart(link, reading))
        for stem in sentence.stems:
            by_stem.setdefault(stem, []).append(at)


def _paired(reading: Reading) -> list[int]:
    """The sentences whose figures are of the same kinds, with the same dates, as another's.

    Most are alone in theirs, and need not be cut into words.
    """
    kinds = {at: _kinds(reading, at) for at in {claim.sentence for claim in reading.claims}}
    known = Counter(kinds.values())
    return sorted(at for at, kind in kinds.items() if kind and known[kind] > 1)


def _kinds(reading: Reading, index: int) -> Hashable:
    """What twins have in common: the sorts of their figures, and their dates."""
    figures = _figures(reading, index)
    fixed = _fixed(reading.in_sentence(index))
    return (tuple(sorted(map(_sort, figures))), fixed) if figures else None


def _figures(reading: Reading, index: int) -> tuple[Claim, ...]:
    claims = reading.in_sentence(index)
    return tuple(c for c in claims if c.kind not in NOT_COUNTED and c.zone not in SILENT_ZONES)


def _fixed(claims: Iterable[Claim]) -> frozenset[tuple[str, float]]:
    return frozenset((c.kind, c.value) for c in claims if c.kind in NOT_COUNTED)


def _told(reading: Reading, index: int, words: Book) -> _Told | None:
    figures, claims = _figures(reading, index), reading.in_sentence(index)
    start, end = reading.sentences[index]
    bare = _without(reading.text, start, end, claims)
    said = _WORD.findall(bare)
    lower = {word.lower() for word in said}
    if lower & words.sets["contrast"]:
        return None
    names = frozenset(word for word in said[1:] if word[0].isupper())
    anchors = map(str.lower, words.patterns["anchor"].findall(bare))
    kinds = {noun: kind for kind, noun in words.patterns["kind"].findall(bare.lower())}
    stems, where = (_stems(found, words) for found in (lower, anchors))
    return _Told(figures, stems, where, words.sets["apart"] & lower, names, _fixed(claims), kinds)


def _stems(words: Iterable[str], known: Book) -> frozenset[str]:
    return frozenset(w[:6].rstrip("s") for w in words if w not in known.sets["stop"])


def _without(text: str, start: int, end: int, claims: tuple[Claim, ...]) -> str:
    """The sentence without its figures (but with the names of days)."""
    pieces, at = [], start
    for claim in claims:
        if claim.kind not in ("date", "time"):
            pieces.append(text[at : claim.start])
            at = claim.end
    return " ".join([*pieces, text[at:end]])


def _look_alikes(sentence: _Told, by_stem: dict[str, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for stem in sentence.stems:
        earlier = by_stem.get(stem, ())
        if len(earlier) <= _MOST_SENTENCES:
            shared.update(earlier)
    return [at for at, count in shared.items() if count >= _FEWEST_SHARED]


def _twins(one: _Told, other: _Told, alike: float) -> Iterator[Link]:
    # "Saved" and "rescued" are other words for one event, and count as a word in common.
    events = {c.event for c in one.figures} & {c.event for c in other.figures} - {""}
    shared = len(one.stems & other.stems) + len(events)
    share = shared / (len(one.stems | other.stems) + len(events))
    if shared < _FEWEST_SHARED or share < alike or one.fixed != other.fixed:
        return
    if one.names != other.names or one.apart != other.apart:
        return
    if any(other.kinds.get(noun, kind) != kind for noun, kind in one.kinds.items()):
        return
    if not (one.anchors <= other.stems and other.anchors <= one.stems):
        return
    pairs = _aligned(one.figures, other.figures)
    if sum(a.value != b.value for a, b in pairs) != 1:
        return
    for again, first in pairs:
        if (
            again.value != first.value
            and compare(again, first, ignore=RETOLD).verdict != "different"
        ):
            facts = {"alike": share, "slip": slip(again, first)}
            yield Link(KIND.name, {"again": again, "first": first}, facts=facts)


def _set_apart(link: Link, reading: Reading) -> bool:
    one, other = link.roles["again"], link.roles["first"]
    assert isinstance(one, Claim)
    assert isinstance(other, Claim)
    return set_apart(one, other, reading)


def _aligned(ones: tuple[Claim, ...], others: tuple[Claim, ...]) -> list[tuple[Claim, Claim]]:
    """Figures of two sentences paired by what they are; empty if they do not pair off."""
    if len(ones) != len(others):
        return []
    rest, pairs = list(others), []
    for one in ones:
        twin = next((other for other in rest if _sort(other) == _sort(one)), None)
        if twin is None:
            return []
        rest.remove(twin)
        pairs.append((one, twin))
    return pairs


def _sort(claim: Claim) -> tuple[str, str, str]:
    return claim.kind, claim.unit, claim.head
