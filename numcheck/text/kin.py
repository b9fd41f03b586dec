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


def _then() -> str:
    return "|".join(lexicon("people")["then"])
