"""What the words right before and right after a figure say, by the patterns of a book."""

from __future__ import annotations

import re
from typing import NamedTuple

from numcheck.links._common.book import Book
from numcheck.model import Claim, Reading


class Around(NamedTuple):
    """The copy and the book whose patterns are looked for in it, by name."""

    reading: Reading
    book: Book

    def before(self, name: str, claim: Claim, reach: int = 40) -> re.Match[str] | None:
        """Looked for in so many characters before the figure, whatever sentence they are of."""
        pattern = self.book.patterns[name]
        return pattern.search(self.reading.text, max(0, claim.start - reach), claim.start)

    def earlier(self, name: str, claim: Claim, reach: int = 400) -> re.Match[str] | None:
        """Looked for in the sentence of the figure, in so many characters before it."""
        start = max(self.reading.sentences[claim.sentence].start, claim.start - reach)
        return self.book.patterns[name].search(self.reading.text, start, claim.start)

    def after(self, name: str, claim: Claim) -> re.Match[str] | None:
        """What the figure goes on with."""
        return self.book.patterns[name].match(self.reading.text, claim.end)

    def opens(self, name: str, sentence: int) -> re.Match[str] | None:
        """What a sentence opens with."""
        start = self.reading.sentences[sentence].start
        return self.book.patterns[name].match(self.reading.text, start)
