"""Numbers that are marks by where they stand: list marks, places, ratings, house numbers."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.labels import labels
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled

_PLAYER = pattern(r"(?:^|[\n.;] ?|\) )(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+: $")


def is_rating(copy: Copy, figure: Figure) -> bool:
    """ "Rosa Lind: 7 Ran and ran": a mark out of ten after a name."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if figure.form != "digits" or not 0 <= figure.value <= 10 or text[start - 2 : start] != ": ":
        return False
    ends = end == len(text) or text[end] in ".,;-–\n" or text[end + 1 : end + 2].isupper()
    return ends and _PLAYER.search(text, max(0, start - 60), start) is not None


_NAME_NEXT = pattern(r" [A-Z][a-z]+ [A-Z]")


def is_place(text: str, start: int, end: int) -> bool:
    """ "2 Ann Ruiz (Spain) 3 Mia Holt (US)": a place in a ranking."""
    closed = text[max(0, start - 3) : start].rstrip(" \n").endswith(")")
    return closed and _NAME_NEXT.match(text, end) is not None


def is_list_mark(text: str, start: int, end: int) -> bool:
    """ "1) ...", or "1. " at the beginning of a line."""
    if end - start > 2:
        return False
    if start == 0 or text[start - 1] == "\n":
        return text[end : end + 2] in (". ", ") ") and end + 2 < len(text)
    closes = text[end : end + 2].lstrip(" ").startswith(")")
    return closes and text[start - 1] in " ;:" and "(" not in text[max(0, start - 60) : start]


@compiled
def _house() -> re.Pattern[str]:
    """A house number goes on with a street: " Elm Road", " E 71st St", " Rue Monge"."""
    ends = "|".join(re.escape(word.capitalize()) for word in sorted(labels().streets))
    name = r"(?: [A-Z0-9][\w.'’-]{0,20})"
    return pattern(rf"{name}{{1,4}}? (?:{ends})(?![a-z])| (?:Ave|Rue|Via|Calle|Avenida) [A-Z]")


#: "They live at 2705 Marlow."
_NAMED_STREET = pattern(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]{3,}(?<!s)"
    r"(?:[.,;)]|$| (?:in|after|and|with|until)\b)"
)


def is_address(copy: Copy, figure: Figure) -> bool:
    """A house number before the bare name of a street, after "at"."""
    start, end = figure.numeral_start, figure.numeral_end
    bare = 3 <= end - start <= 5 and copy.text[start:end].isdecimal()
    led = bare and copy.folded.endswith(" at ", 0, start)
    return led and _NAMED_STREET.match(copy.text, end) is not None


def is_house_number(text: str, end: int) -> bool:
    """ "12 Elm Road": the name of a street follows."""
    after = text[end : end + 2]
    if len(after) < 2 or after[0] != " " or not (after[1].isupper() or after[1].isdecimal()):
        return False
    return _house().match(text, end) is not None
