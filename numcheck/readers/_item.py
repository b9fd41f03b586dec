"""What the structured wire formats share: a headline and a summary told beside the story."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.model import ZoneKind
from numcheck.readers._lines import unwrapped
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page

#: What providers call an item that was withdrawn.
_CANCELLED = frozenset({"canceled", "cancelled", "killed", "withdrawn", "retracted"})
#: It may not be printed yet, or just now; what it says is checked all the same.
_HELD_BACK = frozenset({"withheld", "embargoed", "hold", "held"})


def tell_status(page: Page, status: str, embargoed: str = "") -> None:
    """Honour what a provider says of an item: cancelled, withheld, embargoed until a time."""
    plain = status.rpartition(":")[2].strip().lower()
    if plain in _CANCELLED:
        page.cancel(f"marked as {plain}")
    elif plain in _HELD_BACK:
        page.notice(f"The item is marked as {plain}; it is not to be published as it is.")
    if embargoed:
        page.notice(f"The item is embargoed until {embargoed[:40]}.")


def write_beside(page: Page, pieces: Iterable[Mapped], kind: ZoneKind, story: str) -> None:
    """Write what is told about a story, unless the story itself says the same words."""
    said = [_squeezed(story)]
    for piece in pieces:
        words = _squeezed(piece.text)
        if not words or any(words in other for other in said):
            continue
        said.append(words)
        page.gap("\n\n")
        mark = page.mark()
        page.flow(piece)
        page.zone(mark, kind)
        page.gap("\n\n")


def write_lines(page: Page, piece: Mapped) -> None:
    """Plain text whose line ends and blank lines mean what they show."""
    at = 0
    piece = unwrapped(piece)
    for line in piece.text.splitlines(keepends=True):
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        page.put(piece.slice(start, start + len(words)) if words else Mapped(""))
        page.gap("\n" if words else "\n\n")
        at += len(line)


def _squeezed(text: str) -> str:
    return "".join(text.split())
