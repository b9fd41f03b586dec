"""Numbers written as one word, taken apart: "siebenunddreißig", "cinquantaduenne", 십이."""

from __future__ import annotations

from numcheck.translation.letters import SILENT, letter_at
from numcheck.translation.lexicon import Lexicon, Match, Word

#: Sections of the lexicons whose words make a number.
NUMBER_WORDS = ("numbers", "scales", "halves", "collectives", "ordinals")
_STEMS = (*NUMBER_WORDS, "multiples", "units")
_GLUED_MARKS = ("and", "and_half", "fold", "ordinal_suffix", "counter")
#: No number is a longer word.
_LONGEST = 80


def pieces_of(lexicon: Lexicon, folded: str, at: int) -> list[Match]:
    """The pieces of a number written as one word; empty unless all of it is understood.

    Reaches every place of the word at most once, so that long words stay cheap.
    """
    end = at
    while letter_at(folded, end) and end - at < _LONGEST:
        end += 1
    before: dict[int, tuple[int, Match] | None] = {at: None}
    for place in range(at, end):
        if place not in before:
            continue
        for match in _pieces(lexicon, folded, place, end):
            before.setdefault(match.end, (place, match))
    if end not in before:
        return []
    path: list[Match] = []
    step = before[end]
    while step is not None:
        path.append(step[1])
        step = before[step[0]]
    return path[::-1]


def _pieces(lexicon: Lexicon, folded: str, at: int, end: int) -> list[Match]:
    """Number words that start here inside a compound, longest first."""
    node, found = lexicon.root, []
    for i in range(at, end):
        if folded[i] in SILENT:
            continue
        nearest = node.children.get(folded[i])
        if nearest is None:
            break
        node = nearest
        # Czech "stal" is no hundred liters.
        short = i + 1 - at < 3 and not lexicon.has("short_measures")
        words = tuple(w for w in (*node.words, *node.inside) if _in_compound(w, short))
        if words:
            stop = i + 1
            while stop < end and folded[stop] in SILENT:
                stop += 1
            found.append(Match(at, stop, words))
        stems = tuple(w for w in (*node.words, *node.inside) if w.stem and w.kind in _STEMS)
        if stems and 0 < end - (i + 1) <= 4:
            found.append(Match(at, end, stems))
    return found[::-1]


def _in_compound(word: Word, short: bool) -> bool:
    measures = () if short else ("units", "clock", "currency")
    return word.kind in (*NUMBER_WORDS, *measures) or (
        word.kind == "marks" and word.value in _GLUED_MARKS
    )
