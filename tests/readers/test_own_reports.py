"""A folder is checked again with yesterday's reports in it: they are no copy."""

import pytest

from numcheck import cli, readers, reporters

ENDINGS = {"csv": "csv", "html": "html", "json": "json", "jsonl": "jsonl", "junit": "xml",
           "markdown": "md", "rdjson": "json", "sarif": "json", "gitlab": "json"}  # fmt: skip


@pytest.fixture
def folder(tmp_path, capsys):
    (tmp_path / "story.txt").write_text("Police held 40 marchers, of whom 52 were women.\n")
    for format, ending in ENDINGS.items():
        cli.main(
            [
                "check",
                str(tmp_path / "story.txt"),
                "--output",
                f"{format}={tmp_path / format}.{ending}",
            ]
        )
    for ending in ("csv", "json", "jsonl", "md"):
        cli.main(["extract", str(tmp_path / "story.txt"), "-o", str(tmp_path / f"claims.{ending}")])
    cli.main(
        ["baseline", "create", str(tmp_path / "story.txt"), "--baseline", str(tmp_path / "b.json")]
    )
    capsys.readouterr()
    return tmp_path


def test_reports_in_a_folder_are_left_out(folder):
    assert len(ENDINGS) + 6 == len(list(folder.iterdir()))
    assert [str(folder / "story.txt")] == list(readers.walk([str(folder)]))


def test_a_report_named_outright_is_read(folder):
    report = str(folder / "html.html")

    assert [report] == list(readers.walk([report]))


def test_every_format_with_an_ending_of_copy_is_known_here():
    """A new format that could be taken for copy must say how it begins."""
    copy = {suffix for name in readers.formats() for suffix in readers._load(name).SUFFIXES}
    like_copy = {name for name in reporters.names() if reporters.suffix(name) in copy}

    assert set() == like_copy - set(ENDINGS) - {"text", "concise", "github", "tables"}


@pytest.mark.parametrize(
    "text",
    ["# numcheck: what the desk thinks of it\n", "document,line,text\na,1,Held 40.\n",
     "<title>Numcheck comes to the newsroom</title><p>Held 40.</p>"],
)  # fmt: skip
def test_copy_that_speaks_of_numcheck_is_copy(text, tmp_path):
    ending = "html" if text.startswith("<") else "md" if text.startswith("#") else "csv"
    (tmp_path / f"story.{ending}").write_text(text)

    assert [str(tmp_path / f"story.{ending}")] == list(readers.walk([str(tmp_path)]))
