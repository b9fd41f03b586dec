"""Which words tell of an event, and the words around them: `links/happenings.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from numcheck.text.inflect import verb_forms
from numcheck.text.lexicon import compiled, lexicon

_LONGEST_PHRASE = 4


class Event(NamedTuple):
    """What words say that happened, by a noun ("its opening") or a verb ("opened")."""

    name: str
    is_noun: bool
    length: int


class EventWords(NamedTuple):
    """The lists of `happenings.yaml`, verbs in all their forms and what is asked for as sets."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    present: frozenset[str]
    once: frozenset[str]
    often: frozenset[str]
    dates_it: frozenset[str]
    stops: frozenset[str]
    auxiliaries: frozenset[str]
    ahead: frozenset[str]
    told_of: Mapping[str, str]
    determiners: frozenset[str]
    links: frozenset[str]
    indefinite: frozenset[str]
    relative: frozenset[str]
    past: frozenset[str]
    beginnings: frozenset[str]
    apart: frozenset[str]
    tenses: Mapping[str, str]
    pronouns: Mapping[str, str]


@compiled
def words() -> EventWords:
    found = lexicon("links/happenings")
    # What opens and closes anything gives way to events of the same word: "opened", "struck".
    events = {"begin": found["begins"], "end": found["ends"], **found["events"]}
    forms = {name: dict(_forms(entry)) for name, entry in events.items()}
    listed = {name: frozenset(words) for name, words in found.items() if isinstance(words, list)}
    return EventWords(
        verbs={form: name for name, told in forms.items() for form in told},
        nouns={noun: name for name, entry in events.items() for noun in entry.get("nouns", ())},
        present=frozenset(
            form for told in forms.values() for form, kind in told.items() if kind in ("base", "s")
        ),
        once=frozenset(name for name, entry in events.items() if entry.get("once")),
        often=frozenset(name for name, entry in events.items() if entry.get("often")),
        told_of={phrase: tense for tense, of in found["told_of"].items() for phrase in of},
        pronouns=found["pronouns"],
        tenses=found["tenses"],
        **{name: listed[name] for name in EventWords._fields if name in listed},
    )


def _forms(entry: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Every form of the verbs of an event with what it is: "went on sale" is past."""
    yield from ((word, "past") for word in entry.get("words", ()))
    for verb in entry.get("verbs", ()):
        base, _, rest = verb.partition(" ")
        yield from ((f"{form} {rest}".rstrip(), kind) for form, kind in verb_forms(base))


def is_end(word: str) -> bool:
    """Does another clause begin here?"""
    return word in words().stops or not word[0].isalnum()


def event_at(lower: Sequence[str], at: int) -> Event | None:
    """The event that the words at a place tell; the longest phrase wins.

    "Vote" is a noun after "the", and else a verb.
    """
    known = words()
    owned = at > 0 and (lower[at - 1] in known.determiners or lower[at - 1][-2:] in ("'s", "’s"))
    ways = ((known.verbs, False), (known.nouns, True))
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = " ".join(lower[at : at + length])
        for names, is_noun in reversed(ways) if owned else ways:
            if phrase in names:
                return Event(names[phrase], is_noun, length)
    return None
