"""Hold a translation against its source: every figure that the source does not bear out."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numcheck
from numcheck import claims, pipeline, readers
from numcheck.cli import _options, _output
from numcheck.cli._session import Run
from numcheck.errors import UsageError
from numcheck.model import Document, Finding, Reading, Report
from numcheck.rules.findings import fingerprinted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the copy that was translated")
    parser.add_argument("translation", metavar="TRANSLATION", help="the copy it became")
    parser.add_argument(
        "--source-lang", metavar="CODE", help="language of the source, such as ru (default: found)"
    )
    parser.add_argument("--input-format", metavar="FORMAT", help="read both files as this format")
    _output.add_arguments(parser)
    _options.add_verdict(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    session = Run(_options.settings_for(args, [args.source, args.translation]), args)
    source = one_document(args.source, args.input_format)
    target = one_document(args.translation, args.input_format)
    if source.id == target.id:
        raise UsageError("the source and its translation are one file")
    found = pipeline.compare(source.text, target.text, args.source_lang)
    named = [_named(finding, source.id, target.id) for finding in found]
    report = Report(
        readings=(claims.read(target), Reading(source, (), ())),
        findings=tuple(fingerprinted(named)),
        facts={"version": numcheck.__version__},
    )
    _output.write(report, args, session.settings)
    session.finish(report)
    return session.exit_code(report)


def one_document(path: str, input_format: str | None) -> Document:
    """The only document of a file; raises UsageError where it holds none or several."""
    if not Path(path).is_file():
        raise UsageError(f"{path}: no such file")
    documents = list(readers.read(path, input_format))
    if len(documents) != 1:
        raise UsageError(f"{path}: one document is wanted, there are {len(documents)}")
    return documents[0]


def _named(finding: Finding, source: str, target: str) -> Finding:
    """The finding with its ends called by their files."""
    names = {"source": source, "translation": target}
    related = tuple(
        replace(place, document=names.get(place.document, place.document))
        for place in finding.related
    )
    return replace(finding, document=target, related=related)
