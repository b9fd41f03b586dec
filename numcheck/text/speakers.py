"""Sorts of speakers: the police and the organisers count one crowd differently, and both may."""

from __future__ import annotations

import re

from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon


@compiled
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (kind, pattern(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b"))
        for kind, words in lexicon("speakers").get("kinds", {}).items()
    ]


def speaker_kind(speaker: str) -> str:
    """The sort of a speaker as copy describes them, "" if their words do not tell.

    >>> speaker_kind("the Interior Ministry"), speaker_kind("organisers of the march")
    ('official', 'organiser')
    >>> speaker_kind("Ann Holt")
    ''
    """
    low = speaker.lower().replace("’", "'")
    return next((kind for kind, pattern in _kinds() if pattern.search(low)), "")
