"""A time told by how it was spent: "worked from 1976 until 2001. His 35 years at the pit".

No noun names what ran, so that the time may be longer or shorter than what the dates tell of. Only
one that is a slip of the time between them is tied; what lasts longer than any one place ("in
politics") never is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.links.calendar._span import is_slip
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_WHOSE = pattern(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Tt]hose|[Tt]hese|[Aa]fter)(?: almost| nearly)? $"
)
#: "His 24 years at the town hall began as a clerk": it has a beginning of its own.
_BEGAN = pattern(r"[^.;]{0,40}\b(?:beg[ai]n|started)\b")
_REACH = 60
_FROM = pattern(r"\b(?:from|between) $", re.IGNORECASE)
_UNTIL = pattern(r" ?(?:until|till|to|and|through|-|–) ?")


class _Words:
    def __init__(self) -> None:
        found = lexicon("links/stretches")
        self.spent = pattern(rf" (?:{'|'.join(found['spent'])})\b")
        self.wide = pattern(rf"\b(?:{'|'.join(found['wide'])})\b")


@compiled
def _words() -> _Words:
    return _Words()


def is_spent(duration: Claim, reading: Reading) -> bool:
    """Is it told as somebody's, by where or how it was spent: "his 35 years at the pit"?"""
    text, end = reading.text, reading.sentences[duration.sentence].end
    if duration.unit != "year" or not _WHOSE.search(
        text, max(0, duration.start - 20), duration.start
    ):
        return False
    after = text[duration.end : min(end, duration.end + _REACH)].lower()
    told = _words().spent.match(after)
    if told is None or _words().wide.search(after[: told.end()]):
        return False
    return _BEGAN.match(text, duration.end, end) is None


def between(
    duration: Claim, points: Sequence[Claim], reading: Reading
) -> tuple[Claim, Claim] | None:
    """The years "from … until …" that it was spent between, if it is a slip of what they span."""
    near = [p for p in points if 0 <= duration.sentence - p.sentence <= 1]
    if len(near) != 2 or not is_spent(duration, reading):
        return None
    start, end = near
    joined = _UNTIL.fullmatch(reading.text, start.end, end.start)
    if not joined or not _FROM.search(reading.text, max(0, start.start - 12), start.start):
        return None
    return (start, end) if is_slip_between(duration, start, end) else None


def is_slip_between(duration: Claim, start: Claim, end: Claim) -> bool:
    """Is the time a slip of the years from one to the other? Smaller units leave no such trace."""
    first, last = start.calendar, end.calendar
    if first is None or last is None or first.year is None or last.year is None:
        return False
    return duration.unit == "year" and is_slip(duration, last.year - first.year)
