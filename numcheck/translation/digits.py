"""What printed digits may be worth: which mark groups and which is decimal differs by language."""

from __future__ import annotations

import re

from numcheck.patterns import pattern
from numcheck.translation.lexicon import Lexicon

_GROUPED = pattern(r"\d{1,3}(?:\D\d{3})+$")
_INDIAN = pattern(r"\d{1,3}(?:\D\d{2})*\D\d{3}$")
_MYRIAD = pattern(r"\d{1,4}(?:\D\d{4})+$")


def digit_values(digits: str, lexicon: Lexicon | None) -> list[float]:
    """Every value that printed digits may have in a language, likeliest first.

    Without a language both readings of "1.250" stand.

    >>> digit_values("1.250", None)
    [1250.0, 1.25]
    """
    marks = re.sub(r"\d", "", digits)
    if not marks:
        return [float(digits)]
    kinds = list(dict.fromkeys(marks))
    last = digits.rfind(marks[-1])
    whole, tail = digits[:last], digits[last + 1 :]
    decimal = float(re.sub(r"\D", "", whole) + "." + tail)
    grouped = float(re.sub(r"\D", "", digits))
    if marks[-1] in "٫" or marks[-1] == "·":
        return [decimal]
    if len(kinds) == 2 and marks.count(marks[-1]) == 1 and _is_grouped(whole):
        return [decimal]
    if not _is_grouped(digits) or len(kinds) > 1:
        return [decimal] if len(marks) == 1 else [grouped]
    if len(marks) > 1 or marks in " '’٬":
        return [grouped]
    return _one_mark(marks, whole, decimal, grouped, lexicon)


def _one_mark(
    mark: str, whole: str, decimal: float, grouped: float, lexicon: Lexicon | None
) -> list[float]:
    """The values of "1.250": three digits after one mark, so that either may be meant."""
    if whole.startswith("0") or len(whole) > 3:
        return [decimal]
    if lexicon is None:
        return [grouped, decimal]
    if mark in lexicon.group:
        return [grouped]
    return [decimal] if lexicon.has("point_is_decimal") else [decimal, grouped]


def _is_grouped(digits: str) -> bool:
    return any(form.match(digits) for form in (_GROUPED, _INDIAN, _MYRIAD)) or digits.isdecimal()
