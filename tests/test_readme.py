"""What README.md shows is what the commands print today."""

import importlib.util
import re
from pathlib import Path

import pytest

import numcheck

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def refresh(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "scripts/refresh_readme.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_every_console_block_is_current(refresh):
    """Mend with `python scripts/refresh_readme.py`."""
    assert refresh.refreshed(README) == README


def test_every_link_leads_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_python_shown_runs(capsys):
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)

    exec(block, {})

    printed = capsys.readouterr().out
    assert "40 40.0 40.0 marchers" in printed
    assert "part-exceeds-whole" in printed


def test_the_version_is_said_once():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert f'version = "{numcheck.__version__}"' in pyproject
