"""Dates as file formats write them; dates in the copy itself are read elsewhere.

A date that cannot be understood, or in two ways ("03/04/2031"), is None: no rule then leans on it.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from numcheck.data import HERE, from_yaml, kept
from numcheck.patterns import pattern

_COMPACT = pattern(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s*+"
    r"(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)
_SECONDS = pattern(r"(1[0-8]\d{8})(?:\.\d{1,9}|\d{3})?$")
_PLAIN = pattern(
    r"(?P<year>\d{4})[./年] ?(?P<month>\d{1,2})[./月] ?(?P<day>\d{1,2})(?!\d)|"
    r"(?<!\d)(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<last>\d{4})(?!\d)"
)
_WORDED = pattern(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?(?P<month>[^\W\d_]{3,12})\.?,?"
    r"(?: de| del)?[ -](?P<year>\d{4})(?!\d)|"
    r"(?P<month2>[^\W\d_]{3,12})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4})(?!\d)"
)
#: How much of a name a language file may give where its endings differ ("wrześ*").
_STEMS = range(10, 2, -1)
_CLOCK = pattern(r"(?<!\d)(\d{1,2})[:.](\d\d)(?::\d\d)?(?: ?([ap])\.?m\b)?", re.IGNORECASE)


def moment(said: str) -> dt.datetime | None:
    """ISO 8601 in its long and short forms, the dates of e-mail and RSS, dates in words.

    >>> print(moment("14. März 2031, 10.30 Uhr"))
    2031-03-14 10:30:00
    >>> moment("03/04/2031") is None
    True
    """
    said = " ".join(said.split())[:64]
    if seconds := _SECONDS.match(said):
        return dt.datetime.fromtimestamp(int(seconds[1]), dt.UTC)
    match = _COMPACT.match(said)
    return _from_match(match) if match else _from_mail(said) or _from_words(said)


def _from_match(match: re.Match[str]) -> dt.datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        return dt.datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match[7]))
    except ValueError:
        return None


def _zone(said: str | None) -> dt.timezone | None:
    if not said:
        return None
    if said == "Z":
        return dt.UTC
    digits = said[1:].replace(":", "").ljust(4, "0")
    away = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-away if said[0] == "-" else away)


def _from_mail(said: str) -> dt.datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_words(said: str) -> dt.datetime | None:
    """ "4 March 2031", "March 4, 2031 at 10:00 AM", "04.03.2031", "2031/3/4"."""
    match = _PLAIN.search(said) or _WORDED.search(said)
    day = _day(match) if match else None
    if match is None or day is None:
        return None
    hour, minute = _clock(said[match.end() :])
    try:
        return dt.datetime(*day, hour, minute)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> tuple[int, int, int] | None:
    found = match.groupdict()
    if found.get("first"):
        first, second = int(found["first"]), int(found["second"])
        if found["sign"] != "." and first <= 12 and second <= 12 and first != second:
            return None  # Europe's day or America's month
        day, month = (first, second) if second <= 12 else (second, first)
        return int(found["last"]), month, day
    year, month_name, day_said = (
        found[name] or found[f"{name}2"] if f"{name}2" in found else found[name]
        for name in ("year", "month", "day")
    )
    return int(year), _month(month_name), int(day_said)


def _month(said: str) -> int:
    """The number of a month told as a number, a name or the beginning of a name; 0 if none."""
    if said.isdigit():
        return int(said)
    named, said = _months(), said.lower()
    return named.get(said) or next(
        (named[f"{said[:n]}*"] for n in _STEMS if f"{said[:n]}*" in named), 0
    )


def _clock(said: str) -> tuple[int, int]:
    match = _CLOCK.search(said)
    if match is None:
        return 0, 0
    hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0) if match[3] else int(match[1])
    return hour, int(match[2])


@cache
def _months() -> dict[str, int]:
    """The number of each name of a month in the languages that translations are read from."""
    named: dict[str, int] = {}
    for path in sorted((HERE / "languages").glob("*.yaml")):
        for number, words in kept(path, "months", _read_months).items():
            named |= {word.rstrip("."): number for word in words.split()}
    return named


def _read_months(content: bytes) -> Any:
    return from_yaml(content).get("months", {})
