"""What stands after a numeral: unit or currency, what the unit is per, and "or more"."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.figure import Copy, Figure
from numcheck.model import Bound, Kind
from numcheck.text.lexicon import lexicon
from numcheck.text.trie import alternation
from numcheck.units import is_currency, tables

_NAME = re.compile(r"[^\W\d_%]+\.?(?:[ \u00a0-][^\W\d_]+\.?){0,4}")
_GAP = re.compile(
    r"[ \u00a0\u202f\u2009]-? ?|[-‑–](?= ?[^\W\d_])|(?= ?[^\W\d_%])|\n(?=[a-z])| - (?=[a-z])"
)
_SYMBOL = re.compile(r"[^\s\d,;:()\[\]!?“”|{}][^\s,;:()\[\]!?“”|{}]{0,9}")
_SYMBOL_SPACED = frozenset(
    {
        "m",
        "g",
        "L",
        "l",
        "V",
        "W",
        "%",
        "$",
        "€",
        "£",
        "¥",
        "₹",
        "°",
        "₽",
        "₴",
        "₪",
        "₩",
        "zł",
        "kr",
        "kn",
    }
)
#: Single letters that are a unit when they touch the figure; others are parts of names ("Flat 5A").
_SYMBOL_TOUCHING = frozenset("mgLlVWCFsh%°º˚$€£¥₹₽₴₪₩₫₺₱฿¢p′″\"'‰Ω٪﹪％℃℉")
_PER = re.compile(r" ?/ ?| (?:per|an?|each|every|for each|for every|to the) |-a-|-per-|/")
_PER_WORD = re.compile(
    r"[a-z]+(?:[ -](?:foot|feet|metres?|meters?|kilometres?|kilometers?|miles?|capita|inch))?"
)
#: What a price or a rate is told per, besides the units of time and measure.
_PER_THINGS = frozenset({"share", "barrel", "person", "head", "capita", "unit", "ticket", "gallon", "litre", "liter", "pound", "night", "word",
                         "game", "seat", "child", "student", "household", "family", "vehicle", "passenger", "bottle", "user", "customer", "employee",
                         "worker", "piece", "dozen", "bushel", "episode", "copy", "ton", "tonne", "ounce", "kilogram", "kilo", "acre", "hectare", "mile", "kilometre",
                         "adult", "couple", "room", "pair", "package", "page", "call", "minute", "hour", "second", "trip", "ride", "match", "quarter", "annum", "device", "animal"})  # fmt: skip
_TIME = "[time]"
_FEET_MARK = re.compile(r"['’′] ?(\d{1,2}(?:\.\d+)?)[\"”″]?(?!\d)")


def read_unit(copy: Copy, figure: Figure) -> None:
    """Take in the unit or currency after the figure, with what it is per."""
    if figure.kind == "money":
        _read_repeat(copy, figure)
    else:
        found = unit_at(copy, figure.end)
        if found is None:
            return
        unit, end = found
        if unit == "second" and figure.form == "ordinal":
            return
        figure.unit, figure.end, figure.kind = unit, end, kind_of(unit)
    _read_per(copy, figure)


def _read_repeat(copy: Copy, figure: Figure) -> None:
    """ "$5 dollars", "$3 Australian", "£5 sterling": the name after the symbol, which may tell more."""
    found = unit_at(copy, figure.end)
    if (
        found
        and is_currency(found[0])
        and (found[0] == figure.unit or figure.unit == "USD" or found[0] == "USD")
    ):
        figure.unit, figure.end = (found[0] if figure.unit == "USD" else figure.unit), found[1]


def unit_at(copy: Copy, at: int) -> tuple[str, int] | None:
    """The unit that begins at `at`, after a space or a hyphen, and where it ends."""
    text = copy.text
    if at >= len(text) or text[at] in ".,;:)!?]”\n":
        return None
    gap = _GAP.match(copy.folded, at)
    begin = gap.end() if gap else at
    if begin >= len(text):
        return None
    if text[begin].isalpha():
        named = _by_name(copy, begin)
        if named is not None:
            return named
    return _by_symbol(text, begin, touching=begin == at or text[at] == "-")


def _by_name(copy: Copy, begin: int) -> tuple[str, int] | None:
    found = _NAME.match(copy.folded, begin)
    if found is None:
        return None
    known = tables()
    # The same length as the text: places can be told from the look-up key.
    words = found[0].replace("-", " ").replace("\u00a0", " ").split(" ")
    first = words[0] if words[0] in known.longest else words[0].rstrip(".")
    longest = known.longest.get(first)
    if longest is None:
        return None
    for count in range(min(longest, len(words)), 0, -1):
        key = " ".join(words[:count])
        for name in (key, key.rstrip(".")):
            unit = known.names.get(name) or known.money.get(name)
            if unit is not None and _is_meant(copy, begin, begin + len(name), name):
                return unit, begin + len(name)
    return None


_NOT_MEANT = re.compile(r" (?:of|half|floor|place|base|row|hand|thoughts?)\b")
_TROUBLE = frozenset(
    {
        "mo",
        "sec",
        "real",
        "stone",
        "cup",
        "meg",
        "gig",
        "min",
        "mark",
        "sterling",
        "bob",
        "crown",
        "yard",
        "pound",
        "sol",
        "leu",
        "lev",
        "colon",
    }
)


def _is_meant(copy: Copy, begin: int, end: int, name: str) -> bool:
    """Does the word stand as a unit? "World Cup", "5 Stone Street" and "one second thought" do not."""
    if name in _TROUBLE and copy.text[begin].isupper():
        return False
    if end < len(copy.text) and copy.text[end].isalpha():
        return False
    return not (name in ("second", "mo", "real") and _NOT_MEANT.match(copy.folded, end))


def _by_symbol(text: str, begin: int, touching: bool) -> tuple[str, int] | None:
    run = _SYMBOL.match(text, begin)
    if run is None:
        return None
    known, word = tables(), run[0]
    for length in range(len(word), 0, -1):
        symbol = word[:length]
        unit = known.symbols.get(symbol) or known.after.get(symbol)
        if (
            unit is None
            and length == 3
            and symbol in known.codes
            and (touching is False or symbol not in known.not_codes)
        ):
            unit = symbol
        if unit is None:
            continue
        after = text[begin + length : begin + length + 1]
        if symbol[-1].isalpha() and (after.isalnum() or after in "'’"):
            continue
        if length == 1 and symbol not in (_SYMBOL_TOUCHING if touching else _SYMBOL_SPACED):
            return None
        if (
            not touching
            and length > 1
            and symbol.isalpha()
            and symbol.islower()
            and symbol in ("in", "at", "as", "no", "kn")
        ):
            return None
        return unit, begin + length
    return None


def kind_of(unit: str) -> Kind:
    """The kind of figure that a unit makes."""
    if unit in ("percent", "percentage_point", "basis_point", "per_mille"):
        return "percent"
    factor = tables().factors.get(unit)
    if factor is None:
        return "money" if is_currency(unit) else "measure"
    if factor[0] == _TIME:
        return "duration"
    return "temperature" if factor[0] == "[temperature]" else "measure"


def _read_per(copy: Copy, figure: Figure) -> None:
    """ "$14.95 a month", "30 barrels per day", "£5/kg": the unit becomes a rate."""
    if figure.kind not in ("money", "measure") or not figure.unit:
        return
    found = _PER.match(copy.folded, figure.end)
    if found is None:
        return
    explicit = "per" in found[0] or "/" in found[0]
    below = _per_unit(copy, found.end(), explicit)
    if below is not None:
        figure.unit, figure.end = f"{figure.unit} / {below[0]}", below[1]


def _per_unit(copy: Copy, at: int, explicit: bool) -> tuple[str, int] | None:
    named = _by_name(copy, at) if copy.folded[at : at + 1].isalpha() else None
    if named is None and explicit:
        named = _by_symbol(copy.text, at, touching=True)
    if named is not None and not is_currency(named[0]):
        return named
    word = re.compile(r"[a-z]+").match(copy.folded, at)
    if word and word[0] in _PER_THINGS:
        return word[0], word.end()
    return None


@cache
def _after_bounds() -> tuple[re.Pattern[str], dict[str, Bound]]:
    phrases: dict[str, Bound] = {}
    for bound, listed in lexicon("bounds")["after"].items():
        phrases.update(dict.fromkeys(listed, bound))
    return re.compile(rf"\s?,? ?-?({alternation(phrases)})(?![a-z])"), phrases


_CHEAP_AFTER = frozenset(" -+,")
_LETTER_AFTER = frozenset("oapmib-+gt")


def read_bound_after(copy: Copy, figure: Figure) -> None:
    """Take in "or more", "or so", "-plus", "+" after the figure."""
    end = figure.end
    if end >= len(copy.folded) or copy.folded[end] not in _CHEAP_AFTER:
        return
    pattern, phrases = _after_bounds()
    found = pattern.match(copy.folded, end)
    if found is None:
        return
    figure.end = found.end()
    if figure.bound in ("exact", "about"):
        figure.bound, figure.shape = phrases[found[1]], ""
