"""The figures of one story are the same, and in their places, in every format that carries it."""

import datetime as dt
import re
from pathlib import Path

import one_story
import pytest

from numcheck.model import Document
from numcheck.readers import formats, identify, read_bytes
from numcheck.readers._encoding import decode
from numcheck.readers._source import Source

#: Places in these are paragraphs or rows, or nothing that a person sees.
WITHOUT_LINES = {"story.docx", "story.pdf", "corpus.parquet", "html.eml"}
WITHOUT_DATE = {"text", "docx", "pdf"}


def read_story(name: str) -> Document:
    write, _ = one_story.WRITERS[name]
    (document,) = read_bytes(write(), name)
    return document


def figures(document: Document) -> list[re.Match[str]]:
    """The runs of digits in what is copy."""
    notes = [z for z in document.zones if z.kind in ("note", "boilerplate", "not-for-publication")]
    found = re.finditer(r"\d[\d.,]*\d|\d", document.text)
    return [m for m in found if not any(z.start <= m.start() < z.end for z in notes)]


@pytest.mark.parametrize("name", one_story.WRITERS)
def test_figures_are_the_same_in_every_format(name):
    assert list(one_story.FIGURES) == [m[0] for m in figures(read_story(name))]


@pytest.mark.parametrize("name", one_story.WRITERS)
def test_formats_are_recognised(name):
    write, expected = one_story.WRITERS[name]

    assert expected == identify(Source(name, data=write()))
    if expected not in ("markdown", "text", "csv"):
        without_end = {"jsonl": ".jsonl"}.get(expected, "")
        assert expected == identify(Source(f"-{without_end}", data=write()))


@pytest.mark.parametrize("name", sorted(set(one_story.WRITERS) - WITHOUT_LINES))
def test_figures_stand_where_the_document_says(name):
    write, _ = one_story.WRITERS[name]
    lines = re.split(r"\r\n|\n|\r", decode(write(), name).text)
    document = read_story(name)

    for figure in figures(document):
        line, column = document.line_column(figure.start())
        there = lines[line - 1][column - 1 :]
        # Quoted-printable may break a line within a figure.
        assert there.removesuffix("=").startswith(figure[0]) or there.endswith(figure[0][0] + "=")


@pytest.mark.parametrize("name", one_story.WRITERS)
def test_headline_and_date_are_told(name):
    document = read_story(name)
    _, name_of_format = one_story.WRITERS[name]

    if name_of_format not in ("text",):
        assert one_story.HEADLINE in (document.headline or document.text)
    if name_of_format not in WITHOUT_DATE:
        assert dt.date(2031, 5, 6) == document.published


@pytest.mark.parametrize("name", one_story.WRITERS)
def test_sentences_are_whole_in_every_format(name):
    words = " ".join(read_story(name).text.split())

    for paragraph in one_story.PARAGRAPHS:
        assert paragraph.split(") - ")[-1] in words


@pytest.mark.parametrize("name", [name for name in one_story.WRITERS if name != "story.pdf"])
def test_paragraphs_are_lines_in_every_format(name):
    lines = read_story(name).text.split("\n")

    for paragraph in one_story.PARAGRAPHS:
        assert any(line.endswith(paragraph[-40:]) and len(line) > 60 for line in lines)


def test_every_format_carries_the_story():
    assert {of for _, of in one_story.WRITERS.values()} == set(formats())


def test_every_format_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text()

    assert set(formats()) == set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE))
