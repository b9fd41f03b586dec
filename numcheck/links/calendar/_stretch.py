"""A stretch of time that a noun names, with the two dates or hours it ran between.

"The bridge will close on 4 March and reopen on 15 April. During the nine-week closure …": the noun
tells which words say its beginning and its end (`stretches.yaml`), so the dates may stand a
sentence or two away and in any wording. If more than one could be the beginning or end, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from numcheck.links.calendar import _spent
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

#: The dates stand in the sentence of the duration, at most this many before it, or one after.
_SENTENCES_BACK = 3
_SENTENCES_ON = 1
#: How far from a duration its noun may stand, in characters.
_NOUN_REACH = 48
_BEFORE = (
    r"\b(?:(?:{nouns})\b(?: [\w'’-]+){{0,2}} (?:of|lasted|lasts|lasting|took|taking)(?: for)?"
    r"|(?:in (?:{nouns})|{states}) after)(?: [a-z]+)? ?$"
)
_AFTER = (
    r"(?:-long| long)?(?:(?: of)?(?: (?!and\b|or\b|to\b|in\b|at\b)[\w'’-]+){{0,2}}? (?:{nouns})"
    r"| (?:in|of|under|on) (?:{nouns})| (?:{states}))\b"
)
#: "Served a six-year term" introduces another one; "after a nine-week closure" speaks of this one.
_NEW = pattern(r"(?<!after )(?<!of )(?<!ending )(?<!for )(?<!, )\ban? (?:[a-z]+ )?$", re.IGNORECASE)
_LATER = pattern(r" (?:later|afterwards|after that)\b")
_LATER_ON = pattern(r" (?:later|afterwards|after that),? (?:in|on|at) ")
_LASTED = pattern(
    r"\b(?:last(?:ed|ing|s)|took|taking|(?:ran|went on|continued|dragged on|served|stood|operated|"
    r"traded|ruled|reigned|lived|stayed|remained|sat|lay)\b[^,.;]{0,30} for)"
    r"(?: for)?(?: altogether| in all| a total of| about| some| nearly| almost| all of)? $"
)
#: "Lost in 1981 and found in 2016, after 25 years under a barn"
_AFTER_ALL = pattern(r", after (?:some |almost |nearly |about )?$")
_OF_DOING = pattern(r" of [a-z]+ing\b")
_AS = pattern(r" as (?:an? |the )?([a-z]+)")
_ITS_NOUN = pattern(r"(?:-long| long)?(?:-| )([a-z]{4,})\b")
_DEFINITE = pattern(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) $")
_FIRST_TIME = pattern(r"\bfor the first time in (?:almost |nearly |over |about )?$")
_ZONE = pattern(r" ?(?:GMT|UTC|[A-Z]{2,4}T\b|local|London|Paris|Moscow)")
_IT = pattern(r"(?:It|They|This|That|All this)\b")
_THOSE = pattern(r"\b(?:those|these|all these|all those) $")
_LAST_TIMES = pattern(r"\b(?:last|next|this) \w+['’]s\b[^,.;]{0,30}$")
_FROM = pattern(r"\b(?:from|between)(?: \w+)? $", re.IGNORECASE)
_UNTIL = pattern(
    r"\b(?:until|till|to|and|through|up to)(?: about| around| almost| nearly)? $", re.IGNORECASE
)


class Stretch(NamedTuple):
    """A duration with the points in time between which what it measures ran."""

    duration: Claim
    start: Claim
    end: Claim


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


@compiled
def _part_of_it() -> re.Pattern[str]:
    return pattern(rf"\b(?:{_listed('part_of_it')})\b[^,.;]{{0,20}}$")


@compiled
def _another_time() -> re.Pattern[str]:
    return pattern(rf"[^.;]{{0,60}}\b(?:{_listed('another_time')})\b")


def _listed(name: str) -> str:
    return "|".join(lexicon("links/stretches")[name])


def stretches(reading: Reading) -> Iterator[Stretch]:
    """Every duration that is tied to two dates or hours, with the only ones that fit it."""
    told = (c for c in reading.claims if c.kind == "duration" and c.role == "level")
    for duration in told:
        points = points_near(duration, reading)
        if len(points) < 2:
            continue
        found = _later(duration, points, reading) or _since_the_last(duration, points, reading)
        if found is None and not is_another(duration, reading):
            found = (
                _lasted(duration, points, reading)
                or _of_a_noun(duration, points, reading)
                or _spent.between(duration, points, reading)
            )
        if found is not None:
            yield Stretch(duration, *found)


_Ends = tuple[Claim, Claim]


def _of_a_noun(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "The nine-week closure": its noun says which words tell the beginning and the end."""
    if has_another_role(duration, points[0], reading):
        return None
    known = tuple(named(duration, reading))
    between = (_between(theme, points, reading) for theme in known)
    found = next((found for found in between if found is not None), None)
    if found is None and (known or _is_told(duration, reading)) and _is_alone(duration, reading):
        # Whatever verbs tell it, there is one way to read it; but then a slip must show.
        found = _by_theme(points, reading)
        found = found if found and _spent.is_slip_between(duration, *found) else None
    return found


