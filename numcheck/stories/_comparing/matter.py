"""Do two figures belong to one matter: one purpose, road, person, side of a match, step?

Each question answers with the names that a report gives; where both give some, one must be common.
"""

from __future__ import annotations

from numcheck.claims.nouns import noun_class
from numcheck.model import Claim, Name, Reading
from numcheck.patterns import pattern
from numcheck.stories._lists import listed, outcomes, phrase, rivals, says, steps

_WORD = pattern(r"[^\W\d_]+")
_CLAUSE_END = pattern(r"[.;:]")
_CODE = pattern(r"\b[A-Z]{1,3}-?\d{1,4}\b")
#: The verb of a step stands this close to what goes through it.
_BESIDE_CHARS = 30


def one_matter(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Is it for one purpose, on one road, of one side, at one step, where both reports say?"""
    for ask in (_roads, _purpose, _scorer, _bearer, _step, _estimator, _outcome, _period):
        ours, theirs = ask(one, first), ask(other, second)
        if ours and theirs and ours.isdisjoint(theirs):
            return False
    if _of_rivals(one, first, other, second):
        return False
    return not (_spent_on_else(one, first, second) or _spent_on_else(other, second, first))


def _spent_on_else(claim: Claim, reading: Reading, other: Reading) -> bool:
    """ "Has spent 6 million on new locks": on what the other report does not speak of."""
    found = phrase("spent_on").match(reading.text, claim.end) if claim.kind == "money" else None
    if found is None:
        return False
    low = other.text.lower()
    return not any(word[:4] in low for word in found[1].split() if len(word) > 3)


def _of_rivals(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Is one of the summer market and the other of the winter market?"""
    ours, theirs = (
        set(_WORD.findall(reading.sentence_text(claim.sentence).lower()))
        for claim, reading in ((one, first), (other, second))
    )
    return any(ours & group and theirs & group and not ours & theirs & group for group in rivals())


def one_purpose(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Are two sums said to be for one thing: "for the hospice"?"""
    return not _purpose(one, first).isdisjoint(_purpose(other, second))


def one_step(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Has what is counted come as far in both: are both told as aboard?"""
    return not _step(one, first).isdisjoint(_step(other, second))


def _roads(claim: Claim, reading: Reading) -> set[str]:
    """Codes of roads, flights and models in the sentence: "the A9"."""
    return set(_CODE.findall(reading.sentence_text(claim.sentence)))


def _estimator(claim: Claim, reading: Reading) -> set[str]:
    """Who reckons it to be so much: "the bank estimates that growth"."""
    low = reading.sentence_text(claim.sentence).lower()
    return set(phrase("estimate").findall(low)) - listed("nobody")


def _purpose(claim: Claim, reading: Reading) -> set[str]:
    """What a sum is spent on: the words after "on" or "for", as stems."""
    if claim.kind != "money":
        return set()
    found = phrase("purpose").match(reading.text, claim.end)
    return set() if found is None else {word[:4] for word in found[1].split() if len(word) > 3}


def _bearer(claim: Claim, reading: Reading) -> set[str]:
    """Who ran it, owes it, lifted it: the people named before a time, sum, share or measure."""
    if claim.kind not in ("duration", "measure", "money", "percent"):
        return set()
    start = reading.sentences[claim.sentence].start
    before = reading.text[start : claim.start]
    ranks = phrase("ranked").finditer(before)
    if ranked := {rank[0] for rank in ranks if noun_class(rank[1]) in ("person", "")}:
        return ranked
    named = [
        name
        for name in reading.names
        if start <= name.start < claim.start
        and name.kind in ("person", "")
        and " " in name.text
        # Who only says it has not paid it.
        and not (claim.said_by and name.text in claim.said_by)
    ]
    if kin := _kin(named, reading.text):
        return kin
    # "Ostrom's partner, Jens Haug, owes": it is Haug who owes.
    whose = [name for name in named if reading.text[name.end : name.end + 2] in ("'s", "’s")]
    bearers = whose if len(whose) == len(named) else [n for n in named if n not in whose]
    # "Kanzaki of Osaka" is Kanzaki.
    return {name.text.partition(" of ")[0].rpartition(" ")[2] for name in bearers}


def _kin(names: list[Name], text: str) -> set[str]:
    """The people who are only told of by whose they are: the driver of "Karlin's driver was"."""
    found = (phrase("whose").match(text, name.end) for name in names)
    return {whose[1] for whose in found if whose and noun_class(whose[1]) == "person"}


def _scorer(claim: Claim, reading: Reading) -> set[str]:
    """Whose points, goals or votes they may be: the names before them in the sentence."""
    if claim.noun_class not in ("score", "vote"):
        return set()
    start = reading.sentences[claim.sentence].start
    names = [
        name.text
        for name in reading.names
        if start <= name.start < claim.start
        and name.kind != "place"
        and not says("placed", reading.text, max(start, name.start - _BESIDE_CHARS), name.start)
    ]
    return {word for name in names for word in name.split()}


def _period(claim: Claim, reading: Reading) -> set[str | None]:
    """How long it was counted: "this season", "in six seasons"."""
    said = reading.sentence_text(claim.sentence).lower()
    return {found.lastgroup for found in phrase("period").finditer(said)}


def _outcome(claim: Claim, reading: Reading) -> set[str]:
    """What became of what was voted on: it passed or it failed."""
    if claim.event != "vote":
        return set()
    words = _WORD.findall(reading.sentence_text(claim.sentence).lower())
    return {outcome for word in words if (outcome := outcomes().get(word))}


def _step(claim: Claim, reading: Reading) -> set[str]:
    """How far what is counted has come: "approved 260 applications", "620 bids were received"."""
    if claim.kind not in ("count", "number", "measure"):
        return set()
    at = claim.evidence.get("noun")
    end = claim.end if at is None else max(claim.end, at.end)
    text = reading.text
    before = _WORD.findall(text[max(0, claim.start - _BESIDE_CHARS) : claim.start].lower())
    if before[-1:] == ["all"]:
        return set()  # "saved all 63 passengers": who was aboard was saved
    clause = _CLAUSE_END.split(text[end : end + _BESIDE_CHARS].lower(), maxsplit=1)[0]
    after = _WORD.findall(clause)
    found = {step for word in (*before[-2:], *after[:3]) if (step := steps().get(word))}
    had = claim.kind == "count" and not listed("having").isdisjoint(before[-1:])
    return found or ({"had", "aboard"} if had else set())
