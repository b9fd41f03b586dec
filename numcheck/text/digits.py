"""Numerals in digits: every grouping and decimal style of copy, fractions, scale words after them.

All look-ups are in folded text (see `fold`). No pattern repeats inside a repeat, and long runs of
digits are given up early, so that no text can make reading slow.
"""

from __future__ import annotations

import re

from numcheck.patterns import pattern
from numcheck.text.cardinals import with_added, with_half
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.numerals import THIN_SPACES, Numeral, clean, words
from numcheck.text.trie import alternation

#: Longer runs of digits are account numbers or noise; a megabyte of them must cost nothing.
_MAX_DIGITS = 36

_DIGITS = pattern(rf"\d+(?:[.,]\d+|['’{THIN_SPACES} ]\d{{3}}(?!\d))*")
_WESTERN = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = pattern(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = pattern(rf"\d{{1,3}}(?:['’{THIN_SPACES} ]\d{{3}})+(?:[.,]\d+)?")
_EUROPEAN = pattern(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_POINTED = pattern(r"\d{1,3}(?:\.\d{3})+\.\d{1,2}")
_DECIMAL_COMMA = pattern(r"\d+,\d{1,2}")
# Tokenised copy puts spaces around separators: "10 , 000", "1 . 6 billion".
_LOOSE = pattern(r"\d{1,3}(?:(?: ,|,) ?\d{3}(?!\d))+(?: \. \d+)?|\d+ \. \d+(?= [a-z%])")
_STYLES = (
    (_WESTERN, ".", ""), (_INDIAN, ".", ""), (_SPACED, "", ""),
    (_EUROPEAN, ",", "written with decimal comma and grouping points"),
    (_DECIMAL_COMMA, ",", "written with a decimal comma"),
)  # fmt: skip

_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
VULGAR_SIGNS = "".join(_VULGAR)
_MIXED = pattern(
    rf"[ {THIN_SPACES}-]?([{VULGAR_SIGNS}])"
    rf"|[ {THIN_SPACES}-](\d{{1,2}})[/⁄](\d{{1,3}})(?![\d/])"
)
_SLASHED = pattern(r"[/⁄](\d{1,4})(?![\d/⁄]|[.,]\d)")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_POWER = pattern(
    r" ?[x×*] ?10(?:\^|\*\*)?([-−+]?\d{1,2}(?![\d.,])|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|e([-+]?\d{1,2})(?![\w.])"
)
_TEN_TO = pattern(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}")


#: Signs without a width: soft hyphens of set type, joiners and word breaks of web pages.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BROKEN = pattern(rf"[\d.,{_INVISIBLE}]*[\d]")
_UNSEEN = frozenset(_INVISIBLE)
_TO_NOTHING = str.maketrans("", "", _INVISIBLE)


def read_digits(folded: str, at: int) -> Numeral | None:
    """The numeral at `at`, with what no reader sees inside it left out: "4\\u00ad000" is 4,000."""
    numeral = _read_digits(folded, at)
    if numeral is None or _UNSEEN.isdisjoint(folded[numeral.end : numeral.end + 2]):
        return numeral
    run = _BROKEN.match(folded, at)
    if run is None or run.end() <= numeral.end or run[0].translate(_TO_NOTHING) == run[0]:
        return numeral
    whole = _read_digits(run[0].translate(_TO_NOTHING), 0)
    return whole._replace(start=at, end=run.end()) if whole else numeral


def _read_digits(folded: str, at: int) -> Numeral | None:
    """The numeral whose first digit stands at `at`; None if the digits are no number.

    Version numbers ("1.2.3") and very long runs are none. A number with wrong grouping is read
    with its separators left out, and says so in `malformed`.
    """
    found = _DIGITS.match(folded, at)
    if found is None or found.end() - at > _MAX_DIGITS:
        return None
    digits, end = found[0], found.end()
    if folded[end : end + 1] in (" ", ",") and (loose := _LOOSE.match(folded, at)):
        if loose.end() > end and (" ," in loose[0] or " ." in loose[0] or loose[0][-3:] == "000"):
            digits, end = loose[0].replace(" ", ""), loose.end()
    elif digits.isdecimal():
        return _whole(folded, at, end, float(digits))
    parsed = _parse(digits)
    if parsed is None:
        return None
    value, step, used, malformed = parsed
    end = at + used if used < len(digits) else end
    return _with_power(folded, Numeral(at, end, value, step, "digits", malformed=malformed))


def _parse(digits: str) -> tuple[float, float, int, str] | None:
    """Value, step, characters used and what is odd about the grouping."""
    for style, point, odd in _STYLES:
        if style.fullmatch(digits):
            return *_number(digits, point), len(digits), odd
    if _POINTED.fullmatch(digits):
        whole, _, decimals = digits.rpartition(".")
        value = float(f"{whole.replace('.', '')}.{decimals}")
        return value, 10.0 ** -len(decimals), len(digits), "grouped with points"
    if "," not in digits and digits.count(".") > 1:
        return None
    if "," not in digits and digits.replace(".", "").isdecimal():
        return *_number(digits, "."), len(digits), ""
    return _parse_odd(digits)


def _parse_odd(digits: str) -> tuple[float, float, int, str]:
    """Lists without spaces ("1,2,3"), groups that are two numbers, and true garbles ("4,2000")."""
    first, *groups = re.split(r"[.,'’\s]", digits.split(".")[0])
    if "," not in digits or len(first) > 3 or all(len(group) < 3 for group in groups):
        plain = re.match(r"\d+", digits)
        used = plain.end() if plain else 1
        return float(digits[:used]), 1.0, used, ""
    sizes = sorted({len(group) for group in groups} - {3})
    fault = "grouped in fours" if sizes == [4] else "not grouped in threes"
    return float(first + "".join(groups)), 1.0, len(digits), fault


def _number(digits: str, point: str) -> tuple[float, float]:
    """Value and step; `point` is the decimal mark, "" where either may be."""
    mark = point or ("." if "." in digits else ",")
    whole, _, decimals = digits.partition(mark)
    clean_whole = "".join(char for char in whole if char.isdecimal())
    if not decimals:
        return float(clean_whole), 1.0
    return float(f"{clean_whole}.{decimals}"), 10.0 ** -len(decimals)


def _whole(folded: str, at: int, end: int, value: float) -> Numeral:
    """Whole digits with what may be joined to them: "1 1/2", "3½", "2/3", "10⁶"."""
    after = folded[end : end + 1]
    plain = Numeral(at, end, value, 1.0, "digits")
    if not after or after in ",.;:)":
        return plain
    if after in VULGAR_SIGNS or after in " -" + THIN_SPACES:
        mixed = _MIXED.match(folded, end)
        if mixed and (fraction := _fraction(mixed)):
            return Numeral(at, mixed.end(), value + fraction, fraction, "digits")
    elif after in "/⁄":
        slashed = _SLASHED.match(folded, end)
        if slashed and value < 100 and value < (below := float(slashed[1])):
            return Numeral(at, slashed.end(), value / below, 1 / below, "fraction")
    elif value == 10 and (power := _TEN_TO.match(folded, end)):
        worth = 10.0 ** int(power[0].translate(_SUPER))
        return Numeral(at, power.end(), worth, worth, "digits", scaled=worth > 1)
    return _with_power(folded, plain)


def _fraction(mixed: re.Match[str]) -> float:
    above, below = _VULGAR[mixed[1]] if mixed[1] else (int(mixed[2]), int(mixed[3]))
    return above / below if 0 < above < below else 0.0


def _with_power(folded: str, numeral: Numeral) -> Numeral:
    """Scientific notation: "3 x 10^8", "2.998×10⁻⁸", "1.5e9"."""
    if folded[numeral.end : numeral.end + 1] not in (" ", "x", "×", "*", "e"):
        return numeral
    found = _POWER.match(folded, numeral.end)
    if found is None:
        return numeral
    factor = 10.0 ** int((found[1] or found[2]).translate(_SUPER))
    value = float(f"{numeral.value * factor:.15g}")
    step = numeral.step * factor
    return numeral._replace(end=found.end(), value=value, step=step, scaled=factor > 1)


def read_vulgar(folded: str, at: int) -> Numeral | None:
    """A fraction sign that stands alone: "½"."""
    above, below = _VULGAR.get(folded[at : at + 1], (0, 0))
    return Numeral(at, at + 1, above / below, 1 / below, "fraction") if below else None


# -- scale words after digits ---------------------------------------------------------------


@compiled
def _scale_pattern() -> re.Pattern[str]:
    """A scale after digits, with its gap: " million", "-thousand", "bn"."""
    long = alternation([form for word in words().scales for form in (word, word + "s")])
    short = alternation(words().short_scales)
    gap = rf"[\s{THIN_SPACES}{_INVISIBLE}]"
    return pattern(
        rf"{gap}{{0,2}}-?({long})(?![a-z])|{gap}?({short})(?:(?![a-z0-9²³/])\.?|(?=eur|usd|gbp))"
    )


#: Letters that can only be a scale; the others may be metres, tonnes or litres.
_SURE = frozenset({"bn", "tn", "trn", "mln", "mn", "bln", "tln", "mrd", "mio"})
_THINGS_NEXT = pattern(
    r"\s(people|men|women|children|euros?|dollars?|pounds|tonnes|tons|[a-z-]{2,20}[^s\W]s)\b"
)
_MILLIONS_BEFORE = pattern(r"(?:[\d.]m|million) [a-z][a-z ,]{1,40} (?:to|from|of) [\d.,]+$")
#: "35m of its phones"; but "35m of the tunnel" and "20m of cable" are lengths.
_OWN_NEXT = pattern(
    r"\sof (?:its|their|our|his|her|these|those) (?:[a-z-]+ )?[a-z-]{2,20}[^s\W]s\b"
)
_LENGTH_NEXT = pattern(
    r"\s(?:metres|meters|miles|kms|hours|across|feet|yards|inches|times|was|is|has|its|his|this"
    r"|always|freestyle|hurdles|final|finals)\b"
)


def with_scale(text: str, folded: str, numeral: Numeral, money: bool = False) -> Numeral:
    """The numeral with the scale words after it: "1.5 million", "3bn", "5 hundred thousand".

    `money` says that a currency stands before it, so that "m" and "b" are scales for certain.
    """
    end, factor = numeral.end, 1.0
    for _ in range(3):
        found = _scale_pattern().match(folded, end)
        if found is None:
            break
        if found[2]:
            # "802.11b" is a name, "4.66bn" a number.
            precise = numeral.step < 0.1 and found[2] not in _SURE
            if (precise and not money) or not _is_scale(text, folded, found, money):
                break
            end, factor = found.end(), factor * words().short_scales[found[2]]
            if folded[end - 1] == "." and not text[end + 1 : end + 2].islower():
                end -= 1  # the full stop of the sentence, not of "bn."
            break
        scale = words().scales.get(found[1]) or words().scales[found[1].removesuffix("s")]
        end, factor = found.end(), factor * scale
    if factor == 1.0:
        return with_half(folded, numeral, 1.0) if numeral.step == 1.0 else numeral
    value, step = clean(numeral.value * factor), clean(numeral.step * factor)
    made = numeral._replace(end=end, value=value, step=step, scaled=True)
    return with_added(folded, with_half(folded, made, factor), factor)


_UNDER_ONE = pattern(r"(?<![\d.])0?\.\d{1,3}$")


def _is_scale(text: str, folded: str, found: re.Match[str], money: bool) -> bool:
    """Is the letter a scale and no unit? "1.5m people" is, "a 5m wall" and "20 t" are not."""
    letters, end = found[2], found.end(2)
    touching = found.start() == found.start(2)
    if letters in _SURE or folded[end : end + 1] in ("e", "u", "g"):
        return True
    if not (touching or money) and _UNDER_ONE.search(
        folded, max(0, found.start() - 6), found.start()
    ):
        return False  # "0.1 M NaCl" is a solution
    if text[found.start(2) : end] == "M" and (touching or not folded[end : end + 1].isalnum()):
        return True
    if letters in ("l", "cr") or money:
        return money
    if not touching or letters not in ("k", "b", "m"):
        return False
    if letters != "m" or _MILLIONS_BEFORE.search(folded, max(0, found.start() - 64), found.start()):
        return True
    if _OWN_NEXT.match(folded, end):
        return True
    if _LENGTH_NEXT.match(folded, end):
        return False
    if things := _THINGS_NEXT.match(folded, end):
        # "2m poles" are long, "2m Poles" live somewhere.
        return text[things.start(1)].isupper() or things[1][:-1] not in _of_lengths()
    return _describes_things(folded, found.start(), end)


_DESCRIBED_NEXT = pattern(
    r"\s([a-z]{3,14}) (?:[a-z]{2,20}[^s\W]s|people|children|men|women)\b(?! (?:of|in) the)"
)
_DETERMINED = pattern(
    r"(?:\b(?:an?|the|its|each|every|one|two|three|four|five|of|by|x|with)|\d) [\d.,]+$"
)


def _describes_things(folded: str, start: int, end: int) -> bool:
    """ "planted 1m red poppies"; but "4m steel beams" are long, "a 2m red ribbon" is one."""
    found = _DESCRIBED_NEXT.match(folded, end)
    if found is None or _DETERMINED.search(folded, max(0, start - 16), start):
        return False
    return found[1] not in _of_lengths() and found[1] not in _closed_class()


@compiled
def _of_lengths() -> frozenset[str]:
    return frozenset(lexicon("figures")["of_lengths"])


@compiled
def _closed_class() -> frozenset[str]:
    return frozenset(lexicon("noun-phrases")["stop"])
