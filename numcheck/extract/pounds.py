"""Pounds of weight and pounds of money: the words around, and the rest of the copy, tell which."""

from __future__ import annotations

from numcheck.extract.figure import Copy
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern

_PAID = pattern(
    r"£|\b(?:paid|pays?|cost\w*|worth|price\w*|spen[dt]\w*|fine\w*|fee|sold for|salary|sterling"
    r"|bid|debt|receive\w*|earn\w*|owe[sd]?|donat\w+|prize|reward|charg\w+|invest\w+|rais\w+|lend\w*"
    r"|lent|borrow\w*|loan|budget|grant|salaries|wages?|income|sum of|amount of|gifts?|legacy"
    r"|bequest|takings|savings|fundrais\w+|sponsor\w*)\b"
)


#: "Left the hospital 64,000 pounds": what is left in thousands is no weight.
_LEFT = pattern(r"\b(?:left|leaves|leaving)\b[^.,;]{0,40} \d{1,3},\d{3} $")
_OF_WHAT = pattern(r"pounds? of ([a-z]+)(?: ([a-z]+))?")


def mass_or_money(copy: Copy, begin: int, unit: str) -> str:
    """A pound is a weight unless its surroundings talk of money."""
    if unit != "pound" or not copy.folded.startswith("pound", begin):
        return unit
    weighed = _OF_WHAT.match(copy.folded, begin)
    if weighed and not wordlists().weighed.isdisjoint(weighed.groups()):
        return unit  # "5 million pounds of thrust"
    if _WEIGHED.search(copy.folded, max(0, begin - 30), begin):
        return unit
    scale = copy.folded[max(0, begin - 14) : begin]
    if "illion" in scale or scale.endswith("bn "):
        return "GBP"
    before = max(0, begin - 40)
    paid = _PAID.search(copy.folded, before, begin) or _LEFT.search(copy.folded, before, begin)
    return "GBP" if paid or _is_of_sterling(copy, begin) else unit


_WEIGHED = pattern(r"\bweigh(?:s|ed|ing|t of|s in at|ed in at)?\b[^.;]{1,16}$")
_STERLING_CHARS = 300
_WEIGHS = pattern(
    r"\b(?:weigh\w*|weights?|load\w*|heav\w+|lift\w*|los[et]\w*|gain\w*|shed|carr\w+|cargo|ship\w*"
    r"|harvest\w*|caught|catch\w*|land(?:ed|ing)|tons?|tonnes?|kilo\w*|lbs?|kg|force|pressure)\b"
)
_OF_A_THING = pattern(r"pounds? (?:of|per square|overweight|heavier|lighter)\b")


def _is_of_sterling(copy: Copy, begin: int) -> bool:
    """Does the copy nearby tell its sums in pounds sterling, and nothing here of weight?"""
    first, last = max(0, begin - _STERLING_CHARS), begin + _STERLING_CHARS
    if copy.text.find("£", first, last) < 0 or _OF_A_THING.match(copy.folded, begin):
        return False
    return _WEIGHS.search(copy.folded, max(0, begin - 80), begin + 20) is None
