"""Finding the claim that a stretch of wording belongs to, for kinds that begin with wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from numcheck.model import Claim, Reading


class Trace(NamedTuple):
    """A piece of wording with the figure in it."""

    match: re.Match[str]
    figure: Claim


def words(listed: Iterable[str]) -> str:
    """An alternative of words, the longest first, so that "millions" is not cut to "million"."""
    return "|".join(sorted((re.escape(word) for word in listed), key=len, reverse=True))


def traces(pattern: re.Pattern[str], reading: Reading) -> Iterator[Trace]:
    """Every match that has a figure in it; wording without one is no figure's fault."""
    ends = [claim.end for claim in reading.claims]
    for match in pattern.finditer(reading.text):
        at = bisect_right(ends, match.start())
        if at < len(ends) and reading.claims[at].start < match.end():
            yield Trace(match, reading.claims[at])
