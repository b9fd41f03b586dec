"""How spelled-out numbers get garbled: parts lost, -teen for -ty, one word taken for another."""

from __future__ import annotations

from numcheck.translation.calendar_slips import Step
from numcheck.translation.edits import text_of
from numcheck.translation.figures import Figure
from numcheck.translation.lexicon import load
from numcheck.translation.same import close

_PARTS_LOST = "parts of a compound number were lost or added up wrongly"


def compositions(correct: Figure, garbled: Figure) -> Step:
    """Spelled-out numbers put together wrongly."""
    written = correct.written
    a, b = correct.value, garbled.value
    if not a or not b or not correct.values[0].single:
        return
    one, other = a / written.scale, b / written.scale
    if correct.unit == "tenth" and garbled.unit == "percent" and close(a, b):
        yield "numeral_composition", "tenths were taken for percent"
    if written.dual and close(b * 2, a):
        yield "numeral_composition", "the dual was read as one"
    if written.halves and _half_slip(one, other):
        yield "numeral_composition", "a word for one half more was misread"
    if correct.language in ("fr", "") and _vigesimal(one, other):
        yield "numeral_composition", _PARTS_LOST
    if not written.digits and len(written.joined) > 1 and other in _slips(written.joined):
        yield "numeral_composition", _PARTS_LOST


def _half_slip(a: float, b: float) -> bool:
    return (
        any(close(b, x) for x in (a - 1, a + 1, a - 0.5, a + 0.5, a - 0.25, a + 0.25, 0.5, a * 2))
        and b > 0
    )


def _vigesimal(a: float, b: float) -> bool:
    """French 70 to 99 with a part lost: soixante(-dix), quatre-vingt(-dix), quatre, vingt."""
    if a % 1 or not 70 <= a <= 99:
        return False
    base, rest = (60.0, a - 60) if a < 80 else (80.0, a - 80)
    slips = {base, base + rest % 10 if rest >= 10 else base}
    if base == 80:
        slips |= {24.0 + rest, 24.0, 420.0 + rest, 4.0 * 100 + 20 + rest}
    return b in slips and b != a


def _slips(parts: tuple[float, ...]) -> set[float]:
    """What comes out if a spelled number loses a part or the parts are joined as digits."""
    whole = sum(parts)
    glued = float("".join(text_of(p) for p in parts)) if all(p % 1 == 0 for p in parts) else whole
    return ({whole - part for part in parts} | {glued, parts[0] * parts[1]}) - {whole}


def teens(correct: Figure, garbled: Figure) -> Step:
    """15 for 50, and the near words for 12 and 20 of many languages."""
    if not correct.value or not garbled.value or not correct.values[0].single:
        return
    scale = correct.written.scale if correct.written.scale == garbled.written.scale else 1.0
    low, high = sorted((correct.value / scale, garbled.value / scale))
    if 12 <= low < 20 and high == (low - 10) * 10:
        if low == 12:  # dvanáct, dvacet: near words in many languages, though no -teen
            yield "number_word_confusion", "two similar number words were confused"
        else:
            yield "teen_ty_swap", "-teen and -ty were confused"


def number_words(correct: Figure, garbled: Figure) -> Step:
    """Two words of the source's language that look or sound alike ("deux", "douze")."""
    a, b = correct.value, garbled.value
    if a is None or b is None or not correct.values[0].single or a == b:
        return
    low, high = a / correct.written.scale, b / garbled.written.scale
    if correct.written.scale != garbled.written.scale:
        low, high = a, b
    lexicon = load(correct.language) if correct.language else None
    if lexicon is None or correct.written.digits:
        return
    for pair in lexicon.similar:
        if (low != high and {low, high} == pair) or _differ_by_pair(low, high, pair):
            yield "number_word_confusion", "two similar number words were confused"
    if low >= 20 and high >= 20 and low % 10 == 0 and high % 10 == 0 and low < 100 and high < 100:
        yield "number_word_confusion", "two similar number words were confused"


def _differ_by_pair(low: float, high: float, pair: frozenset[float]) -> bool:
    """Do two numbers differ only in a part that is of the pair (67 for 77)?"""
    if len(pair) != 2 or low == high:
        return False
    one, two = pair
    return high - low in (two - one, one - two) and (low % 100 - one) % 10 == low % 10 and low > 20
