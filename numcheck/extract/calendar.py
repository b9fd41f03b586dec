"""Dates, years and clock times: what names a point on the calendar and counts nothing."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.figure import Copy, Figure
from numcheck.model import Calendar, Kind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day|\.)?(?![a-z])"
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d|-?(?:st|nd|rd|th)\b)"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?(?: of |[ -])(?P<month>{MONTH})(?:[ -]?,? ?{_YEAR})?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](?P<last>\d{{1,2}})(?!\d))?(?![\d%:]|[.,]\d{{3}}|\.\d|[-–/]\d|p\.?m|a\.?m)(?:,? {_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH}),? (?:of )?{_YEAR}")
_ISO = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHED = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?(?P<half>[ap]\.? ?m\b\.?)"
)
_CLOCK_24 = re.compile(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:.]\d|\d)")
_CLOCK_OTHER = re.compile(
    r"(?P<hour>\d{1,2}) ?o['’]clock|(?P<h4>[012]\d)(?P<m4>[0-5]\d) ?(?=(?:gmt|bst|utc|hours|hrs|est|edt|cet|cest)\b)"
)
_BEFORE_DATE = re.compile(
    rf"(?P<relative>last|next|this|past)?\b ?(?P<weekday>{WEEKDAY})(?:,| the|,? on)? ?(?P<open>\()?$"
)
_CAPITAL_MONTHS = ("mar", "may")


def month_number(word: str) -> int:
    """January is 1."""
    return _MONTHS.index(word[:3]) + 1


def weekday_number(word: str) -> int:
    """Monday is 0."""
    return _DAYS.index(word[:3])


def read_date(copy: Copy, at: int) -> Figure | None:
    """The date or clock time whose first digit stands at `at`."""
    folded = copy.folded
    stop = at
    while stop < len(folded) and folded[stop].isdigit() and stop - at < 5:
        stop += 1
    after = folded[stop : stop + 1]
    if stop - at > 4 or not after:
        return None
    if after in " -–stnr" and (found := _DAY_FIRST.match(folded, at)) and _is_month(copy, found):
        return _dated(copy, found)
    if after == "-" and (found := _ISO.match(folded, at)) and _is_day(found):
        return _dated(copy, found)
    if after in "/." and (found := _SLASHED.match(folded, at)):
        return _slashed(found)
    if after in ":. apo" or stop - at == 4:
        return _clock(copy, at)
    return None


def read_month_first(copy: Copy, at: int) -> Figure | None:
    """The date that begins with a month: "September 25, 2022", "Aug. 9", "May 2020"."""
    for pattern in (_MONTH_YEAR, _MONTH_FIRST):
        found = pattern.match(copy.folded, at)
        if found and _is_month(copy, found) and (pattern is _MONTH_YEAR or _is_day(found)):
            return _dated(copy, found)
    return None


def _is_month(copy: Copy, found: re.Match[str]) -> bool:
    word = found["month"]
    return not word.startswith(_CAPITAL_MONTHS) or copy.text[found.start("month")].isupper()


def _is_day(found: re.Match[str]) -> bool:
    return 1 <= int(found["day"]) <= 31


def _dated(copy: Copy, found: re.Match[str]) -> Figure | None:
    names = found.groupdict()
    day = int(names["day"]) if names.get("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    month = int(names["month"]) if names["month"].isdigit() else month_number(names["month"])
    year = int(names["year"]) if names.get("year") else None
    if not 1 <= month <= 12:
        return None
    figure = _figure(found, "date", float(day or year or month), Calendar(year, month, day))
    if names.get("last"):
        figure.parts = (float(day or 0), float(names["last"]))
    return _with_weekday(copy, figure)


def _with_weekday(copy: Copy, figure: Figure) -> Figure:
    """Take in the weekday before a date: "Monday (14 September)", "on Friday, May 5"."""
    floor = max(0, figure.start - 24)
    before = _BEFORE_DATE.search(copy.folded, floor, figure.start)
    if before is None or not copy.text[before.start("weekday")].isupper():
        return figure
    assert figure.calendar is not None
    figure.start = before.start("relative") if before["relative"] else before.start("weekday")
    if before["open"]:
        if copy.text[figure.end : figure.end + 1] == ")":
            figure.end += 1
        else:
            return figure
    made = figure.calendar
    figure.calendar = Calendar(
        made.year,
        made.month,
        made.day,
        weekday_number(before["weekday"]),
        relative=before["relative"] or "",
    )
    return figure


def _slashed(found: re.Match[str]) -> Figure | None:
    """ "9/8/2020": which is the day is told only by a number above 12."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if len(found["year"]) == 2 and found["mark"] == ".":
        return None
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):
        return None
    day_first = first > 12 or found["mark"] == "."
    known = day_first or second > 12 or first == second
    day, month = (first, second) if day_first else (second, first)
    calendar = Calendar(year, month, day) if known else Calendar(year)
    return _figure(found, "date", float(day if known else year), calendar)


