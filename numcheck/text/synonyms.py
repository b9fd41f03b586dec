"""Nouns and verbs that one story may use for one thing: `lexicon/<language>/synonyms.yaml`.

A journalist's thesaurus, not a dictionary's: "plot" may stand for "allotment" in the second
paragraph, "jailed" tells of the "sentence". It only says what may be; whether two mentions are of
one thing is for the links to find out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.text.inflect import plural, verb_forms
from numcheck.text.lexicon import compiled, lexicon


@compiled
def _groups() -> Mapping[str, frozenset[int]]:
    """The numbers of the groups that a noun stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(lexicon("synonyms")["groups"]):
        for noun in group["nouns"]:
            found.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def groups_of(noun: str) -> frozenset[int]:
    """The groups of a noun in the singular; none if no list knows it."""
    # "Canvases" is led back to "canvase" by those who do not know the word.
    return _groups().get(noun) or _groups().get(noun.removesuffix("e"), frozenset())


def may_be_one(noun: str, other: str) -> bool:
    """May two nouns in the singular name one thing?

    >>> may_be_one("plot", "allotment"), may_be_one("plot", "teacher")
    (True, False)
    """
    return noun == other or not groups_of(noun).isdisjoint(groups_of(other))


def wordings(noun: str, *, verbs: bool) -> Iterator[str]:
    """Every word for the thing, in all forms; `verbs` adds those that tell of it."""
    yield from (noun, plural(noun))
    listed = lexicon("synonyms")["groups"]
    for number in groups_of(noun):
        for other in listed[number]["nouns"]:
            yield from (other, plural(other))
        for verb in listed[number].get("verbs", ()) if verbs else ():
            yield from _forms(verb)


def _forms(verb: str) -> Iterator[str]:
    """All forms of a verb with its particle: "walk out", "walked out"."""
    base, _, rest = verb.partition(" ")
    yield from (f"{form} {rest}".rstrip() for form, _ in verb_forms(base))
