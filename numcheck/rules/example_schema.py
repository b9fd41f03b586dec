"""The examples of a rule file: copy that is run as tests and printed as documentation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import cast, get_args

from numcheck.errors import NumcheckError
from numcheck.model import Document
from numcheck.rules.reading import FieldsReader
from numcheck.rules.rule import Example, ExampleKind
from numcheck.rules.source import Fields, Items, Node, Scalar

_EXAMPLE_KEYS = ("text", "documents", "flags", "note", "published", "format")
_DOCUMENT_KEYS = ("text", "id", "published", "headline", "format")


class ExampleReader(FieldsReader):
    """Reads what stands under `examples`."""

    def examples(self) -> tuple[Example, ...]:
        """The examples, read from the file's tree."""
        node = self.root.entries.get("examples")
        if node is None:
            return ()
        if not isinstance(node, Fields):
            self.source.fail(node, "'examples' has lists under 'bad' and 'good'")
        self.check_keys(node, get_args(ExampleKind))
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
        self.check_keys(node, _EXAMPLE_KEYS)
        note = node.entries.get("note")
        return Example(
            kind,
            number,
            self._documents(node),
            self._flags(node),
            " ".join(self.scalar("note", note).text.split()) if note is not None else "",
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
            self.check_keys(item, _DOCUMENT_KEYS, ("text",))
            documents.append(self._document(item, f"document-{number}"))
        if len({document.id for document in documents}) < len(documents):
            self.source.fail(several, "two documents of an example have one id")
        return tuple(documents)

    def _document(self, node: Fields, default_id: str) -> Document:
        def text(key: str) -> str:
            return self.scalar(key, node.entries[key]).text if key in node.entries else ""

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
        return tuple(tuple(self.scalar("flags", item).text for item in group) for group in groups)
