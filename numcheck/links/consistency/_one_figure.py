"""Whether two mentions can be one figure: what they count, what narrows them, whose they are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from numcheck.links._common.belongs import base_unit
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

#: "In an earlier trial, forty of the 420 volunteers": another one of the kind.
_ELSEWHERE = pattern(
    r"\b(?:an?|the|its|their|his|her) (?:earlier|previous|separate|similar|rival|neighbou?ring|"
    r"nearby|different|second|other) [a-z]|\banother [a-z]",
    re.IGNORECASE,
)
_CLAUSE_CHARS = 60
_DAY_OR_MONTH = pattern(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b")
_DONE_IN = pattern(
    r"(?: (?!will|would|be|been|was|were|is|are|ha[sd]|have|to|who|that|which)[a-z]+){1,3}"
    rf" (?:in|on|since|during|last) ({'|'.join((*MONTHS, *WEEKDAYS))})\b"
)
_OF_ANOTHER = pattern(r"(?: [\w-]+){1,2} of ")
#: "The 6 million cups we drink at our desks": a clause that says of them what was told of them.
_BY_PRONOUN = pattern(r"(?: [a-z]+){0,4} (?:we|they|you|he|she|it) [a-z]+(?![^.,;]{0,40} [A-Z])")
#: Sentences of headline and lede, which tell where all of the story is.
_OPENING = 2
_PARTICIPLE = pattern(r"[a-z]{3,}ed|stolen|lost|dead|missing|sold|burnt|hurt|shot|broken|taken|wet")
_TIMES = {*map(str.lower, MONTHS), "last", "earlier", "before"}
#: "Brot, which cut", "Ana Holt, who won": whose the figures of the clause are.
_CLAUSE_ON = pattern(r"\b([A-Z][\w&’'-]+), (?:which|who) [^,;.]{1,60}$")
_OWNER_CHARS = 90
_GOES_ON = pattern(r"(?:It|They|He|She|The|This|These|Its|His|Her|Their)\b")


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
    if _dated_apart(again.claim, first.claim, reading):
        return True
    owned = _OF_ANOTHER.match(reading.text, again.claim.end)
    if not again.limits or (_sure_swap(again.claim, first.claim) and not owned):
        return False
    if _rescaled(again.claim, first.claim):
        return _BY_PRONOUN.match(reading.text, again.claim.end) is None
    return not is_told(again.limits, first.claim, reading)


def tells_of_another(claim: Claim, reading: Reading) -> bool:
    """Does the sentence begin with another one of the kind: "A separate inquiry looks at …"?"""
    start = reading.sentences[claim.sentence].start
    return _ELSEWHERE.search(reading.text, start, claim.start) is not None


def _dated_apart(again: Claim, first: Claim, reading: Reading) -> bool:
    """ "Treated 1,290 sailors in May. The 1,920 treated in June": each has its own month."""
    done = _DONE_IN.match(reading.text, again.end)
    before = reading.sentence_text(first.sentence)
    if done is None or done[1] in before:
        return False
    return _DAY_OR_MONTH.search(before) is not None


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
    kept = tuple(word for word in claim.modifiers if not _PARTICIPLE.fullmatch(word.lower()))
    return claim if kept == claim.modifiers else replace(claim, modifiers=kept)


def name_two(one: Claim, other: Claim) -> bool:
    """Are they names of two things: "the 10,000m record … the 5 km record"?"""
    named = lexicon("links/same-figure")["named_by_measure"]
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
