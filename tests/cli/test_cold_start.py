"""A first look at one file is quick, because it loads only what it needs."""

import re
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import numcheck
from numcheck.cli import main

HEAVY = ("pandas", "numpy", "pint", "quantulum3", "jinja2", "tabulate", "pyarrow", "lxml",
         "markdown_it", "pytest", "importlib.metadata", "numcheck.translation", "tomllib",
         "calendar", "difflib", "shutil", "numcheck.baseline")  # fmt: skip
SCRIPT = """
import sys
from numcheck.cli import main
code = main(["check", sys.argv[1], "--isolated"])
print(code, *[name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text("The harbour museum opened three rooms. Of its 40 guides, 12 speak Danish.\n")
    return path


def test_checking_one_file_loads_nothing_heavy(story):
    script = SCRIPT.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", script, str(story)], capture_output=True, text=True, check=True
    )

    assert "0" == done.stderr.strip()


@pytest.mark.parametrize(
    ("slow", "quick"),
    [(r"^\w+(?:: .*)? = re\.compile\(", "numcheck.patterns.pattern"),
     (r"^@dataclass\(frozen=True, slots=True\)", "numcheck.values.frozen")],
)  # fmt: skip
def test_modules_are_quick_to_import(slow, quick):
    """What a module compiles while it is imported is paid for by every run."""
    files = Path(numcheck.__file__).parent.rglob("*.py")
    said = [file.name for file in files if re.search(slow, file.read_text("utf-8"), re.MULTILINE)]

    assert [] == said, f"use {quick} there"


def test_checking_opens_no_connection_and_writes_nothing(story, monkeypatch, capsys):
    """Embargoed copy stays where it is."""

    def refuse(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.chdir(story.parent)
    assert 0 == main(["check", str(story), "--format", "json"])
    assert [story] == list(story.parent.iterdir())


@pytest.mark.slow
def test_checking_one_file_starts_fast(story):
    """A wide margin, since test machines are busy; `python -m benchmarks.cold_start` measures."""
    command = [sys.executable, "-m", "numcheck", "check", str(story), "--isolated", "-q"]
    subprocess.run(command, check=True)
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(command, check=True)
        spent.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)

    assert min(spent) < 0.75
