"""YAML with places: a rule file as a tree in which every word knows its line and column.

Nothing is constructed from the file: PyYAML's C parser gives nodes, and what a plain scalar means
is decided here, by YAML 1.2's short list. `12:30`, `no` and `2020-09-14` are therefore texts,
`1e3` is a number, and where text is wanted (`flags: [84]`) a scalar is taken as it is written.
Duplicate keys, aliases, tags and second documents are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from numcheck.data import yaml_loader
from numcheck.errors import DataError, RuleError, excerpt
from numcheck.patterns import pattern
from numcheck.values import frozen

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

MAX_CHARS = 200_000
MAX_DEPTH = 12

_INTEGER = pattern(r"[-+]?\d{1,18}")
_FLOAT = pattern(r"[-+]?(?:\d{1,18}\.?\d{0,18}|\.\d{1,18})(?:[eE][-+]?\d{1,3})?")
_WORDS: Mapping[str, bool | None] = {
    "": None, "~": None, "null": None, "true": True, "false": False,
}  # fmt: skip
# Block scalars carry their text on the lines below the one that the parser names.
_BLOCK_STYLES = frozenset({"|", ">"})


@frozen
class Node:
    """A place in the file. `line` and `column` count from 1."""

    line: int
    column: int


@frozen
class Scalar(Node):
    """One value; `one_line` says that offsets into `text` are offsets on its line."""

    text: str
    plain: bool = True
    one_line: bool = True

    @property
    def value(self) -> str | int | float | bool | None:
        """The value by YAML 1.2: only plain scalars may be anything but text."""
        if not self.plain:
            return self.text
        if self.text in _WORDS:
            return _WORDS[self.text]
        if _INTEGER.fullmatch(self.text):
            return int(self.text)
        return float(self.text) if _FLOAT.fullmatch(self.text) else self.text


@frozen
class Items(Node):
    """A list."""

    items: tuple[Node, ...]


@frozen
class Fields(Node):
    """A mapping; `keys` holds the places of its keys."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Scalar]


@dataclass
class Problem(Exception):
    """Something wrong inside one value, `offset` characters from its start.

    Raised where the file is not known (expressions, templates, filters) and turned into an error
    with a place by `Source.placed`.
    """

    reason: str
    offset: int = 0
    nearest: str = ""


@frozen
class Source:
    """A file's text with its name, which turns problems into errors that show the place."""

    path: str
    text: str
    error: type[DataError] = RuleError

    def failure(self, at: Node, reason: str, nearest_word: str = "") -> DataError:
        return self.failure_at(at.line, at.column, reason, nearest_word)

    def failure_at(self, line: int, column: int, reason: str, nearest_word: str = "") -> DataError:
        return self.error(self.path, line, column, reason, excerpt(self.text, line), nearest_word)

    def fail(self, at: Node, reason: str, nearest_word: str = "") -> NoReturn:
        raise self.failure(at, reason, nearest_word)

    def placed(self, at: Node, problem: Problem) -> DataError:
        offset = problem.offset if isinstance(at, Scalar) and at.one_line else 0
        column = at.column + offset + (isinstance(at, Scalar) and not at.plain and at.one_line)
        return self.failure_at(at.line, column, problem.reason, problem.nearest)

    def read(self) -> Node:
        """The file as a tree; raises this source's error for anything that is not plain YAML."""
        if len(self.text) > MAX_CHARS:
            raise self.failure_at(1, 1, f"the file is longer than {MAX_CHARS:,} characters")
        self._refuse_deep_nesting()
        import yaml  # 15 ms that a run with kept rules does not pay

        try:
            root = yaml.compose(self.text, Loader=yaml_loader())
        except yaml.MarkedYAMLError as error:
            raise self._syntax_failure(error) from None
        except yaml.YAMLError as error:
            raise self.failure_at(1, 1, " ".join(str(error).split())) from None
        except RecursionError:
            raise self.failure_at(1, 1, "values are nested too deeply") from None
        if root is None:
            raise self.failure_at(1, 1, "the file is empty")
        return self._convert(root, set(), 0)

    def _refuse_deep_nesting(self) -> None:
        # The C parser recurses once per bracket, outside Python's recursion limit.
        if self.text.count("[") + self.text.count("{") < 500:
            return
        depth = 0
        for at, char in enumerate(self.text):
            if char in "[{":
                depth += 1
                if depth >= 500:
                    line = self.text.count("\n", 0, at) + 1
                    raise self.failure_at(line, 1, "values are nested too deeply")
            elif char in "]}":
                depth = max(0, depth - 1)

    def _syntax_failure(self, error: MarkedYAMLError) -> DataError:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = error.problem or error.context or "not YAML"
        if "single document" in (error.context or ""):
            reason = "one file holds one rule; '---' starts a second document"
        return self.failure_at(line, column, f"not YAML: {reason}")

    def _convert(self, node: Any, seen: set[int], depth: int) -> Node:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        here = Node(line, column)
        if id(node) in seen:
            self.fail(here, "aliases (*name) are not used here; write the value out")
        if depth > MAX_DEPTH:
            self.fail(here, "values are nested too deeply")
        if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
            self.fail(here, f"tags are not used here: {node.tag}")
        seen.add(id(node))
        if node.id == "scalar":
            one_line = node.end_mark.line == node.start_mark.line
            below = node.style in _BLOCK_STYLES
            return Scalar(line, column, node.value, not node.style, one_line and not below)
        if node.id == "sequence":
            items = tuple(self._convert(child, seen, depth + 1) for child in node.value)
            return Items(line, column, items)
        return self._fields(node, here, seen, depth)

    def _fields(self, node: Any, here: Node, seen: set[int], depth: int) -> Fields:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        for key_node, value_node in node.value:
            key = self._convert(key_node, seen, depth + 1)
            if not isinstance(key, Scalar):
                self.fail(key, "a key must be a word")
            if key.text in entries:
                first = keys[key.text].line
                self.fail(key, f"{key.text!r} is given twice (first in line {first})")
            keys[key.text] = key
            entries[key.text] = self._convert(value_node, seen, depth + 1)
        return Fields(here.line, here.column, entries, keys)


def packed(node: Node) -> Any:
    """A tree as plain tuples, lists and dictionaries; `unpacked` gives it back."""
    if isinstance(node, Scalar):
        return node.line, node.column, node.text, node.plain, node.one_line
    if isinstance(node, Items):
        return node.line, node.column, [packed(item) for item in node.items]
    assert isinstance(node, Fields)
    pairs = {name: (packed(node.keys[name]), packed(value)) for name, value in node.entries.items()}
    return node.line, node.column, pairs


def unpacked(plain: Any) -> Node:
    """The tree that `packed` took apart."""
    line, column, value, *flags = plain
    if isinstance(value, str):
        return Scalar(line, column, value, *flags)
    if isinstance(value, list):
        return Items(line, column, tuple(unpacked(item) for item in value))
    entries = {name: unpacked(entry) for name, (_, entry) in value.items()}
    keys: Any = {name: unpacked(key) for name, (key, _) in value.items()}
    return Fields(line, column, entries, keys)
