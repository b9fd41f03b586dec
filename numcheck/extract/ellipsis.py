"""Units that a list or a poll tells once, with its first figure: "$5, 6 and 7", "52 percent back
it, 41 do not"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.extract.figure import Copy, Figure, printed
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_AND = frozenset({" and ", " or ", ", and ", ", or ", "/"})
_CARRIED = frozenset({"money", "percent", "measure", "temperature"})
_ENDS = pattern(r"\s*(?:[.,;:)\n](?!\d)|$)| (?:respectively|each|apiece)\b")
#: How many times one figure of a list may be another.
_FARTHEST = 50
#: Longer lists are tables.
_LONGEST_LIST = 12


def share_on(copy: Copy, figures: list[Figure]) -> None:
    """Give the bare figures after one with a unit that unit, where they go on its list or poll."""
    for index, first in enumerate(figures[:-1]):
        second = figures[index + 1]
        if not first.unit or not _is_bare(second):
            continue
        listed = _listed(copy, figures, index) if first.kind in _CARRIED else []
        if listed:
            _share_scale(copy, [first, *listed[:-1]], listed[-1])
        elif first.kind == "percent" and first.value <= 100:
            listed = _polled(copy, figures, index)
        for figure in listed:
            figure.unit, figure.kind = first.unit, first.kind


def _is_bare(figure: Figure) -> bool:
    plain = figure.kind == "number" and not figure.unit
    return plain and figure.form in ("digits", "words") and figure.bound in ("exact", "between")


# -- lists ----------------------------------------------------------------------------------


def _listed(copy: Copy, figures: list[Figure], index: int) -> list[Figure]:
    """The bare figures of "$5, 6 and 7" or "£3 or 4": "and" before the last, nothing after it."""
    last, found = figures[index], []
    for figure in figures[index + 1 : index + _LONGEST_LIST]:
        gap = copy.folded[last.end : figure.start]
        if not _is_bare(figure) or (gap != ", " and gap not in _AND) or not _is_near(last, figure):
            return []
        found.append(figure)
        if gap in _AND or (
            figure.bound == "between" and " or " in copy.folded[figure.start : figure.end]
        ):
            return found if _ENDS.match(copy.folded, figure.end) else []
        last = figure
    return []


def _is_near(one: Figure, other: Figure) -> bool:
    if one.scaled != other.scaled:
        return other.scaled  # "$3, 4 and 5 million"; "3 million and 5" are two things
    sizes = abs(one.value), abs(other.value)
    return one.form == other.form and 0 < max(sizes) <= _FARTHEST * min(sizes)


def _share_scale(copy: Copy, before: Sequence[Figure], last: Figure) -> None:
    """ "$3, 4 and 5 million": all are millions."""
    shown = printed(copy, last) if last.scaled else 0.0
    if not shown or len(before) < 2 or any(f.scaled or f.value >= 1000 for f in before):
        return
    for figure in before:
        figure.value, figure.step = figure.value * last.value / shown, last.step
        figure.scaled = True


# -- polls ----------------------------------------------------------------------------------

_REACH = 90
#: The sides of a vote: "the Tories on 33", "his rival 46".
_SIDE = pattern(
    r"[^\n.;]{0,40}?[,;]?(?: (?:and|while|but|to|against|with|followed by))? (?:the )?"
    r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}|(?:his|her|its|their|the) (?:[a-z]+ )?(?:rivals?"
    r"|opponents?|challengers?|runner-up|opposition|others?))(?:,? (?:on|at|with|had|has|got|took"
    r"|won|polled|stood at))? "
)
_SIDE_ENDS = pattern(r"\s*(?:[.,;)\n](?!\d)|$)| (?:and|while|but|with|ahead|behind)\b")


@compiled
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a sentence one of a poll, and what stands after a share of those asked."""
    polls = lexicon("figures")["polls"]
    asked, opinions = "|".join(polls["cues"]), "|".join(polls["opinions"])
    return pattern(rf"\b(?:{asked})\b"), pattern(rf" (?:{opinions})\b")


def _polled(copy: Copy, figures: list[Figure], index: int) -> list[Figure]:
    """The shares of the other sides: "41 do not", "the Tories on 33"; all make at most a whole."""
    last, found, total = figures[index], [], figures[index].value
    for figure in figures[index + 1 : index + _LONGEST_LIST]:
        total += figure.value
        near = 0 < figure.start - last.end <= _REACH
        if not (near and _is_bare(figure) and total <= 102 and _is_a_side(copy, last, figure)):
            break
        found.append(figure)
        last = figure
    return found


def _is_a_side(copy: Copy, last: Figure, figure: Figure) -> bool:
    gap = copy.folded[last.end : figure.start]
    if ". " in gap or "\n" in gap:
        return False
    polled, opinion = _cues()
    if opinion.match(copy.folded, figure.end):
        return opinion.match(gap) is not None or _is_of_a_poll(copy, last, polled)
    if not _SIDE_ENDS.match(copy.folded, figure.end) or not _SIDE.fullmatch(
        copy.text, last.end, figure.start
    ):
        return False
    return _is_of_a_poll(copy, last, polled)


def _is_of_a_poll(copy: Copy, figure: Figure, polled: re.Pattern[str]) -> bool:
    start, end = max(0, figure.start - 160), figure.end + 60
    head = copy.folded[start : figure.start].rpartition(". ")[2]
    return polled.search(head + copy.folded[figure.start : end]) is not None
