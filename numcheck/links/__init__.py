"""Relations between the claims of one document: a folder a family, one module a kind of link.

`part-of` lives in `parts/part_of.py`, which defines `KIND` (what rules may rely on) and
`find(reading, options)`. A module may say, as `NEEDS`, what copy it has nothing to find in; `find`
is not called on such copy. Other packages add kinds under the entry point group `numcheck.links`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from numcheck.model import Link, LinkKind, Reading
from numcheck.registry import Registry

REGISTRY = Registry(__name__, __file__, "numcheck.links", families=True)


class LinkModule(Protocol):
    """What a module of a link kind offers."""

    KIND: LinkKind

    def find(self, reading: Reading, options: Mapping[str, Any]) -> Iterable[Link]:
        """The links of this kind in one document, in order of their first place."""


def load(kind: str) -> LinkModule:
    """The module of one kind, imported when first asked for. Raises KeyError if there is none."""
    module: LinkModule = REGISTRY.load(kind)
    return module


def find(kind: str, reading: Reading, options: Mapping[str, Any] | None = None) -> list[Link]:
    """All links of one kind in a document; options left out take their defaults."""
    module = load(kind)
    needs = getattr(module, "NEEDS", None)
    if needs is not None and not needs.met_by(reading):
        return []
    return list(module.find(reading, {**module.KIND.options, **(options or {})}))
