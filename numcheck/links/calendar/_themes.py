"""Nouns that name a stretch of time, and the words that say its beginning and its end.

What they are is data (`links/stretches.yaml`): "closure" goes with "shut" and "reopened".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from numcheck.links.calendar._points import clause_of
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import plural, singular
from numcheck.text.lexicon import compiled, lexicon

#: How far from a duration its noun may stand, in characters.
NOUN_REACH = 48
_BEFORE = (
    r"\b(?:(?:{nouns})\b(?:,|(?: [\w'’-]+){{0,2}} (?:of|lasted|lasts|lasting|took|taking)(?: for)?)"
    r"|(?:in (?:{nouns})|{states}) after)(?: [a-z]+)? ?$"
)
#: "Nine years after the trial" are not the trial's.
_APART = r"(?:and|or|to|in|at|after|before|since|until|into|than|for|from|by|during)\b"
_AFTER = (
    rf"(?:-long| long)?(?:(?: of)?(?: (?!{_APART})[\w'’-]+){{{{0,2}}}}? (?:{{nouns}})"
    r"| (?:in|of|under|on) (?:{nouns})| (?:{states}))\b"
)
FROM = pattern(r"\b(?:from|between)(?: \w+)? $", re.IGNORECASE)
UNTIL = pattern(
    r"\b(?:until|till|to|and|through|up to)(?: about| around| almost| nearly)? $", re.IGNORECASE
)


class Theme(NamedTuple):
    """What a noun of time goes with: the words of its beginning and of its end."""

    nouns: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    starts: re.Pattern[str]
    ends: re.Pattern[str]


@compiled
def themes() -> tuple[Theme, ...]:
    return tuple(map(_theme, lexicon("links/stretches").get("themes", ())))


def _theme(entry: Mapping[str, Sequence[str]]) -> Theme:
    words = {"states": "(?!)"} | {name: "|".join(listed) for name, listed in entry.items()}
    return Theme(
        pattern(rf"\b(?:{words['nouns']}|{words['states']})\b"),
        pattern(_BEFORE.format(**words)),
        pattern(_AFTER.format(**words)),
        pattern(rf"\b(?:{words['starts']})\b"),
        pattern(rf"\b(?:{words['ends']})\b"),
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
        roles = said(clause_of(at, points, reading), theme)
        if any(roles):
            told.append((point, roles))
    if len(told) != 2:
        return None
    (first, (begins, finishes)), (second, (begins_too, finishes_too)) = told
    if begins and finishes_too:
        return first, second
    return (second, first) if begins_too and finishes else None


def speaks_of(theme: Theme, words: str) -> bool:
    """Do the words tell of such a time, or of its beginning or end?"""
    return any(part.search(words) for part in (theme.nouns, theme.starts, theme.ends))


def said(clause: tuple[str, str], theme: Theme) -> tuple[bool, bool]:
    """Can the clause say a beginning, an end? The nearest word before the point decides."""
    before, after = clause
    if FROM.search(before):
        # "between 2000 and 2002" alone may be the time of anything
        return bool(theme.nouns.search(before) or theme.starts.search(before)), False
    begins = _last(theme.starts, before)
    finishes = _last(theme.ends, before)
    if begins < 0 and finishes < 0:
        if UNTIL.search(before):
            return False, True
        words = re.split(r"[,;]| and | but ", after.lstrip(" ,"), maxsplit=1)[0]
        return _last(theme.starts, words) >= 0, _last(theme.ends, words) >= 0
    return begins >= finishes, finishes >= begins


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
