"""Options that several verbs share, in the groups in which help shows them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from numcheck import config
from numcheck.config import Settings


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """What to read."""
    group = parser.add_argument_group("copy")
    group.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders or patterns; - is standard input"
    )
    group.add_argument(
        "--stdin-filename", default="", metavar="NAME", help="what to call standard input"
    )
    group.add_argument("--input-format", metavar="FORMAT", help="read every file as this format")
    group.add_argument(
        "--among", metavar="FILE", help="of all these, only the files listed in FILE, one a line"
    )
    group.add_argument(
        "--column", action="append", default=[], metavar="WHAT=NAME",
        help="the column of a corpus that holds its text, id, date, headline, language …",
    )  # fmt: skip
    group.add_argument(
        "--max-megabytes", type=_megabytes, default=100, metavar="N",
        help="refuse larger files, of a corpus larger records (default: %(default)s)",
    )  # fmt: skip
    group.add_argument(
        "--exclude", action="append", metavar="PATTERN", help="leave these out of folders"
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules to apply."""
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select", type=_words, metavar="NAMES", help="only these rules, packs or tags"
    )
    group.add_argument(
        "--ignore", type=_words, metavar="NAMES", help="not these rules, packs or tags"
    )
    group.add_argument(
        "--rules", action="append", metavar="PATH", help="rules of your own besides the built-in"
    )
    group.add_argument(
        "--no-builtin-rules", action="store_const", const=False, dest="builtin_rules",
        help="only the rules given with --rules",
    )  # fmt: skip
    group.add_argument(
        "--strict", choices=tuple(config.STRICTNESS),
        help="show findings that are: low: sure, normal: likely, high: any",
    )  # fmt: skip


def add_stories(parser: argparse.ArgumentParser) -> None:
    """Whether documents are compared."""
    group = parser.add_argument_group("several documents")
    choice = group.add_mutually_exclusive_group()
    choice.add_argument(
        "--story", nargs="?", const="story", metavar="NAME",
        help="all documents tell one story: compare them all",
    )  # fmt: skip
    choice.add_argument(
        "--story-by", choices=config.STORY_BY,
        help="what makes documents one story: the words they share (default) or their folder",
    )  # fmt: skip
    choice.add_argument(
        "--no-stories", action="store_const", const=False, dest="stories",
        help="check each document by itself",
    )  # fmt: skip


def add_suppression(parser: argparse.ArgumentParser) -> None:
    """What not to report."""
    group = parser.add_argument_group("known findings")
    group.add_argument("--baseline", metavar="FILE", help="known findings, not reported again")
    group.add_argument(
        "--no-baseline", action="store_const", const="", dest="baseline", help="report them all"
    )
    group.add_argument(
        "--no-suppressions", action="store_true", help="report what is suppressed, too"
    )


def add_verdict(parser: argparse.ArgumentParser) -> None:
    """What decides the exit code."""
    group = parser.add_argument_group(
        "exit code",
        "0 clean, 1 findings at or above --fail-on, 2 a mistake in options, settings or rules,\n"
        "3 some input could not be read (the rest was checked); no output option changes it",
    )
    group.add_argument(
        "--fail-on", choices=config.FAIL_ON, help="least severity that makes it 1 (default: error)"
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Which settings file to use."""
    group = parser.add_argument_group("settings")
    group.add_argument(
        "--config", action="append", metavar="FILE|KEY=VALUE", default=[],
        help="a settings file, or one setting in TOML",
    )  # fmt: skip
    group.add_argument("--isolated", action="store_true", help="use no settings file")


def add_terminal(parser: argparse.ArgumentParser) -> None:
    """How the terminal is used."""
    group = parser.add_argument_group("terminal")
    group.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="default: auto"
    )
    group.add_argument("--timings", action="store_true", help="say what took how long")
    group.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def settings_for(args: argparse.Namespace, paths: Sequence[str] = ()) -> Settings:
    """The settings of this run: file, then `--config key=value`, then options."""
    given = getattr(args, "config", [])
    file = settings_file(args, paths)
    overrides = [word for word in given if "=" in word]
    settings = config.load(_start(paths), file=file, isolated=file is None, overrides=overrides)
    names = ("strict", "stories", "story_by", "baseline", "fail_on", "builtin_rules")
    lists = ("select", "ignore", "rules", "exclude")
    asked = {name: getattr(args, name, None) for name in names}
    asked |= {name: _tuple(getattr(args, name, None)) for name in lists}
    return settings.asked(**asked)


def settings_file(args: argparse.Namespace, paths: Sequence[str] = ()) -> Path | None:
    """The file that `--config` names last, or the nearest; None with `--isolated`."""
    named = [word for word in getattr(args, "config", []) if "=" not in word]
    if named:
        return Path(named[-1])
    return None if getattr(args, "isolated", False) else config.discover(_start(paths))


def _tuple(values: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _megabytes(text: str) -> float:
    size = float(text)
    if not 0 < size < 1e9:
        raise ValueError(text)
    return size


_megabytes.__name__ = "size"  # argparse says "invalid size value"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.replace(",", " ").split() if word)


def _start(paths: Sequence[str]) -> Path:
    """The folder above everything that was named; the current one where nothing is a file."""
    found = [Path(path).absolute() for path in paths if path != "-" and Path(path).exists()]
    folders = [path if path.is_dir() else path.parent for path in found]
    if not folders:
        return Path.cwd()
    return next(
        folder
        for folder in (folders[0], *folders[0].parents)
        if all(folder in (other, *other.parents) for other in folders)
    )
