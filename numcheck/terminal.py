"""What the terminal at the other end can show. The command line asks; reporters are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any


def wants_color(choice: str, stream: IO[Any], environ: Mapping[str, str]) -> bool:
    """Should there be colours? `choice` is "always", "never" or "auto".

    With "auto", NO_COLOR wins over FORCE_COLOR, and both over what the stream is.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def columns(stream: IO[Any]) -> int:
    """Columns of the terminal, 100 where the stream is none (so that logs do not vary)."""
    if not stream.isatty():
        return 100
    from shutil import get_terminal_size  # brings bz2 and lzma, which pipes need not pay for

    return get_terminal_size((100, 24)).columns
