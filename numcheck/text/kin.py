"""Words for a person's kin and for ages of another time: `lexicon/<language>/people.yaml`.

"Her grandmother Ella Stone, 61" tells nobody else's age, "who was 23 when he won" no present one.
Links and stories ask here, so that both mean the same by it.
"""

from __future__ import annotations

import re

from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation


@compiled
def somebodys_kin() -> re.Pattern[str]:
    """ "His father", "Vold's late ex-wife": a relative of somebody."""
    return pattern(
        rf"\b(?:his|her|their|whose|'s|’s) (?:[a-z]+ )?{kin()}\b",
        re.IGNORECASE,
    )


#: "Her manager said so": who speaks of somebody is not spoken of; nor is "her national title".
_SPEAKS = r"(?! (?:said|says|told|added|confirmed|announced)\b| [a-z]{3,}[sd] that\b)"
_STANDS_ALONE = r"(?=[,.;:!?'’\"”]| (?:who|and|had|was|were|in|from|at|[a-z]+ed)\b)"


@compiled
def somebody_near() -> re.Pattern[str]:
    """ "My mother", "his first teacher", "Dad": anybody told of by whose they are."""
    nouns = alternation(sorted(lexicon("nouns")["person"]["nouns"]))
    called = alternation(lexicon("people")["names_of_kin"])
    return pattern(
        r"(?:(?:\b(?i:my|our|your|his|her|their|whose)|['’]s) (?:[a-z]+ )?"
        rf"(?:{kin()}\b|(?:{nouns})s?\b{_STANDS_ALONE})|\b(?:{called})\b){_SPEAKS}"
    )


@compiled
def somebody_new() -> re.Pattern[str]:
    """ "A pensioner", "another man", "his mother": people who have not been told of."""
    people = {*lexicon("nouns")["person"]["nouns"], *lexicon("names")["roles"]}
    nouns = alternation(sorted(people))
    new = alternation(lexicon("people")["newcomers"])
    return pattern(rf"\b(?i:{new}) (?:[\w-]+ )?(?:{nouns})s?\b{_SPEAKS}")


@compiled
def somebody_of() -> re.Pattern[str]:
    """ "A boy of", "the old woman of": an age comes next, and no length of service."""
    return pattern(rf"\b{alternation(lexicon('people')['of_an_age'])} of $")


@compiled
def twins() -> re.Pattern[str]:
    """ "Twin sisters Ada and Zoe": people of one age."""
    return pattern(rf"\b{alternation(lexicon('people')['twins'])} ", re.IGNORECASE)


def kin() -> str:
    """A relative, as the source of a pattern: "grandmother", "twin brothers"."""
    found = lexicon("people")
    prefixes = alternation(found["prefixes"])
    return rf"(?:(?:{prefixes})-?){{0,2}}(?:{alternation(found['kin'])})s?"


@compiled
def of_then() -> re.Pattern[str]:
    """What says after an age that it is one of another time."""
    return pattern(rf",? (?:{_then()})\b", re.IGNORECASE)


@compiled
def then() -> re.Pattern[str]:
    """The same words anywhere around an age; "born in 1950" says nothing of it."""
    return pattern(rf"\b(?:at (?:the )?age|(?<!born )(?:{_then()}))\b", re.IGNORECASE)


@compiled
def looks_back() -> re.Pattern[str]:
    """What tells, after "who was 17", that this was long ago."""
    return pattern(rf"\b(?:{'|'.join(lexicon('people')['looks_back'])})\b")


def _then() -> str:
    return "|".join(lexicon("people")["then"])
