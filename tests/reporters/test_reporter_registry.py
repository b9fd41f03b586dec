"""Output formats are found by name."""

import pytest
from handmade_report import report

from numcheck import reporters
from numcheck.errors import UsageError


def test_every_format_renders_a_report_and_ends_its_last_line():
    for name in reporters.names():
        assert reporters.render(report(), name).endswith("\n"), name
        assert reporters.suffix(name).startswith("."), name


def test_an_unknown_format_names_the_nearest_one():
    with pytest.raises(UsageError, match="Did you mean 'text'"):
        reporters.render(report(), "texd")
