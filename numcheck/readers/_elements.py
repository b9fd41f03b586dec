"""The tree of a marked-up file: elements, remarks, and texts that know their place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from numcheck.readers._mapped import Mapped, joined


def names(words: str) -> frozenset[str]:
    """A set of element names, written as words."""
    return frozenset(words.split())


@dataclass(slots=True)
class Remark:
    """A comment of the file."""

    text: str
    start: int


@dataclass(slots=True)
class Element:
    """One element. `name` is lower-case and without `prefix`; attribute names likewise."""

    name: str
    attributes: dict[str, str]
    start: int
    prefix: str = ""
    children: list[Element | Mapped | Remark] = field(default_factory=list)

    def get(self, attribute: str, default: str = "") -> str:
        return self.attributes.get(attribute, default).strip()

    def elements(self) -> Iterator[Element]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Element))

    def iter(self, *names: str) -> Iterator[Element]:
        """This element and all inside it, in order; those of the given names, if any are."""
        stack = [self]
        while stack:
            element = stack.pop()
            if not names or element.name in names:
                yield element
            stack.extend(reversed(list(element.elements())))

    def outermost(self, *names: str) -> Iterator[Element]:
        """The elements of these names inside, but none that is inside another of them."""
        stack = list(reversed(list(self.elements())))
        while stack:
            element = stack.pop()
            if element.name in names:
                yield element
            else:
                stack.extend(reversed(list(element.elements())))

    def find(self, *names: str) -> Element | None:
        """The first element of these names, here or inside."""
        return next(self.iter(*names), None)

    def content(self) -> Mapped:
        """All text inside, as it stands."""
        return joined(_texts(self))

    def words(self) -> str:
        """All text inside with single spaces."""
        return " ".join(self.content().text.split())


def _texts(element: Element) -> Iterator[Mapped]:
    stack: list[Element | Mapped | Remark] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, Mapped):
            yield node
        elif isinstance(node, Element) and (node.name != "script" or node is element):
            stack.extend(reversed(node.children))


def words_of(element: Element | None) -> str:
    """The text of an element that may be missing."""
    return element.words() if element is not None else ""


@dataclass
class Tree:
    """The outcome of parsing: a root named "" and what was wrong with the markup."""

    root: Element
    faults: list[tuple[str, int]] = field(default_factory=list)
