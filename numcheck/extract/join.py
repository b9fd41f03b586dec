"""Neighbouring figures that are one, or that share a unit: ranges, ratios, scores, feet and inches."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.intervals import intervals
from numcheck.model import Interval

_LONGEST_GAP = 12
_RANGE = re.compile(
    r"(?: ?[-–—‐‑] ?| to |-to-| through | thru | till | up to | to about | to around | to as (?:many|much) as )(?:an? )?"
)
_CHANGE = re.compile(
    r"\b(?:rose|rise[ns]?|rising|grew|grows?n?|growing|increas\w+|declin\w+|dropp?\w*|jump\w*|fell|falls?|falling|fallen|slipp?\w*|cut\w*|rais\w+|"
    r"climb\w*|gain\w*|lost|advanc\w+|up|down|slid\w*|tumbl\w*|plung\w*|surg\w+|soar\w*|shr[aiu]nk\w*|reduc\w+|lower\w*|doubl\w+|tripl\w+|chang\w+|went|go(?:es|ing)?|improv\w+|expand\w*|"
    r"mov\w+|edg\w+|eas\w+|add\w*|boost\w*|expan\w+|swell\w*|dip\w*|inch\w*|widen\w*|narrow\w*|revis\w+|upgrad\w+|downgrad\w+|slow\w*|slash\w*|hik\w+|swung|extend\w*)\b"
)
_RATIO = re.compile(r"(?: in |-in-| out of |-out-of-| of every | in every )(?:every |each )?")
_OR = re.compile(r",? or (?:even )?(?:an? )?")
_AND = re.compile(r",? (?:and|or|to|and then|or even|nor) ")
_HUNG = re.compile(r"-,? ?(?:and |or |to )?")
_CONTEST = re.compile(
    r"\b(?:w[io]ns?|won|winning|beat\w*|los[est]\w*|defeat\w*|lead\w*|led|draw\w*|drew|scor\w+|victor\w+|record|title|vot\w+|ruling|ruled|margin|decision|tie[ds]?|final|aggregate|game|match|series|set|goal\w*|half-?time|triumph\w*|thrash\w*|edg\w+|down|up|trail\w*|rout\w*|by|against|over|at)\b"
)
_FEET_INCHES = re.compile(r",? ?(?:and )?")


def join(copy: Copy, figures: list[Figure]) -> list[Figure]:
    """The figures with ranges, ratios and compounds made one; places stay in order."""
    done: list[Figure] = []
    for figure in figures:
        if done and 0 <= figure.start - done[-1].end <= _LONGEST_GAP:
            gap = copy.folded[done[-1].end : figure.start]
            made = _pair(copy, done[-1], gap, figure)
            if made is not None:
                done[-1] = made
                continue
        done.append(figure)
    return done


def _pair(copy: Copy, first: Figure, gap: str, second: Figure) -> Figure | None:
    plain = _is_plain(first) and _is_plain(second)
    if plain and _RANGE.fullmatch(gap):
        return _range(copy, first, gap, second)
    if plain and gap in (" and ", " and an ", " and a ") and first.shape == "range":
        return _as_range(copy, first, second)
    if (
        plain
        and _OR.fullmatch(gap)
        and first.bound == "exact"
        and second.bound == "exact"
        and first.value < second.value
    ):
        return _alternatives(copy, first, second)
    if plain and _RATIO.fullmatch(gap):
        return _ratio(first, second)
    if _FEET_INCHES.fullmatch(gap):
        return _compound(first, second)
    return None


def _is_plain(figure: Figure) -> bool:
    return (
        figure.form not in ("ordinal", "multiplier")
        and figure.kind not in ("date", "time", "identifier", "ordinal", "score")
        and len(figure.parts) == 0
    )


def _range(copy: Copy, first: Figure, gap: str, second: Figure) -> Figure | None:
    if second.bound != "exact" and "to" not in gap:
        return None
    if first.kind == "year" or second.kind == "year":
        return None
    hyphen = "to" not in gap and "thr" not in gap and "till" not in gap
    if gap.strip() == "-to-" and not (first.unit or second.unit) and first.value > second.value:
        return _as_parts(first, second, "ratio")
    window = copy.folded[max(0, first.start - 60) : first.start]
    if hyphen:
        if _is_score(copy, first, second, window):
            return _as_parts(first, second, "score")
    elif (
        first.shape != "range"
        and _CHANGE.search(window.rpartition(". ")[2])
        and first.symbol_first + bool(first.unit) + 1
    ):
        # "rose 5 to 170", "rose by $43.6bn to $419.2bn": a change and a level, not a range.
        return None
    elif first.shape == "range" and _CHANGE.search(window.rpartition(". ")[2]):
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    return _as_range(copy, first, second)


def _is_score(copy: Copy, first: Figure, second: Figure, window: str) -> bool:
    """ "3-1", "a 5-4 ruling"; a rising pair with a thing after it is a range."""
    if (
        first.unit
        or second.unit
        or first.scaled
        or second.scaled
        or first.form != "digits"
        or first.malformed
    ):
        return False
    if (
        max(first.value, second.value) > 300
        or first.value != int(first.value)
        or second.value != int(second.value)
        or first.value < 0
    ):
        return False
    if first.value >= second.value:
        return True
    return bool(_CONTEST.search(window[-40:])) and not re.match(
        r"[ -](?:[a-z]+ )?[a-z]+s\b", copy.folded[second.end : second.end + 30]
    )


def _as_parts(first: Figure, second: Figure, kind: str) -> Figure:
    first.end, first.parts = second.end, (first.value, second.value)
    first.kind = "score" if kind == "score" else "ratio"
    if kind == "ratio" and second.value:
        first.value = first.value / second.value
    return first


def _as_range(copy: Copy, first: Figure, second: Figure) -> Figure:
    """One figure from two ends; scale and unit told once belong to both."""
    if not first.unit and second.unit:
        first.unit, first.kind = second.unit, second.kind
    elif first.unit and not second.unit:
        second.unit, second.kind = first.unit, first.kind
    scale = second.step if second.scaled and not first.scaled else 1.0
    low, high = first.value, second.value
    if second.scaled and not first.scaled and second.value:
        factor = _scale_of(copy, second)
        if low * factor < high and low < high / factor * 10 and low >= 0 and low < 1000:
            low, scale = low * factor, factor
    if high < 0 < low and second.value < 0:
        high = -high
    low, high = min(low, high), max(low, high)
    open_low = first.bound
    first.end, first.parts = second.end, (low, high)
    first.value = (low + high) / 2
    first.step = max(first.step * scale, second.step)
    first.kind, first.unit = second.kind, second.unit
    first.bound, first.shape = "between", open_low if open_low != "exact" else ""
    core = Interval(low, high)
    first.core, first.hull, first.scaled = core, core, second.scaled
    return first


def _scale_of(copy: Copy, figure: Figure) -> float:
    """What the printed digits were multiplied by: a million for "3 million"."""
    digits = re.match(r"[\d.,]+", copy.folded[figure.numeral_start : figure.numeral_end])
    if digits is None:
        return figure.step if figure.step > 1 else 1.0
    decimals = len(digits[0].rstrip(".,").partition(".")[2])
    return float(f"{figure.step * 10.0**decimals:.12g}")


def _alternatives(copy: Copy, first: Figure, second: Figure) -> Figure | None:
    """ "30,000 or 50,000": either, so from the one to the other."""
    if (
        (first.unit and first.unit != second.unit)
        or first.kind == "year"
        or second.kind == "year"
        or first.form == "vague"
        or second.form == "vague"
    ):
        return None
    if second.value > 10 * max(first.value, 0.1) or first.value <= 0:
        return None
    return _as_range(copy, first, second)


def _ratio(first: Figure, second: Figure) -> Figure | None:
    """ "one in five", "three out of four": a share."""
    if (
        first.unit
        or second.unit
        or second.kind == "year"
        or not 0 < first.value < second.value
        or first.value != int(first.value)
    ):
        return None
    if (
        first.scaled
        or first.value > 999
        or second.bound != "exact"
        or "vague" in (first.form, second.form)
    ):
        return None
    first.end, first.parts = second.end, (first.value, second.value)
    first.value, first.kind, first.form = first.value / second.value, "ratio", "fraction"
    return first


_COMPOUNDS = {("foot", "inch"): 12.0, ("yard", "foot"): 3.0, ("yard", "inch"): 36.0, ("meter", "centimeter"): 100.0, ("stone", "pound"): 14.0, ("pound", "ounce"): 16.0,
              ("kilometer", "meter"): 1000.0, ("kilogram", "gram"): 1000.0}  # fmt: skip


def _compound(first: Figure, second: Figure) -> Figure | None:
    """ "5 feet 2 inches", "$20 and 43 cents": one quantity in the larger unit."""
    if (
        first.kind == "money"
        and second.unit == "cent"
        and second.value < 100
        and first.unit in ("USD", "EUR", "CAD", "AUD")
        and first.value == int(first.value)
    ):
        first.value, first.step, first.end = first.value + second.value / 100, 0.01, second.end
        return first
    factor = _COMPOUNDS.get((first.unit, second.unit))
    if (
        factor is None
        or second.value >= factor
        or first.bound == "between"
        or second.bound != "exact"
    ):
        return None
    first.value, first.step, first.end = first.value + second.value / factor, 1 / factor, second.end
    return first


def share_units(copy: Copy, figures: list[Figure]) -> None:
    """Give a bare figure the unit told after its neighbour: "5 and 10 percent", "four-, five- and six-inch"."""
    for index in range(len(figures) - 2, -1, -1):
        first, second = figures[index], figures[index + 1]
        if (
            first.unit
            or not second.unit
            or not 0 < second.start - first.end <= 8
            or first.kind != "number"
        ):
            continue
        gap = copy.folded[first.end : second.start]
        if (
            (_HUNG.fullmatch(gap) and gap[0] == "-" and len(gap) > 1)
            or (_AND.fullmatch(gap) and not second.symbol_first)
            or (gap == ", " and _in_list(copy, figures, index))
        ):
            first.unit, first.kind = second.unit, second.kind
            if second.scaled and not first.scaled and first.value < 1000 and first.form == "digits":
                factor = _scale_of(copy, second)
                if factor >= 1000:
                    first.value, first.step, first.scaled = (
                        first.value * factor,
                        first.step * factor,
                        True,
                    )


def _in_list(copy: Copy, figures: list[Figure], index: int) -> bool:
    """Does the comma stand in "5, 10 and 15 percent"?"""
    if index + 2 >= len(figures):
        return False
    second, third = figures[index + 1], figures[index + 2]
    return (
        bool(re.fullmatch(r",? (?:and|or) ", copy.folded[second.end : third.start]))
        and second.numeral_end == second.end
    )


__all__ = ["intervals", "join", "share_units"]
