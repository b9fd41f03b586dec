"""Verbs that no event class lists, told by their form and by where they stand."""

from __future__ import annotations

from numcheck.claims.event_words import saying
from numcheck.claims.words import Words
from numcheck.text.grammar import grammar
from numcheck.text.inflect import verb_forms, verb_lemma
from numcheck.text.lexicon import compiled, lexicon

#: "Tied" comes of "tie", not of "ty".
_SHORT_IN_IE = frozenset(("died", "tied", "vied", "lied"))


@compiled
def _irregular() -> dict[str, str]:
    """The forms of irregular verbs with their base."""
    verbs = lexicon("verbs").get("irregular", {})
    return {form: base for base in verbs for form, _ in verb_forms(base)}


def base_of(word: str) -> str:
    """The base of a verb's form in lower case."""
    if word in _SHORT_IN_IE:
        return word[:-1]
    return _irregular().get(word) or verb_lemma(word)


def verb_at(words: Words, at: int) -> str:
    """The base of the verb at an index; "" if the word there looks like none."""
    low = words.low(at)
    if low in saying() or low in grammar.auxiliaries or not low.isalpha():
        return ""
    if low in _irregular():
        return _irregular()[low]
    if words.capital(at) or low in grammar.determiners or low in grammar.prepositions:
        return ""
    if len(low) > 4 and low.endswith("ed"):
        return base_of(low)
    return low if words.low(at - 1) in grammar.before_bare_verbs else ""


def is_adverb(low: str) -> bool:
    """Does a word in lower case look like an adverb: "reportedly"?"""
    return len(low) > 4 and low.endswith("ly") and low not in ("family", "early", "july")


def is_plain_noun(words: Words, at: int) -> bool:
    """Does a word look like a noun described by the one before: "chains" of "supply chains"?"""
    low = words.low(at)
    if not low.isalpha() or words.capital(at) or is_adverb(low) or verb_at(words, at):
        return False
    closed = (grammar.prepositions, grammar.auxiliaries, grammar.determiners, grammar.phrase_edges,
              grammar.time_words, grammar.sentence_leads, grammar.relative_pronouns)  # fmt: skip
    return len(low) > 3 and not any(low in words for words in closed) and not low.endswith("ing")
