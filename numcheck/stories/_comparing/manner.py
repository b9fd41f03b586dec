"""How a figure is told: as an early one, as a demand, as one of the worst hit or of a part."""

from __future__ import annotations

from numcheck.claims.nouns import noun_class
from numcheck.claims.phrase import lemma
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.stories._comparing.matter import one_matter
from numcheck.stories._lists import listed, phrase, says
from numcheck.text.lexicon import lexicon

#: The patterns that tell a manner, by where they are sought: anywhere in the sentence, beside the
#: figure, right before it, and in the sentence of a day or hour.
_OF_SENTENCE = (
    *("asking", "interim", "revised", "hour", "forecast"),
    *("stage", "poll", "stretch", "was_to", "the_same", "among", "besides"),
)
_BESIDE = ("before", "guessed", "alone")
_RIGHT_BEFORE = ("brought", "had")
_OF_DAY = ("which", "often", "last_time")
#: What is said of a figure alone stands this close to it.
_BESIDE_CHARS = 30
_BEFORE_CHARS = 120
_NEXT_WORD = pattern(r"\s?[^\W\d_]+")
#: Classes of nouns that are places: airports, towns, schools.
_SITES = frozenset({"place", "building"})


def told_alike(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Is neither an early figure, a demand, a forecast or one of the worst hit, unless both are?"""
    if _supposed(one, first) or _supposed(other, second):
        return False
    if (one.modality == "negated") != (other.modality == "negated"):
        return False
    if not one_matter(one, first, other, second):
        return False
    return _manner(one, first) == _manner(other, second)


def _supposed(claim: Claim, reading: Reading) -> bool:
    """Is the figure of what may be? What must be, or can be done now, is."""
    if claim.modality not in ("hypothetical", "attempted"):
        return False
    if reading.text[max(0, claim.start - 4) : claim.start].lower() == "the ":
        return False  # "the 84 containers may float for weeks": there are 84
    at = claim.evidence.get("modality")
    if at is None:
        return True
    # "Must pay a penalty of 5,000": it is set.
    before = reading.text[max(0, at.start - _BEFORE_CHARS) : at.start].lower()
    own = reading.text[at.start : at.end].lower()
    return own not in listed("certain") and not any(cue in before for cue in listed("owed"))


def _manner(claim: Claim, reading: Reading) -> tuple[object, ...]:
    said = reading.sentence_text(claim.sentence).lower().replace("-", " ")
    if claim.kind == "age":
        return (says("birthdays", said),)
    start, end, text = claim.start, claim.end, reading.text
    beside = text[max(0, start - _BESIDE_CHARS) : end + _BESIDE_CHARS].lower()
    before = text[max(0, start - _BEFORE_CHARS) : start]
    return (
        *(_told(name, said) for name in _OF_SENTENCE),
        *(_told(name, beside) for name in _BESIDE),
        claim.kind != "money" and says("capacity", before[-_BESIDE_CHARS:].lower()),
        *(_told(name, before) for name in _RIGHT_BEFORE),
        claim.kind in ("date", "time") and [_told(name, said) for name in _OF_DAY],
        claim.kind == "date" and says("until", before),
        claim.kind in ("measure", "money") and says("by", before),
        claim.kind != "percent" and _is_part(claim, reading),
        _wider(said),
        _clock(claim, text),
        _degree(claim, text),
    )


def _told(name: str, text: str) -> frozenset[str]:
    """What a pattern takes from the text; "" where it only asks whether something is there."""
    return frozenset(m[m.lastindex] if m.lastindex else "" for m in phrase(name).finditer(text))


def _is_part(claim: Claim, reading: Reading) -> bool:
    """Is the figure of some of what is known: "48 of the containers"?

    "620 kg of the cocaine" is all of it where no cocaine was spoken of before.
    """
    found = phrase("part").match(reading.text, claim.end)
    rest = reading.sentences[claim.sentence].end
    if found is not None and says("the_others", reading.text, found.end(), rest):
        return False  # "freed 16 of the men and jailed the other five": all are told
    if found is None or claim.kind != "measure":
        return found is not None
    mass = _NEXT_WORD.match(reading.text, found.end())
    if mass is None or mass[0].strip()[0].isupper():
        return True  # "nine kilometres of the Corrin tunnel"
    return mass[0].strip().lower() in reading.text[: claim.start].lower()


def _wider(said: str) -> bool:
    """Does the sentence speak of further places besides the one that the story names?"""
    found = phrase("wider").search(said)
    if any(noun_class(lemma(noun)) != "event" for noun in _told("around", said)):
        return True
    if found is None or not found[1]:
        return found is not None
    site = lemma(found[1])
    return noun_class(site) in _SITES or site in lexicon("places")["words"]


def _clock(claim: Claim, text: str) -> str:
    """The clock a time is of: "GMT"; "" for the local one, or if nobody says."""
    after = text[claim.end : claim.end + _BESIDE_CHARS].lower()
    found = phrase("zone").match(after) if claim.kind == "time" else None
    return "" if found is None else found[1]


def _degree(claim: Claim, text: str) -> frozenset[str]:
    """How badly, where the words around the figure say so: "five were seriously hurt"."""
    spans = [claim.evidence[name] for name in ("noun", "event") if name in claim.evidence]
    start = min([claim.start, *(span.start for span in spans)])
    end = max([claim.end, *(span.end for span in spans)])
    after = _NEXT_WORD.match(text, end)
    return _told("degrees", text[start : after.end() if after else end].lower())
