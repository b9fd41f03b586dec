"""Dates and clock times: what names a point on the calendar and counts nothing. Years: `years`."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.model import Calendar, Kind
from numcheck.patterns import pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?![a-z])|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\.|(?![a-z])))"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day|\.)?(?![a-z])"
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d|-?(?:st|nd|rd|th)\b)"
_NTH = r"(?:st|nd|rd|th)?"
_DAY_FIRST = pattern(
    rf"(?P<day>\d{{1,2}}){_NTH}(?:[-–](?P<last>\d{{1,2}}){_NTH})?(?: of |[ -]){_MONTH}"
    rf"(?:[ -]?,? ?{_YEAR})?"
)
#: The first day of two in one month: "from 3 to 18 May", "on the 3rd and 4th of May".
_DAY_OF_TWO = pattern(
    rf"(?P<day>\d{{1,2}}){_NTH}(?= (?:to|and|until|till|through|or) (?:the )?\d{{1,2}}{_NTH}"
    rf"(?: of | ){_MONTH})"
)
_MONTH_FIRST = pattern(
    # "In May, 37 fewer came" is no date: after a comma only a year makes one of it.
    rf"{_MONTH}(?:,(?= (?:the )?\d{{1,2}}{_NTH},? [12]\d{{3}}(?!\d)))?"
    rf" (?:the )?(?P<day>\d{{1,2}}){_NTH}(?:[-–](?P<last>\d{{1,2}})(?!\d))?"
    rf"(?![\d%:]|[.,]\d{{3}}|\.\d|[-–/]\d| ?[ap]\.?m\b| (?:million|billion))(?:,? {_YEAR})?"
)
_MONTH_YEAR = pattern(rf"{_MONTH},? (?:of )?{_YEAR}")
_ISO = pattern(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHED = pattern(
    r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])"
)
_BEFORE_DATE = pattern(
    rf"(?:\b(?P<relative>last|next|this|past) )?\b(?P<weekday>{_WEEKDAY})(?:,| the|,? on)? ?"
    r"(?P<open>\()?$"
)
#: Months that are also words, and so need their capital.
_NEED_CAPITAL = ("mar", "may")
_WEEKDAY_CHARS = 24


def month_words() -> list[str]:
    """The words at which a date with its month first may begin."""
    full = ("january", "february", "march", "april", "june", "july", "august", "september")
    return [*_MONTHS, *full, "sept", "october", "november", "december"]


def read_date(copy: Copy, at: int) -> Figure | None:
    """The date or clock time whose first digit stands at `at`."""
    folded = copy.folded
    stop = at + 1
    while stop < at + 5 and folded[stop : stop + 1].isdecimal():
        stop += 1
    after = folded[stop : stop + 1]
    if stop - at > 4 or not after or after == ",":
        return None
    if after in " -–stnr" and (found := _DAY_FIRST.match(folded, at)) and _is_month(copy, found):
        return _dated(copy, found)
    if after in " stnr" and (found := _DAY_OF_TWO.match(folded, at)) and _is_month(copy, found):
        return _dated(copy, found)
    if after == "-" and (found := _ISO.match(folded, at)):
        return _dated(copy, found)
    if after in "/." and (found := _SLASHED.match(folded, at)):
        return _slashed(found)
    if after in ":. apho" or stop - at == 4:
        return _clock(copy, at)
    return None


def read_month_first(copy: Copy, at: int) -> Figure | None:
    """The date that begins with a month: "September 25, 2022", "Aug. 9", "May 2020"."""
    found = _MONTH_YEAR.match(copy.folded, at) or _MONTH_FIRST.match(copy.folded, at)
    return _dated(copy, found) if found and _is_month(copy, found) else None


def _is_month(copy: Copy, found: re.Match[str]) -> bool:
    if not found["month"].startswith(_NEED_CAPITAL):
        return True
    return copy.text[found.start("month")].isupper()


def _dated(copy: Copy, found: re.Match[str]) -> Figure | None:
    names = found.groupdict()
    day = int(names["day"]) if names.get("day") else None
    word = names["month"]
    month = int(word) if word.isdecimal() else _MONTHS.index(word[:3]) + 1
    year = int(names["year"]) if names.get("year") else None
    # An impossible day ("31 February") stays a date: saying so is a rule's business.
    if month > 12 or (day is not None and not 1 <= day <= 39):
        return None
    figure = _figure(found, "date", float(day or year or month), Calendar(year, month, day))
    if names.get("last"):
        figure.parts = (float(day or 0), float(names["last"]))
    return _with_weekday(copy, figure)


def _with_weekday(copy: Copy, figure: Figure) -> Figure:
    """Take in the weekday before a date: "Monday (14 September)", "on Friday, May 5"."""
    floor = max(0, figure.start - _WEEKDAY_CHARS)
    before = _BEFORE_DATE.search(copy.folded, floor, figure.start)
    made = figure.calendar
    if before is None or made is None or not copy.text[before.start("weekday")].isupper():
        return figure
    if before["open"]:
        if copy.text[figure.end : figure.end + 1] != ")":
            return figure
        figure.end += 1
    figure.start = before.start("relative" if before["relative"] else "weekday")
    weekday, relative = _DAYS.index(before["weekday"][:3]), before["relative"] or ""
    figure.calendar = Calendar(made.year, made.month, made.day, weekday, relative=relative)
    return figure


def _slashed(found: re.Match[str]) -> Figure | None:
    """ "9/8/2020": which is the day, only a number above 12 tells."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if (len(found["year"]) == 2 and found["mark"] == ".") or not 0 < min(first, second) <= 12:
        return None
    if max(first, second) > 31:
        return None
    if year < 100:
        year += 2000 if year < 50 else 1900
    day_first = first > 12 or found["mark"] == "."
    day, month = (first, second) if day_first else (second, first)
    if day_first or second > 12 or first == second:
        return _figure(found, "date", float(day), Calendar(year, month, day))
    return _figure(found, "date", float(year), Calendar(year))


