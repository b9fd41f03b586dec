"""Clock times as written in digits, for what no clock shows: "at 25:70", "14 p.m."

Only where "at", "from" or "until" or a.m. or p.m. says that it is a time of day: 27:45 may be how
long a race took, and 104:98 is a score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Claim, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="clock-form",
    summary="A time of day in digits that no clock shows.",
    roles=("figure",),
    facts=("words", "because"),
)
#: What every such time has; much faster to look for than the whole.
NEEDS = Needs(form=pattern(r"\d(?:[:.]\d\d| ?[ap]\.?m)"))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every time of day in digits that no clock shows, with the reason."""
    words = book("traces", reading.document.language)
    for match, figure in traces(words.patterns["clock_time"], reading):
        because = _because(match, reading.text, words)
        if because and _is_meant(match, figure, reading.text, words):
            facts = {"words": match["time"], "because": because}
            yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span("time")), facts=facts)


def _is_meant(match: re.Match[str], figure: Claim, text: str, words: Book) -> bool:
    """Is a time of day meant, and no score, price or length of a race?

    A clock time that is not read as one must be led in by a verb of the timetable.
    """
    if figure.kind == "time":
        return not _is_race(match, text, words)
    if match["half"]:
        return True
    before = text[max(0, match.start() - 60) : match.start()]
    led = bool(match["lead"]) and words.says("timetable", before)
    return led and not _is_price(match, text, words)


def _is_price(match: re.Match[str], text: str, words: Book) -> bool:
    """ "Shares were up at 38.45 euros, having closed at 36.90 on Tuesday"."""
    around = text[max(0, match.start() - 120) : match.end() + 60]
    return match["point"] == "." and words.says("market", around)


def _is_race(match: re.Match[str], text: str, words: Book) -> bool:
    """ "Won in 58:17": minutes and seconds."""
    around = text[max(0, match.start() - 90) : match.end() + 60]
    return int(match["hour"]) > 24 and words.says("race", around)


def _because(match: re.Match[str], text: str, words: Book) -> str:
    hour, minute = int(match["hour"]), match["minute"]
    if match["half"] and hour > 12:
        return "a.m. and p.m. go with hours up to 12"
    dotted = match["point"] == "." and not match["half"]
    timed = match["lead"] and words.patterns["day_after"].match(text, match.end())
    if minute is None or (dotted and not timed):
        return ""  # 18.75 is a price
    if int(minute) > 59:
        return "an hour has 60 minutes"
    return "the hours of a day end at 24:00" if (hour, int(minute)) > (24, 0) else ""
