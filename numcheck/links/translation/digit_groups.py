"""Digits grouped as English does not: "25,00 dollars", "12 ,500", "5.17,000", "1,50,00".

A decimal comma is only told where a unit, currency or scale word follows, since "10,12" may be two
numbers; continental grouping with a decimal comma is told by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

KIND = LinkKind(
    name="digit-groups",
    summary="A figure whose digits are grouped as English does not group them.",
    roles=("figure",),
    facts=("what", "words"),
)
_UNIT = (
    r"(?: ?(?:%|percent|per cent|million|billion|trillion|thousand|dollars?|euros?|pounds|yen"
    r"|yuan|rubles?|rupees|kilomet(?:er|re)s?|km|met(?:er|re)s?|tons?|tonnes?|kilograms?|kg"
    r"|lit(?:er|re)s?|degrees|miles|hectares)\b)"
)
_NOUN = r"(?=\s[a-z])"
_ALONE, _SIGN = r"(?<![\w.,:/-])", r"(?<=[$€£])"
#: A word that leads in one figure, so that "were 2 50 complaints" is no pair of them.
_LEADS = ("were", "[Aa]bout", "[Ss]ome", "over", "than", "nearly", "least")
_LED = "(?:" + "|".join([rf"(?<=\b{lead} )" for lead in _LEADS]) + ")"
_FORMS = {
    "decimal comma": (
        rf"{_ALONE}\d{{1,3}},\d{{1,2}}(?={_UNIT})",
        rf"{_SIGN}\d{{1,3}},\d{{2}}(?![\d,])",
    ),
    "continental": (
        rf"{_ALONE}\d{{1,3}}(?:\.\d{{3}}){{1,4}},\d{{1,2}}(?!\d)",
        rf"{_ALONE}\d{{1,3}}(?:\.\d{{3}}){{2,4}}(?![\d.])",
    ),
    "two marks": (
        rf"{_ALONE}\d{{1,3}}\.\d{{1,3}},\d{{3}}(?![\d,])",
        rf"{_ALONE}\d{{1,3}}(?:,\d{{3}}){{1,3}},\d{{1,2}}{_NOUN}",
    ),
    "odd groups": (
        rf"{_ALONE}\d{{1,2}}(?:,\d{{2}}){{2,4}}{_NOUN}",
        rf"{_ALONE}\d{{1,3}}(?:,\d{{3}}){{0,3}},\d{{4}}{_NOUN}",
    ),
    "gap": (
        rf"{_ALONE}\d{{1,3}} , ?\d{{3}}(?!\d)",
        rf"{_SIGN}\d{{1,3}}, \d{{3}}(?!\d)",
        r"(?<=\s)\d{1,3}, \d{3} (?:people|residents|inhabitants|euros|dollars|tons|tonnes)\b",
        rf"{_ALONE}\d{{1,3}} \. ?\d{{1,2}}(?={_UNIT})",
        rf"{_LED}\d{{1,3}} \d{{2}}(?= [a-z]{{3,}}s\b)",
    ),
}
_NAMED = "|".join(f"(?P<{n.replace(' ', '_')}>{'|'.join(forms)})" for n, forms in _FORMS.items())
#: All begin with a digit, whatever must stand before it: to ask that first saves most of the time.
_PATTERN = pattern(rf"(?=\d)(?:{_NAMED})")

#: A decimal point as English has it.
_POINT = pattern(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.,]|[ap]m)")
#: What every form has; much faster to look for than the forms.
NEEDS = Needs(
    form=pattern(
        r"\d(?:,(?:\d{1,2}(?!\d)|\d{4}| \d{3})|\.\d{1,3},\d|\.\d{3}| [,.] ?\d| \d\d [a-z])"
    )
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every oddly grouped figure; `what` names the way, "comma for point" if it is the copy's."""
    found = [t for t in traces(_PATTERN, reading) if not _may_be_list(t.match, reading.text)]
    foreign = _writes_commas([t.match for t in found], reading.text)
    for match, figure in found:
        what = (match.lastgroup or "").replace("_", " ")
        if foreign and what == "decimal comma":
            what = "comma for point"
        facts = {"what": what, "words": match[0]}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)


def _writes_commas(found: list[re.Match[str]], text: str) -> bool:
    """Does the copy write all its decimals with a comma, so that it is its style and no slip?

    "25,00 dollars" by itself may have been 2,500; "0,3 million" and "12,5 percent" leave no doubt.
    """
    commas = [match[0] for match in found if match.lastgroup == "decimal_comma"]
    sure = len(commas) > 1 or any(len(words.rpartition(",")[2]) == 1 for words in commas)
    return sure and not _POINT.search(text)


def _may_be_list(match: re.Match[str], text: str) -> bool:
    """ "On May 12, 500 people marched": only a word that leads in a figure makes "12, 500" one."""
    if ", " not in match[0] or " ," in match[0] or text[match.start() - 1 : match.start()] in "$€£":
        return False
    lead = text[max(0, match.start() - 14) : match.start()].split()
    return not lead or lead[-1].lower() not in lexicon("links/traces")["leads"]
