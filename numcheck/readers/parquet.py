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
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        reason = "Parquet needs pyarrow; install it with: pip install 'numcheck[parquet]'."
        raise ReaderError(source.name, reason) from error
    with source.stream():
        pass  # a missing file is told of in the same words for every format
    try:
        file = pq.ParquetFile(source.path if source.data is None else io.BytesIO(source.data))
        columns = find_columns(list(file.schema_arrow.names), source)
        number, naming = 0, Naming(source)
        wanted = list(dict.fromkeys(columns.values()))
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                told = {role: Mapped(_words(row[name])) for role, name in columns.items()}
                if told["text"].text.strip():
                    yield document(source, naming, told, (0,), number)
    except (pa.ArrowException, OSError) as error:
        raise ReaderError(source.name, f"the Parquet file is damaged ({error}).") from error


def _words(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return said(value)
