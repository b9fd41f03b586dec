"""What happened to the things a figure counts: "arrest" for "detained 774 people".

The lexicon knows the events of the news by their verbs and nouns; which of those in a sentence is
the figure's own is told by where it stands: the verb after it ("84 people have been arrested"),
the verb before it ("detained 774 people"), the noun it belongs to ("a loan of 1.5 billion").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from numcheck.claims.words import Words
from numcheck.text.grammar import grammar
from numcheck.text.inflect import singular, verb_forms, verb_lemma
from numcheck.text.lexicon import compiled, lexicon

#: How far from the figure, in words, a governing verb is looked for.
_REACH = 14


class Mark(NamedTuple):
    """An event word or phrase of the sentence: words `first` up to and with `last`."""

    first: int
    last: int
    event: str
    kind: str
    form: str


class Event(NamedTuple):
    """The event of a figure and the words that say it."""

    event: str
    first: int
    last: int
    kind: str
    known: bool


class _Trigger(NamedTuple):
    rest: tuple[str, ...]
    event: str
    kind: str
    form: str


@compiled
def _triggers() -> dict[str, tuple[_Trigger, ...]]:
    """Every first word of an event's wording; longer wordings come first."""
    found: dict[str, list[_Trigger]] = {}
    for event, words in lexicon("events").items():
        for verb in words.get("verbs", ()):
            first, *rest = verb.split()
            for form, kind in verb_forms(first):
                found.setdefault(form, []).append(_Trigger(tuple(rest), event, "verb", kind))
        for named, key in (("noun", "nouns"), ("people", "people")):
            for noun in words.get(key, ()):
                for first, *rest in _noun_forms(noun):
                    found.setdefault(first, []).append(_Trigger(tuple(rest), event, named, ""))
    return {
        first: tuple(sorted(triggers, key=lambda t: -len(t.rest)))
        for first, triggers in found.items()
    }


def _noun_forms(noun: str) -> Iterator[list[str]]:
    words = noun.split()
    yield words
    head = words[-1]
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        plural = head[:-1] + "ies"
    else:
        plural = head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s")
    yield [*words[:-1], plural]


@compiled
def _generic_verbs() -> dict[str, str]:
    """Irregular forms of verbs that are in no event class, with their base."""
    verbs = lexicon("verbs").get("irregular", {})
    return {form: base for base in verbs for form, kind in verb_forms(base) if kind != "base"}


@compiled
def _saying() -> frozenset[str]:
    verbs = lexicon("speakers").get("verbs", ())
    return frozenset(form for verb in verbs for form, _ in verb_forms(verb))


def event_of_noun(noun: str) -> str:
    """The event class a noun names ("arrest" for "arrests"), or ""."""
    for trigger in _triggers().get(noun, ()):
        if trigger.kind == "noun" and not trigger.rest:
            return trigger.event
    return ""


def event_of_people(noun: str) -> str:
    """The event that people are named by ("injure" for "wounded"), or ""."""
    for trigger in _triggers().get(noun, ()):
        if trigger.kind == "people" and not trigger.rest:
            return trigger.event
    return ""


def marks(words: Words) -> list[Mark]:
    """All event wordings of a sentence in order; a longer one hides what it contains."""
    triggers = _triggers()
    found: list[Mark] = []
    taken = -1
    for at, low in enumerate(words.lows):
        if at > taken and low in triggers:
            mark = _mark_at(words, at, triggers[low])
            if mark is not None:
                found.append(mark)
                if mark.last - mark.first == 1:
                    taken = mark.last
    return found


def _mark_at(words: Words, at: int, triggers: Iterable[_Trigger]) -> Mark | None:
    nominal: bool | None = None
    choice: Mark | None = None
    for trigger in triggers:
        last = _match_rest(words, at, trigger.rest)
        if last < 0:
            continue
        mark = Mark(at, last, trigger.event, trigger.kind, trigger.form)
        if trigger.rest or trigger.form in ("ed", "past", "part", "ing"):
            return mark
        # "Vote", "strike", "fall" are nouns and verbs; what stands before them tells.
        if nominal is None:
            nominal = is_nominal(words, at)
        if nominal == (trigger.kind != "verb"):
            return mark
        choice = choice or mark
    return choice


