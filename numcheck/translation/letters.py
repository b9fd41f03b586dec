"""Letters of all scripts made comparable, at the places where they stand."""

from __future__ import annotations

import unicodedata

#: Marks that carry no letter of their own: vowel points, nukta, joiners, tatweel.
SILENT = frozenset(
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
    "\u093c\u09bc\u200c\u200d\u200e\u200f"
)
_VARIANTS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا",
        "’": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\n": " ", "\t": " ",
        "\u0958": "क", "\u0959": "ख", "\u095a": "ग", "\u095b": "ज", "\u095c": "ड",
        "\u095d": "ढ", "\u095e": "फ",
        "\u09dc": "ড", "\u09dd": "ঢ", "\u09df": "য", "ё": "е",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text in lower case with variant letters made one; every offset stays true."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters and would shift every later offset
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("İ", "i").translate(_VARIANTS)


def letter_at(folded: str, at: int) -> bool:
    """Is there a letter (or a mark that belongs to one) at this place?"""
    if not 0 <= at < len(folded):
        return False
    char = folded[at]
    return char.isalpha() or char in SILENT or (not char.isascii() and _combining(char))


def _combining(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc")
