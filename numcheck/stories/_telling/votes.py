"""The two sides of a vote, as one score: "221 votes to 188", "102 in favour and 64 against"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from numcheck.model import Claim, Reading
from numcheck.stories._lists import listed, phrase

_COUNTS = frozenset({"count", "number"})
#: A side of a vote says so this close behind its figure.
_BESIDE_CHARS = 40


def joined(claims: Iterable[Claim], reading: Reading) -> Iterator[Claim]:
    """The claims, the two sides of a vote as one score."""
    held: Claim | None = None
    for claim in map(_at_once, claims):
        one = None if held is None else _vote(held, claim, reading)
        if held is not None and one is None:
            yield held
        held = one or claim
    if held is not None:
        yield held


def _at_once(claim: Claim) -> Claim:
    """The claim; "passed the bill, 36 to 28" is no stretch from 36 to 28."""
    if claim.kind != "number" or len(claim.parts) != 2 or " to " not in claim.text:
        return claim
    if not _decides(claim):
        return claim
    return replace(claim, kind="score", event="vote")


def _decides(claim: Claim) -> bool:
    """ "The Senate passed the bill, 36 to 28": figures of nothing, with which something passes."""
    return claim.event in listed("deciding_events") and not claim.head


def _vote(claim: Claim, after: Claim, reading: Reading) -> Claim | None:
    """ "221 votes to 188", "64 against, 102 in favour" as a score."""
    if claim.sentence != after.sentence or not {claim.kind, after.kind} <= _COUNTS:
        return None
    text = reading.text
    between = text[claim.end : after.start].lower().replace(claim.noun.lower(), "").strip()
    to = (claim.head in listed("cast") or _decides(claim)) and phrase("vote_to").match(between)
    if not to and {_side(claim, text), _side(after, text)} != {"for", "against"}:
        return None
    said = text[claim.start : after.end]
    sides = (claim.value, after.value)
    return replace(claim, end=after.end, text=said, kind="score", parts=sides, event="vote")


def _side(claim: Claim, text: str) -> str:
    """ "for" or "against", by what follows the figure and its noun."""
    noun = claim.evidence.get("noun")
    end = claim.end if noun is None else max(claim.end, noun.end)
    found = phrase("side_of_vote").match(text[end : end + _BESIDE_CHARS].lower())
    return "" if found is None else "for" if found["yes"] else "against"
