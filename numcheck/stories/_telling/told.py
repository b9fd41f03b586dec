"""What a figure counts, where its noun does not follow it.

"The attendance was 18,406", "the number of damaged greenhouses at 310", "221 votes to 188": of one
document such figures are seldom compared, across documents often, since each tells it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from numcheck.claims.event_words import event_of_participle
from numcheck.claims.nouns import noun_class
from numcheck.claims.phrase import lemma
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.stories._lists import attributes, compounds, listed, phrase, says
from numcheck.stories._telling.votes import joined
from numcheck.text.grammar import grammar

#: How far before a figure its noun may stand, in characters.
_BEFORE_CHARS = 120
_STAMPED = pattern(r"\d[/.-]\d{1,2}[/.-]\d{2,4},?\s{1,2}$|\d{4}-\d\d-\d\d[T ]$")
_STAMP = pattern(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[T\s]\s?\d{1,2}:\d\d")


def is_base(claim: Claim, reading: Reading) -> bool:
    """ "About a quarter of its 390 branches": what a share is taken of, and not what is told."""
    return says("share_of", reading.text, max(0, claim.start - 30), claim.start)


def is_stamp(claim: Claim, reading: Reading) -> bool:
    """ "10/26/2000 11:26 AM": the stamp of a message is of the message, and of nothing it tells."""
    if claim.kind == "time":
        return _STAMPED.search(reading.text, max(0, claim.start - 16), claim.start) is not None
    return claim.kind == "date" and _STAMP.match(reading.text, claim.start) is not None


def is_asked(claim: Claim, reading: Reading) -> bool:
    """Does the figure stand in a question, which tells nothing?"""
    return reading.text[reading.sentences[claim.sentence].end - 1] == "?"


def located(claim: Claim, reading: Reading) -> Claim:
    """The claim, not of a country that only tells its rank: "the tallest in the country"."""
    at = claim.evidence.get("where")
    if claim.where is None or claim.where.scope not in ("nationwide", "worldwide") or at is None:
        return claim
    if not says("superlative", reading.text, max(0, at.start - _BEFORE_CHARS), at.end):
        return claim
    return replace(claim, where=None)


def retold(claims: Sequence[Claim], reading: Reading) -> Iterator[Claim]:
    """The claims, with nouns found before their figures and two sides of a vote as one score."""
    for claim in joined(claims, reading):
        yield claim if claim.kind == "score" else _happened(_named(claim, reading))


def _happened(claim: Claim) -> Claim:
    """The claim with what its noun's own words say happened: "18 injured fans" were injured."""
    told = [event for word in claim.modifiers if (event := event_of_participle(word))]
    if not told:
        return claim
    others = tuple(word for word in claim.modifiers if not event_of_participle(word))
    return replace(claim, event=claim.event or told[0], modifiers=others)


def _named(claim: Claim, reading: Reading) -> Claim:
    if claim.kind not in ("count", "number"):
        return _sum(claim, reading.text) if claim.kind == "money" else _rise(claim, reading.text)
    start = reading.sentences[claim.sentence].start
    low = reading.text[max(start, claim.start - _BEFORE_CHARS) : claim.start].lower()
    for word in (claim.head, claim.noun.partition(" ")[0], low.rstrip().rpartition(" ")[2]):
        if attribute := attributes().get(word):
            return _counting(claim, word, attribute, ())
    if one := compounds().get(" ".join([*claim.modifiers[-1:], claim.head])):
        return _counting(claim, claim.noun, one, claim.modifiers[:-1])
    if claim.head in listed("crowd") and says("watched", low):
        return _counting(claim, claim.noun, "attendance", ())
    behind = phrase("number_of_behind").match(reading.text, claim.end)
    if claim.head and claim.kind == "count" and not behind:
        return claim
    if found := phrase("attribute").search(low):
        return _counting(claim, found[1], attributes()[found[1]], ())
    if found := phrase("number_of").search(low) or behind:
        return _of_number(claim, found[1].split())
    return claim


def _rise(claim: Claim, text: str) -> Claim:
    """The claim as a change, if it is the percentage of "a 7.5 percent pay rise"."""
    if claim.kind != "percent" or not phrase("change_behind").match(text, claim.end):
        return claim
    return replace(claim, role="delta")


def _sum(claim: Claim, text: str) -> Claim:
    """The claim with the noun of "a reward of 50,000 pounds"."""
    found = phrase("of").search(text, max(0, claim.start - 40), claim.start)
    if found is None or found[1] not in listed("sums"):
        return claim
    return replace(claim, noun=found[1], head=found[1], noun_class=noun_class(found[1]))


def _of_number(claim: Claim, words: Sequence[str]) -> Claim:
    """The claim counting the first plural of "damaged greenhouses at"; as it is without one."""
    words = list(takewhile(lambda word: not _ends_phrase(word), words))
    plural = (at for at, word in enumerate(words) if lemma(word) != word)
    at = next(plural, next((at for at, word in enumerate(words) if noun_class(word)), None))
    if at is None and claim.head in listed("counted_as"):
        # "The number of drowned": nothing but what happened to them.
        return replace(claim, kind="number", noun="", head="", modifiers=(), noun_class="")
    if at is None:
        return claim
    return _counting(claim, words[at], lemma(words[at]), tuple(words[:at]))


def _ends_phrase(word: str) -> bool:
    return word in grammar.prepositions or word in grammar.phrase_edges


def _counting(claim: Claim, noun: str, head: str, modifiers: tuple[str, ...]) -> Claim:
    kind = noun_class(head)
    return replace(claim, kind="count", noun=noun, head=head, modifiers=modifiers, noun_class=kind)
