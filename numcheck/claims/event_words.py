"""The wordings by which a sentence says what happened: "were arrested", "killed", "the loan".

The classes are the lexicon's (`events.yaml`). Whose figure a wording is, `events` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from numcheck.claims.words import Words
from numcheck.text.grammar import grammar
from numcheck.text.inflect import plural, verb_forms
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.numerals import words as numerals

#: How many words after one word of a phrase its next may stand: "left 12 people dead".
_GAP = 6
_MANY = frozenset(("dozens", "scores", "hundreds", "thousands", "millions"))
_NO_VERBS = {"last": grammar.time_words | grammar.calendar, "close": frozenset(("to",))}
_VERBAL_FORMS = frozenset(("ed", "past", "part"))


class Mark(NamedTuple):
    """An event word or phrase of the sentence: words `first` up to and with `last`.

    One that is not `known` is a verb of no event class; its base form is the event.
    """

    first: int
    last: int
    event: str
    kind: str
    form: str = ""
    known: bool = True


class _Trigger(NamedTuple):
    rest: tuple[frozenset[str], ...]
    event: str
    kind: str
    form: str


class _Triggers(NamedTuple):
    """The wordings that begin with one word; if all go on, one of `needed` must follow."""

    needed: frozenset[str]
    all: tuple[_Trigger, ...]


@compiled
def _triggers() -> dict[str, _Triggers]:
    """Every first word of an event's wording; longer wordings come first, pasts before bases."""
    found: dict[str, list[_Trigger]] = {}
    for event, words in lexicon("events").items():
        for verb in words.get("verbs", ()):
            first, *rest = (word for word in verb.split() if word not in grammar.articles)
            phrase = _either(rest)
            for form, kind in verb_forms(first):
                found.setdefault(form, []).append(_Trigger(phrase, event, "verb", kind))
        for named, key in (("noun", "nouns"), ("people", "people")):
            for noun in words.get(key, ()):
                for first, *rest in _noun_forms(noun):
                    found.setdefault(first, []).append(_Trigger(_either(rest), event, named, ""))
    return {first: _sorted(triggers) for first, triggers in found.items()}


def _sorted(triggers: list[_Trigger]) -> _Triggers:
    if len(triggers) > 1:  # of 2,600 words, few begin more than one wording
        triggers.sort(key=lambda t: (-len(t.rest), t.form not in _VERBAL_FORMS))
    needed: frozenset[str] = frozenset()
    if all(trigger.rest for trigger in triggers):
        needed = needed.union(*(trigger.rest[0] for trigger in triggers))
    return _Triggers(needed, tuple(triggers))


