"""Reports to where they were asked for: the terminal, one file, several files at once."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from numcheck import reporters, terminal
from numcheck.config import Settings
from numcheck.errors import UsageError
from numcheck.model import Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to show what was found."""
    group = parser.add_argument_group("output")
    formats = ", ".join(reporters.names())
    group.add_argument(
        "--format", metavar="FORMAT", help=f"what is printed: {formats} (default: text)"
    )
    group.add_argument(
        "-o", "--output", action="append", default=[], metavar="[FORMAT=]FILE",
        help="write to a file, in its own format (may be repeated)",
    )  # fmt: skip


def write(report: Report, args: argparse.Namespace, settings: Settings) -> None:
    """Every output that was asked for; with a plain `-o FILE` the terminal stays quiet.

    Raises UsageError for an unknown format or a file that cannot be written.
    """
    chosen = args.format or settings.format
    if not args.format:
        with settings.blamed("format"):
            reporters.load(chosen)
    targets = [_target(word, args.format or "", settings.format) for word in args.output]
    for format, _ in targets:
        reporters.load(format)  # a misspelt format is noticed before anything is written
    for format, file in targets:
        save(file, reporters.render(report, format, **_options(format)))
    redirected = any("=" not in word for word in args.output)
    if not args.quiet and not redirected:
        sys.stdout.write(reporters.render(report, chosen, **_options(chosen, args.color)))


def _target(word: str, asked: str, default: str) -> tuple[str, Path]:
    """`FORMAT=FILE`, or a file whose format was asked for or is told by its ending."""
    format, equals, file = word.partition("=")
    if equals:
        return format, Path(file)
    return asked or _by_suffix(Path(word).suffix) or default, Path(word)


def _by_suffix(suffix: str) -> str:
    """The format that a file's ending names; of several, the one called like the ending."""
    if suffix[1:] in reporters.names():
        return suffix[1:]
    return next((name for name in reporters.names() if reporters.suffix(name) == suffix), "")


def _options(format: str, color: str = "never") -> dict[str, Any]:
    """What the text format is told about the terminal; other formats are the same anywhere."""
    if format != "text":
        return {}
    return {
        "color": terminal.wants_color(color, sys.stdout, os.environ),
        "width": terminal.columns(sys.stdout),
    }


def save(file: Path, text: str) -> None:
    """Write a file, its folders with it. Raises UsageError where that cannot be done."""
    try:
        if file.parent != Path():
            file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror or error})") from None
