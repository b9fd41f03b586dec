"""A time that copy speaks of as known: "lit in 1871, dark by 1953 … in its 92 years".

No noun need say what ran, and no verb that it began or was over. What ties the time to the only two
points around it is how it is told: pointed at ("those six hours", "the six hours between"), or as
nobody else's ("for 22 years they"), and then it must be a slip of the time between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.links._common.calendar import Days, days, elapsed, today
from numcheck.links.calendar._another import (
    has_another_role,
    is_another,
    is_repeated,
    is_somebody_elses,
    is_told_rightly,
    is_until,
    is_without,
)
from numcheck.links.calendar._points import clause_of
from numcheck.links.calendar._span import is_slip, spanned
from numcheck.links.calendar._themes import named, runs_from_to, said, speaks_of, themes
from numcheck.links.calendar._words import around
from numcheck.model import Claim, Interval, Reading

_Ends = tuple[Claim, Claim]

_BACK = 2
_REACH = 60
#: "The six hours" between points two hours apart are six; ten hours apart they are others.
_LIKE = 3


def ends(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """The two points between which a time ran that is told of as known."""
    pair = _pair(duration, points)
    if pair is None or not _may_be_known(duration, pair, reading):
        return None
    if around(reading).after("perfect", duration) and not _is_today(pair[1], reading):
        return None  # "over 25 years the choir has had three homes": up to now
    for start, end in _orders(pair):
        span = spanned(start, end, duration)
        if span is None or span.high <= 0 or is_told_rightly(duration, span, reading):
            continue
        middle = sum(span) / 2
        known = _is_known(duration, reading) and not is_until(duration, pair, reading)
        if is_slip(duration, middle) and (known or _is_longer(duration, span, pair, reading)):
            return start, end
        like = 1 / _LIKE <= duration.value / middle <= _LIKE
        if like and start is pair[0] and _is_pointed_at(duration, pair, reading):
            return start, end
    return None


def _is_today(point: Claim, reading: Reading) -> bool:
    day = today(reading)
    return bool(day and point.calendar and point.calendar.year == day.year)


def _pair(duration: Claim, points: Sequence[Claim]) -> _Ends | None:
    """The only two points of the sentences before and of its own."""
    told = _different(duration, points)
    if len(told) != 2 or told[1].sentence - told[0].sentence > 1:
        return None
    return told[0], told[1]


def _different(duration: Claim, points: Sequence[Claim]) -> list[Claim]:
    near = [p for p in points if -1 <= duration.sentence - p.sentence <= _BACK]
    return sorted({p.calendar: p for p in reversed(near)}.values(), key=lambda point: point.start)


def start(duration: Claim, points: Sequence[Claim], reading: Reading) -> Claim | None:
    """The only date around, if the time since then has been told with a slip.

    "Sworn in in 1994 … On Thursday, 34 years later", in copy of 2018.
    """
    day, told = today(reading), [p for p in _different(duration, points) if p.kind != "time"]
    if day is None or len(told) != 1 or not _may_be_known(duration, told, reading):
        return None
    date = told[0].calendar
    first = days(date) if date else None
    span = elapsed(first, Days(day, day), duration.unit) if first else None
    if span is None or span.low <= 0 or is_told_rightly(duration, span, reading):
        return None
    return told[0] if is_slip(duration, sum(span) / 2) and _is_known(duration, reading) else None


def _orders(pair: _Ends) -> Iterator[_Ends]:
    yield pair
    if pair[0].kind != "time":
        yield pair[1], pair[0]


def _may_be_known(duration: Claim, pair: Sequence[Claim], reading: Reading) -> bool:
    """Is it a plain time that is not somebody else's, nor a part of this one?"""
    if duration.bound not in ("exact", "about") or is_repeated(duration, reading):
        return False
    if is_another(duration, reading):
        return False
    if has_another_role(duration, pair[0], reading) or is_somebody_elses(duration, pair, reading):
        return False
    if duration.sentence == pair[-1].sentence and duration.start < pair[0].start:
        return False  # "jailed for 15 years in 2005 and freed in 2010"
    known = tuple(named(duration, reading))
    if not known and around(reading).after("of_doing", duration):
        return False
    clauses = [" ".join(clause_of(at, pair, reading)) for at in range(len(pair))]
    if not reading.text.startswith(" of ", duration.end):
        return True
    return not known or any(speaks_of(theme, clause) for theme in known for clause in clauses)


def _is_known(duration: Claim, reading: Reading) -> bool:
    start = reading.sentences[duration.sentence].start
    before = reading.text[max(start, duration.start - _REACH) : duration.start]
    return around(reading).book.says("known", before) or is_without(duration, reading)


def _is_longer(duration: Claim, span: Interval, pair: _Ends, reading: Reading) -> bool:
    """ "Opened in 1931 and showed films for 78 years until 1999": longer than there was time for.

    A shorter one may have been a part of it: "opened in 1931, was a cinema for 40 years".
    """
    if duration.value < span.high or _has_lasted(pair[0], duration, reading):
        return False
    if pair[1].sentence == duration.sentence:
        return _lies_between(duration, pair, reading)
    begun = around(reading).earlier("had_begun", pair[1])
    return begun is not None and is_until(duration, pair, reading)


def _lies_between(duration: Claim, pair: _Ends, reading: Reading) -> bool:
    """ "Opened in 1931, taught 4,000 children in 78 years and shut in 1999"."""
    copy = around(reading)
    if copy.earlier("having", duration, _REACH):
        return True
    if not pair[0].end <= duration.start < pair[1].start:
        return False
    before = clause_of(0, pair, reading)[0]
    if not copy.earlier("for", duration, _REACH):
        return False
    return copy.book.says("begins", before) or any(t.starts.search(before) for t in themes())


def _has_lasted(start: Claim, duration: Claim, reading: Reading) -> bool:
    """ "Took power in 1983 and has reigned for 24 years": up to now."""
    between = reading.text[min(start.end, duration.start) : duration.start]
    return around(reading).book.says("has", between)


def _is_pointed_at(duration: Claim, pair: _Ends, reading: Reading) -> bool:
    """ "Those six hours", "the six hours between"; "the six hours" where a point begins or ends."""
    if duration.start < pair[1].end or not _is_plural(duration):
        return False
    copy = around(reading)
    if copy.after("between", duration) or copy.earlier("pointed_at", duration, _REACH):
        return True
    if pair[0].sentence != pair[1].sentence or not copy.after("bare", duration):
        return False
    return bool(copy.earlier("the", duration, _REACH)) and run(pair, reading, wholly=False)


def _is_plural(duration: Claim) -> bool:
    """ "Six hours", but not "six-hour", which is said of something."""
    return "-" not in duration.text.split()[-1] and duration.text.endswith("s")


def run(pair: _Ends, reading: Reading, *, wholly: bool) -> bool:
    """Does a time begin at the one or end at the other (`wholly`: both), or run from one to it?"""
    first, last = (clause_of(at, pair, reading) for at in range(2))
    if runs_from_to(first, last, reading):
        return True
    told = [(said(first, theme, reading)[0], said(last, theme, reading)[1]) for theme in themes()]
    wanted = all if wholly else any
    return wanted(any(said) for said in zip(*told, strict=True))
