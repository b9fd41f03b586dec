"""Where copy says one figure twice in a row: "50 miles (80 km)", "$5m, or 4.6m euros".

The second figure restates the first in other words. Which units or currencies may meet is for the
kinds that ask; this module only knows the wording that ties two neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

#: Straight after the first figure: "(", ", or", "/", "=" and their longer cousins.
_TIE = pattern(
    r"\s?[(\[]\s?(?:or |i\.e\.,? |that is,? |equal to |equivalent to |the equivalent of )?"
    r"(?:about )?"
    r"| [-–—] "
    r"|,? or (?:about )?|\s?[/=]\s?|,? i\.e\.,? |, that is,? "
    r"|,? (?:which is )?(?:equal|equivalent) to |,? the equivalent of |, which is (?:about )?",
    re.IGNORECASE,
)
#: "900 hectares of land (2,200 acres)": a few plain words, then a bracket.
_BRACKET_AFTER_NOUN = pattern(r"[\w' -]{1,40}\s[(\[]\s?(?:or )?")
#: What may follow the second figure if it restates the first and does not begin a new statement.
_CLOSED = pattern(
    r"\s?[)\]/;,.]|\s[-–—]\s|\s(?:and|at|in|of|on|to|from|for|by|with|high|tall|long|deep|wide|away)\b"
)
_BRACKET_CLOSED = pattern(r"\s?(?:[)\]/;,]|each\)|high\)|tall\)|long\)|wide\)|deep\))")


class Restated(NamedTuple):
    """Two neighbouring figures of which the second restates the first.

    `direct` is false where words stand between the first figure and the bracket.
    """

    stated: Claim
    again: Claim
    direct: bool


def restatements(reading: Reading) -> Iterator[Restated]:
    """Neighbouring figures tied as one figure said twice, in order."""
    text = reading.text
    for one, other in zip(reading.claims, reading.claims[1:], strict=False):
        if other.start - one.end > 45:
            continue
        gap = text[one.end : other.start]
        after = text[other.end : other.end + 12]
        bracketed = "(" in gap or "[" in gap
        closed = (_BRACKET_CLOSED if bracketed else _CLOSED).match(after) or not after.strip()
        if not closed:
            continue
        if _TIE.fullmatch(gap) or (gap == ", " and other.bound == "about"):
            yield Restated(one, other, True)
        elif bracketed and _BRACKET_AFTER_NOUN.fullmatch(gap):
            yield Restated(one, other, False)
