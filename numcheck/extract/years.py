"""Years, decades and centuries: four digits that count nothing, and how to tell."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.model import Calendar
from numcheck.patterns import pattern

_PLURAL_NEXT = pattern(
    r" (?:people|men|women|children|staff|police|[a-z-]{3,30}s)\b(?! (?:of|in) the)"
)
_SEASON = pattern(r"[/–-](\d\d)(?![\d-]|[.,]\d|%|(?:st|nd|rd|th)\b)")
#: "1914-18", "1535-1611": how long the years named so may last.
_LONGEST_SPAN = 25
_LONGEST_LIFE = 120
_NEXT_YEAR = pattern(r" ?[–-] ?([12]\d{3})(?![\d%-]|[.,]\d)")
_YEAR_BEFORE = pattern(r"(?<![\d.,-])([12]\d{3}) ?[–-] ?$")
_DECADE = pattern(r"['’]?s\b")
_CENTURY = pattern(r"[ -](?:century|centuries)\b")
_MEASURED_NEXT = pattern(
    r"[ -](?:per cent|percent|kilomet|met(?:er|re)s|miles|km|kg|tons|tonnes|years?[ -]old)|-year"
)


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
    if season and value >= 1800 and (years := _years_to(int(value), int(season[1]), season[0])):
        return _make_year(figure, season.end(), Calendar(int(value), years=years))
    if not _reads_as_year(copy, figure):
        return False
    return _make_year(figure, end, Calendar(int(value)))


def _years_to(year: int, last: int, written: str) -> int:
    """How many years "1914-18" names, 0 if these are no years; a slash joins but two."""
    years = (last - year) % 100 + 1
    longest = 2 if written[0] == "/" else _LONGEST_SPAN
    return years if 2 <= years <= longest else 0


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


def _is_in_a_life(copy: Copy, figure: Figure) -> bool:
    """ "Anna Moos, 1535-1611": two years with a dash, and nothing that they count."""
    start, end = figure.numeral_start, figure.numeral_end
    if after := _NEXT_YEAR.match(copy.folded, end):
        first, last, end = figure.value, float(after[1]), after.end()
    elif before := _YEAR_BEFORE.search(copy.folded, max(0, start - 8), start):
        first, last = float(before[1]), figure.value
    else:
        return False
    return 0 < last - first <= _LONGEST_LIFE and not _PLURAL_NEXT.match(copy.folded, end)


_DATED_THING = pattern(
    r" (?!(?:page|seat|word|room|bed|metre|meter|foot|mile|pound|calorie|strong|plus|odd|square"
    r"|local|hours?|kick|start|deadline|train|flight|bus|ferry|service)\b)[a-z]{3,}\b(?<!s)"
)
_ARTICLE = pattern(r"\b(?:an?|the) $")


def _dates_a_thing(copy: Copy, figure: Figure) -> bool:
    """ "A 1652 map", "the 1871 siege": an article, no plural, and not the roundness of a count."""
    if figure.value % 50 == 0 or not _DATED_THING.match(copy.folded, figure.numeral_end):
        return False
    start = figure.numeral_start
    return _ARTICLE.search(copy.folded, max(0, start - 5), start) is not None


def _reads_as_year(copy: Copy, figure: Figure) -> bool:
    counts = _counts_in_span(copy, figure)
    if counts is not None:
        return not counts
    if _is_in_a_life(copy, figure) or _dates_a_thing(copy, figure):
        return True
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
