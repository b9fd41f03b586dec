"""What copy tells of a life: when somebody was born, and how old they were and when.

The two may stand sentences apart, with a pronoun or a description between ("Mr Imrie was born in
1931 … He died in 2018, aged 89"). Whoever cannot be told from others is nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from numcheck.links.ages._people import Person, person, same_person
from numcheck.links.ages._words import around
from numcheck.model import Claim, Name, Reading
from numcheck.patterns import pattern
from numcheck.text.kin import somebody_near, somebodys_kin

#: "Paul Renn (1870-1950)"
_UNTIL_DEATH = pattern(r" ?[-–] ?[12]\d{3}\)")
_NAME_BEFORE = pattern(r"((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+),? \(?$")
_NAME_CHARS = 60
_SENTENCES_BACK = 3
_OLDEST = 122
_KIN_REACH = 30
_BORN_REACH, _AGED_REACH = 70, 24


class Birth(NamedTuple):
    """A date of birth and whose it is."""

    date: Claim
    who: Person


class Aged(NamedTuple):
    """An age, whose it is, and the date of it; without one it is that of a death just reported."""

    age: Claim
    who: Person
    then: Claim | None


def births(reading: Reading) -> Iterator[Birth]:
    """Every date said to be that of a birth."""
    for claim in reading.claims:
        if claim.calendar is None or claim.calendar.year is None:
            continue
        who = holder(claim, reading) if is_birth(claim, reading) else None
        if who is not None:
            yield Birth(claim, who)


def ages(reading: Reading) -> Iterator[Aged]:
    """Every age told with the date of it, or with a death that has no date of its own."""
    for claim in reading.claims:
        if claim.kind not in ("age", "number", "duration") or not 3 <= claim.value <= _OLDEST:
            continue
        if not _is_age(claim, reading):
            continue
        dated = [c for c in reading.in_sentence(claim.sentence) if _has_year(c)]
        dated = [c for c in dated if not _is_aside(c, claim, reading)]
        then = {c.calendar: c for c in dated if not is_birth(c, reading)}
        who = holder(claim, reading)
        if who is None or len(then) > 1:
            continue
        date = next(iter(then.values()), None)
        if date is not None and not _is_apart(claim, date, reading):
            yield Aged(claim, who, date)
        elif date is None and _of_the_dead(claim, reading):
            yield Aged(claim, who, None)


def _is_apart(age: Claim, date: Claim, reading: Reading) -> bool:
    """ "Married in 1990 and was 19 when", but not "died in 2009 and was 81 at his death"."""
    between = _between(age, date, reading)
    copy = around(reading)
    if copy.after("at_death", age) and copy.earlier("died", date):
        between = between.removeprefix(" and")
    return copy.book.says("apart", between)


def _is_aside(date: Claim, age: Claim, reading: Reading) -> bool:
    """ "Villa, who won the title in 1971, died at 77": is the date that of a clause put between?"""
    copy = around(reading)
    aside = date.end <= age.start and copy.earlier("aside", date)
    return bool(aside and copy.after("aside_ends", date))


def _has_year(claim: Claim) -> bool:
    return claim.calendar is not None and bool(claim.calendar.year) and claim.zone != "dateline"


def _of_the_dead(claim: Claim, reading: Reading) -> bool:
    """ "Died on Friday aged 86", "died on Friday. He was 86." """
    if around(reading).earlier("died", claim):
        return True
    ends = reading.text[claim.end : claim.end + 1] in ("", ".")
    before = reading.sentence_text(claim.sentence - 1) if claim.sentence else ""
    return ends and around(reading).book.says("died", before)


def is_at_death(age: Claim, reading: Reading) -> bool:
    """ "She died at 88, in 2019", "he was 88 when he died"."""
    return around(reading).book.says("died", reading.sentence_text(age.sentence))


def lifetimes(reading: Reading) -> Iterator[tuple[Birth, Claim]]:
    """ "Hilde Brun 1931-2019", "Karel Vink (1920-1998)": a birth, and the death beside it."""
    for born, died in pairwise(reading.claims):
        if born.kind == died.kind == "year" and born.value < died.value:
            joined = reading.text[born.end : died.start].strip() in ("-", "–", "—")
            name = _NAME_BEFORE.search(reading.text, max(0, born.start - _NAME_CHARS), born.start)
            who = person(name[1]) if joined and name else None
            if who is not None and who.first:
                yield Birth(born, who), died


def birth_of(who: Person, births: Sequence[Birth], reading: Reading) -> Claim | None:
    """The only date on which the copy says that this person was born."""
    dates = [b.date for b in births if same_person(b.who, who, reading)]
    return dates[0] if len({date.calendar for date in dates}) == 1 else None


def is_birth(claim: Claim, reading: Reading) -> bool:
    """ "Born in Leeds on", "(b. 1931)", "Karel Vink (1920-1998)"."""
    if around(reading).earlier("born", claim, _BORN_REACH):
        return True
    opens = reading.text[max(0, claim.start - 1) : claim.start] == "("
    return opens and _UNTIL_DEATH.match(reading.text, claim.end) is not None


def _is_age(claim: Claim, reading: Reading) -> bool:
    if somebodys_kin().search(reading.text, claim.end, claim.end + _KIN_REACH):
        return False  # "at 19, in 1975, her sister joined her"
    copy = around(reading)
    told = copy.earlier("aged", claim, _AGED_REACH) or _is_of_the_named(claim, reading)
    return bool(told and copy.after("as_age", claim))


def _is_of_the_named(claim: Claim, reading: Reading) -> bool:
    """ "Lind joined as a 16-year-old in 1961", "Lind, then 16, joined": nobody else is named."""
    copy, start = around(reading), reading.sentences[claim.sentence].start
    if claim.entity and copy.earlier("then", claim, _AGED_REACH):
        return True
    before = reading.names[_first(reading.names, start) : _first(reading.names, claim.start)]
    alone = sum(name.kind in ("person", "") for name in before) <= 1
    return alone and copy.earlier("as_a", claim, _AGED_REACH) is not None


def _between(one: Claim, other: Claim, reading: Reading) -> str:
    first, last = sorted((one, other), key=lambda claim: claim.start)
    return reading.text[first.end : last.start]


def holder(claim: Claim, reading: Reading) -> Person | None:
    """Whose date or age it is: whom its sentence names, or the sentences before it.

    A person without any name is one and the same as long as nobody is named between. None for a
    relative ("her father, born in 1920").
    """
    start, end = reading.sentences[claim.sentence]
    copy = around(reading)
    if copy.opens("somebody_elses", claim.sentence):
        return None  # "Her co-star was born in 1930"
    if somebodys_kin().search(reading.text, start, claim.start):
        return None
    named = _people(reading, start, claim.start)
    later = copy.opens("born_first", claim.sentence) or copy.opens("age_first", claim.sentence)
    if not named and later:
        named = _people(reading, claim.end, end)[:1]
    return named[-1] if named else _told_before(claim.sentence, reading)


def _told_before(sentence: int, reading: Reading) -> Person | None:
    """Whom the sentences before one speak of; None if that may be one of several.

    "My mother came each day, Orel said. She …": she is the one whom nobody names.
    """
    near = [reading.sentences[at] for at in range(max(0, sentence - _SENTENCES_BACK), sentence)]
    if near and somebody_near().search(reading.text, near[0].start, near[-1].end):
        return None
    for start, end in reversed(near):
        people = _people(reading, start, end)
        if len({who.last for who in people}) > 1:
            return None
        if people:
            return people[0]
    return Person("", "")


def only_one(claim: Claim, reading: Reading) -> Person | None:
    """ "She was 24 when … Dora Mislin, now 61": the only person of the copy, named later on."""
    if not around(reading).opens("he_or_she", claim.sentence):
        return None
    told = _people(reading, 0, len(reading.text))
    alone = len({who.last for who in told}) == 1 and not somebody_near().search(reading.text)
    return max(told, key=lambda who: len(who.first)) if alone else None


def _people(reading: Reading, start: int, end: int) -> list[Person]:
    names = reading.names
    here = names[_first(names, start) : _first(names, end)]
    known = [name for name in here if name.kind == "person"]
    told = [person(name.text) for name in known or here if _may_be_person(name, reading)]
    return [who for who in told if who is not None]


def _may_be_person(name: Name, reading: Reading) -> bool:
    """A name of two words is one of a person unless it is known to be another's, or "the …"."""
    article = reading.text[max(0, name.start - 4) : name.start].lower() == "the "
    return name.kind == "person" or (name.kind == "" and " " in name.text and not article)


def _first(names: tuple[Name, ...], at: int) -> int:
    return bisect_left(names, at, key=lambda name: name.start)
