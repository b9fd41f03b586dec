"""Which statistic a figure is, by the noun that it measures: winds or gusts, the net profit or not.

That noun stands before the figure, as what it is "of" ("gusts of 190 km/h") or as what it is said
of ("core inflation was 4.6 percent"). Two figures that are called differently are two statistics,
unless the lexicon says that the two words are one. What is counted is asked for next door.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.claims.event_words import saying
from numcheck.claims.phrase import lemma
from numcheck.claims.words import Words
from numcheck.model import Claim, Reading, Span
from numcheck.stories._comparing.facets import one_name
from numcheck.stories._documents.stems import stem
from numcheck.stories._lists import dimensions, listed
from numcheck.text.grammar import grammar

_MEASURED = frozenset({"money", "percent", "measure", "temperature", "number"})
#: How far before its figure a noun may stand, in characters.
_BEFORE_CHARS = 160


class Aspect(NamedTuple):
    """What a figure is called: its noun, the words that narrow it, and which way it measures."""

    head: str = ""
    narrowed: frozenset[str] = frozenset()
    dimension: str = ""


def aspects_differ(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Are two statistics told, by what their figures are called?"""
    ours, theirs = _aspect(one, first), _aspect(other, second)
    if ours.dimension and theirs.dimension and ours.dimension != theirs.dimension:
        return True
    if not (ours.head and theirs.head):
        beside = {ours.head, theirs.head} & listed("side_sums")
        return any(word not in reading.text for word in beside for reading in (first, second))
    if ours.narrowed != theirs.narrowed:
        return True
    sentences = first.sentence_text(one.sentence), second.sentence_text(other.sentence)
    return not (one_name(ours.head, theirs.head) or _in_both((ours.head, theirs.head), sentences))


def _in_both(heads: tuple[str, str], sentences: tuple[str, str]) -> bool:
    """Has each sentence both nouns: "the rescue of the miners", "rescuing the miners"?"""
    return all(stem(head) in sentence for head in heads for sentence in sentences)


def _aspect(claim: Claim, reading: Reading) -> Aspect:
    kept = reading.cache.setdefault("aspects", {})
    key = claim.start, claim.end, claim.kind
    if key not in kept:
        kept[key] = _read(claim, reading)
    found: Aspect = kept[key]
    return found


def _read(claim: Claim, reading: Reading) -> Aspect:
    if claim.kind not in _MEASURED:
        return Aspect()
    start, end = reading.sentences[claim.sentence]
    words = Words(reading.text, Span(max(start, claim.start - _BEFORE_CHARS), end))
    at = words.before(claim.start)
    phrase = _of(words, at) or _fixed_at(words, at) or _said_of(words, at)
    names = [name.start for name in reading.names]
    if phrase and words.capital(0) and phrase[0] == words.lows[0] and start in names:
        phrase = []  # "Wendover was worth 3 million"
    after = dimensions().get(words.low(words.at(claim.end - 1) + 1), "")
    return _called(phrase, after if claim.kind == "measure" else "")


def _called(phrase: list[str], dimension: str) -> Aspect:
    """The aspect that a noun phrase names; "the height of" names no thing but a dimension."""
    names = [lemma(word) for word in phrase]
    while names and names[-1] in listed("measure_words"):
        names.pop()
    if not names:
        return Aspect(dimension=dimension)
    if names[-1] in dimensions():
        return Aspect(dimension=dimension or dimensions()[names[-1]])
    return Aspect(names[-1], listed("narrowing_words") & set(names), dimension)


def _of(words: Words, at: int) -> list[str]:
    """The noun phrase in "winds of 140 km/h", head last."""
    return _phrase(words, at - 1) if words.low(at - 1) == "of" else []


def _fixed_at(words: Words, at: int) -> list[str]:
    """The noun phrase in "left its key rate at 3.25 percent", head last."""
    found = _phrase(words, at - 1) if words.low(at - 1) == "at" else []
    before = at - 2 - len(found)
    while words.low(before) in grammar.determiners:
        before -= 1
    if found and found[0] in listed("fixing_verbs"):
        return found[1:]
    return found if words.low(before) in listed("fixing_verbs") else []


def _phrase(words: Words, end: int) -> list[str]:
    """The words in lower case that end before `end`, back to what opens a noun phrase."""
    found: list[str] = []
    for at in range(end - 1, max(-1, end - 5), -1):
        if not words.lows[at].isalpha() or (at and words.capital(at)) or _opens(words.lows[at]):
            break
        found.insert(0, words.lows[at])
    return found


def _opens(word: str) -> bool:
    return (
        word in grammar.determiners
        or word in grammar.prepositions
        or word in grammar.auxiliaries
        or word in grammar.phrase_edges
        or word in saying()
    )


def _said_of(words: Words, at: int) -> list[str]:
    """The noun of the subject in "the roof of the tower is 168 metres", head last."""
    verb = at - 1
    while words.low(verb) in listed("before_levels"):
        verb -= 1
    if verb < 1 or words.lows[verb] not in listed("level_verbs"):
        return []
    if words.lows[verb - 1] in grammar.determiners:
        return []  # "put its cost at": a noun
    while words.low(verb - 1) in grammar.auxiliaries:
        verb -= 1
    first = _clause(words, verb)
    if words.low(verb - 1) == "," and words.low(first - 1) in grammar.relative_pronouns:
        first = _clause(words, first - 1)  # "the repair of the hall, which burned, will cost"
    while words.low(first) in grammar.determiners:
        first += 1
    last = _end(words, first, verb)
    if words.low(last) == "'s":  # "Maravia's inflation"
        last = _end(words, last + 1, verb)
    found = _phrase(words, last)
    return [] if found and found[-1] in listed("nobody") else found


def _end(words: Words, first: int, most: int) -> int:
    """Where the noun phrase that begins at a word ends."""
    last = first
    while last < most and words.lows[last].isalpha() and not _opens(words.lows[last]):
        last += 1
    return last


def _clause(words: Words, verb: int) -> int:
    """Where the clause of a verb begins: after "that", or at the head of the sentence."""
    for at in range(verb - 1, -1, -1):
        if words.lows[at] in grammar.clause_boundaries:
            return at + 1
    return 0
