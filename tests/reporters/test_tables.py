"""Claims, rules and findings as tables."""

import pytest
from handmade_report import report
from test_html_report import hostile

from numcheck.errors import UsageError
from numcheck.reporters import render, tables


def test_every_figure_is_a_row_of_the_claims_table():
    frame = tables.claims(report())

    assert ["84", "at least 500", "about 2,000", "737", "More than 700", "5th"] == [*frame["text"]]
    assert ["contradictory", "contradictory", "alone", "aside"] == [*frame["standing"][:4]]
    assert (3, 13) == (frame["line"][0], frame["column"][0])
    assert float("inf") == frame["high"][1]


def test_rules_say_how_much_they_found():
    assert [1, 1] == [*tables.rules(report())["found"]]


def test_cells_that_a_spreadsheet_would_run_are_made_text():
    text = tables.csv(tables.claims(hostile("=cmd|' /C calc'!A0")))

    assert "\"'=cmd" in text or "'=cmd" in text
    assert ",=cmd" not in text


def test_markdown_shows_copy_as_it_is():
    text = tables.markdown(tables.findings(hostile("<b>a|b</b>\n[x](javascript:1)")))

    assert 3 == len(text.splitlines())
    assert "\\<b\\>a\\|b" in text


def test_tables_are_written_beside_the_page():
    written = tables.files(report(), ["csv", "markdown"])

    assert {
        "findings.csv", "claims.csv", "rules.csv", "findings.md", "claims.md", "rules.md"
    } == set(written)  # fmt: skip
    with pytest.raises(UsageError, match="no table format 'xlsx'"):
        tables.files(report(), ["xlsx"])


def test_the_tables_format_holds_all_three():
    text = render(report(), "tables")

    assert all(f"## {name}" in text for name in ("Findings", "Claims", "Rules"))
