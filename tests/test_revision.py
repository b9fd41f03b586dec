"""Two versions of a story: what changed, what was left behind, what was owned up to."""

import pytest

from numcheck import Document
from numcheck.claims import read
from numcheck.revision import revise

FIRST = (
    "Twelve hurt as tram leaves rails in Olmen\n\n"
    "Twelve people were hurt when a tram left the rails in Olmen on Monday, the fire brigade said. "
    "The line will be closed for 3 days."
)


def revised(old, new):
    return revise(read(Document(old, "old")), read(Document(new, "new")))


def changed(revision):
    return [
        (change.word, change.old and change.old.text, change.new and change.new.text)
        for change in revision.changes
    ]


def test_the_same_text_has_no_changes():
    revision = revised(FIRST, FIRST)

    assert () == revision.changes
    assert 3 == revision.unchanged


def test_a_changed_figure_is_named_and_a_headline_left_behind_is_found():
    new = FIRST.replace("Twelve people", "Twenty-one people")

    revision = revised(FIRST, new)

    assert [("changed", "Twelve", "Twenty-one")] == changed(revision)
    assert ["Twelve"] == [claim.text for _, claim in revision.left_behind]


def test_a_figure_may_come_and_go():
    revision = revised(FIRST, FIRST.replace(" The line will be closed for 3 days.", ""))

    assert [("removed", "3 days", None)] == changed(revision)


@pytest.mark.parametrize(
    ("note", "noted"),
    [
        ("Eds: CORRECTS number of injured to 21, not 12", True),
        ("Eds: CORRECTS number of injured to twenty-one", True),
        ("Correction: an earlier version said twelve people were hurt.", True),
        ("Eds: UPDATES with quotes from the mayor", False),
    ],
)
def test_a_correction_note_should_name_the_figure(note, noted):
    new = note + "\n\n" + FIRST.replace("Twelve", "Twenty-one")

    revision = revised(FIRST, new)

    assert noted == any(change.noted for change in revision.changes)


def test_a_correction_note_is_not_the_story():
    new = "Correction: an earlier version said twelve people were hurt.\n\n" + FIRST.replace(
        "Twelve", "Twenty-one"
    )

    assert () == revised(FIRST, new).left_behind


def test_reworded_sentences_are_still_paired():
    new = FIRST.replace(
        "Twelve people were hurt when a tram left the rails in Olmen on Monday, the fire brigade said.",
        "The fire brigade said 14 people were hurt in Olmen on Monday when a tram left the rails.",
    )

    assert ("changed", "Twelve", "14") in changed(revised(FIRST, new))
