"""Do two claims of different documents speak of one thing?

Facets may forbid it (another noun, another day, another town); wording must then carry it: the
event, and how much the two sentences have in common beside their figures. What is merely not
stated forbids nothing but lowers the confidence.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from numcheck.model import Claim, Confidence, Reading, When, Where
from numcheck.patterns import pattern
from numcheck.stories._figure import figure
from numcheck.stories._grouping import rarity, stems
from numcheck.stories._issue import day
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.places import is_country, within
from numcheck.text.speakers import speaker_kind

#: Zones that do not tell the story.
SILENT_ZONES = frozenset({"boilerplate", "url", "note", "not-for-publication", "dateline"})
#: Kinds that are compared across documents, by the family they are compared in.
FAMILIES: Mapping[str, str] = {
    "count": "count",
    "number": "count",
    "money": "money",
    "percent": "percent",
    "measure": "measure",
    "temperature": "measure",
    "duration": "measure",
    "age": "age",
    "time": "time",
    "date": "date",
    "score": "score",
}
#: How alike two sentences must be (cosine of their rare words, figures aside) for their figures
#: to be one: where noun and event agree, where the noun or the event does, where neither is known.
ALIKE_BOTH, ALIKE_ONE, ALIKE_NONE = 0.15, 0.30, 0.55
#: The same where people are counted and two different things are said to have happened to them.
ALIKE_DESPITE_EVENT = 0.60
#: The same for dates, of which a story names many; the event must agree, too.
ALIKE_DATED = 0.45
#: What an agreeing event and noun are worth, in likeness, where figures compete for one topic.
EVENT_RANK, NOUN_RANK = 0.3, 0.2
#: Figures further apart than this are no slip of one another, unless by a power of ten.
MOST_APART = 12.0
#: From here on the wording alone makes the finding sure.
ALIKE_SURELY = 0.45

_GENERIC = frozenset({"", "person", "people", "individual", "human", "man", "resident"})
_WEEKDAY = pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_]+")


class Sameness(NamedTuple):
    """How sure it is that two claims are one.

    `rank` decides between rivals; `speakers_differ` says that two sides tell it, each its own way.
    """

    confidence: Confidence
    rank: float
    speakers_differ: bool


@dataclass(slots=True)
class Witness:
    """One document of a story, with the rare words of its sentences worked out once.

    `source` is the item it is a copy of, or itself: documents of one source are one witness.
    """

    reading: Reading
    source: str = ""
    _words: dict[int, Mapping[str, float]] = field(default_factory=dict)
    _figures: set[tuple[float, str, object]] | None = None

    def words(self, sentence: int) -> Mapping[str, float]:
        """The rare words of a sentence as a unit vector, figures left out."""
        if sentence not in self._words:
            self._words[sentence] = _vector(self.reading.sentence_text(sentence))
        return self._words[sentence]

    def gives(self, claim: Claim) -> bool:
        """Does the document give this very figure anywhere, of whatever?"""
        if self._figures is None:
            self._figures = {figure(own) for own in self.reading.claims}
        return figure(claim) in self._figures

    @property
    def dated(self) -> bool:
        return day(self.reading) is not None


def _vector(text: str) -> Mapping[str, float]:
    weights = {key: rarity(key, Counter(), 0) for key in stems(text)[0] if not key[0].isdigit()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def sameness(
    one: Claim, other: Claim, first: Witness, second: Witness, declared: bool
) -> Sameness | None:
    """How sure it is that two claims tell of one thing; None if they do not, or nobody can know."""
    if _forbidden(one, other):
        return None
    noun, event = _nouns(one, other), _events(one, other)
    if noun is False or event is False:
        return None
    ours, theirs = first.words(one.sentence), second.words(other.sentence)
    if _asked(first, one) != _asked(second, other) or _interim(first, one) != _interim(
        second, other
    ):
        return None
    likeness = sum(weight * theirs.get(key, 0.0) for key, weight in ours.items())
    if likeness < _least(one, other, noun, event):
        return None
    known = declared or (first.dated and second.dated) or _time_agrees(one.when, other.when)
    sure = known and (event is True or likeness >= ALIKE_SURELY) and not _place_unsure(one, other)
    rank = likeness + EVENT_RANK * (event is True) + NOUN_RANK * (noun is True)
    return Sameness("high" if sure else "medium", rank, _speakers_differ(one, other))


def _least(one: Claim, other: Claim, noun: bool | None, event: bool | None) -> float:
    """How alike the sentences must be, given what noun and event already say."""
    if one.kind == "age":
        return 0.0  # the person's name has settled it
    if one.kind == "date":
        return ALIKE_DATED if event is True else math.inf
    if event is True:
        return ALIKE_BOTH if noun else ALIKE_ONE
    # That both speak of "people" says something only if the same happened to them.
    if noun and not {one.head, other.head} <= _GENERIC:
        return ALIKE_ONE
    return ALIKE_DESPITE_EVENT if one.event and other.event and noun else ALIKE_NONE


def _forbidden(one: Claim, other: Claim) -> bool:
    """Does a facet that both state differ?"""
    return (
        one.role != other.role
        or _statistic(one) != _statistic(other)
        or one.per != other.per
        or "hypothetical" in (one.modality, other.modality)
        or "attempted" in (one.modality, other.modality)
        or (one.kind == "age" and not _one_person(one.entity, other.entity))
        or _worlds_apart(one, other)
        or (one.kind != "date" and _times_differ(one.when, other.when))
        or _places_differ(one, other)
    )


def _worlds_apart(one: Claim, other: Claim) -> bool:
    """Are the figures too far apart for any slip: neither near, nor a power of ten apart?

    Slips change a digit or lose one (a factor of up to about ten) or shift the scale (a power of
    ten); a stadium's crowd and its television audience are neither.
    """
    low, high = sorted((abs(one.value), abs(other.value)))
    if low == 0 or high / low <= MOST_APART:
        return False
    powers = math.log10(high / low)
    return abs(powers - round(powers)) > 0.02


def _statistic(claim: Claim) -> str:
    # A stated total is a plain count that says so.
    return claim.statistic.replace("total", "")


def _one_person(one: str, other: str) -> bool:
    """ "Keller" may be Maria Keller; Jan Keller is somebody else."""
    ours, theirs = _WORD.findall(one.lower()), _WORD.findall(other.lower())
    if not (ours and theirs) or ours[-1] != theirs[-1]:
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[-2] == theirs[-2]


def _nouns(one: Claim, other: Claim) -> bool | None:
    """True if both count the same, False if they cannot, None if one does not say."""
    if FAMILIES[one.kind] != "count":
        return None if not (one.head and one.head == other.head) else True
    if not (one.head and other.head):
        return None
    if one.head == other.head:
        return _modifiers_agree(one, other)
    if one.noun_class and one.noun_class == other.noun_class:
        heads = {one.head, other.head}
        return bool(_GENERIC & heads) and not _listed("narrower_heads") & heads
    return False


def _modifiers_agree(one: Claim, other: Claim) -> bool:
    neutral = _listed("neutral_modifiers")
    ours = {word.lower() for word in one.modifiers} - neutral
    theirs = {word.lower() for word in other.modifiers} - neutral
    return not ours or not theirs or bool(ours & theirs)


def _events(one: Claim, other: Claim) -> bool | None:
    """True if one thing happened, False if two that exclude each other, None if nobody can say."""
    if one.event == other.event:
        return True if one.event and one.event not in _listed("common_events") else None
    return False if {one.event, other.event} <= _listed("exclusive_events") else None


def _times_differ(one: When | None, other: When | None) -> bool:
    """Do both state a time, and not the same?"""
    if one is None or other is None or "stated" not in (one.source, other.source):
        return False
    if one.cumulative != other.cumulative and one.source == other.source:
        return True
    if one.start and one.end and other.start and other.end:
        return one.source == other.source and not (
            one.start <= other.end and other.start <= one.end
        )
    days = _WEEKDAY.findall(one.text.lower()), _WEEKDAY.findall(other.text.lower())
    return bool(days[0] and days[1]) and not set(days[0]) & set(days[1])


def _time_agrees(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return one.start <= other.end and other.start <= one.end


def _places_differ(one: Claim, other: Claim) -> bool:
    if one.where is None or other.where is None:
        return False
    if one.where.scope != other.where.scope:
        if "alone" in (one.where.scope, other.where.scope):
            return True
        local = one.where if other.where.scope == "nationwide" else other.where
        if local.scope == "" and _named(local) and not is_country(local.name):
            return one.where.name.casefold() != other.where.name.casefold()
    if not (_named(one.where) and _named(other.where)):
        return False
    names = one.where.name.casefold(), other.where.name.casefold()
    return all(names) and names[0] != names[1] and not _one_in_the_other(*names)


def _named(where: Where) -> bool:
    """Does the sentence itself name the place? What "the country" is may be read wrongly."""
    return where.source == "stated" and where.name[:5].casefold() in where.text.casefold()


def _one_in_the_other(one: str, other: str) -> bool:
    # A name that holds the other ("west Dornbach") is the same place told more closely.
    return one in other or other in one


def _place_unsure(one: Claim, other: Claim) -> bool:
    """Is one told of a place within the other's, so that a part may stand against a whole?"""
    if one.where is None or other.where is None:
        return False
    ours, theirs = one.where, other.where
    if "nationwide" in (ours.scope, theirs.scope):
        local = theirs if ours.scope else ours
        return local.scope == "" and _named(local) and not is_country(local.name)
    if ours.scope != theirs.scope:
        return True
    inner = within(ours.name, theirs.name) or within(theirs.name, ours.name)
    return bool(inner) and ours.name.casefold() != theirs.name.casefold()


