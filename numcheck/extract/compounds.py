"""Figures told in two units: "5 feet 2 inches", "two hours and 40 minutes", "$20 and 43 cents"."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled
from numcheck.text.numerals import words
from numcheck.text.trie import alternation

#: How many of the smaller unit make one of the larger.
_COMPOUNDS = {
    ("foot", "inch"): 12.0, ("yard", "foot"): 3.0, ("yard", "inch"): 36.0, ("mile", "yard"): 1760.0,
    ("meter", "centimeter"): 100.0, ("kilometer", "meter"): 1000.0,
    ("stone", "pound"): 14.0, ("pound", "ounce"): 16.0, ("kilogram", "gram"): 1000.0,
    ("year", "month"): 12.0, ("week", "day"): 7.0, ("day", "hour"): 24.0,
    ("hour", "minute"): 60.0, ("minute", "second"): 60.0,
}  # fmt: skip
_LARGER = frozenset(larger for larger, _ in _COMPOUNDS)
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_COMMA = pattern(r",? ?(?:and )?|-and-")
_LONGEST_GAP = 8
#: "Two and six months respectively" are two terms, "20 seconds of which" and "40 minutes apart"
#: something beside the first.
_APART = pattern(r"[^.;]{0,40}\brespectively\b| (?:of (?:which|it|that|them)|each|apart)\b|['’]")
#: "In two hours, five minutes faster than last year".
_COMPARED = pattern(
    r" (?:faster|slower|quicker|longer|shorter|earlier|later|ahead|behind|more|less|short|inside"
    r"|outside|before|after|early|late|off)\b"
)
_ENDS = ("", ".", ",", ";", ")")
_CENT_DOLLARS = frozenset({"USD", "EUR", "CAD", "AUD", "NZD"})


def join_compounds(copy: Copy, figures: list[Figure]) -> list[Figure]:
    """The figures with those told in two units made one, in the smaller unit."""
    done: list[Figure] = []
    for index, figure in enumerate(figures):
        last = done[-1] if done else None
        if last is not None and 0 <= figure.start - last.end < _LONGEST_GAP:
            gap = copy.folded[last.end : figure.start]
            if last.kind == "money":
                if _join_cents(copy, last, gap, figure):
                    continue
            elif last.unit in _LARGER and _COMMA.fullmatch(gap):
                beside = gap == ", " and _COMPARED.match(copy.folded, figure.end)
                if not (beside or _is_row(figures, index)) and _join(copy, last, figure):
                    continue
        done.append(figure)
    return done


def _is_row(figures: list[Figure], index: int) -> bool:
    """Three times and more are a row, told one by one: "3 years, 2 months and 14 days"."""
    near = ((index - 2, index - 1), (index, index + 1))
    return any(
        first >= 0 and second < len(figures) and _is_followed(figures[first], figures[second])
        for first, second in near
    )


def _is_followed(first: Figure, second: Figure) -> bool:
    """Does a shorter stretch of time stand right after a longer one?"""
    if not (first.unit in _TIMES and second.unit in _TIMES):
        return False
    shorter = _TIMES.index(second.unit) < _TIMES.index(first.unit)
    return shorter and 0 <= second.start - first.end < _LONGEST_GAP


def _join(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "5 feet 2 inches" is 62 inches."""
    if second.bound != "exact" or first.bound in ("between", "vague") or second.value < 0:
        return False
    unit = _minutes(copy, first, second) or second.unit
    factor = _COMPOUNDS.get((first.unit, unit))
    if factor is None or second.value >= factor or first.value != int(first.value):
        return False
    if second.scaled or first.scaled or _APART.match(copy.folded, second.end):
        return False
    first.value, first.unit = first.value * factor + second.value, unit
    first.step, first.end = second.step, second.end
    return True


def _minutes(copy: Copy, first: Figure, second: Figure) -> str:
    """The "m" of "1h 43m" is no metre."""
    short = copy.folded[first.end - 1] == "h" and second.unit == "meter"
    return "minute" if short and copy.folded[second.end - 1] == "m" else ""


# -- money and its cents --------------------------------------------------------------------


def _join_cents(copy: Copy, first: Figure, gap: str, second: Figure) -> bool:
    """ "$20 and 43 cents", "15 dollars 50"."""
    if first.bound == "between" or second.bound != "exact":
        return False
    named = second.unit == "cent" and first.unit in _CENT_DOLLARS and _COMMA.fullmatch(gap)
    if not named and not (gap in (" ", " and ") and _is_bare_cents(copy, first, second)):
        return False
    if not 0 <= second.value < 100 or first.value != int(first.value) or first.scaled:
        return False
    first.value, first.step, first.end = first.value + second.value / 100, 0.01, second.end
    return True


def _is_bare_cents(copy: Copy, first: Figure, second: Figure) -> bool:
    """Whole money in words, its cents at the end of a clause: "15 dollars and fifty"."""
    named = " / " not in first.unit and not first.symbol_first
    bare = second.kind == "number" and second.numeral_end == second.end
    ends = copy.folded[second.end : second.end + 1] in _ENDS
    return named and bare and ends and second.value >= 10


# -- the smaller unit left out --------------------------------------------------------------

#: Written form of the larger unit, the smaller one, how many make one, and how large the figure
#: of a person or a baby may be.
_LEFT_OUT = {
    "feet": ("inch", 12, 3, 9), "foot": ("inch", 12, 3, 9), "ft": ("inch", 12, 3, 9),
    "stone": ("pound", 14, 4, 40), "st": ("pound", 14, 4, 40),
    "lb": ("ounce", 16, 1, 14), "lbs": ("ounce", 16, 1, 14),
}  # fmt: skip
_MARKS = pattern(r"['’′] ?(\d{1,2})(?:[\"”″]|''|(?=[\s,.;)]))")
_TALL = pattern(r"[,.;:)!?\n]|$| (?:tall|high|in|and|or|with|to|but|is|was|at|who|which|of)\b")


@compiled
def _rest() -> re.Pattern[str]:
    """ " feet two", "-foot-2", "ft 2"."""
    small = alternation([word for word, worth in words().small.items() if 0 < worth < 16])
    larger = alternation(_LEFT_OUT)
    return pattern(
        rf"(?:([ -]?)({larger})(?![a-z])([ -]?))(?:(\d{{1,2}})|({small}))(?![\w½¼¾]|[.,]\d)"
    )


def read_rest(copy: Copy, figure: Figure) -> bool:
    """ "6'2\"", "six feet two", "9st 6": the smaller unit is not told."""
    if figure.form not in ("digits", "words") or figure.step != 1 or figure.scaled:
        return False
    found = _MARKS.match(copy.text, figure.end)
    if found:
        return _add_rest(figure, "feet", int(found[1]), found.end())
    after = copy.folded[figure.end : figure.end + 2].lstrip(" -")
    if after[:1] not in ("f", "s", "l") or not (found := _rest().match(copy.folded, figure.end)):
        return False
    # "a 6-foot-3 guard", but "six feet two rooms away".
    if found[3] != "-" and not _TALL.match(copy.folded, found.end()):
        return False
    more = int(found[4]) if found[4] else int(words().small[found[5]])
    return _add_rest(figure, found[2], more, found.end())


def _add_rest(figure: Figure, written: str, more: int, end: int) -> bool:
    unit, factor, least, most = _LEFT_OUT[written]
    if not least <= figure.value <= most or more >= factor:
        return False
    figure.value, figure.end = figure.value * factor + more, end
    figure.unit, figure.kind = unit, "measure"
    return True
