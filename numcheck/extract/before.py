"""What stands before a numeral: currency and sign."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled
from numcheck.units import tables

_SPACES = " \u00a0\u202f\u2009"
_MINUS = frozenset("-−–")
_BEFORE_SIGN = frozenset(" \n\t(\"'“‘[\u00a0,;:/=<>~≈$€£¥")
_SIGN_WORDS = pattern(r"(?:minus|negative)[ -]$")
#: Symbols of letters that may keep a space to their figure; other short ones must touch it.
_SPACED_SYMBOLS = frozenset({"Rs", "RM", "Rp", "Dh", "RS", "Tk", "DM", "SR", "rm", "rs"})
#: "R600,000", "N45bn": behind one letter only what is written as a sum is one; "R2" is a name.
_A_SUM = pattern(
    r"\d{1,3}(?:,\d{3}){1,5}(?![\d,])"
    r"|\d{1,4}(?:\.\d{1,3})?(?:(?:m|mn|bn|tn)\b|[ -](?:m|b|tr)illion\b)"
)
#: A football tournament, which an agency's own tagger has taken for money.
_EURO_CUP = pattern(r"Euro (?:19|20)\d\d(?![\d.,]\d|\d| (?:thousand|million|billion))")


@compiled
def _symbol_lengths() -> dict[str, list[int]]:
    """The last character of a symbol to how long such symbols are, the longest first."""
    known = tables()
    found: dict[str, set[int]] = {}
    for symbol in (*known.before, *known.codes, *known.folded_before):
        found.setdefault(symbol[-1], set()).add(len(symbol))
    return {last: sorted(lengths, reverse=True) for last, lengths in found.items()}


def read_symbol(copy: Copy, figure: Figure) -> None:
    """Take in the currency right before the numeral: "$", "US$ ", "EUR ", "Rs. ", "$-"."""
    text, start = copy.text, figure.start
    at, negative = start, False
    if at > 1 and text[at - 1] in _MINUS and not text[at - 2].isspace():
        at, negative = at - 1, True
    elif at and text[at - 1] in _SPACES:
        at -= 1
    if not at or text[at - 1] not in _symbol_lengths():
        return
    if start > 4 and _EURO_CUP.match(text, start - 5):
        return
    found = _symbol_before(copy, at, spaced=at < start and not negative)
    if found is None:
        return
    length, unit = found
    figure.start, figure.unit, figure.kind, figure.symbol_first = at - length, unit, "money", True
    if negative:
        figure.value = -figure.value


def _symbol_before(copy: Copy, at: int, spaced: bool) -> tuple[int, str] | None:
    """Length and currency of the longest symbol that ends at `at`."""
    known, text = tables(), copy.text
    for length in _symbol_lengths()[text[at - 1]]:
        if length > at - copy.floor:
            continue
        symbol = text[at - length : at]
        unit = known.before.get(symbol) or known.folded_before.get(symbol.lower())
        if unit is None and length == 3 and symbol in known.sure_codes:
            unit = symbol
        if unit and _stands_alone(text, at - length, symbol, spaced):
            return length, unit
    return None


def _stands_alone(text: str, start: int, symbol: str, spaced: bool) -> bool:
    """A symbol of letters must be a word, and a short one must touch its figure."""
    if not symbol[0].isalpha():
        return True
    if start and (text[start - 1].isalnum() or text[start - 1] in "-/."):
        return False
    if not symbol.isalpha():
        return True
    if len(symbol) == 1:
        return not spaced and _A_SUM.match(text, start + 1) is not None
    return not spaced or len(symbol) >= 3 or symbol in _SPACED_SYMBOLS


_NAME_BEFORE = pattern(r"(?<![a-z-])([a-z]+(?: [a-z]+)?) $")


@compiled
def _last_of_names() -> frozenset[str]:
    return frozenset(name.rpartition(" ")[2] for name in tables().money)


def read_name_before(copy: Copy, figure: Figure) -> None:
    """Take in a currency told in words before the figure: "euros 5 million", "rupees 500"."""
    floor = max(copy.floor, figure.start - 26)
    last = copy.folded[floor : figure.start - 1].rpartition(" ")[2]
    if last not in _last_of_names():
        return
    found = _NAME_BEFORE.search(copy.folded, floor, figure.start)
    if found is None:
        return
    money = tables().money
    for name in (found[1], found[1].rpartition(" ")[2]):
        unit = money.get(name)
        if unit and (" " in name or name in ("rupees", "rupee", "euros", "euro", "naira")):
            figure.start = found.end(1) - len(name)
            figure.unit, figure.kind, figure.symbol_first = unit, "money", True
            return


def read_sign(copy: Copy, figure: Figure) -> None:
    """Take in a minus: "-5", "minus 130", "−$3"; not the hyphen of a range or a name."""
    text, start = copy.text, figure.start
    if not start or figure.form in ("ordinal", "vague", "multiplier"):
        return
    last = text[start - 1]
    if last in _MINUS and figure.form != "words":
        ranged = start - 2 == copy.floor > 0 and figure.kind != "percent"
        if start == 1 or (text[start - 2] in _BEFORE_SIGN and not ranged):
            figure.start, figure.value = start - 1, -figure.value
            return
    if last not in " -" or not copy.folded.endswith(("minus", "negative"), 0, start - 1):
        return
    found = _SIGN_WORDS.search(copy.folded, max(0, start - 10), start)
    if (
        found
        and not copy.folded.endswith("plus or ", 0, found.start())
        and (found.start() == 0 or not copy.folded[found.start() - 1].isalpha())
    ):
        figure.start, figure.value = found.start(), -figure.value
