"""Where the shipped data lies: lexicons, unit tables, rules. Data only; readers are elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from numcheck import store

HERE = Path(__file__).parent


def rules_folder() -> Path:
    """The folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    inside = HERE / "rules"
    return inside if inside.is_dir() else HERE.parent.parent / "rules"


def kept(path: Path, kind: str, make: Callable[[bytes], Any]) -> Any:
    """What `make` makes of a file's bytes, kept from one run to the next for shipped files.

    It must be plain (see `store`), and is made again when the file changes. Reading 100 YAML files
    costs 80 ms, reading what was made of them 5.
    """
    if not (path.is_relative_to(HERE) or path.is_relative_to(rules_folder())):
        return make(path.read_bytes())
    kept_in, stamp = store.place(path, kind), _stamp(path)
    found = store.load(kept_in)
    if found is not None and found[0] == stamp:
        return found[1]
    value = make(path.read_bytes())
    store.save(kept_in, (stamp, value))
    return value


def from_yaml(content: bytes | str) -> Any:
    """What a YAML file says, as plain values."""
    import yaml

    return yaml.load(content, Loader=yaml_loader())


def yaml_loader() -> Any:
    """The safe loader of PyYAML: that of libyaml, ten times faster, where its build has it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
