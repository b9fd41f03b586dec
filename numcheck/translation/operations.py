"""Which single operation turns one figure into another, best first.

The order is that of plausibility: what changes the label while the number stays (currency,
unit, bound, percent) comes before what changes the number, and what the writing of the
correct figure suggests (scale words, native digits, spelled-out numbers) before bare digit
edits. Nothing is ever stacked: figures that need two steps have no explanation.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace

from numcheck.model import Garble
from numcheck.translation import calendar_slips, word_slips
from numcheck.translation.calendar_slips import Step
from numcheck.translation.edits import edits, text_of
from numcheck.translation.figures import Figure, Range, Written
from numcheck.translation.same import close, compatible_units, same_value

LOWER, UPPER = ("at_least", "more_than"), ("at_most", "less_than")


def explain(correct: Figure, garbled: Figure, *, labels_only: bool = False) -> list[Garble]:
    """The operations that would explain the pair, best first; empty if none does alone."""
    found: dict[str, Garble] = {}
    for index, step in enumerate(_STEPS[:1] if labels_only else _STEPS):
        for operation, how in step(correct, garbled):
            found.setdefault(operation, Garble(operation, how, 1.0 + index / 10))
    return list(found.values())


def _labels(correct: Figure, garbled: Figure) -> Step:
    """The number stands, and what goes with it changed."""
    if not same_value(correct, garbled, labels=False):
        return
    yield from _unit_labels(correct, garbled)
    yield from _bounds(correct, garbled)
    if {correct.relation, garbled.relation} == {"by", "to"}:
        yield "by_to_swap", f'"{correct.relation}" became "{garbled.relation}"'
    if {correct.direction, garbled.direction} == {"rise", "fall"}:
        yield "direction_flip", f"a {correct.direction} became a {garbled.direction}"
    if (
        (correct.kind == "ordinal") != (garbled.kind == "ordinal")
        and not garbled.unit
        and not correct.unit
    ):
        yield "ordinal_cardinal", "a rank and a count were confused"


def _unit_labels(correct: Figure, garbled: Figure) -> Step:
    kinds = (correct.kind, garbled.kind)
    if set(kinds) == {"percent", "points"}:
        yield "percent_point_swap", "percentage points and percent were confused"
    elif "percent" in kinds and kinds[0] != kinds[1] and "number" in kinds:
        yield "percent_dropped", "the percent sign was lost"
    elif kinds == ("money", "number"):
        yield "currency_dropped", "the currency was lost"
    elif kinds == ("money", "money") and not compatible_units(correct.unit, garbled.unit):
        yield "currency_swap", "the currency was replaced and the amount kept"
    elif kinds == ("money", "percent") or kinds == ("number", "percent"):
        yield "unit_swap", "a percent sign was added"
    elif correct.unit and garbled.unit and not compatible_units(correct.unit, garbled.unit):
        yield "unit_swap", "the unit was replaced and the number kept"


def _bounds(correct: Figure, garbled: Figure) -> Step:
    if (correct.bound in LOWER and garbled.bound in UPPER) or (
        correct.bound in UPPER and garbled.bound in LOWER
    ):
        yield "bound_flip", "a lower and an upper limit were confused"
    elif correct.bound in LOWER + UPPER and garbled.bound == "exact":
        yield "bound_dropped", "the limit was lost"


def _sign(correct: Figure, garbled: Figure) -> Step:
    a, b = correct.value, garbled.value
    if a and b and close(a, -b) and compatible_units(correct.unit, garbled.unit):
        yield "sign_lost", "the minus sign was lost" if a < 0 else "a minus sign was added"


def _fractions(correct: Figure, garbled: Figure) -> Step:
    a, b = correct.value, garbled.value
    if correct.kind == "fraction" and a and b and a not in (0.0, 1.0) and close(a * b, 1.0):
        yield "fraction_inversion", "over and under changed places"
        return
    yield from _parts_of_fractions(correct, garbled)


def _parts_of_fractions(correct: Figure, garbled: Figure) -> Step:
    """One part of a fraction garbled as a number of its own ("one in fifteen" for a fifth)."""
    parts = correct.written.joined, garbled.written.joined
    if not correct.kind == garbled.kind == "fraction" or not len(parts[0]) == len(parts[1]) == 2:
        return
    differing = [pair for pair in zip(*parts, strict=True) if not close(*pair)]
    if len(differing) == 1:
        one, other = _plain(correct, differing[0][0]), _plain(garbled, differing[0][1])
        for step in (word_slips.teens, word_slips.number_words, _digit_edits):
            yield from step(one, other)


def _plain(figure: Figure, value: float) -> Figure:
    """One part of a fraction as a number of its own."""
    written = Written(script=figure.written.script, mantissa=value, joined=(value,))
    return replace(figure, kind="number", values=(Range(value, value),), written=written)


def _ranges(correct: Figure, garbled: Figure) -> Step:
    if not correct.values or not garbled.values or correct.vague or garbled.vague:
        return
    whole, rest = correct.values[0], garbled.values[0]
    if whole.single or not rest.single:
        return
    if close(whole.low, rest.low) or close(whole.high, rest.high):
        yield "range_end_dropped", "one end of the range was lost"
        return
    scale = correct.written.scale
    ends = [text_of(end) for end in whole], [text_of(end / scale) for end in whole]
    glued = {low + high for low, high in ends}
    if text_of(rest.low) in glued or text_of(rest.low / garbled.written.scale) in glued:
        yield "range_collapse", "the two ends of the range were run together"
    elif correct.written.joined and _digits_of(whole) == text_of(rest.low).rstrip("0"):
        yield "numeral_composition", "the two ends of the range were read as one number"


def _digits_of(whole: Range) -> str:
    low, high = (text_of(end).rstrip("0") for end in whole)
    return low + high[len(low) - 1 :]


def _scales(correct: Figure, garbled: Figure) -> Step:
    """A wrong power of ten, told by the scale words and separators of both sides."""
    powers = _powers(correct, garbled)
    if not powers:
        return
    power, written = powers[0], correct.written
    if power < 0 and _word_lost(correct, garbled, power):
        yield "scale_word_drop", "a scale word was lost"
    if garbled.written.scale > 1 == written.scale and _log(garbled.written.scale) == power:
        yield "scale_word_added", "a scale word was added"
    yield from _by_system(correct, garbled, power)
    if written.scale > 1 or garbled.written.scale > 1:
        yield "scale_shift", f"the scale was wrong by 10^{abs(power)}"
        return
    yield from _digit_edits(correct, garbled)
    yield "scale_shift", f"the scale was wrong by 10^{abs(power)}"


def _by_system(correct: Figure, garbled: Figure, power: int) -> Step:
    """What the scale words or separators of the correct figure suggest."""
    written = correct.written
    if written.system == "long" and power == -3:
        yield "long_scale", "a long-scale word (10^12) was taken for billion"
    if written.system == "myriad":
        yield "myriad_scale", "units of ten thousand were mapped onto thousands"
    if "indian" in (written.system, garbled.written.system) or _indian_grouping(written.digits):
        yield "indian_scale", "lakh, crore or their grouping was misread"
    if _separators_differ(correct, garbled):
        yield "separator_confusion", "decimal and thousands marks were confused"


def _word_lost(correct: Figure, garbled: Figure, power: int) -> bool:
    """Was a scale word left out, all of it or one of two in a row ("mil milhões")?"""
    a, b = correct.written, garbled.written
    if a.scale <= b.scale or _log(a.scale / b.scale) != -power or (a.system and b.scale > 1):
        return False
    return b.scale == 1 or correct.written.words_of_scale > garbled.written.words_of_scale


def _log(scale: float) -> int:
    return round(math.log10(scale))


def _powers(correct: Figure, garbled: Figure) -> list[int]:
    found = []
    for a, b in _value_pairs(correct, garbled):
        if a <= 0 or b <= 0:
            continue
        exponent = math.log10(b / a)
        if round(exponent) and abs(exponent - round(exponent)) < 1e-9 and abs(exponent) < 13:
            found.append(round(exponent))
    return found


def _value_pairs(correct: Figure, garbled: Figure) -> list[tuple[float, float]]:
    """Pairs of sizes to be explained, with the labels' units left aside."""
    return [
        (a.low, b.low)
        for a in correct.values[:2]
        for b in garbled.values[:2]
        if a.single == b.single
        and (a.single or close(a.high / (a.low or 1), b.high / (b.low or 1)))
    ]


