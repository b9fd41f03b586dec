"""The terminal report: excerpts with carets under every figure, and nothing that acts."""

import io
from dataclasses import replace

import pytest
from handmade_report import PART, claim, finding, place, reading, report
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Document, Place, Report
from numcheck.reporters import render
from numcheck.reporters._width import visible, width
from numcheck.terminal import wants_color


def one(text: str, primary: str, other: str) -> Report:
    """A report with one finding on two stretches of one document."""
    document = Document(text, "a.txt")
    first, second = claim(document, primary, 1), claim(document, other, 2)
    found = finding(PART, first, "part", place(second, "whole"), message="cannot be")
    return Report((reading(document, first, second),), (found,))


def under(report: Report, columns: int) -> list[str]:
    """What stands above the carets, in columns, on every caret row."""
    found, shown = [], ""
    for line in render(report, "text", width=columns).splitlines():
        if "^" not in line:
            shown = line
            continue
        cells = [char for char in shown for _ in range(width(char))]
        found.append("".join(c for c, mark in zip(cells, line, strict=False) if mark == "^"))
    return found


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["84at least 500"], "Police held 84 people, at least 500 of them here."),
        (["84at least 500"], "警察は 84 人、うち at least 500 人。"),
        (["84at least 500"], "Cafe\u0301 84 noe\u0308l, at least 500 of them."),
        (["84at least 500"], "Some \U0001f469 84 people and at least 500 more."),
        (["at least 500", "84"], "84 were held." + " word" * 60 + "\nIn the capital at least 500."),
        (["at least 500", "84"], "84 were held." + " word" * 60 + " in the capital at least 500."),
    ],
)
def test_carets_stand_under_both_figures(expected: list[str], text: str):
    actual = under(one(text, "at least 500", "84"), 80)

    assert expected == actual


def test_long_lines_are_cut_to_the_terminal():
    text = "filler " * 400 + "84 people, at least 500 of them, " + "filler " * 400
    lines = render(one(text, "at least 500", "84"), "text", width=60).splitlines()

    assert all(width(line) <= 60 for line in lines if "|" in line)
    assert any("84 people, at least 500" in line for line in lines)


def test_labels_that_would_collide_take_a_row_each():
    rendered = render(one("It was 84 500 then.", "500", "84"), "text")

    assert "^^ whole\n" in rendered
    assert "^^^ part\n" in rendered


def test_copy_cannot_drive_the_terminal():
    rendered = render(one("84 \x1b[2J\x07 and \u202e500\u202c", "500", "84"), "text")

    assert not {"\x1b", "\x07", "\u202e"} & set(rendered)


def test_a_finding_on_an_unknown_document_is_still_told():
    lost = replace(report(), readings=())

    assert "at least 500 cannot be part of 84" in render(lost, "text")


def test_the_summary_says_what_silence_covers():
    rendered = render(report(), "text")

    assert "5 figures: 0 tied to another, 3 contradictory, 2 standing alone" in rendered
    assert "1 error, 1 warning (1 suppressed, 1 known)." in rendered
    assert "cannot read broken.bin: This is not text." in rendered


@pytest.mark.parametrize(
    ("expected", "choice", "environ", "terminal"),
    [
        (True, "always", {"NO_COLOR": "1"}, False),
        (False, "never", {"FORCE_COLOR": "1"}, True),
        (True, "auto", {}, True),
        (False, "auto", {}, False),
        (False, "auto", {"NO_COLOR": "1"}, True),
        (True, "auto", {"NO_COLOR": ""}, True),
        (True, "auto", {"FORCE_COLOR": "1"}, False),
        (False, "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
        (False, "auto", {"TERM": "dumb"}, True),
    ],
)
def test_colours_only_where_wanted(expected, choice, environ, terminal, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)

    assert expected == wants_color(choice, stream, environ)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 40), st.integers(20, 90))
def test_any_text_and_place_can_be_shown(text: str, start: int, length: int, columns: int):
    document = Document(text, "a.txt")
    start = min(start, len(text))
    at = replace(report().findings[0], document="a.txt", start=start, end=start + length)
    rendered = render(Report((reading(document),), (at,)), "text", width=columns)

    assert len(text) == len(visible(text))
    assert rendered.isprintable() or "\n" in rendered


def test_a_document_is_named_once_for_places_on_several_lines():
    rendered = render(one("In all 84 were held.\nHere at least 500.", "at least 500", "84"), "text")

    assert 1 == rendered.count("-->")
    assert " 1 | In all 84 were held." in rendered


def test_a_finding_with_very_many_places_shows_the_first_of_them():
    text = "".join(f"Line {n} has 84.\n" for n in range(40))
    document = Document(text, "a.txt")
    figure = claim(document, "84", 84)
    step = text.index("84", figure.end) - figure.start
    at = figure.start + step
    others = [Place("a.txt", at + n * step, at + 2 + n * step) for n in range(9)]
    found = finding(PART, figure, "", *others, *others, message="cannot be")
    rendered = render(Report((reading(document, figure),), (found,)), "text")

    assert "… and 7 more places" in rendered
