"""JSON whose strings know where in the file they stand."""

from __future__ import annotations

import json
import re
from json import decoder, scanner
from typing import Any

from numcheck.errors import ReaderError
from numcheck.patterns import pattern
from numcheck.readers._mapped import Mapped

_ESCAPE = pattern(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)


class Placed(str):
    """A string of a JSON text; `start` and `end` are those of its literal, without the quotes."""

    start: int
    end: int


def _place_string(text: str, at: int, strict: bool = False) -> tuple[str, int]:
    value, end = decoder.scanstring(text, at, strict)  # type: ignore[attr-defined]
    placed = Placed(value)
    placed.start, placed.end = at, end - 1
    return placed, end


class _Decoder(json.JSONDecoder):
    """The standard decoder with its own hook for strings; the one written in C has none."""

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _place_string
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]


def load(text: str, name: str) -> Any:
    """The value of a JSON text, its strings placed; raises ReaderError with line and column."""
    try:
        return _Decoder().decode(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReaderError(name, f"the JSON is broken at {place}: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise ReaderError(name, "the JSON is nested too deeply or holds a huge number.") from error


def mapped(value: object, whole: Mapped) -> Mapped:
    """A string of a JSON text with its way back to the file; what is no string is empty."""
    if not isinstance(value, Placed):
        return Mapped("")
    return whole.slice(value.start, value.end).replaced(_ESCAPE, _unescaped)


def _unescaped(match: re.Match[str]) -> str:
    return whole_characters(str(json.loads(f'"{match[0]}"', strict=False)))


def whole_characters(text: str) -> str:
    """The text with halves of characters, which no terminal can print, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def said(value: object) -> str:
    """A value of a JSON text as plain words: strings and numbers; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return whole_characters(str(value))
