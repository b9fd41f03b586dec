"""Digits grouped as English does not: "25,00 dollars", "12 ,500", "5.17,000", "1,50,00".

A decimal comma is only told where a unit, currency or scale word follows, since "10,12" may be two
numbers; continental grouping with a decimal comma is told by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="digit-groups",
    summary="A figure whose digits are grouped as English does not group them.",
    roles=("figure",),
    facts=("what", "words"),
)
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
    words = book("traces", reading.document.language)
    found = [
        t
        for t in traces(words.patterns["digit_groups"], reading)
        if not _may_be_list(t.match, reading.text, words)
    ]
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


def _may_be_list(match: re.Match[str], text: str, words: Book) -> bool:
    """ "On May 12, 500 people marched": only a word that leads in a figure makes "12, 500" one."""
    if ", " not in match[0] or " ," in match[0] or text[match.start() - 1 : match.start()] in "$€£":
        return False
    lead = text[max(0, match.start() - 14) : match.start()].split()
    return not lead or lead[-1].lower() not in words.sets["leads"]
