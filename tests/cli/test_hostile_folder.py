"""A folder in which every file is broken in its own way: each is told of, the good ones checked."""

import io
import json
import zipfile

import pytest

BAD = "Police held 40 marchers, of whom 52 were women."


def packed(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", content)
    return buffer.getvalue()


def laughs() -> str:
    """An entity that would grow to a thousand million words."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{entities}]><nitf><body><p>{BAD} &l9;</p></body></nitf>'
    )


#: What cannot be read, with the reason that is given.
REFUSED = {
    "bomb.docx": (packed(b"<w:p>" + b"9" * 30_000_000), "unpacks to far more"),
    "cut.docx": (packed(b"<w:p/>")[:40], "damaged or no .docx file"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj", "the PDF is damaged"),
    "cut.parquet": (b"PAR1" + b"\0" * 40, "the Parquet file is damaged"),
    "nul.txt": (f"Held 84\0. {BAD}".encode(), "binary file"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Office file"),
    "deep.json": (b'{"headline":' + b"[" * 9000, "nested too deeply"),
    "broken.json": (b'{"headline": "A", "body_text": "Held', "the JSON is broken at line 1"),
    "lines.jsonl": (json.dumps({"text": BAD}).encode() + b'\n{"text": \n[7]\n', "2 records"),
    "empty.rss": (b"<rss><channel><title>5</title></channel></rss>", "holds no entry"),
}
#: What is read all the same, with the number of contradictions in it.
READ = {
    "laughs.xml": (laughs().encode(), 1),
    "deep.html": (b"<div>" * 20_000 + f"<p>{BAD}".encode(), 1),
    "line.txt": (BAD.encode() + b" " + b"x" * 500_000, 1),
    "quotes.csv": (f'text;id\n"{BAD};1\n{BAD};2\n"{BAD}";3\n'.encode(), 3),
    "halves.json": (json.dumps({"headline": "A", "body_text": f"\ud800 {BAD}"}).encode(), 1),
    "aliases.md": (f"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n{BAD}".encode(), 1),
    "wide.txt": (BAD.encode("utf-16"), 1),
    "empty.txt": (b"", 0),
}


@pytest.fixture
def tray(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tray").mkdir()
    for name, (content, _) in {**REFUSED, **READ}.items():
        (tmp_path / "tray" / name).write_bytes(content)
    return tmp_path


def test_each_broken_file_is_told_of_and_the_others_checked(tray, run):
    code, out, _ = run("check", "tray", "--isolated", "--no-stories", "--format", "json")
    report = json.loads(out)
    unread = {one["source"].split("/")[-1].split(" ")[0]: one["reason"] for one in report["unread"]}
    errors = [f["document"] for f in report["findings"] if f["rule"] == "part-exceeds-whole"]

    assert 1 == code
    assert set(REFUSED) == set(unread)
    assert [] == [name for name, (_, why) in REFUSED.items() if why not in unread[name]]
    expected = {name: number for name, (_, number) in READ.items()} | {"lines.jsonl": 1}
    assert {n: k for n, k in expected.items() if k} == {
        name: sum(name in file for file in errors) for name in expected if expected[name]
    }


@pytest.mark.parametrize(("name", "code"), [("bomb.docx", 3), ("laughs.xml", 1), ("empty.txt", 0)])
def test_exit_codes_of_single_files(tray, run, name, code):
    found, out, err = run("check", f"tray/{name}", "--isolated")

    assert code == found
    assert code != 3 or name in out + err
