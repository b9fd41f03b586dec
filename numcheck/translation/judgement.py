"""What may be said of two figures, or of one without its like, before a reader is told."""

from __future__ import annotations

import re
from functools import cache

from numcheck.model import NOWHERE
from numcheck.patterns import pattern
from numcheck.translation.align import Alignment
from numcheck.translation.figures import Figure
from numcheck.translation.lexicon import closed
from numcheck.translation.same import base_of, compatible_units, converts

#: "24/7", "24 heures sur 24", "7 gün 24 saat".
_ALWAYS = pattern(r"(?<!\d)(?:24|7)(?!\d)\D{1,10}(?:24|7)(?!\d)")
_SIDES = pattern(r"(?<!\d)\d{1,2}[-–:]\d{1,2}(?!\d)")
_SCORE = 21
#: Kinds of figures that a verb moves up or down.
MOVED = ("percent", "points", "money", "multiple", "temperature")
_SIZES = {
    "number",
    "percent",
    "points",
    "money",
    "measure",
    "temperature",
    "duration",
    "fraction",
    "multiple",
    "ordinal",
}


def must_be_rendered(figure: Figure, text: str) -> bool:
    """May this figure not go missing (or be invented) in an honest translation?

    Small number words, ranks, halves and dates may: prose says "both", "again", "on Tuesday".
    """
    if figure.weak or figure.vague or figure.kind in ("name", "multiple", "ordinal"):
        return False
    if says_always(figure, text) or _is_named_time(figure) or _is_score(figure, text):
        return False
    if _loose_number(figure.language).match(figure.text):
        return False
    if figure.value == 1 or _heads_item(figure, text) or text[figure.end : figure.end + 1] == "s":
        return False
    if figure.kind == "date":
        return any(m.year and m.month for m in figure.moments)
    if figure.kind in ("time", "percent", "points", "money"):
        return True
    return bool(figure.written.digits) or (figure.value or 0) > 12


@cache
def _loose_number(code: str) -> re.Pattern[str]:
    """Not always meant by number ("a thousand thanks")."""
    return pattern(rf"(?i){closed(code, 'loose_numbers')}\b")


def says_always(figure: Figure, text: str) -> bool:
    """Is this one of the numbers that say "always": 24 hours, 7 days, 24/7, 24 heures sur 24?"""
    counted = (figure.value, figure.unit)
    if counted in ((24.0, "hour"), (7.0, "day"), (365.0, "day"), (12.0, "month")):
        return True
    if figure.kind == "time":
        return figure.written.mantissa == 24
    before, after = (
        text[max(0, figure.start - 16) : figure.end],
        text[figure.start : figure.end + 16],
    )
    return bool(_ALWAYS.search(before) or _ALWAYS.match(after))


def _is_score(figure: Figure, text: str) -> bool:
    """Is this one side of a score ("2-1"), which prose tells in words?"""
    if figure.unit or figure.kind != "number" or not 0 <= (figure.value or 0) < _SCORE:
        return False
    around = text[max(0, figure.numeral.start - 3) : figure.numeral.end + 3]
    return _SIDES.search(around) is not None


def _is_named_time(figure: Figure) -> bool:
    """Is this time a word alone ("noon")?"""
    return figure.kind == "time" and figure.numeral == NOWHERE and figure.text.isalpha()


def _heads_item(figure: Figure, text: str) -> bool:
    """Is this the number of a list item ("2. Do not log in")?"""
    first = not text[: figure.start].rpartition("\n")[2].strip()
    return first and text[figure.end : figure.end + 1] in (".", ")", "、", "．")


def is_trifling(figure: Figure) -> bool:
    """One or two in words that count nothing: prose uses them freely."""
    if not figure.weak or is_bare_month(figure) or figure.written.halves or (figure.value or 0) > 2:
        return False
    return figure.value != 2 or not (figure.role or figure.unit or figure.counted)


def is_bare_month(figure: Figure) -> bool:
    """Is this a month without day or year ("in July", 6月)?"""
    return bool(figure.moments) and all(
        m.month and not m.day and not m.year and m.hour is None for m in figure.moments
    )


def is_lone_month(source: Figure, target: Figure, aligned: Alignment) -> bool:
    """Are these the only months left on either side, no date among them?"""
    left = [f for f in (*aligned.source, *aligned.target) if f.kind == "date"]
    return len(left) == 2 and is_bare_month(source) and is_bare_month(target)


def are_comparable(source: Figure, target: Figure) -> bool:
    """Could one figure be a bad rendering of the other? Kinds and units must allow it."""
    kinds = {source.kind, target.kind}
    if "time" in kinds:
        return kinds <= {"time", "duration"} or kinds == {"time"}
    if "date" in kinds:
        return kinds == {"date"} or bool(kinds & {"number", "ordinal"})
    if not kinds <= _SIZES or source.vague != target.vague:
        return False
    if source.unit and target.unit and not compatible_units(source.unit, target.unit):
        return {source.kind, target.kind} == {"percent", "points"}
    return True


def is_only_pair(source: Figure, target: Figure, aligned: Alignment) -> bool:
    """Are these the only two figures of their kind left, and alike in all but size?"""
    alike = source.kind == target.kind and compatible_units(source.unit, target.unit)
    left = [f for f in aligned.source if f.kind == source.kind and not is_trifling(f)]
    right = [f for f in aligned.target if f.kind == target.kind and not is_trifling(f)]
    sure = bool(source.written.digits or target.written.digits or (target.value or 0) > 12)
    sure = sure or not (source.weak or target.weak)
    return alike and len(left) == len(right) == 1 and sure


def is_unconverted(source: Figure, target: Figure, aligned: Alignment) -> bool:
    """Are these one measure in two units that do not agree, the only two that are left?"""
    if compatible_units(source.unit, target.unit) or converts(source, target):
        return False
    one = source.kind == "temperature" or base_of(source.unit)[0] == base_of(target.unit)[0]
    alone = all(
        sum(f.kind == source.kind for f in left) == 1 for left in (aligned.source, aligned.target)
    )
    return one and alone and source.kind == target.kind in ("measure", "temperature")
