"""Say which figures in copy cannot all be right."""

from __future__ import annotations

import argparse

from numcheck.cli import _options, _output
from numcheck.cli._session import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _options.add_inputs(parser)
    _output.add_arguments(parser)
    _options.add_verdict(parser)
    _options.add_rules(parser)
    _options.add_stories(parser)
    _options.add_suppression(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    session = Run.of(args)
    report = session.report_in_batches()
    with session.timed("write"):
        _output.write(report, args, session.settings)
    session.finish(report, said=_says_what_is_unread(args, session.settings.format))
    return session.exit_code(report)


def _says_what_is_unread(args: argparse.Namespace, default: str) -> bool:
    """Will people see in the output itself which files could not be read?"""
    return not args.output and not args.quiet and (args.format or default) in ("text", "concise")
