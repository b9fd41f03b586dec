"""What is known of places without asking anybody: countries, capitals, peoples, large cities.

The list is short on purpose: it settles what "the capital" is and that Minsk lies in Belarus. Any
other place is known by its name alone, and nothing is said about where it lies.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.text.lexicon import compiled, lexicon


class _Gazetteer(NamedTuple):
    countries: frozenset[str]
    capitals: dict[str, str]
    plain: dict[str, str]
    homes: dict[str, str]
    words: dict[str, int]


@compiled
def _gazetteer() -> _Gazetteer:
    data = lexicon("places")
    same_as: dict[str, str] = dict(data.get("aliases", {})) | dict(data.get("regional", {}))
    same_as |= {region: region for region in data.get("regions", ())}
    capitals: dict[str, str] = {}
    lies_in: dict[str, str] = {}
    for country, (capital, *people) in data.get("countries", {}).items():
        capitals[country] = capital
        lies_in[capital] = country
        same_as |= dict.fromkeys((country, *people), country)
        same_as |= {f"{word}s": country for word in people if not word.endswith(("sh", "ese", "s"))}
    for country, cities in data.get("cities", {}).items():
        lies_in |= dict.fromkeys(cities, country)
    # A capital that bears its country's name is the country: Singapore.
    lies_in = {place: country for place, country in lies_in.items() if place != country}
    same_as = {word: place for word, place in same_as.items() if word not in lies_in}
    plain = same_as | {place: place for place in lies_in}
    homes = {country: country for country in capitals} | lies_in
    homes |= {name: homes[place] for name, place in plain.items() if place in homes}
    words: dict[str, int] = {}
    for name in plain:
        first = name.split(" ")[0]
        words[first] = max(words.get(first, 0), name.count(" ") + 1)
    return _Gazetteer(frozenset(capitals), capitals, plain, homes, words)


def known(name: str) -> str:
    """The plain name of a place we know ("Belarus" for "Belarusian"), or "".

    >>> known("Belarusian"), known("Minsk"), known("Brenn")
    ('Belarus', 'Minsk', '')
    """
    return _gazetteer().plain.get(name, "")


def most_words(first: str) -> int:
    """How many words the longest name we know that begins with this word has; 0 if none does."""
    return _gazetteer().words.get(first, 0)


def country_of(name: str) -> str:
    """The country a place is or lies in, "" if we do not know."""
    return _gazetteer().homes.get(name, "")


def is_country(name: str) -> bool:
    """Is this the name of a country, or what its people are called?"""
    return known(name) in _gazetteer().countries


def capital_of(country: str) -> str:
    """The capital of a country, "" if we do not know it."""
    return _gazetteer().capitals.get(known(country), "")


def within(inner: str, outer: str) -> bool | None:
    """Does one place lie in the other? None if we cannot tell.

    >>> within("Minsk", "Belarus"), within("Minsk", "Russia"), within("Brenn", "Russia")
    (True, False, None)
    """
    inner, outer = known(inner) or inner, known(outer) or outer
    if inner == outer:
        return True
    home = country_of(inner)
    if not home or not is_country(outer):
        return None
    return home == outer
