"""What stands after a numeral: unit or currency, and what the unit is per."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.pounds import mass_or_money
from numcheck.extract.wordlists import wordlists
from numcheck.model import Kind
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled
from numcheck.units import is_currency, tables

_NAME = pattern(r"(?:u\.[sk]\.|[^\W\d_]+\.?)(?:[ \u00a0-][^\W\d_]+\.?){0,4}")
_GAP = pattern(
    r"[ \u00a0\u202f\u2009]-? ?(?=[^\W\d_]|[%°º˚‰$€£¥₹₽₴₪₩])|[-‑–] ?(?=[^\W\d_])|\n(?=[a-z])"
)
_SYMBOL = pattern(r"[^\s\d,;:()\[\]!?“”|{}][^\s,;:()\[\]!?“”|{}]{0,9}")
#: One-letter symbols that may keep a space to their figure.
_SPACED = frozenset("mghLlVWCF%$€£¥₹°º˚₽₴₪₩‰Ω")
#: One-letter symbols that must touch it; other letters are parts of names ("Flat 5A").
_TOUCHING = frozenset("mgtLlVWCFsh%°º˚$€£¥₹₽₴₪₩₫₺₱฿¢pc′″\"'‰Ω٪﹪％℃℉")
#: A name is cut short where the symbol goes on: "km²", "km/h", "kW·h".
_GOES_ON = "^²³/·⋅"
_CLOSING = frozenset(".,;:)!?]”\n")


_OF = pattern(r"[\"”'’]? of ")


def read_unit(copy: Copy, figure: Figure) -> None:
    """Take in the unit or currency after the figure, with what it is per."""
    if figure.kind == "money":
        _read_repeated_currency(copy, figure)
    else:
        at = figure.end
        if figure.form == "vague" and (lead := _OF.match(copy.folded, at)):
            at = lead.end() - 1  # "billions of dollars", “hundreds” of miles
        found = unit_at(copy, at)
        if found is None:
            return
        figure.unit, figure.end = found
        figure.kind = kind_of(figure.unit)
        if figure.unit == "degree" and _is_warmth(copy, figure):
            figure.kind = "temperature"
    _read_per(copy, figure)


def _read_repeated_currency(copy: Copy, figure: Figure) -> None:
    """ "$5 dollars", "$3m Canadian dollars": the name after the symbol, which may tell more."""
    found = unit_at(copy, figure.end)
    if found is None or not is_currency(found[0]):
        return
    if found[0] == figure.unit or (figure.unit == "USD" and found[0] in tables().dollars):
        figure.unit, figure.end = found


def unit_at(copy: Copy, at: int) -> tuple[str, int] | None:
    """The unit that begins at `at`, perhaps after a space or a hyphen, and where it ends."""
    text = copy.text
    if at >= len(text) or text[at] in _CLOSING:
        return None
    gap = _GAP.match(copy.folded, at)
    begin = gap.end() if gap else at
    if text[begin].isalpha() and (named := _by_name(copy, begin)) is not None:
        return named
    return _by_symbol(copy, begin, touching=begin == at or text[at] == "-")


def _by_name(copy: Copy, begin: int) -> tuple[str, int] | None:
    found = _NAME.match(copy.folded, begin)
    if found is None:
        return None
    known = tables()
    # As long as the text: places can be told from the look-up key.
    words = found[0].replace("-", " ").replace("\u00a0", " ").split(" ")
    longest = known.longest.get(words[0]) or known.longest.get(words[0].rstrip("."))
    if longest is None:
        return None
    for count in range(min(longest, len(words)), 0, -1):
        key = " ".join(words[:count])
        for name in dict.fromkeys((key, key.rstrip("."))):
            unit = known.names.get(name) or known.money.get(name)
            if unit is not None and _is_meant(copy, begin, begin + len(name), name):
                return mass_or_money(copy, begin, unit), begin + len(name)
    return None


_NEXT_WORD = pattern(r"[ -]([a-z]+)")


def _is_meant(copy: Copy, begin: int, end: int, name: str) -> bool:
    """Does the word stand as a unit? "World Cup", "5 Stone Street" and "one second half" do not."""
    lists = wordlists()
    if name in lists.not_as_name and copy.text[begin].isupper():
        return False
    after = copy.text[end : end + 1]
    if after.isalpha() or (after and after in _GOES_ON):
        return False
    if name not in ("second", "mo", "real", "min", "mark"):
        return True
    following = _NEXT_WORD.match(copy.folded, end)
    return following is None or following[1] not in lists.not_a_unit_before


def _by_symbol(copy: Copy, begin: int, touching: bool) -> tuple[str, int] | None:
    run = _SYMBOL.match(copy.text, begin)
    if run is None:
        return None
    word = run[0]
    for length in _symbol_lengths().get(word[0], ()):
        unit = _symbol_unit(word[:length], touching) if length <= len(word) else None
        if unit is None:
            continue
        rated = is_currency(unit) and copy.text.startswith("/", begin + length)  # "95c/kg"
        if (
            word[length - 1].isalpha()
            and not rated
            and _is_word_going_on(copy.text, begin + length)
        ):
            continue
        if copy.text[begin + length : begin + length + 1].isdecimal() and is_currency(unit):
            return None  # it belongs to the next figure: "£1,900 - £600"
        if length == 1 and not _letter_is_unit(copy, begin, word[0]):
            return None
        if unit == "inch" and word.startswith("in-"):
            return None  # "a one-in-three chance"
        return unit, begin + length
    return _rate_of_symbols(word, begin)


@compiled
def _symbol_lengths() -> dict[str, list[int]]:
    """The first character of a symbol to how long such symbols are, the longest first."""
    known = tables()
    found: dict[str, set[int]] = {}
    for symbol in (*known.symbols, *known.after, *known.codes, *known.folded_before):
        found.setdefault(symbol[0], set()).add(len(symbol))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _symbol_unit(symbol: str, touching: bool) -> str | None:
    known = tables()
    if symbol == "pm" or (symbol == "in" and not touching):
        return None  # the afternoon, the preposition
    if len(symbol) == 1 and symbol not in (_TOUCHING if touching else _SPACED):
        return None
    unit = known.symbols.get(symbol) or known.after.get(symbol)
    if unit is None and len(symbol) == 3:
        if symbol in (known.codes if touching else known.sure_codes):
            return symbol
        if symbol.lower() == symbol and symbol in known.folded_before:
            return known.folded_before[symbol]
    return unit


def _is_word_going_on(text: str, at: int) -> bool:
    after = text[at : at + 1]
    if after == "/" and text.startswith("100", at + 1):
        return False  # "6 l/100 km"
    return bool(after) and (after.isalnum() or after in "'’" or after in _GOES_ON)


def _rate_of_symbols(word: str, begin: int) -> tuple[str, int] | None:
    """ "A/cm2", "kg/ha": two symbols that are no unit of the table together."""
    above, slash, below = word.rstrip(".").partition("/")
    known = tables().symbols
    if slash and above in known and below in known:
        return f"{known[above]} / {known[below]}", begin + len(above) + 1 + len(below)
    return None


_DECIMALS = pattern(r"\.\d{1,3} ?$")


def _letter_is_unit(copy: Copy, begin: int, letter: str) -> bool:
    """ "25C" needs words of weather, "9.58s" its decimals ("Model 3s" is a name)."""
    if letter in "CF":
        # "Form 27-C" is a name.
        return copy.text[begin - 1] not in "-‑" and _is_warm(copy, begin)
    return letter != "s" or _DECIMALS.search(copy.text, max(0, begin - 6), begin) is not None


_WARMTH_CHARS = 60
_WORDS = pattern(r"[a-z]+")


def _is_warm(copy: Copy, at: int) -> bool:
    """Do the words around speak of temperature, or is there a second one in brackets?"""
    window = copy.folded[max(0, at - _WARMTH_CHARS) : at + _WARMTH_CHARS]
    if "°" in window or re.search(r"\d ?[cf] ?(?:\(|/)|\( ?-?\d+ ?[cf]\)", window):
        return True
    return copy.text[at] == "C" or not wordlists().warmth.isdisjoint(_WORDS.findall(window))


def _is_warmth(copy: Copy, figure: Figure) -> bool:
    """Are these degrees of temperature, not of an angle?"""
    window = copy.folded[max(0, figure.start - _WARMTH_CHARS) : figure.start] + " "
    window += copy.folded[figure.end : figure.end + 30]
    return not (wordlists().warmth - {"degrees"}).isdisjoint(_WORDS.findall(window))


def kind_of(unit: str) -> Kind:
    """The kind of figure that a unit makes."""
    if unit in ("percent", "percentage_point", "basis_point", "per_mille"):
        return "percent"
    factor = tables().factors.get(unit)
    if factor is None:
        return "money" if is_currency(unit) else "measure"
    if factor[0] == "[time]":
        return "duration"
    return "temperature" if factor[0] == "[temperature]" else "measure"


# -- rates ----------------------------------------------------------------------------------

_PER = pattern(
    r" ?/ ?| (?:per|an?|each|every|for each|for every|to the) |-a-|-per-"
    r"| a-(?=year|month|week|day|head)"
)
#: "Up from 19 cents a year ago" tells a time and no rate.
_AGO = pattern(r" (?:ago|earlier|before|later|previously|prior)\b")
#: "6.4 litres per 100 km", "19 kWh/100km": what cars use.
_PER_HUNDRED = pattern(
    r"(?: ?/ ?| (?:per|every|for every|an?|to the) )(?:100|(?:a |one )?hundred)[ -]?"
    r"(?:km|kms|kilomet(?:re|er)|(mile))s?\b"
)
_PER_WORD = pattern(r"[a-z]+")


def _read_per(copy: Copy, figure: Figure) -> None:
    """ "$14.95 a month", "30 barrels per day", "£5/kg": the unit becomes a rate."""
    if figure.kind not in ("money", "measure") or copy.folded[figure.end : figure.end + 1] not in (
        " ", "/", "-",
    ):  # fmt: skip
        return
    if hundred := _PER_HUNDRED.match(copy.folded, figure.end):
        length = "hundred_mile" if hundred[1] else "hundred_kilometer"
        figure.unit, figure.end = f"{figure.unit} / {length}", hundred.end()
        return
    found = _PER.match(copy.folded, figure.end)
    if found is None:
        return
    below = _unit_below(copy, found.end(), explicit="per" in found[0] or "/" in found[0])
    if below is None and figure.kind == "money" and found[0] in (" a ", " an "):
        below = _priced(copy, found.end())
    if below is not None and not _AGO.match(copy.folded, below[1]):
        figure.unit, figure.end = f"{figure.unit} / {below[0]}", below[1]


def _unit_below(copy: Copy, at: int, explicit: bool) -> tuple[str, int] | None:
    named = _by_name(copy, at) if copy.folded[at : at + 1].isalpha() else None
    if named is None and explicit:
        named = _by_symbol(copy, at, touching=True)
    if named is not None and not is_currency(named[0]):
        return named
    word = _PER_WORD.match(copy.folded, at)
    return (word[0], word.end()) if word and word[0] in wordlists().per_things else None


_CLAUSE_ENDS = pattern(
    r"([a-z]{3,16})(?:[.,;)\n]|$| (?:and|or|but|for|in|on|at|from|to|when|while|because|if|with"
    r"|until|plus|depending)\b)"
)
#: "called the $2m a bribe", "made £5,000 a year's target"
_JUDGED = pattern(
    r"\b(?:call|consider|deem|think|thought|find|found|make|making|made|label|brand|rul|judg)"
    r"[a-z]{0,5} [^.;,]{0,28}$"
)


def _priced(copy: Copy, at: int) -> tuple[str, int] | None:
    """ "$2.5 million a boat.", "£40 a dog and": a sum, one thing, and the end of the clause."""
    found = _CLAUSE_ENDS.match(copy.folded, at)
    if found is None or found[1].endswith("s") or found[1] in wordlists().no_per:
        return None
    if _JUDGED.search(copy.folded, max(0, at - 50), at):
        return None
    return found[1], found.end(1)
