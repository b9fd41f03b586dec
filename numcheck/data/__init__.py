"""Where the shipped data lies: lexicons, unit tables, rules. Data only; readers are elsewhere."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def rules_folder() -> Path:
    """The folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    inside = HERE / "rules"
    return inside if inside.is_dir() else HERE.parent.parent / "rules"


def kept(path: Path, kind: str, make: Callable[[bytes], Any]) -> Any:
    """What `make` makes of a file's bytes, kept from one run to the next for shipped files.

    It must be plain: texts, numbers, lists, tuples, dictionaries, sets. Kept as Python keeps
    compiled modules, in `__pycache__` beside the file, made again when the file changes, and not
    at all where Python is told to write no bytecode or the folder is not ours to write in.
    Reading 100 YAML files costs 80 ms, reading what was made of them 5.
    """
    if not (path.is_relative_to(HERE) or path.is_relative_to(rules_folder())):
        return make(path.read_bytes())
    store = path.parent / "__pycache__" / f"{path.name}.{kind}.{sys.implementation.cache_tag}.bin"
    stamp = _stamp(path)
    found = _kept(store)
    if found is not None and found[0] == stamp:
        return found[1]
    value = make(path.read_bytes())
    if not sys.dont_write_bytecode:
        _keep(store, (stamp, value))
    return value


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _kept(store: Path) -> Any:
    try:
        return marshal.loads(store.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _keep(store: Path, value: Any) -> None:
    # Written aside and moved into place, so that no other process reads half of it.
    aside = store.with_name(f"{store.name}.{os.getpid()}")
    try:
        store.parent.mkdir(exist_ok=True)
        aside.write_bytes(marshal.dumps(value))
        aside.replace(store)
    except (OSError, ValueError):  # a read-only folder, or a value that is not plain
        aside.unlink(missing_ok=True)
