"""Modules found by name: how a new link kind or format becomes one new file.

A registry stands for a package whose modules each are one member ("part-of" lives in
`part_of.py`); other distributions add members under an entry point group. Members may be sorted
into families, a folder each (`parts/part_of.py`). Modules and folders whose name starts with an
underscore serve the members and are none. A member is imported when asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Registry:
    """The members of one package and of one entry point group, by name."""

    def __init__(self, package: str, file: str, group: str, *, families: bool = False) -> None:
        """`families`: a folder of the package holds members and is none itself."""
        self._package = package
        self._families = families
        self._folder = str(Path(file).parent)
        self._group = group
        self._loaded: dict[str, Any] = {}

    @cached_property
    def shipped(self) -> tuple[str, ...]:
        """The names that the package itself holds, in order, none of them imported."""
        return tuple(sorted(self._modules))

    @cached_property
    def _modules(self) -> dict[str, str]:
        """Where each member lies, by its name."""
        return {
            module.rpartition(".")[2].replace("_", "-"): module
            for module in _members(self._package, self._folder, self._families)
        }

    @cached_property
    def _plugins(self) -> dict[str, EntryPoint]:
        return plugins(self._group)

    def __contains__(self, name: object) -> bool:
        return name in self.shipped or name in self._plugins

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the package's own and those of other distributions."""
        return tuple(sorted({*self.shipped, *self._plugins}))

    def load(self, name: str) -> ModuleType | Any:
        """The member of that name. Raises KeyError if there is none."""
        if name in self._loaded:
            return self._loaded[name]
        module = self._loaded[name] = self._load(name)
        return module

    def _load(self, name: str) -> ModuleType | Any:
        if name in self._modules:
            return importlib.import_module(self._modules[name])
        return self._plugins[name].load()


def _members(package: str, folder: str, families: bool) -> Iterator[str]:
    """The full names of the modules that are members, in a package or in its families."""
    for _, name, is_folder in pkgutil.iter_modules([folder]):
        if name[0] == "_":
            continue
        if is_folder and families:
            yield from _members(f"{package}.{name}", str(Path(folder, name)), families=False)
        else:
            yield f"{package}.{name}"


@cache
def plugins(group: str) -> dict[str, EntryPoint]:
    """What other distributions offer under an entry point group, by name."""
    if not _announced():
        return {}
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=group)}


@cache
def _announced() -> bool:
    """Does any installed distribution speak of numcheck in its entry points?

    `importlib.metadata` costs 20 ms to import (it brings `email` and `zipfile`), and most machines
    have no plugin; a look into the `entry_points.txt` files costs one.
    """
    for entry in sys.path:
        folder = Path(entry or ".")
        if folder.is_file():  # a zip archive: leave it to importlib
            return True
        for file in folder.glob("*.dist-info/entry_points.txt"):
            if b"[numcheck." in file.read_bytes():
                return True
    return False
