"""What a figure measures: a level or a change, a total or a mean, one or each."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.claims.words import Words
from numcheck.model import NOT_COUNTED, Quantity, Span
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon


class Measure(NamedTuple):
    """How a figure is meant, with the words that show it by field name."""

    role: str
    statistic: str
    per: str
    evidence: dict[str, Span]


class _Cues(NamedTuple):
    change_verbs: frozenset[str]
    change_nouns: frozenset[str]
    increments: frozenset[str]
    increments_after: frozenset[str]
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    per: dict[str, list[tuple[str, ...]]]
    no_rate: frozenset[str]
    telling: tuple[frozenset[str], frozenset[str], frozenset[str]]


_ROLE_KEYS = ("change_verbs", "change_nouns", "increments", "increments_after")


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
        frozenset(data["no_rate_before"]),
        (
            frozenset(word for key in _ROLE_KEYS for word in data[key]),
            frozenset(p.split()[-1] for phrases in data["statistics"].values() for p in phrases)
            - {"of"}
            | frozenset(
                p.split()[-2] for ps in data["statistics"].values() for p in ps if p.endswith(" of")
            ),
            frozenset(phrase.split()[-1] for phrase in data["per"]),
        ),
    )


class Wanted(NamedTuple):
    """What a sentence has words for at all; the rest need not be looked for."""

    role: bool
    statistic: bool
    per: bool


_NOTHING = Wanted(False, False, False)
_LEVEL = Measure("level", "", "", {})


def wanted(words: Words) -> Wanted:
    """Which measures a sentence speaks of, by the one telling word of each wording."""
    (role, statistic, per), lows = _cues().telling, words.lows
    return Wanted(
        not role.isdisjoint(lows), not statistic.isdisjoint(lows), not per.isdisjoint(lows)
    )


def of(words: Words, asked: Wanted, quantity: Quantity, first: int, last: int) -> Measure:
    """How the figure at words `first` to `last` (its noun included) is meant."""
    if quantity.kind in NOT_COUNTED or (asked == _NOTHING and quantity.kind != "ratio"):
        return _LEVEL
    evidence: dict[str, Span] = {}
    role = "level"
    if asked.role or quantity.kind == "ratio":
        role = _role(words, quantity, first, last, evidence)
    statistic = _statistic(words, first, last, evidence) if asked.statistic else ""
    per = _per(words, last, evidence) if asked.per else ""
    return Measure(role, statistic or ("rate" if per else ""), per, evidence)


def _role(
    words: Words, quantity: Quantity, first: int, last: int, evidence: dict[str, Span]
) -> str:
    if quantity.kind == "ratio" and _is_factor(quantity.text):
        return "factor"
    if (cue := _change(words, quantity, first, last)) is not None:
        evidence["role"] = cue
        return "delta"
    if (cue := _addition(words, quantity, first, last)) is not None:
        evidence["role"] = cue
        return "increment"
    return "level"


def _change(words: Words, quantity: Quantity, first: int, last: int) -> Span | None:
    """The words that make a figure a change: "rose by", "an increase of", "up", "12 % rise"."""
    cues = _cues()
    before, after = words.low(first - 1), words.low(last + 1)
    if before == "by":
        for at in range(first - 2, max(-1, first - 6), -1):
            if words.lows[at] in cues.change_verbs or words.lows[at] in cues.change_nouns:
                return words.span(at, first - 1)
    if before == "of" and words.low(first - 2) in cues.change_nouns:
        return words.span(first - 2, first - 1)
    relative = quantity.kind in ("percent", "ratio") or before in ("up", "down")
    if relative and before in cues.change_verbs:
        return words.span(first - 1, first - 1)
    if quantity.kind == "percent" and after in cues.change_nouns:
        return words.span(last + 1, last + 1)
    return None


def _addition(words: Words, quantity: Quantity, first: int, last: int) -> Span | None:
    """The words that put a figure on top of another: "another six", "six more"."""
    cues = _cues()
    numeral = words.before(quantity.numeral.start)
    for at in range(max(0, first - 1), numeral):
        if words.lows[at] in cues.increments:
            return words.span(at, at)
    for at in (words.before(quantity.numeral.end), last + 1):
        if words.low(at) in cues.increments_after and words.low(at + 1) != "than":
            return words.span(at, at)
    return None


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
    for at in range(last + 1, min(last + 5, len(words))):
        low = words.lows[at]
        if low in grammar.clause_boundaries or low in (",", "and"):
            return ""
        for rest in cues.per.get(low, ()):
            end = at + len(rest)
            if tuple(words.lows[at + 1 : end + 1]) != rest:
                continue
            if rest and (at > last + 1 or words.low(end + 1) in cues.no_rate):
                # "Trapped a day after", "20 sheep a year ago" are times.
                continue
            if low == "per":
                if words.low(end + 1) in ("cent", ""):
                    continue
                end += 1
            span = evidence["per"] = words.span(at, end)
            return words.text[span.start : span.end].lower()
    return ""
