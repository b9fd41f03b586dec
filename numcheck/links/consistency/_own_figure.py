"""A thing's own figure told again by a verb: "the 1.8-km bridge … The bridge is 2.8 km long".

The compound comes first and need not be definite; what is told of it afterwards has it, or a
pronoun in the next sentence, for its subject and ends with the figure. "The bridge is 12 metres
wide" tells another of its measures, and "is 30 metres above the river" none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links._common.book import Book, book
from numcheck.links.consistency._attributes import Attribute, attributes, named
from numcheck.links.consistency._of_one_sort import TELLING, agreeing, of_one_sort, slip_of
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

_MOST_ATTRIBUTES, _MOST_CLAIMS = 60, 200
_AFTER_CHARS = 12
_WORD = pattern(r"[a-z]+")


def _words(reading: Reading) -> Book:
    return book("same-attribute", reading.document.language)


def told_by_a_verb(reading: Reading) -> Iterator[tuple[Attribute, Claim, str]]:
    """Each compound with the later figure that ought to repeat it, and the thing both are of."""
    compounds = attributes(reading)[:_MOST_ATTRIBUTES]
    starts = {one.claim.start for one in compounds}
    for again in reading.claims[:_MOST_CLAIMS] if compounds else ():
        before = [a for a in compounds if a.end < again.start and of_one_sort(again, a, reading)]
        subject = _subject(again, reading) if before and again.start not in starts else ""
        of_it = [(a, _thing(a, subject, again, reading)) for a in before] if subject else []
        alike = [(one, thing) for one, thing in of_it if thing]
        if len(alike) == 1 and not _settled(again, reading):
            first, thing = alike[0]
            if _is_slip(first, again, reading) and not _is_apart(again, reading):
                yield first, again, thing


def _subject(again: Claim, reading: Reading) -> str:
    """What the sentence says the figure of, if it says nothing else: "bridge", "it" or ""."""
    start = reading.sentences[again.sentence].start
    told = _words(reading).patterns["own_figure"].fullmatch(reading.text, start, again.start)
    return (told["thing"] or "it").lower() if told else ""


def _thing(first: Attribute, subject: str, again: Claim, reading: Reading) -> str:
    """The word for the thing of the compound, if it is the subject; else ""."""
    if subject == "it":
        return first.things[0] * (again.sentence - first.claim.sentence == 1)
    return next((thing for thing in first.things if named(thing).fullmatch(subject)), "")


def _is_slip(first: Attribute, again: Claim, reading: Reading) -> bool:
    """Is it the same measure of the thing, as far as it is told, and a slip away?"""
    noun = again.evidence.get("noun")
    ends = (
        _words(reading)
        .patterns["own_measure"]
        .match(reading.text, noun.end if noun and again.kind == "count" else again.end)
    )
    slip = slip_of(again, first.claim)
    if ends is None or not slip:
        return False
    which = ends["which"]
    return _is_measure_of(first, which, reading) if which else slip in TELLING


def _is_measure_of(first: Attribute, which: str, reading: Reading) -> bool:
    """Is "long" or "tall" what a compound tells that does not say which of its measures it is?"""
    words = _words(reading)
    if first.measure:
        return which == first.measure or {which, first.measure} <= words.sets["height"]
    upright = not words.sets["upright"].isdisjoint(first.things)
    return which == "long" or (upright and which in words.sets["height"])


def _settled(again: Claim, reading: Reading) -> bool:
    """Has the story the figure anywhere else?"""
    others = (c for c in reading.claims if c.start != again.start and c.kind == again.kind)
    return any(agreeing(claim, again) for claim in others)


def _is_apart(again: Claim, reading: Reading) -> bool:
    """Is there a word for another thing of the kind, or for the thing at another time?"""
    start = reading.sentences[again.sentence].start
    words = _WORD.findall(reading.text[start : again.end + _AFTER_CHARS].lower())
    return not _words(reading).sets["contrast"].isdisjoint(words)
