"""Where a figure holds: the place its sentence states, or one it takes over from what came before.

A stated place stands in the figure's own clause. Failing that, the paragraph's last place is taken
over, then the dateline's, then the country the story is about; `source` says which it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from numcheck.claims.verbs import is_plain_noun
from numcheck.claims.words import Words
from numcheck.model import Name, Span, Where
from numcheck.text import places
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon

#: Costs in words: how much further away a place seems if nothing but its name makes it one, or if
#: it only describes ("Russian men").
_BARE_COST, _ADJECTIVE_COST = 3.0, 17.0
#: A country is what a story is about if it is named this often, and this share of all names.
_HOME_COUNT, _HOME_SHARE = 3, 0.4


#: "In the Brenn area" is a place, "in the Brenn report" is none.
_AREAS = frozenset(
    ("area", "areas", "region", "district", "neighbourhood", "neighborhood", "suburb", "section",
     "province", "peninsula", "valley")
)  # fmt: skip
#: Who is told, asked or accused is a government: "told Moscow".
_ADDRESSED = frozenset(
    (
        "told",
        "tells",
        "asked",
        "urged",
        "urges",
        "accused",
        "accuses",
        "accusing",
        "warned",
        "warns",
    )
)


class Place(NamedTuple):
    """A place named in a sentence; `cost` is low if its preposition or kind says that it is one."""

    span: Span
    text: str
    name: str
    scope: str
    cost: float

    @property
    def describes(self) -> bool:
        """Does it only describe somebody or something: "Russian men", "the Iraq war"?"""
        return self.cost >= _ADJECTIVE_COST


class _Scope(NamedTuple):
    rest: tuple[str, ...]
    scope: str


@compiled
def _scopes() -> dict[str, list[_Scope]]:
    """First word of "across the country" to the rest of it and what it means; longest first."""
    found: dict[str, list[_Scope]] = {}
    for scope, phrases in lexicon("places").get("scopes", {}).items():
        for phrase in sorted(phrases, key=len, reverse=True):
            first, *rest = phrase.split()
            found.setdefault(first, []).append(_Scope(tuple(rest), scope))
    return found


@compiled
def _starters() -> frozenset[str]:
    """The words in lower case that a place may begin with."""
    return frozenset(_scopes()) | grammar.generic_places


@compiled
def _kind_words() -> frozenset[str]:
    return frozenset(lexicon("places").get("words", ()))


@compiled
def _titles() -> frozenset[str]:
    return frozenset(title.lower() for title in lexicon("names").get("titles", ()))


class Atlas:
    """The places of one document: where it was filed, which countries it names and where."""

    def __init__(self, names: Sequence[Name], headline_end: int, dateline: str) -> None:
        self.city = dateline.split(",")[0].split("(")[0].strip(" -–—_").title()
        countries = {text: _country_in(text) for text in {name.text for name in names}}
        self._mentions = [
            (name.start, country) for name in names if (country := countries[name.text])
        ]
        self._people = frozenset(
            name.text.rsplit(" ", 1)[-1] for name in names if name.kind == "person"
        )
        counted: Counter[str] = Counter()
        for start, country in self._mentions:
            counted[country] += 3 if start < headline_end else 1
        self.country = places.country_of(self.city)
        if counted:
            first, most = counted.most_common(1)[0]
            if most >= _HOME_COUNT and most >= _HOME_SHARE * counted.total():
                self.country = first
            # A country named in passing is not what "the country" goes back to.
            self._mentions = [m for m in self._mentions if counted[m[1]] * 4 >= most]

    def country_before(self, offset: int) -> str:
        """The country last named before a place in the text: what "the country" stands for."""
        at = bisect_left(self._mentions, (offset, ""))
        return self._mentions[at - 1][1] if at else self.country

    def home(self) -> Where | None:
        """Where the story plays as a whole."""
        name = self.city or self.country
        return Where("", name, "", "inherited") if name else None

    def places(self, words: Words) -> list[Place]:
        """The places a sentence names, in order, with nationwide and worldwide among them."""
        found: list[Place] = []
        text, starters, after = words.text, _starters(), 0
        for at, (low, start) in enumerate(zip(words.lows, words.starts, strict=True)):
            if at >= after and (low in starters or text[start].isupper()):
                place, after = self._place_at(words, at)
                if place is not None:
                    found.append(place)
        return found

    def _place_at(self, words: Words, at: int) -> tuple[Place | None, int]:
        low = words.lows[at]
        for rest, scope in _scopes().get(low, ()):
            last = at + len(rest)
            if scope != "alone" and tuple(words.lows[at + 1 : last + 1]) == rest:
                span = words.span(at, last)
                name = self.country_before(span.start) if scope == "nationwide" else ""
                return Place(span, words.text[span.start : span.end], name, scope, 0.0), last + 1
        if words.capital(at):
            return self._named(words, at)
        if low in grammar.generic_places and words.low(at - 1) in grammar.place_articles:
            return self._generic(words, at)
        return None, at + 1

    def _named(self, words: Words, at: int) -> tuple[Place | None, int]:
        """A capitalised name: one we know, or one that a preposition or its kind makes a place."""
        known = _known(words, at)
        if known is not None and words.word(known[1]) in self._people and words.capital(known[1]):
            return None, known[1] + 1  # "a cross from Santiago Solari"
        if known is not None:
            name, after = known
            return _known_place(words, at, after, name), after
        if at == 0 and words.lows[at] in grammar.place_prepositions:
            return None, at + 1
        last = at
        while (
            words.capital(last + 1)
            and words.starts[last + 1] - words.ends[last] <= 1
            and words.lows[last + 1] not in grammar.calendar
        ):
            last += 1
        if words.lows[at] in grammar.calendar or words.lows[at] in _titles():
            return None, last + 1
        # "Lake Brenn" and "Brenn Province" say what they are; "City" alone is a bank or a club.
        called = _kind_before(words, at) >= 0 or (
            last > at and words.lows[last] in _kind_words() and words.lows[last] != "capital"
        )
        # "In the Little World Series" is no place; "in Brenn" is one.
        placed = _is_placed(words, at, last) and words.word(last) not in self._people
        if not (called or placed) or words.low(last + 1) == "'s" or (at == 0 and not called):
            return None, last + 1
        span = words.span(at, last)
        return _made(words, at, last, words.text[span.start : span.end], 0.0), last + 1

    def _generic(self, words: Words, at: int) -> tuple[Place | None, int]:
        """ "The capital", "the country": of the country last named."""
        if words.capital(at + 1) or words.low(at + 1) in ("of", "'s", "'"):
            return None, at + 1
        span = words.span(at - 1, at)
        country = self.country_before(span.start)
        kind = words.lows[at]
        name = country if kind in ("country", "nation") else ""
        if kind == "capital":
            name = places.capital_of(country)
        return _made(words, at - 1, at, name, 0.0 if name else _BARE_COST), at + 1


def _is_placed(words: Words, at: int, last: int) -> bool:
    """Does a preposition make an unknown name a place: "in Brenn", "in the Brenn area"?

    Not what describes a thing ("in Bundesliga history"), nor a paper ("in The Courier").
    """
    follows = words.low(last + 1)
    if words.low(at - 1) == "the":
        return words.low(at - 2) in grammar.placing_prepositions and follows in _AREAS
    if words.low(at - 1) not in grammar.placing_prepositions or words.word(at) == "The":
        return False
    run = words.text[words.starts[at] : words.ends[last]]
    if not grammar.calendar.isdisjoint(run.lower().split("-")) or any(map(str.isdigit, run)):
        return False  # "in April-June", "in Covid-19 patients"
    if run.isupper() and len(run) < 7:
        return words.in_title_case
    return follows.endswith("s") or not is_plain_noun(words, last + 1)


def _country_in(name: str) -> str:
    """The country that a name is, lies in or begins with ("Belarus President…"), or ""."""
    country = places.country_of(name)
    if country or " " not in name:
        return country
    return next(filter(None, map(places.country_of, name.split(" "))), "")


def _known(words: Words, at: int) -> tuple[str, int] | None:
    """The place we know whose name begins at a word, and the index after it."""
    most = places.most_words(words.word(at))
    for count in range(min(most, len(words) - at), 0, -1):
        span = words.span(at, at + count - 1)
        if name := places.known(words.text[span.start : span.end]):
            return name, at + count
    return None


def _known_place(words: Words, at: int, after: int, name: str) -> Place | None:
    before = words.low(at - 1)
    if before == "the":
        before = words.low(at - 2)
    kind_at = _kind_before(words, at)
    follows = words.low(after)
    if follows.endswith("ing") and words.low(after + 1) in grammar.determiners:
        # "Result in Moscow annexing the regions": who does it, not where.
        return _made(words, at, after - 1, name, _ADJECTIVE_COST)
    if (
        before in grammar.place_prepositions and words.low(after) not in _kind_words()
    ) or kind_at >= 0:
        first = kind_at if kind_at >= 0 else at
        while first > 0 and (
            words.lows[first - 1] in grammar.place_articles or words.capital(first - 1)
        ):
            first -= 1
        return _made(words, first, after - 1, name, 0.0)
    if follows in _kind_words():
        # "The Black Sea resort of Sochi" is Sochi.
        return _made(words, at, after - 1, name, _ADJECTIVE_COST)
    written = words.text[words.starts[at] : words.ends[after - 1]]
    if written != name or words.capital(after) or words.low(at - 1) in _ADDRESSED:
        # "Russian men", "Belarus President": the place describes somebody or something.
        return _made(words, at, after - 1, name, _ADJECTIVE_COST)
    if follows in grammar.finite or follows == "'s" or follows.endswith(("ed", "ing")):
        # "Russia has offered": a government, not a place.
        return _made(words, at, after - 1, name, _ADJECTIVE_COST)
    return _made(words, at, after - 1, name, _BARE_COST)


def _kind_before(words: Words, at: int) -> int:
    """The index of "city" in "city of X" or "capital X"; -1 if no such word comes before."""
    look = at - 1
    if words.low(look) == "of":
        look -= 1
    return look if look >= 0 and words.lows[look] in _kind_words() else -1


def _made(words: Words, first: int, last: int, name: str, cost: float) -> Place:
    scope = "alone" if words.low(last + 1) in ("alone", "only") else ""
    span = words.span(first, last)
    return Place(span, words.text[span.start : span.end], name, scope, cost)


def stated(place: Place) -> Where:
    """A place of the figure's own sentence."""
    return Where(place.text, place.name, place.scope, "stated")


def inherited(place: Place) -> Where:
    """A place taken over from an earlier sentence; "alone" belongs to its own figure."""
    scope = "" if place.scope == "alone" else place.scope
    return Where("", place.name or place.text, scope, "inherited")
