"""List every figure in copy with its interval and what it counts."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from numcheck.cli import _options
from numcheck.cli._session import Run, unread_code
from numcheck.errors import UsageError
from numcheck.model import Report
from numcheck.reporters import tables

#: What the terminal shows of a claim; every other format gives all columns.
_SHOWN = (
    "document", "line", "text", "kind", "low", "high", "unit", "noun", "event", "where", "when",
    "said_by",
)  # fmt: skip
_SUFFIXES = {
    ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".parquet": "parquet",
    ".txt": "table",
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _options.add_inputs(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, help="table on a terminal, else csv")
    group.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    group.add_argument(
        "--second-opinion",
        action="store_true",
        help="show where quantulum3 reads the figures otherwise (slow to start)",
    )
    _options.add_stories(parser)
    _options.add_settings(parser)
    _options.add_terminal(parser)


def run(args: argparse.Namespace) -> int:
    session = Run.of(args)
    format = _format(args)
    report = session.report()
    if args.second_opinion:
        _write(_opinions(report), args)
        session.finish(report)
        return unread_code(report)
    with session.timed("write"):
        if format == "parquet":
            _parquet(report, args.output)
        else:
            _write(_TEXTS[format](report), args)
    session.finish(report)
    return unread_code(report)


def _format(args: argparse.Namespace) -> str:
    by_suffix = _SUFFIXES.get(Path(args.output or "").suffix)
    format = args.format or by_suffix or ("table" if sys.stdout.isatty() else "csv")
    if format == "parquet" and not args.output:
        raise UsageError("Parquet is for files: add '-o claims.parquet'.")
    return str(format)


def _write(text: str, args: argparse.Namespace) -> None:
    if not args.output:
        sys.stdout.write(text)
        return
    try:
        Path(args.output).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"{args.output}: cannot be written ({error.strerror})") from None


def _parquet(report: Report, file: str) -> None:
    try:
        tables.claims(report).to_parquet(file, index=False)
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'numcheck[parquet]'.") from None
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error})") from None


def _table(report: Report) -> str:
    from tabulate import tabulate

    frame = tables.claims(report)[list(_SHOWN)]
    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    return tabulate(rows, _SHOWN, tablefmt="simple", disable_numparse=True) + "\n"


def _opinions(report: Report) -> str:
    """Every figure that the two extractors read differently, and how many they read alike."""
    from tabulate import tabulate

    from numcheck.extract.second_opinion import opinions

    rows, alike = [], 0
    for reading in report.readings:
        document = reading.document
        for one in opinions(document.text, reading.claims):
            if one.verdict == "same":
                alike += 1
                continue
            line, _ = document.line_column(one.span.start)
            ours = f"{_cell(one.ours.value)} {one.ours.unit}" if one.ours else ""
            theirs = "" if one.value is None else f"{_cell(one.value)} {one.unit}"
            text = document.text[one.span.start : one.span.end]
            rows.append([document.id, line, _cell(text), ours, theirs, one.verdict])
    heads = ("document", "line", "text", "numcheck", "quantulum3", "verdict")
    table = tabulate(rows, heads, tablefmt="simple", disable_numparse=True)
    return f"{table}\n\n{alike} figures read alike, {len(rows)} not.\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if math.isinf(value) else f"{value:,.10g}"
    return " ".join(str(value).split())


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    """Claims as JSON can hold them: an open end is null."""
    for row in tables.claims(report).to_dict("records"):
        yield {
            str(name): None if isinstance(value, float) and math.isinf(value) else value
            for name, value in row.items()
        }


def _json(report: Report) -> str:
    rows = list(_rows(report))
    return (
        json.dumps({"schema_version": "1.0", "claims": rows}, ensure_ascii=False, indent=2) + "\n"
    )


def _jsonl(report: Report) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(report))


_TEXTS: Mapping[str, Callable[[Report], str]] = {
    "table": _table,
    "csv": lambda report: tables.csv(tables.claims(report)),
    "jsonl": _jsonl,
    "json": _json,
    "markdown": lambda report: tables.markdown(tables.claims(report)),
}
FORMATS = (*_TEXTS, "parquet")
