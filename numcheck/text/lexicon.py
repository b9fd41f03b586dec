"""The word lists, read once and only when asked for.

Every list that a person may want to edit is YAML in `numcheck/data/lexicon/<language>/`. A newsroom
keeps its own folder with files of the same names and shape: mappings are merged key by key, lists
are joined, and a word with a leading minus ("-hold") is taken out. What the lists mean is known to
the modules that use them; here they are plain data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from numcheck import data

_T = TypeVar("_T")

_own_folders: list[Path] = []
_caches: list[Callable[[], None]] = []


@cache
def lexicon(name: str, language: str = "en") -> Mapping[str, Any]:
    """One lexicon file with the newsroom's own merged in; empty if nobody has such a file.

    `lexicon("events")` is `lexicon/en/events.yaml`. Raises yaml.YAMLError if a file is no YAML.
    """
    folders = [data.HERE / "lexicon", *_own_folders]
    merged: Any = {}
    for folder in folders:
        path = folder / language / f"{name}.yaml"
        if path.is_file():
            merged = _merged(merged, _parse(path))
    return merged if isinstance(merged, Mapping) else {}


def extend(folder: Path) -> None:
    """Read word lists from this folder, too, from now on: `folder/en/events.yaml` and so on."""
    if folder not in _own_folders:
        _own_folders.append(folder)
        forget()


def forget() -> None:
    """Drop everything made from the lists, as after a change of them."""
    lexicon.cache_clear()
    for clear in _caches:
        clear()


def compiled(make: Callable[[], _T]) -> Callable[[], _T]:
    """A function without arguments that is run once, and again after `extend`."""
    kept = cache(make)
    on_change(kept.cache_clear)
    return kept


def on_change(clear: Callable[[], None]) -> None:
    """Have something made from the lists cleared when a newsroom's own are added."""
    _caches.append(clear)


def _parse(path: Path) -> Any:
    return data.kept(path, "lexicon", data.from_yaml)


def _merged(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        both = {key: _merged(ours[key], theirs[key]) for key in ours.keys() & theirs.keys()}
        return {**ours, **theirs, **both}
    if isinstance(ours, list) and isinstance(theirs, list):
        out = {word[1:] for word in theirs if isinstance(word, str) and word.startswith("-")}
        added = [word for word in theirs if not (isinstance(word, str) and word[:1] == "-")]
        return [word for word in ours if word not in out] + added
    return theirs
