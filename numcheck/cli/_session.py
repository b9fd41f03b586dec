"""One run of a verb: what was typed, the copy it names, timings and the exit code."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from numcheck import pipeline, readers
from numcheck.batches import ALONE, COMPARED, in_batches
from numcheck.cli import CLEAN, FOUND, UNREAD
from numcheck.cli._inputs import Inputs
from numcheck.cli._options import settings_for
from numcheck.errors import UsageError
from numcheck.model import Document, Report
from numcheck.session import Session, fails


@dataclass
class Run(Session):
    """A session over what the command line names; `timings` collects seconds by step."""

    args: argparse.Namespace = field(default_factory=argparse.Namespace)
    timings: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, args: argparse.Namespace) -> Run:
        return cls(settings_for(args, args.paths), args)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings[step] = self.timings.get(step, 0.0) + time.perf_counter() - start

    def inputs(self) -> Inputs:
        return Inputs(
            self.args.paths,
            stdin_name=self.args.stdin_filename,
            input_format=self.args.input_format,
            exclude=self.settings.exclude,
            among=self.args.among,
            columns=_columns(self.args.column),
            limit_bytes=int(self.args.max_megabytes * 1024 * 1024),
        )

    def report(self) -> Report:
        """Everything found in the copy that was named, held at once."""
        inputs = self.inputs()
        documents = list(self._drawn(inputs))
        with progress(self.args) as step:
            report = self._checked(documents, step)
        return replace(report, unread=(*inputs.unread, *report.unread))

    def report_in_batches(self) -> Report:
        """As `report`, but of a run larger than a batch only what has findings is kept."""
        inputs = self.inputs()
        if self.args.story is not None:  # declared: all of it belongs together
            return self.report()
        size = COMPARED if self.settings.stories else ALONE
        with progress(self.args) as step:

            def check(batch: list[Document], done: int) -> Report:
                return self._checked(batch, step and (lambda n, of: step(done + n, done + of)))

            report = in_batches(self._drawn(inputs), size, check)
        return replace(report, unread=(*inputs.unread, *report.unread))

    def _drawn(self, inputs: Inputs) -> Iterator[Document]:
        """The documents one by one, with the time that reading them takes."""
        documents = inputs.documents()
        while True:
            with self.timed("read files"):
                document = next(documents, None)
            if document is None:
                return
            yield document

    def _checked(self, documents: list[Document], step: pipeline.Progress | None) -> Report:
        with self.timed("load rules"):
            rules = self.rules
        with self.timed("check"):
            return self.checked(
                documents,
                rules=rules,
                story=getattr(self.args, "story", None),
                suppressing=not getattr(self.args, "no_suppressions", False),
                progress=step,
            )

    def finish(self, report: Report, *, said: bool = False) -> None:
        """On standard error: what could not be read, unless it was said, and the timings."""
        for one in () if said else report.unread:
            print(f"numcheck: cannot read {one.source}: {one.reason}", file=sys.stderr)
        if self.args.timings:
            for step, seconds in self.timings.items():
                print(f"{step:<12}{seconds * 1000:9.1f} ms", file=sys.stderr)

    def exit_code(self, report: Report) -> int:
        """1 for findings at or above `fail-on`, else 3 if some input was not read, else 0."""
        if any(fails(finding, self.settings.fail_on) for finding in report.findings):
            return FOUND
        return unread_code(report)


def unread_code(report: Report) -> int:
    """3 if some input was not read, else 0."""
    return UNREAD if report.unread else CLEAN


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = dict(word.partition("=")[::2] for word in given)
    for what in columns:
        if what not in readers.COLUMNS:
            raise UsageError.unknown("kind of column", what, readers.COLUMNS)
    return columns


@contextmanager
def progress(args: argparse.Namespace) -> Iterator[Callable[[int, int], None] | None]:
    """A line on standard error that counts documents: only on a terminal, only if it takes long."""
    if args.quiet or not sys.stderr.isatty():
        yield None
        return
    started = time.perf_counter()

    def step(done: int, documents: int) -> None:
        if time.perf_counter() - started > 1 and (done % 20 == 0 or done == documents):
            then = ", comparing them" if done == documents > 1 else ""
            said = f"\r{done:,} of {documents:,} documents{then}"
            print(said, end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:  # what is said next, of an interruption too, begins on a clean line
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
