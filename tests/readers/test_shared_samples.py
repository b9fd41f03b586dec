"""The shared samples of formats: each is read, and what its list says stands in it is found.

Their text is other people's and stays there: figures to look for are taken from the list itself.
"""

import re
from pathlib import Path

import pytest

from numcheck.model import Document
from numcheck.readers import read
from numcheck.readers._encoding import decode

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "data" / "formats"
pytestmark = [
    pytest.mark.dev_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here"),
]
FILES = sorted(p.name for p in SAMPLES.rglob("*.*") if p.name != "README.md")
UNCHECKED = ("note", "boilerplate", "not-for-publication")


def documents(name: str) -> list[Document]:
    (path,) = SAMPLES.rglob(name)
    return list(read(path))


def listed(name: str) -> str:
    """What the list says of a file."""
    rows = (SAMPLES / "README.md").read_text().splitlines()
    return next(row for row in rows if row.startswith(f"| `{name}`"))


def figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@pytest.mark.parametrize("name", FILES)
def test_quoted_figures_of_the_list_stand_in_the_copy(name):
    # A tracked deletion is gone, and "1st Ld" is the wire's and no part of the copy.
    said = re.sub(r'deletion "[^"]*"|"\d+(?:st|nd|rd|th) L[^"]*"', "", listed(name))
    wanted = {f for words in re.findall(r'"([^"|]*\d[^"|]*)"', said) for f in figures(words)}
    told = {figure for document in documents(name) for figure in figures(document.text)}

    assert set() == wanted - told


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".docx")])
def test_figures_stand_where_they_are_said_to(name):
    (path,) = SAMPLES.rglob(name)
    lines = re.split(r"\r\n|\n|\r", decode(path.read_bytes(), name).text)
    for document in documents(name):
        for figure in re.finditer(r"\d+", document.text):
            line, column = document.line_column(figure.start())
            there = lines[line - 1][column - 1 :]
            assert there.startswith((figure[0], "&"))


@pytest.mark.parametrize("name", [name for name in FILES if "7901" in name or "anpa" in name])
def test_headers_and_trailers_are_no_copy(name):
    """Word counts, serial numbers, clocks and telephone numbers are never read as claims."""
    (path,) = SAMPLES.rglob(name)
    raw = path.read_bytes().decode("latin-1")
    around = raw.partition("\x02")[0] + raw.rpartition("\x03")[2]
    for document in documents(name):
        notes = [z for z in document.zones if z.kind in UNCHECKED]
        copy = "".join(
            " " if any(z.start <= at < z.end for z in notes) else character
            for at, character in enumerate(document.text)
        )
        header_only = {f for f in figures(around) if len(f) > 2} - set(figures(copy))
        assert header_only
        assert "+49" not in copy


def test_only_cancelled_items_are_left_unchecked():
    cancelled = [name for name in FILES for d in documents(name) if "cancel" in "".join(d.notices)]

    assert [name for name in FILES if '"canceled"' in listed(name)] == cancelled
