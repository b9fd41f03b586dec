"""Suppressions in files beside the copy, anchored by quotation, since lines move."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from numcheck.errors import nearest
from numcheck.model import Reading, Span
from numcheck.suppress.suppression import Suppression, everything
from numcheck.toml_file import TomlFile

_ENTRY_KEYS = ("rule", "quote", "document", "reason", "by", "expires")
_LONGEST_QUOTE = 1000


def from_file(path: Path, readings: Sequence[Reading]) -> Iterator[Suppression]:
    """The entries of one file, each as often as its words stand in a document it speaks of.

    Raises ConfigError for a mistake in the file and UsageError where it cannot be read.
    """
    file = TomlFile.read(path)
    table = file.parse()
    for key in table:
        if key != "ignore":
            close = nearest(key, ("ignore",))
            raise file.failure((key,), f"unknown key {key!r}; write [[ignore]] entries", close)
    entries = table.get("ignore", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise file.failure(("ignore",), "write [[ignore]] above each entry")
    for number, entry in enumerate(entries):
        yield from _entry(file, number, entry, readings)


def _entry(
    file: TomlFile, number: int, entry: Mapping[str, Any], readings: Sequence[Reading]
) -> Iterator[Suppression]:
    said = _checked(file, number, entry)
    line, _ = file.place(("ignore", number))
    matching = [
        reading
        for reading in readings
        if not said["document"] or _is_named(reading.document.id, said["document"])
    ]
    blank = Suppression(
        document=matching[0].document.id if matching else "",
        span=Span(0, 0),
        rules=said["rule"],
        reason=said["reason"],
        place=f"{file.path}:{line}",
        by=said["by"],
        expires=said["expires"],
    )
    anchored = [
        replace(blank, document=reading.document.id, span=span, at=span.start)
        for reading in matching
        for span in _quoted(reading, said["quote"])
    ]
    if anchored:
        yield from anchored
    elif matching:
        yield replace(blank, problem="the words it quotes are not in the copy any more")


def _checked(file: TomlFile, number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in entry.items():
        if key not in _ENTRY_KEYS:
            reason = f"unknown key {key!r} (known: {', '.join(_ENTRY_KEYS)})"
            raise file.failure(("ignore", number, key), reason, nearest(key, _ENTRY_KEYS))
        texts = value if key == "rule" and isinstance(value, list) else [value]
        wanted: type = dt.date if key == "expires" else str
        if not all(type(text) is wanted for text in texts):
            what = "a date like 2027-01-31" if key == "expires" else "text"
            raise file.failure(("ignore", number, key), f"{key!r} must be {what}")
    if "rule" not in entry:
        raise file.failure(("ignore", number), "the key 'rule' is missing")
    rule = entry["rule"]
    said = dict.fromkeys(_ENTRY_KEYS, "") | {"expires": None} | dict(entry)
    return said | {"rule": tuple([rule] if isinstance(rule, str) else rule)}


def _is_named(document: str, pattern: str) -> bool:
    document = document.replace("\\", "/")
    return fnmatch(document, pattern) or fnmatch(document, f"*/{pattern}")


def _quoted(reading: Reading, quote: str) -> Iterator[Span]:
    """Where the words stand, whatever the white space between them; all of it without a quote."""
    words = quote[:_LONGEST_QUOTE].split()
    if not words:
        yield everything(reading)
        return
    pattern = r"\s+".join(map(re.escape, words))
    for match in re.finditer(pattern, reading.text):
        yield Span(*match.span())
