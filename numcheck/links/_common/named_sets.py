"""Which figure counts the set that a noun names: "15 of the dead", "60 of the town's taxis".

Nearby, any count of the noun will do. Farther away there may be several sets of one name, and
the copy must say that a figure is of the whole set ("the town has 45 taxis") or tie the two by
another word ("lunch for 300 pupils ... 340 of the pupils who had the lunch").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from numcheck.links._common.book import Book, book
from numcheck.links._common.new_names import called_anew, owner_of, told_so
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Confidence, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

_NEAR = 2  # sentences
_BEFORE, _AFTER = 40, 60
_FIGURE_OR_STOP = pattern(r"[#%$~=@|¶;]")
_LONG_WORD = pattern(r"[a-z]{5,}")


def named_set(reading: Reading, part: Claim, noun: Span) -> tuple[Claim, Confidence] | None:
    """The figure of all that the noun names, of which `part` is said to be a part."""
    words = book("part-of", reading.document.language)
    name = reading.text[slice(*noun)].lower()
    owner = owner_of(reading, noun)
    counts = [
        claim
        for claim in counts_of(reading, name)
        if claim is not part
        and claim.evidence.get("event") != noun  # "nine of the dead were men, eight women"
        and owner in reading.sentence_text(claim.sentence).lower()
    ]
    # "Released 16 of the men on Saturday" tells when they were released.
    timed = "timed_people" if part.noun_class == "person" else "timed"
    if words.says(timed, _after(reading, noun)):
        return None
    # The toll is often told after one has spoken of "the dead"; other sets are named first, and
    # "one is still missing" counts those who are left of them.
    first = -_NEAR if _people_of_events().get(name.removesuffix("s")) == "die" else 0
    near = [c for c in counts if first <= part.sentence - c.sentence <= _NEAR]
    near = [c for c in near if first or c.start < part.start]
    if near:
        whole = max(near, key=lambda claim: claim.high)
        bare = [*_bare(reading, part)]
        unclear = any(part.low <= c.high or c.role == "increment" for c in bare)
        return None if unclear else (whole, "high" if len(near) == 1 else "medium")
    other = called_anew(reading, part, noun) or told_so(reading, part, noun)
    if other is not None:
        return other, "medium"
    far = [claim for claim in counts if _is_whole(reading, words, claim, noun)]
    # Another figure of the noun that is large enough may be the whole as well.
    if not far or any(part.low <= claim.high for claim in counts):
        return None
    return max(far, key=lambda claim: claim.high), "medium"


def counts_of(reading: Reading, name: str) -> Iterator[Claim]:
    """The figures of a document that count what a noun names ("pupils", "dead")."""
    event = _people_of_events().get(name.removesuffix("s"), "")
    text, words = masked(reading).text, book("part-of", reading.document.language)
    adjective = words.says("befallen", name)
    for at in range(len(reading.sentences)):
        for claim in figures(reading, at):
            if claim.role == "increment" and claim.bound != "more_than":
                continue
            if text.startswith(" of ", claim.end):
                continue  # "Nine of the victims" is a part itself
            counted = claim.noun.lower().split()[-1:] == [name]
            people = claim.noun_class == "person" or (claim.kind == "number" and not claim.noun)
            befell = event and claim.event == event
            befell = befell or (adjective and _is_told_after(text, claim, name))
            if counted or (people and befell and not _is_of_another(reading, text, claim)):
                yield claim


def _is_of_another(reading: Reading, text: str, claim: Claim) -> bool:
    """ "Of the 14 in the crew 12 survived": neither is the number of all survivors."""
    start = reading.sentences[claim.sentence].start
    return text.startswith(("of the ", "of its ", "of their "), start) and start < claim.start


def _is_told_after(text: str, claim: Claim, name: str) -> bool:
    """ "86 passengers had fallen sick": is the name of the set said of the figure?"""
    at = text.find(f" {name}", claim.end, claim.end + _AFTER)
    if at < 0 or text[at + len(name) + 1 : at + len(name) + 2].isalpha():
        return False
    return _FIGURE_OR_STOP.search(text, claim.end, at) is None


def _bare(reading: Reading, part: Claim) -> Iterator[Claim]:
    """The figures before it that may count anything: "10 cases in May, 50 in June"."""
    for at in range(max(0, part.sentence - _NEAR), part.sentence):
        yield from (c for c in figures(reading, at) if c.kind == "number" or c.role == "increment")


def _is_whole(reading: Reading, words: Book, claim: Claim, noun: Span) -> bool:
    """Does the copy say that it is the whole set, or tell of it what it tells of the part?"""
    if claim.modifiers or words.says("timed", _after(reading, claim)):
        return False
    text = masked(reading).text
    declared = words.says("declared", text[max(0, claim.start - _BEFORE) : claim.start])
    told = _LONG_WORD.findall(_after(reading, noun))[:3]
    said = reading.sentence_text(claim.sentence).lower()
    who = words.says("who", _after(reading, noun))
    return declared or (who and any(word in said for word in told))


def _after(reading: Reading, span: Span | Claim) -> str:
    return masked(reading).text[span.end : span.end + _AFTER]


@cache
def _people_of_events() -> Mapping[str, str]:
    """The events that people are named by: "detainee" and "detained" for an arrest."""
    return {
        person: event
        for event, words in lexicon("events").items()
        for person in words.get("people", ())
    }
