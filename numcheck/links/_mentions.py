"""Mentions of figures: what a figure is a figure of, and whether two mentions can be one figure.

`same-figure` and `headline-figure` put mentions side by side; what they share is here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from numcheck.links._belongs import base_unit
from numcheck.links._comparable import RETOLD, SILENT_ZONES, compare
from numcheck.links._figures import printed
from numcheck.links._slips import digits, slip
from numcheck.model import NOT_COUNTED, Claim, Reading
from numcheck.months import MONTHS, WEEKDAYS
from numcheck.patterns import pattern
from numcheck.text.inflect import verb_forms
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.synonyms import groups_of
from numcheck.text.trie import alternation
from numcheck.units import comparable, convert

_NOT_TOLD = NOT_COUNTED | {"age", "ratio"}
#: Ones and twos are told apart by the story, not by a slip.
_FEWEST = 3
_BEFORE_CHARS = 16
_NEXT_WORD = pattern(r"[ -]([a-z][\w-]+)")
#: After a definite noun: a phrase or clause that narrows it. A verb ("were spared") does not.
_LIMIT = pattern(
    r"(?:['’]s?)? (?:(?:in|on(?! an? )|at|from|of|near|under|with|who|that|which|whose) |(?=(?:"
    r"still (?!had|ha[vs]|were|was|are|is|d[io]|[cw]ould|will)|"
    r"next (?=door|to)|nearby|opposite|elsewhere|there\b|"
    r"left(?= (?:in|on|at|behind|alive|over|after)\b|[.,;]|$)|held|taken|kept|living|working|"
    r"waiting|missing|remaining|(?:it|he|she|they|we|you|I) [a-z])))([\w'’ -]{1,40})"
)
#: "Wounded last week": the time narrows, whatever the verb.
_EARLIER = pattern(
    r" (?:\w+ )?((?:last|earlier|previously|the (?:day|night|week|month|year) before|in \d{4}|"
    r"(?:a|two|three|some) (?:days?|weeks?|months?|years?) (?:ago|earlier))\b[^.,;\n]{0,15})"
)
#: "Killed in April", "the flights planned": a participle, and when or where it was done.
_DONE = pattern(
    r" ((?:killed|injured|wounded|hurt|shot|arrested|detained|saved|rescued|evacuated|planned|"
    r"cancelled|scheduled|booked|reported|recorded|registered|destroyed|damaged|tested|examined|"
    r"stolen|seized|needed|required|issued|offered|awarded|found|built|bought|sold|made|seen)"
    r"(?: (?:in|on|at|by|from|for|last|this|next|before|during|earlier)\b[^.,;\n]{0,30}| all\b))"
)
#: "In an earlier trial, forty of the 420 volunteers": another one of the kind.
_ELSEWHERE = pattern(
    r"\b(?:an?|the|its|their|his|her) (?:earlier|previous|separate|similar|rival|neighbou?ring|"
    r"nearby|different|second|other) [a-z]|\banother [a-z]",
    re.IGNORECASE,
)
_CLAUSE_CHARS = 60
_OF_ANOTHER = pattern(r"(?: [\w-]+){1,2} of ")
_LIMIT_WORDS = 3
#: Sentences of headline and lede, which tell where all of the story is.
_OPENING = 2
_PARTICIPLE = pattern(r"[a-z]{3,}ed|stolen|lost|dead|missing|sold|burnt|hurt|shot|broken|taken|wet")
_TIMES = {*map(str.lower, MONTHS), "last", "earlier", "before"}
_OWNER = pattern(r"([\w-]{3,})['’]s? $")
#: "Brot, which cut", "Ana Holt, who won": whose the figures of the clause are.
_CLAUSE_ON = pattern(r"\b([A-Z][\w&’'-]+), (?:which|who) [^,;.]{1,60}$")
_OWNER_CHARS = 90
_GOES_ON = pattern(r"(?:It|They|He|She|The|This|These|Its|His|Her|Their)\b")
_NO_LIMIT = {day.lower() for day in WEEKDAYS} | {"been", "have", "that", "were", "will", "would"}
_NOUN_WORD = pattern(r"[\w’'-]+")
_LONG_WORD = pattern(r"[a-z]{4,}|\d{4}")
#: "The bridge, 340 metres long": what a measure is of stands before it.
_IS = pattern(r"\b([a-z][\w-]+)(?:,| is| was| are| were) $")
_OF_THE = pattern(r" (?:out )?of (?:(?:the |its |their |his |her |all )?(?:[\w-]+['’]s? )?)?$")
_ALL = pattern(r"\ball (?:the |of the |its |their )?$")
_OF = pattern(r"\b([a-z][\w-]+) of $")


class _Words(NamedTuple):
    partial_before: re.Pattern[str]
    partial_after: re.Pattern[str]
    definite: re.Pattern[str]
    no_thing: frozenset[str]


@compiled
def _words() -> _Words:
    found = lexicon("links/same-figure")
    return _Words(
        pattern(rf"\b(?:{alternation(found['partial_before'])}) $"),
        pattern(rf"[ -](?:{alternation(found['partial_after'])})\b", re.IGNORECASE),
        pattern(rf"(?:\b(?:{alternation(found['definite'])})|\bthe [a-z]{{3,}} of|['’]s?) $"),
        frozenset(found["no_thing"]),
    )


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
    for claim in reading.claims:
        if _tells(claim):
            before = reading.text[max(0, claim.start - _BEFORE_CHARS) : claim.start]
            lower = before.lower()
            if claim.kind == "number" and not claim.head and before.endswith(" at "):
                continue  # "first final at 31" is an age
            definite = bool(_words().definite.search(lower))
            if claim.modality in ("negated", "hypothetical") and not definite:
                continue  # "the 320 stamps may not be insured" tells of the stamps all the same
            # A price for one is no sum; it may still be told again in another currency.
            partial = bool(claim.per) or _is_partial(claim, lower, reading)
            limits = _limits(claim, before, reading) if definite else frozenset()
            whole = _is_whole(claim, reading)
            every = "all" in lower and bool(_ALL.search(lower))
            things = _things(claim, before, reading)
            yield Mention(claim, things, definite, partial, whole, every, limits)


def _tells(claim: Claim) -> bool:
    if claim.kind in _NOT_TOLD or claim.zone in SILENT_ZONES or (claim.per and not claim.unit):
        return False
    if claim.role != "level" and claim.kind != "percent":
        return False
    if claim.statistic in ("mean", "median", "rate"):
        return False
    return claim.kind not in ("number", "count") or claim.value >= _FEWEST


def _is_partial(claim: Claim, before: str, reading: Reading) -> bool:
    """ "Another 270", "270 of them": one of several figures of a thing, and not the figure."""
    after = _words().partial_after.match(reading.text, claim.end)
    return bool(after or _words().partial_before.search(before))


def _is_whole(claim: Claim, reading: Reading) -> bool:
    """ "Sixteen of the 60 people": a whole, told for the sake of its part."""
    start = max(0, claim.start - 30)
    if reading.text.find(" of ", start, claim.start) < 0:
        return False
    of = _OF_THE.search(reading.text, start, claim.start)
    return of is not None and any(c.end == of.start() for c in reading.in_sentence(claim.sentence))


def _things(claim: Claim, before: str, reading: Reading) -> frozenset[str]:
    if claim.kind not in ("money", "measure", "duration"):
        # Another noun for the thing is tied to it by the group or class that both stand in.
        groups = map(str, groups_of(claim.head))
        return frozenset({claim.head, claim.noun_class, *groups} - {""})
    after = _NEXT_WORD.match(reading.text, claim.end)
    of = _OF.search(before) if claim.kind == "money" else _IS.search(before)
    words = {
        claim.head,
        *claim.noun.lower().split(),
        after[1] if after else "",
        of[1] if of else "",
    }
    return frozenset(word for word in words - _words().no_thing if len(word) > 2)


def _limits(claim: Claim, before: str, reading: Reading) -> frozenset[str]:
    """What narrows a noun: "on the hill", "who came by bus", "the rivals'"; not "were spared"."""
    owner = _OWNER.search(before)
    if owner:
        return frozenset({owner[1].lower()})
    noun = claim.evidence.get("noun")
    # The noun may have swallowed the first word of what narrows it: "the stoppage last".
    ends = [m.end() for m in _NOUN_WORD.finditer(reading.text, claim.end, noun.end if noun else 0)]
    found = (later_limits(reading, end) for end in ends or [claim.end])
    return next((limits for limits in found if limits), frozenset())


def later_limits(reading: Reading, end: int) -> frozenset[str]:
    """The words of what follows the end of a noun and narrows it: "last month", "on the hill"."""
    text = reading.text
    found = _EARLIER.match(text, end) or _LIMIT.match(text, end) or _DONE.match(text, end)
    near = " ".join(found[1].lower().split()[:_LIMIT_WORDS]) if found else ""
    words = _LONG_WORD.findall(near)
    return frozenset(words) - _NO_LIMIT


def settles(told: Mention, again: Mention) -> bool:
    """Does an earlier figure agree with the later one, so that this repeats it?

    "At least 400 of them" is a part and open above: it agrees with everything and settles nothing.
    """
    open_part = told.partial and math.inf in (told.claim.high, -told.claim.low)
    return not open_part and agree(told.claim, again.claim)


def adds_up(part: Mention, whole: Mention, reading: Reading) -> bool:
    """Do the two differ by what stands beside them: "90 in all … 19 next week and 71 in June"?"""
    rest = abs(whole.claim.value - part.claim.value)
    return any(_make(rest, mention.claim, reading) for mention in (part, whole))


def _make(rest: float, claim: Claim, reading: Reading) -> bool:
    beside = [c.value for c in _beside(claim, reading) if c.unit == claim.unit]
    return rest > 0 and (rest in beside or rest == sum(beside))


def _beside(claim: Claim, reading: Reading) -> Iterator[Claim]:
    """The other figures of the sentence and of the next one."""
    for sentence in (claim.sentence, claim.sentence + 1):
        for other in reading.in_sentence(sentence):
            if other.start != claim.start and other.kind not in NOT_COUNTED:
                yield other


def narrowed(again: Mention, first: Mention, reading: Reading) -> bool:
    """Does the later mention speak of some only, by words that the earlier sentence has not?"""
    start = max(reading.sentences[again.claim.sentence].start, again.claim.start - _CLAUSE_CHARS)
    years = [
        {c.value for c in reading.in_sentence(t.claim.sentence) if c.kind == "year"}
        for t in (again, first)
    ]
    if years[0] - years[1] or _ELSEWHERE.search(reading.text, start, again.claim.start):
        return True
    owned = _OF_ANOTHER.match(reading.text, again.claim.end)
    if not again.limits or (_sure_swap(again.claim, first.claim) and not owned):
        return False
    return not is_told(again.limits, first.claim, reading)


def _sure_swap(again: Claim, first: Claim) -> bool:
    """Three digits or more of a large figure are not swapped by chance, whatever narrows it."""
    large = min(again.value, first.value) >= 1000 and len(digits(again.value).strip("0")) > 2
    return large and slip_between(again, first) == "digits swapped"


def is_told(limits: frozenset[str], first: Claim, reading: Reading) -> bool:
    """Is one of the words in the sentence of the earlier mention, or in what opens the story?"""
    opening = range(min(_OPENING, first.sentence))
    said = " ".join(reading.sentence_text(at) for at in (*opening, first.sentence)).lower()
    times = {word for word in limits if word in _TIMES or word.isdigit()}
    return all(word in said for word in times) and any(word[:5] in said for word in limits)


def set_apart(one: Claim, other: Claim, reading: Reading) -> bool:
    """ "The £50 ticket covers … The £15 ticket covers": two of a kind, told apart by the figure.

    Or by whose it is: "Its rival Brot, which cut 410 jobs … Korn said 140 jobs would go".
    """
    earlier, later = sorted((one, other), key=lambda claim: claim.start)
    if _has_another_owner(earlier, later, reading) or _has_another_owner(later, earlier, reading):
        return True
    opens = reading.text[reading.sentences[later.sentence].start : later.start] == "The "
    before = reading.text[max(0, earlier.start - 4) : earlier.start]
    return opens and before.lower() == "the "


def _has_another_owner(one: Claim, other: Claim, reading: Reading) -> bool:
    """Is the first told in a clause on somebody whom the sentence of the other does not name?"""
    start = max(reading.sentences[one.sentence].start, one.start - _OWNER_CHARS)
    owner = _CLAUSE_ON.search(reading.text, start, one.start)
    if owner is None or one.sentence == other.sentence:
        return False
    told = reading.sentence_text(other.sentence)
    return owner[1] not in told and not _GOES_ON.match(told)


def may_be_one(one: Claim, other: Claim) -> bool:
    """Can the later claim speak of the earlier one, whatever it says that was done?"""
    # What a sum or a measure is of is read too uncertainly to tell two of them apart by it, and
    # so is a headline's noun ("Ferry with 320 aboard sinks") that no list of nouns knows.
    unsure = one.kind in ("money", "measure", "duration")
    unsure = unsure or any(c.zone == "headline" and not c.noun_class for c in (one, other))
    ignore = RETOLD | {"noun"} if unsure else RETOLD
    if _of_other_fate(one, other):
        return False
    return compare(_as_named(one), _as_named(other), ignore).verdict != "different"


def _of_other_fate(one: Claim, other: Claim) -> bool:
    """ "Three people were killed … 13 injured passengers": nobody is in both counts."""
    told = _fates(other.modifiers)
    if not told:
        return False
    before = _fates((*one.modifiers, *(form for form, _ in verb_forms(one.event or ""))))
    return bool(before) and told.isdisjoint(before)


def _fates(words: Iterable[str]) -> set[int]:
    """Which fates words name, by their place among those that exclude one another."""
    listed = lexicon("links/sum-of").get("outcomes", {}).get("fate", ())
    return {at for at, fate in enumerate(listed) if not set(fate).isdisjoint(words)}


def _as_named(claim: Claim) -> Claim:
    """Without what was done to the thing: "the 81 stolen rolls" are the rolls."""
    kept = tuple(word for word in claim.modifiers if not _PARTICIPLE.fullmatch(word.lower()))
    return claim if kept == claim.modifiers else replace(claim, modifiers=kept)


def agree(one: Claim, other: Claim) -> bool:
    """Can the two be one figure as printed, in whichever units?

    "The $700 limit" is short for "a limit of $700 per megawatt-hour".
    """
    if base_unit(one) == base_unit(other):
        return printed(one).overlaps(printed(other))
    if one.kind == "money" or not comparable(one.unit, other.unit):
        return False
    value = convert(one.value, one.unit, other.unit)
    return abs(value - other.value) <= 0.1 * abs(other.value)


def is_weak(slip: str, claim: Claim) -> bool:
    """May the slip be chance? In two digits one of them is easily another."""
    return slip == "one digit changed" and abs(claim.value) < 100


def _rounded(one: Claim, other: Claim) -> bool:
    """Is either figure a bound, so that the two may both be right?"""
    return one.bound != "exact" or other.bound != "exact"


def slip_between(again: Claim, first: Claim) -> str:
    """The slip between two mentions; in two currencies or units, only the swap of these."""
    if again.unit == first.unit:
        found = slip(again, first)
        return "" if is_weak(found, again) and _rounded(again, first) else found
    if again.value != first.value:
        return ""
    if again.kind == "money":
        return "currency swapped"
    return "unit swapped" if again.kind == first.kind == "measure" else ""
