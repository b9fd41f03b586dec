"""One run: settings, rules, copy, findings, and what of them is shown."""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numcheck
from numcheck import baseline, pipeline, suppress
from numcheck.cli._inputs import Inputs, gather, matches
from numcheck.cli._options import settings_for
from numcheck.config import STRICTNESS, Settings
from numcheck.errors import UsageError
from numcheck.model import SEVERITIES, Finding, Report
from numcheck.rules import RuleSet
from numcheck.text import lexicon


@dataclass
class Session:
    """What a verb needs to check copy; `timings` collects seconds by step."""

    args: argparse.Namespace
    settings: Settings
    timings: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, args: argparse.Namespace) -> Session:
        return cls(args, settings_for(args, args.paths))

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings[step] = self.timings.get(step, 0.0) + time.perf_counter() - start

    @cached_property
    def all_rules(self) -> RuleSet:
        """Every rule that there is."""
        with self.timed("load rules"):
            return all_rules(self.settings)

    @cached_property
    def rules(self) -> RuleSet:
        """The rules that the settings ask for."""
        return chosen_rules(self.all_rules, self.settings)

    def inputs(self) -> Inputs:
        with self.timed("read files"):
            return gather(
                self.args.paths,
                stdin_name=self.args.stdin_filename,
                input_format=self.args.input_format,
                exclude=self.settings.exclude,
                columns=_columns(self.args.column),
            )

    def report(self) -> Report:
        """Everything found, with what the copy and the settings keep quiet set aside."""
        rules, inputs = self.rules, self.inputs()
        for folder in self.settings.lexicons:
            _add_words(folder)
        with self.timed("check"), progress(self.args) as step:
            report = pipeline.run(
                inputs.documents,
                rules,
                story=getattr(self.args, "story", None),
                compare_stories=self.settings.stories,
                progress=step,
            )
        report = replace(
            report,
            unread=(*inputs.unread, *report.unread),
            facts={**self.facts(rules), **report.facts},
        )
        with self.timed("set aside"):
            return self._quieted(report, rules)

    def _quieted(self, report: Report, rules: RuleSet) -> Report:
        if not getattr(self.args, "no_suppressions", False):
            report = suppressed(report, self.settings, rules, self.all_rules)
        report = filtered(report, self.settings, rules)
        if self.settings.baseline:
            report = baseline.apply(report, baseline.load(Path(self.settings.baseline)))
        return report

    def facts(self, rules: RuleSet) -> dict[str, str]:
        """What a report says about its run."""
        return {
            "version": numcheck.__version__,
            "rules": str(len(rules)),
            "rules hash": rules.digest,
            "options": " ".join(self.settings.changes()) or "none",
            "time": time.strftime("%Y-%m-%d %H:%M:%S %z"),
            "python": platform.python_version(),
        }

    def finish(self, report: Report, *, said: bool = False) -> None:
        """On standard error: what could not be read, unless it was said, and the timings."""
        for one in () if said else report.unread:
            print(f"numcheck: cannot read {one.source}: {one.reason}", file=sys.stderr)
        if self.args.timings:
            for step, seconds in self.timings.items():
                print(f"{step:<12}{seconds * 1000:9.1f} ms", file=sys.stderr)


_COLUMNS = ("text", "id", "date", "language", "headline")


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = dict(word.partition("=")[::2] for word in given)
    for what in columns:
        if what not in _COLUMNS:
            raise UsageError.unknown("kind of column", what, _COLUMNS)
    return columns


def all_rules(settings: Settings) -> RuleSet:
    """Every rule that there is. Raises UsageError for a change to a rule that there is not."""
    everything = pipeline.load_rules(settings.rules, builtin=settings.builtin_rules)
    everything.adjusted(settings.rule)
    return everything


def chosen_rules(everything: RuleSet, settings: Settings) -> RuleSet:
    """The selected rules with the settings' changes."""
    chosen = everything.selected(settings.select, settings.ignore)
    return chosen.adjusted({name: c for name, c in settings.rule.items() if name in chosen})


def suppressions_of(report: Report, settings: Settings) -> list[suppress.Suppression]:
    """What the copy, files beside it and the settings ask not to show."""
    return suppress.collect(
        report.readings,
        settings.suppressions,
        house_marks=settings.house_marks,
        require_reason=settings.require_reason,
    )


def suppressed(report: Report, settings: Settings, rules: RuleSet, everything: RuleSet) -> Report:
    """Without what comments, files beside the copy and house marks ask not to show."""
    found = suppressions_of(report, settings)
    if not found:
        return report
    known = {name for rule in everything for name in rule.names}
    # A rule that compares documents says nothing where none were compared.
    applied = rules if report.stories else rules.document
    return suppress.apply(report, found, {rule.id: rule.names for rule in applied}, known)


def _add_words(folder: str) -> None:
    if not Path(folder).is_dir():
        raise UsageError(f"{folder}: no such folder of word lists")
    lexicon.extend(Path(folder))


def filtered(report: Report, settings: Settings, rules: RuleSet) -> Report:
    """Without findings that are less sure than asked for, or ignored in their file."""
    names: Mapping[str, frozenset[str]] = {rule.id: frozenset(rule.names) for rule in rules}
    shown = STRICTNESS[settings.strict]

    def wanted(finding: Finding) -> bool:
        mine = names.get(finding.rule, frozenset({finding.rule}))
        return finding.confidence in shown and not any(
            mine & set(ignored) and matches(finding.document, [pattern])
            for pattern, ignored in settings.per_file_ignores.items()
        )

    return replace(report, findings=tuple(filter(wanted, report.findings)))


def exit_code(report: Report, settings: Settings) -> int:
    """1 for findings at or above `fail-on`, else 3 if some input was not read, else 0."""
    from numcheck.cli import FOUND

    if settings.fail_on != "never":
        least = SEVERITIES.index(settings.fail_on)
        if any(SEVERITIES.index(finding.severity) >= least for finding in report.findings):
            return FOUND
    return unread_code(report)


def unread_code(report: Report) -> int:
    """3 if some input was not read, else 0."""
    from numcheck.cli import CLEAN, UNREAD

    return UNREAD if report.unread else CLEAN


@contextmanager
def progress(args: argparse.Namespace) -> Iterator[Callable[[int, int], None] | None]:
    """A line on standard error that counts documents: only on a terminal, only if it takes long."""
    if args.quiet or not sys.stderr.isatty():
        yield None
        return
    started = time.perf_counter()

    def step(done: int, documents: int) -> None:
        if time.perf_counter() - started > 1 and (done % 20 == 0 or done == documents):
            print(f"\r{done:,} of {documents:,} documents", end="", file=sys.stderr, flush=True)

    yield step
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)
