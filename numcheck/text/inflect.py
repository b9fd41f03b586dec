"""The forms of English verbs and nouns, made from their base form and led back to it.

Lexicons name a verb once; copy writes "detains", "detaining", "was detained". Irregular forms are
data (`lexicon/en/verbs.yaml`), the regular ones are rules here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

#: "ed" is a form that may be past or participle; irregular verbs tell them apart.
Form = Literal["base", "s", "ed", "past", "part", "ing"]

_VOWELS = "aeiou"
_SHORT = pattern(r"[^aeiou]*[aeiou][bdgklmnprtvz]")
#: Stems that have lost an e before "-ed" or "-ing", by how they end: "describ", "handl", "compar".
_LOST_E = pattern(
    r"(?:[cvzu]|creat|[aeiounrlp]s|dg|[rl]g|[aeu]ng|[^aeo]at|[^o]ut|[^aeio]ar|[^ae]ir|[^o]ur|um|yp"
    r"|[^aeou]in|[^aeo]un|[bcdfgkpstz]l|(?:^|[^aeiou])(?:[aeiou]g|ot|[ai]m|[aiou][kpb]|[aeiou]d|[iu]l)|guid)$"
)
_BE = {"be": "base", "am": "s", "is": "s", "are": "s", "was": "past", "were": "past"}
_IRREGULAR_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "wives": "wife", "thieves": "thief", "knives": "knife", "wolves": "wolf", "calves": "calf",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "dead": "dead",
    "crises": "crisis", "series": "series", "species": "species", "buses": "bus", "gases": "gas",
}  # fmt: skip


@compiled
def _irregular() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = dict(lexicon("verbs").get("irregular", {}))
    return forms


@compiled
def _doubling() -> frozenset[str]:
    return frozenset(lexicon("verbs").get("doubling", ()))


def verb_forms(base: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb with what it is, the base first.

    >>> dict(verb_forms("flee"))
    {'flee': 'base', 'flees': 's', 'fleeing': 'ing', 'fled': 'ed'}
    """
    yield base, "base"
    if base == "be":
        yield from ((form, kind) for form, kind in _BE.items() if form != base)  # type: ignore[misc]
        yield from (("been", "part"), ("being", "ing"))
        return
    yield ("has" if base == "have" else _third_person(base)), "s"
    for stem in _stems(base):
        yield stem + "ing", "ing"
    if base not in _irregular():
        for stem in _stems(base):
            yield _past(stem), "ed"
        return
    irregular = _irregular()[base]
    if len(irregular) > 1:
        yield irregular[0], "past"
        yield irregular[1], "part"
    else:
        yield irregular[0], "ed"
    if irregular[0] in (base + "t", base[:-1] + "t") and base[-1] != "d":
        # "burnt" stands beside "burned", "spilt" beside "spilled"; "built" stands alone.
        yield _past(base), "ed"


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stems(base: str) -> list[str]:
    """What endings are put to: "stop" gives "stopp", "die" gives "dy" before "ing" alone."""
    if base in _doubling():
        # British and American desks differ: "cancelled", "canceled".
        return [base + base[-1], base]
    if _SHORT.fullmatch(base):
        return [base + base[-1]]
    if base.endswith("ie"):
        return [base[:-2] + "y"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1]]
    return [base]


def _past(stem: str) -> str:
    if stem.endswith("ee"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        # "die" has the stem "dy": its past is "died" by the same rule as "carry", "carried".
        return stem[:-1] + "ied"
    return stem + "ed"


def singular(noun: str) -> str:
    """A noun's singular, lower case; a word that is no plural comes back as it is."""
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zes")):
        return noun[:-2]
    return noun[:-1]


def plural(noun: str) -> str:
    """A noun's plural, as far as a rule or the short list of exceptions gives it."""
    irregular = _plurals().get(noun)
    if irregular:
        return irregular
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@compiled
def _plurals() -> dict[str, str]:
    return {one: many for many, one in _IRREGULAR_PLURALS.items()}


def verb_lemma(word: str) -> str:
    """The base of a regular past or -ing form that no list knows: "visited" gives "visit"."""
    if word.endswith("eed"):
        # "Agreed", "guaranteed", "freed"; "need" and "exceed" are base forms.
        return word[:-1] if word not in lexicon("verbs")["base_eed"] else word
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _undone(word[: -len(ending)])
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _undone(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2]:
        doubled = stem[-1] not in "lsezf" or stem[:-1] in _doubling()
        return stem[:-1] if doubled else stem
    listed = lexicon("verbs")
    if stem in listed["keeps_no_e"]:
        return stem
    return stem + "e" if stem in listed["lost_e"] or _LOST_E.search(stem) else stem
