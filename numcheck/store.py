"""Plain values kept from one run to the next, as Python keeps compiled modules.

They lie in `__pycache__` beside what they were made of and may be deleted at any time. Where Python
is told to write no bytecode, or the folder is not ours to write in, nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path
from typing import Any


def place(path: Path, kind: str) -> Path:
    """Where what is made of a file is kept, for this version of Python."""
    name = f"{path.name}.{kind}.{sys.implementation.cache_tag}.bin"
    return path.parent / "__pycache__" / name


def may_save(file: Path) -> bool:
    """Would `save` keep anything there? Asked where making the value is dear."""
    folder = file.parent if file.parent.is_dir() else file.parent.parent
    return not sys.dont_write_bytecode and os.access(folder, os.W_OK)


def load(file: Path) -> Any:
    """The value kept there; None if there is none that can be read."""
    try:
        return marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def save(file: Path, value: Any) -> None:
    """Keep a value of texts, bytes, numbers, lists, tuples, dictionaries and sets."""
    if sys.dont_write_bytecode:
        return
    # Written aside and moved into place, so that no other process reads half of it.
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        aside.write_bytes(marshal.dumps(value))
        aside.replace(file)
    except (OSError, ValueError):  # a read-only folder, or a value that is not plain
        aside.unlink(missing_ok=True)
