"""One document of a story, asked again and again what it says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from numcheck.model import Claim, Reading
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern
from numcheck.stories._documents.grouping import cosine
from numcheck.stories._documents.issue import day
from numcheck.stories._documents.stems import rarity, stem, stems, telling_word
from numcheck.stories._figure import figure
from numcheck.stories._lists import listed, phrase, says
from numcheck.stories._telling import days, owners, speech, told

#: What two reports must share (as cosine) besides a name, to speak of one bearer of it.
SAME_MATTER = 0.05

_SORT = pattern(r" ([a-z]{4,})\b")
_WORD = pattern(r"[^\W\d_]+")
#: Where a time or place is from that the sentence itself says.
_OWN = frozenset({"stated", "said"})
#: How far behind its figure the word that it is final may stand.
_BEHIND_CHARS = 80


@dataclass(eq=False)
class Witness:
    """One document of a story, with the rare words of its sentences worked out once.

    `source` is the item it is a copy of, or itself: documents of one source are one witness.
    """

    reading: Reading
    source: str = ""
    _words: dict[int, dict[str, float]] = field(default_factory=dict)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its figures, ages with the person they are of, and the days on which things happened."""
        own = [speech.given_out(told.located(c, self.reading), self.reading) for c in self._own()]
        retold = told.retold(own, self.reading)
        aged = (owners.aged(claim, self.reading) for claim in retold)
        dated = (days.counted(days.placed(claim, self.reading)) for claim in aged)
        happened = tuple(days.told_days(self.reading))
        placed = {claim.start for claim in happened}
        return (*(c for c in dated if c.start not in placed or c.kind != "year"), *happened)

    def _own(self) -> Iterator[Claim]:
        """What the report itself tells: no questions, stamps or bases of shares."""
        idle = (told.is_asked, told.is_base, told.is_stamp)
        for claim in self.reading.claims:
            if not any(is_idle(claim, self.reading) for is_idle in idle):
                # What happened in a year is surely known of `days.happenings` alone.
                yield replace(claim, event="") if claim.kind == "year" else claim

    def words(self, sentence: int) -> dict[str, float]:
        """The rare words of a sentence as a unit vector, figures left out."""
        if sentence not in self._words:
            self._words[sentence] = _vector(self.reading.sentence_text(sentence))
        return self._words[sentence]

    def leans(self, claim: Claim) -> bool:
        """Does the sentence take all but its figure from the one before: no time, place or name?"""
        at = claim.sentence
        when = None if claim.kind == "date" else claim.when
        if at == 0 or any(known and known.source in _OWN for known in (when, claim.where)):
            return False
        start, end = self.reading.sentences[at]
        before = self.reading.sentence_text(at - 1)
        if any(start < n.start < end and n.text not in before for n in self.reading.names):
            return False
        return not self.leads_away(claim)

    def context(self, claim: Claim) -> dict[str, float]:
        """The rare words of the claim's sentence, and of the one before if it leans on that."""
        if not self.leans(claim):
            return self.words(claim.sentence)
        start = self.reading.sentences[claim.sentence - 1].start
        return _vector(self.reading.text[start : self.reading.sentences[claim.sentence].end])

    def alone_of_its_kind(self, claim: Claim) -> bool:
        """Does the document give no other figure of the kind, of the same things or events?

        Some of them ("four of them") are none.
        """
        return not any(
            own.kind == claim.kind
            and (own.head == claim.head or own.event == claim.event)
            and figure(own) != figure(claim)
            and not phrase("part").match(self.reading.text, own.end)
            for own in self.claims
        )

    @cached_property
    def _subject(self) -> dict[str, float]:
        return _vector(self.reading.text)

    def tells_of_the_same(self, other: Witness, name: str) -> bool:
        """Do the two have more rare words in common than a person's name?"""
        known = {stem(word) for word in name.split()}
        shared = self._subject.keys() & other._subject.keys() - known
        return sum(self._subject[key] * other._subject[key] for key in shared) >= SAME_MATTER

    def likeness(self, claim: Claim, other: Witness, theirs: Claim) -> float:
        """How much the sentences of two claims have in common (cosine), figures aside."""
        return cosine(self.words(claim.sentence), other.words(theirs.sentence))

    def names_time_of(self, other: Claim, claim: Claim) -> bool:
        """Does it name the time of another report's claim with its own, whose time it leaves open?

        A time that is taken over from an earlier sentence, or that of a speech, is only a guess.
        """
        if other.when is None or claim.when is None or claim.when.source == "stated":
            return False
        known = other.when.start if other.when.start == other.when.end else None
        told = WEEKDAYS[known.weekday()] if known else other.when.text.partition(" ")[0]
        first = max(0, claim.sentence - 1) if claim.when.source != speech.SAID else claim.sentence
        start, end = self.reading.sentences[first].start, self.reading.sentences[claim.sentence].end
        return bool(told) and (
            told.lower() in self.reading.text[start:end].lower()
            or other.when.text.lower() in self.reading.text[start:end].lower()
        )

    def final(self, claim: Claim) -> bool:
        """Is the figure told as the last word: "the final tally is in. He raised"?"""
        lead = self.reading.sentences[max(0, claim.sentence - 1)].start
        return says("final", self.reading.text, lead, claim.end + _BEHIND_CHARS)

    @cached_property
    def protagonist(self) -> str:
        """The name that the report has oftenest, places aside; "" if none recurs."""
        named = (name.text for name in self.reading.names if name.kind != "place")
        counted = Counter(telling_word(name) for name in named)
        name, times = counted.most_common(1)[0] if counted else ("", 0)
        return name if times > 1 else ""

    def named_sorts(self, claim: Claim) -> dict[str, str]:
        """What the sentence calls by a name of its own, by sort: "school" of "Kepler school"."""
        text, (start, end) = self.reading.text, self.reading.sentences[claim.sentence]
        named = [name for name in self.reading.names if start <= name.start < end]
        found = ((_SORT.match(text, name.end, end), name.text) for name in named)
        return {sort[1]: name for sort, name in found if sort is not None}

    def leads_away(self, claim: Claim) -> bool:
        """Does the sentence speak of something else than the one before: "its forerunner"?"""
        words = _WORD.findall(self.reading.sentence_text(claim.sentence).lower())
        return not listed("leading_away").isdisjoint(words)

    def mentions(self, name: str) -> bool:
        """Does the report have the telling word of the name anywhere?"""
        return telling_word(name) in self.reading.text

    @cached_property
    def one_age(self) -> bool:
        """Does it give the age of one person only?"""
        return len({figure(claim) for claim in self.claims if claim.kind == "age"}) == 1

    def one_day(self, claim: Claim) -> bool:
        """Does the claim's sentence name no other day?"""
        return days.alone(claim, self.reading)

    @cached_property
    def _figures(self) -> set[tuple[float, str, object]]:
        return {figure(own) for own in self.claims}

    def gives(self, claim: Claim) -> bool:
        """Does the document give this very figure anywhere, of whatever?"""
        return figure(claim) in self._figures

    @property
    def dated(self) -> bool:
        """Does the document itself say on which day it was put out?"""
        return day(self.reading) is not None


def _vector(text: str) -> dict[str, float]:
    weights = {key: rarity(key, Counter(), 0) for key in stems(text)[0] if not key[0].isdigit()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}
