"""Numerals as copy writes them: digits in every grouping, number words, fractions, vague plurals.

A numeral is read at a place where an anchor was found; its sign, currency, unit and bound words are
the business of `numcheck.extract`. All look-ups are in folded text (see `fold`). Reading stops after
a fixed number of words or digits, so that no text can make it slow.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Literal, NamedTuple

from numcheck.model import Interval
from numcheck.text.lexicon import lexicon
from numcheck.text.trie import alternation

Form = Literal["digits", "words", "fraction", "ordinal", "multiplier", "vague"]

#: Longer runs of digits are account numbers or noise; int() of a megabyte of digits is quadratic.
MAX_DIGITS = 36
_MAX_WORDS = 16

_THIN = "\u00a0\u2009\u202f"
_DIGITS = re.compile(rf"\d+(?:[.,]\d+|['’{_THIN} ]\d{{3}}(?![\d]))*")
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = re.compile(rf"\d{{1,3}}(?:['’{_THIN} ]\d{{3}})+(?:[.,]\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
# Tokenised copy puts spaces around separators: "10 , 000", "1 . 6 billion".
_LOOSE = re.compile(r"\d{1,3}(?:(?: ,|,) ?\d{3}(?!\d))+(?: \. \d+)?|\d+ \. \d+")
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
_MIXED = re.compile(
    rf"[ {_THIN}-]?([{''.join(_VULGAR)}])|[ {_THIN}-](\d{{1,2}})[/⁄](\d{{1,3}})(?![\d/])"
)
_SLASHED = re.compile(r"[/⁄](\d{1,4})(?![\d/⁄.]|,\d)")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(rf"(?:[\s{_THIN}]{{1,3}}(?:[-‑–—] )?|[-‑–—])(?=[a-z])")


class Numeral(NamedTuple):
    """A numeral and its worth; `core` and `hull` are given where the words name no single number.

    `step` is the worth of the last printed digit: 1 for 774, 100,000 for "1.5 million".
    """

    start: int
    end: int
    value: float
    step: float
    form: Form
    core: Interval | None = None
    hull: Interval | None = None
    malformed: str = ""
    scaled: bool = False


class _Token(NamedTuple):
    """A number word: its class (see `_classes`), its worth and where it stands."""

    kind: str
    value: float
    start: int
    end: int
    word: str


@cache
def _classes() -> dict[str, tuple[str, float]]:
    """Every word a numeral may be made of, with a letter for its class and its worth."""
    words = lexicon("numerals")
    found: dict[str, tuple[str, float]] = {}
    for letter, section in (("F", "fractions"), ("O", "ordinals"), ("U", "units"), ("T", "teens"), ("D", "tens"),
                            ("H", "hundred"), ("S", "scales"), ("G", "groups"), ("M", "multipliers")):  # fmt: skip
        for word, value in words[section].items():
            found[word] = (letter, float(value))
    found.update(dict.fromkeys(words["vague"], ("V", 0.0)))
    found.update(dict.fromkeys(("several", "few", "couple"), ("W", 0.0)))
    found.update(
        {
            "a": ("A", 1.0),
            "an": ("A", 1.0),
            "and": ("N", 0.0),
            "point": ("P", 0.0),
            "of": ("&", 0.0),
        }
    )
    return found


@cache
def fraction_words() -> dict[str, tuple[float, bool]]:
    """Denominators in words, singular and plural: (denominator, is it plural)."""
    singular = {word: float(value) for word, value in lexicon("numerals")["fractions"].items()}
    found = {word: (value, False) for word, value in singular.items()}
    found.update({word + "s": (value, True) for word, value in singular.items()})
    found["halves"] = (2.0, True)
    return found


@cache
def short_scales() -> dict[str, float]:
    """Scale letters that stand right after digits: "1.5bn", "20k"."""
    return {word: float(value) for word, value in lexicon("numerals")["short_scales"].items()}


@cache
def scale_pattern() -> re.Pattern[str]:
    """A scale word after digits, with its gap: " million", "-thousand", "bn"."""
    long = [
        *lexicon("numerals")["scales"],
        *lexicon("numerals")["hundred"],
        *lexicon("numerals")["groups"],
    ]
    words = alternation([*long, *(word + "s" for word in long)])
    return re.compile(
        rf"[\s{_THIN}]{{0,2}}-?({words})(?![a-z])|[ {_THIN}]?({alternation(short_scales())})(?![a-z0-9²³/])\.?"
    )


def anchor_words() -> list[str]:
    """The words at which a numeral may begin, but for the articles."""
    plain = [word for word, (kind, _) in _classes().items() if kind not in "AN&P"]
    return [*plain, *(word for word in fraction_words() if word.startswith(("hal", "quarter")))]


# -- digits ---------------------------------------------------------------------------------


def read_digits(folded: str, at: int) -> Numeral | None:
    """The numeral whose first digit stands at `at`, with its scale; None if it is no number.

    Version numbers ("1.2.3") and very long runs are none. A number with wrong grouping is
    read with its separators left out, and says so in `malformed`.
    """
    found = _DIGITS.match(folded, at)
    if found is None:
        return None
    digits, end = found[0], found.end()
    if len(digits) > MAX_DIGITS:
        return None
    if (
        folded[end : end + 1] in (" ", ",")
        and (loose := _LOOSE.match(folded, at))
        and loose.end() > end
        and (" ," in loose[0] or " ." in loose[0] or loose[0].endswith(" 000"))
    ):
        digits, end = loose[0].replace(" ", ""), loose.end()
    elif digits.isdigit():
        return _with_fraction(folded, at, end, float(digits), 1.0)
    parsed = _parse(digits)
    if parsed is None:
        return None
    value, step, used, malformed = parsed
    if used < len(digits):
        end = at + used
    return Numeral(at, end, value, step, "digits", malformed=malformed)


def _parse(digits: str) -> tuple[float, float, int, str] | None:
    """Value, step, characters used and what is wrong with the grouping."""
    for pattern, point in (
        (_WESTERN, "."),
        (_INDIAN, "."),
        (_SPACED, ""),
        (_EUROPEAN, ","),
        (_DECIMAL_COMMA, ","),
    ):
        if pattern.fullmatch(digits):
            return *_number(digits, point), len(digits), ""
    if digits.count(".") == 1 and digits.replace(".", "").isdigit():
        return *_number(digits, "."), len(digits), ""
    if "," not in digits and digits.count(".") > 1:
        return None
    return _parse_odd(digits)


def _parse_odd(digits: str) -> tuple[float, float, int, str] | None:
    """Lists without spaces ("1,2,3"), spaced groups that are two numbers, and true garbles."""
    first = re.match(r"\d+", digits)
    groups = re.split(r"[,'’\s]", digits.split(".")[0])
    assert first is not None  # the pattern that found the digits begins with one
    if len(groups[0]) > 3 or all(len(group) < 3 for group in groups) or "," not in digits:
        return float(first[0]), 1.0, len(first[0]), ""
    whole = "".join(groups)
    return float(whole), 1.0, len(digits), f"{digits} is not grouped as a number"


def _number(digits: str, point: str) -> tuple[float, float]:
    if not point:
        point = "." if "." in digits else ","
    whole, _, decimals = digits.partition(point)
    clean = "".join(char for char in whole if char.isdigit())
    if not decimals:
        return float(clean), 1.0
    return float(f"{clean}.{decimals}"), 10.0 ** -len(decimals)


def _with_fraction(folded: str, at: int, end: int, value: float, step: float) -> Numeral:
    """Whole digits, with the fraction that may follow: "1 1/2", "3½", "2/3"."""
    next_char = folded[end : end + 1]
    if next_char in _VULGAR or (next_char in " -" + _THIN and next_char):
        mixed = _MIXED.match(folded, end)
        if mixed and (fraction := _fraction(mixed)) is not None:
            return Numeral(at, mixed.end(), value + fraction, fraction, "digits")
    if next_char in "/⁄" and next_char and value < 100:
        slashed = _SLASHED.match(folded, end)
        if slashed and (below := float(slashed[1])) > 0 and below > value:
            return Numeral(at, slashed.end(), value / below, 1 / below, "fraction")
    return Numeral(at, end, value, step, "digits")


def _fraction(mixed: re.Match[str]) -> float | None:
    if mixed[1]:
        above, below = _VULGAR[mixed[1]]
        return above / below
    above, below = int(mixed[2]), int(mixed[3])
    return above / below if 0 < above < below else None


def read_vulgar(folded: str, at: int) -> Numeral | None:
    """A fraction sign that stands alone: "½"."""
    above, below = _VULGAR.get(folded[at : at + 1], (0, 0))
    return Numeral(at, at + 1, above / below, 1 / below, "fraction") if below else None


def vulgar_signs() -> str:
    """The fraction signs that may begin a numeral."""
    return "".join(_VULGAR)


def with_scale(folded: str, numeral: Numeral, money: bool = False) -> Numeral:
    """The numeral with the scale words after it: "1.5 million", "3bn", "5 hundred thousand"."""
    end, factor, scaled = numeral.end, 1.0, False
    for _ in range(3):
        found = scale_pattern().match(folded, end)
        if found is None:
            break
        if found[1]:
            word = found[1]
            kind_value = _classes().get(word) or _classes().get(word.removesuffix("s"))
            factor *= kind_value[1] if kind_value and kind_value[0] in "HSG" else 1.0
            end, scaled = found.end(), True
        else:
            if not _short_scale_fits(folded, found, money):
                break
            factor *= short_scales()[found[2]]
            end, scaled = found.end(2), True
            break
    if not scaled:
        return numeral
    done = numeral._replace(
        end=end, value=clean(numeral.value * factor), step=numeral.step * factor, scaled=True
    )
    return _and_a_half(folded, done, factor)


_PEOPLE_NEXT = re.compile(
    r"\s(?:people|men|women|children|euros?|dollars?|pounds|tonnes|tons|[a-z-]{3,}[^s\W]s)\b"
)
_NOT_COUNTED_NEXT = re.compile(
    r"\s(?:metres|meters|miles|kms|hours|across|feet|yards|inches|times|was|is|has|its|his|this|always)\b"
)


def _short_scale_fits(folded: str, found: re.Match[str], money: bool) -> bool:
    """Is the letter a scale and not a unit? "1.5m people" is, "a 5m wall" and "20 t" are not."""
    letters = found[2]
    attached = found.start() == found.start(2)
    if letters in ("bn", "tn", "trn", "mln", "mn", "bln", "tln", "mrd", "mio"):
        return True
    if letters in ("l", "cr"):
        return money
    if money:
        return True
    if not attached or letters in ("t", "mm", "mil", "mill", "tsd", "bil"):
        return False
    if letters in ("k", "b"):
        return True
    return bool(
        _PEOPLE_NEXT.match(folded, found.end(2))
        and not _NOT_COUNTED_NEXT.match(folded, found.end(2))
    )


def clean(value: float) -> float:
    """The value without the dust of binary multiplication: 1.1 * 1e6 is 1,100,000."""
    nearest = round(value)
    if math.isfinite(value) and abs(value) >= 1 and abs(value - nearest) < 1e-9 * abs(value):
        return float(nearest)
    return value


# -- words ----------------------------------------------------------------------------------


def _tokens(folded: str, at: int) -> list[_Token]:
    """The number words from `at` on, at most sixteen, up to the first word that is none."""
    classes, fractions = _classes(), fraction_words()
    found: list[_Token] = []
    while len(found) < _MAX_WORDS:
        word = _WORD.match(folded, at)
        if word is None:
            break
        entry = (
            classes.get(word[0])
            or _plural(word[0], classes)
            or (("F", fractions[word[0]][0]) if word[0] in fractions else None)
        )
        if entry is None:
            break
        found.append(_Token(entry[0], entry[1], word.start(), word.end(), word[0]))
        gap = _GAP.match(folded, word.end())
        if gap is None:
            break
        at = gap.end()
    return found


def _plural(word: str, classes: dict[str, tuple[str, float]]) -> tuple[str, float] | None:
    """ "three billions": a plural scale after a number."""
    entry = classes.get(word.removesuffix("s")) if word.endswith("s") else None
    return entry if entry and entry[0] in "SHG" else None


def read_words(folded: str, at: int) -> Numeral | None:
    """The numeral that begins with the word at `at`; None if the words are no figure."""
    tokens = _tokens(folded, at)
    if not tokens:
        return None
    first = tokens[0]
    article = 0
    if first.kind == "A":
        article = 1
        if len(tokens) < 2:
            return None
        first = tokens[1]
    if first.kind == "W":
        return _read_few(tokens, article)
    if first.kind == "V" or (first.word.endswith("s") and first.kind in "SHG"):
        return None if article else _read_vague(folded, tokens)
    if first.kind == "M":
        return Numeral(tokens[0].start, first.end, first.value, 1.0, "multiplier")
    if first.kind in "FO" and not (first.kind == "F" and first.word.startswith("hal")):
        return _read_fraction_or_ordinal(tokens, article)
    if first.kind == "F":
        return _read_half(tokens, article)
    return _read_cardinal(folded, tokens)


def _read_cardinal(folded: str, tokens: list[_Token]) -> Numeral | None:
    value, used, step = _cardinal(tokens, 0)
    if not used:
        return None
    start, end = tokens[0].start, tokens[used - 1].end
    last = tokens[used - 1]
    if used < len(tokens):
        after = tokens[used]
        if after.kind == "P" and last.kind in "UTD":
            return _read_point(tokens, used, value)
        if after.word in fraction_words() and value > 0:
            below, plural = fraction_words()[after.word]
            if (plural and value < 100) or (value == 1 and used == 1 and tokens[0].kind == "U"):
                done = Numeral(start, after.end, value / below, 1 / below, "fraction")
                return _of_a_scale(tokens, used + 1, done)
        if after.kind == "O" and last.kind == "D":
            return (
                Numeral(start, after.end, value + after.value, 1.0, "ordinal")
                if after.value < 10
                else None
            )
        if after.kind == "O" and last.kind in "HS" and after.value >= 1:
            return Numeral(start, after.end, value + after.value, 1.0, "ordinal")
    numeral = Numeral(start, end, value, step, "words", scaled=step > 1)
    return _and_a_half(folded, numeral, step if last.kind in "SHG" else 1.0)


def _read_point(tokens: list[_Token], at: int, whole: float) -> Numeral | None:
    """ "three point five": single digits after the point."""
    digits, used = "", at + 1
    while used < len(tokens) and tokens[used].kind == "U":
        digits += str(int(tokens[used].value))
        used += 1
    if not digits:
        return None
    value, step = float(f"{int(whole)}.{digits}"), 10.0 ** -len(digits)
    scaled = used < len(tokens) and tokens[used].kind in "SH"
    factor = tokens[used].value if scaled else 1.0
    return Numeral(
        tokens[0].start,
        tokens[used - 1 + scaled].end,
        clean(value * factor),
        step * factor,
        "words",
        scaled=scaled,
    )


def _cardinal(tokens: list[_Token], at: int) -> tuple[float, int, float]:
    """Worth of the number words from `at`, the index after them, the worth of the last word."""
    total, group, step, scale, last = 0.0, -1.0, 1.0, math.inf, ""
    index = at
    while index < len(tokens):
        kind, value = tokens[index].kind, tokens[index].value
        if kind == "A":
            if index > at or index + 1 >= len(tokens) or tokens[index + 1].kind not in "HSG":
                break
        elif kind in "UTD":
            if group < 0:
                group = value
            elif (last == "D" and kind == "U" and value) or last == "H":
                group += value
            else:
                break
            step = 1.0
        elif kind == "H":
            if group < 0:
                group = 100.0
            elif group < 100 and last != "H":
                group *= 100
            else:
                break
            step = 100.0
        elif kind == "G":
            group, step = (value if group < 0 else group * value), value
            index += 1
            break
        elif kind == "S":
            if group < 0:
                if last == "S":
                    total *= value
                elif total == 0:
                    total = value
                else:
                    break
            elif value < scale:
                total += group * value
            else:
                break
            group, step, scale = -1.0, value, value
        elif kind == "N" and last in ("H", "S"):
            added, after, inner = _cardinal(tokens, index + 1)
            limit = 100 if last == "H" else scale
            # "one hundred and two hundred" is two numbers, "one hundred and two" is one.
            if (
                after > index + 1
                and tokens[index + 1].kind != "A"
                and 0 < added < limit
                and not _before_fraction(tokens, after)
            ):
                group = max(group, 0) + added
                step, index = inner, after
                continue
            break
        else:
            break
        last = kind
        index += 1
    while index > at and tokens[index - 1].kind in "AN":
        index -= 1
    return (total + max(group, 0), index, step) if total or group >= 0 else (0.0, at, 1.0)


def _before_fraction(tokens: list[_Token], index: int) -> bool:
    return (
        index < len(tokens)
        and tokens[index].word in fraction_words()
        and fraction_words()[tokens[index].word][1]
    )


def _and_a_half(folded: str, numeral: Numeral, scale: float) -> Numeral:
    """The numeral with a fraction that is added to it: "two and a half million", "a million and a half"."""
    gap = _GAP.match(folded, numeral.end)
    if gap is None or not folded.startswith("and", gap.end()):
        return numeral
    tokens = _tokens(folded, gap.end())[1:]
    if len(tokens) < 2 or tokens[0].kind not in "AUT" or tokens[1].word not in fraction_words():
        return numeral
    below, _ = fraction_words()[tokens[1].word]
    added, end = tokens[0].value / below, tokens[1].end
    value, step, scaled = numeral.value + added * scale, scale / below, numeral.scaled
    if scale == 1.0 and len(tokens) > 2 and tokens[2].kind in "SHG":
        value, step, end, scaled = (
            value * tokens[2].value,
            step * tokens[2].value,
            tokens[2].end,
            True,
        )
    return numeral._replace(end=end, value=clean(value), step=step, scaled=scaled)


def add_half(folded: str, numeral: Numeral) -> Numeral:
    """Digits with a fraction in words: "2 and a half"."""
    return _and_a_half(folded, numeral, 1.0)


def _read_half(tokens: list[_Token], article: int) -> Numeral:
    """ "half", "half a million", "half a dozen"."""
    index = article + 1
    done = Numeral(tokens[0].start, tokens[article].end, 0.5, 0.5, "fraction")
    return _of_a_scale(tokens, index, done)


def _of_a_scale(tokens: list[_Token], index: int, part: Numeral) -> Numeral:
    """A share of a scale word is a number: "half a million", "three quarters of a billion"."""
    while index < len(tokens) and tokens[index].kind in "&A":
        index += 1
    if index < len(tokens) and tokens[index].kind in "SG" and not tokens[index].word.endswith("s"):
        scale = tokens[index]
        return part._replace(end=scale.end, value=clean(part.value * scale.value), step=part.step * scale.value,
                             form="words", scaled=True)  # fmt: skip
    return part


def _read_fraction_or_ordinal(tokens: list[_Token], article: int) -> Numeral | None:
    """ "a third (of)", "a quarter million", "the third", "a fifth consecutive"."""
    first, after = tokens[article], tokens[article + 1 : article + 3]
    below = fraction_words().get(first.word)
    if below and article:
        part = Numeral(tokens[0].start, first.end, 1 / below[0], 1 / below[0], "fraction")
        scaled = _of_a_scale(tokens, article + 1, part)
        if scaled.scaled or (after and after[0].kind == "&") or first.word == "quarter":
            return scaled
        return part  # whether "a third" is a share or a rank is for the caller to see
    if first.kind == "O":
        return Numeral(tokens[article].start, first.end, first.value, 1.0, "ordinal")
    return None


def _read_vague(folded: str, tokens: list[_Token]) -> Numeral | None:
    """ "dozens", "hundreds of thousands": a core that a reader has in mind and no upper limit."""
    vague = lexicon("numerals")["vague"]
    entry = vague.get(tokens[0].word)
    if entry is None:
        return None
    low, (core_low, core_high), end = float(entry["low"]), map(float, entry["core"]), tokens[0].end
    index, factor = 1, 1.0
    while (
        index + 1 < len(tokens)
        and tokens[index].kind == "&"
        and tokens[index + 1].word.endswith("s")
    ):
        scale = _classes().get(tokens[index + 1].word.removesuffix("s"))
        if scale is None or scale[0] not in "HS":
            break
        factor, end, index = factor * scale[1], tokens[index + 1].end, index + 2
    if tokens[0].word == "tens" and factor == 1:
        return None
    if tokens[0].word == "scores" and not folded.startswith(" of", end):
        return None
    core = Interval(core_low * factor, core_high * factor)
    return Numeral(
        tokens[0].start,
        end,
        (core.low + core.high) / 2,
        factor,
        "vague",
        core,
        Interval(low * factor, math.inf),
    )


def _read_few(tokens: list[_Token], article: int) -> Numeral | None:
    """ "several", "a few hundred", "a couple of dozen"."""
    word = tokens[article].word
    entry = lexicon("numerals")[word]
    index, factor, end = article + 1, 1.0, tokens[article].end
    if index < len(tokens) and tokens[index].kind == "&":
        index += 1
    while index < len(tokens) and (
        tokens[index].kind in "HSG" or tokens[index].word in ("hundreds", "thousands", "millions")
    ):
        factor *= tokens[index].value or _classes()[tokens[index].word.removesuffix("s")][1]
        end, index = tokens[index].end, index + 1
    shape = entry["scaled"] if factor > 1 else entry
    core = Interval(*(float(x) * factor for x in shape["core"]))
    hull = Interval(*(float(x) * factor for x in shape["hull"]))
    return Numeral(
        tokens[0].start,
        end,
        (core.low + core.high) / 2,
        factor,
        "vague",
        core,
        hull,
        scaled=factor > 1,
    )
