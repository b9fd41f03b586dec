"""What a newsroom says of its stories goes before what the words say."""

import json

import pytest

from numcheck.config import Settings
from numcheck.model import Document
from numcheck.session import Session
from numcheck.stories import by_folder

FIRE = "The fire at the Gantry depot in Welm destroyed {} lorries on Sunday, the fire brigade said."


@pytest.mark.parametrize(
    ("sources", "stories"),
    [
        (["a/one.txt", "a/two.txt", "b/one.txt"], ["a", "a", "b"]),
        (["one.txt", "-", ""], [".", "", ""]),
        (["a/corpus.jsonl", "a/corpus.jsonl", "a/one.txt"], ["", "", "a"]),
    ],
)
def test_the_folder_of_a_file_is_its_story(sources, stories):
    given = [Document("x", source=source) for source in sources]

    assert stories == [document.story for document in by_folder(given)]


def test_a_file_that_names_its_story_keeps_it():
    (kept,) = by_folder([Document("x", source="a/one.txt", story="night desk")])

    assert "night desk" == kept.story


@pytest.mark.parametrize(("way", "told"), [("words", [2]), ("folder", [])])
def test_settings_say_what_makes_a_story(way, told):
    reports = [
        Document(FIRE.format(31), "one", source="north/one.txt"),
        Document(FIRE.format(13), "two", source="south/two.txt"),
    ]

    report = Session(Settings(story_by=way)).checked(reports)

    assert told == [len(story.readings) for story in report.stories]


def test_the_command_line_takes_folders_for_stories(tmp_path, monkeypatch, capsys):
    from numcheck.cli import main

    for folder, count in (("north", 31), ("south", 13)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(FIRE.format(count))
    monkeypatch.chdir(tmp_path)

    codes = [
        main(["check", ".", "--isolated", "--format", "json", "--fail-on", "warning", *words])
        for words in ([], ["--story-by", "folder"])
    ]

    assert [1, 0] == codes


def test_versions_of_one_ninjs_item_are_one_witness(tmp_path):
    from numcheck import check
    from numcheck.readers import read

    documents = []
    for version, count in (("1", 31), ("2", 13)):
        path = tmp_path / f"{version}.json"
        item = {"uri": "urn:item:7", "version": version, "type": "text", "headline": "Fire"}
        path.write_text(json.dumps({**item, "body_text": FIRE.format(count)}))
        documents += read(str(path))

    assert [] == [finding for finding in check(documents) if finding.related]
