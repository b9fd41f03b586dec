"""From what was typed to documents: files, folders, patterns, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from numcheck import readers
from numcheck.errors import ReaderError, UsageError
from numcheck.model import Document, Unread
from numcheck.session import matches

STDIN = "-"


@dataclass
class Inputs:
    """What was typed: paths to read, and how. `unread` fills while the documents are drawn.

    `among` is a file that lists files, one a line: of `paths`, only those are read.
    """

    paths: Sequence[str]
    stdin_name: str = ""
    input_format: str | None = None
    exclude: Sequence[str] = ()
    among: str | None = None
    columns: Mapping[str, str] | None = None
    limit_bytes: int = readers.LIMIT_BYTES
    unread: list[Unread] = field(default_factory=list)

    def documents(self) -> Iterator[Document]:
        """Everything at the paths, one by one; what cannot be read is noted and passed over."""
        for path in self._files():
            try:
                # Of a corpus with a fault, the documents before it are kept.
                yield from self._read(path)
            except ReaderError as error:
                self.unread.append(Unread(error.source, error.reason))

    def _files(self) -> Iterator[str]:
        listed = None if self.among is None else _listed(Path(self.among))
        for path in readers.walk(list(self.paths)):
            if path not in self.paths and matches(path, self.exclude):
                continue
            if listed is None or Path(path).absolute() in listed:
                yield path

    def _read(self, path: str) -> Iterator[Document]:
        limit, columns = self.limit_bytes, self.columns
        if path != STDIN:
            return readers.read(path, self.input_format, limit_bytes=limit, columns=columns)
        data = _standard_input(limit + 1)
        name = self.stdin_name or STDIN
        return readers.read_bytes(data, name, self.input_format, limit_bytes=limit, columns=columns)


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
