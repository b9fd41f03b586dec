"""One input, however it came: a path, bytes from standard input, or text in hand."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from numcheck.errors import ReaderError
from numcheck.readers._encoding import Decoded, decode
from numcheck.readers._mapped import Mapped

#: Larger files are refused unless the caller raises it: an item of copy is thousands of times
#: smaller, and a mistaken path should not fill the memory.
LIMIT_BYTES = 100 * 1024 * 1024
_HEAD_BYTES = 8192


@dataclass(frozen=True)
class Source:
    """What a reader is handed. `name` is what the caller called it and findings will show."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    limit_bytes: int = LIMIT_BYTES
    columns: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def head(self) -> bytes:
        """The first 8 kB, enough to tell a format by."""
        if self.data is not None:
            return self.data[:_HEAD_BYTES]
        with self.stream() as stream:
            return stream.read(_HEAD_BYTES)

    @cached_property
    def head_text(self) -> str:
        """The first 8 kB as characters, broken ones replaced; for sniffing only."""
        if self.head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return self.head.decode("utf-16", "replace")
        return self.head.decode("utf-8-sig", "replace")

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix.lower()

    def bytes(self) -> bytes:
        """The whole content; raises ReaderError where it is larger than the limit."""
        if self.data is not None:
            data = self.data[: self.limit_bytes + 1]
        else:
            with self.stream() as stream:
                data = stream.read(self.limit_bytes + 1)
        if len(data) > self.limit_bytes:
            raise self.too_large("file")
        return data

    def too_large(self, what: str) -> ReaderError:
        megabytes = self.limit_bytes / (1024 * 1024)
        reason = f"the {what} is larger than {megabytes:.3g} MB; raise the limit (--max-megabytes)."
        return ReaderError(self.name, reason)

    def decoded(self, declared: str = "") -> Decoded:
        """The content as characters, with remarks on the decoding."""
        return decode(self.bytes(), self.name, declared)

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """The content as a binary stream, for formats that are read piece by piece."""
        if self.data is not None:
            yield io.BytesIO(self.data)
            return
        assert self.path is not None
        try:
            with self.path.open("rb") as stream:
                yield stream
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            raise ReaderError(self.name[:200], _reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, IsADirectoryError):
        return "this folder holds no copy; files are picked up by suffix (.txt, .html, .xml, …)."
    if isinstance(error, FileNotFoundError):
        return "there is no such file, or the pattern fits none; check the path."
    if isinstance(error, PermissionError):
        return "the file may not be read; check its permissions."
    said = error.strerror if isinstance(error, OSError) else error
    return f"the file could not be read ({said})."


_RARE_ENDS = str.maketrans(dict.fromkeys("\v\f\u2028\u2029", "\n"))


def with_plain_newlines(text: str) -> Mapped:
    r"""The text with "\r\n", "\r" and rarer ends as "\n", so that later stages see one kind."""
    if not text.isascii() or "\f" in text or "\v" in text:
        text = text.translate(_RARE_ENDS)
    if "\r" not in text:
        return Mapped(text)
    pieces: list[str] = []
    anchors = [(0, 0)]
    length = done = 0
    while (at := text.find("\r\n", done)) >= 0:
        pieces.append(text[done:at])
        length += at - done
        anchors.append((length, at + 1))
        done = at + 1
    pieces.append(text[done:])
    return Mapped("".join(pieces).replace("\r", "\n"), tuple(anchors))
