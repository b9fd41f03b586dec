"""Finding the claim that a stretch of wording belongs to, for kinds that begin with wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from numcheck.model import Claim, Reading, Span

#: How far around a figure its wording is looked for, and how far the first sign of it.
_REACH, _BESIDE = 60, 24


class Trace(NamedTuple):
    """A piece of wording with the figure in it."""

    match: re.Match[str]
    figure: Claim


def words(listed: Iterable[str]) -> str:
    """An alternative of words, the longest first, so that "millions" is not cut to "million"."""
    return "|".join(sorted((re.escape(word) for word in listed), key=len, reverse=True))


def traces(pattern: re.Pattern[str], reading: Reading) -> Iterator[Trace]:
    """Every match that has a figure in it; wording without one is no figure's fault."""
    ends = _claim_ends(reading)
    for start, end in _near_figures(reading):
        for match in pattern.finditer(reading.text, start, end):
            at = bisect_right(ends, match.start())
            if at < len(ends) and reading.claims[at].start < match.end():
                yield Trace(match, reading.claims[at])


def lowered(reading: Reading) -> str:
    """The copy in lower case, made once: what a kind looks for its cues in."""
    if "lowered" not in reading.cache:
        reading.cache["lowered"] = reading.text.casefold()
    found: str = reading.cache["lowered"]
    return found


def beside(reading: Reading) -> str:
    """The figures in lower case with what stands right beside them, made once.

    A third of the copy on the average: what a trace cannot do without is looked for here first.
    """
    if "beside" not in reading.cache:
        near = _around_figures(reading, _BESIDE)
        text = "\n".join([reading.text[start:end] for start, end in near])
        reading.cache["beside"] = text.casefold()
    found: str = reading.cache["beside"]
    return found


def _claim_ends(reading: Reading) -> list[int]:
    if "claim ends" not in reading.cache:
        reading.cache["claim ends"] = [claim.end for claim in reading.claims]
    found: list[int] = reading.cache["claim ends"]
    return found


def _near_figures(reading: Reading) -> list[Span]:
    """The stretches around figures: no trace is longer than what is kept on either side."""
    if "near figures" not in reading.cache:
        reading.cache["near figures"] = _around_figures(reading, _REACH)
    found: list[Span] = reading.cache["near figures"]
    return found


def _around_figures(reading: Reading, reach: int) -> list[Span]:
    spans: list[Span] = []
    first = last = 0
    for claim in reading.claims:
        start, end = claim.start - reach, claim.end + reach
        if start <= last:
            last = max(last, end)
            continue
        if last:
            spans.append(Span(first, last))
        first, last = start, end
    return [*spans, Span(first, last)] if last else spans
