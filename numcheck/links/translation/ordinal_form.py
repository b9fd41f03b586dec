"""Ranks as nobody writes them: "21th", "a 40th-strong choir", "the 3rd seconds", "the 5 person".

Languages that mark ordinals with one sign, or not at all, leave these behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

KIND = LinkKind(
    name="ordinal-form",
    summary="An ordinal with the wrong ending, or where a count belongs.",
    roles=("figure",),
    facts=("what", "words", "proper"),
)
#: "21th", "the 5 person"
NEEDS = Needs(form=pattern(r"\d(?:st|nd|rd|th)\b|\bthe \d"))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every ordinal in digits whose form or place is wrong."""
    words = book("traces", reading.document.language)
    for match, figure in traces(words.patterns["ordinal"], reading):
        if figure.unit == "stone" or figure.kind == "measure":
            continue  # "11st 4lb"
        number = int(match["number"] or match["bare"])
        proper = ending(number)
        if match["bare"]:
            what, meant = "rank", f"{number}{proper}"
        elif match["strong"] or (match["plural"] and number > 1):
            what, meant = "count", match["number"]
        elif match["ending"] != proper:
            what, meant = "ending", f"{number}{proper}"
        else:
            continue
        facts = {"what": what, "words": match[0], "proper": meant}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)


def ending(number: int) -> str:
    """The ending an English ordinal takes.

    >>> [ending(n) for n in (1, 2, 3, 4, 11, 12, 21, 113)]
    ['st', 'nd', 'rd', 'th', 'th', 'th', 'st', 'th']
    """
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
