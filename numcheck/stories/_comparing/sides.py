"""Which side tells a figure: police and organisers each count for themselves."""

from __future__ import annotations

from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.stories._lists import listed, phrase, sides
from numcheck.text.speakers import speaker_kind

_WORD = pattern(r"[^\W\d_]+")
#: These count for themselves, so that "Varga said" is another side even if nobody says whose.
_PARTISAN = frozenset({"organiser", "opposition"})


def sides_differ(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Do two sides tell it, each for itself?

    A name alone ("Varga said") says nothing of its side, but is not the union it deals with.
    """
    speaker, counterpart = _speaker(one, first), _speaker(other, second)
    if not (speaker and counterpart):
        return False
    ours, theirs = _side(speaker), _side(counterpart)
    if ours == theirs or _share_word(speaker, counterpart):
        return False
    if ours and theirs:
        return True
    unknown = counterpart if ours else speaker
    return (ours or theirs) in _PARTISAN and " " not in unknown


def _speaker(claim: Claim, reading: Reading) -> str:
    """Who says it, by the sentence's own verb of saying or by its other ways to name a source."""
    if claim.said_by.lower() in listed("pronouns"):
        return ""
    if claim.said_by:
        return claim.said_by
    found = phrase("source").search(reading.sentence_text(claim.sentence))
    return "" if found is None else next(filter(None, found.groups()))


def _side(speaker: str) -> str:
    kind = speaker_kind(speaker.partition(" to ")[0])  # "the airline's letter to unions"
    return sides().get(kind, kind)


def _share_word(one: str, other: str) -> bool:
    """Is one of them the other's: "the operator" and "the operator's closing report"?"""
    heads = (phrase("somewhere").split(said, 1)[0] for said in (one, other))
    ours, theirs = ({word.lower() for word in _WORD.findall(head)} for head in heads)
    return any(len(word) > 3 for word in ours & theirs)
