"""Parquet corpora, streamed in batches by pyarrow (the extra `numcheck[parquet]`).

A row has no line: places are the row's number and the offset in its text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.readers._corpus import Naming, document, find_columns
from numcheck.readers._json import said
from numcheck.readers._mapped import Mapped
from numcheck.readers._source import Source

SUFFIXES = (".parquet", ".pq")
_BATCH_ROWS = 256


def sniff(head: str) -> bool:
    """Does the file begin with Parquet's mark?"""
    return head.startswith("PAR1")


def read(source: Source) -> Iterator[Document]:
    """Every row as a document."""
    with source.stream():
        pass  # a missing file is told of in the same words for every format
    naming = Naming(source)
    for number, row in enumerate(_rows(source), 1):
        told = {role: Mapped(_words(value)) for role, value in row.items()}
        if told["text"].text.strip():
            yield document(source, naming, told, (0,), number)


def _rows(source: Source) -> Iterator[dict[str, Any]]:
    """The rows of a file, their values by role."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        reason = "Parquet needs pyarrow; install it with: pip install 'numcheck[parquet]'."
        raise ReaderError(source.name, reason) from error
    try:
        file = pq.ParquetFile(source.path if source.data is None else io.BytesIO(source.data))
        columns = find_columns([str(name) for name in file.schema_arrow.names], source)
        wanted = list(dict.fromkeys(columns.values()))
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=wanted):
            for row in batch.to_pylist():
                yield {role: row[name] for role, name in columns.items()}
    except ReaderError:
        raise
    # pyarrow raises what a damaged file leads it to: its own errors, OSError, UnicodeDecodeError.
    except Exception as error:
        said = " ".join(str(error).split())[:200]
        raise ReaderError(source.name, f"the Parquet file is damaged ({said}).") from error


def _words(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, bytes):  # a column that was written without its type
        return value.decode("utf-8", "replace")
    return said(value)
