"""Odds and tallies: "7/2", "an 11-4 favourite", "9-for-13", "a 10-3-2 record"."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern

_TALLY = pattern(r"(\d{1,3})-for-(\d{1,3})(?![\d-])|(\d{1,2})-(\d{1,2})-(\d{1,2})(?![\d-])")
#: The attacks and the phrase.
_NAMES = pattern(r"(?:9/11|7/7|24/7)(?![\d/])")
_ODDS = pattern(r"(\d{1,4})([/-])(\d{1,2})(?![\d/%-]|[.,]\d)")
_BETTING = pattern(
    r"\b(?:odds|bookmakers?|bookies?|betting|bets?|favou?rites?|outsiders?|punters?|long ?shots?"
    r"|each-way|starting price)\b"
)
_WINDOW = 40


def read_tally(copy: Copy, at: int) -> Figure | None:
    """Hits of tries, a record of wins, losses and draws, or odds."""
    if named := _NAMES.match(copy.folded, at):
        figure = _figure(named, (0.0,))
        figure.kind, figure.parts = "identifier", ()
        return figure
    found = _TALLY.match(copy.folded, at)
    if found is None:
        return _odds(copy, at)
    figure = _figure(found, tuple(float(part) for part in found.groups() if part))
    figure.kind = "score"
    return figure


def _odds(copy: Copy, at: int) -> Figure | None:
    """What a bet pays for one staked; only where the copy talks of betting."""
    found = _ODDS.match(copy.folded, at)
    if found is None or not int(found[3]):
        return None
    window = copy.folded[max(0, at - _WINDOW) : found.end() + _WINDOW // 2]
    if not _BETTING.search(window):
        return None
    figure = _figure(found, (float(found[1]), float(found[3])))
    figure.kind, figure.value = "ratio", figure.parts[0] / figure.parts[1]
    return figure


def _figure(found: re.Match[str], parts: tuple[float, ...]) -> Figure:
    start, end = found.span()
    return Figure(start, end, start, end, parts[0], 1.0, "digits", parts=parts)
