"""Shares that only other shares make sure: "a third left and a quarter, mostly men, stayed"."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern

_WINDOW = 110
#: A share told before in the sentence; "the third quarter" and "the second half" are none.
_TOLD = pattern(
    r"\b(?:(?:a|one) (?:third|fifth)|(?:two|three|four)[ -](?:thirds|quarters|fifths|tenths)"
    r"|tenths?|half (?:the|of|said|were|are|was|came|went|had|have)"
    r"|a quarter (?:of|said|were|are)|per ?cent)\b|\d%"
)
_TIMES_BEFORE = pattern(r"\b(?:in|for|per|each|every|during|within|of|over|the|after|last|once) $")
_NO_SHARE = pattern(
    r" (?:later|ago|earlier|mile|back|before|after|behind|ahead|of (?:the (?:year|season|game)"
    r"|fiscal|(?:19|20)\d\d))\b|-?final"
)


def goes_with_shares(copy: Copy, figure: Figure) -> bool:
    """Do the words before tell another share, so that "a quarter" here is one, too?"""
    start = figure.numeral_start
    head = copy.folded[max(0, start - _WINDOW) : start].rpartition(". ")[2]
    if _TIMES_BEFORE.search(head) or _NO_SHARE.match(copy.folded, figure.numeral_end):
        return False
    return _TOLD.search(head) is not None


_REST = pattern(r"\bthe (remaining|other|last|final) $")
#: No thing is ranked: the clause goes on with its verb or ends.
_STANDS_ALONE = pattern(
    r"[.,;:)]|$| (?:is|are|was|were|went|goes|go|came|comes|will|has|have|had|of the|from|by"
    r"|to|on)\b"
)


def read_remainder(copy: Copy, figure: Figure) -> bool:
    """Make "the remaining third" a share; "the last fifth" needs a share told before it."""
    start, end = figure.numeral_start, figure.numeral_end
    found = _REST.search(copy.folded, max(0, start - 14), start)
    if found is None or not 3 <= figure.value <= 10 or not _STANDS_ALONE.match(copy.folded, end):
        return False
    head = copy.folded[max(0, start - _WINDOW) : start].rpartition(". ")[2]
    if found[1] != "remaining" and _TOLD.search(head) is None:
        return False
    figure.value = figure.step = 1 / figure.value
    figure.form, figure.kind = "fraction", "ratio"
    return True
