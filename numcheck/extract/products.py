"""Numbers in names of products, races and gates: "Pixel 3", "QT-45b", "a 4K screen", "Seat 4F"."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.labels import counts_next, labels, word_before
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_PRODUCT = pattern(r"(?<![\w-])[A-Z]{1,4}\d{0,2}-$")


def is_product(copy: Copy, figure: Figure) -> bool:
    """ "the QT-45b": capitals hang before the number, and the letter after it is no scale."""
    start, end = figure.numeral_start, figure.numeral_end
    lettered = copy.text[end - 1].isalpha() and copy.text[end - 2].isdecimal()
    return lettered and _PRODUCT.search(copy.text, max(0, start - 8), start) is not None


def is_gate(copy: Copy, figure: Figure) -> bool:
    """ "Runway 27L", "Flat 12B": the letter is no unit or scale after a label."""
    end = figure.numeral_end - figure.scaled
    if figure.end - end != 1 or not copy.text[end].isupper():
        return False
    before, place = word_before(copy.folded, figure.numeral_start)
    known = labels()
    return copy.text[place].isupper() and (before in known.before or before in known.named)


_LONGEST_MODEL = 3000
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_CAPITAL = r"[A-Z][\w'’-]{0,20}"
#: "the Liberals 21" is told; "the Vista 4" is a product.
_TALLY_NAME = rf"(?:and )?(?:in )?(?:(?:{_CAPITAL} ){{1,3}}|the (?:{_CAPITAL} ){{0,2}}{_CAPITAL}s )"
_TALLY_NEXT = pattern(rf"[,;]? {_TALLY_NAME}(?:\d|{_SMALL}\b)")
_TALLY_BEFORE = pattern(
    rf"(?:(?:\d|\b{_SMALL})(?: [a-z]{{2,12}}s)?(?:[,;]| and) {_TALLY_NAME}"
    rf"|\bone in (?:{_CAPITAL} ){{1,3}})$"
)
_GOES_ON = pattern(r" ?[-–/:] ?\d|,? (?:to|and|or) \d")


def names_a_model(copy: Copy, figure: Figure, before: str) -> bool:
    """A small bare number right after a name is part of it: "Pixel 3", "Horizon 4", "Vision 2.0".

    Not after a word that any sentence may begin with, nor where it counts a plural.
    """
    if figure.form != "digits" or figure.step < 0.1 or figure.value >= _LONGEST_MODEL:
        return False
    start = figure.numeral_start
    if copy.text[start - 1] != " " or len(before) < 2 or not before[-1].isalpha():
        return False
    if "," in copy.text[start : figure.numeral_end] or counts_next(copy, figure):
        return False
    text, end = copy.text, figure.numeral_end
    if _GOES_ON.match(text, end) or _TALLY_NEXT.match(text, end):
        return False  # "Ruiz 6-4" is a score, "Farmers 14, Greens 6" a tally
    if _TALLY_BEFORE.search(text, max(0, start - 60), start):
        return False
    return before not in lexicon("noun-phrases")["stop"] and before not in _openers()


@compiled
def _openers() -> frozenset[str]:
    """Words that stand before true figures although they may be capitals: "About 5", "Easter"."""
    bounds = lexicon("bounds")["before"].values()
    phrases = {phrase.rpartition(" ")[2] for listed in bounds for phrase in listed}
    return frozenset(phrases | {*lexicon("grammar")["calendar"], "total", "all", "another"})


_CLASSES = frozenset({"2K", "4K", "5K", "8K", "10K"})


def is_console(copy: Copy, figure: Figure) -> bool:
    """ "PS5" is a console; "PS6m" and "PS50" are pounds whose sign was lost."""
    sign = figure.symbol_first and copy.text.startswith("PS", figure.start)
    return sign and not figure.scaled and figure.value < 10


_RACE_BEFORE = pattern(r"\b(?:the|men['’]s|women['’]s) $")
_RACE_AFTER = pattern(
    r"[,.;)]| (?:race|run|walk|ski|course|event|classic[a-z-]*|freestyle|relay|title|record)\b"
)


def _is_race(copy: Copy, figure: Figure) -> bool:
    """ "finishing the 50K, ", "the women's 15K race"."""
    if not _RACE_AFTER.match(copy.folded, figure.numeral_end):
        return False
    start = figure.numeral_start
    return _RACE_BEFORE.search(copy.folded, max(0, start - 9), start) is not None


_THINGS_NEXT = pattern(r" (?:people|[a-z]+ers|[a-z]+ors|fans)\b")


def is_class(copy: Copy, figure: Figure) -> bool:
    """ "a 4K screen", "her first 10K" name a class of screens and of races."""
    if figure.symbol_first or copy.text[figure.numeral_end - 1] != "K":
        return False
    round_one = copy.text[figure.numeral_start : figure.numeral_end] in _CLASSES
    if figure.value <= 100_000 and _is_race(copy, figure):
        return True
    return round_one and _THINGS_NEXT.match(copy.folded, figure.numeral_end) is None
