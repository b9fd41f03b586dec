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


HEAD = "Nine dead as coach overturns near Pelvo\n\n"
BODY = (
    "Nine people were killed when a coach overturned near Pelvo on Sunday, police said. Forty others "
    "were hurt. The coach carried 52 passengers from Lomar."
)
MENDED = BODY.replace("Nine people", "Eleven people")

# Old version, new version, the figures of the new one that still say the old value.
LEFT_BEHIND = [
    (HEAD + BODY, HEAD + MENDED, ["Nine"]),
    (HEAD + BODY, HEAD.replace("Nine", "Eleven") + MENDED, []),
    (HEAD.replace("Nine", "9") + BODY, HEAD.replace("Nine", "9") + MENDED, ["9"]),
    (BODY + "\n\nThe nine dead were pensioners.", MENDED + "\n\nThe nine dead were pensioners.", ["nine"]),
    (
        BODY + "\n\nCaption: Rescuers carry one of the 40 hurt.",
        BODY.replace("Forty", "Sixty") + "\n\nCaption: Rescuers carry one of the 40 hurt.",
        ["40"],
    ),
    (
        BODY + " In all 52 passengers were on board.",
        BODY.replace("52", "55") + " In all 52 passengers were on board.",
        ["52"],
    ),
    (
        "Holt will pay £4.2 million for the mill.\n\nThe price of £4.2 million includes debt.",
        "Holt will pay £4.5 million for the mill.\n\nThe price of £4.2 million includes debt.",
        ["£4.2 million"],
    ),
    (
        "Ida Holm, 36, was found on Friday.\n\nHolm, 36, is a nurse.",
        "Ida Holm, 63, was found on Friday.\n\nHolm, 36, is a nurse.",
        ["36"],
    ),
    (
        "The trial opens on 3 May.\n\nThe opening on 3 May was set by the court.",
        "The trial opens on 13 May.\n\nThe opening on 3 May was set by the court.",
        ["3 May"],
    ),
    (
        "Fares rise by 4.9 percent.\n\nThe rise of 4.9 percent is the third.",
        "Fares rise by 5.4 percent.\n\nThe rise of 4.9 percent is the third.",
        ["4.9 percent"],
    ),
    (
        "Tollen win 3-1 to take cup\n\nTollen beat Garlen 3-1 in the final.",
        "Tollen win 3-1 to take cup\n\nTollen beat Garlen 3-2 in the final.",
        ["3-1"],
    ),
    (
        "Nine people died near Pelvo. Nine lorries burned.",
        "Eleven people died near Pelvo. Nine lorries burned.",
        [],
    ),
    (
        "Some 2,000 at funeral in Adlen\n\n1,987 people came to the funeral in Adlen.",
        "Some 2,000 at funeral in Adlen\n\n1,993 people came to the funeral in Adlen.",
        [],
    ),
]  # fmt: skip

# A note on the new version, and whether it names the change from nine to eleven.
NOTES = [
    ("Eds: CORRECTS number of dead to 11, not nine\n\n" + MENDED, True),
    ("Correction: an earlier version of this report gave the number of dead as nine.\n\n" + MENDED, True),
    (MENDED + "\n\nThis article was corrected on Monday: the number of dead is 11, not nine.", True),
    ("Eds: CORRECTS spelling of Lomar\n\n" + MENDED, False),
    (MENDED, False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "left"), LEFT_BEHIND)
def test_figures_updated_in_one_place_only_are_found(old, new, left):
    assert left == [claim.text for _, claim in revised(old, new).left_behind]


@pytest.mark.parametrize(("new", "noted"), NOTES)
def test_a_note_names_the_change_or_not(new, noted):
    assert noted == any(change.noted for change in revised(BODY, new).changes)
