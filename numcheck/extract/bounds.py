"""The words that bound a figure, before it ("at least", "just over") and after it ("or so")."""

from __future__ import annotations

import re
from itertools import pairwise

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.model import Bound
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

_BOUND_CHARS = 42
_LONGEST_PHRASE = 5
_WORD = pattern(r"\S+")
#: Before an article these say where or how long, and bound nothing.
_PLACES = frozenset({"under", "over", "above", "below", "beyond", "near", "up to"})
_DEPTHS = ("under", "below", "beneath")
_LENGTHS = ("kilometer", "mile", "meter", "yard", "foot", "inch", "centimeter")
_OPENERS = "(\"'“‘[—–"
_LEADS = frozenset({"and", "after", "or"})
_SHAPES: dict[str, Bound] = {
    "nearly": "less_than", "just_over": "more_than", "estimated": "about"
}  # fmt: skip


@compiled
def _phrases() -> dict[str, tuple[Bound, str]]:
    """Bound words to the bound and the tolerance they ask for."""
    found: dict[str, tuple[Bound, str]] = {}
    for name, phrases in lexicon("bounds")["before"].items():
        entry = (_SHAPES.get(name, name), name if name in _SHAPES else "")
        found.update(dict.fromkeys(phrases, entry))
    return found


@compiled
def _negations() -> frozenset[str]:
    return frozenset(lexicon("bounds")["negations"])


