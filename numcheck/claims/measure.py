"""What a figure measures: a level or a change, a total or a mean, one or each."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.claims.words import Words
from numcheck.model import Quantity, Span
from numcheck.text.lexicon import compiled, lexicon


class Measure(NamedTuple):
    """How a figure is meant, with the words that show it by field name."""

    role: str
    statistic: str
    per: str
    evidence: dict[str, Span]


class _Cues(NamedTuple):
    up_or_down: frozenset[str]
    change_nouns: frozenset[str]
    increments: frozenset[str]
    increments_after: frozenset[str]
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    per: dict[str, list[tuple[str, ...]]]


@compiled
def _cues() -> _Cues:
    data = lexicon("measures")
    before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for statistic, phrases in data["statistics"].items():
        for phrase in phrases:
            first, *rest = phrase.split()
            before.setdefault(first, []).append((tuple(rest), statistic))
    per: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["per"]:
        first, *rest = phrase.split()
        per.setdefault(first, []).append(tuple(rest))
    return _Cues(
        frozenset(data["change_verbs"]),
        frozenset(data["change_nouns"]),
        frozenset(data["increments"]),
        frozenset(data["increments_after"]),
        before,
        per,
    )


def of(words: Words, quantity: Quantity, first: int, last: int) -> Measure:
    """How the figure at words `first` to `last` (its noun included) is meant."""
    evidence: dict[str, Span] = {}
    role = _role(words, quantity, first, last, evidence)
    statistic = _statistic(words, first, last, evidence)
    per = _per(words, last, evidence)
    return Measure(role, statistic or ("rate" if per else ""), per, evidence)


def _role(
    words: Words, quantity: Quantity, first: int, last: int, evidence: dict[str, Span]
) -> str:
    cues = _cues()
    before, earlier = words.low(first - 1), words.low(first - 2)
    if quantity.kind == "ratio" and _is_factor(quantity.text):
        return "factor"
    if before == "by" and first >= 2:
        for at in range(first - 2, max(-1, first - 6), -1):
            if words.lows[at] in cues.up_or_down or words.lows[at] in cues.change_nouns:
                evidence["role"] = words.span(at, first - 1)
                return "delta"
    if before == "of" and earlier in cues.change_nouns:
        evidence["role"] = words.span(first - 2, first - 1)
        return "delta"
    if before in cues.up_or_down and (
        quantity.kind in ("percent", "ratio") or before in ("up", "down")
    ):
        evidence["role"] = words.span(first - 1, first - 1)
        return "delta"
    after = words.low(last + 1)
    if quantity.kind == "percent" and after in cues.change_nouns:
        evidence["role"] = words.span(last + 1, last + 1)
        return "delta"
    # "More than 400" is a bound, not 400 added to others.
    inside = [] if "than" in words.lows[first : last + 1] else words.lows[first : last + 1]
    if before in cues.increments or (inside and inside[0] in cues.increments):
        evidence["role"] = words.span(max(0, first - 1), first)
        return "increment"
    if after in cues.increments_after or (len(inside) > 1 and inside[1] in cues.increments):
        evidence["role"] = words.span(last, min(last + 1, len(words) - 1))
        return "increment"
    return "level"


def _is_factor(text: str) -> bool:
    low = text.lower()
    return any(
        cue in low for cue in ("twice", "doubl", "tripl", "trebl", "quadrupl", "fold", "times")
    )


def _statistic(words: Words, first: int, last: int, evidence: dict[str, Span]) -> str:
    cues = _cues()
    for at in range(max(0, first - 5), min(len(words), last + 5)):
        for rest, statistic in cues.before.get(words.lows[at], ()):
            end = at + len(rest)
            if tuple(words.lows[at + 1 : end + 1]) != rest:
                continue
            gap = words.lows[end + 1 : first] if end < first else words.lows[last + 1 : at]
            if "," not in gap[:-1] and "and" not in gap:
                evidence["statistic"] = words.span(at, end)
                return statistic
    return ""


def _per(words: Words, last: int, evidence: dict[str, Span]) -> str:
    cues = _cues()
    for at in range(last + 1, min(last + 4, len(words))):
        low = words.lows[at]
        if low in (",", ".", ";", "and"):
            return ""
        for rest in cues.per.get(low, ()):
            end = at + len(rest)
            if tuple(words.lows[at + 1 : end + 1]) == rest:
                if low == "per" and end + 1 < len(words):
                    end += 1
                span = words.span(at, end)
                evidence["per"] = span
                return words.text[span.start : span.end].lower()
    return ""
