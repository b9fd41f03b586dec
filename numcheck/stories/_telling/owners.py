"""Whose age it is, where the name does not stand beside the figure.

"Kim Vold has died at home aged 85", "The 85-year-old actor", "She was 85": nearer than a story of
two people, and too unsure for the checks of one document. Unknown means nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from numcheck.claims.nouns import noun_class
from numcheck.model import Claim, Name, Reading, Span
from numcheck.stories._lists import phrase, says
from numcheck.text.kin import of_then

#: How far back "the 85-year-old" and "she" may lean, in sentences.
_LEAN = 2
_LONGEST_LOOK = 45
_AGES = range(14, 111)


def aged(claim: Claim, reading: Reading) -> Claim:
    """The claim, if it is an age, with its owner; "Vold (85) won" tells an age, too."""
    if claim.kind == "age" and of_then().match(reading.text, claim.end):
        return replace(claim, kind="identifier")  # "who was 21 when": an age of another year
    if claim.kind == "age":
        return replace(claim, entity=owner(claim, reading))
    if claim.kind == "ordinal" and claim.head == "birthday":
        return replace(claim, kind="age", unit="year", entity=owner(claim, reading))
    if claim.kind != "number" or claim.value not in _AGES:
        return claim
    if reading.text[claim.end : claim.end + 1] in ".,;\n" and (name := _told_of(claim, reading)):
        return replace(claim, kind="age", unit="year", entity=name)
    if " " in claim.entity:
        opened = reading.text[max(0, claim.start - 2) : claim.start] == " ("
        tally = says("tally", reading.sentence_text(claim.sentence))
        if opened and not tally and phrase("bracket").match(reading.text, claim.end):
            return replace(claim, kind="age", unit="year")
    return claim


def _told_of(claim: Claim, reading: Reading) -> str:
    """Of whom a bare number that ends a clause is the age: "Vold is 58", "The pianist was 97"."""
    start = max(0, claim.start - _LONGEST_LOOK)
    if says("at_age", reading.text, start, claim.start):
        near = Span(claim.end, claim.end + _LONGEST_LOOK)
        named = [name.text for name in _within(list(reading.names), near) if name.kind != "place"]
        return next((name for name in named if " " in name), "")
    if not says("is_now", reading.text, start, claim.start):
        return ""
    told = phrase("someone_is").search(reading.text, start, claim.start)
    if told is None:
        return owner(claim, reading)
    return _leant_on(claim, reading) if noun_class(told[1]) == "person" else ""


def owner(claim: Claim, reading: Reading) -> str:
    """The name of the person whose age it is, or ""."""
    names = [name for name in reading.names if name.kind != "place"]
    if claim.entity and not _is_place(claim, reading):
        return claim.entity
    span = reading.sentences[claim.sentence]
    before = reading.text[max(span.start, claim.start - _LONGEST_LOOK) : claim.start]
    if says("somebody_was", before):
        return _leant_on(claim, reading)
    definite = says("definite", before)
    if definite and (name := _leant_on(claim, reading)):
        return name
    name = _subject(reading.text, Span(span.start, claim.start), names)
    leans = None if name or definite else phrase("leaning").match(reading.text, span.start)
    if leans is not None and (leans[1] is None or noun_class(leans[1]) == "person"):
        return _leant_on(claim, reading)
    return name


def _generation(text: str, end: int) -> str:
    """ " senior" where that follows the name: the father of a son so called."""
    found = phrase("generation").match(text, end)
    return "" if found is None else found[0].lower()


def _is_place(claim: Claim, reading: Reading) -> bool:
    """Is what stands beside the age where, not who: "at home in Brenn, aged 85"?"""
    at = claim.evidence.get("entity")
    return at is not None and says("placed", reading.text, max(0, at.start - 12), at.start)


def _subject(text: str, span: Span, names: list[Name]) -> str:
    """The one person named before the age in its sentence, kin and other people aside."""
    people = {_surname(name): name for name in _within(names, span) if _is_person(name, text)}
    if len(people) != 1:
        return ""
    (name,) = people.values()
    described = phrase("apposition").match(text, name.end, span.end)
    start = described.end() if described else name.end
    if says("others", text, start, span.end):
        return ""
    return name.text + _generation(text, name.end)


def _leant_on(claim: Claim, reading: Reading) -> str:
    """The one person named in the sentences before, whom "the 85-year-old" goes back to."""
    first = reading.sentences[max(0, claim.sentence - _LEAN)].start
    span = Span(first, reading.sentences[claim.sentence].start)
    names = [name for name in reading.names if name.kind != "place"]
    found = [name for name in _within(names, span) if _is_person(name, reading.text)]
    if len({_surname(name) for name in found}) != 1:
        return ""
    return max((name.text for name in found), key=len)


def _within(names: list[Name], span: Span) -> list[Name]:
    starts = [name.start for name in names]
    return names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _is_person(name: Name, text: str) -> bool:
    if says("placed", text, max(0, name.start - 12), name.start):
        return False
    return name.kind == "person" or (name.kind == "" and " " in name.text)


def _surname(name: Name) -> str:
    return name.text.rpartition(" ")[2]