def _match_rest(words: Words, at: int, rest: tuple[str, ...]) -> int:
    """The index of the last word of a phrase, its words in order with small gaps; -1 if absent."""
    place = at
    for word in rest:
        gap = 4 if word in grammar.particles or len(rest) == 1 else 3
        for look in range(place + 1, min(place + 2 + gap, len(words))):
            low = words.lows[look]
            if low == word or (low not in grammar.particles and singular(low) == word):
                place = look
                break
            if low in grammar.clause_boundaries or low == ",":
                return -1
        else:
            return -1
    return place


def is_nominal(words: Words, at: int) -> bool:
    """Does a word that may be noun or verb stand where nouns stand?"""
    before = words.low(at - 1)
    if before in grammar.before_verbs:
        return False
    if before in grammar.before_nouns or not before or before[:1].isdigit():
        return True
    # "Police arrest two": a plural or a name before it is its subject; an adjective is not.
    return not (before.endswith("s") or words.capital(at - 1) or before in ("police", "people"))


def find(words: Words, marked: list[Mark], first: int, last: int, head: str) -> Event | None:
    """The event of the figure whose words (noun included) are `first` up to and with `last`.

    `head` is the lemma of what is counted. None if nothing near the figure says what happened.
    """
    if head and (named := event_of_noun(head)):
        return Event(named, last, last, "noun", True)
    people = event_of_people(head) if head else ""
    if people in _TELLING:
        return Event(people, last, last, "people", True)
    by_place = {mark.first: mark for mark in marked}
    named_so = by_place.get(last + 1)
    if named_so is not None and named_so.kind == "people" and named_so.event in _TELLING:
        return Event(named_so.event, named_so.first, named_so.last, "people", True)
    outside = [mark for mark in marked if mark.last < first or mark.first > last]
    found = (
        _subject_of(words, by_place, first, last)
        or _belongs_to(words, by_place, outside, first)
        or _object_of(words, by_place, first)
        or _described_by(words, by_place, last)
        or _nearest(words, outside, first, last)
    )
    if found is not None and not (found.event in grammar.light_verbs and not found.known):
        return found
    if people:
        return Event(people, last, last, "people", True)
    return _nearest_noun(outside, first, last) or found


#: People named by these went through the event, whatever else the sentence does with them.
_TELLING = frozenset(("die", "injure", "miss", "displace"))


def _subject_of(words: Words, by_place: dict[int, Mark], first: int, last: int) -> Event | None:
    """The verb the figure is the subject of: it follows at once, or after a short phrase."""
    at = last + 1
    if words.low(at) in ("in", "from", "of", "at", "on", "with") and words.low(at - 1) != ",":
        at = _after_phrase(words, at)
    if words.low(at) in grammar.relative_pronouns:
        at += 1
    auxiliary = False
    while (
        words.low(at) in grammar.between_subject_and_verb
        or _is_adverb(words.low(at))
        or words.low(at) in ("]", "”", '"', ")")
    ):
        auxiliary = auxiliary or words.low(at) in grammar.finite
        at += 1
        if at > last + _REACH:
            return None
    mark = by_place.get(at)
    if mark is not None and mark.kind == "verb":
        finite = auxiliary or mark.form in ("past", "s", "base")
        if finite or (mark.form == "ed" and not _governed(words, by_place, first)):
            return Event(mark.event, mark.first, mark.last, "verb", True)
        return None
    if auxiliary or not _governed(words, by_place, first):
        return _through_control(words, by_place, at) or _generic(words, at)
    return None


def _after_phrase(words: Words, at: int) -> int:
    """Past "in the eastern city of Brenn": up to the verb, if one comes within a few words."""
    for look in range(at + 1, min(at + 7, len(words))):
        low = words.lows[look]
        if low in grammar.finite or low in grammar.relative_pronouns:
            return look
        if low in grammar.clause_boundaries or low == ",":
            break
        if any(t.kind == "verb" and t.form in ("ed", "past") for t in _triggers().get(low, ())):
            return look
    return at


