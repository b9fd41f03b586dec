"""One figure told twice in the story: "sacked 800 pilots … the 8,000 pilots".

A definite mention speaks of what was named before. That the two are one slip apart ("800",
"8,000") is evidence that they are one figure; if any earlier mention agrees, the later one speaks
of that, and there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from numcheck.links._common.mentions import Mention, mentions
from numcheck.links._common.slips import digits
from numcheck.links.consistency._one_figure import (
    adds_up,
    is_new,
    is_weak,
    may_be_one,
    name_two,
    narrowed,
    set_apart,
    settles,
    slip_between,
    tells_of_another,
)
from numcheck.links.consistency._one_thing import of_one_thing
from numcheck.links.consistency._retold import (
    apposed,
    bare,
    is_crowd,
    misheard,
    repeated,
    rescaled,
    shared_stems,
)
from numcheck.model import CONFIDENCES, Claim, Confidence, Link, LinkKind, Reading
from numcheck.text.synonyms import may_be_one as may_be_one_noun
from numcheck.units import dimension

KIND = LinkKind(
    name="same-figure",
    summary="A figure and an earlier mention that it speaks of.",
    roles=("again", "first"),
    facts=("slip", "thing"),
)

#: Slips that chance does not often make.
_TELLING = frozenset({"digits swapped", "scale shifted"})
#: What a figure is called that counts nothing.
_UNNAMED = {"money": "sum", "measure": "measure", "duration": "time"}
_ANOTHER_UNIT = "told in another unit"
#: Sums that are not told by chance in two currencies.
_LARGE = 1e5
_WEAK = frozenset({"-teen added", "told of all", _ANOTHER_UNIT})
#: More mentions of one thing than this tell a story of their own, and would cost square time.
_MOST_MENTIONS = 8
_MOST_LIKEWISE = 2


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each definite mention with the first one it ought to repeat, where none of them agrees."""
    told = [mention for mention in mentions(reading) if mention.claim.kind != "percent"]
    seen: set[int] = set()
    again_and_first = (
        *bare(told, reading),
        *rescaled(told, reading),
        *repeated(told, reading),
        *apposed(told, reading),
    )
    retold = (_link(again, first) for again, first in again_and_first)
    alike = (_link(again, first, "medium") for again, first in of_one_thing(told, reading))
    for link in (*_definite(told, reading), *_swapped(told, reading), *retold, *alike):
        again, first = link.roles["again"], link.roles["first"]
        assert isinstance(again, Claim)
        assert isinstance(first, Claim)
        if again.start not in seen and not name_two(first, again):
            seen.add(again.start)
            yield replace(link, roles={**link.roles, "also": _told_likewise(first, again, told)})


def _told_likewise(first: Claim, again: Claim, told: list[Mention]) -> tuple[Claim, ...]:
    """The other mentions before the later one that agree with the first: headline and story."""
    before = (t.claim for t in told if t.claim.start < again.start and not t.claim.quoted)
    other = (c for c in before if c.start != first.start and c.modality == first.modality)
    alike = (c for c in other if c.value == first.value and c.unit == first.unit)
    return tuple(c for c in alike if may_be_one(first, c))[:_MOST_LIKEWISE]


def _definite(told: list[Mention], reading: Reading) -> Iterator[Link]:
    """ "the 8,000 pilots" with the pilots named before."""
    known: dict[str, list[Mention]] = {}
    bare: set[float] = set()  # "of 5,000 sheep 500 drowned … the 500 drowned sheep"
    for one in told:
        if not one.claim.head and one.claim.kind == "number":
            bare.add(one.claim.value)
        if one.definite and not one.partial and one.claim.value not in bare:
            named = {t.claim.start: t for word in one.things for t in known.get(word, ())}
            yield from _first_of(one, list(named.values()), reading)
        for word in one.things:
            before = known.setdefault(word, [])
            if len(before) < _MOST_MENTIONS:
                before.append(one)


def _first_of(again: Mention, named: list[Mention], reading: Reading) -> Iterator[Link]:
    """The link to the earlier mentions if they have one value, and another than this."""
    found = [t for t in named if may_be_one(t.claim, again.claim) or is_crowd(t, again)]
    if any(settles(t, again) for t in found):
        return
    whole = [t for t in found if not (t.partial or t.whole or narrowed(again, t, reading))]
    whole = [t for t in whole if not set_apart(t.claim, again.claim, reading)]
    if len({t.claim.value for t in whole}) != 1 or adds_up(again, whole[0], reading):
        return
    if not again.whole or slip_between(again.claim, whole[0].claim) in _TELLING:
        yield _link(again, whole[0])


