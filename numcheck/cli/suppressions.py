"""List what is suppressed, on whose word, until when, and whether it still does anything."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Collection

from numcheck import suppress
from numcheck.cli import CLEAN, FOUND, _options
from numcheck.cli._session import Run
from numcheck.suppress import Suppression


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _options.add_inputs(parser)
    parser.add_argument(
        "--fail-on-unused", action="store_true", help="exit 1 if one of them is of no use"
    )
    _options.add_rules(parser)
    _options.add_stories(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    from tabulate import tabulate

    args.no_suppressions = True
    session = Run.of(args)
    report = session.report()
    found = session.suppressions(report)
    names = {rule.id: rule.names for rule in session.rules}
    known = {name for rule in session.all_rules for name in rule.names}
    covered = [sum(one.covers(f, names.get(f.rule, ())) for f in report.findings) for one in found]
    rows = [(one, _status(one, count, known)) for one, count in zip(found, covered, strict=True)]
    table = [
        (one.place, ", ".join(one.rules) or "all", one.reason, one.by, _until(one), status)
        for one, status in rows
    ]
    if table:
        heads = ("where", "rules", "reason", "by", "until", "status")
        print(tabulate(table, heads, disable_numparse=True))
    elif not args.quiet:
        print("Nothing is suppressed.")
    session.finish(report)
    idle = any(not status.startswith("quiets") for _, status in rows)
    return FOUND if args.fail_on_unused and idle else CLEAN


def _status(one: Suppression, covered: int, known: Collection[str]) -> str:
    if one.problem:
        return f"does not count: {one.problem}"
    return f"quiets {covered}" if covered else f"unused: {suppress.why_idle(one, known)}"


def _until(one: Suppression) -> str:
    if one.expires is None:
        return ""
    days = (one.expires - dt.date.today()).days
    left = f"{days:,} days left" if days >= 0 else f"{-days:,} days ago"
    return f"{one.expires.isoformat()} ({left})"