def _governed(words: Words, by_place: dict[int, Mark], first: int) -> bool:
    """Does a verb stand right before the figure, as in "arrested 84 people"?"""
    at = first - 1
    while at >= 0 and words.lows[at] in grammar.determiners:
        at -= 1
    return at in by_place and by_place[at].kind == "verb"


def _through_control(words: Words, by_place: dict[int, Mark], at: int) -> Event | None:
    """The verb after "seeking to", "expected to": what is sought is the event."""
    for look in range(at, min(at + 4, len(words))):
        if words.low(look) == "to" and look + 1 in by_place:
            mark = by_place[look + 1]
            return Event(mark.event, mark.first, mark.last, "verb", True)
        if words.low(look) in grammar.clause_boundaries:
            break
    return None


def _belongs_to(
    words: Words, by_place: dict[int, Mark], outside: list[Mark], first: int
) -> Event | None:
    """The event noun before "of", "by" or "on": "a loan of", "a rally by", "the election on"."""
    at = first - 1
    while at >= 0 and words.lows[at] in grammar.determiners:
        at -= 1
    if at < 1 or words.lows[at] not in grammar.prepositions:
        return None
    noun = next((m for m in outside if m.last == at - 1 and m.kind == "noun"), None)
    if noun is None and (mark := by_place.get(at - 1)) is not None and mark.kind == "noun":
        noun = mark
    return Event(noun.event, noun.first, noun.last, "noun", True) if noun else None


def _object_of(words: Words, by_place: dict[int, Mark], first: int) -> Event | None:
    """The verb right before the figure, or before its preposition."""
    at = first - 1
    steps = 0
    while at >= 0 and steps < 6:
        low = words.lows[at]
        mark = by_place.get(at)
        if mark is not None and mark.kind == "verb" and low not in _saying():
            return Event(mark.event, mark.first, mark.last, "verb", True)
        if (
            low not in grammar.determiners
            and low not in grammar.prepositions
            and not _is_adverb(low)
        ):
            break
        at -= 1
        steps += 1
    return _generic(words, at) if at >= 0 else None


def _described_by(words: Words, by_place: dict[int, Mark], last: int) -> Event | None:
    """The participle after the figure: "2,000 people arrested so far"."""
    for at in range(last + 1, min(last + 3, len(words))):
        mark = by_place.get(at)
        if mark is not None and mark.kind == "verb":
            return Event(mark.event, mark.first, mark.last, "verb", True)
    return None


def _nearest(words: Words, outside: list[Mark], first: int, last: int) -> Event | None:
    """The nearest verb of the clause, before the figure rather than after it."""
    best: Mark | None = None
    best_cost = float(_REACH)
    for mark in outside:
        if mark.kind != "verb":
            continue
        left = mark.last < first
        gap = first - mark.last if left else (mark.first - last) * 1.5
        if gap >= best_cost:
            continue
        between = words.lows[mark.last + 1 : first] if left else words.lows[last + 1 : mark.first]
        gap += 6 * sum(low in grammar.clause_boundaries for low in between) + 2 * between.count(",")
        if gap < best_cost:
            best, best_cost = mark, gap
    return Event(best.event, best.first, best.last, "verb", True) if best else None


def _nearest_noun(outside: list[Mark], first: int, last: int) -> Event | None:
    nouns = [mark for mark in outside if mark.kind == "noun"]
    best = min(
        nouns,
        key=lambda mark: first - mark.last if mark.last < first else mark.first - last + 2,
        default=None,
    )
    if best is None or abs(best.first - first) > 2 * _REACH:
        return None
    return Event(best.event, best.first, best.last, "noun", True)


def _generic(words: Words, at: int) -> Event | None:
    """A verb that no event class lists, by its lemma."""
    low = words.low(at)
    if low in _saying() or low in grammar.auxiliaries:
        return None
    if low in _generic_verbs():
        return Event(_generic_verbs()[low], at, at, "verb", False)
    if len(low) > 4 and low.endswith("ed") and not words.capital(at):
        return Event(verb_lemma(low), at, at, "verb", False)
    return None


def _is_adverb(low: str) -> bool:
    return len(low) > 4 and low.endswith("ly") and low not in ("only", "family", "early", "july")
