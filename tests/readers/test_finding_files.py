"""Files are found, recognised and refused in words that help."""

import pytest

from numcheck.errors import ReaderError, UsageError
from numcheck.readers import EMPTY, formats, identify, read, read_bytes, walk
from numcheck.readers._source import Source


@pytest.fixture
def tray(tmp_path, monkeypatch):
    for name, copy in {
        "b.txt": "Two",
        "a.html": "<p>One",
        "deep/c.md": "# Three",
        "deep/.hidden.txt": "no",
        ".git/x.txt": "no",
        "notes.xml": "<settings/>",
        "photo.jpg": "no",
    }.items():
        path = tmp_path / "tray" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(copy)
    (tmp_path / "tray" / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["tray"], ["tray/a.html", "tray/b.txt", "tray/deep/c.md"]),
        (["tray/*.txt"], ["tray/b.txt"]),
        (["tray/**/*.md"], ["tray/deep/c.md"]),
        (["tray/b.txt", "tray/b.txt", "tray"], ["tray/b.txt", "tray/a.html", "tray/deep/c.md"]),
        (["tray/photo.jpg"], ["tray/photo.jpg"]),
        (["tray/empty"], ["tray/empty"]),
        (["gone.txt", "gone/*.txt"], ["gone.txt", "gone/*.txt"]),
        (["-"], ["-"]),
        (["\0"], ["\0"]),
    ],
)
def test_walking_finds_copy(tray, named, found):
    assert found == list(walk(named))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("tray/gone.txt", "there is no such file"),
        ("tray/empty", "holds no copy"),
        ("\0", "could not be read"),
        ("n" * 5000, "could not be read"),
    ],
)
def test_what_cannot_be_read_says_why(tray, path, reason):
    with pytest.raises(ReaderError, match=reason):
        list(read(path))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01\x02\x03" * 99, "binary file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"{\\rtf1 Held 84}", "Rich Text"),
        (bytes(range(256)) * 4, "binary file"),
    ],
)
def test_binary_files_are_refused(data, reason):
    with pytest.raises(ReaderError, match=reason):
        list(read_bytes(data, "x.txt"))


def test_files_over_the_limit_are_refused_until_it_is_raised():
    with pytest.raises(ReaderError, match="larger than 1 MB; raise the limit"):
        list(read_bytes(b"a " * 2**20, "x.txt", limit_bytes=2**20))

    assert 1 == len(list(read_bytes(b"a " * 2**20, "x.txt", limit_bytes=2**22)))


def test_an_unknown_format_is_named_with_the_known_ones():
    with pytest.raises(UsageError, match=r"no input format 'telex'.* Formats: .*html.*text"):
        list(read_bytes(b"x", "x", "telex"))


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.txt", b"Held 84", "text"),
        ("x.txt", b"<!DOCTYPE html><p>84", "html"),
        ("x.md", b"<p>84", "markdown"),
        ("-", b"<html>", "html"),
        ("-", b"84 held", "text"),
        ("x.nws", b"84 held", "text"),
    ],
)
def test_formats_are_told_by_suffix_and_content(name, data, expected):
    assert expected == identify(Source(name, data=data))


def test_an_empty_file_is_an_empty_document():
    for name in ("x.txt", "x.html", "x.md"):
        (document,) = read_bytes(b"", name)

        assert "" == document.text


def test_every_format_offers_what_a_format_must():
    assert {"html", "markdown", "text"} <= set(formats())


def test_a_file_without_text_says_so(tmp_path):
    for name, content in (("a.txt", ""), ("b.html", "<html><body></body></html>")):
        path = tmp_path / name
        path.write_text(content)

        (document,) = read(path)

        assert EMPTY in document.notices
