"""Clock times as written in digits, for what no clock shows: "at 25:70", "14 p.m."

Only where "at", "from" or "until" or a.m. or p.m. says that it is a time of day: 27:45 may be how
long a race took, and 104:98 is a score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="clock-form",
    summary="A time of day in digits that no clock shows.",
    roles=("figure",),
    facts=("words", "because"),
)
_PATTERN = pattern(
    r"(?:(?P<lead>\b(?:at|from|until|till|by|since|before|after|around) )|(?=\d))"
    r"(?P<time>(?<![\d.,:$€£])(?P<hour>\d{1,2})(?:(?P<point>[:.])(?P<minute>\d{2}))?"
    r"(?P<half> ?[ap]\.?m\b\.?)?)(?![\d:]|[.,]\d|%)",
    re.IGNORECASE,
)
#: What every such time has; much faster to look for than the whole.
NEEDS = Needs(form=pattern(r"\d(?:[:.]\d\d| ?[ap]\.?m)"))
#: Clock times are led in by a verb of the timetable, or scores and prices would be read as such.
_STARTS = pattern(
    r"(?i)\b(?:start|begin|began|open|close|leave|left|depart|arrive|land|end|train|flight|bus|meeting|show|match|session|sets?|rise|sail|resum|finish|kick|due)"
    r"\w{0,4}\b[^.!?]{0,40}$"
)
#: "At 25.10 on Friday" is an hour, "at 18.75 a share" a price.
_DAY_AFTER = pattern(
    r"(?i) (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|tomorrow|today|this (?:morning|"
    r"afternoon|evening)|every (?:day|morning|evening)|daily|local time|sharp|gmt|cet|hours)\b"
)
_MARKET = pattern(
    r"(?i)\b(?:shares?|stocks?|index|bonds?|futures|euros?|dollars?|pounds?|pence|cents?|yen|points|barrel)\b|[$€£]"
)
#: "Won in 58:17": minutes and seconds of a race.
_RACE = pattern(r"(?i)\b(?:seconds?|minutes?|km|laps?|metres|meters|pace|splits?|race|marathon)\b")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every time of day in digits that no clock shows, with the reason."""
    for match, figure in traces(_PATTERN, reading):
        because = _because(match, reading.text)
        if because and not match["half"] and figure.kind != "time":
            before = reading.text[max(0, match.start() - 60) : match.start()]
            if not (match["lead"] and _STARTS.search(before)) or _is_price(match, reading.text):
                continue
        if because and not (figure.kind == "time" and _is_race(match, reading.text)):
            facts = {"words": match["time"], "because": because}
            yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span("time")), facts=facts)


def _is_price(match: re.Match[str], text: str) -> bool:
    """ "Shares were up at 38.45 euros, having closed at 36.90 on Tuesday"."""
    around = text[max(0, match.start() - 120) : match.end() + 60]
    return match["point"] == "." and _MARKET.search(around) is not None


def _is_race(match: re.Match[str], text: str) -> bool:
    around = text[max(0, match.start() - 90) : match.end() + 60]
    return int(match["hour"]) > 24 and _RACE.search(around) is not None


def _because(match: re.Match[str], text: str) -> str:
    hour, minute = int(match["hour"]), match["minute"]
    if match["half"] and hour > 12:
        return "a.m. and p.m. go with hours up to 12"
    dotted = match["point"] == "." and not match["half"]
    if minute is None or (dotted and not (match["lead"] and _DAY_AFTER.match(text, match.end()))):
        return ""  # 18.75 is a price
    if int(minute) > 59:
        return "an hour has 60 minutes"
    return "the hours of a day end at 24:00" if (hour, int(minute)) > (24, 0) else ""
