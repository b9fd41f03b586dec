"""Members of zip archives, with limits: a small file must not unpack into a huge one."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from numcheck.errors import ReaderError
from numcheck.readers._elements import Element
from numcheck.readers._encoding import decode
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._source import Source

#: XML packs to a tenth or a twentieth of its size; one that packs a thousandfold was built to hurt.
_MAX_RATIO = 200
_SURELY_SMALL = 1024 * 1024
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


@dataclass
class Archive:
    """The members of one zip archive, read when asked for."""

    source: Source

    def __post_init__(self) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.source.bytes()))
        except _FAULTS as error:
            reason = f"the file is damaged or no {self.source.suffix or 'zip'} file ({error})."
            raise ReaderError(self.source.name, reason) from error
        self._names = set(self._zip.namelist())

    def tree(self, member: str) -> Element | None:
        """The XML of a member; None if there is no such member."""
        if member not in self._names:
            return None
        text = decode(self._read(member), self.source.name).text
        return parse(Mapped(text), xml=True).root

    def _read(self, member: str) -> bytes:
        info = self._zip.getinfo(member)
        allowed = min(self.source.limit_bytes, max(_SURELY_SMALL, info.compress_size * _MAX_RATIO))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(allowed + 1)
        except _FAULTS as error:
            reason = f"the part {member} is damaged or locked ({error})."
            raise ReaderError(self.source.name, reason) from error
        if len(data) > allowed:
            reason = f"the part {member} unpacks to far more than a document holds; not read."
            raise ReaderError(self.source.name, reason)
        return data