# -- clock times ----------------------------------------------------------------------------

_HALF_DAY = pattern(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?(?P<half>[ap])(?:\. ?m\b\.?|m\b)"
)
_LAP = pattern(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?\.\d{1,3}(?!\d)")
_DAY_LONG = pattern(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::[0-5]\d)?(?![\d:]|\.\d)")
_BY_WORD = pattern(
    r"(?P<hour>\d{1,2}) ?o['’]clock"
    r"|(?P<h4>[012]\d)(?P<m4>[0-5]\d) ?"
    r"(?=(?:(?:to|and|until|till|-|–) ?\d{4} ?)?(?:gmt|bst|utc|hours|hrs|est|edt|cet|cest)\b)"
    r"|(?P<h24>[012]?\d)h(?P<m24>[0-5]\d)(?!\w)"
)
_RATIO = pattern(r"(\d{1,3}):(\d)(?![\d:]|\.\d)")
_ZONE_NEXT = pattern(r" ?(?:gmt|bst|utc|est|edt|cet|cest|local|hours|hrs)\b")


#: "7.50 in the morning", "9:15 in the evening".
_PART_OF_DAY = pattern(
    r"(?P<hour>1?\d)[.:](?P<minute>[0-5]\d)(?= in the (?P<part>morning|afternoon|evening)\b)"
)
_LED = pattern(r"\b(?:at|by|about|around|until|from|to|before|after) $")
#: An entry of a live page or a programme: "11.30 Fire crews say" at the beginning of a line.
_ENTRY = pattern(r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?=:? (?:[-–] )?[A-Z][a-z]+ [a-z])")


def _clock(copy: Copy, at: int) -> Figure | None:
    folded = copy.folded
    if dotted := _dotted(copy, at):
        return dotted
    if found := _HALF_DAY.match(folded, at):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if hour > 12:
            return None
        calendar = Calendar(hour=hour % 12 + 12 * (found["half"] == "p"), minute=minute)
        return _figure(found, "time", hour + minute / 60, calendar)
    if found := _LAP.match(folded, at):
        return _figure(found, "time", float(re.split(r":", found[0])[0]), Calendar())
    if found := _DAY_LONG.match(folded, at):
        hour, minute = int(found["hour"]), int(found["minute"])
        possible = minute < 60 and hour * 60 + minute <= 24 * 60
        if not possible and not _is_told_as_time(folded, at, found.end()):
            return _pair(found, "score", float(hour), (float(hour), float(minute)))
        return _figure(found, "time", hour + minute / 60, Calendar(hour=hour, minute=minute))
    if found := _RATIO.match(folded, at):
        above, below = float(found[1]), float(found[2])
        return _pair(found, "ratio", above / below, (above, below)) if below else None
    if found := _BY_WORD.match(folded, at):
        hour = int(found["hour"] or found["h4"] or found["h24"])
        minute = int(found["m4"] or found["m24"] or 0)
        if hour <= 24:
            return _figure(found, "time", hour + minute / 60, Calendar(hour=hour, minute=minute))
    return None


def _dotted(copy: Copy, at: int) -> Figure | None:
    """A time told with a full stop, which by itself is any number."""
    found = _PART_OF_DAY.match(copy.folded, at)
    if found is not None and not _LED.search(copy.folded, max(0, at - 8), at):
        return None
    entry = not found and (not at or copy.folded[at - 1] == "\n")
    found = _ENTRY.match(copy.text, at) if entry else found
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if not entry and found["part"] != "morning" and hour <= 12:
        hour = hour % 12 + 12
    return _figure(found, "time", hour + minute / 60, Calendar(hour=hour, minute=minute))


def _is_told_as_time(folded: str, start: int, end: int) -> bool:
    """ "at 25:40": no clock shows it, but the copy means a time."""
    before = folded[max(0, start - 12) : start].split()
    cued = bool(before) and before[-1] in wordlists().clock_cues
    return cued or _ZONE_NEXT.match(folded, end) is not None


def _pair(found: re.Match[str], kind: Kind, value: float, parts: tuple[float, float]) -> Figure:
    """ "16:9", "25:17": two numbers with a colon that are no time."""
    start, end = found.span()
    return Figure(start, end, start, end, value, 1.0, "digits", kind=kind, parts=parts)


def _figure(found: re.Match[str], kind: Kind, value: float, calendar: Calendar) -> Figure:
    start, end = found.span()
    return Figure(start, end, start, end, value, 1.0, "digits", kind=kind, calendar=calendar)
