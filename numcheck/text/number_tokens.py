"""The words of a numeral, one by one: what each does in it and what it is worth.

At most two dozen words are looked at for one numeral, so that no text can make reading slow.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.text.numerals import THIN_SPACES, words

_MAX_WORDS = 24
_WORD = pattern(r"[a-z]+")
GAP = pattern(rf"(?:[\s{THIN_SPACES}]{{1,3}}(?:[-‑–—] )?|[-‑–—])(?=[a-z])")


class Token(NamedTuple):
    """A number word: the letter of its class (see `numerals`), its worth and its place."""

    kind: str
    value: float
    start: int
    end: int
    word: str

    @property
    def plural_scale(self) -> bool:
        return self.word.endswith("s") and self.kind in "SHGV"


def tokens_from(folded: str, at: int) -> list[Token]:
    """The number words from `at` on, up to the first word that is none."""
    found: list[Token] = []
    while len(found) < _MAX_WORDS:
        word = _WORD.match(folded, at)
        entry = _entry(word[0], bool(found)) if word else None
        if word is None or entry is None:
            break
        found.append(Token(*entry, word.start(), word.end(), word[0]))
        gap = GAP.match(folded, word.end())
        if gap is None:
            break
        at = gap.end()
    return found


def _entry(word: str, inside: bool) -> tuple[str, float] | None:
    """Class and worth of a word; inside a numeral "billions" is a scale, alone it is vague."""
    known = words()
    if inside and word.endswith("s") and word[:-1] in known.scales:
        return known.kinds[word[:-1]]
    if word in known.kinds:
        return known.kinds[word]
    return ("F", known.fractions[word][0]) if word in known.fractions else None