def _either(phrase: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Each word of a phrase with its plural: "lose life" is "lost their lives", too."""
    particles = grammar.particles
    return tuple(
        frozenset((word,) if word in particles else (word, plural(word))) for word in phrase
    )


def _noun_forms(noun: str) -> Iterator[list[str]]:
    words = noun.split()
    yield words
    yield [*words[:-1], plural(words[-1])]


@compiled
def saying() -> frozenset[str]:
    """The forms of the verbs by which copy says that somebody says something."""
    verbs = lexicon("speakers").get("verbs", ())
    return frozenset(form for verb in verbs for form, _ in verb_forms(verb))


@compiled
def _alone() -> dict[str, dict[str, str]]:
    """The words that name an event by themselves, by their kind."""
    found: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "people": {}}
    for first, triggers in _triggers().items():
        for trigger in triggers.all:
            if not trigger.rest:
                found[trigger.kind].setdefault(first, trigger.event)
    return found


def event_of_noun(noun: str) -> str:
    """The event class a noun names ("arrest" for "arrests"), or ""."""
    return _alone()["noun"].get(noun, "")


@compiled
def _participles() -> dict[str, str]:
    return {
        first: trigger.event
        for first, triggers in _triggers().items()
        for trigger in triggers.all
        if not trigger.rest and trigger.form in ("ed", "part", "ing")
    }


def event_of_participle(word: str) -> str:
    """The event that a participle tells ("injure" for "injured", "injuring"), or ""."""
    return _participles().get(word, "")


def event_of_people(noun: str) -> str:
    """The event that people are named by ("injure" for "wounded"), or ""."""
    return _alone()["people"].get(noun, "")


@compiled
def objects() -> dict[str, dict[str, str]]:
    """What a common verb means by its object: to "take 80 percent of the vote" is to win."""
    found: dict[str, dict[str, str]] = {}
    for event, words in lexicon("events").items():
        for noun, verbs in words.get("objects", {}).items():
            forms = {form: event for verb in verbs for form, _ in verb_forms(verb)}
            found.setdefault(noun, {}).update(forms)
    return found


def marks(words: Words, *, predicates: bool = False) -> list[Mark]:
    """All event wordings of a sentence in order; a longer one hides what it contains.

    With `predicates` the form in -s of a verb that is no noun is one behind any noun, too: "the
    hall opens on 9 June". A figure's event is surer without.
    """
    triggers = _triggers()
    found: list[Mark] = []
    taken = -1
    for at, low in enumerate(words.lows):
        if low in triggers and at > taken and not _is_name(words, at, low):
            mark = _mark_at(words, at, triggers[low], predicates)
            if mark is not None:
                found.append(mark)
                if mark.last - mark.first == 1:
                    taken = mark.last
    return found


def _is_name(words: Words, at: int, low: str) -> bool:
    """Is a word with a capital a month, or one of a name amid plain words: "Live Aid"?"""
    if not words.capital(at):
        # "Last year" and "close to collapse" are no verbs.
        return low in _NO_VERBS and words.low(at + 1) in _NO_VERBS[low]
    if low in grammar.calendar:
        return True
    named = words.capital(at + 1) or (at > 1 and words.capital(at - 1))
    return named and not words.in_title_case


def _mark_at(words: Words, at: int, triggers: _Triggers, predicates: bool) -> Mark | None:
    nominal: bool | None = None
    ahead = words.lows[at + 1 : at + _GAP]
    if triggers.needed and triggers.needed.isdisjoint(ahead):
        # "Take" and "be" begin many wordings and are none.
        return None
    for trigger in triggers.all:
        last = at
        if trigger.rest:
            if trigger.rest[0].isdisjoint(ahead):
                continue
            last = _match_rest(words, at, trigger.rest)
            if last < 0:
                continue
        elif trigger.form not in _VERBAL_FORMS:
            # "Vote", "strike", "fall", "killing" are nouns and verbs; what stands before tells.
            if nominal is None:
                nominal = _is_nominal(words, at) and not (
                    _follows_number(words, at, triggers)
                    or (predicates and _is_predicate(words, at, triggers))
                )
            if nominal == (trigger.kind == "verb"):
                continue
        return Mark(at, last, trigger.event, trigger.kind, trigger.form)
    return None


def _match_rest(words: Words, at: int, rest: tuple[frozenset[str], ...]) -> int:
    """The index of the last word of a phrase, its words in order with small gaps; -1 if absent."""
    place = at
    for forms in rest:
        for look in range(place + 1, min(place + _GAP, len(words.lows))):
            low = words.lows[look]
            if low in forms:
                place = look
                break
            if low == "," or low in grammar.clause_boundaries:
                return -1
        else:
            return -1
    return place


def _is_nominal(words: Words, at: int) -> bool:
    """Does a word that may be noun or verb stand where nouns stand?"""
    before = words.low(at - 1)
    if words.lows[at].endswith("ing"):
        # "The killing of 12", but "by killing 12" and "police holding 12".
        return before in grammar.articles or words.low(at + 1) == "of" or at == 0
    if before in grammar.before_verbs:
        return False
    if words.lows[at] in grammar.particles:
        return True  # "set the talks back six months"
    if before in grammar.before_nouns or not before or before[:1].isdigit():
        return True
    if before in _MANY:
        return True  # "hundreds dead"
    # "Police arrest two": a plural or a name before it is its subject; an adjective is not.
    return not (before.endswith("s") or words.capital(at - 1) or before in ("police", "people"))


def _follows_number(words: Words, at: int, triggers: _Triggers) -> bool:
    """ "Nine die in the fire": after two or more, a verb without an ending is no noun."""
    before = words.low(at - 1)
    if before == "one" or before not in numerals().small:
        return False
    if not any(trigger.kind == "verb" and trigger.form == "base" for trigger in triggers.all):
        return False
    after = words.low(at + 1)
    return not after.isalpha() or after in grammar.prepositions or after in grammar.determiners


def _is_predicate(words: Words, at: int, triggers: _Triggers) -> bool:
    """ "The hall opens on 9 June", "opens its doors": the form in -s of a verb that is no noun."""
    before, after = words.low(at - 1), words.low(at + 1)
    if not words.lows[at].endswith("s") or before in grammar.before_nouns or not before:
        return False
    if after not in grammar.prepositions and after not in grammar.determiners:
        return False
    return all(trigger.kind == "verb" for trigger in triggers.all)
