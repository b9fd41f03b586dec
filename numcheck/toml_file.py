"""TOML with places: settings and suppression files whose mistakes are shown where they are.

`tomllib` keeps no places, so a key is looked for again in the lines when a message needs it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from numcheck.errors import ConfigError, UsageError, excerpt
from numcheck.patterns import pattern

# A key at the start of a line, bare or quoted; or the header of a table.
_LINE = pattern(
    r"""[ \t]*(?:\[\[(?P<item>[^\]]+)\]\]|\[(?P<table>[^\]]+)\]|(?P<key>[\w.\-"'*/ ]+?)[ \t]*=)"""
)


@dataclass(frozen=True)
class TomlFile:
    """A TOML text under the name it is called by; `prefix` is the table that is meant in it."""

    path: str
    text: str
    prefix: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Self:
        """The file at `path`. Raises UsageError where it cannot be read."""
        try:
            return cls(shown(path), path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise UsageError(f"{path}: must be UTF-8 text") from None
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from None

    def parse(self) -> dict[str, Any]:
        """Its tables. Raises ConfigError with the place of a mistake."""
        import tomllib

        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
            place = re.search(r"\(at line (\d+), column (\d+)\)", message)
            line, column = (int(place[1]), int(place[2])) if place else (1, 1)
            reason = f"not TOML: {message.split(' (at ')[0]}"
            lines = excerpt(self.text, line)
            raise ConfigError(self.path, line, column, reason, lines) from None
        except RecursionError:
            raise ConfigError(self.path, 1, 1, "values are nested too deeply") from None

    def failure(self, path: Sequence[str | int], reason: str, close: str = "") -> ConfigError:
        """An error at the key that `path` leads to; a number is the place in a list of tables."""
        line, column = self.place(path)
        return ConfigError(self.path, line, column, reason, excerpt(self.text, line), close)

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column of a key, or of the deepest table around it."""
        wanted = [*self.prefix, *path]
        best, place = 0, (1, 1)
        for line, column, found in self._keys():
            first_item = found[-1:] == [0] and found[:-1] == wanted
            if (found == wanted[: len(found)] or first_item) and len(found) > best:
                best, place = len(found), (line, column)
        return place

    def _keys(self) -> Iterator[tuple[int, int, list[str | int]]]:
        table: list[str | int] = []
        items: Counter[str] = Counter()
        for number, line in enumerate(self.text.splitlines(), start=1):
            match = _LINE.match(line)
            if match is None:
                continue
            kind = str(match.lastgroup)
            found = _parts(match[kind].strip())
            if kind == "item":
                table = [*found, items[match[kind]]]
                items[match[kind]] += 1
            elif kind == "table":
                table = found
            here = [*table, *found] if kind == "key" else table
            yield number, match.start(kind) + 1, here


def shown(path: Path) -> str:
    """The path as people know it: from the current folder, where it is below it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _parts(dotted: str) -> list[str | int]:
    if dotted[:1] in "\"'":
        return [dotted.strip("\"'")]
    return [part.strip(" \"'") for part in dotted.split(".")]
