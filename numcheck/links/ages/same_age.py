"""The age of one person, given twice.

"The 43-year-old" without a name is the one person of the copy whose age is known, if there is only
one; that is less sure than a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.slips import slip
from numcheck.links.ages._life import holder
from numcheck.links.ages._one_person import by_another_noun, called, known_people, twins
from numcheck.links.ages._people import Person, is_called, is_present_age, person, same_person
from numcheck.links.ages._told_age import is_certain, is_long_ago, is_told, may_be_age, owner_of
from numcheck.model import Claim, Link, LinkKind, Reading
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

KIND = LinkKind(
    name="same-age",
    summary="Two present ages of one person.",
    roles=("age", "earlier"),
    facts=("years_apart", "who"),
)

_VERB = pattern(
    r",? (?:said|told|was|is|has|had|who|will|would|could|did|added|denies|denied|died|won|from|"
    r"might|may|should|must|came|got|gave|made|began|found|felt|kept|held|ran|put|grew|spent|knew|led|"
    r"met|paid|spoke|stood|thought|wrote|fell|flew|drove|rose|hopes|plans|lives|works|plays|also|then|later|never|now|suffered|received|became|lost|took|went|appeared|pleaded|admitted)\b"
)
_SAID = pattern(r"\b(?:said|says|told|added|according to|of|for|from|by) the $")
_CELEBRATES = pattern(r"\b(?:celebrat\w+|mark(?:s|ed|ing)) (?:his|her|their|a) $")
_BIRTHDAY = pattern(r" birthday\b")
_MOST_NAMESAKES = 20
_NOUN_BEFORE = pattern(
    r"\b([Tt]he|[Aa]n?|[Aa]nother|[Ss]econd) (?:[a-z-]+ )?([a-z]{3,})"
    r"(?:,| of| is| was|, who (?:is|was)|, (?:named|identified) [^,.;]{0,50},)? (?:aged )?$"
)
_NOW_AFTER = pattern(r" ?(?:[,.;)]|$)| (?:was|is|has|had)\b")
_ARTICLE = pattern(r"\b([Tt]he|[Aa]n?) (?:[a-z]+ )?$")
_NOUN_AFTER = pattern(r" ([a-z]{3,})\b")
#: "A woman of 52"; a crew of 12 is counted.
_OF_AN_AGE = frozenset({"man", "woman", "boy", "girl"})
#: "The 43-year-old man arrested for it", "the 43-year-old driver of the lorry": somebody else.
_NARROWED = pattern(
    r" (?:accused|arrested|suspected|held|shot|found|seen|charged|convicted|jailed|killed|hurt|"
    r"injured|wanted|hired|driving|living|working|who|whose|with|from|in|of|at|behind|on|[A-Z])"
)
_NAMELESS = pattern(r"\b[Tt]he $")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each later age with the first one given for the same person."""
    yield from _named(reading)
    yield from _nameless(reading)
    yield from _by_noun(reading)
    yield from _birthdays(reading)
    ages = [claim for claim in reading.claims if claim.kind == "age"]
    for again, first in (*by_another_noun(reading), *twins(ages, reading)):
        yield _nobodys(again, first)


def _nobodys(age: Claim, earlier: Claim) -> Link:
    facts = {"years_apart": abs(age.value - earlier.value), "who": "one person"}
    return Link(KIND.name, {"age": age, "earlier": earlier}, None, "medium", facts)


def _named(reading: Reading) -> Iterator[Link]:
    known: dict[str, list[tuple[Person, Claim]]] = {}
    for age in reading.claims:
        owner = owner_of(age, reading) if may_be_age(age, reading) else ""
        who = person(owner) if owner else None
        who = (called(who, known_people(reading)) or who) if who and not who.first else who
        if any(char.isdigit() for char in owner):
            continue  # a postcode: entries of a list that ran together
        if who is None or not is_told(age, reading) or _is_listed(age, reading):
            continue
        group = known.setdefault(who.last, [])
        earlier = next((a for p, a in group if same_person(p, who, reading)), None)
        if earlier is not None and is_long_ago(earlier, age, reading):
            now = max(earlier, age, key=lambda told: told.value)
            group[:] = [(one, now if a is earlier else a) for one, a in group]
        elif earlier is None:
            if len(group) < _MOST_NAMESAKES:
                group.append((who, age))
        elif (is_certain(age, reading) and is_certain(earlier, reading)) or slip(age, earlier):
            yield _link(age, earlier)


def _is_listed(age: Claim, reading: Reading) -> bool:
    """ "Brandt, Oslo, 31; Holm, Bergen, 28;": a row of results, in which no figure is an age."""
    after = reading.text[age.end : age.end + 2]
    place = any(name.kind == "place" and name.text == age.entity for name in reading.names)
    return place or after.startswith(";")


def _nameless(reading: Reading) -> Iterator[Link]:
    """ "The 43-year-old" where one person alone has an age in the copy.

    After that age, the two must be one slip apart; before it, the sentence before must name nobody
    else ("Davi Lemos has signed. The 19-year-old … Lemos, 22, said").
    """
    ages = [claim for claim in reading.claims if may_be_age(claim, reading)]
    named = [age for age in ages if owner_of(age, reading) and is_told(age, reading)]
    if not named or len({person(owner_of(age, reading)) for age in named}) > 1:
        return
    first = named[0]
    for age in ages:
        the = _NAMELESS.search(reading.text, max(0, age.start - 4), age.start)
        if not the or not _says_who(age, reading):
            continue
        if age.start < first.start:
            who, spoken_of = person(owner_of(first, reading)), _spoken_of(age, reading)
            one = len(ages) == 2 and bool(who and spoken_of and who.last == spoken_of.last)
        else:
            one = bool(slip(age, first)) and not _somebody_else(first, age, reading)
            one = one and not is_long_ago(first, age, reading)
        if one:
            later, earlier = (age, first) if first.start < age.start else (first, age)
            facts = {"years_apart": abs(age.value - first.value), "who": owner_of(first, reading)}
            yield Link(KIND.name, {"age": later, "earlier": earlier}, None, "medium", facts)


