"""Years, decades and centuries: four digits that count nothing, and how to tell."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.model import Calendar
from numcheck.patterns import pattern

_PLURAL_NEXT = pattern(
    r" (?:people|men|women|children|staff|police|[a-z-]{3,30}s)\b(?! (?:of|in) the)"
)
_SEASON = pattern(r"[/–-](\d\d)(?![\d-])")
_DECADE = pattern(r"['’]?s\b")
_CENTURY = pattern(r"[ -](?:century|centuries)\b")
_MEASURED_NEXT = pattern(r"[ -](?:per cent|percent|kilomet|met(?:er|re)s|miles|km|kg|tons|tonnes)")


def read_year(copy: Copy, figure: Figure) -> bool:
    """Make the figure a year or a decade if that is what its four digits say."""
    value, end = figure.value, figure.numeral_end
    if figure.form != "digits" or end - figure.numeral_start != 4 or not 1000 <= value < 2200:
        return False
    folded = copy.folded
    if value % 10 == 0 and (found := _DECADE.match(folded, end)):
        length = 100 if value % 100 == 0 and value < 2000 else 10
        return _make_year(figure, found.end(), Calendar(int(value), years=length))
    season = _SEASON.match(folded, end)
    if season and int(season[1]) == (int(value) + 1) % 100 and value >= 1800:
        return _make_year(figure, season.end(), Calendar(int(value), years=2))
    if not _reads_as_year(copy, figure):
        return False
    return _make_year(figure, end, Calendar(int(value)))


def _make_year(figure: Figure, end: int, calendar: Calendar) -> bool:
    figure.end, figure.kind, figure.calendar = end, "year", calendar
    return True


_SPAN = pattern(r"\b(?:between|from) ([12]\d{3}) (?:and|to) ([12]\d{3})(?![\d%]|[.,]\d)")


def _counts_in_span(copy: Copy, figure: Figure) -> bool | None:
    """Whether "from 1000 to 2000" counts the thing named after it; None if there is no such span.

    Two years seldom both end in 00, and a thing that they count follows at once.
    """
    found = _SPAN.search(copy.folded, max(0, figure.start - 18), figure.numeral_end + 12)
    if found is None or figure.numeral_start not in (found.start(1), found.start(2)):
        return None
    both_round = found[1].endswith("00") and found[2].endswith("00")
    return both_round and _PLURAL_NEXT.match(copy.folded, found.end()) is not None


def _reads_as_year(copy: Copy, figure: Figure) -> bool:
    counts = _counts_in_span(copy, figure)
    if counts is not None:
        return not counts
    lists, end = wordlists(), figure.numeral_end
    before = copy.folded[max(0, figure.start - 16) : figure.start].rstrip(" -")
    word = before.rpartition(" ")[2].strip("(\"'“‘\n")
    plural = _PLURAL_NEXT.match(copy.folded, end)
    if _MEASURED_NEXT.match(copy.folded, end):
        return False
    if 1900 <= figure.value < 2100:
        if word in ("than", "least", "over", "nearly", "almost") and plural:
            return False
        # "In 2019 sales rose": a year keeps no distance to a plural; a round number may count.
        return word in lists.year_cues or not plural or figure.value % 100 != 0
    return word in lists.sure_year_cues and not plural


def read_short_year(copy: Copy, figure: Figure) -> bool:
    """ "the '90s", "the class of '68": two digits after an apostrophe."""
    at, end, text = figure.numeral_start, figure.numeral_end, copy.text
    if at == 0 or text[at - 1] not in "'’‘" or end - at != 2:
        return False
    if at > 1 and text[at - 2].isalnum():
        return False
    decade = copy.folded[end : end + 1] == "s"
    year = int(figure.value) + (2000 if figure.value < 30 else 1900)
    figure.start = at - 1
    return _make_year(figure, end + decade, Calendar(year, years=10 if decade else 1))


def read_century(copy: Copy, figure: Figure) -> bool:
    """ "the 19th century" names a hundred years."""
    found = _CENTURY.match(copy.folded, figure.end)
    if found is None:
        return False
    first = int(figure.value - 1) * 100
    return _make_year(figure, found.end(), Calendar(first, years=100))
