"""Plain text: paragraphs that were broken into short lines are made whole again."""

from __future__ import annotations

from numcheck.patterns import pattern
from numcheck.readers._mapped import Mapped

#: Files whose longest line is longer than this keep a paragraph on a line.
_WIDEST = 100
_NARROWEST = 40
_BREAK = pattern(r"(?<=\S)\n(?=[^\s>*•#|+-][^\s]*)")
_WORD = pattern(r"\S{1,200}")


def unwrapped(piece: Mapped) -> Mapped:
    """The text with the line ends inside paragraphs as spaces, so that no sentence is cut.

    A line end is taken for a wrap where the next word would not have fitted on the line. As a
    space takes the place of a line end, no offset moves.
    """
    text = piece.text
    width = max((len(line) for line in text.split("\n")), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return piece
    characters: list[str] | None = None
    for match in _BREAK.finditer(text):
        at = match.start()
        line = at - (text.rfind("\n", 0, at) + 1)
        word = _WORD.match(text, at + 1)
        if word and line + 1 + len(word[0]) > width:
            characters = characters or list(text)
            characters[at] = " "
    return Mapped("".join(characters), piece.anchors) if characters else piece
