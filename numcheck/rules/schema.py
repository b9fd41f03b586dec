"""From a YAML file to a `Rule`: every key checked, every mistake shown at its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePath
from typing import Any, cast, get_args

from numcheck.data import kept
from numcheck.errors import NumcheckError, nearest
from numcheck.model import CONFIDENCES, SEVERITIES, Confidence, Document, LinkKind, Severity
from numcheck.rules.expressions import compile_expression
from numcheck.rules.filters import Filter, read_filter
from numcheck.rules.names import CLAIM, Vocabulary
from numcheck.rules.rule import Example, ExampleKind, Rule, same_type
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

_EXAMPLE_KEYS = ("text", "documents", "flags", "note", "published", "format")
_DOCUMENT_KEYS = ("text", "id", "published", "headline", "format")
_ID_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_rule(path: str, text: str, kinds: Mapping[str, LinkKind]) -> Rule:
    """A rule from the text of its file. Raises RuleError with the place of the first mistake."""
    source = Source(path, text)
    rule = _Reader(source, _root(source), kinds).rule()
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
    return _Reader(source, root, kinds).rule()


@cache
def read_examples(path: str, text: str) -> tuple[Example, ...]:
    """The examples of a rule file."""
    source = Source(path, text)
    return _Reader(source, _root(source), {}).examples()


def _root(source: Source) -> Fields:
    root = source.read()
    if not isinstance(root, Fields):
        source.fail(root, "a rule is a mapping of keys to values")
    _check_keys(source, root, KEYS, REQUIRED)
    return root


def _without_examples(source: Source) -> Any:
    root = _root(source)
    entries = {name: node for name, node in root.entries.items() if name != "examples"}
    return packed(Fields(root.line, root.column, entries, root.keys))


def _check_keys(
    source: Source, node: Fields, known: Mapping[str, str] | tuple[str, ...], needed: Any = ()
) -> None:
    for name, key in node.keys.items():
        if name not in known:
            reason = f"unknown key {name!r} (known: {', '.join(known) or 'none'})"
            source.fail(key, reason, nearest(name, known))
    for name in needed:
        if name not in node.entries:
            source.fail(node, f"the key {name!r} is missing")


@dataclass
class _Reader:
    """Reads the keys of one rule."""

    source: Source
    root: Fields
    kinds: Mapping[str, LinkKind]

    def rule(self) -> Rule:
        kind = self._kind()
        vocabulary = Vocabulary.of(kind)
        path = PurePath(self.source.path)
        return Rule(
            id=self._id(path),
            pack=path.parent.name,
            summary=self._line("summary"),
            why=self._line("why"),
            severity=cast(Severity, self._choice("severity", SEVERITIES)),
            confidence=cast(Confidence, self._choice("confidence", CONFIDENCES)),
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
            signal=" ".join(self._texts("signal")),
            tags=self._texts("tags"),
            see=self._texts("see"),
            path=self.source.path,
            text=self.source.text,
            load_examples=partial(read_examples, self.source.path, self.source.text),
        )

    def _scalar(self, key: str, node: Node | None = None) -> Scalar:
        node = self.root.entries[key] if node is None else node
        if not isinstance(node, Scalar):
            self.source.fail(node, f"{key!r} must be a text")
        if not node.text.strip():
            self.source.fail(node, f"{key!r} is empty")
        return node

    def _line(self, key: str) -> str:
        return " ".join(self._scalar(key).text.split())

    def _choice(self, key: str, valid: tuple[str, ...], node: Node | None = None) -> str:
        scalar = self._scalar(key, node)
        if scalar.text not in valid:
            reason = f"{key!r} must be one of {', '.join(valid)}, not {scalar.text!r}"
            self.source.fail(scalar, reason, nearest(scalar.text, valid))
        return scalar.text

    def _id(self, path: PurePath) -> str:
        scalar = self._scalar("id")
        if not set(scalar.text) <= _ID_CHARS or not scalar.text[0].isalpha():
            self.source.fail(scalar, "an id has small letters, digits and hyphens")
        if scalar.text != path.stem:
            self.source.fail(scalar, f"the id must equal the file name {path.stem!r}")
        return scalar.text

    def _kind(self) -> LinkKind:
        scalar = self._scalar("for")
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
        scope = self._choice("scope", ("document", "story"))
        if scope != kind.scope:
            at = self.root.entries["scope"]
            self.source.fail(at, f"links of the kind {kind.name!r} have the scope {kind.scope!r}")
        return scope

    def _compiled(
        self, key: str, compile_text: Callable[[str, Vocabulary], Any], vocabulary: Vocabulary
    ) -> Any:
        scalar = self._scalar(key)
        try:
            return compile_text(scalar.text, vocabulary)
        except Problem as problem:
            raise self.source.placed(scalar, problem) from None

    def _primary(self, vocabulary: Vocabulary) -> str:
        if "primary" not in self.root.entries:
            return vocabulary.roles[0]
        return self._choice("primary", (*vocabulary.roles, *vocabulary.facts))

    def _also(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        if "also" not in self.root.entries:
            return ()
        return tuple(self._choice("also", vocabulary.facts, item) for item in self._list("also"))

    def _garble(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        if "garble" not in self.root.entries:
            return ()
        valid = (*vocabulary.roles, *vocabulary.facts)
        pair = tuple(self._choice("garble", valid, item) for item in self._list("garble"))
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
        _check_keys(self.source, node, tuple(options))
        for name, value in node.entries.items():
            options[name] = self._option(name, value, options[name])
        return options

    def _option(self, name: str, node: Node, default: Any) -> Any:
        if isinstance(node, Items) and isinstance(default, tuple | list | None):
            value: Any = tuple(self._scalar(name, item).text for item in node.items)
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
        _check_keys(self.source, node, SOFTENINGS)
        return {
            name: cast(Severity, self._choice(name, SEVERITIES, value))
            for name, value in node.entries.items()
        }

    def _list(self, key: str) -> tuple[Node, ...]:
        node = self.root.entries.get(key)
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return ()
        return node.items if isinstance(node, Items) else (node,)

    def _texts(self, key: str) -> tuple[str, ...]:
        return tuple(self._scalar(key, item).text for item in self._list(key))

    def examples(self) -> tuple[Example, ...]:
        """The examples, read from the file's tree."""
        node = self.root.entries.get("examples")
        if node is None:
            return ()
        if not isinstance(node, Fields):
            self.source.fail(node, "'examples' has lists under 'bad' and 'good'")
        _check_keys(self.source, node, get_args(ExampleKind))
        return tuple(
            self._example(cast(ExampleKind, kind), number, item)
            for kind, items in node.entries.items()
            for number, item in enumerate(self._example_items(items), start=1)
        )

    def _example_items(self, node: Node) -> tuple[Node, ...]:
        if isinstance(node, Scalar) and node.value is None:
            return ()
        if not isinstance(node, Items):
            self.source.fail(node, "examples are a list: '- text: ...'")
        return node.items

    def _example(self, kind: ExampleKind, number: int, node: Node) -> Example:
        if not isinstance(node, Fields):
            self.source.fail(node, "an example has a 'text' (and 'flags' where it is bad)")
        _check_keys(self.source, node, _EXAMPLE_KEYS)
        note = node.entries.get("note")
        return Example(
            kind,
            number,
            self._documents(node),
            self._flags(node),
            " ".join(self._scalar("note", note).text.split()) if note is not None else "",
            node.line,
        )

    def _documents(self, node: Fields) -> tuple[Document, ...]:
        if ("text" in node.entries) == ("documents" in node.entries):
            self.source.fail(node, "an example has either 'text' or 'documents'")
        if "text" in node.entries:
            return (self._document(node, "example"),)
        several = node.entries["documents"]
        if not isinstance(several, Items) or not several.items:
            self.source.fail(several, "'documents' is a list: '- {id: ..., text: ...}'")
        documents = []
        for number, item in enumerate(several.items, start=1):
            if not isinstance(item, Fields):
                self.source.fail(item, "a document has a 'text'")
            _check_keys(self.source, item, _DOCUMENT_KEYS, ("text",))
            documents.append(self._document(item, f"document-{number}"))
        if len({document.id for document in documents}) < len(documents):
            self.source.fail(several, "two documents of an example have one id")
        return tuple(documents)

    def _document(self, node: Fields, default_id: str) -> Document:
        def text(key: str) -> str:
            return self._scalar(key, node.entries[key]).text if key in node.entries else ""

        copy = self._copy(node, text("text"), text("format"))
        try:
            return replace(
                copy,
                id=text("id") or default_id,
                published=cast(dt.date, text("published") or None),
                headline=text("headline") or copy.headline,
            )
        except ValueError:
            self.source.fail(node.entries["published"], "'published' is a date like 2020-09-14")

    def _copy(self, node: Fields, text: str, input_format: str) -> Document:
        """The copy of an example: as it is, or read as a file of its format."""
        if not input_format:
            return Document(text)
        from numcheck.readers import read_text  # checking copy reads no examples

        try:
            (document,) = read_text(text, "example", input_format)
        except (NumcheckError, ValueError) as error:
            self.source.fail(node.entries["format"], f"the example cannot be read: {error}")
        return document

    def _flags(self, node: Fields) -> tuple[tuple[str, ...], ...]:
        """`[a, b]` for one finding, `[[a, b], [c]]` for several."""
        flags = node.entries.get("flags")
        if flags is None:
            return ()
        if not isinstance(flags, Items) or not flags.items:
            self.source.fail(flags, "'flags' is the list of the exact texts, primary first")
        groups = [item.items for item in flags.items if isinstance(item, Items)]
        if len(groups) < len(flags.items):
            groups = [flags.items]
        return tuple(tuple(self._scalar("flags", item).text for item in group) for group in groups)
