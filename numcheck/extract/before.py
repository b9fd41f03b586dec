"""What stands before a numeral: currency, sign, and the words that bound it."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.figure import Copy, Figure
from numcheck.model import Bound
from numcheck.text.lexicon import lexicon
from numcheck.units import tables

_SPACES = " \u00a0\u202f\u2009"
_MINUS = frozenset("-−–")
_BEFORE_SIGN = frozenset(" \n\t(\"'“‘[\u00a0,;:/=<>~≈")
_SIGN_WORDS = re.compile(r"(?:minus|negative)[ -]?$")
_LONGEST_SYMBOL = 9
_BOUND_CHARS = 42
_SHAPES = ("nearly", "just_over", "estimated")
_SHAPE_BOUND: dict[str, Bound] = {
    "nearly": "less_than",
    "just_over": "more_than",
    "estimated": "about",
}


@cache
def _symbol_ends() -> frozenset[str]:
    return frozenset(symbol[-1] for symbol in (*tables().before, *tables().codes))


def read_symbol(copy: Copy, figure: Figure) -> None:
    """Take in the currency right before the numeral: "$", "US$ ", "EUR ", "Rs. "."""
    text, start = copy.text, figure.start
    at = start - 1 if start and text[start - 1] in _SPACES else start
    if at and text[at - 1] == "-" and at >= 2 and not text[at - 2].isspace():
        at -= 1  # "US$-5"
    if not at or text[at - 1] not in _symbol_ends():
        return
    known, spaced = tables(), at < start
    for length in range(min(_LONGEST_SYMBOL, at), 0, -1):
        symbol = text[at - length : at]
        unit = known.before.get(symbol)
        if unit is None and length == 3 and symbol in known.codes and symbol not in known.not_codes:
            unit = symbol
        if unit and _stands_alone(text, at - length, symbol, spaced):
            figure.start, figure.unit, figure.kind, figure.symbol_first = (
                at - length,
                unit,
                "money",
                True,
            )
            return


def _stands_alone(text: str, start: int, symbol: str, spaced: bool) -> bool:
    """A symbol of letters must be a word, and a short one must touch its figure."""
    if not symbol[0].isalpha():
        return True
    if start and (text[start - 1].isalnum() or text[start - 1] in "-/."):
        return False
    if not symbol.isalpha() or symbol.endswith("."):
        return True
    return len(symbol) > 1 and (
        not spaced or len(symbol) >= 3 or symbol in ("Rs", "RM", "Rp", "Dh", "RS", "Tk", "DM", "SR")
    )


def read_sign(copy: Copy, figure: Figure) -> None:
    """Take in a minus: "-5", "minus 130", "−$3"."""
    text, start = copy.text, figure.start
    if not start or figure.form in ("ordinal", "vague", "multiplier"):
        return
    last = text[start - 1]
    if last in _MINUS and figure.form != "words":
        if start == 1 or text[start - 2] in _BEFORE_SIGN:
            figure.start, figure.value = start - 1, -figure.value
        return
    found = _SIGN_WORDS.search(copy.folded, max(0, start - 10), start) if last in " -" else None
    if found and (found.start() == 0 or not copy.folded[found.start() - 1].isalpha()):
        figure.start, figure.value = found.start(), -figure.value


@cache
def _bounds() -> dict[str, tuple[Bound, str]]:
    """Bound words to the bound and the tolerance they ask for."""
    found: dict[str, tuple[Bound, str]] = {}
    for name, phrases in lexicon("bounds")["before"].items():
        bound: Bound = _SHAPE_BOUND.get(name, name)
        for phrase in phrases:
            found[phrase] = (bound, name if name in _SHAPES else "")
    return found


@cache
def _bound_lasts() -> frozenset[str]:
    """The last words of the phrases: most figures are dismissed by this one look-up."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _bounds())


_DURING = re.compile(
    r"\b(?:for|of|was|were|is|be|been|last(?:s|ed|ing)?|took|takes?|in|by|after|well|just|spent|all|to|age)\s+over$"
)


def read_bound(copy: Copy, figure: Figure) -> None:
    """Take in the bound words before the figure: "at least", "just over", "an estimated"."""
    folded, end = copy.folded, figure.start
    if not end or folded[end - 1] not in " ~><≥≤≈±\u00a0\n":
        return
    window = folded[max(0, end - _BOUND_CHARS) : end]
    words = window.split()
    if not words:
        return
    last = words[-1]
    if last not in _bound_lasts():
        if (
            last not in ("a", "the", "another")
            or len(words) < 2
            or words[-2] not in ("over", "than", "about", "nearly", "almost")
        ):
            return
        if figure.form == "ordinal":
            return
    for count in range(min(5, len(words)), 0, -1):
        entry = _bounds().get(" ".join(words[-count:]).lstrip("(\"'“‘[—–"))
        if entry is None:
            continue
        start = _start_of(
            folded, words[-count].lstrip("(\"'“‘[—–"), max(0, end - _BOUND_CHARS), end, count
        )
        if (
            last == "over"
            and count == 1
            and figure.kind == "duration"
            and not _DURING.search(folded, max(0, end - 20), end - 1)
        ):
            return
        figure.bound, figure.shape = entry
        figure.start = start
        return


def _start_of(folded: str, first: str, floor: int, end: int, count: int) -> int:
    """Where the phrase begins whose first word is known; white space may be of any width."""
    at = end
    for _ in range(count):
        while at > floor and folded[at - 1].isspace():
            at -= 1
        while at > floor and not folded[at - 1].isspace():
            at -= 1
    return folded.index(first, at)


_SIGNS: dict[str, tuple[Bound, str]] = {}
