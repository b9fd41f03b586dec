"""Files of source and translation, as translators' desks keep them. All written by us."""

from __future__ import annotations

import pytest

from numcheck.errors import ReaderError
from numcheck.translation.pairs import read_pairs

GERMAN, ENGLISH = "Es kamen 40 Gäste.", "There were 40 guests."
XLIFF1 = f"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="de"><body>
<trans-unit id="a"><source>Es kamen <g id="1">40</g> Gäste.</source><target>{ENGLISH}</target></trans-unit>
<trans-unit id="b"><source>Neu</source></trans-unit></body></file></xliff>"""
XLIFF2 = f"""<xliff version="2.0" srcLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="a">
<segment><source>{GERMAN}</source><target>{ENGLISH}</target></segment></unit></file></xliff>"""
TMX = f"""<tmx version="1.4"><body><tu tuid="a"><tuv xml:lang="de-DE"><seg>{GERMAN}</seg></tuv>
<tuv xml:lang="en-GB"><seg>{ENGLISH}</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(
    ("name", "content", "language"),
    [
        ("a.tsv", f"{GERMAN}\t{ENGLISH}\n", ""),
        ("a.tsv", f"id\tlang\ttarget\tsource\na\tde\t{ENGLISH}\t{GERMAN}\n", "de"),
        ("a.jsonl", f'{{"src": "{GERMAN}", "tgt_en": "{ENGLISH}", "src_lang": "de"}}\n\n', "de"),
        ("a.xlf", XLIFF1, "de"),
        ("a.xliff", XLIFF2, "de"),
        ("a.tmx", TMX, "de-de"),
    ],
)
def test_segments_are_read(tmp_path, name, content, language):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    (segment,) = read_pairs(path)

    assert (GERMAN, ENGLISH, language) == (segment.source, segment.target, segment.language)
    assert segment.id.startswith(str(path))


def test_two_files_are_one_pair(tmp_path):
    (tmp_path / "a.de.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")

    (segment,) = read_pairs(tmp_path / "a.de.txt", tmp_path / "a.en.txt")

    assert (GERMAN, ENGLISH, "de") == (segment.source, segment.target, segment.language)


def test_folders_are_matched_by_name(tmp_path):
    for folder, suffix, text in (("source", "de.txt", GERMAN), ("english", "en.txt", ENGLISH)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"one.{suffix}").write_text(text, encoding="utf-8")
    (tmp_path / "source" / "two.de.txt").write_text(GERMAN, encoding="utf-8")

    found = list(read_pairs(tmp_path / "source", tmp_path / "english"))

    assert [(GERMAN, ENGLISH)] == [(s.source, s.target) for s in found]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.tsv", "only one column\n", "translation column"),
        ("a.jsonl", "{]", "no JSON"),
        ("a.jsonl", '{"text": "x"}', "none of the keys"),
        ("a.xlf", "<xliff", "cannot be read"),
        ("a.doc", "x", "no file of segments"),
    ],
)
def test_bad_files_are_refused_with_a_reason(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ReaderError, match=reason):
        list(read_pairs(path))


def test_entities_are_not_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("77", encoding="utf-8")
    path = tmp_path / "a.tmx"
    path.write_text(
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file://{secret}">]>' + TMX.replace("40", "&x;"),
        encoding="utf-8",
    )

    assert not any("77" in s.source + s.target for s in read_pairs(path))
