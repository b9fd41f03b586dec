"""Where a figure holds: the place its sentence states, or one it takes over from what came before.

A stated place stands in the figure's own sentence. Failing that, the paragraph's last place is
taken over, then the dateline, then the country the story is about; each says so in `source`.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from numcheck.claims.words import Words
from numcheck.model import Span, Where
from numcheck.text import places
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon


class Place(NamedTuple):
    """A place named in a sentence; `strong` if a preposition or its kind says that it is one."""

    span: Span
    text: str
    name: str
    scope: str
    strong: bool


class Setting(NamedTuple):
    """Where the document as a whole plays: its dateline's place and the country it is about."""

    dateline: str
    country: str


@compiled
def _scopes() -> list[tuple[tuple[str, ...], str]]:
    scopes = lexicon("places").get("scopes", {})
    return sorted(
        ((tuple(phrase.split()), scope) for scope, phrases in scopes.items() for phrase in phrases),
        key=lambda item: -len(item[0]),
    )


@compiled
def _scope_words() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, scope in _scopes():
        found.setdefault(phrase[0], []).append((phrase, scope))
    return found


@compiled
def _kind_words() -> frozenset[str]:
    return frozenset(lexicon("places").get("words", ()))


def find(words: Words, setting: Setting) -> list[Place]:
    """The places a sentence names, in order, with nationwide and worldwide among them."""
    found: list[Place] = []
    at = 0
    while at < len(words):
        place, after = _place_at(words, at, setting)
        if place is not None:
            found.append(place)
        at = max(after, at + 1)
    return found


def _place_at(words: Words, at: int, setting: Setting) -> tuple[Place | None, int]:
    low = words.lows[at]
    for phrase, scope in _scope_words().get(low, ()):
        if scope != "alone" and tuple(words.lows[at : at + len(phrase)]) == phrase:
            last = at + len(phrase) - 1
            name = setting.country if scope == "nationwide" else ""
            span = words.span(at, last)
            return Place(span, words.text[span.start : span.end], name, scope, True), last + 1
    if words.capital(at):
        return _named(words, at)
    if low in grammar.generic_places and words.low(at - 1) in grammar.place_articles | {"'s"}:
        return _generic(words, at, setting)
    return None, at + 1


def _named(words: Words, at: int) -> tuple[Place | None, int]:
    """A capitalised name: one we know, or one that a preposition or its kind makes a place."""
    for count in range(min(places.longest_name(), len(words) - at), 0, -1):
        span = words.span(at, at + count - 1)
        name = words.text[span.start : span.end]
        if known := places.known(name):
            after = at + count
            strong = words.low(at - 1) in grammar.place_prepositions or _kind_before(words, at) >= 0
            first = _first_word(words, at)
            return _made(words, first, after - 1, known, strong), after
    last = at
    while (
        last + 1 < len(words)
        and words.capital(last + 1)
        and words.starts[last + 1] - words.ends[last] <= 1
    ):
        last += 1
    if words.lows[at] in grammar.calendar:
        return None, at + 1
    kind_at = _kind_before(words, at)
    before = words.low(at - 1)
    if before in grammar.place_articles:
        before = words.low(at - 2)
    is_place = (
        kind_at >= 0 or before in grammar.placing_prepositions or words.lows[last] in _kind_words()
    )
    if not is_place or (at == 0 and kind_at < 0):
        return None, last + 1
    name_span = words.span(at, last)
    name = words.text[name_span.start : name_span.end]
    return _made(words, _first_word(words, at), last, name, True), last + 1


def _kind_before(words: Words, at: int) -> int:
    """The index of "city" in "city of X" or "capital X"; -1 if no such word comes before."""
    look = at - 1
    if words.low(look) == "of":
        look -= 1
    return look if look >= 0 and words.lows[look] in _kind_words() else -1


def _first_word(words: Words, at: int) -> int:
    kind = _kind_before(words, at)
    if kind < 0:
        return at
    while kind > 0 and (words.lows[kind - 1] in grammar.place_articles or words.capital(kind - 1)):
        kind -= 1
    return kind


def _made(words: Words, first: int, last: int, name: str, strong: bool) -> Place:
    scope = "alone" if words.low(last + 1) in ("alone", "only") else ""
    span = words.span(first, last)
    return Place(span, words.text[span.start : span.end], name, scope, strong)


def _generic(words: Words, at: int, setting: Setting) -> tuple[Place | None, int]:
    """ "The capital", "the country": of the country the story is about."""
    if words.capital(at + 1) or words.low(at + 1) == "of":
        return None, at + 1
    kind = words.lows[at]
    name = ""
    if kind == "capital":
        name = places.capital_of(setting.country)
    elif kind in ("country", "nation"):
        name = setting.country
    return _made(words, at - 1, at, name, True), at + 1


def nearest(found: list[Place], offset: int) -> Place | None:
    """The place that a figure at `offset` most likely has: strong ones first, then the nearest."""
    if not found:
        return None
    strong = [place for place in found if place.strong] or found

    def distance(place: Place) -> float:
        # Copy states the place after the figure more often than before it.
        gap = place.span.start - offset
        return gap if gap >= 0 else -gap * 1.3

    return min(strong, key=distance)


def stated(place: Place) -> Where:
    """A place of the figure's own sentence."""
    return Where(place.text, place.name, place.scope, "stated")


def inherited(place: Place) -> Where:
    """A place taken over from an earlier sentence; "alone" belongs to its own figure."""
    scope = "" if place.scope == "alone" else place.scope
    return Where("", place.name or place.text, scope, "inherited")


def setting(opening: Words, dateline: str) -> Setting:
    """What a document is about, from its opening and the place of its dateline.

    `dateline` is the text before the dash ("MINSK, Sept 14"), empty if there is none.
    """
    city = dateline.split(",")[0].split("(")[0].strip().title()
    counted: Counter[str] = Counter()
    at = 0
    while at < len(opening):
        if opening.capital(at):
            place, after = _named(opening, at)
            if place is not None and (country := places.country_of(place.name)):
                # The first countries named are what the story is about.
                counted[country] += 3 if at < 40 else 1
            at = max(after, at + 1)
        else:
            at += 1
    ranked = counted.most_common(2)
    home = places.country_of(city) if city else ""
    if not ranked:
        return Setting(city, home)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return Setting(city, home)
    return Setting(city, ranked[0][0])
