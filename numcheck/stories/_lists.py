"""The word lists of `stories.yaml`, as sets, and the patterns that are made of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from numcheck.claims.event_words import saying
from numcheck.links._common.book import Fragments, Patterns
from numcheck.text.kin import kin
from numcheck.text.lexicon import compiled, lexicon


def listed(name: str) -> frozenset[str]:
    """One list; empty if there is none of that name."""
    return _lists().get(name, frozenset())


def phrase(name: str) -> re.Pattern[str]:
    """One of the patterns. Raises KeyError if there is none of that name."""
    return _patterns()[name]


def says(name: str, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Is the pattern of that name in the text, or in this piece of it?"""
    return _patterns()[name].search(text, start, end) is not None


def sides() -> Mapping[str, str]:
    """The side that a kind of speaker is on, where that is not the kind itself."""
    found: Mapping[str, str] = lexicon("stories").get("sides", {})
    return found


def attributes() -> Mapping[str, str]:
    """Nouns that a figure is the size of, with the one name for them: "gate" is the attendance."""
    found: Mapping[str, str] = lexicon("stories").get("attributes", {})
    return found


def dimensions() -> Mapping[str, str]:
    """Words that tell which way something is measured: what is "tall" tells of a height."""
    found: Mapping[str, str] = lexicon("stories").get("dimensions", {})
    return found


def kindred() -> Mapping[str, Mapping[str, str]]:
    """Events that are one for sums or jobs: what is collected is raised, what is cut dismissed."""
    found: Mapping[str, Mapping[str, str]] = lexicon("stories").get("kindred_events", {})
    return found


def compounds() -> Mapping[str, str]:
    """Two words that name what one word does: "work place"."""
    found: Mapping[str, str] = lexicon("stories").get("compounds", {})
    return found


def one_day() -> Mapping[str, str]:
    """Events whose day is that of another event: what opens begins."""
    found: Mapping[str, str] = lexicon("stories").get("one_day", {})
    return found


@compiled
def steps() -> dict[str, str]:
    """Words that tell how far a thing has come, with the step: "filed", "granted", "refused"."""
    return _by_word("steps")


@compiled
def outcomes() -> dict[str, str]:
    """Words that tell how a vote went, with the outcome: "passed", "failed"."""
    return _by_word("outcomes")


def _by_word(name: str) -> dict[str, str]:
    found: Mapping[str, list[str]] = lexicon("stories").get(name, {})
    return {word: meant for meant, words in found.items() for word in words}


@compiled
def rivals() -> tuple[frozenset[str], ...]:
    """Words of which each tells another thing of one sort: "summer", "winter"."""
    groups = lexicon("stories").get("rivals", [])
    return tuple(frozenset(words.split(", ")) for words in groups)


@compiled
def synonyms() -> dict[str, str]:
    """Heads that name one thing, each with the first of its kind: "house" is a "home"."""
    groups = lexicon("stories").get("synonyms", [])
    return {word: words.split(", ")[0] for words in groups for word in words.split(", ")}


@compiled
def _lists() -> dict[str, frozenset[str]]:
    lists = lexicon("stories").items()
    return {name: frozenset(words) for name, words in lists if isinstance(words, list)}


@compiled
def _patterns() -> Patterns:
    told = lexicon("stories")
    borrowed = {
        "saying": sorted(saying()),
        "weekday": lexicon("times")["weekdays"],
        "person": sorted(lexicon("nouns")["person"]["nouns"]),
    }
    words = {name: words for name, words in told.items() if name != "patterns"}
    return Patterns(told.get("patterns", {}), Fragments({"kin": kin()}, {**words, **borrowed}))
