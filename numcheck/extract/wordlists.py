"""The word lists that reading a figure leans on, arranged for look-up."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.text.lexicon import compiled, lexicon


class WordLists(NamedTuple):
    """`lexicon/en/figures.yaml` and the change verbs of `measures.yaml`."""

    over_bound: frozenset[str]
    weighing: frozenset[str]
    tries: frozenset[str]
    stretches: frozenset[str]
    coverings: frozenset[str]
    disputes: frozenset[str]
    contest: frozenset[str]
    per_things: frozenset[str]
    no_per: frozenset[str]
    warmth: frozenset[str]
    not_as_name: frozenset[str]
    not_a_unit_before: frozenset[str]
    article_units: frozenset[str]
    year_cues: frozenset[str]
    sure_year_cues: frozenset[str]
    clock_cues: frozenset[str]
    money_nouns: frozenset[str]
    money_links: frozenset[str]
    money_verbs: frozenset[str]
    no_names: frozenset[str]
    weighed: frozenset[str]
    changes: frozenset[str]


@compiled
def wordlists() -> WordLists:
    """The lists, read once."""
    lists = lexicon("figures")
    changes = frozenset([*lexicon("measures")["change_verbs"], *lists["moves"]])
    known = {name: frozenset(lists[name]) for name in WordLists._fields if name != "changes"}
    return WordLists(**known, changes=changes)
