"""Figures told again without a noun that ties them: "the £5,400", "12 thousand tonnes of wheat".

What ties these is the figure itself (one slip away, the same digits at another scale, the same sum
in another currency) together with what little the two sentences have in common.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import compare
from numcheck.links._common.mentions import Mention, as_sum, stop_words
from numcheck.links._common.slips import digits
from numcheck.links._common.stems import stem
from numcheck.links.consistency._looking_back import is_part, manner, may_look_at, stolen
from numcheck.links.consistency._one_figure import (
    is_weak,
    may_be_one,
    narrowed,
    settles,
    slip_between,
)
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.units import dimension

_WORD = pattern(r"[a-z]{4,}")
#: A later mention looks back at one of these and no further: it would cost square time.
_MOST_MENTIONS = 8
#: Two figures of three digits or more are not easily each other's by chance.
_CROWD = 100
_BEFORE_CHARS = 50
_LEFT_OPEN = frozenset({"modality", "entity"})
#: What a voice that tells a sum again leaves open, too.
_OF_SUMS = _LEFT_OPEN | {"event", "noun", "attribution"}
_ANY_WORD = pattern(r"[a-z]+")
Pair = tuple[Mention, Mention]


def _words(reading: Reading) -> Book:
    return book("same-figure", reading.document.language)


def bare(told: Sequence[Mention], reading: Reading) -> Iterator[Pair]:
    """ "Won £4,500 … spend the £5,400": a definite figure of nothing new, one slip away."""
    known: dict[str, list[Mention]] = {}
    for mention in told:
        one = as_sum(mention, chain(*known.values())) if mention.definite else mention
        before = known.setdefault(_sort(one.claim), [])
        if how := manner(one, reading):
            yield from _slipped(one, how, before, reading)
        if len(before) < _MOST_MENTIONS:
            before.append(one)


def _sort(claim: Claim) -> str:
    """What may be set side by side: sums of one currency, measures of one dimension, counts."""
    if claim.kind in ("number", "count"):
        return "count"
    return claim.unit if claim.kind == "money" else dimension(claim.unit)


def _slipped(again: Mention, how: str, before: list[Mention], reading: Reading) -> Iterator[Pair]:
    near = [t for t in before if not (t.whole or is_part(t, reading))]
    near = [t for t in near if may_be_one(t.claim, again.claim)]
    if any(settles(t, again) for t in before):
        return
    last = near[-1] if near else again
    if in_another_unit(again.claim, last.claim, reading):
        yield again, last
        return
    found = [t for t in near if _is_telling(again.claim, t.claim)]
    if len({t.claim.value for t in found}) != 1:
        return
    alone = len({t.claim.value for t in before}) == 1
    if may_look_at(again, found[0], how, reading) and _is_meant(again, found[0], alone, reading):
        yield again, found[0]


def _is_meant(again: Mention, first: Mention, alone: bool, reading: Reading) -> bool:
    """Is it this figure that is told again, `alone` saying that there is no other of its sort?"""
    slip = slip_between(again.claim, first.claim)
    if slip == "scale shifted":
        same = _same_numeral(again.claim, first.claim, reading)
        return same and not narrowed(again, first, reading)
    if not stolen(again.claim, reading) and narrowed(again, first, reading):
        return False
    return alone or slip == "digits swapped"


def _same_numeral(again: Claim, first: Claim, reading: Reading) -> bool:
    """ "12 million … the 12 thousand", but not "half a million … the $500 of 2020"."""
    told = [re.sub(r"\D", "", reading.text[slice(*c.numeral)]).strip("0") for c in (again, first)]
    return told[0] == told[1] != "" or len(digits(again.value).strip("0")) > 1


def _is_telling(again: Claim, first: Claim) -> bool:
    slip = slip_between(again, first) or misheard(again, first)
    long_enough = slip != "one digit changed" or len(digits(again.value)) > 2
    return bool(slip) and not is_weak(slip, again) and long_enough


def in_another_unit(again: Claim, first: Claim, reading: Reading) -> bool:
    """ "Lasted two and a half hours. In those 180 minutes": one length of time, converted."""
    those = _words(reading).says("those", reading.text[max(0, again.start - 6) : again.start])
    return those and again.unit != first.unit and again.sentence - first.sentence == 1


def misheard(again: Claim, first: Claim) -> str:
    """ "Eight fishermen … the 18 fishermen": weak, and told of definite mentions only."""
    low, high = sorted((again.value, first.value))
    same = again.unit == first.unit
    return "-teen added" if same and low < 10 and high - low == 10 else ""


def rescaled(told: Sequence[Mention], reading: Reading) -> Iterator[Pair]:
    """ "12 million tonnes … 12 thousand tonnes of wheat": the same digits at another scale."""
    known: dict[tuple[str, str], list[Mention]] = {}
    for one in told:
        claim = one.claim
        if claim.step < 100 and not claim.value >= 1e5:
            continue
        same = known.setdefault((claim.unit or claim.head, _mantissa(claim.value)), [])
        beside = any(t.claim.sentence == claim.sentence for t in same)
        if not beside and not any(settles(t, one) for t in same):
            sure = one.definite and not one.partial and len(_mantissa(claim.value)) > 1
            yield from ((one, t) for t in same if sure or _one_topic(t, one, reading))
        if len(same) < _MOST_MENTIONS:
            same.append(one)


def _mantissa(value: float) -> str:
    """The digits up to the scale: "12" of 12 thousand and of 12 million, "120" of 120 thousand."""
    scale = 3 * math.floor(math.log10(abs(value)) / 3) if value else 0
    return f"{value / 10**scale:.6g}"


def _one_topic(first: Mention, again: Mention, reading: Reading) -> bool:
    """Do the two sentences share two words of weight?"""
    apart = again.partial or again.whole or first.partial or first.whole
    if apart or not may_be_one(first.claim, again.claim):
        return False
    return len(shared_stems(first.claim, again.claim, reading)) > 1


def repeated(told: Sequence[Mention], reading: Reading) -> Iterator[Pair]:
    """ "Sold 21,000 season tickets … "12,000 season tickets is a record"": one phrase, no "the"."""
    known: dict[tuple[str, tuple[str, ...]], list[Mention]] = {}
    new = _words(reading).patterns["new"]
    for one in (t for t in told if _is_phrase(t) and not (t.definite or t.partial or t.whole)):
        if new.search(reading.text, max(0, one.claim.start - 8), one.claim.start):
            continue
        same = known.setdefault(_phrase(one.claim), [])
        # What the story itself tells anew may be of another day or place; a voice speaks of this.
        if same and one.claim.quoted and not _is_contrasted(one.claim, reading):
            yield from _swapped_once(one, same)
        if len(same) < _MOST_MENTIONS:
            same.append(one)


def _is_phrase(told: Mention) -> bool:
    """A sum of three digits that count ("£38,400") is known by these alone."""
    claim = told.claim
    if claim.kind == "money":
        return bool(claim.unit) and len(digits(claim.value).strip("0")) > 2
    return bool(claim.head)


def _phrase(claim: Claim) -> tuple[str, tuple[str, ...]]:
    return (claim.unit, ()) if claim.kind == "money" else (claim.head, claim.modifiers)


def apposed(told: Sequence[Mention], reading: Reading) -> Iterator[Pair]:
    """ "25,000 litres of milk … The spilled milk, some 1,100 gallons, had been refused"."""
    known: dict[str, list[Mention]] = {}
    for one in told:
        named = _apposed_to(one.claim, reading)
        same = known.get(named, ()) if named else ()
        near = [t for t in same if _alike(t.claim, one.claim)]
        if near and not any(settles(t, one) for t in near):
            first = near[0]
            if first.claim.unit != one.claim.unit or _is_telling(one.claim, first.claim):
                yield one, first
        known.setdefault(one.claim.head, []).append(one)


def _apposed_to(claim: Claim, reading: Reading) -> str:
    """The noun that a sum or a measure stands beside: "milk" of "the spilled milk, some 1,100"."""
    if claim.kind not in ("money", "measure"):
        return ""
    start = max(0, claim.start - _BEFORE_CHARS)
    named = _words(reading).patterns["apposed"].search(reading.text, start, claim.start)
    return named[1] if named else ""


def _alike(one: Claim, other: Claim) -> bool:
    return one.kind == other.kind and _sort(one) == _sort(other)


def _swapped_once(again: Mention, same: list[Mention]) -> Iterator[Pair]:
    telling = again.claim.modifiers or again.claim.value >= _CROWD
    if len({t.claim.value for t in same}) != 1 or not telling:
        return
    first = same[0]
    swapped = slip_between(again.claim, first.claim) == "digits swapped"
    ignored = _OF_SUMS if again.claim.kind == "money" else _LEFT_OPEN
    alike = compare(again.claim, first.claim, ignore=ignored)
    if swapped and alike.verdict != "different" and again.claim.sentence != first.claim.sentence:
        yield again, first


def _is_contrasted(claim: Claim, reading: Reading) -> bool:
    words = set(_ANY_WORD.findall(reading.sentence_text(claim.sentence).lower()))
    return not words.isdisjoint(book("retold", reading.document.language).sets["contrast"])


def is_crowd(first: Mention, again: Mention) -> bool:
    """ "23 miners … all 32 men": people by two names, in the same digits swapped."""
    people = first.claim.noun_class == again.claim.noun_class == "person"
    large = min(first.claim.value, again.claim.value) >= _CROWD
    next_to = again.all and again.claim.sentence - first.claim.sentence == 1
    return (
        people and (large or next_to) and slip_between(again.claim, first.claim) == "digits swapped"
    )


def shared_stems(one: Claim, other: Claim, reading: Reading) -> set[str]:
    """The stems of weight that the sentences of two figures have in common."""
    stems = [_stems(claim.sentence, reading) for claim in (one, other)]
    units = {stem(word) for claim in (one, other) for word in _WORD.findall(claim.text.lower())}
    return (stems[0] & stems[1]) - units


def _stems(sentence: int, reading: Reading) -> set[str]:
    words = _WORD.findall(reading.sentence_text(sentence).lower())
    stop = book("retold", reading.document.language).sets["stop"]
    return {stem(word) for word in words if word not in stop and word not in stop_words()}
