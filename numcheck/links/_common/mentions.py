"""Mentions of figures: what a figure is a figure of, and what narrows it.

`same-figure` and `headline-figure` put mentions side by side; `_one_figure` tells which can be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import SILENT_ZONES, is_period
from numcheck.model import NOT_COUNTED, Claim, Reading
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.synonyms import groups_of

_NOT_TOLD = NOT_COUNTED | {"age", "ratio"}
#: Ones and twos are told apart by the story, not by a slip.
_FEWEST = 3
_BEFORE_CHARS = 30
_NEXT_WORD = pattern(r"[ -]([a-z][\w-]+)")
_LIMIT_WORDS = 3
_WEEKDAYS = frozenset(map(str.lower, WEEKDAYS))
_MILLION = 1e6
_OWNER = pattern(r"([\w-]{3,})['’]s? $")
_NOUN_WORD = pattern(r"[\w’'-]+")
_LONG_WORD = pattern(r"[a-z]{4,}|\d{4}")


def _words(reading: Reading) -> Book:
    return book("mentions", reading.document.language)


@compiled
def stop_words() -> frozenset[str]:
    """Words that cannot be a noun or stand before one."""
    return frozenset(lexicon("noun-phrases")["stop"])


class Mention(NamedTuple):
    """A figure with the words that may name what it is a figure of.

    Counts have one such word, their head; what a sum or a measure is of is read less surely, and
    every word of its noun may be it. `partial` figures ("the other 270") are parts of something
    told, and repeat nothing; a `whole` is told for the sake of its part ("sixteen of the 60
    people") and may be that of another group. `limits` are the words of what follows a definite
    mention and narrows it ("on the hill").
    """

    claim: Claim
    things: frozenset[str]
    definite: bool
    partial: bool
    whole: bool
    all: bool
    limits: frozenset[str]

    def shares(self, other: Mention) -> bool:
        """Do both say that they are figures of one thing?"""
        return not self.things.isdisjoint(other.things)

    def one_event(self, other: Mention) -> bool:
        return bool(self.claim.event) and self.claim.event == other.claim.event


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """The figures of a document that another mention may repeat, in order; made once."""
    if "mentions" not in reading.cache:
        reading.cache["mentions"] = tuple(_mentions(reading))
    found: tuple[Mention, ...] = reading.cache["mentions"]
    return found


def _mentions(reading: Reading) -> Iterator[Mention]:
    for claim in reading.claims if _words(reading) else ():
        if _tells(claim, reading):
            before = reading.text[max(0, claim.start - _BEFORE_CHARS) : claim.start]
            definite = is_definite(claim, reading)
            # "The 320 stamps may not be insured" tells of the stamps all the same.
            denied = claim.modality in ("negated", "hypothetical") and not definite
            if not denied and not _is_age(claim, before, reading):
                yield _mention(claim, before, definite, reading)


def _is_age(claim: Claim, before: str, reading: Reading) -> bool:
    """ "First final at 31"."""
    return claim.kind == "number" and not claim.head and _words(reading).says("at", before)


def _mention(claim: Claim, before: str, definite: bool, reading: Reading) -> Mention:
    # A price for one is no sum; it may still be told again in another currency.
    partial = _is_price(claim) or _is_partial(claim, before.lower(), reading)
    limits = _limits(claim, before, reading) if definite else frozenset()
    every = _words(reading).says("all", before.lower())
    things = _things(claim, before, reading)
    return Mention(claim, things, definite, partial, _is_whole(claim, reading), every, limits)


def is_definite(claim: Claim, reading: Reading) -> bool:
    """Does it speak of what the reader has met: "the 8-pound fish", "the fish of 8 pounds"?"""
    before = reading.text[max(0, claim.start - _BEFORE_CHARS) : claim.start].lower()
    return _words(reading).says("definite", before)


def _tells(claim: Claim, reading: Reading) -> bool:
    if (
        claim.kind in _NOT_TOLD
        or claim.zone in SILENT_ZONES
        or (_is_price(claim) and not claim.unit)
    ):
        return False
    if claim.role != "level" and claim.kind != "percent":
        # "The cut of 740 jobs" speaks of jobs cut that have been told.
        return claim.role == "delta" and bool(claim.head) and is_definite(claim, reading)
    if claim.statistic in ("mean", "median") or (claim.statistic == "rate" and _is_price(claim)):
        return False
    return claim.kind not in ("number", "count") or claim.value >= _FEWEST


def _is_price(claim: Claim) -> bool:
    """Is it of one of several? What happens in a year or a day happens in all."""
    return bool(claim.per) and not is_period(claim.per)


def _is_partial(claim: Claim, before: str, reading: Reading) -> bool:
    """ "Another 270", "270 of them": one of several figures of a thing, and not the figure."""
    words = _words(reading)
    after = words.patterns["partial_after"].match(reading.text, claim.end)
    return after is not None or words.says("partial_before", before)


def _is_whole(claim: Claim, reading: Reading) -> bool:
    """ "Sixteen of the 60 people": a whole, told for the sake of its part."""
    start = max(0, claim.start - 30)
    if reading.text.find(" of ", start, claim.start) < 0:
        return False
    of = _words(reading).patterns["of_the"].search(reading.text, start, claim.start)
    return of is not None and any(c.end == of.start() for c in reading.in_sentence(claim.sentence))


def _things(claim: Claim, before: str, reading: Reading) -> frozenset[str]:
    if claim.kind not in ("money", "measure", "duration"):
        # Another noun for the thing is tied to it by the group or class that both stand in.
        head = claim.head or _counted_before(claim, before, reading)
        groups = map(str, groups_of(head))
        return frozenset({head, claim.noun_class, *groups} - {""})
    after = _NEXT_WORD.match(reading.text, claim.end)
    of = _words(reading).patterns["of" if claim.kind == "money" else "is"].search(before)
    words = {
        claim.head,
        *claim.noun.lower().split(),
        after[1] if after else "",
        of[1] if of else "",
    }
    no_thing = _words(reading).sets["no_thing"]
    return frozenset(word for word in words - no_thing if len(word) > 2)


def _counted_before(claim: Claim, before: str, reading: Reading) -> str:
    """What the words before a bare number count: "a crew of 13", "which seats 1,150"."""
    words = _words(reading)
    of = words.patterns["of"].search(before)
    if of and of[1] in book("same-attribute", reading.document.language).sets["companies"]:
        return of[1]
    seats = words.patterns["seats"].search(before)
    return "seat" if seats else ""


def _limits(claim: Claim, before: str, reading: Reading) -> frozenset[str]:
    """What narrows a noun: "on the hill", "who came by bus", "the rivals'"; not "were spared"."""
    owner = _OWNER.search(before)
    if owner:
        return frozenset({owner[1].lower()})
    noun = claim.evidence.get("noun")
    # The noun may have swallowed the first word of what narrows it: "the stoppage last".
    ends = [m.end() for m in _NOUN_WORD.finditer(reading.text, claim.end, noun.end if noun else 0)]
    found = (limits_after(end, claim, reading) for end in ends or [claim.end])
    return next((limits for limits in found if limits), frozenset())


def limits_after(end: int, claim: Claim, reading: Reading) -> frozenset[str]:
    """The words that narrow the noun of a figure, which ends there.

    "For the 5,000 sheep he has been paid" does not: the clause after the noun is the sentence's.
    """
    start, patterns = reading.sentences[claim.sentence].start, _words(reading).patterns
    fronted = patterns["fronted"].fullmatch(reading.text, start, claim.start)
    is_subject = fronted and patterns["subject"].match(reading.text, end)
    return frozenset() if is_subject else later_limits(reading, end)


def later_limits(reading: Reading, end: int) -> frozenset[str]:
    """The words of what follows the end of a noun and narrows it: "last month", "on the hill"."""
    words = _words(reading)
    narrowing = (words.patterns[name] for name in ("earlier", "limit", "done"))
    found = next((m for one in narrowing if (m := one.match(reading.text, end))), None)
    near = " ".join(found[1].lower().split()[:_LIMIT_WORDS]) if found else ""
    return frozenset(_LONG_WORD.findall(near)) - words.sets["no_limit"] - _WEEKDAYS


def as_sum(one: Mention, told: Iterable[Mention]) -> Mention:
    """ "3.4 million euros … the 4.3 million": in the currency of all the sums that are told.

    A mention that is no bare figure of millions, or that millions of things told of may be, is
    left as it is.
    """
    claim = one.claim
    if claim.kind != "number" or claim.head or claim.value < _MILLION:
        return one
    large = [other.claim for other in told if other.claim.value >= _MILLION]
    units = {other.unit for other in large if other.kind == "money"}
    if len(units) != 1 or any(other.kind in ("number", "count") for other in large):
        return one
    return one._replace(claim=replace(claim, kind="money", unit=units.pop()))
