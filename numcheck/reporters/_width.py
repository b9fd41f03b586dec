"""How text looks on a terminal: its width in columns, and no character that acts.

Copy is hostile: an escape sequence in it could repaint the screen, a direction override could
make a figure read backwards. `visible` swaps such characters one for one, so that offsets stay.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def visible(text: str) -> str:
    """The text with everything that would act on a terminal or page replaced by a sign for it."""
    return text if text.isascii() and text.isprintable() else "".join(map(_sign, text))


def _sign(char: str) -> str:
    if char in "\t\n\r\u2028\u2029\x85\x0b\x0c":
        return " "
    if char < "\x20":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    acts = unicodedata.category(char) in {"Cc", "Cs"}
    return "\ufffd" if acts or unicodedata.bidirectional(char) in _DIRECTIONS else char


def width(text: str) -> int:
    """Columns that the text takes on a terminal.

    >>> width("774"), width("七百"), width("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    columns, before, last = 0, "", 0
    for char in text:
        size = _columns(char)
        if before == _JOINER:
            size = 0
        elif char == _EMOJI_STYLE and last == 1:
            columns += 1
        columns += size
        before, last = char, size
    return columns


def _columns(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def fit(text: str, columns: int) -> int | None:
    """How many characters of the text fit into so many columns; None if all of it does."""
    used = 0
    for at, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return at
    return None


def reads_right_to_left(text: str) -> bool:
    """Does the text hold letters that a terminal may set from right to left?"""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text
    )
