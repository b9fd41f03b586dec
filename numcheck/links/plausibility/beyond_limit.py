"""A figure beyond what nature, definition or any record allows.

The limits, their words and their sources are data (`links/limits.yaml` of the lexicon); this module
only finds the figures that break one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.model import Claim, Interval, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.units import comparable, convert
from numcheck.values import frozen

KIND = LinkKind(
    name="beyond-limit",
    summary="A figure beyond a known limit of its kind, with the limit and its source.",
    roles=("figure",),
    facts=("allowed", "measured", "grade", "says", "source"),
)
_BEFORE_CHARS = 60
_AFTER_CHARS = 60


@frozen
class Limit:
    """One entry of the table. Its patterns are compiled when a figure breaks the limit."""

    allowed: Interval
    up_to: float
    unit: str
    role: str
    grade: str
    says: str
    source: str
    named: bool
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@compiled
def _limits() -> Mapping[tuple[str, str], tuple[Limit, ...]]:
    """The limits by the kind and the role of the claims that they are asked of."""
    found: dict[tuple[str, str], list[Limit]] = {}
    for entry in lexicon("links/limits")["limits"]:
        kinds, limit = entry["kind"], _limit(entry)
        for kind in [kinds] if isinstance(kinds, str) else kinds:
            found.setdefault((kind, limit.role), []).append(limit)
    return {of: tuple(limits) for of, limits in found.items()}


def _limit(entry: Mapping[str, Any]) -> Limit:
    return Limit(
        Interval(entry.get("low", float("-inf")), entry.get("high", float("inf"))),
        entry.get("up_to", float("inf")),
        entry.get("unit", ""),
        entry.get("role", "level"),
        entry["grade"],
        entry["says"],
        entry["source"],
        entry.get("named", False),
        _pattern(entry.get("before")),
        _pattern(entry.get("after"), r"^[- ]?(?:{})"),
        _pattern(entry.get("near"), r"\b(?:{})\b"),
        _pattern(entry.get("unless"), r"\b(?:{})\b"),
    )


def _pattern(text: str | None, frame: str = "{}") -> re.Pattern[str] | None:
    return None if text is None else pattern(frame.replace("{}", text))


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that breaks a limit, with the first limit it breaks."""
    limits = _limits()
    for claim in reading.claims:
        if claim.modality in ("hypothetical", "negated") or claim.bound == "vague":
            continue
        for limit in limits.get((claim.kind, claim.role), ()):
            measured = _beyond(claim, limit)
            if measured is not None and _meant(claim, limit, reading):
                yield _link(claim, limit, measured)
                break


def _beyond(claim: Claim, limit: Limit) -> Interval | None:
    """The claim in the unit of the limit if no reading of it keeps the limit."""
    low, high = claim.low, claim.high
    if limit.unit and limit.unit != claim.unit:
        if not comparable(claim.unit, limit.unit):
            return None
        low, high = (convert(end, claim.unit, limit.unit) for end in (low, high))
    allowed = limit.allowed
    return None if low <= allowed.high and allowed.low <= high else Interval(low, high)


def _meant(claim: Claim, limit: Limit, reading: Reading) -> bool:
    """Does the copy speak of what the limit is a limit of? What costs least is asked first."""
    start, end = reading.sentences[claim.sentence]
    text = reading.text
    if claim.low > limit.up_to:
        return False
    if limit.after:
        after = text[claim.end : min(end, claim.end + _AFTER_CHARS)].lower()
        if not limit.after.match(after):
            return False
    if limit.before:
        before = text[max(start, claim.start - _BEFORE_CHARS) : claim.start].lower()
        if not limit.before.search(before):
            return False
    if limit.named and not _after_name(claim, reading):
        return False
    sentence = text[start:end].lower() if limit.near or limit.unless else ""
    if limit.near and not limit.near.search(sentence):
        return False
    return not (limit.unless and limit.unless.search(sentence))


def _after_name(claim: Claim, reading: Reading) -> bool:
    """Does the name of a person end right before the figure, but for a comma or a bracket?"""
    end = claim.start
    while end and reading.text[end - 1] in " ,(":
        end -= 1
    at = bisect_left(reading.names, end, key=lambda name: name.start) - 1
    if at < 0 or reading.names[at].end != end:
        return False
    name = reading.names[at]
    # "The Rose Inn, 190," is a name of no known kind, and no person's.
    article = reading.text[max(0, name.start - 4) : name.start].lower() == "the "
    return name.kind == "person" or (name.kind == "" and " " in name.text and not article)


def _link(claim: Claim, limit: Limit, measured: Interval) -> Link:
    facts = {
        "allowed": limit.allowed,
        "measured": measured,
        "grade": limit.grade,
        "says": limit.says,
        "source": limit.source,
    }
    return Link(KIND.name, {"figure": claim}, facts=facts)
