"""Parts of a unit: "half an hour", "an hour and a half", "a quarter-mile"."""

from __future__ import annotations

from numcheck.extract.after import read_unit, unit_at
from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern

#: Stretches of time that are told with a part: "a year and a half" is a figure, "a year" is none.
_STRETCHES = ("minute", "hour", "day", "week", "month", "year", "decade", "century")
_AND_A_PART = pattern(r" and (a|one|three) (half|quarters?|thirds?)(?![a-z-])")
_PARTS = {"half": 2, "quarter": 4, "third": 3}


def wordings() -> list[str]:
    """The beginnings at which "a year and a half" is found."""
    articles = [f"{'an' if unit == 'hour' else 'a'} {unit}" for unit in _STRETCHES]
    return [f"{one} and a {part}" for one in articles for part in _PARTS]


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
    """ "half a gallon", "half an hour": the unit after an article."""
    if figure.form != "fraction":
        return
    for article in (" a", " an"):
        at = figure.end + len(article)
        if copy.folded.startswith(article + " ", figure.end) and unit_at(copy, at):
            figure.end = at
            read_unit(copy, figure)
            return


def is_part_of_unit(copy: Copy, figure: Figure) -> bool:
    """ "a half-mile", "quarter-acre plots": a unit hangs on; but "a sixth-minute goal"."""
    at = figure.end
    whole = copy.folded.startswith("-", at) and copy.folded.endswith(("half", "quarter"), 0, at)
    return whole and unit_at(copy, at) is not None
