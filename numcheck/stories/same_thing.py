"""One thing, told by several documents: who says what of it.

A topic is a list of tellings; those that cannot be one figure make the link's
`relation` a "conflict", unless a later report brings the count up to date ("update", "fall") or
two sides count for themselves ("speakers"). Copies and versions of one item are one witness, its
last version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numcheck.model import CONFIDENCES, Claim, Confidence, Interval, Link, LinkKind, Story
from numcheck.stories._comparing.facets import growing, shrinking
from numcheck.stories._comparing.topics import Telling, Topic, topics
from numcheck.stories._documents.issue import turn
from numcheck.stories._figure import one_figure
from numcheck.stories._telling.witness import Witness

KIND = LinkKind(
    name="same-thing",
    summary="One figure as several documents of a story tell it.",
    roles=("stated", "others"),
    facts=(
        "relation",
        "agreed",
        "agreed_text",
        "agreed_in",
        "disagreeing",
        "thing",
        "spread",
        "doubt",
    ),
    scope="story",
)

#: A toll that falls below this share of what was reported is no revision, but an error somewhere.
LEAST_REVISION = 0.5


def find(story: Story, options: Mapping[str, Any]) -> Iterator[Link]:  # noqa: ARG001
    """One link for each topic that at least two witnesses tell of, and one for each outlier."""
    for topic in topics(_witnesses(story), story.declared):
        if len(topic.tellings) > 1:
            yield from _links(topic)


def _witnesses(story: Story) -> list[Witness]:
    """Every document but outdated versions, in order of issue; copies of one item share a `source`.

    A copy is read all the same, since it may word a figure in a way that another report can be
    held against; it only has no voice of its own.
    """
    item = {name: names[0] for names in story.versions for name in names}
    last = {r.document.guid: r.document.id for r in story.readings if r.document.guid}
    return [
        Witness(r, item.get(r.document.id, r.document.id))
        for r in story.readings
        if last.get(r.document.guid, r.document.id) == r.document.id
    ]


def _links(topic: Topic) -> Iterator[Link]:
    camps = _camps(topic.tellings)
    if len(camps) == 1:
        first, *others = camps[0]
        yield _link("agree", first, others)
        return
    main = max(camps, key=_voices)
    tie = sum(_voices(camp) == _voices(main) for camp in camps) > 1
    if tie or _voices(main) * 2 <= _voices(topic.tellings):
        *others, last = topic.tellings
        yield _link(_relation(last, others), last, others)
        return
    for camp in camps:
        if camp is not main:
            yield _link(_relation(camp[0], main), camp[0], main)


def _voices(tellings: Sequence[Telling]) -> int:
    return len({telling.witness.source for telling in tellings})


def _camps(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings that can be one figure, together; in order of first telling."""
    camps: list[list[Telling]] = []
    for telling in tellings:
        home = next((c for c in camps if all(one_figure(telling.claim, t.claim) for t in c)), None)
        if home is None:
            camps.append([telling])
        else:
            home.append(telling)
    return camps


def _relation(stated: Telling, others: Sequence[Telling]) -> str:
    claim = stated.claim
    if claim.kind == "money" and any(claim.unit != other.claim.unit for other in others):
        return "currency" if all(claim.value == o.claim.value for o in others) else "conversion"
    if stated.sameness.sides_differ:
        return "speakers"
    if growing(claim):
        return _over_time(stated, others)
    return "conflict"


def _over_time(stated: Telling, others: Sequence[Telling]) -> str:
    """A count that a later report gives anew is brought up to date, or taken back."""
    turns = [turn(stated.witness.reading, other.witness.reading) for other in others]
    if None in turns or not any(turns):
        return "conflict"
    told = list(zip(others, turns, strict=True))
    later = [other.claim.value for other, at in told if at == 1]
    earlier = [other.claim.value for other, at in told if at == -1]
    value = stated.claim.value
    if all(other > value for other in later) and all(other < value for other in earlier):
        return "update"
    lost = min((value / other for other in earlier if other), default=1.0)
    return "conflict" if lost < LEAST_REVISION and not shrinking(stated.claim) else "fall"


def _link(relation: str, stated: Telling, others: Sequence[Telling]) -> Link:
    claims = tuple(other.claim for other in others)
    told = [stated.sameness, *(other.sameness for other in others)]
    confidence: Confidence = min((same.confidence for same in told), key=CONFIDENCES.index)
    ends = [claim.value for claim in (stated.claim, *claims)]
    return Link(
        kind=KIND.name,
        roles={"stated": stated.claim, "others": claims},
        confidence=confidence,
        facts={
            "relation": relation,
            "agreed": _agreed(claims),
            "agreed_text": _said(others),
            "agreed_in": _named(claims),
            "disagreeing": sum(not one_figure(stated.claim, claim) for claim in claims),
            "thing": _thing(stated.claim, claims),
            "spread": Interval(min(ends), max(ends)),
            "doubt": next((same.doubt for same in told if same.doubt), ""),
        },
    )


def _agreed(claims: Sequence[Claim]) -> Interval:
    """What all the others can be at once; all that any can be, if they disagree themselves."""
    low, high = max(c.low for c in claims), min(c.high for c in claims)
    if low <= high:
        return Interval(low, high)
    return Interval(min(c.low for c in claims), max(c.high for c in claims))


def _said(tellings: Sequence[Telling]) -> str:
    """What they say, in their words: the one figure, or from the least to the most."""
    if len(_camps(tellings)) == 1:
        return tellings[0].claim.text
    claims = sorted((telling.claim for telling in tellings), key=lambda claim: claim.value)
    return f"{claims[0].text} to {claims[-1].text}"


def _named(claims: Sequence[Claim]) -> str:
    names = list(dict.fromkeys(claim.document for claim in claims))
    return names[0] if len(names) == 1 else f"{len(names)} other reports"


def _thing(stated: Claim, claims: Sequence[Claim]) -> str:
    """What the figures are of, in the copy's words."""
    told = next((c for c in (stated, *claims) if c.noun), stated)
    if stated.kind == "age":
        return f"age of {stated.entity}" if stated.entity else "age"
    if stated.kind in ("date", "year"):
        return f"{stated.kind} of '{stated.event}'" if stated.event else stated.kind
    return told.noun or (f"figure for '{told.event}'" if told.event else stated.kind)