def _clock(copy: Copy, at: int) -> Figure | None:
    if found := _CLOCK.match(copy.folded, at):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if not 0 <= hour <= 12:
            return None
        afternoon = found["half"].startswith("p")
        return _figure(
            found,
            "time",
            hour + minute / 60,
            Calendar(hour=hour % 12 + 12 * afternoon, minute=minute),
        )
    if found := _CLOCK_24.match(copy.folded, at):
        hour, minute = int(found["hour"]), int(found["minute"])
        return _figure(found, "time", hour + minute / 60, Calendar(hour=hour % 24, minute=minute))
    if found := _CLOCK_OTHER.match(copy.folded, at):
        hour, minute = int(found["hour"] or found["h4"]), int(found["m4"] or 0)
        return (
            _figure(found, "time", hour + minute / 60, Calendar(hour=hour % 24, minute=minute))
            if hour <= 24
            else None
        )
    return None


def _figure(found: re.Match[str], kind: Kind, value: float, calendar: Calendar) -> Figure:
    start, end = found.span()
    figure = Figure(start, end, start, end, value, 1.0, "digits", kind=kind, calendar=calendar)
    if found.string[end - 1 : end] == "." and not found.string[start:end].endswith(
        ("m.", "jan.", "feb.")
    ):
        figure.end = end
    return figure


# -- years ----------------------------------------------------------------------------------

_YEAR_CUES = frozenset({"in", "since", "by", "until", "till", "during", "before", "after", "from", "early", "late", "mid", "through", "to", "and", "of", "the",
                        "between", "summer", "winter", "spring", "autumn", "fall", "circa", "year", "years", "calendar", "fiscal", "season", "for", "a", "an", "its", "his", "their", "or", "around", "about", "than", "as", "past", "ending", "mid-", "vs", "on", "back"})  # fmt: skip
_PLURAL_NEXT = re.compile(r" (?:people|men|women|children|[a-z-]{3,}s)\b(?! (?:of|in) the)")
_SEASON = re.compile(r"[/–-](\d\d)(?![\d-])")
_DECADE = re.compile(r"['’]?s\b")


def read_year(copy: Copy, figure: Figure) -> bool:
    """Make the figure a year or a decade if that is what its four digits say."""
    value = figure.value
    if not (
        1000 <= value < 2200
        and figure.form == "digits"
        and figure.numeral_end - figure.numeral_start == 4
    ):
        return False
    folded, end = copy.folded, figure.numeral_end
    if value % 10 == 0 and (found := _DECADE.match(folded, end)):
        _year(
            figure,
            found.end(),
            Calendar(int(value), years=100 if value % 100 == 0 and value < 2000 else 10),
        )
        return True
    season = _SEASON.match(folded, end)
    if season and int(season[1]) == (int(value) + 1) % 100:
        _year(figure, season.end(), Calendar(int(value), years=2))
        return True
    if not _reads_as_year(copy, figure):
        return False
    _year(figure, end, Calendar(int(value)))
    return True


def _year(figure: Figure, end: int, calendar: Calendar) -> None:
    figure.end, figure.kind, figure.calendar = end, "year", calendar


def _reads_as_year(copy: Copy, figure: Figure) -> bool:
    folded, value = copy.folded, figure.value
    before = (
        folded[max(0, figure.start - 16) : figure.start].rstrip().rpartition(" ")[2].strip("(\"'“‘")
    )
    plural = _PLURAL_NEXT.match(folded, figure.numeral_end)
    if 1900 <= value < 2100:
        return before in _YEAR_CUES or not plural or value % 100 != 0
    return (
        before
        in (
            "in",
            "since",
            "by",
            "until",
            "during",
            "before",
            "after",
            "from",
            "early",
            "late",
            "year",
            "circa",
            "of",
        )
        and not plural
    )


_SHORT_DECADE = re.compile(r"['’](\d0)s\b")
_CENTURY = re.compile(r"[ -](?:century|centuries)\b")


def read_short_year(copy: Copy, figure: Figure) -> bool:
    """ "the '90s", "the class of '68": two digits after an apostrophe."""
    at = figure.numeral_start
    if (
        at == 0
        or copy.text[at - 1] not in "'’‘"
        or figure.numeral_end - at != 2
        or (at > 1 and copy.text[at - 2].isalnum())
    ):
        return False
    decade = copy.folded[figure.numeral_end : figure.numeral_end + 1] == "s"
    year = int(figure.value) + (2000 if figure.value < 30 else 1900)
    figure.start = at - 1
    _year(figure, figure.numeral_end + decade, Calendar(year, years=10 if decade else 1))
    return True


def read_century(copy: Copy, figure: Figure) -> bool:
    """ "the 19th century" names a hundred years."""
    found = _CENTURY.match(copy.folded, figure.end)
    if figure.form != "ordinal" or found is None:
        return False
    _year(figure, found.end(), Calendar(int(figure.value - 1) * 100, years=100))
    return True


@cache
def month_words() -> list[str]:
    """The words at which a date with its month first may begin."""
    return ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]  # fmt: skip
