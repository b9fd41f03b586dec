"""From a YAML file to a `Rule`: every key checked, every mistake shown at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path, PurePath
from typing import Any, cast

from numcheck.data import kept
from numcheck.errors import nearest
from numcheck.model import CONFIDENCES, SEVERITIES, Confidence, LinkKind, Severity
from numcheck.rules.expressions import compile_expression
from numcheck.rules.filters import Filter, read_filter
from numcheck.rules.names import CLAIM, Vocabulary
from numcheck.rules.reading import FieldsReader
from numcheck.rules.rule import Example, Rule, same_type
from numcheck.rules.source import Fields, Items, Node, Problem, Scalar, Source, packed, unpacked
from numcheck.rules.templates import compile_template

#: The keys of a rule file, with what each is for: printed in errors, docs and the JSON Schema.
KEYS: Mapping[str, str] = {
    "id": "the rule's name, equal to the file name; reads well after 'allow'",
    "summary": "one sentence: what is wrong, in the present tense",
    "why": "what it costs the reader and where it comes from",
    "severity": "error, warning or info",
    "confidence": "how often a finding is a real fault: high, medium or low",
    "scope": "document or story; the kind of link decides if left out",
    "for": "the kind of link that supplies the claims, or 'claim' for each by itself",
    "with": "options of that kind of link",
    "where": "conditions that must all hold",
    "unless": "conditions of which none may hold",
    "expect": "an expression that must hold; a finding where no reading can meet it",
    "message": "one line that says both figures",
    "primary": "the role (or span fact) a finding points at first; the first role if left out",
    "also": "span facts that a finding points at besides",
    "soften": "the highest severity where a figure is quoted or hypothetical",
    "garble": "two roles or facts that ought to be one figure: [stated, expected]",
    "signal": "the trace of bad translation a finding shows; set as its operation",
    "tags": "words to select rules by",
    "see": "sources",
    "examples": "copy that is run as tests: bad, good, missed, false_alarm",
}
REQUIRED = ("id", "summary", "why", "severity", "confidence", "for", "expect", "message")
SOFTENINGS = ("quoted", "hypothetical")

_ID_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_rule(path: str, text: str, kinds: Mapping[str, LinkKind]) -> Rule:
    """A rule from the text of its file. Raises RuleError with the place of the first mistake."""
    source = Source(path, text)
    rule = _RuleReader(source, _root(source), kinds).rule()
    read_examples(path, text)
    return rule


def read_shipped_rule(path: Path, kinds: Mapping[str, LinkKind]) -> Rule:
    """As `read_rule`, for a rule that comes with numcheck: its tree is kept between runs.

    What its examples say is left to the tests.
    """

    def make(content: bytes) -> Any:
        return _without_examples(Source(str(path), content.decode("utf-8-sig")))

    root = unpacked(kept(path, "rule", make))
    source = Source(str(path), path.read_text(encoding="utf-8"))
    assert isinstance(root, Fields)
    return _RuleReader(source, root, kinds).rule()


@cache
def read_examples(path: str, text: str) -> tuple[Example, ...]:
    """The examples of a rule file."""
    from numcheck.rules.example_schema import ExampleReader  # checking copy reads none

    source = Source(path, text)
    return ExampleReader(source, _root(source)).examples()


def _root(source: Source) -> Fields:
    root = source.read()
    if not isinstance(root, Fields):
        source.fail(root, "a rule is a mapping of keys to values")
    FieldsReader(source, root).check_keys(root, KEYS, REQUIRED)
    return root


def _without_examples(source: Source) -> Any:
    root = _root(source)
    entries = {name: node for name, node in root.entries.items() if name != "examples"}
    return packed(Fields(root.line, root.column, entries, root.keys))


class _RuleReader(FieldsReader):
    """Reads the keys of one rule."""

    def __init__(self, source: Source, root: Fields, kinds: Mapping[str, LinkKind]) -> None:
        super().__init__(source, root)
        self.kinds = kinds

    def rule(self) -> Rule:
        kind = self._kind()
        vocabulary = Vocabulary.of(kind)
        path = PurePath(self.source.path)
        return Rule(
            id=self._id(path),
            pack=path.parent.name,
            summary=self.line("summary"),
            why=self.line("why"),
            severity=cast(Severity, self.choice("severity", SEVERITIES)),
            confidence=cast(Confidence, self.choice("confidence", CONFIDENCES)),
            scope=self._scope(kind),
            kind=kind.name,
            expect=self._compiled("expect", compile_expression, vocabulary),
            message=self._compiled("message", compile_template, vocabulary),
            primary=self._primary(vocabulary),
            options=self._options(kind),
            where=self._filter("where", vocabulary),
            unless=self._filter("unless", vocabulary),
            also=self._also(vocabulary),
            garble=self._garble(vocabulary),
            soften=self._soften(),
            signal=" ".join(self.texts("signal")),
            tags=self.texts("tags"),
            see=self.texts("see"),
            path=self.source.path,
            text=self.source.text,
            load_examples=partial(read_examples, self.source.path, self.source.text),
        )

    def _id(self, path: PurePath) -> str:
        scalar = self.scalar("id")
        if not set(scalar.text) <= _ID_CHARS or not scalar.text[0].isalpha():
            self.source.fail(scalar, "an id has small letters, digits and hyphens")
        if scalar.text != path.stem:
            self.source.fail(scalar, f"the id must equal the file name {path.stem!r}")
        return scalar.text

    def _kind(self) -> LinkKind:
        scalar = self.scalar("for")
        if scalar.text == CLAIM.name:
            return CLAIM
        kind = self.kinds.get(scalar.text)
        if kind is None:
            known = sorted({*self.kinds, CLAIM.name})
            reason = f"unknown kind of link {scalar.text!r} (known: {', '.join(known)})"
            self.source.fail(scalar, reason, nearest(scalar.text, known))
        return kind

    def _scope(self, kind: LinkKind) -> Any:
        if "scope" not in self.root.entries:
            return kind.scope
        scope = self.choice("scope", ("document", "story"))
        if scope != kind.scope:
            at = self.root.entries["scope"]
            self.source.fail(at, f"links of the kind {kind.name!r} have the scope {kind.scope!r}")
        return scope

    def _compiled(
        self, key: str, compile_text: Callable[[str, Vocabulary], Any], vocabulary: Vocabulary
    ) -> Any:
        scalar = self.scalar(key)
        try:
            return compile_text(scalar.text, vocabulary)
        except Problem as problem:
            raise self.source.placed(scalar, problem) from None

    def _primary(self, vocabulary: Vocabulary) -> str:
        if "primary" not in self.root.entries:
            return vocabulary.roles[0]
        return self.choice("primary", (*vocabulary.roles, *vocabulary.facts))

    def _also(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        if "also" not in self.root.entries:
            return ()
        return tuple(self.choice("also", vocabulary.facts, item) for item in self.nodes("also"))

    def _garble(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        if "garble" not in self.root.entries:
            return ()
        valid = (*vocabulary.roles, *vocabulary.facts)
        pair = tuple(self.choice("garble", valid, item) for item in self.nodes("garble"))
        if len(pair) != 2:
            self.source.fail(self.root.entries["garble"], "'garble' names two figures: [a, b]")
        return pair

    def _options(self, kind: LinkKind) -> dict[str, Any]:
        options = dict(kind.options)
        node = self.root.entries.get("with")
        if node is None:
            return options
        if not isinstance(node, Fields):
            self.source.fail(node, f"'with' holds options of {kind.name!r}")
        self.check_keys(node, tuple(options))
        for name, value in node.entries.items():
            options[name] = self._option(name, value, options[name])
        return options

    def _option(self, name: str, node: Node, default: Any) -> Any:
        if isinstance(node, Items) and isinstance(default, tuple | list | None):
            value: Any = tuple(self.scalar(name, item).text for item in node.items)
        elif isinstance(node, Scalar):
            value = node.text if isinstance(default, str) else node.value
        else:
            value = node
        if not same_type(value, default):
            self.source.fail(node, f"{name!r} must be like {default!r}")
        return value

    def _filter(self, key: str, vocabulary: Vocabulary) -> Filter:
        node = self.root.entries.get(key)
        return Filter() if node is None else read_filter(self.source, node, vocabulary)

    def _soften(self) -> dict[str, Severity]:
        node = self.root.entries.get("soften")
        if node is None:
            return {}
        if not isinstance(node, Fields):
            self.source.fail(node, "'soften' says a severity for 'quoted' or 'hypothetical'")
        self.check_keys(node, SOFTENINGS)
        return {
            name: cast(Severity, self.choice(name, SEVERITIES, value))
            for name, value in node.entries.items()
        }
