"""One sentence as words with their places, so that every question to it is a look-up.

Only sentences with a figure in them, and those they lean on, are ever cut into words.
"""

from __future__ import annotations

from bisect import bisect_left

from numcheck.model import Span
from numcheck.patterns import pattern
from numcheck.text.grammar import grammar

# Possessive endings stand alone ("Minsk" + "'s"), other apostrophes and hyphens stay inside
# ("don't", "anti-war"). Abbreviations keep their dots, so that "U.S." and "Mr." end no phrase.
# Every repeat is bounded: a line of ten thousand dashes must not be walked once a dash.
_WORD = pattern(
    # Plain words and commas first: most are, and are spared all the rest.
    r"[a-z]++(?![\w.'-])|,"
    r"|(?:[a-z]\.){2,8}|(?:mrs?|ms|dr|prof|gov|sen|rep|gen|col|capt|sgt|lt|st|rev)\."
    r"|\w[\w-]{0,40}\.(?:com|org|net|gov)\b|\d+(?:[.,]\d+)*(?:[\w-]{0,40}\w)?"
    r"|[^\W\d]+(?:-\w+|'(?!s\b)\w+)*|'s\b|[^\w\s]"
)


class Words:
    """The words of a stretch of text: `lows` in lower case, `starts` and `ends` in the document."""

    __slots__ = ("_boundaries", "_title", "end", "ends", "lows", "start", "starts", "text")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.start, self.end = span
        # Lower case first, once a sentence: it is all that is ever compared.
        low = _lower(text[self.start : self.end])
        found, start = list(_WORD.finditer(low)), self.start
        self.lows = [word[0] for word in found]
        self.starts = [start + word.start() for word in found]
        self.ends = [start + word.end() for word in found]

        self._boundaries: list[int] | None = None
        self._title: bool | None = None

    def __len__(self) -> int:
        return len(self.lows)

    def at(self, offset: int) -> int:
        """The index of the first word that ends after the offset."""
        return bisect_left(self.ends, offset + 1)

    def before(self, offset: int) -> int:
        """The index after the last word that starts before the offset."""
        return bisect_left(self.starts, offset)

    def boundaries(self, first: int, after: int) -> int:
        """How many words from `first` up to `after` begin or end a clause."""
        found = self._boundaries
        if found is None:
            ends = grammar.clause_boundaries
            found = self._boundaries = [at for at, low in enumerate(self.lows) if low in ends]
        return bisect_left(found, after) - bisect_left(found, first) if first < after else 0

    @property
    def in_title_case(self) -> bool:
        """Do most words begin with a capital, as in headlines? Then a capital tells nothing."""
        if self._title is None:
            long = [at for at, low in enumerate(self.lows) if len(low) > 3 and low.isalpha()]
            self._title = 2 * sum(map(self.capital, long)) > len(long)
        return self._title

    def span(self, first: int, last: int) -> Span:
        """Where the words `first` up to and with `last` stand."""
        return Span(self.starts[first], self.ends[last])

    def word(self, index: int) -> str:
        """The word as written; empty outside the sentence."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def low(self, index: int) -> str:
        """The word in lower case; empty outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def capital(self, index: int) -> bool:
        """Does the word begin with a capital letter?"""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()


def _lower(piece: str) -> str:
    """Lower case of the same length, apostrophes straight."""
    low = piece.lower().replace("’", "'")
    if len(low) == len(piece):
        return low
    # "İ" becomes two characters and would shift every later offset.
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in piece)
