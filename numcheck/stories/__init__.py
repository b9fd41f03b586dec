"""Which documents tell one story, and which of their claims speak of the same thing.

Every module of this package whose name has no underscore in front is a kind of link across
documents (`KIND`, `find(story, options)`), as in `numcheck.links`. They stand on three folders,
each of which knows only those named before it: `_documents` (which documents tell one story),
`_telling` (what one document tells) and `_comparing` (whether two of its claims are one).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from numcheck.model import Link, LinkKind, Story
from numcheck.registry import Registry
from numcheck.stories._documents.grouping import group
from numcheck.stories._documents.marks import by_folder

__all__ = ["REGISTRY", "StoryLinkModule", "by_folder", "find", "group", "load"]

REGISTRY = Registry(__name__, __file__, "numcheck.stories")


class StoryLinkModule(Protocol):
    """What a module of a story-wide link kind offers."""

    KIND: LinkKind

    def find(self, story: Story, options: Mapping[str, Any]) -> Iterable[Link]:
        """The links of this kind across the documents of one story."""


def load(kind: str) -> StoryLinkModule:
    """The module of one kind, imported when first asked for. Raises KeyError if there is none."""
    module: StoryLinkModule = REGISTRY.load(kind)
    return module


def find(kind: str, story: Story, options: Mapping[str, Any] | None = None) -> list[Link]:
    """All links of one kind in a story; options left out take their defaults."""
    module = load(kind)
    return list(module.find(story, {**module.KIND.options, **(options or {})}))
