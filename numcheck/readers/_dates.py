"""Dates as file formats write them; dates in the copy itself are read elsewhere.

A date that cannot be understood is None: no rule then leans on it.
"""

from __future__ import annotations

import datetime as dt
import re

from numcheck.patterns import pattern

_COMPACT = pattern(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s*+"
    r"(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)


def moment(said: str) -> dt.datetime | None:
    """ISO 8601 in its long and short forms, and the dates of e-mail and RSS."""
    said = said.strip()[:64]
    match = _COMPACT.match(said)
    return _from_match(match) if match else _from_mail(said)


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
