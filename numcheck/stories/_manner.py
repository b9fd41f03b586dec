"""How a figure is told: as an early one, as a demand, of the worst hit only, by which side."""

from __future__ import annotations

import re

from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.stories._lists import listed, sides
from numcheck.text.lexicon import compiled
from numcheck.text.speakers import speaker_kind
from numcheck.text.trie import alternation

_WORD = pattern(r"[^\W\d_]+")
#: "By 9 a.m.", "as of Saturday evening", "by nightfall": the hour up to which is counted.
_HOUR = pattern(
    r"\b(?:by|as of|as at|until|up to|before)\s(?:around\s|about\s|late\s|early\s)?(?:on\s)?"
    r"(?:mid-?(?:day|night|morning|afternoon)|noon|lunchtime|dawn|dusk|nightfall|daybreak|sun(?:set|rise)"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m|o'clock|gmt|hrs|hours)|\d{1,2}[:.]\d\d"
    r"|(?:the\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s)?(?:morning|afternoon|evening|night)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\s(?:morning|afternoon|evening|night)))(?![\w'’])"
)
_NEXT_WORD = pattern(r"\s?[^\W\d_]+")
#: These count for themselves, so that "Varga said" is another side even if nobody says whose.
_PARTISAN = frozenset({"organiser", "opposition"})


def told_alike(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Is neither an early figure, a demand or one of the worst hit, unless both are?"""
    return _manner(one, first) == _manner(other, second)


def _manner(claim: Claim, reading: Reading) -> tuple[bool, bool, str, str]:
    said = reading.sentence_text(claim.sentence).lower()
    words = _WORD.findall(said)
    asked = not listed("birthdays" if claim.kind == "age" else "asking").isdisjoint(words)
    interim = any(cue in said for cue in listed("interim"))
    hour = _HOUR.search(said)
    return asked, interim, "" if hour is None else hour[0], _degree(claim, reading.text)


def _degree(claim: Claim, text: str) -> str:
    """How badly, where the words around the figure say so: "five were seriously hurt"."""
    spans = [claim.evidence[name] for name in ("noun", "event") if name in claim.evidence]
    start = min([claim.start, *(span.start for span in spans)])
    end = max([claim.end, *(span.end for span in spans)])
    after = _NEXT_WORD.match(text, end)
    found = _degrees().search(text.lower(), start, after.end() if after else end)
    return "" if found is None else found[0]


@compiled
def _degrees() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(sorted(listed('degrees')))})\b")


def sides_differ(one: Claim, other: Claim) -> bool:
    """Do two sides tell it, each for itself?

    A name alone ("Varga said") says nothing of its side, but is not the union it deals with.
    """
    if not (one.said_by and other.said_by):
        return False
    ours, theirs = _side(one.said_by), _side(other.said_by)
    if ours == theirs or _share_name(one.said_by, other.said_by):
        return False
    if ours and theirs:
        return True
    unknown = other.said_by if ours else one.said_by
    return (ours or theirs) in _PARTISAN and " " not in unknown


def _side(speaker: str) -> str:
    kind = speaker_kind(speaker)
    return sides().get(kind, kind)


def _share_name(one: str, other: str) -> bool:
    ours, theirs = (
        {word for word in _WORD.findall(said) if word[0].isupper()} for said in (one, other)
    )
    return not ours.isdisjoint(theirs - {"The"})
