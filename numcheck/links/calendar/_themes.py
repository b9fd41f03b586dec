"""Nouns that name a stretch of time, and the words that say its beginning and its end.

What they are is data (`links/stretches.yaml`): "closure" goes with "shut" and "reopened".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from numcheck.links.calendar._points import clause_of
from numcheck.links.calendar._words import around
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import plural, singular
from numcheck.text.lexicon import compiled, lexicon

#: How far from a duration its noun may stand, in characters.
NOUN_REACH = 48


class Theme(NamedTuple):
    """What a noun of time goes with: the words of its beginning and of its end."""

    nouns: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    starts: re.Pattern[str]
    ends: re.Pattern[str]
    #: Do the first and the last day both count: "from 5 to 7 July, three days"?
    whole_days: bool


@compiled
def themes() -> tuple[Theme, ...]:
    found = lexicon("links/stretches")
    return tuple(_theme(entry, found["beside"]) for entry in found.get("themes", ()))


def _theme(entry: Mapping[str, Any], beside: Mapping[str, str]) -> Theme:
    told = {name: listed for name, listed in entry.items() if name != "whole_days"}
    words = {name: f"(?:{'|'.join(listed)})" for name, listed in told.items()}
    nouns, states = words["nouns"], words.get("states", "(?!)")
    before, after = (
        beside[side].replace("<nouns>", nouns).replace("<states>", states)
        for side in ("before", "after")
    )
    return Theme(
        pattern(rf"\b(?:{nouns}|{states})\b"),
        pattern(before),
        pattern(after),
        pattern(rf"\b{words['starts']}\b"),
        pattern(rf"\b{words['ends']}\b"),
        entry.get("whole_days", False),
    )


def named(duration: Claim, reading: Reading) -> Iterator[Theme]:
    """The themes whose noun stands right after the duration or right before it."""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - NOUN_REACH) : duration.start].lower()
    after = reading.text[duration.end : min(end, duration.end + NOUN_REACH)].lower()
    for theme in themes():
        if theme.after.match(after) or theme.before.search(before):
            yield theme


def noun_of(duration: Claim, known: Sequence[Theme], reading: Reading) -> str:
    """The noun of time that stands with a duration, in the singular; "" if only a state does."""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - NOUN_REACH) : duration.start].lower()
    after = reading.text[duration.end : min(end, duration.end + NOUN_REACH)].lower()
    for theme in known:
        told = theme.after.match(after) or theme.before.search(before)
        nouns = theme.nouns.findall(told[0]) if told else ()
        if nouns:
            return singular(str(nouns[-1]))
    return ""


def is_time(noun: str) -> bool:
    """Does a noun in the singular name a stretch of time: "trial", "closure"?"""
    return any(is_noun_of(noun, theme) for theme in themes())


def is_noun_of(noun: str, theme: Theme) -> bool:
    """Is a noun in the singular one of the theme's?"""
    return any(theme.nouns.fullmatch(word) for word in (noun, plural(noun)))


def between(theme: Theme, points: Sequence[Claim], reading: Reading) -> tuple[Claim, Claim] | None:
    """The one point said to be the beginning and the one said to be the end.

    "Left" may be either: it is what the other is not, or goes by the order of the two.
    """
    told = []
    for at, point in enumerate(points):
        roles = said(clause_of(at, points, reading), theme, reading)
        if any(roles):
            told.append((point, roles))
    if len(told) != 2:
        return None
    (first, (begins, finishes)), (second, (begins_too, finishes_too)) = told
    if begins and finishes_too:
        return first, second
    return (second, first) if begins_too and finishes else None


def counts_both_ends(start: Claim, end: Claim, reading: Reading) -> bool:
    """Does what is named last from one day to the other: a fair does, a closure ends before it?"""
    points = (start, end)
    first, last = (clause_of(at, points, reading) for at in range(2))
    told = reading.text[reading.sentences[start.sentence].start : end.start].lower()
    whole = (t for t in themes() if t.whole_days and t.nouns.search(told))
    to = runs_from_to(first, last, reading)
    return any(to or between(theme, points, reading) == points for theme in whole)


def speaks_of(theme: Theme, words: str) -> bool:
    """Do the words tell of such a time, or of its beginning or end?"""
    return any(part.search(words) for part in (theme.nouns, theme.starts, theme.ends))


def said(clause: tuple[str, str], theme: Theme, reading: Reading) -> tuple[bool, bool]:
    """Can the clause say a beginning, an end? The nearest word before the point decides."""
    before, after = clause
    words = around(reading).book
    if words.says("from", before):
        # "between 2000 and 2002" alone may be the time of anything
        return bool(theme.nouns.search(before) or theme.starts.search(before)), False
    begins = _last(theme.starts, before)
    finishes = _last(theme.ends, before)
    if begins < 0 and finishes < 0:
        if words.says("until", before):
            return False, True
        told = words.patterns["clause_ends"].split(after.lstrip(" ,"), maxsplit=1)[0]
        return _last(theme.starts, told) >= 0, _last(theme.ends, told) >= 0
    return begins >= finishes, finishes >= begins


def runs_from_to(first: tuple[str, str], last: tuple[str, str], reading: Reading) -> bool:
    """Are the clauses of two points "from …" and "until …"?"""
    words = around(reading).book
    return words.says("from", first[0]) and words.says("until", last[0])


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
