"""Which slip turns one date or clock time into another: half hours, eras, day and month."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.months import MONTHS
from numcheck.translation.edits import edits
from numcheck.translation.figures import Figure, Moment
from numcheck.translation.same import same_time

#: Years between the common era and the Buddhist, the Iranian and the Republican one.
_ERA_GAPS = frozenset({543, 621, 622, 1911})

#: The name of an operation and how it changed the figure.
Step = Iterator[tuple[str, str]]


def times(correct: Figure, garbled: Figure) -> Step:
    """The slips that would turn one clock time into the other; nothing unless both are times."""
    if correct.kind != "time" or garbled.kind != "time":
        return
    a, b = correct.moments[0], garbled.moments[0]
    if same_time(correct, garbled, meridiem=False):
        yield "meridiem_flip", "morning and evening were confused"
        return
    gaps = {(_minutes(x) - _minutes(y)) % 720 for x in correct.moments for y in garbled.moments}
    if (a.minute == 30 or b.minute == 30) and gaps & {30, 60, 690, 660}:
        yield "half_hour", "half before and half past the hour were confused"
    if (a.hour or 0) > 12 and (b.hour or 0) % 12 == (a.hour or 0) % 10 and a.minute == b.minute:
        yield "digit_drop", "a digit of the 24-hour clock was lost"
    yield "time_shift", "the clock time was shifted"


def _minutes(moment: Moment) -> int:
    return (moment.hour or 0) * 60 + (moment.minute or 0)


def dates(correct: Figure, garbled: Figure) -> Step:
    """The slips that would turn one date or year into the other, by day, month, year or era."""
    if correct.kind == garbled.kind == "number":
        yield from _era(correct, garbled)
    if correct.kind != "date" and garbled.kind != "date":
        return
    for a in correct.moments:
        for b in garbled.moments:
            yield from _date_pair(a, b)
    yield from _era(correct, garbled)


def _date_pair(a: Moment, b: Moment) -> Step:
    if not (a.month and b.month and _agree(a.year, b.year)):
        return
    days = a.day and b.day
    if days and (a.day, a.month) == (b.month, b.day) and a.day != a.month:
        yield "date_day_month_swap", "day and month changed places"
    elif a.month != b.month and _agree(a.day, b.day):
        yield "month_confusion", f"{MONTHS[a.month - 1]} became {MONTHS[b.month - 1]}"
    elif days and a.month == b.month and a.day != b.day:
        yield "date_shift", "the day was changed"


def _agree(a: int | None, b: int | None) -> bool:
    return a is None or b is None or a == b


def _era(correct: Figure, garbled: Figure) -> Step:
    """The year kept as written in the other era, or turned with the wrong offset."""
    years = [m.year for m in correct.moments if m.year] or _year_values(correct)
    other = [m.year for m in garbled.moments if m.year] or _year_values(garbled)
    if not years or not other or set(years) & set(other):
        return
    gap = other[0] - years[0]
    if correct.era or abs(gap) in _ERA_GAPS:
        yield "calendar_shift", "the year was not turned into the common era"
        return
    if correct.kind == garbled.kind == "date":
        for edit in edits(str(years[0]), str(other[0])):
            yield edit.operation, edit.how
        if _same_day(correct, garbled):
            yield "date_shift", "the year was changed"


def _same_day(correct: Figure, garbled: Figure) -> bool:
    a, b = correct.moments[0], garbled.moments[0]
    return (a.month, a.day) == (b.month, b.day) and a.month is not None


def _year_values(figure: Figure) -> list[int]:
    value = figure.value
    return (
        [int(value)]
        if value and value % 1 == 0 and 1000 <= value <= 2700 and not figure.unit
        else []
    )
