"""Numerals in words: "two and a half million", "twenty-first", "several hundred", "dozens".

What a cardinal is worth, `cardinals` adds up; here the first word tells what is read.
"""

from __future__ import annotations

import math

from numcheck.model import Interval
from numcheck.text.cardinals import cardinal_numeral, of_a_scale
from numcheck.text.lexicon import lexicon
from numcheck.text.number_tokens import Token, tokens_from
from numcheck.text.numerals import Numeral, words


def read_words(folded: str, at: int) -> Numeral | None:
    """The numeral that begins with the word at `at`; None if the words are no figure."""
    tokens = tokens_from(folded, at)
    article = 1 if tokens and tokens[0].kind == "A" else 0
    if len(tokens) <= article:
        return None
    first = tokens[article]
    if first.kind == "W":
        return _few(tokens, article)
    if first.kind == "V":
        return None if article else _vague(folded, tokens)
    if first.kind == "M":
        return Numeral(first.start, first.end, first.value, 1.0, "multiplier")
    if first.kind == "F" and first.word.startswith("hal"):
        half = Numeral(tokens[0].start, first.end, 0.5, 0.5, "fraction")
        return of_a_scale(tokens, article + 1, half)
    if first.kind in "FO":
        return _share_or_rank(tokens, article)
    return cardinal_numeral(folded, tokens)


# -- shares, ranks, vague plurals -----------------------------------------------------------


def _share_or_rank(tokens: list[Token], article: int) -> Numeral | None:
    """ "a third", "a quarter million", "the third"; whether "a third" is a rank, others see."""
    first = tokens[article]
    if article and first.word in words().fractions:
        below, _ = words().fractions[first.word]
        part = Numeral(tokens[0].start, first.end, 1 / below, 1 / below, "fraction")
        return of_a_scale(tokens, article + 1, part)
    if first.kind == "O":
        return Numeral(first.start, first.end, first.value, 1.0, "ordinal")
    return None


def _vague(folded: str, tokens: list[Token]) -> Numeral | None:
    """ "dozens", "hundreds of thousands": a core a reader has in mind, and no upper limit."""
    first = tokens[0]
    entry = words().vague[first.word]
    factor, end, index = 1.0, first.end, 1
    while index + 1 < len(tokens) and tokens[index].kind == "&" and tokens[index + 1].plural_scale:
        factor, end = factor * tokens[index + 1].value, tokens[index + 1].end
        index += 2
    if (factor == 1.0 and first.word == "tens") or (
        first.word == "scores" and not folded.startswith(" of", end)
    ):
        return None
    core = Interval(*(float(limit) * factor for limit in entry["core"]))
    hull = Interval(float(entry["low"]) * factor, math.inf)
    middle = (core.low + core.high) / 2
    return Numeral(first.start, end, middle, factor, "vague", core, hull)


def _few(tokens: list[Token], article: int) -> Numeral:
    """ "several", "a few hundred", "a couple of dozen"."""
    entry = lexicon("numerals")["small_vague"][tokens[article].word]
    factor, end, index = 1.0, tokens[article].end, article + 1
    if index < len(tokens) and tokens[index].kind == "&":
        index += 1
    while index < len(tokens) and tokens[index].kind in "HSG":
        factor, end = factor * tokens[index].value, tokens[index].end
        index += 1
    shape = entry["scaled"] if factor > 1 else entry
    core, hull = (
        Interval(*(float(limit) * factor for limit in shape[key])) for key in ("core", "hull")
    )
    middle = (core.low + core.high) / 2
    return Numeral(tokens[0].start, end, middle, factor, "vague", core, hull, scaled=factor > 1)
