"""Say which figures changed from one version of a story to the next, and which were left behind."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from numcheck import claims, revision
from numcheck.cli import CLEAN, FOUND
from numcheck.cli.compare import one_document
from numcheck.model import Claim, Document
from numcheck.revision import Change, Revision


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the earlier version")
    parser.add_argument("new", metavar="NEW", help="the later version")
    parser.add_argument("--input-format", metavar="FORMAT", help="read both files as this format")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """1 if a figure that changed still stands elsewhere with its old value, else 0."""
    old, new = (one_document(path, args.input_format) for path in (args.old, args.new))
    found = revision.revise(claims.read(old), claims.read(new))
    if args.format == "json":
        print(json.dumps(_wire(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found)))
    return FOUND if found.left_behind else CLEAN


def _lines(found: Revision) -> Iterator[str]:
    old, new = found.old.document, found.new.document
    for change in found.changes:
        yield f"{_place(change, old, new)}: {_said(change)}{_noted(change, found)}"
    for change, claim in found.left_behind:
        yield f"{_at(new, claim)}: still says {_words(claim)}: {_said(change)}"
    changed, left = len(found.changes), len(found.left_behind)
    yield f"{changed} changed, {left} left behind, {found.unchanged} as they were"


def _said(change: Change) -> str:
    if change.old is None or change.new is None:
        claim = change.new or change.old
        return f"{_words(claim)} {change.word}" if claim else change.word
    return f"{_words(change.old)} became {_words(change.new)}"


def _noted(change: Change, found: Revision) -> str:
    if not found.notes or change.old is None or change.new is None:
        return ""
    return "" if change.noted else " (the correction note does not say so)"


def _words(claim: Claim) -> str:
    text = " ".join(claim.text.split())
    return f"“{text}” ({claim.noun})" if claim.noun else f"“{text}”"


def _place(change: Change, old: Document, new: Document) -> str:
    if change.new is not None:
        return _at(new, change.new)
    return _at(old, change.old) if change.old is not None else new.id


def _at(document: Document, claim: Claim) -> str:
    line, column = document.line_column(claim.start)
    return f"{document.id}:{line}:{column}"


def _wire(found: Revision) -> dict[str, Any]:
    old, new = found.old.document, found.new.document
    return {
        "schema_version": "1.0",
        "unchanged": found.unchanged,
        "changes": [
            {
                "what": change.word,
                "old": _claim(change.old, old),
                "new": _claim(change.new, new),
                "noted": change.noted,
            }
            for change in found.changes
        ],
        "left_behind": [
            {"old": _claim(change.old, old), "still": _claim(claim, new)}
            for change, claim in found.left_behind
        ],
    }


def _claim(claim: Claim | None, document: Document) -> dict[str, Any] | None:
    if claim is None:
        return None
    line, column = document.line_column(claim.start)
    return {
        "text": claim.text, "noun": claim.noun, "value": claim.value, "start": claim.start,
        "end": claim.end, "line": line, "column": column,
    }  # fmt: skip
