"""Messages: `"{part.text} cannot be part of {whole.text}"`, checked when the rule is loaded.

Not `str.format`, which follows attributes anywhere: a field is a name that the rule may use, with
at most one of a few formats behind a colon. Braces are doubled to print them.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any

from numcheck.errors import nearest
from numcheck.model import Interval, Quantity, Span
from numcheck.months import MONTHS, WEEKDAYS
from numcheck.patterns import pattern
from numcheck.rules.functions import interval, is_number
from numcheck.rules.names import Scope, Vocabulary, is_many
from numcheck.rules.source import Problem
from numcheck.values import frozen

UNKNOWN = "unknown"
MAX_CHARS = 400

_FIELD = pattern(r"\{\{|\}\}|\{([^{}]{0,80})\}|[{}]")


def number(value: Any) -> str:
    """1230 as "1,230", 0.3333 as "0.333", an interval with both its ends.

    >>> number(1230), number(2.50), number(Interval(500, math.inf)), number(Interval(1, 2))
    ('1,230', '2.5', '500 or more', '1 to 2')
    """
    found = interval(value)
    if found is None:
        return plain(value)
    low, high = found
    if low == high:
        return _digits(low)
    if math.isinf(high):
        return UNKNOWN if math.isinf(low) else f"{_digits(low)} or more"
    return f"{_digits(high)} or less" if math.isinf(low) else f"{_digits(low)} to {_digits(high)}"


def _digits(value: float) -> str:
    if math.isinf(value):
        return "without limit"
    # Four significant digits after the point are more than copy prints; whole parts stay whole.
    decimals = 0 if abs(value) >= 1000 else max(0, 3 - math.floor(math.log10(abs(value) or 1)))
    text = f"{value:,.{min(decimals, 12)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: Any) -> str:
    """0.25 as "25 percent"."""
    found = interval(value)
    if found is None:
        return plain(value)
    return f"{number(Interval(found.low * 100, found.high * 100))} percent"


def date(value: Any) -> str:
    """A date as "14 September 2020"."""
    if isinstance(value, dt.date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return plain(value)


def weekday(value: Any) -> str:
    """A date, or a day of the week counted from Monday = 0, as "Monday"."""
    if isinstance(value, dt.date):
        return WEEKDAYS[value.weekday()]
    if is_number(value) and value in range(7):
        return WEEKDAYS[int(value)]
    return plain(value)


def month(value: Any) -> str:
    """A date, or a month counted from 1, as "January"."""
    at = value.month if isinstance(value, dt.date) else value
    return MONTHS[int(at) - 1] if is_number(at) and at in range(1, 13) else plain(value)


def plain(value: Any) -> str:
    """A value as it reads best without being told what it is."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, Quantity):
        return " ".join(value.text.split())
    if isinstance(value, dt.date):
        return date(value)
    if isinstance(value, Interval) or is_number(value):
        return number(value)
    return " ".join(str(value).split())


FORMATS: Mapping[str, Callable[[Any], str]] = {
    "": plain, "number": number, "percent": percent, "date": date, "weekday": weekday,
    "month": month,
}  # fmt: skip


def render(value: Any, form: str = "") -> str:
    """A value in one of FORMATS; of several values, a list that reads as one."""
    if is_many(value):
        return listed([FORMATS[form](item) for item in value])
    return FORMATS[form](value)


def listed(texts: Sequence[str]) -> str:
    """Texts as a list in a sentence: "12, 30 and 5"."""
    if len(texts) < 2:
        return "".join(texts) or UNKNOWN
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def printable(facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts ready to print; places, truths and unknowns say nothing on paper."""
    return {
        name: render(value)
        for name, value in facts.items()
        if value is not None and not isinstance(value, Span | bool)
    }


@frozen
class Template:
    """A message with its fields resolved. `names` are the roles and facts it uses."""

    text: str
    names: frozenset[str]
    _pieces: tuple[Callable[[Scope], str], ...] = field(compare=False, repr=False)

    def __call__(self, scope: Scope) -> str:
        return "".join(piece(scope) for piece in self._pieces)


def compile_template(text: str, vocabulary: Vocabulary) -> Template:
    """Raises Problem with the offset of the field that is wrong."""
    text = " ".join(text.split()) if "\n" in text else text
    if len(text) > MAX_CHARS:
        raise Problem(f"the message is longer than {MAX_CHARS} characters")
    pieces: list[Callable[[Scope], str]] = []
    done = 0
    for match in _FIELD.finditer(text):
        pieces.append(_literal(text[done : match.start()]))
        pieces.append(_piece(match, vocabulary))
        done = match.end()
    pieces.append(_literal(text[done:]))
    fields = (match[1] for match in _FIELD.finditer(text) if match[1])
    names = frozenset(re.split(r"[.:]", field_text)[0] for field_text in fields)
    return Template(text, names, tuple(pieces))


def _literal(text: str) -> Callable[[Scope], str]:
    return lambda _: text


def _piece(match: re.Match[str], vocabulary: Vocabulary) -> Callable[[Scope], str]:
    if match[0] in ("{{", "}}"):
        return _literal(match[0][0])
    if match[1] is None:
        raise Problem("a brace without its partner (double it to print it)", match.start())
    path, _, form = match[1].partition(":")
    if form not in FORMATS:
        known = ", ".join(filter(None, FORMATS))
        offset = match.start(1) + len(path) + 1
        raise Problem(f"unknown format {form!r} (known: {known})", offset, nearest(form, FORMATS))
    try:
        read = vocabulary.resolve(path)
    except Problem as problem:
        offset = match.start(1) + problem.offset
        raise Problem(problem.reason, offset, problem.nearest) from None
    return lambda scope: render(read(scope), form)
