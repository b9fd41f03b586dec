"""One run as the settings want it: which rules, what is set aside, what fails.

The command line and the pytest plugin both check copy through here, so that a finding weighs the
same wherever it is made.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

import numcheck
from numcheck import pipeline, stories, suppress
from numcheck.config import STRICTNESS, Settings
from numcheck.errors import UsageError
from numcheck.model import SEVERITIES, Document, Finding, Report
from numcheck.rules import RuleSet
from numcheck.suppress import Suppression
from numcheck.text import lexicon

#: Findings that no rule makes: a reader's remarks, and suppressions without effect. They can be
#: selected, ignored and given a severity by these names, as rules can.
NOTES = ("copy-notice", suppress.UNUSED)


def fails(finding: Finding, fail_on: str) -> bool:
    """Does a finding weigh as much as `fail_on` ("never" fails nothing)?"""
    if fail_on == "never":
        return False
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(fail_on)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Does a pattern match the path, its end, or a folder on it?"""
    path = path.replace("\\", "/")
    return any(
        fnmatch(path, form)
        for pattern in patterns
        for form in (pattern, f"*/{pattern}", f"{pattern}/*", f"*/{pattern}/*")
    )


@dataclass
class Session:
    """Rules and exceptions by the settings, loaded once."""

    settings: Settings

    @cached_property
    def all_rules(self) -> RuleSet:
        """Every rule that there is. Raises UsageError for a change to a rule that there is not."""
        settings = self.settings
        with settings.blamed("rules"):
            everything = pipeline.load_rules(settings.rules, builtin=settings.builtin_rules)
        for name, change in settings.rule.items():
            if name not in NOTES:
                with settings.blamed(f"rule.{name}"):
                    everything.adjusted({name: change})
        self._check_names(everything)
        return everything

    def _check_names(self, everything: RuleSet) -> None:
        settings = self.settings
        said = {"select": settings.select, "ignore": settings.ignore}
        said |= {f"per-file-ignores.{at}": names for at, names in settings.per_file_ignores.items()}
        for key, names in said.items():
            with settings.blamed(key):
                everything.check_names(name for name in names if name not in NOTES)

    @cached_property
    def rules(self) -> RuleSet:
        """The selected rules with the settings' changes."""
        select = [name for name in self.settings.select if name not in NOTES]
        ignore = [name for name in self.settings.ignore if name not in NOTES]
        if self.settings.select and not select:
            return RuleSet()
        chosen = self.all_rules.selected(select, ignore)
        return chosen.adjusted(
            {name: change for name, change in self.settings.rule.items() if name in chosen}
        )

    def checked(
        self,
        documents: Sequence[Document],
        *,
        rules: RuleSet | None = None,
        story: str | None = None,
        suppressing: bool = True,
        progress: pipeline.Progress | None = None,
    ) -> Report:
        """Everything found, with what the copy, the settings and the baseline keep quiet set aside.

        `rules` are those of the settings unless given; `story` declares that all documents tell
        one.
        """
        rules = self.rules if rules is None else rules
        with self.settings.blamed("lexicons"):
            for folder in self.settings.lexicons:
                _add_words(folder)
        if self.settings.story_by == "folder":
            documents = stories.by_folder(documents)
        report = pipeline.run(
            documents,
            rules,
            story=story,
            compare_stories=self.settings.stories,
            edges=self.settings.strict == "high",
            progress=progress,
        )
        report = replace(report, facts={**self._facts(rules), **report.facts})
        if suppressing:
            report = self._suppressed(report, rules)
        report = self._filtered(report, rules)
        if self.settings.baseline:
            from numcheck import baseline  # and JSON with it, for those who keep one

            report = baseline.apply(report, baseline.load(Path(self.settings.baseline)))
        return report

    def suppressions(self, report: Report) -> list[Suppression]:
        """What the copy, files beside it and the settings ask not to show."""
        with self.settings.blamed("suppressions"):
            return suppress.collect(
                report.readings,
                self.settings.suppressions,
                house_marks=self.settings.house_marks,
                require_reason=self.settings.require_reason,
            )

    def _suppressed(self, report: Report, rules: RuleSet) -> Report:
        found = self.suppressions(report)
        if not found:
            return report
        known = {name for rule in self.all_rules for name in rule.names}
        # A rule that compares documents says nothing where none were compared.
        applied = rules if report.stories else rules.document
        return suppress.apply(report, found, {rule.id: rule.names for rule in applied}, known)

    def _filtered(self, report: Report, rules: RuleSet) -> Report:
        """Without findings that are less sure than asked for, or ignored in their file."""
        names: Mapping[str, frozenset[str]] = {rule.id: frozenset(rule.names) for rule in rules}
        shown = STRICTNESS[self.settings.strict]

        def wanted(finding: Finding) -> bool:
            if finding.rule in NOTES and not self._wants_note(finding.rule):
                return False
            mine = names.get(finding.rule, frozenset({finding.rule}))
            return finding.confidence in shown and not any(
                mine & set(ignored) and matches(finding.document, [pattern])
                for pattern, ignored in self.settings.per_file_ignores.items()
            )

        kept = filter(wanted, report.findings)
        return replace(report, findings=tuple(map(self._weighed, kept)))

    def _wants_note(self, name: str) -> bool:
        settings = self.settings
        if name in settings.ignore or settings.rule.get(name, {}).get("severity") == "off":
            return False
        return not settings.select or name in settings.select

    def _weighed(self, finding: Finding) -> Finding:
        """A note with the severity that the settings give it; rules have theirs already."""
        if finding.rule not in NOTES:
            return finding
        severity = self.settings.rule.get(finding.rule, {}).get("severity", finding.severity)
        return replace(finding, severity=severity)

    def _facts(self, rules: RuleSet) -> dict[str, str]:
        """What a report says about its run."""
        return {
            "version": numcheck.__version__,
            "rules": str(len(rules)),
            "rules hash": rules.digest,
            "options": " ".join(self.settings.changes()) or "none",
            "time": time.strftime("%Y-%m-%d %H:%M:%S %z"),
            "python": sys.version.split()[0],
        }


def _add_words(folder: str) -> None:
    if not Path(folder).is_dir():
        raise UsageError(f"{folder}: no such folder of word lists")
    lexicon.extend(Path(folder))
