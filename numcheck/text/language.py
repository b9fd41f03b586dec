"""Is this English? A cheap test that says yes at once for English copy of any kind."""

from __future__ import annotations

from numcheck.patterns import pattern

#: English prose has a third of its words from this list, tables and lists of results a tenth;
#: other languages written in Latin letters stay below one in twelve (measured on parallel copy).
ENGLISH_SHARE = 1 / 12
#: Below this many words nothing can be said.
FEWEST_WORDS = 25
_WINDOW_CHARS = 1_500

_COMMONEST = frozenset(
    {
        "the", "of", "and", "to", "a", "in", "is", "was", "were", "for", "on", "that",
        "said", "with", "by", "at", "from", "it", "he", "has", "had", "have", "be",
        "will", "an", "as", "are", "his", "its", "their", "who", "after", "more", "than",
        "this", "which", "not", "but",
    }
)  # fmt: skip
_TOKEN = pattern(r"\w+")
_WORD = pattern(r"[^\W\d_]+")
_LATIN = pattern(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTER = pattern(r"[^\W\d_A-Za-z\u00c0-\u024f]")


def looks_english(text: str) -> bool:
    """True unless the text is long enough to tell and has too few of the commonest words.

    >>> looks_english("Der Hafen wird bis 2031 ausgebaut, teilte der Senat mit. " * 4)
    False
    >>> looks_english("Schalke 2, Dortmund 1")
    True
    """
    window = text[:_WINDOW_CHARS]
    if _is_surely_english(window):
        return True
    if not window.isascii() and _is_of_other_letters(window):
        return False
    tokens = _TOKEN.findall(window.lower())
    others = (token for token in tokens if not token.isalpha())
    words = sum(map(str.isalpha, tokens)) + sum(len(_WORD.findall(token)) for token in others)
    if words < FEWEST_WORDS:
        return True
    return sum(map(_COMMONEST.__contains__, tokens)) >= words * ENGLISH_SHARE


def _is_surely_english(window: str) -> bool:
    """Are there enough of them even if every other letter were a word, and few other letters?"""
    english = sum(map(_COMMONEST.__contains__, window.lower().split()))
    others = len(window) - len(window.encode("ascii", "ignore"))
    return english >= max(len(window) / 2 * ENGLISH_SHARE, others)


def _is_of_other_letters(window: str) -> bool:
    others = len(_OTHER_LETTER.findall(window))
    return others > 0 and others > len(_LATIN.findall(window))
