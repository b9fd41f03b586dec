"""A set that is spoken of by a name it has not had: "19 inmates broke out ... 23 of the escapees".

"The escapees" must have been told of. They are those of the only figure near by that may be called
so: by another word for them, by what their kind is called ("45 dogs ... of the animals", "46
animals ... of the dogs"), by what is said of them or, of people, by anything they may have become.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from numcheck.links._common.book import Book, book
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon
from numcheck.text.synonyms import wordings

_NEAR = 2  # sentences
_BEFORE, _AFTER = 40, 60
_OWNER = pattern(r"([a-z]+)(?:'s|s') $")
_LED = pattern(r"\b(?:with|by|against|for|from|to|at|of|in|on) (?:the |an? |its |their )?$")
_OF_OTHERS = pattern(r" (?:of|in|from|at|on)\b")
_FIGURE_OR_STOP = pattern(r"[#%$~=@|¶;]")
_STEM, _LONG_NAME = 4, 6
#: A part so many times its whole is of others.
_FAR = 2


def called_anew(reading: Reading, part: Claim, noun: Span) -> Claim | None:
    """The figure of those whom `part` is said to be of, by a noun that has not counted them."""
    if owner_of(reading, noun):
        return None
    name = reading.text[slice(*noun)].lower()
    after = masked(reading).text[noun.end : noun.end + _AFTER]
    before = _counts_before(reading, part)
    if not before or any(claim.role != "level" for claim in before):
        return None
    if not _OF_OTHERS.match(after):
        sets = [c for c in before if c.noun and not c.text.startswith("of ")]
        return _kin(sets, name, part) or _become(reading, sets, name, part)
    return None


def told_so(reading: Reading, part: Claim, noun: Span) -> Claim | None:
    """The only count before it of those who do what the name says: "1,400 work ... of its workers".

    Not those who did it to them: "Twelve marchers clashed with police. Forty of the policemen".
    """
    name = reading.text[slice(*noun)].lower()
    if len(name) < _LONG_NAME or owner_of(reading, noun):
        return None
    before = _counts_before(reading, part)
    if len(before) != 1 or before[0].role != "level":
        return None
    text, claim = masked(reading).text, before[0]
    if text.startswith(" of ", noun.end):
        return None
    found = re.search(rf"(?<![a-z]){re.escape(name[:_STEM])}[a-z]*", text[claim.end : part.start])
    if found is None or found.start() > _AFTER:
        return None
    lead = text[claim.end : claim.end + found.start()]
    return None if _FIGURE_OR_STOP.search(lead) or _LED.search(lead) else claim


def owner_of(reading: Reading, noun: Span) -> str:
    """Whose they are: the town of "60 of the town's taxis", "" where only "its" says it."""
    found = _OWNER.search(masked(reading).text[max(0, noun.start - _BEFORE) : noun.start])
    return found[1] if found else ""


def _counts_before(reading: Reading, part: Claim) -> list[Claim]:
    return [
        claim
        for at in range(max(0, part.sentence - _NEAR), part.sentence + 1)
        for claim in figures(reading, at)
        if claim.end <= part.start and claim.kind in ("number", "count") and claim.value > 1
    ]


def _kin(sets: Iterable[Claim], name: str, part: Claim) -> Claim | None:
    """The only set that may be called so, and the only one of its class."""
    called = [claim for claim in sets if _may_be_called(claim, name, part)]
    if len(called) != 1:
        return None
    alike = [claim for claim in sets if claim.noun_class == called[0].noun_class]
    return called[0] if len(alike) == 1 else None


def _may_be_called(claim: Claim, name: str, part: Claim) -> bool:
    kinds = lexicon("links/part-of").get("kinds", {})
    if name in kinds.get(claim.noun_class, ()) or name in wordings(claim.head, verbs=False):
        return True
    return claim.noun.lower() in kinds.get(part.noun_class, ())


def _become(reading: Reading, sets: Iterable[Claim], name: str, part: Claim) -> Claim | None:
    """The only set of people, if "the escapees" can be no others.

    Others may be at hand, unsaid, where people belong to a place: the pupils of a school.
    """
    words = book("part-of", reading.document.language)
    people = [claim for claim in sets if claim.noun_class not in ("place", "time")]
    if len(people) != 1 or not _FAR * people[0].high >= part.low:
        return None
    if name not in part.noun.lower().split()[-1:]:
        return None  # the "old" of "of the old judges"
    told = masked(reading).text[: part.start]
    if words.says("inhabitants", name):
        return people[0] if _is_population(reading, words, people[0]) else None
    if words.says("of_a_place", name) or f" {name[: _STEM + 1]}" in told:
        return None
    both = _are_people(words, people[0]) and _are_people(words, part)
    return people[0] if both else None


def _is_population(reading: Reading, words: Book, claim: Claim) -> bool:
    """ "Home to 430 people ... 510 of the inhabitants": does it count all who live somewhere?"""
    text = masked(reading).text
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    told = f"{before}<{text[claim.end : claim.end + _AFTER]}"
    return claim.noun_class == "person" and words.says("populated", told)


def _are_people(words: Book, claim: Claim) -> bool:
    return claim.noun_class == "person" or (
        claim.noun_class == "" and words.says("people", claim.noun.lower())
    )
