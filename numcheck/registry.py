"""Modules found by name: how a new link kind or format becomes one new file.

A registry stands for a package whose modules each are one member ("part-of" lives in
`part_of.py`); other distributions add members under an entry point group. Modules whose name
starts with an underscore serve the members and are none. A member is imported when asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any


class Registry:
    """The members of one package and of one entry point group, by name."""

    def __init__(self, package: str, file: str, group: str) -> None:
        self._package = package
        self._folder = str(Path(file).parent)
        self._group = group

    @cached_property
    def shipped(self) -> tuple[str, ...]:
        """The names that the package itself holds, in order, none of them imported."""
        modules = (module.name for module in pkgutil.iter_modules([self._folder]))
        return tuple(sorted(name.replace("_", "-") for name in modules if name[0] != "_"))

    @cached_property
    def _plugins(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=self._group)}

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the package's own and those of other distributions."""
        return tuple(sorted({*self.shipped, *self._plugins}))

    def load(self, name: str) -> ModuleType | Any:
        """The member of that name. Raises KeyError if there is none."""
        if name in self.shipped:
            return importlib.import_module(f"{self._package}.{name.replace('-', '_')}")
        return self._plugins[name].load()
