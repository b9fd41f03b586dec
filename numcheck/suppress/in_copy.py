"""Suppressions in the copy itself: comments that readers do not see, and house marks."""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numcheck.model import Reading, Span
from numcheck.patterns import pattern
from numcheck.suppress.suppression import Suppression, everything

_COMMENT = pattern(r"\s*numcheck:\s*(?P<verb>[a-z-]+)\s*(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_VERBS = ("ignore", "ignore-file", "disable", "enable")
_REASON = pattern(r"(?:^|\s)(?:--|—|–)\s?")
_UNTIL = pattern(r"\buntil\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)


def from_comments(reading: Reading) -> Iterator[Suppression]:
    """What the comments of a document ask for, ranges from `disable` to `enable` included."""
    document = reading.document
    disabled: dict[tuple[str, ...], tuple[int, Suppression]] = {}
    for comment in document.comments:
        match = _COMMENT.match(comment.text)
        if match is None:
            continue
        one = _parsed(reading, comment.start, match["rest"])
        verb = match["verb"].lower()
        if verb == "ignore":
            yield replace(one, span=_touched(reading, comment.start))
        elif verb == "ignore-file":
            yield replace(one, span=everything(reading))
        elif verb == "disable":
            disabled[one.rules] = (comment.start, one)
        elif verb == "enable":
            yield from _closed(disabled, one.rules, comment.start)
        else:
            known = ", ".join(_VERBS)
            yield replace(one, problem=f"{verb!r} is none of {known}")
    for start, one in disabled.values():
        yield replace(one, span=Span(start, len(reading.text)))


def _closed(
    disabled: dict[tuple[str, ...], tuple[int, Suppression]], rules: tuple[str, ...], end: int
) -> Iterator[Suppression]:
    """Ranges that end here: those of the same rules, or all where none is named."""
    for key in [key for key in disabled if not rules or key == rules]:
        start, one = disabled.pop(key)
        yield replace(one, span=Span(start, end))


def _parsed(reading: Reading, at: int, rest: str) -> Suppression:
    """`RULE, RULE until 2027-01-31 -- reason`, in whatever order the date comes."""
    until = _UNTIL.search(rest)
    problem, expires = "", None
    if until is not None:
        try:
            expires = dt.date.fromisoformat(until[1])
        except ValueError:
            problem = f"{until[1]} is no date"
        rest = rest[: until.start()] + rest[until.end() :]
    names, *reason = _REASON.split(rest, maxsplit=1)
    line, _ = reading.document.line_column(at)
    return Suppression(
        document=reading.document.id,
        span=Span(at, at),
        rules=tuple(word for word in re.split(r"[,\s]+", names) if word),
        reason=" ".join(" ".join(reason).split()),
        place=f"{reading.document.id or 'the copy'}:{line}",
        at=at,
        expires=expires,
        problem=problem or ("" if names.strip() else "it names no rule"),
    )


def _touched(reading: Reading, at: int) -> Span:
    """Alone in front of a block: that block. Inside one: the sentence it stands in or behind."""
    text = reading.text
    if at == 0 or text[at - 1] == "\n":
        end = text.find("\n\n", at)
        return Span(at, len(text) if end < 0 else end)
    return _sentence(reading, at - 1)


def _sentence(reading: Reading, at: int) -> Span:
    """The sentence in which, or behind which, an offset lies."""
    found = bisect_right(reading.sentences, (at, math.inf)) - 1
    if found < 0:
        return Span(at, at + 1)
    return Span(reading.sentences[found].start, max(at + 1, reading.sentences[found].end))


def from_marks(reading: Reading, marks: Sequence[str]) -> Iterator[Suppression]:
    """The sentences that carry a house mark such as "(sic)"."""
    for mark in filter(None, marks):
        at = reading.text.find(mark)
        while at >= 0:
            line, _ = reading.document.line_column(at)
            span = _sentence(reading, at)
            yield Suppression(
                reading.document.id, span, (), f"marked {mark}",
                f"{reading.document.id or 'the copy'}:{line}", at, mark=True,
            )  # fmt: skip
            at = reading.text.find(mark, at + len(mark))
