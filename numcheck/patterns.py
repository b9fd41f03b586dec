"""Regular expressions that are compiled when they are first used.

A run over one story uses a third of the three hundred patterns that its modules name; compiling
the others was an eighth of a cold start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Later(Generic[AnyStr]):
    """Stands for a compiled pattern; its methods are that pattern's own from the first use on."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._written: tuple[AnyStr, int] = (source, flags)

    def __getattr__(self, name: str) -> Any:
        # Reached only for what is not there yet: `re` keeps the compiled pattern meanwhile.
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a mistake in `source` shows when the pattern is first used."""
    return cast("re.Pattern[AnyStr]", _Later(source, flags))
