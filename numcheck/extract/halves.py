"""Parts of a unit: "half an hour", "an hour and a half", "a quarter-mile"."""

from __future__ import annotations

from numcheck.extract.after import read_unit, unit_at
from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern

#: Stretches of time that are told with a part: "a year and a half" is a figure, "a year" is none.
_STRETCHES = ("minute", "hour", "day", "week", "month", "year", "decade", "century")
_AND_A_PART = pattern(r" and (a|one|three) (half|quarters?|thirds?)(?![a-z-])")
_PARTS = {"half": 2, "quarter": 4, "third": 3}


_AND_MORE = pattern(
    r" [a-z]+ and a (?:half|quarter|third)\b"
    r"| (?:(minute)|(hour)|(day)|(week)|(year)) and (?:\d{1,2}|[a-z]{3,9}(?:-[a-z]{3,5})?)[ -]"
    r"(?:(?(1)seconds?|(?(2)min(?:ute)?s?|(?(3)hours?|(?(4)days?|months?)))))\b"
)


def wordings() -> list[str]:
    """The beginnings at which "a year and a half", "an hour and ten minutes" are found."""
    return [f"{'an' if unit == 'hour' else 'a'} {unit} and" for unit in _STRETCHES]


def may_begin(copy: Copy, at: int) -> bool:
    """Does more of the same stretch follow its article: not "a year and three men"?"""
    found = _AND_MORE.match(copy.folded, at)
    return found is not None or not copy.folded.startswith(_STRETCHES, at + 1)


def add_part(copy: Copy, figure: Figure) -> None:
    """Add what is told after the unit: "two miles and a half"."""
    if figure.kind not in ("duration", "measure") or figure.step != 1 or figure.scaled:
        return
    found = _AND_A_PART.match(copy.folded, figure.end)
    if found:
        below = _PARTS[found[2].removesuffix("s")]
        figure.value += (3 if found[1] == "three" else 1) / below
        figure.step, figure.end = 1 / below, found.end()


def read_half_a(copy: Copy, figure: Figure) -> None:
    """ "half a gallon", "three quarters of an hour": the unit after an article."""
    if figure.form == "fraction" and (at := _unit_after_article(copy, figure.end)):
        figure.end = at
        read_unit(copy, figure)


def _unit_after_article(copy: Copy, end: int) -> int:
    """Where the article before a unit ends; 0 if none follows."""
    for article in (" a", " an", " of a", " of an"):
        if copy.folded.startswith(article + " ", end) and unit_at(copy, end + len(article)):
            return end + len(article)
    return 0


def is_of_a_unit(copy: Copy, figure: Figure) -> bool:
    """ "Four eggs and half a litre of milk": the unit makes it a part, whatever stands before."""
    return _unit_after_article(copy, figure.end) > 0


def is_part_of_unit(copy: Copy, figure: Figure) -> bool:
    """ "a half-mile", "quarter-acre plots": a unit hangs on; but "a sixth-minute goal"."""
    at = figure.end
    whole = copy.folded.startswith("-", at) and copy.folded.endswith(("half", "quarter"), 0, at)
    return whole and unit_at(copy, at) is not None
