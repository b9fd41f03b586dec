"""pytest over copy: each document an item, one item for what documents say of one story.

    pytest --numcheck incoming/            check the copy in incoming/
    pytest --numcheck --numcheck-lax       only errors fail; warnings are printed in the summary

Off until asked for, by `--numcheck` or by `numcheck_paths` in the ini file. Tests of a pipeline
that holds strings use the fixtures `numcheck_check` and `assert_consistent`, or import
`numcheck.testing`. Nothing of numcheck but this file is loaded before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from numcheck.model import Document, Finding, Report
    from numcheck.session import Session

MARKER = "numcheck"
_SESSION: pytest.StashKey[_Copy] = pytest.StashKey()
_NOTES: pytest.StashKey[list[str]] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, in a group of their own."""
    group = parser.getgroup("numcheck", "figures that cannot all be right")
    group.addoption("--numcheck", action="store_true", help="check copy files as test items")
    group.addoption(
        "--numcheck-lax", action="store_true", help="as --numcheck, but only errors fail"
    )
    group.addoption(
        "--numcheck-config", metavar="FILE", help="a numcheck settings file, not the nearest"
    )
    group.addoption(
        "--numcheck-no-stories", action="store_true", help="check each document by itself"
    )
    parser.addini("numcheck_paths", "file patterns of copy to check without --numcheck", "linelist")
    parser.addini(
        "numcheck_fail_on", "least severity that fails: error, warning or info", default=""
    )


def pytest_configure(config: pytest.Config) -> None:
    """The marker that all our items carry."""
    config.addinivalue_line("markers", f"{MARKER}: copy checked by numcheck")
    config.stash[_NOTES] = []


def _asked(config: pytest.Config) -> bool:
    return bool(config.getoption("numcheck") or config.getoption("numcheck_lax"))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Copy becomes a file of items, where numcheck is asked for."""
    patterns = parent.config.getini("numcheck_paths")
    named = any(fnmatch(_shown_path(file_path, parent.config), pattern) for pattern in patterns)
    if named or (_asked(parent.config) and not patterns and _is_copy(file_path)):
        return CopyFile.from_parent(parent, path=file_path)
    return None


def _shown_path(path: Path, config: pytest.Config) -> str:
    """The path below the root, with forward slashes; whole where it is elsewhere."""
    inside = config.rootpath in path.parents
    return path.relative_to(config.rootpath).as_posix() if inside else path.as_posix()


def _is_copy(path: Path) -> bool:
    from numcheck import readers

    return readers.is_copy(path)


class CopyFile(pytest.File):
    """A file of copy; it may hold several documents."""

    def collect(self) -> Iterable[pytest.Item]:
        """An item for each document."""
        from numcheck.errors import ReaderError

        copy = _copy(self.config)
        try:
            documents = copy.read(self.path)
        except ReaderError as error:
            yield UnreadItem.from_parent(self, name="unread", reason=error.reason)
            return
        for number, document in enumerate(documents, start=1):
            name = "figures" if len(documents) == 1 else f"figures-{number}"
            yield CopyItem.from_parent(self, name=name, document=document)


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the item for stories where several documents were collected."""
    documents = [item.document for item in items if isinstance(item, CopyItem)]
    if len(documents) > 1 and not config.getoption("numcheck_no_stories"):
        items.append(StoriesItem.from_parent(session, name="stories", documents=documents))


class _Item(pytest.Item):
    """What our items share: the marker, properties for JUnit, and the failure report."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.add_marker(MARKER)

    def judge(self, findings: Sequence[Finding], report: Report) -> None:
        """Fail if a finding weighs enough; keep all of them as properties."""
        from numcheck.testing import Contradiction, shown

        copy = _copy(self.config)
        for finding in findings:
            said = f"{finding.severity}: {finding.message}"
            self.user_properties.append((f"numcheck.{finding.rule}", said))
        failing = [finding for finding in findings if copy.fails(finding)]
        if failing:
            raise Contradiction(shown(report, findings))
        for finding in findings:
            if finding.severity != "info":
                self.config.stash[_NOTES].append(f"{self.nodeid}: {finding.message}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Our own words for a finding or for bad settings; pytest's for anything else."""
        from numcheck.errors import NumcheckError
        from numcheck.testing import Contradiction

        if isinstance(excinfo.value, Contradiction | NumcheckError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


class CopyItem(_Item):
    """The figures of one document."""

    def __init__(self, *, document: Document, **options: Any) -> None:
        super().__init__(**options)
        self.document = document

    def runtest(self) -> None:
        report = _copy(self.config).session.checked([self.document])
        self.judge(report.findings, report)


class UnreadItem(_Item):
    """A file that could not be read: an item, so that it is not passed over in silence."""

    def __init__(self, *, reason: str, **options: Any) -> None:
        super().__init__(**options)
        self.reason = reason

    def runtest(self) -> None:
        from numcheck.testing import Contradiction

        raise Contradiction(f"cannot read {self.path}: {self.reason}")


class StoriesItem(_Item):
    """What documents that tell one story say of each other. One item, and so one worker."""

    def __init__(self, *, documents: Sequence[Document], **options: Any) -> None:
        super().__init__(**options)
        self.documents = documents
        # Under `-n ... --dist loadgroup` this item stays in one piece, whoever takes it.
        self.add_marker(pytest.mark.xdist_group("numcheck-stories"))

    def runtest(self) -> None:
        session = _copy(self.config).session
        report = session.checked(self.documents, rules=session.rules.story)
        self.judge([finding for finding in report.findings if finding.story], report)


class _Copy:
    """What every item of a run needs: settings and rules, loaded once."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    @cached_property
    def session(self) -> Session:
        from numcheck import config
        from numcheck.session import Session

        file = self.config.getoption("numcheck_config")
        settings = config.load(self.config.rootpath, file=Path(file) if file else None)
        return Session(settings)

    def read(self, path: Path) -> list[Document]:
        """The documents of a file, called by their path below the root."""
        from dataclasses import replace

        from numcheck import readers

        shown = _shown_path(path, self.config)
        return [
            replace(one, id=one.id.replace(str(path), shown)) for one in readers.read(str(path))
        ]

    def fails(self, finding: Finding) -> bool:
        from numcheck import session
        from numcheck.model import SEVERITIES

        least = self.config.getini("numcheck_fail_on") or "warning"
        if least not in (*SEVERITIES, "never"):
            raise pytest.UsageError(f"numcheck_fail_on must be one of {', '.join(SEVERITIES)}")
        return session.fails(finding, "error" if self.config.getoption("numcheck_lax") else least)


def _copy(config: pytest.Config) -> _Copy:
    if _SESSION not in config.stash:
        config.stash[_SESSION] = _Copy(config)
    return config.stash[_SESSION]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Findings that did not fail, said once at the end."""
    notes = config.stash[_NOTES]
    if notes:
        terminalreporter.section("numcheck: not failing")
        for note in notes:
            terminalreporter.line(note)


@pytest.fixture
def numcheck_check() -> Callable[..., list[Finding]]:
    """`numcheck.check`: the findings in a text, a document, or several."""
    import numcheck

    return numcheck.check


@pytest.fixture(name="assert_consistent")
def _assert_consistent() -> Callable[..., None]:
    """`assert_consistent(text)`: fails with the excerpt if its figures cannot all be right."""
    from numcheck.testing import assert_consistent

    return assert_consistent
