"""What a verb of movement moves, and whether a later sentence is about the same thing.

"Visitor numbers dropped. In all, 93,400 people came, compared with 88,100." What moves is the
subject of the verb, or its object where somebody moves it ("cut the fare"). A later sentence is
about it if it names it again, counts what it counts, or points back to it ("it now stands at").
"""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.links._common.book import Book, book
from numcheck.links._common.stems import stem
from numcheck.links._common.wording import masked
from numcheck.model import Claim, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_REACH = 90
_WORD = pattern(r"[a-z][a-z'-]{2,}")


def topic(reading: Reading, verb: Span) -> frozenset[str]:
    """The words that name what the verb moves."""
    text, words = masked(reading).text, book("topic", reading.document.language)
    if not words.patterns:
        return frozenset()
    lead = text[max(0, verb.start - _REACH) : verb.start]
    subject = words.patterns["subject"].search(lead)
    thing = words.patterns["object"].match(text, verb.end)
    moved = [found["thing"] for found in (subject, thing) if found]
    return frozenset(word for part in moved for word in _naming(words, part))


def named_in(reading: Reading, text: str) -> frozenset[str]:
    """The words of a stretch of masked copy that may name something."""
    return _naming(book("topic", reading.document.language), text)


def share_a_word(some: frozenset[str], others: frozenset[str]) -> bool:
    """Is a word of one kin to a word of the other: "visitors" and "visits"?"""
    return not _stems(some).isdisjoint(_stems(others))


def names_another(reading: Reading, known: frozenset[str], told: str) -> bool:
    """Does a sentence tell of a measure, as of sales or debts, that is none of the known things?"""
    found = book("topic", reading.document.language).patterns["rival"].findall(told)
    return not _stems(found) <= _stems(known)


def speaks_of(reading: Reading, things: frozenset[str], claims: tuple[Claim, ...]) -> bool:
    """Is the sentence of these figures about the things?"""
    words = book("topic", reading.document.language)
    sentence = reading.sentences[claims[0].sentence]
    text = masked(reading).text[sentence.start : max(claim.end for claim in claims)]
    named = _naming(words, " ".join([text, *(claim.noun.lower() for claim in claims)]))
    if share_a_word(things, named):
        return True
    if words.says("rival", text):
        return False
    if all(claim.noun_class == "person" for claim in claims) and are_people(things):
        return True
    return words.says("points_back", text.lstrip("|¶ "))


def is_price(things: frozenset[str]) -> bool:
    """Is what moves a price, so that its figures are sums of money?"""
    return not things.isdisjoint(lexicon("links/topic")["words"]["price"])


def are_people(things: frozenset[str]) -> bool:
    """Are they people, or what is counted in people, as a crowd is?"""
    return not {*things, *(word.removesuffix("s") for word in things)}.isdisjoint(_people())


def are_cases(things: frozenset[str]) -> bool:
    """Are they cases or incidents, of whatever is spoken of?"""
    return not things.isdisjoint(lexicon("links/topic")["words"]["cases"])


def _naming(words: Book, text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if not words.says("empty", word))


def _stems(words: Iterable[str]) -> set[str]:
    return {stem(word) for word in words}


def is_set_for_all(things: frozenset[str]) -> bool:
    """Is it fares or fees that move, all of them alike, and not prices?"""
    return not things.isdisjoint(lexicon("links/topic")["words"]["fares"])


@compiled
def _people() -> frozenset[str]:
    people = lexicon("links/topic")["words"]["people"]
    return frozenset([*people, *lexicon("nouns")["person"]["nouns"]])
