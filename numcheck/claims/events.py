"""What happened to the things a figure counts: "arrest" for "detained 774 people".

The lexicon knows the events of the news by their verbs and nouns; which of those in a sentence is
the figure's own is told by where it stands: the verb after it ("84 people have been arrested"),
the verb before it ("detained 774 people"), the noun it belongs to ("a loan of 1.5 billion").
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.claims import syntax
from numcheck.claims.event_words import (
    Mark,
    event_of_noun,
    event_of_people,
    marks,
    objects,
    saying,
)
from numcheck.claims.nearby import REACH, Nearby
from numcheck.claims.verbs import base_of, is_adverb, verb_at
from numcheck.claims.words import Words
from numcheck.text.grammar import grammar

#: How close a known verb is to be believed without the model; 5 measured best of 3, 5 and 8.
_CLOSE = 6
#: Kinds that rather date, rank or measure an event than count in it.
_DATING = frozenset(("date", "year", "time", "ordinal", "measure", "temperature"))
#: Kinds that speak of the event of the sentence, however far away it is named.
_NAMES_FAR = _DATING | frozenset(("duration",))


class Before(NamedTuple):
    """What befell the figure that was read before, and its last word."""

    event: Mark
    last: int


class Scene:
    """One sentence with its event wordings, asked for the event of each of its figures."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.marks = marks(words)
        self._at = {mark.first: mark for mark in self.marks}
        self._ending = {mark.last: mark for mark in self.marks}
        self._nearby = Nearby(words, self.marks)
        self._tags: list[str] = []

    def event(
        self, first: int, last: int, head: str, kind: str, before: Before | None = None
    ) -> Mark | None:
        """The event of the figure whose words (noun included) are `first` to `last`.

        `head` is the lemma of the noun, `kind` the quantity's; `before` is what befell the figure
        of the same kind before it, which it may share: "40 were held on Monday and 12 on Tuesday".
        None if nothing near the figure says what happened.
        """
        if before is not None and self._goes_with(before, first, last):
            return before.event
        if head and (found := self._in_noun(first, last, head)):
            return found
        if not head and (found := self._at.get(last)) and found.kind == "verb" and first < last:
            return found  # "more than doubled" is its own verb
        dated, counted = kind in _DATING, kind == "number"
        people = event_of_people(head) if head else ""
        found = (
            self._after_noun(last, dated)
            or self._subject_of(first, last, dated)
            or self._belongs_to(first)
            or self._object_of(first)
            or self._described_by(last)
        )
        if found is None or not found.known:
            # A verb we know close by is as good as what the model says, and costs a fifth; only
            # what is counted is worth the model at all.
            near = self._nearby.verb(first, last, _CLOSE if counted else REACH)
            asked = self._governor(first, last) if counted and near is None else None
            found = near or asked or found or self._nearby.verb(first, last)
        if found is not None and self.words.lows[found.first] in grammar.happenings:
            # "The earthquake struck at 06:15": the noun says what happened, the verb that it did.
            found = self._nearby.subject_noun(found.first) or found
        if found is not None and (found.known or found.event not in grammar.light_verbs):
            return found
        if people:
            return Mark(last, last, people, "people")
        if before is not None and (before.event.kind == "verb" or not head):
            return before.event
        return self._nearby.noun(first, last, far=kind in _NAMES_FAR) or found

    def _goes_with(self, before: Before, first: int, last: int) -> bool:
        """Is a figure one of a list with that before it, or its worth in brackets?

        "12 children and two teachers", "1.4bn euros (£1bn; $2bn)".
        """
        words, link = self.words, self.words.low(first - 1)
        if link == ";":
            return "(" in words.lows[max(0, first - 5) : first]
        if link == "(":
            return before.last == first - 2
        listed = link in ("and", "or", ",") and before.last == first - 2
        return listed and before.event.kind == "verb" and not self._subject_of(first, last, False)

    def _in_noun(self, first: int, last: int, head: str) -> Mark | None:
        """The event that the counted noun names by itself: "arrests", "wounded", "of the vote"."""
        phrase = self._ending.get(last)
        if phrase is not None and phrase.kind == "noun" and first < phrase.first < last:
            # "Cardiac arrests" are no arrests.
            return phrase
        named = event_of_noun(head)
        if named and (taken := objects().get(head)):
            for at in range(first - 1, max(-1, first - 5), -1):
                mark_event = taken.get(self.words.lows[at])
                if mark_event:
                    return Mark(at, at, mark_event, "verb")
        if named:
            return Mark(last, last, named, "noun")
        people = event_of_people(head)
        return Mark(last, last, people, "people") if people in _TELLING else None

    def _after_noun(self, last: int, dated: bool) -> Mark | None:
        """What follows the figure and makes one thing with it.

        "12 dead", "10 years in prison", "a third day of clashes", "the 2020 election".
        """
        mark = self._at.get(last + 1)
        if mark is not None and mark.kind == "people" and mark.event in _TELLING:
            return mark
        if mark is not None and mark.kind == "noun" and mark.last > mark.first:
            return mark
        if self.words.low(last + 1) != "of" and not dated:
            return None
        for at in range(last + 1, min(last + 5, len(self.words))):
            if at in self._at and self._at[at].kind != "verb" and self._tells(self._at[at]):
                while at + 1 in self._at and self._at[at + 1].kind != "verb":
                    # Of "the 2020 opposition candidate" the last noun is the thing.
                    at += 1
                return self._at[at]
            if self.words.lows[at] in grammar.clause_boundaries or self.words.lows[at] == ",":
                break
            if dated and self.words.lows[at] in grammar.prepositions:
                break
        return None

    def _tells(self, mark: Mark) -> bool:
        """ "Six members of staff" says who they are, "12 of the dead" what befell them."""
        return mark.kind != "people" or mark.event in _TELLING

    def _subject_of(self, first: int, last: int, dated: bool) -> Mark | None:
        """The verb the figure is the subject of: it follows at once, or after a short phrase."""
        words = self.words
        at = last + 1
        if words.low(at) in grammar.after_subjects:
            at = self._after_phrase(at)
        if dated and words.low(at) == "," and words.low(at + 1) in grammar.relative_pronouns:
            return None  # "built in 1980, which includes"
        if words.low(at) in grammar.relative_pronouns:
            at += 1
        auxiliary = False
        while _is_between(words.low(at)) and at <= last + REACH:
            auxiliary = auxiliary or words.low(at) in grammar.finite
            at += 1
        governed = self._governed(first)
        mark = self._at.get(at)
        if mark is not None and mark.kind == "verb":
            if (
                auxiliary
                or mark.form in ("past", "s", "base")
                or (mark.form == "ed" and not governed)
            ):
                return (mark.event == "believe" and self._through_control(at)) or mark
            return None
        if auxiliary or not governed:
            return self._through_control(at) or _unlisted(words, at)
        return None

    def _after_phrase(self, at: int) -> int:
        """Past "in the eastern city of Brenn": up to the verb, if one comes within a few words."""
        for look in range(at + 1, min(at + 7, len(self.words))):
            low = self.words.lows[look]
            if low in grammar.finite or low in grammar.relative_pronouns:
                return look
            if low in grammar.clause_boundaries or low == ",":
                break
            mark = self._at.get(look)
            if mark is not None and mark.kind == "verb" and mark.form in ("ed", "past"):
                return look
        return at

    def _governed(self, first: int) -> bool:
        """Does a verb stand right before the figure, as in "arrested 84 people"?"""
        mark = self._at.get(self._before(first))
        return mark is not None and mark.kind == "verb"

    def _before(self, first: int) -> int:
        """The index of the word before the figure, past its articles and hedges."""
        at = first - 1
        while at >= 0 and self.words.lows[at] in grammar.determiners and first - at < REACH:
            at -= 1
        return at

    def _through_control(self, at: int) -> Mark | None:
        """The verb after "seeking to", "expected to": what is sought is the event."""
        words_low = self.words.low
        for look in range(at, min(at + 4, len(self.words))):
            low = words_low(look)
            if low == "to":
                while words_low(look + 1) in _TO_HAVE:
                    look += 1
                mark = self._at.get(look + 1)
                return mark if mark is not None and mark.kind == "verb" else None
            if low in grammar.clause_boundaries:
                break
        return None

    def _belongs_to(self, first: int) -> Mark | None:
        """The event noun before "of", "by", "on": "a loan of", "a rally by", "the election on"."""
        at = self._before(first)
        if at < 1 or self.words.lows[at] not in grammar.prepositions:
            return None
        # "The loss of 580 jobs" is one wording around the figure.
        mark = self._ending.get(at - 1) or self._at.get(at - 1)
        return mark if mark is not None and mark.kind == "noun" else None

    def _object_of(self, first: int) -> Mark | None:
        """The verb right before the figure, or before its preposition."""
        words = self.words
        for at in range(first - 1, max(-1, first - 7), -1):
            low = words.lows[at]
            # A phrase may reach around the figure: "cut 850 jobs", "left 12 people dead".
            mark = self._ending.get(at) or self._at.get(at)
            if mark is not None and mark.kind == "verb" and low not in saying():
                return mark
            if not (low in grammar.determiners or low in grammar.prepositions or is_adverb(low)):
                return _unlisted(words, at)
        return None

    def _described_by(self, last: int) -> Mark | None:
        """The participle after the figure: "2,000 people arrested so far"."""
        for at in (last + 1, last + 2):
            mark = self._at.get(at)
            if mark is not None and mark.kind == "verb":
                # "By several months, buying time" tells what comes of it.
                return None if mark.form == "ing" and self.words.low(at - 1) == "," else mark
        return None

    def _governor(self, first: int, last: int) -> Mark | None:
        """The verb that the syntax model takes the figure to belong to, whatever verb it is."""
        model = syntax.model()
        if model is None:
            return None
        # Tagged once for all figures of the sentence, so that a long list costs no more a figure.
        self._tags = self._tags or model.tags_of(self.words)
        low, high = syntax.reach(self.words, first, last)
        tags = self._tags[low:high]
        at = syntax.governor(self.words, tags, low, first, last)
        if at is None or self.words.lows[at] in saying() or not self.words.lows[at].isalpha():
            return None
        mark = self._at.get(at)
        if mark is not None and mark.kind == "verb":
            return mark
        word = self.words.lows[at]
        base = word if tags[at - low] == "VB" else base_of(word)
        if base in grammar.linking_verbs:
            return None
        return Mark(at, at, base, "verb", known=False)


#: People named by these went through the event, whatever else the sentence does with them.
_TELLING = frozenset(("die", "injure", "miss", "displace"))


def _is_between(low: str) -> bool:
    return low in grammar.between_subject_and_verb or is_adverb(low) or low in _CLOSING


_TO_HAVE = frozenset(("have", "be", "been"))
_CLOSING = frozenset(']”")')


def _unlisted(words: Words, at: int) -> Mark | None:
    """A verb that no event class lists, by its base."""
    base = verb_at(words, at)
    if not base or base in grammar.linking_verbs:
        return None
    return Mark(at, at, base, "verb", known=False)
