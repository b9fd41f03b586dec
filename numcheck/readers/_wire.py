"""What the two old wire formats share: control characters around paragraphs of short lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from numcheck.patterns import pattern
from numcheck.readers._mapped import Mapped

_LINE = pattern(r"[^\r\n]*(?:\r+\n|\r|\n|$)")
#: Shifts, bells and escapes of old printers; between the marks of a message they say nothing.
_CONTROLS = pattern(r"[\x00-\x08\x0e-\x1f\x7f]+")
#: "(more)", "ENDS", "-30-": how a take or a message ends.
_END = pattern(
    r"[(\[*#<_\s-]{0,8}(?:more(?: to come| follows)?|ends?|end ?it|end of (?:copy|story)|30|ende)"
    r"[)\]*#>_\s-]{0,8}",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def lines(piece: Mapped) -> Iterator[Mapped]:
    """The lines of a text, without their ends but with the blanks they begin with."""
    for match in _LINE.finditer(piece.text):
        if match[0]:
            text = match[0].rstrip()
            yield piece.slice(match.start(), match.start() + len(text))


def is_end(words: str) -> bool:
    """Is this line the end mark of a take, no word of the story?

    >>> is_end("(more)"), is_end("-30-"), is_end("30"), is_end("more than 30")
    (True, True, False, False)
    """
    return _END.fullmatch(words) is not None and not words.isdigit()


def stripped(line: Mapped) -> Mapped:
    """A line without the blanks it begins with and the control characters in it."""
    line = line.replaced(_CONTROLS, lambda _: "")
    return line.slice(len(line.text) - len(line.text.lstrip()), len(line.text))


def moment(day: str, month: str, year: str, clock: str) -> dt.datetime | None:
    """The time of a trailer in GMT, its month given by name or number and its year in short."""
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        century = 0 if len(year) == 4 else 1900 if int(year) >= 70 else 2000
        hour, minute = int(clock[:2]), int(clock[2:])
        return dt.datetime(century + int(year), number, int(day), hour, minute, tzinfo=dt.UTC)
    except ValueError:
        return None
