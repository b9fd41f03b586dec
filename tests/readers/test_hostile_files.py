"""Whatever a file holds, it becomes documents or one clear error, and soon."""

import io
import time
import zipfile

import one_story
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.readers import formats, read_bytes

MARKUP = st.text(st.sampled_from("<>&;/!-[]{}()\"'=, \n\r\t\\*_|#a1:0`"), max_size=400)


def read_or_refuse(data: bytes, name: str, input_format: str | None = None) -> list[Document]:
    """The documents of a file, as far as they go; every place in them must hold."""
    found: list[Document] = []
    refusal = ""
    try:
        found.extend(read_bytes(data, name, input_format))
    except ReaderError as error:
        refusal = str(error)
    assert "\n" not in refusal
    for document in found:
        check_places(document)
    return found


def check_places(document: Document) -> None:
    size = len(document.text)
    document.text.encode()
    for zone in document.zones:
        assert 0 <= zone.start < zone.end <= size
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    assert all(0 <= cell.start <= cell.end <= size for cell in cells)
    assert all(0 <= comment.start <= size for comment in document.comments)
    assert min(document.line_column(size // 2)) >= 1


@pytest.mark.parametrize("name", one_story.WRITERS)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_truncated_files_are_read_or_refused(name, data):
    write, input_format = one_story.WRITERS[name]
    story = write()
    cut = data.draw(st.integers(0, len(story)))

    read_or_refuse(story[:cut], name)
    read_or_refuse(story[:cut], name, input_format)


@pytest.mark.parametrize("name", one_story.WRITERS)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(name, data):
    write, input_format = one_story.WRITERS[name]
    story = bytearray(write())
    for _ in range(data.draw(st.integers(1, 20))):
        story[data.draw(st.integers(0, len(story) - 1))] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(story), name, input_format)


@pytest.mark.parametrize("input_format", formats())
@settings(max_examples=20, deadline=None)
@given(st.one_of(st.binary(max_size=400), MARKUP.map(str.encode)))
def test_noise_is_read_or_refused(input_format, data):
    read_or_refuse(data, "noise", input_format)


MANY = 8_000
HOSTILE = {
    "deep.html": b"<div>" * MANY,
    "closing.html": b"</div>" * MANY,
    "tags.html": b"<a " * MANY,
    "attributes.html": b"<a b=" * MANY,
    "quotes.html": b"<a b='\"" * MANY,
    "blanks.html": b"<a" + b" " * MANY + b"=" + b" " * MANY,
    "comments.html": b"<!--" * MANY,
    "closed-comments.html": b"<!--1--><p>" * MANY,
    "entities.html": b"&amp" * MANY,
    "cells.html": b"<table>" + b"<tr><td colspan=99999 rowspan=99999>1<td>2" * (MANY // 10),
    "lists.html": b"<ul><li>1" * MANY,
    "deep.xml": b"<nitf><body>" + b"<p>1" * MANY,
    "items.xml": b"<newsMessage>" + b"<newsItem><headline>1</headline>" * (MANY // 10),
    "feed.xml": b"<rss><channel>" + b"<item><title>1</title>" * (MANY // 10),
    "marks.rss": b"<!--" * MANY + b"<![CDATA[" * MANY + b"<item " * MANY,
    "prolog.xml": b"<!--a-->" * MANY,
    "doctype.xml": b"<!DOCTYPE nitf [" * MANY,
    "deep.json": b'{"headline":' + b"[" * MANY,
    "number.json": b'{"headline":' + b"9" * MANY + b"}",
    "halves.json": b'{"headline":"' + b"\\ud800" * MANY + b'"}',
    "brackets.md": b"[[](" * MANY,
    "quotes.md": b"> " * MANY,
    "items.md": b"- a\n\n" * (MANY // 2),
    "line.txt": b"84 of 500 " * (MANY * 10),
    "lines.txt": b"1\r\n" * (MANY * 10),
    "message.iptc": b"\x01abc\x02" + b"1\r\n" * MANY,
    "message.anpa": b"\x16\x16\x01A\x1fb\r\n\x02\x03" + b"A-" * MANY,
    "quotes.csv": b'text\n"' + b'""' * MANY,
    "open.csv": b'text\n"' + b"a\n" * MANY,
    "unbalanced.csv": b'text,id\n' + b'"84,1\n' * (MANY // 4),
    "columns.csv": b"text" + b",a" * MANY,
    "deep.jsonl": b"[" * MANY,
    "subject.eml": b"Received: x\nSubject: " + b"=?utf-8?Q?a?= " * MANY,
    "breaks.eml": b"MIME-Version: 1\nContent-Transfer-Encoding: quoted-printable\n\n"
    + b"=\n" * MANY,
    "deep.eml": b"".join(
        b"MIME-Version: 1\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
        for i in range(2000)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_done_with_soon(name):
    started = time.process_time()

    read_or_refuse(HOSTILE[name], name)

    # Each takes less than 1 s on a quiet machine; what is quadratic takes far longer.
    assert time.process_time() - started < 8


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_an_archive_that_would_unpack_to_far_more_is_refused():
    bomb = packed({"word/document.xml": b"<w:p>" + b"9" * 50_000_000})

    assert len(bomb) < 100_000
    with pytest.raises(ReaderError, match="unpacks to far more"):
        list(read_bytes(bomb, "x.docx"))


def test_an_archive_that_is_no_word_file_is_refused():
    with pytest.raises(ReaderError, match="holds no Word document"):
        list(read_bytes(packed({"a.txt": b"84"}), "x.docx"))


@pytest.mark.parametrize(
    "subset",
    ['<!ENTITY a "99">', '<!ENTITY a SYSTEM "file:///etc/hosts">', '<!ENTITY % a "9">%a;'],
)
def test_declared_entities_are_neither_expanded_nor_fetched(subset):
    copy = f"<!DOCTYPE nitf [{subset}]><nitf><body><p>Held &a; 84</p></body></nitf>"

    (document,) = read_or_refuse(copy.encode(), "x.xml")

    assert "Held &a; 84" == document.text
    assert "not expanded" in document.notices[0]


@pytest.mark.parametrize(
    ("copy", "text", "said"),
    [
        ("<nitf><body><p>Held 84", "Held 84", "<p> is never closed (line 1)"),
        ("<nitf><body><p>Held 84</q></p></body></nitf>", "Held 84", "</q> closes nothing"),
        ("<nitf><body><p>Held 84</p><p cla", "Held 84", "a tag is never closed"),
        ("<nitf><body><p>Held <![CDATA[84", "Held 84", "a CDATA section is never closed"),
    ],
)
def test_broken_markup_is_read_and_told_of(copy, text, said):
    (document,) = read_or_refuse(copy.encode(), "x.nitf", "nitf")

    assert text == document.text
    assert any(said in notice for notice in document.notices)
