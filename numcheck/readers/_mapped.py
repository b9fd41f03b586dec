"""Text that remembers where in its file every character stood.

Copy reaches us wrapped: HTML inside JSON, quoted-printable inside e-mail, tags inside tags. Each
wrapping is taken off by a function from `Mapped` to `Mapped`, so that the place in the file the
desk sees is never lost and never searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

_NO_FILE_IS_LONGER = 1 << 62
Anchors = tuple[tuple[int, int], ...]


class Mapped(NamedTuple):
    """A text with (text offset, file offset) pairs; between two pairs the offsets run in step.

    The first pair is always that of text offset 0.
    """

    text: str
    anchors: Anchors = ((0, 0),)

    def offset(self, at: int) -> int:
        """Where in the file the character at a text offset stood."""
        text_anchor, file_anchor = self.anchors[self._after(at) - 1]
        return file_anchor + at - text_anchor

    def slice(self, start: int, end: int) -> Mapped:
        """A part of the text; linear in its own length, not in that of the whole."""
        first = self._after(start)
        text_anchor, file_anchor = self.anchors[first - 1]
        beginning = (0, file_anchor + start - text_anchor)
        if first == len(self.anchors):
            return Mapped(self.text[start:end], (beginning,))
        last = self._after(end - 1)
        inner = tuple((at - start, there) for at, there in self.anchors[first:last])
        return Mapped(self.text[start:end], (beginning, *inner))

    def _after(self, at: int) -> int:
        """How many anchors stand at or before a text offset."""
        anchors = self.anchors
        return 1 if len(anchors) == 1 else bisect_right(anchors, (at, _NO_FILE_IS_LONGER))

    def replaced(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Mapped:
        """The text with every match replaced; a replacement stands where its match stood."""
        pieces: list[Mapped] = []
        done = 0
        for match in pattern.finditer(self.text):
            pieces.append(self.slice(done, match.start()))
            pieces.append(Mapped(by(match), ((0, self.offset(match.start())),)))
            done = match.end()
        if not pieces:
            return self
        return joined([*pieces, self.slice(done, len(self.text))])


def joined(pieces: Iterable[Mapped]) -> Mapped:
    """The pieces one after the other."""
    texts: list[str] = []
    anchors: list[tuple[int, int]] = []
    length = 0
    for piece in pieces:
        if piece.text:
            extend(anchors, piece, length)
            texts.append(piece.text)
            length += len(piece.text)
    return Mapped("".join(texts), tuple(anchors) or ((0, 0),))


def extend(anchors: list[tuple[int, int]], piece: Mapped, at: int) -> None:
    """Add a piece's anchors as it is laid at a text offset, leaving out those still in step."""
    for text_anchor, file_anchor in piece.anchors:
        here = text_anchor + at
        if not anchors or anchors[-1][1] - anchors[-1][0] != file_anchor - here:
            anchors.append((here, file_anchor))
