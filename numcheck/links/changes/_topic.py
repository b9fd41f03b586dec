"""What a verb of movement moves, and whether a later sentence is about the same thing.

"Visitor numbers dropped. In all, 93,400 people came, compared with 88,100." What moves is the
subject of the verb, or its object where somebody moves it ("cut the fare"). A later sentence is
about it if it names it again, counts what it counts, or points back to it ("it now stands at").
"""

from __future__ import annotations

from numcheck.links._common.book import Book, book
from numcheck.links._common.stems import stem
from numcheck.links._common.wording import masked
from numcheck.model import Claim, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_REACH = 90
_WORD = pattern(r"[a-z][a-z'-]{2,}")


def topic(reading: Reading, verb: Span) -> frozenset[str]:
    """The words that name what the verb moves, cut to their stems."""
    text, words = masked(reading).text, book("topic", reading.document.language)
    if not words.patterns:
        return frozenset()
    lead = text[max(0, verb.start - _REACH) : verb.start]
    subject = words.patterns["subject"].search(lead)
    thing = words.patterns["object"].match(text, verb.end)
    moved = [found["thing"] for found in (subject, thing) if found]
    return frozenset(stem for part in moved for stem in _stems(words, part))


def speaks_of(reading: Reading, things: frozenset[str], claims: tuple[Claim, ...]) -> bool:
    """Is the sentence of these figures about the things?"""
    words = book("topic", reading.document.language)
    sentence = reading.sentences[claims[0].sentence]
    text = masked(reading).text[sentence.start : max(claim.end for claim in claims)]
    named = _stems(words, " ".join([text, *(claim.noun.lower() for claim in claims)]))
    if things & named:
        return True
    if words.says("rival", text):
        return False
    if all(claim.noun_class == "person" for claim in claims) and things & _person_stems():
        return True
    return words.says("points_back", text.lstrip("|¶ "))


def is_price(things: frozenset[str]) -> bool:
    """Is what moves a price, so that its figures are sums of money?"""
    return not things.isdisjoint(_price_stems())


def _stems(words: Book, text: str) -> set[str]:
    found = (word for word in _WORD.findall(text) if not words.says("empty", word))
    return {stem(word) for word in found}


@compiled
def _price_stems() -> frozenset[str]:
    return frozenset(stem(noun) for noun in lexicon("links/topic")["words"]["price"])


@compiled
def _person_stems() -> frozenset[str]:
    people = lexicon("links/topic")["words"]["people"]
    return frozenset(stem(noun) for noun in [*people, *lexicon("nouns")["person"]["nouns"]])
