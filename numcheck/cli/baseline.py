"""Accept today's findings, so that only new ones are reported."""

from __future__ import annotations

import argparse
from pathlib import Path

from numcheck import baseline
from numcheck.baseline import Entry
from numcheck.cli import FOUND, _options
from numcheck.cli._session import Run, unread_code
from numcheck.config import FILE
from numcheck.errors import UsageError
from numcheck.toml_file import shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    for name, about in (
        ("create", "write the findings of today into a baseline"),
        ("prune", "take out what is no longer found"),
    ):
        verb = verbs.add_parser(name, help=about)
        _options.add_inputs(verb)
        verb.add_argument("--baseline", metavar="FILE", help=f"default: {baseline.FILE}")
        _options.add_rules(verb)
        _options.add_stories(verb)
        _options.add_settings(verb)
        _options.add_terminal(verb)
        if name == "create":
            verb.add_argument(
                "--accept-new", action="store_true", help="add to a baseline that is there"
            )


def run(args: argparse.Namespace) -> int:
    named = _options.settings_for(args, args.paths).baseline
    args.baseline = ""  # what is known must be found again
    session = Run.of(args)
    file = Path(named or baseline.FILE)
    code = _create(session, file) if args.action == "create" else _prune(session, file)
    if not named:
        print(f'To use it, write baseline = "{file}" into {FILE} or add --baseline {file}.')
    return code


def _create(session: Run, file: Path) -> int:
    """0, or 1 where there is a baseline and new findings that it does not have."""
    report = session.report()
    session.finish(report)
    found = [Entry.of(finding) for finding in report.findings]
    if file.exists() and not session.args.accept_new:
        old = baseline.load(file)
        fresh = len(baseline.apply(report, old).findings)
        if fresh:
            print(f"{shown(file)}: {fresh} not in it yet; '--accept-new' takes them in.")
            return FOUND
    baseline.save(file, found)
    print(f"{shown(file)}: {len(found)} known from now on.")
    return unread_code(report)


def _prune(session: Run, file: Path) -> int:
    entries = baseline.load(file)
    report = session.report()
    session.finish(report)
    if report.unread:
        raise UsageError("nothing was pruned, since some input could not be read")
    gone = set(baseline.stale(report, entries))
    baseline.save(file, [entry for entry in entries if entry not in gone])
    for entry in gone:
        print(f"gone: {entry.document}: {entry.message}")
    print(f"{shown(file)}: {len(entries) - len(gone)} of {len(entries)} kept.")
    return unread_code(report)
