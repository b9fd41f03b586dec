"""The words by which copy says that somebody says something (`lexicon/en/speakers.yaml`)."""

from __future__ import annotations

from numcheck.text.inflect import verb_forms
from numcheck.text.lexicon import compiled, lexicon


@compiled
def verbs() -> dict[str, str]:
    """Forms of verbs of saying, with "weak" for those that mostly say other things."""
    weak = frozenset(lexicon("speakers").get("weak", ()))
    return {
        form: "weak" if verb in weak else "strong"
        for verb in lexicon("speakers").get("verbs", ())
        for form, kind in verb_forms(verb)
        if kind != "ing"
    }


@compiled
def uninverted() -> frozenset[str]:
    """Forms of verbs that no speaker follows: a try "put Brenn in front"."""
    listed = lexicon("speakers").get("uninverted", ())
    return frozenset(form for verb in listed for form, _ in verb_forms(verb))


@compiled
def nouns_too() -> frozenset[str]:
    """Forms in -s that are plural nouns, too: "states", "reports", "shows"."""
    listed = lexicon("speakers").get("nouns_too", ())
    return frozenset(form for verb in listed for form, kind in verb_forms(verb) if kind == "s")


@compiled
def sorts() -> frozenset[str]:
    """The words by which sorts of speakers are known."""
    kinds = lexicon("speakers").get("kinds", {}).values()
    return frozenset(word for words in kinds for word in words)


@compiled
def cues() -> frozenset[str]:
    """The words at which somebody may be named as saying something."""
    return frozenset((*verbs(), "quoted", "quoting", "citing", "according"))
