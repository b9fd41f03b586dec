"""Relations between the claims of one document: one module a kind of link.

`part-of` lives in `part_of.py`, which defines `KIND` (what rules may rely on) and
`find(reading, options)`. Modules are found by name, so a new kind is a new file; other packages
add theirs under the entry point group `numcheck.links`. Modules whose name starts with an
underscore serve the kinds and are none.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol, cast

from numcheck.model import Link, LinkKind, Reading


class LinkModule(Protocol):
    """What a module of a link kind offers."""

    KIND: LinkKind

    def find(self, reading: Reading, options: Mapping[str, Any]) -> Iterable[Link]:
        """The links of this kind in one document, in order of their first place."""


@cache
def names() -> tuple[str, ...]:
    """The kinds that ship with numcheck, by name, without importing any of them."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@cache
def _plugins() -> Mapping[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group="numcheck.links")}


@cache
def load(kind: str) -> LinkModule | None:
    """The module of one kind, imported when first asked for; None if there is no such kind."""
    if kind in names():
        return cast(LinkModule, importlib.import_module(f"{__name__}.{kind.replace('-', '_')}"))
    point = _plugins().get(kind)
    return None if point is None else cast(LinkModule, point.load())


def find(kind: str, reading: Reading, options: Mapping[str, Any] | None = None) -> list[Link]:
    """All links of one kind in a document; options left out take their defaults.

    Raises KeyError if there is no such kind: rules are checked for that when they are loaded.
    """
    module = load(kind)
    if module is None:
        raise KeyError(kind)
    return list(module.find(reading, {**module.KIND.options, **(options or {})}))
