"""The command line: one module a verb, each imported only when its verb is asked for.

A verb's module has `add_arguments(parser)` and `run(args) -> int`. Exit codes: 0 clean, 1 findings
at or above `--fail-on`, 2 usage, settings or rule error, 3 some input could not be read.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from numcheck import terminal
from numcheck.errors import NumcheckError, ReaderError, nearest, suggestion

CLEAN, FOUND, WRONG, UNREAD = 0, 1, 2, 3

#: Every verb with what it does, in the groups and the order in which help shows them.
VERBS: Mapping[str, Mapping[str, str]] = {
    "Read copy": {
        "check": "say which figures cannot all be right",
        "report": "leave an HTML report that a desk can read",
        "extract": "list every figure with what it counts",
        "compare": "hold a translation against its source",
        "diff": "say which figures changed between two versions of a story",
    },
    "Rules": {
        "rules": "list, explain, test and write rules",
    },
    "Keep known things quiet": {
        "suppressions": "list what is suppressed, why and until when",
        "baseline": "accept today's findings, report only new ones",
    },
    "Set up": {
        "init": "write settings and CI files for this folder",
        "config": "show every setting and where it came from",
        "completion": "print a completion script for your shell",
    },
}
_SUMMARIES = {verb: text for group in VERBS.values() for verb, text in group.items()}
_EPILOG = """\
exit codes: 0 clean · 1 findings at or above --fail-on · 2 usage, settings or rule error ·
3 some input could not be read (the rest was checked)

'numcheck check story.txt' is the place to start; 'numcheck VERB --help' says more."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal, up to 100 columns, and the same in every log."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=min(terminal.columns(sys.stdout), 100))

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: Any = None
    ) -> None:
        """One line: forty options in a row tell nobody anything, and stand below in groups."""
        actions = list(actions)
        places = [self._format_args(one, one.dest) for one in actions if not one.option_strings]
        # Without a prefix, argparse asks what the verbs below shall be called.
        words = ["%(prog)s", *([] if prefix == "" else ["[options]"]), *places]
        super().add_usage(usage or " ".join(words), [], groups, prefix)


class Parser(argparse.ArgumentParser):
    """Argparse without abbreviations, with the nearest word in its errors."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Help)
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        hint = self._hint(message)
        see = f"'{self.prog} --help' lists what there is."
        self.exit(WRONG, f"{self.prog}: {message}.{hint}\n{see}\n")

    def _hint(self, message: str) -> str:
        option = re.search(r"unrecognized arguments: (--[\w-]+)", message)
        choice = re.search(r"invalid choice: '([^']*)' \((?:choose from )?(.*)\)", message)
        if option:
            close = nearest(option[1], self._option_string_actions)
        elif choice:
            close = nearest(choice[1], re.findall(r"[\w-]+", choice[2]))
        else:
            return ""
        return suggestion(close)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code. No exception for bad input leaves this function."""
    if argv is None:
        # Loading makes 100,000 objects that stay; looking through them for rubbish is 7 % of a
        # cold start.
        gc.set_threshold(100_000, 20, 20)
    arguments = list(sys.argv[1:] if argv is None else argv)
    _tolerate_any_character()
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except ReaderError as error:
        print(f"numcheck: cannot read {error}", file=sys.stderr)
        return UNREAD
    except NumcheckError as error:
        print(f"numcheck: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python would complain again at exit.
        sys.stdout = None
        return 128 + 13  # as a program that the signal of it ends
    except OSError as error:  # a full disk, a terminal that is gone
        print(f"numcheck: {error.strerror or error}", file=sys.stderr)
        sys.stdout = None
        return WRONG
    except KeyboardInterrupt:
        print("numcheck: interrupted", file=sys.stderr)
        return 130
    except SystemExit as stop:  # argparse, after its own message
        return stop.code if isinstance(stop.code, int) else WRONG


def _tolerate_any_character() -> None:
    # Copy may hold what the terminal's encoding cannot; a report must not die of it.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _run(arguments: list[str]) -> int:
    verb = arguments[0] if arguments else "--help"
    if verb in ("-h", "--help", "help"):
        print(help_text(), end="")
        return CLEAN if arguments else WRONG
    if verb in ("-V", "--version"):
        from numcheck import __version__

        print(f"numcheck {__version__}")
        return CLEAN
    if verb not in _SUMMARIES:
        hint = suggestion(nearest(verb, _SUMMARIES))
        print(f"numcheck: unknown verb {verb!r}.{hint} See 'numcheck --help'.", file=sys.stderr)
        return WRONG
    parser = parser_of(verb)
    return int(parser.get_default("module").run(parser.parse_args(arguments[1:])))


def parser_of(verb: str) -> Parser:
    """The parser of one verb, its module imported."""
    module = importlib.import_module(f"numcheck.cli.{verb}")
    parser = Parser(prog=f"numcheck {verb}", description=module.__doc__)
    parser.set_defaults(module=module)
    module.add_arguments(parser)
    return parser


def help_text() -> str:
    """What `numcheck --help` prints: the verbs in groups."""
    lines = ["usage: numcheck VERB ...", "", "Says which figures in news copy cannot all be right."]
    for group, verbs in VERBS.items():
        lines += ["", f"{group}:", *(f"  {verb:<14}{text}" for verb, text in verbs.items())]
    return "\n".join([*lines, "", _EPILOG, ""])
