"""`where` and `unless`: plain data that says which links a rule looks at.

A condition names a value (`part.event`, a fact, for `for: claim` a bare field) and what it must
be: a value, a list of values, or a range `{min, max}`. `near` asks for words in the sentence of
the primary claim; a word may end in `*`. Unknown values meet no condition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from typing import Any

from numcheck.errors import nearest
from numcheck.patterns import pattern
from numcheck.rules.functions import interval, is_number
from numcheck.rules.names import CHOICES, CLAIM, Scope, Vocabulary, is_many
from numcheck.rules.source import Fields, Items, Node, Problem, Scalar, Source
from numcheck.values import frozen

Test = Callable[[Any], bool]
_RANGE_ENDS = ("min", "max")


@frozen
class Condition:
    """One line of a filter."""

    path: str
    read: Callable[[Scope], Any] = field(compare=False, repr=False)
    test: Test = field(compare=False, repr=False)

    def holds(self, scope: Scope) -> bool:
        """Of a role with several claims, every one must meet it."""
        value = self.read(scope)
        if is_many(scope.get(self.path.split(".")[0])):
            return bool(value) and all(self.test(item) for item in value)
        return self.test(value)


@frozen
class Filter:
    """Conditions, and words to be found near the claim."""

    conditions: tuple[Condition, ...] = ()
    near: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.conditions) or self.near is not None

    def all_hold(self, scope: Scope, sentence: Callable[[], str]) -> bool:
        if not all(condition.holds(scope) for condition in self.conditions):
            return False
        return self.near is None or bool(self.near.search(sentence()))

    def any_holds(self, scope: Scope, sentence: Callable[[], str]) -> bool:
        if any(condition.holds(scope) for condition in self.conditions):
            return True
        return self.near is not None and bool(self.near.search(sentence()))


def read_filter(source: Source, node: Node, vocabulary: Vocabulary) -> Filter:
    """A filter from its YAML; raises the source's error."""
    if not isinstance(node, Fields):
        source.fail(node, "expected conditions such as 'part.event: arrest'")
    conditions = []
    near = None
    for name, value in node.entries.items():
        if name == "near" and "near" not in vocabulary.names:
            near = _words(source, value)
        else:
            conditions.append(_condition(source, node.keys[name], value, vocabulary))
    return Filter(tuple(conditions), near)


def _condition(source: Source, key: Scalar, value: Node, vocabulary: Vocabulary) -> Condition:
    path = key.text
    bare = vocabulary.roles == CLAIM.roles and path.split(".")[0] not in vocabulary.names
    try:
        read = vocabulary.resolve(f"claim.{path}" if bare else path)
    except Problem as problem:
        shift = len("claim.") if bare else 0
        offset = max(0, problem.offset - shift)
        raise source.placed(key, Problem(problem.reason, offset, problem.nearest)) from None
    return Condition(path, read, _test(source, path.rsplit(".", 1)[-1], value))


def _test(source: Source, name: str, node: Node) -> Test:
    if isinstance(node, Fields):
        return _range(source, node)
    items = node.items if isinstance(node, Items) else (node,)
    wanted = []
    for item in items:
        if not isinstance(item, Scalar):
            source.fail(item, "expected a value, a list of values or {min: ..., max: ...}")
        _check_choice(source, name, item)
        wanted.extend([item.value, item.text])
    # 1 == True in Python, but not in a rule.
    keys = {(isinstance(value, bool), value) for value in wanted}
    return lambda value: _any_of(value, keys)


def _any_of(value: Any, keys: set[tuple[bool, Any]]) -> bool:
    if is_many(value):
        return any(_any_of(item, keys) for item in value)
    hashable = isinstance(value, str | int | float | bool)
    return hashable and (isinstance(value, bool), value) in keys


def _check_choice(source: Source, name: str, item: Scalar) -> None:
    valid = CHOICES.get(name)
    if valid is not None and item.text not in valid:
        reason = f"{item.text!r} is no {name} (known: {', '.join(valid)})"
        source.fail(item, reason, nearest(item.text, valid))


def _range(source: Source, node: Fields) -> Test:
    ends: dict[str, float] = {}
    for name, value in node.entries.items():
        if name not in _RANGE_ENDS:
            source.fail(node.keys[name], "a range has 'min' and 'max'", nearest(name, _RANGE_ENDS))
        number = value.value if isinstance(value, Scalar) else None
        if not is_number(number):
            source.fail(value, f"{name!r} must be a number")
        ends[name] = float(number)  # type: ignore[arg-type]
    low, high = ends.get("min", float("-inf")), ends.get("max", float("inf"))

    def test(value: Any) -> bool:
        found = interval(value)
        return found is not None and low <= found.low and found.high <= high

    return test


def _words(source: Source, node: Node) -> re.Pattern[str]:
    items = node.items if isinstance(node, Items) else (node,)
    patterns = []
    for item in items:
        if not isinstance(item, Scalar) or not item.text.strip(" *"):
            source.fail(item, "'near' is a list of words")
        patterns.append(_word(item.text))
    if not patterns:
        source.fail(node, "'near' is a list of words")
    return pattern(rf"(?<!\w)(?:{'|'.join(patterns)})", re.IGNORECASE)


def _word(text: str) -> str:
    stem = text.strip()
    ending = r"\w*" if stem.endswith("*") else r"(?!\w)"
    return r"\s+".join(re.escape(word) for word in stem.rstrip("*").split()) + ending