def _spoken_of(age: Claim, reading: Reading) -> Person | None:
    """The only person whom the sentence before names; the surname alone."""
    start, end = reading.sentences[age.sentence - 1] if age.sentence else (0, 0)
    known = {person(n.text) for n in reading.names if n.kind == "person"}
    surnames = {one.last for one in known if one}
    here = (n for n in reading.names if start <= n.start < end)
    people = [n for n in here if n.kind == "person" or n.text.lower().split()[-1] in surnames]
    who = person(people[0].text) if len({n.text for n in people}) == 1 else None
    return Person("", who.last) if who else None


def _birthdays(reading: Reading) -> Iterator[Link]:
    """ "Axel Fenn, 78, … Fenn celebrated his 87th birthday": an age one slip from the birthday."""
    ages = [age for age in reading.claims if age.kind == "age" and age.entity]
    for nth in (claim for claim in reading.claims if claim.kind == "ordinal") if ages else ():
        before = reading.text[max(0, nth.start - 30) : nth.start]
        if not (_BIRTHDAY.match(reading.text, nth.end) and _CELEBRATES.search(before)):
            continue
        who = holder(nth, reading)
        for age in ages:
            named = person(age.entity)
            one = who and named and is_present_age(age, reading) and is_called(who, named, reading)
            if one and slip(nth, age) == "digits swapped":
                yield _link(nth, age)
                break


def _by_noun(reading: Reading) -> Iterator[Link]:
    """ "A 34-year-old man … the man, 43,": one noun, and two ages one slip apart."""
    first: dict[str, Claim | None] = {}
    for age in (claim for claim in reading.claims if claim.kind in ("age", "number")):
        article, noun = _described(age, reading)
        if not noun:
            continue
        earlier = first.get(noun)
        if article == "the" and earlier is not None and _clear_slip(age, earlier):
            facts = {"years_apart": abs(age.value - earlier.value), "who": f"the {noun}"}
            roles = {"age": age, "earlier": earlier}
            yield Link(KIND.name, roles, confidence="medium", facts=facts)
        elif noun not in first:
            first[noun] = age
        elif article != "the" and (earlier is None or age.value != earlier.value):
            first[noun] = None  # two of them: nobody knows which one "the man" is


def _clear_slip(age: Claim, earlier: Claim) -> bool:
    """Is it more than one digit that may be chance: 34 and 43, but not 34 and 36?"""
    return slip(age, earlier) not in ("", "one digit changed")


def _described(age: Claim, reading: Reading) -> tuple[str, str]:
    """The article and the noun of a person told by an age: ("the", "man"); ("", "") if none."""
    if age.kind == "number" and not 3 <= age.value <= 110:
        return "", ""
    start, end = reading.sentences[age.sentence]
    before, after = (
        reading.text[max(start, age.start - 40) : age.start],
        reading.text[age.end : end],
    )
    told = _NOUN_BEFORE.search(before)
    if told and before.endswith(" of ") and told[2] not in _OF_AN_AGE:
        return "", ""  # "a crew of 12"
    if told and told[2] in _people() and _NOW_AFTER.match(after):
        return told[1].lower(), told[2]
    article, noun = _ARTICLE.search(before), _NOUN_AFTER.match(after)
    named = noun is not None and not _NARROWED.match(after, noun.end())
    known = noun is not None and noun[1] in _people()
    if age.kind == "age" and article and noun and known and (named or article[1].lower() != "the"):
        return article[1].lower(), noun[1]
    return "", ""


def _somebody_else(first: Claim, age: Claim, reading: Reading) -> bool:
    """Is another person brought in between the two: "a pensioner", "his mother"?"""
    return bool(_other_person().search(reading.text, first.end, age.start))


@compiled
def _people() -> frozenset[str]:
    return frozenset(lexicon("nouns")["person"]["nouns"])


@compiled
def _other_person() -> re.Pattern[str]:
    people = alternation(sorted(_people()))
    return pattern(rf"\b(?:an?|another|his|her|their|two|other) (?:[\w-]+ )?(?:{people})s?\b")


def _says_who(age: Claim, reading: Reading) -> bool:
    """ "The 43-year-old said", and not "the 43-year-old bridge": nothing is named after it."""
    if reading.text[age.end : age.end + 1] in ("", ".", ","):
        return _SAID.search(reading.text, max(0, age.start - 24), age.start) is not None
    noun = _NOUN_AFTER.match(reading.text, age.end)
    if noun and noun[1] in _people():
        return _NARROWED.match(reading.text, noun.end()) is None
    return not age.head and bool(_VERB.match(reading.text, age.end))


def _link(age: Claim, earlier: Claim) -> Link:
    fuller = max((age.entity, earlier.entity), key=len)
    facts = {"years_apart": abs(age.value - earlier.value), "who": fuller}
    return Link(KIND.name, {"age": age, "earlier": earlier}, facts=facts)
