"""Whether two mentions can be one figure: what they count, what narrows them, whose they are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from numcheck.links._common.belongs import base_unit
from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import RETOLD, compare
from numcheck.links._common.figures import printed
from numcheck.links._common.mentions import Mention
from numcheck.links._common.slips import digits, slip
from numcheck.model import NOT_COUNTED, Claim, Reading
from numcheck.months import MONTHS, WEEKDAYS
from numcheck.patterns import pattern
from numcheck.text.inflect import verb_forms
from numcheck.text.lexicon import lexicon
from numcheck.units import comparable, convert

_CLAUSE_CHARS = 60
_ARTICLE_CHARS = 8
_DAYS = frozenset({*MONTHS, *WEEKDAYS})
_MONTHS = frozenset(map(str.lower, MONTHS))
_NAME = pattern(r"[A-Z][a-z]+")
_OF_ANOTHER = pattern(r"(?: [\w-]+){1,2} of ")
_PARTICIPLE = pattern(r"[a-z]{3,}ed")
#: Sentences of headline and lede, which tell where all of the story is.
_OPENING = 2
_OWNER_CHARS = 90


def _words(reading: Reading) -> Book:
    return book("same-figure", reading.document.language)


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
    words = _words(reading)
    if words.patterns["elsewhere"].search(reading.text, start, again.claim.start):
        return True
    if not words.sets["another_one"].isdisjoint(again.claim.noun.lower().split()):
        return True  # "the 19-strong rival crew"
    if _dated_apart(again.claim, first.claim, reading):
        return True
    owned = _OF_ANOTHER.match(reading.text, again.claim.end)
    if not again.limits or (_sure_swap(again.claim, first.claim) and not owned):
        return False
    if _rescaled(again.claim, first.claim):
        by_pronoun = _words(reading).patterns["by_pronoun"]
        return by_pronoun.match(reading.text, again.claim.end) is None
    apart = _words(reading).sets["apart"]
    return not apart.isdisjoint(again.limits) or not is_told(again.limits, first.claim, reading)


def tells_of_another(claim: Claim, reading: Reading) -> bool:
    """Does the sentence begin with another one of the kind: "A separate inquiry looks at …"?"""
    start = reading.sentences[claim.sentence].start
    elsewhere = _words(reading).patterns["elsewhere"]
    return elsewhere.search(reading.text, start, claim.start) is not None


def is_new(claim: Claim, reading: Reading) -> bool:
    """ "A 30-gallon drum", "250 dollars for his": another thing of the kind."""
    patterns = _words(reading).patterns
    start = max(0, claim.start - _ARTICLE_CHARS)
    if patterns["new"].search(reading.text, start, claim.start):
        return True
    return patterns["of_others"].match(reading.text, claim.end) is not None


def _dated_apart(again: Claim, first: Claim, reading: Reading) -> bool:
    """ "1,290 sailors were treated in May. The 1,920 treated in June": has each its own time?"""
    if _years(again, reading) - _years(first, reading):
        return True
    done = _words(reading).patterns["done_in"].match(reading.text, again.end)
    before = set(_NAME.findall(reading.sentence_text(first.sentence)))
    return done is not None and done[1] in _DAYS - before and not before.isdisjoint(_DAYS)


def _years(claim: Claim, reading: Reading) -> set[float]:
    """The years of a sentence; "the highest since 1954" is a figure of no such year."""
    since = _words(reading).patterns["since"]
    told = (c for c in reading.in_sentence(claim.sentence) if c.kind == "year")
    return {c.value for c in told if not since.search(reading.text, max(0, c.start - 8), c.start)}


def _sure_swap(again: Claim, first: Claim) -> bool:
    """Three digits or more of a large figure are not swapped by chance, whatever narrows it."""
    large = min(again.value, first.value) >= 1000 and len(digits(again.value).strip("0")) > 2
    return large and slip_between(again, first) == "digits swapped"


def _rescaled(again: Claim, first: Claim) -> bool:
    """ "6 billion cups … the 6 million cups": one digit, which many figures have, rescaled."""
    one_digit = len(digits(again.value).strip("0")) == 1
    return one_digit and slip_between(again, first) == "scale shifted"


def is_told(limits: frozenset[str], first: Claim, reading: Reading) -> bool:
    """Is one of the words in the sentence of the earlier mention, or in what opens the story?"""
    opening = range(min(_OPENING, first.sentence))
    said = " ".join(reading.sentence_text(at) for at in (*opening, first.sentence)).lower()
    named = _words(reading).sets["times"] | _MONTHS
    times = {word for word in limits if word in named or word.isdigit()}
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
    words = _words(reading)
    owner = words.patterns["clause_on"].search(reading.text, start, one.start)
    if owner is None or one.sentence == other.sentence:
        return False
    told = reading.sentence_text(other.sentence)
    return owner[1] not in told and not words.patterns["goes_on"].match(told)


def may_be_one(one: Claim, other: Claim) -> bool:
    """Can the later claim speak of the earlier one, whatever it says that was done?"""
    # What a sum or a measure is of is read too uncertainly to tell two of them apart by it, and
    # so is a headline's noun ("Ferry with 320 aboard sinks") that no list of nouns knows.
    unsure = one.kind in ("money", "measure", "duration")
    unsure = unsure or any(c.zone == "headline" and not c.noun_class for c in (one, other))
    ignore = RETOLD | {"noun"} if unsure else RETOLD
    if _of_other_fate(one, other):
        return False
    if "delta" in (one.role, other.role) and one.event == other.event != "":
        ignore |= {"role"}  # "to cut 470 jobs … the cut of 740 jobs"
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
    kept = tuple(word for word in claim.modifiers if not _is_done_to(word.lower()))
    return claim if kept == claim.modifiers else replace(claim, modifiers=kept)


def _is_done_to(word: str) -> bool:
    return bool(_PARTICIPLE.fullmatch(word)) or word in book("same-figure").sets["done_to"]


def name_two(one: Claim, other: Claim) -> bool:
    """Are they names of two things: "the 10,000m record … the 5 km record"?"""
    named = book("same-figure").sets["named_by_measure"]
    measures = all(c.kind in ("measure", "duration") and c.head in named for c in (one, other))
    return measures and not agree(one, other)


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
