"""Whether a figure is asserted, or only planned, supposed, tried or denied.

Only asserted figures can contradict each other. Cues are read near the event's own verb; a plan in
another clause leaves the figure as it is.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.claims.event_words import Mark
from numcheck.claims.words import Words
from numcheck.model import Modality, Span
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon

#: How many words before the verb a cue may stand.
_NEAR = {"negated": 3, "planned": 5, "attempted": 5, "hypothetical": 9}
_ORDER: tuple[Modality, ...] = ("hypothetical", "attempted", "planned", "negated")
_FARTHEST = max(_NEAR.values())


class Cue(NamedTuple):
    """A modality with the words that show it."""

    modality: Modality
    span: Span


@compiled
def _cues() -> dict[str, list[tuple[tuple[str, ...], Modality]]]:
    """First word of a cue to its other words and what it shows."""
    found: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for modality in _ORDER:
        for cue in lexicon("modality").get(modality, ()):
            first, *rest = Words(cue, Span(0, len(cue))).lows
            found.setdefault(first, []).append((tuple(rest), modality))
    return found


def find(words: Words, event: Mark | None, first: int, running: Span | None = None) -> Cue | None:
    """What keeps the figure at word `first` from being asserted; None if nothing does.

    `running` are the words that make it a running total: "a plan to close the port, with 80 people
    held so far" plans no arrests.
    """
    verb = event.first if event is not None else first
    if running is not None and _goes_with(words, max(verb, first), words.at(running.start)):
        return None
    best: Cue | None = None
    low, high = max(0, min(verb, first) - _FARTHEST), max(verb, first)
    cues = _cues()
    # Few figures have a cue near.
    for at in [at for at, word in enumerate(words.lows[low:high], low) if word in cues]:
        for rest, modality in cues[words.lows[at]]:
            end = at + len(rest)
            if at and words.lows[at] == "may" and words.capital(at):
                # "Thursday, 7 May" is a month.
                continue
            if tuple(words.lows[at + 1 : end + 1]) != rest or _is_factual(words, at, end, verb):
                continue
            if not (_near(words, end, verb, modality) or _near(words, end, first, modality)):
                continue
            if best is None or _ORDER.index(modality) < _ORDER.index(best.modality):
                best = Cue(modality, words.span(at, end))
    if best is None and words.lows[max(0, verb - 1)].endswith("n't") and verb:
        return Cue("negated", words.span(verb - 1, verb - 1))
    return best


def _is_factual(words: Words, at: int, end: int, verb: int) -> bool:
    """Is a cue none here: "was able to", "due to lack of rain", "held for attempted murder"?"""
    low, before = words.lows[at], words.low(at - 1)
    if low in ("able", "capable"):
        return before in ("was", "were")
    if low == "due":
        after = words.low(end + 1)
        return after in grammar.determiners or after.endswith("ing") or words.low(end + 2) == "of"
    return low == "attempted" and words.low(at + 1) != "to" and verb != at + 1


def _goes_with(words: Words, said: int, running: int) -> bool:
    """Do the words of a running total close the clause of what is said at a word before them?"""
    between = words.lows[said + 1 : running]
    return said < running and "," not in between and not grammar.clause_stops.intersection(between)


def _near(words: Words, end: int, target: int, modality: Modality) -> bool:
    """Does a cue that ends at word `end` reach the word `target`, within one clause?"""
    if not 0 < target - end <= _NEAR[modality]:
        return False
    between = words.lows[end + 1 : target]
    return not grammar.clause_stops.intersection(between)