def _is_told(duration: Claim, reading: Reading) -> bool:
    """ "The nine-year lease", and the lease has been told of in the sentences before."""
    noun = _ITS_NOUN.match(reading.text, duration.end)
    if noun is None or not _DEFINITE.search(
        reading.text, max(0, duration.start - 8), duration.start
    ):
        return False
    start = reading.sentences[max(0, duration.sentence - _SENTENCES_BACK)].start
    return re.search(rf"\b{re.escape(noun[1])}", reading.text[start : duration.start]) is not None


def _is_alone(duration: Claim, reading: Reading) -> bool:
    """Is it the only duration of the sentences around?"""
    around = range(duration.sentence - _SENTENCES_BACK, duration.sentence + _SENTENCES_ON + 1)
    near = (c for at in around for c in reading.in_sentence(at) if c.kind == "duration")
    return sum(1 for _ in near) == 1


def has_another_role(duration: Claim, start: Claim, reading: Reading) -> bool:
    """ "Rang the bells from 1961 to 1999. His 12 years as verger": what has not been told."""
    role = _AS.match(reading.text, duration.end)
    if start.sentence == duration.sentence:
        return False
    told = reading.text[reading.sentences[start.sentence].start : duration.start]
    return role is not None and role[1] not in told


def _later(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Began in March 2019 and finished in May 2020, two years later": right beside the end."""
    text = reading.text
    if not _LATER.match(text, duration.end):
        return None
    for before, point in pairwise(points):
        beside = text[point.end : duration.start] in (", ", " ", " - ", " – ")
        beside = beside or _LATER_ON.fullmatch(text, duration.end, point.start) is not None
        if beside and point.sentence - before.sentence <= 1:
            return before, point
    return None


def _since_the_last(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Open for the first time in 30 years. The pool was drained in 1979 and opened in 2019"."""
    start = max(0, duration.start - _NOUN_REACH)
    told = _FIRST_TIME.search(reading.text, start, duration.start)
    return _by_theme(points, reading) if told else None


def _lasted(duration: Claim, points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """ "Started at 9, ended at 11, lasted three hours"; "from 1908 to 1998. In those 80 years"."""
    before = reading.text[max(0, duration.start - _NOUN_REACH) : duration.start].lower()
    near = [p for p in points if duration.sentence - p.sentence in (0, 1)]
    those = _THOSE.search(before)
    after_all = _AFTER_ALL.search(before) and not _OF_DOING.match(reading.text, duration.end)
    if len(near) != 2 or not (those or _LASTED.search(before) or after_all):
        return None
    if after_all and not _spent.is_slip_between(duration, near[0], near[1]):
        return None
    start = reading.sentences[duration.sentence].start
    if not those and near[1].sentence < duration.sentence and not _IT.match(reading.text, start):
        return None  # "The talks ended at 11. The dinner lasted three hours."
    clauses = [clause_of(at, near, reading)[0] for at in range(2)]
    if _FROM.search(clauses[0]) and _UNTIL.search(clauses[1]):
        return (near[0], near[1]) if those or near[0].sentence == duration.sentence else None
    return _by_theme(near, reading)


def _by_theme(points: Sequence[Claim], reading: Reading) -> _Ends | None:
    """The two that any noun of time would have for its beginning and end, if they are in order."""
    between = (_between(theme, points, reading) for theme in themes()) if len(points) == 2 else ()
    return next((found for found in between if found and found[0] is points[0]), None)


def is_another(duration: Claim, reading: Reading) -> bool:
    """Is it a part of the stretch, or another one: "a previous strike of 18 days"?"""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - _NOUN_REACH) : duration.start].lower()
    after = reading.text[duration.end : end].lower()
    if _NEW.search(before) or _LAST_TIMES.search(before) or _part_of_it().search(before):
        return True
    return _another_time().match(after) is not None


def named(duration: Claim, reading: Reading) -> Iterator[Theme]:
    """The themes whose noun stands right after the duration or right before it."""
    start, end = reading.sentences[duration.sentence]
    before = reading.text[max(start, duration.start - _NOUN_REACH) : duration.start].lower()
    after = reading.text[duration.end : min(end, duration.end + _NOUN_REACH)].lower()
    for theme in themes():
        if theme.after.match(after) or theme.before.search(before):
            yield theme


def points_near(duration: Claim, reading: Reading) -> Sequence[Claim]:
    """The dates, or for hours the times of day, of the sentences around."""
    first = max(0, duration.sentence - _SENTENCES_BACK)
    last = min(len(reading.sentences) - 1, duration.sentence + _SENTENCES_ON)
    near = [c for at in range(first, last + 1) for c in reading.in_sentence(at)]
    kinds = ("time",) if duration.unit in ("hour", "minute") else ("date", "year")
    points = [c for c in near if c.kind in kinds and c.zone != "dateline" and _is_point(c)]
    return [c for c in points if not (c.kind == "time" and _is_gloss(c, reading))]


def _is_gloss(time: Claim, reading: Reading) -> bool:
    """ "6:04 p.m. local time (2104 GMT)": the same moment on another clock."""
    opened = reading.text[time.start - 1 : time.start] == "("
    return opened and _ZONE.match(reading.text, time.end) is not None


def _is_point(claim: Claim) -> bool:
    date = claim.calendar
    return (
        date is not None
        and not date.relative
        and (date.month or date.year or date.hour) is not None
    )


def _between(theme: Theme, points: Sequence[Claim], reading: Reading) -> tuple[Claim, Claim] | None:
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


def clause_of(at: int, points: Sequence[Claim], reading: Reading) -> tuple[str, str]:
    """The words before a point, from the one before it, and those after it up to the next."""
    start, end = reading.sentences[points[at].sentence]
    left = max(start, points[at - 1].end) if at else start
    right = min(end, points[at + 1].start) if at + 1 < len(points) else end
    before = reading.text[left : points[at].start].lower()
    after = reading.text[points[at].end : max(right, points[at].end)].lower()
    return before, after


def said(clause: tuple[str, str], theme: Theme) -> tuple[bool, bool]:
    """Can the clause say a beginning, an end? The nearest word before the point decides."""
    before, after = clause
    if _FROM.search(before):
        # "between 2000 and 2002" alone may be the time of anything
        return bool(theme.nouns.search(before) or theme.starts.search(before)), False
    begins = _last(theme.starts, before)
    finishes = _last(theme.ends, before)
    if begins < 0 and finishes < 0:
        if _UNTIL.search(before):
            return False, True
        words = re.split(r"[,;]| and | but ", after.lstrip(" ,"), maxsplit=1)[0]
        return _last(theme.starts, words) >= 0, _last(theme.ends, words) >= 0
    return begins >= finishes, finishes >= begins


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