def _indian_grouping(digits: str) -> bool:
    groups = digits.split(",")
    return len(groups) > 2 and all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3


def _separators_differ(correct: Figure, garbled: Figure) -> bool:
    """Are the digits the same and only the marks between them not?"""
    a, b = correct.written, garbled.written
    if not a.digits or a.scale != b.scale:
        return False
    one, two = a.digits, b.digits or text_of(b.mantissa)
    marked = not one.isdecimal() or "." in two
    plain = [re.sub(r"\D", "", digits) for digits in (one, two)]
    # One nought lost is a digit lost; three are what a mark parts off.
    moved = "." in two or (len(plain[0]) - len(plain[1])) % 3 == 0
    return marked and moved and _bare(one) == _bare(two)


def _bare(digits: str) -> str:
    return "".join(c for c in digits if c.isdecimal()).strip("0")


def _digit_edits(correct: Figure, garbled: Figure) -> Step:
    if correct.vague or garbled.vague:
        return
    script = correct.written.script
    for a, b in _value_pairs(correct, garbled):
        for one, other in _comparable(correct, garbled, a, b):
            if len(one) == len(other) == 1 and not script:
                continue
            for edit in edits(one, other, script):
                yield edit.operation, edit.how


def _comparable(correct: Figure, garbled: Figure, a: float, b: float) -> Step:
    """Digit strings to compare: the numbers as written where scales agree, then the values."""
    one, other = correct.written, garbled.written
    if one.scale == other.scale > 1:
        yield text_of(one.mantissa), text_of(other.mantissa)
    elif one.scale != other.scale:
        # 315.1亿 is "31.51 billion": bring both to the scale of the translation.
        yield text_of(a / other.scale), text_of(other.mantissa)
    yield text_of(abs(a)), text_of(abs(b))


_STEPS: tuple[Callable[[Figure, Figure], Step], ...] = (
    _labels, _sign, _fractions, _ranges, calendar_slips.times, calendar_slips.dates,
    word_slips.teens, word_slips.compositions, word_slips.number_words, _scales, _digit_edits,
)  # fmt: skip
