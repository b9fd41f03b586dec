"""Event words near a figure that do not govern it: what is left where no grammar ties the two."""

from __future__ import annotations

from bisect import bisect_left

from numcheck.claims.event_words import Mark, saying
from numcheck.claims.verbs import is_plain_noun
from numcheck.claims.words import Words
from numcheck.text.grammar import grammar

#: How far from the figure, in words, a governing verb is looked for.
REACH = 14
#: How far, in words, an event's noun may stand from a figure that no verb claims.
_NOUN_REACH = 12
_LED = frozenset(("the", "a", "an"))


class Nearby:
    """The event words of one sentence, to be asked for those around a figure."""

    def __init__(self, words: Words, marks: list[Mark]) -> None:
        self.words = words
        self.marks = marks
        self._firsts = [mark.first for mark in marks]
        self._ending = {mark.last: mark for mark in marks}

    def _around(self, first: int, last: int) -> list[Mark]:
        """The marks within reach of the figure, not its own noun."""
        low = bisect_left(self._firsts, first - 2 * REACH)
        high = bisect_left(self._firsts, last + 2 * REACH)
        return [m for m in self.marks[low:high] if m.last < first or m.first > last]

    def verb(self, first: int, last: int, reach: int = REACH) -> Mark | None:
        """The nearest verb of the clause, before the figure rather than after it."""
        best: Mark | None = None
        best_cost = float(reach)
        for mark in self._around(first, last):
            if mark.kind != "verb":
                continue
            left = mark.last < first
            cost = first - mark.last if left else (mark.first - last) * 1.5
            low, high = (mark.last + 1, first) if left else (last + 1, mark.first)
            cost += 6 * self.words.boundaries(low, high)
            cost += 2 * self.words.lows[low:high].count(",")
            if cost < best_cost:
                best, best_cost = mark, cost
        return best if best else None

    def subject_noun(self, verb: int) -> Mark | None:
        """The event noun a few words before a verb, in its clause."""
        for at in range(verb - 1, max(-1, verb - 7), -1):
            if at in self._ending and self._ending[at].kind == "noun":
                return self._ending[at]
            if self.words.lows[at] in grammar.clause_boundaries:
                break
        return None

    def noun(self, first: int, last: int, far: bool) -> Mark | None:
        """The nearest event noun; `far` for figures that speak of whatever the sentence tells."""

        def distance(mark: Mark) -> int:
            return first - mark.last if mark.last < first else mark.first - last + 2

        nouns = [
            mark
            for mark in self._around(first, last)
            if mark.kind == "noun"
            and (far or (distance(mark) <= _NOUN_REACH and self._may_lend(mark)))
        ]
        return min(nouns, key=distance, default=None)

    def _may_lend(self, mark: Mark) -> bool:
        """May an event noun be a figure's that it does not stand with?

        Not if it names something else ("supply chains", "tax consumption rates") or speaks
        ("says the survey").
        """
        words = self.words
        after = words.low(mark.last + 1)
        if words.low(mark.first - 1) in _LED and words.low(mark.first - 2) in saying():
            return False
        return after not in saying() and not is_plain_noun(words, mark.last + 1)
