"""The names of months and weekdays in English, and how long a month is.

`calendar` of the standard library gives both too, but its names are those of the locale that a
host program has set, and it takes `locale` with it.
"""

from __future__ import annotations

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def last_day(year: int, month: int) -> int:
    """The number of the month's last day; the year is from 1 to 9999.

    >>> last_day(2024, 2), last_day(1900, 2), last_day(9999, 12)
    (29, 28, 31)
    """
    if month == 12:
        return 31
    return (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day
