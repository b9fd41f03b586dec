"""The words of ages, lives and people, in the language of the copy."""

from __future__ import annotations

from numcheck.links._common.around import Around
from numcheck.links._common.book import book
from numcheck.model import Reading
from numcheck.text.lexicon import compiled, lexicon


def around(reading: Reading) -> Around:
    """When ages and births were true, and whose they are: `links/ages.yaml`."""
    return Around(reading, book("ages", reading.document.language))


def around_again(reading: Reading) -> Around:
    """One person told of twice: `links/same-age.yaml`."""
    return Around(reading, book("same-age", reading.document.language))


@compiled
def people() -> frozenset[str]:
    """Nouns for people, in the singular: "woman", "driver"."""
    return frozenset(lexicon("nouns")["person"]["nouns"])
