"""What every part of a rule file is read with: one value asked for, its mistake shown in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from numcheck.errors import nearest
from numcheck.rules.source import Fields, Items, Node, Scalar, Source


class FieldsReader:
    """Reads the keys of one mapping; what is not as it should be raises a RuleError."""

    def __init__(self, source: Source, root: Fields) -> None:
        self.source = source
        self.root = root

    def scalar(self, key: str, node: Node | None = None) -> Scalar:
        """The value of a key, or this one; it must be a text that says something."""
        node = self.root.entries[key] if node is None else node
        if not isinstance(node, Scalar):
            self.source.fail(node, f"{key!r} must be a text")
        if not node.text.strip():
            self.source.fail(node, f"{key!r} is empty")
        return node

    def line(self, key: str) -> str:
        """A text as one line, whatever lines it was written in."""
        return " ".join(self.scalar(key).text.split())

    def choice(self, key: str, valid: tuple[str, ...], node: Node | None = None) -> str:
        """A text that must be one of these."""
        scalar = self.scalar(key, node)
        if scalar.text not in valid:
            reason = f"{key!r} must be one of {', '.join(valid)}, not {scalar.text!r}"
            self.source.fail(scalar, reason, nearest(scalar.text, valid))
        return scalar.text

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a list; one value may stand for a list of one."""
        node = self.root.entries.get(key)
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return ()
        return node.items if isinstance(node, Items) else (node,)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.scalar(key, item).text for item in self.nodes(key))

    def check_keys(self, node: Fields, known: Collection[str], needed: Iterable[str] = ()) -> None:
        """Has a mapping only keys that are known, and those that are needed?"""
        for name, key in node.keys.items():
            if name not in known:
                reason = f"unknown key {name!r} (known: {', '.join(known) or 'none'})"
                self.source.fail(key, reason, nearest(name, known))
        for name in needed:
            if name not in node.entries:
                self.source.fail(node, f"the key {name!r} is missing")