def _asked(witness: Witness, claim: Claim) -> bool:
    """Is the figure what somebody asks for, rather than what is?"""
    words = _WORD.findall(witness.reading.sentence_text(claim.sentence).lower())
    return not _listed("asking").isdisjoint(words)


def _interim(witness: Witness, claim: Claim) -> bool:
    """Is the figure said to be an early one?"""
    said = witness.reading.sentence_text(claim.sentence).lower()
    return any(cue in said for cue in _listed("interim"))


def _speakers_differ(one: Claim, other: Claim) -> bool:
    ours, theirs = speaker_kind(one.said_by), speaker_kind(other.said_by)
    sides: Mapping[str, str] = lexicon("stories").get("sides", {})
    return bool(ours and theirs) and sides.get(ours, ours) != sides.get(theirs, theirs)


def growing(claim: Claim) -> bool:
    """Does a count of this kind go up as a story develops?"""
    return FAMILIES[claim.kind] == "count" and claim.event in _listed("growing_events")


def shrinking(claim: Claim) -> bool:
    """May a count of this kind go down as a story develops, as the trapped are freed?"""
    return claim.event in _listed("shrinking_events")


def _listed(name: str) -> frozenset[str]:
    return _lists().get(name, frozenset())


@compiled
def _lists() -> dict[str, frozenset[str]]:
    lists = lexicon("stories").items()
    return {name: frozenset(words) for name, words in lists if isinstance(words, list)}