def _swapped(told: list[Mention], reading: Reading) -> Iterator[Link]:
    """ "Sold for 30 million pounds … the 30 million euro sale": one value in two currencies."""
    known: dict[tuple[str, float, str], list[Mention]] = {}
    for one in (t for t in told if t.claim.kind in ("money", "measure") and t.claim.unit):
        claim = one.claim
        # "$65 per barrel" is a price, and no swap of a sum.
        _, _, per = claim.unit.partition(" / ")
        sort = f"money {per}" if claim.kind == "money" else dimension(claim.unit)
        same = known.setdefault((sort, claim.value, claim.per), [])
        alike = [t for t in same if _is_swap_of(one, t) or _is_only_sum(one, told)]
        swapped = alike and all(t.claim.unit != claim.unit for t in same)
        if swapped and (one.definite or _one_topic(alike[0], one, reading)):
            yield _link(one, alike[0])
        if len(same) < _MOST_MENTIONS:
            same.append(one)


def _is_swap_of(again: Mention, first: Mention) -> bool:
    """Can the two be one figure for what they are of, or for their digits ("the 2.5 kilograms")?"""
    if again.definite and len(digits(again.claim.value).strip("0")) > 1:
        return True
    near = again.claim.kind == "money" and _next_to(first, again)
    return first.shares(again) or first.one_event(again) or near


def _is_only_sum(again: Mention, told: list[Mention]) -> bool:
    """ "6 million francs … The 6 million euros": no other sum has been told before it."""
    large = again.definite and not again.limits and again.claim.value >= _LARGE
    before = (
        t.claim for t in told if t.claim.kind == "money" and t.claim.start < again.claim.start
    )
    return large and all(claim.value == again.claim.value for claim in before)


def _confidence(slip: str, again: Claim) -> Confidence:
    if not slip:
        return "low"
    return "medium" if slip in _WEAK or is_weak(slip, again) else "high"


def _one_topic(first: Mention, again: Mention, reading: Reading) -> bool:
    """Do the two sentences, one after the other, share a word of weight ("land")?"""
    if not _next_to(first, again) or tells_of_another(again.claim, reading):
        return False
    if is_new(again.claim, reading) or _names_anew(first.claim, again.claim, reading):
        return False
    voice = again.claim.quoted or bool(again.claim.said_by and not first.claim.said_by)
    return voice or bool(shared_stems(first.claim, again.claim, reading))


def _names_anew(first: Claim, again: Claim, reading: Reading) -> bool:
    """Does the later sentence name a place or person of its own ("In Paris a flat …")?"""
    start, end = reading.sentences[again.sentence]
    named = {name.text for name in reading.names if start <= name.start < end}
    return any(name not in reading.text[: first.end] for name in named)


def _next_to(first: Mention, again: Mention) -> bool:
    """ "120 million dollars … The 120 million euros": the very next sentence takes up the sum."""
    return again.claim.sentence - first.claim.sentence == 1


def _all_of_them(again: Mention, first: Mention) -> str:
    """ "Six cubs were born … All nine cubs are healthy": all are as many as there were."""
    same = (
        may_be_one_noun(again.claim.head, first.claim.head)
        and not again.limits
        and not again.claim.modifiers
    )
    exact = again.claim.bound == first.claim.bound == "exact"
    return "told of all" if again.all and same and exact else ""


def _link(again: Mention, first: Mention, at_most: Confidence = "high") -> Link:
    slip = slip_between(again.claim, first.claim)
    if not slip and again.definite:
        slip = misheard(again.claim, first.claim) or _all_of_them(again, first)
    slip = slip or _ANOTHER_UNIT * (again.claim.unit != first.claim.unit)
    thing = again.claim.noun or first.claim.noun or _UNNAMED.get(again.claim.kind, "figure")
    return Link(
        KIND.name,
        {"again": again.claim, "first": first.claim},
        # Without a slip the two may be two figures after all, however alike they are told.
        confidence=min(_confidence(slip, again.claim), at_most, key=CONFIDENCES.index),
        facts={"slip": slip, "thing": thing},
    )