@compiled
def _last_words() -> frozenset[str]:
    """The last words of the phrases: most figures are dismissed by this one look-up."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _phrases())


def read_bound(copy: Copy, figure: Figure) -> None:
    """Take in the bound words before the figure: "at least", "just over", "an estimated"."""
    folded, end = copy.folded, figure.start
    if not end or not (folded[end - 1].isspace() or folded[end - 1] in "~><≥≤≈±"):
        return
    floor = max(copy.floor, end - _BOUND_CHARS)
    tail = folded[floor:end].split()
    article = len(tail) > 1 and tail[-1] == "a"  # "over a" + "hundred"; "below the 5" is no bound
    if article:
        tail.pop()
    if not tail or tail[-1].lstrip(_OPENERS) not in _last_words():
        return
    for count in range(min(_LONGEST_PHRASE, len(tail)), 0, -1):
        first = tail[-count].lstrip(_OPENERS)
        phrase = " ".join([first, *tail[len(tail) - count + 1 :]])
        entry = _phrases().get(phrase)
        if entry is None:
            continue
        before = tail[-count - 1] if len(tail) > count and first == tail[-count] else ""
        if article and phrase in _PLACES:
            return  # "under a 5 L/min flow", "over a 10-year period"
        if _bounds_here(copy, figure, phrase, before):
            starts = [word.start() for word in _WORD.finditer(folded, floor, end)]
            led = first in _LEADS  # "and over 60", "after more than a day": the bound begins later
            figure.start = starts[led - count - article]
            figure.start += 0 if led else len(tail[-count]) - len(first)
            if figure.bound == "exact" or (figure.bound == "vague" and entry[0] != "exact"):
                figure.bound, figure.shape = entry
                figure.bound = _denied(tail[:-count], figure.bound)
        return


def _denied(lead: list[str], bound: Bound) -> Bound:
    """The bound, turned round after "must not", "never fell"."""
    moved = len(lead) > 1 and (
        lead[-1] in wordlists().changes or lead[-1] in wordlists().over_bound
    )
    negated = not _negations().isdisjoint(lead[-2 if moved else -1 :])
    return _DENIED.get(bound, bound) if negated else bound


def _is_stretch(copy: Copy, figure: Figure) -> bool:
    """Does "over" follow a figure directly, and a length come after it?"""
    return figure.unit in _LENGTHS and copy.folded[copy.floor : figure.start] == " over "


#: "grown from 20 up to 28 dinars" says where it ended.
_FROM = pattern(r"\bfrom \d[\d., ]*(?:[a-z]+ )?up to [$£€]?$")
_FROM_REACH = 40
#: "buy back up to 15 million shares": nothing has moved back to that level.
_GIVEN_BACK = pattern(
    r"\b(?:buy|bought|pa(?:y|id)|g[ai]ve|hand|claw|sen[dt]|win|won|take|took|h[eo]ld|roll|ship)"
    r"(?:s|ed|ing)? back up to [$£€]?$"
)
_NEXT_WORD = pattern(r" ([a-z]{3,})\b")
_OF_WHAT = pattern(r" of (?:[a-z]+ )?([a-z]{3,})\b")
#: What a bound is when it is denied: "must not exceed 5%".
_DENIED: dict[Bound, Bound] = {"more_than": "at_most", "less_than": "at_least"}


def _is_spread(copy: Copy, figure: Figure) -> bool:
    found = _NEXT_WORD.match(copy.folded, figure.end)
    return found is not None and singular(found[1]) in wordlists().stretches


def _is_covering(copy: Copy, figure: Figure) -> bool:
    found = _OF_WHAT.match(copy.folded, figure.end) if figure.unit in _LENGTHS else None
    return found is not None and found[1] in wordlists().coverings


def _bounds_here(copy: Copy, figure: Figure, phrase: str, before: str) -> bool:
    """Not every "over" and "up to" bounds: "$1bn over five years", "inched back up to 4.8"."""
    lists = wordlists()
    if phrase == "over" and (before in lists.disputes or _is_stretch(copy, figure)):
        return False  # "a row over $40", "a climb of 900m over 21km"
    if phrase == "over" and figure.kind == "duration":
        return before in lists.over_bound
    if phrase == "over" and before.endswith("s") and _is_spread(copy, figure):
        return before in lists.over_bound  # "five hits over six innings"
    if phrase in _DEPTHS and _is_covering(copy, figure):
        return False  # "under ten metres of mud"
    if phrase in ("up to", "as high as"):
        lead = copy.folded[max(0, figure.start - _FROM_REACH) : figure.start]
        moved = before in lists.changes and not _GIVEN_BACK.search(lead)
        return not moved and not _FROM.search(lead)
    if phrase in ("perhaps", "maybe") and figure.value == 1:
        return False  # "Perhaps one reason" says that of the whole clause
    return figure.form != "ordinal" or phrase in ("about", "around")


# -- bounds told once ---------------------------------------------------------------------

_ONE_SIDED = frozenset({"at_least", "at_most", "more_than", "less_than"})
_IN_BRACKETS = (" (", " / ", "/", "; ", ", ", " or ")
_BRACKET_ENDS = pattern(r"[^()]{0,40}\)")


def share_bounds(copy: Copy, figures: list[Figure]) -> None:
    """Bound what restates a bounded measure: "just under 300 hp (224 kW / 304 PS)"."""
    opened = False
    for first, second in pairwise(figures):
        gap = copy.folded[first.end : second.start]
        opened = gap == " (" or (opened and gap in _IN_BRACKETS)
        opened = opened and _BRACKET_ENDS.match(copy.folded, second.end) is not None
        restated = first.kind == second.kind == "measure" and first.unit != second.unit
        if opened and restated and second.bound == "exact" and first.bound in _ONE_SIDED:
            second.bound, second.shape = first.bound, first.shape


# -- bounds after the figure ----------------------------------------------------------------


@compiled
def _after_bounds() -> tuple[re.Pattern[str], dict[str, Bound]]:
    phrases: dict[str, Bound] = {}
    for bound, listed in lexicon("bounds")["after"].items():
        phrases.update(dict.fromkeys(listed, bound))
    return pattern(rf"\s?,? ?-?({alternation(phrases)})(?![a-z])"), phrases


_ADDS = pattern(r" ?, ?plus| plus (?:[\d$£€]|an? |the |his |her |its |their |our |my )")


_FIGURE_NEXT = pattern(r" [$£€]?\d")


#: "3-1 at least gives us hope" bounds nothing.
_CLAUSE_ENDS = pattern(r"[,.;:)\n]|$| (?:an?|per|each|in|on|of|for|by|from|and|or|to|at)\b")


def _adds(copy: Copy, figure: Figure, at: int) -> bool:
    """ "$40 plus fees", "two minutes, plus four": a sum and no bound; "20 plus years" is one."""
    goes_on = figure.unit and copy.folded.startswith(" plus ", at)
    return bool(goes_on) or _ADDS.match(copy.folded, at) is not None


def read_bound_after(copy: Copy, figure: Figure) -> bool:
    """Take in "or more", "or so", "-plus", "+" after the figure; tells whether there is one."""
    if copy.folded[figure.end : figure.end + 1] not in (" ", "-", "+", ","):
        return False
    pattern, phrases = _after_bounds()
    found = pattern.match(copy.folded, figure.end)
    if found is None or (copy.text[found.start(1)].isupper() and found[0] != "-plus"):
        return False  # "737 MAX" is a name, "20 max" and "200-Plus" of a headline are bounds
    if found[1].startswith("at ") and not _CLAUSE_ENDS.match(copy.folded, found.end()):
        return False
    if found[1].startswith(("and ", "or ")) and _FIGURE_NEXT.match(copy.folded, found.end()):
        return False  # "over 18 and under 25"
    if found[1] == "plus" and _adds(copy, figure, found.start()):
        return False
    figure.end, figure.bound = found.end(), phrases[found[1]]
    return True
