"""What can go wrong before a figure is judged, said so that its reader can mend it.

Every error knows its place. `str(error)` is one clear line (or a short block) that the command
line prints as it stands; nothing in numcheck lets another exception reach a user for bad input.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


def nearest(word: str, valid: Iterable[str]) -> str:
    """The valid word that was probably meant, or ""."""
    from difflib import get_close_matches  # only a mistake pays for it

    found = get_close_matches(word, list(valid), n=1, cutoff=0.6)
    return found[0] if found else ""


def suggestion(word: str) -> str:
    """A sentence that offers a word, to be put behind another; "" where there is none."""
    return f" Did you mean {word!r}?" if word else ""


def excerpt(text: str, line: int) -> tuple[str, ...]:
    """The line (counted from 1) with its neighbours, numbered, an arrow in front of it."""
    lines = text.splitlines()
    first, last = max(1, line - 1), min(len(lines), line + 1)
    return tuple(
        f"{'>' if at == line else ' '} {at:>3} | {lines[at - 1][:120]}"
        for at in range(first, last + 1)
    )


class NumcheckError(Exception):
    """The base of every error that numcheck raises on purpose."""


class UsageError(NumcheckError):
    """The caller asked for something that does not exist (an option, a format, a rule name)."""

    @classmethod
    def unknown(cls, what: str, word: str, valid: Iterable[str]) -> UsageError:
        """`word` is no `what`; the nearest valid word is named where there is one."""
        return cls(f"unknown {what} {word!r}.{suggestion(nearest(word, sorted(valid)))}")


class ReaderError(NumcheckError):
    """One document could not be read; the others still can.

    `source` is the path or name as the caller gave it, `reason` a sentence that says what is
    wrong and what to do about it.
    """

    def __init__(self, source: str, reason: str) -> None:
        # A reason may quote the file, whose words may hold anything; it is printed on one line.
        self.source = source
        self.reason = " ".join(reason.split())
        super().__init__(f"{source}: {self.reason}")


class UnitError(NumcheckError):
    """Two units that cannot be compared: metres with kilograms."""


@dataclass
class DataError(NumcheckError):
    """A rule, lexicon or configuration file is wrong at a known place.

    Lines and columns count from 1. `excerpt` holds the lines around the place as written,
    `nearest` the closest valid word where one is close enough to be meant.
    """

    path: str
    line: int
    column: int
    reason: str
    excerpt: tuple[str, ...] = field(default=())
    nearest: str = ""

    def __str__(self) -> str:
        hint = f".{suggestion(self.nearest)}" if self.nearest else ""
        head = f"{self.path}:{self.line}:{self.column}: {self.reason}{hint}"
        return "\n".join([head, *(f"    {line}" for line in self.excerpt)])


class RuleError(DataError):
    """A rule file is wrong."""


class ConfigError(DataError):
    """A configuration file is wrong."""
