"""Leave an HTML report that a desk can read, print and pass on."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from numcheck import reporters
from numcheck.cli import _options, _output
from numcheck.cli._session import Run
from numcheck.reporters import tables

PAGE = "report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _options.add_inputs(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o", "--output", default="reports", metavar="FOLDER", help="default: reports/"
    )
    group.add_argument("--title", help="heading of the page (default: what was read)")
    group.add_argument(
        "--also", default="", metavar="FORMATS", help="tables beside the page: csv, markdown"
    )
    _options.add_verdict(parser)
    _options.add_rules(parser)
    _options.add_stories(parser)
    _options.add_suppression(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    session = Run.of(args)
    report = session.report()
    folder = Path(args.output)
    with session.timed("write"):
        title = args.title or ", ".join(args.paths)
        _output.save(folder / PAGE, reporters.render(report, "html", title=title))
        for name, text in tables.files(report, args.also.replace(",", " ").split()).items():
            _output.save(folder / name, text)
    if not args.quiet:
        counts = [("document", len(report.readings)), *report.counts().items()]
        print(f"{folder / PAGE}: {', '.join(_counted(counts)) or 'nothing was read'}")
    session.finish(report)
    return session.exit_code(report)


def _counted(counts: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Such as "1 document", "2 errors", "3 info"; nothing for none."""
    for name, number in counts:
        if number:
            yield f"{number:,} {name}{'s' if number > 1 and name != 'info' else ''}"
