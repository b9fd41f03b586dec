"""What can go wrong before a figure is judged, said so that its reader can mend it.

Every error knows its place. `str(error)` is one clear line (or a short block) that the command
line prints as it stands; nothing in numcheck lets another exception reach a user for bad input.
"""

from __future__ import annotations

from dataclasses import dataclass, field


class NumcheckError(Exception):
    """The base of every error that numcheck raises on purpose."""


class UsageError(NumcheckError):
    """The caller asked for something that does not exist (an option, a format, a rule name)."""


class ReaderError(NumcheckError):
    """One document could not be read; the others still can.

    `source` is the path or name as the caller gave it, `reason` a sentence that says what is
    wrong and what to do about it.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


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
        hint = f" Did you mean {self.nearest!r}?" if self.nearest else ""
        head = f"{self.path}:{self.line}:{self.column}: {self.reason}{hint}"
        return "\n".join([head, *(f"    {line}" for line in self.excerpt)])


class RuleError(DataError):
    """A rule file is wrong."""


class ConfigError(DataError):
    """A configuration file is wrong."""
