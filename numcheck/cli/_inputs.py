"""From what was typed to documents: files, folders, patterns, standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from numcheck import readers
from numcheck.errors import ReaderError, UsageError
from numcheck.model import Document, Unread
from numcheck.session import matches

STDIN = "-"


@dataclass
class Inputs:
    """Documents in the order of their files, and what could not be read."""

    documents: list[Document] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def gather(
    paths: Sequence[str],
    *,
    stdin_name: str = "",
    input_format: str | None = None,
    exclude: Sequence[str] = (),
    among: str | None = None,
    columns: Mapping[str, str] | None = None,
    limit_bytes: int = readers.LIMIT_BYTES,
) -> Inputs:
    """Read everything at `paths`; what cannot be read is noted and the rest still read.

    `among` is a file that lists files, one a line: of `paths`, only those are read.
    """
    inputs = Inputs()
    listed = None if among is None else _listed(Path(among))
    for path in readers.walk(list(paths)):
        if path not in paths and matches(path, exclude):
            continue
        if listed is not None and Path(path).absolute() not in listed:
            continue
        try:
            if path == STDIN:
                data = _standard_input(limit_bytes + 1)
                name = stdin_name or STDIN
                read = readers.read_bytes(
                    data, name, input_format, limit_bytes=limit_bytes, columns=columns
                )
            else:
                read = readers.read(path, input_format, limit_bytes=limit_bytes, columns=columns)
            # One by one: of a corpus with a fault, the documents before it are kept.
            for document in read:
                inputs.documents.append(document)
        except ReaderError as error:
            inputs.unread.append(Unread(error.source, error.reason))
    return inputs


def _listed(file: Path) -> set[Path]:
    try:
        lines = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or 'cannot be read'}") from None
    return {Path(line).absolute() for line in lines if line}


def _standard_input(most_bytes: int) -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise ReaderError(STDIN, "standard input is closed; give a file or pipe copy in.")
    return sys.stdin.buffer.read(most_bytes)
