"""Hold a translation against its source: every figure that the source does not bear out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numcheck
from numcheck import claims, pipeline, readers
from numcheck.cli import _options, _output
from numcheck.cli._session import Run
from numcheck.errors import ReaderError, UsageError
from numcheck.model import Document, Finding, Reading, Report, Unread
from numcheck.rules.findings import fingerprinted
from numcheck.translation.pairs import read_pairs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="SOURCE",
        help="the copy that was translated, a folder of it, or a file of segments "
        "(.tsv .jsonl .xliff .tmx)",
    )  # fmt: skip
    parser.add_argument(
        "translation", metavar="TRANSLATION", nargs="?", help="the copy or folder it became"
    )
    parser.add_argument(
        "--source-lang", metavar="CODE", help="language of the source, such as ru (default: found)"
    )
    parser.add_argument("--input-format", metavar="FORMAT", help="read both files as this format")
    _output.add_arguments(parser)
    _options.add_verdict(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    paths = [path for path in (args.source, args.translation) if path]
    session = Run(_options.settings_for(args, paths), args)
    report = _compared(args)
    _output.write(report, args, session.settings)
    session.finish(report)
    return session.exit_code(report)


def _compared(args: argparse.Namespace) -> Report:
    readings: list[Reading] = []
    findings: list[Finding] = []
    unread: list[Unread] = []
    try:
        for source, target, language in _pairs(args):
            known = args.source_lang or language or None
            found = pipeline.compare(source.text, target.text, known, id=target.id)
            findings += (_named(finding, source.id) for finding in found)
            readings += [claims.read(target), Reading(source, (), ())]
    except ReaderError as error:
        unread.append(Unread(error.source, error.reason))
    return Report(
        readings=tuple(readings),
        findings=tuple(fingerprinted(findings)),
        unread=tuple(unread),
        facts={"version": numcheck.__version__},
    )


def _pairs(args: argparse.Namespace) -> Iterator[tuple[Document, Document, str]]:
    """Sources with their translations and, where it is known, the source's language."""
    if args.translation and not (Path(args.source).is_dir() or Path(args.translation).is_dir()):
        source = one_document(args.source, args.input_format)
        target = one_document(args.translation, args.input_format)
        if source.id == target.id:
            raise UsageError("the source and its translation are one file")
        yield source, target, ""
        return
    if not Path(args.source).exists():
        raise UsageError(f"{args.source}: no such file or folder")
    for segment in read_pairs(args.source, args.translation):
        source = Document(segment.source, id=f"{segment.id} (source)")
        yield source, Document(segment.target, id=segment.id), segment.language


def one_document(path: str, input_format: str | None) -> Document:
    """The only document of a file; raises UsageError where it holds none or several."""
    if not Path(path).is_file():
        raise UsageError(f"{path}: no such file")
    documents = list(readers.read(path, input_format))
    if len(documents) != 1:
        raise UsageError(f"{path}: one document is wanted, there are {len(documents)}")
    return documents[0]


def _named(finding: Finding, source: str) -> Finding:
    """The finding with its other end called by the source's name."""
    related = tuple(
        replace(place, document=source if place.document == "source" else place.document)
        for place in finding.related
    )
    return replace(finding, related=related)
