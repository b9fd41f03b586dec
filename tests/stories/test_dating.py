"""The day of a report without one, from the others of its story. All copy is invented."""

import datetime as dt

import numcheck
from numcheck.claims import read
from numcheck.model import Document
from numcheck.stories import group
from tests.stories.test_same_thing import loud

UNDATED = Document(
    "A fire destroyed 31 lorries at a depot in Welm on Tuesday, the fire brigade said.", "plain"
)
DATED = Document(
    "A fire destroyed 13 lorries at a depot in Welm on Tuesday, the fire brigade said.",
    "wire",
    "2024-05-08",
)


def readings(*documents):
    (story,) = group([read(document) for document in documents])
    return {reading.document.id: reading for reading in story.readings}


def test_a_weekday_is_resolved_from_another_report_which_is_named():
    found = readings(UNDATED, DATED)["plain"]

    assert ("story", "wire") == (found.dated.source, found.dated.text)
    assert dt.date(2024, 5, 7) == found.claims[0].when.start


def test_a_dateline_lends_its_day_too():
    line = "WELM, May 8, 2024 (Agency) - " + DATED.text

    found = readings(UNDATED, Document(line, "wire"))["plain"]

    assert dt.date(2024, 5, 7) == found.claims[0].when.start


def test_a_dateline_may_be_written_as_systems_write_days():
    line = "WELM 08.05.2024 (Agency) - " + DATED.text

    found = read(Document(line, "wire"))

    assert ("dateline", dt.date(2024, 5, 8)) == (found.dated.source, found.dated.end)


def test_a_report_with_a_day_keeps_it():
    assert "published" == readings(UNDATED, DATED)["wire"].dated.source


def test_reports_too_far_apart_lend_no_day():
    late = Document(DATED.text, "late", "2024-05-21")

    assert readings(UNDATED, DATED, late)["plain"].dated is None


def test_a_borrowed_day_makes_a_warning_that_names_the_lender():
    (found,) = loud(numcheck.check([UNDATED, DATED]))

    assert "warning" == found.severity
    assert ("warning, not error: plain has no date and is read as of wire's",) == found.notes


def test_the_two_days_are_the_finding_and_not_what_was_counted_on_them():
    other = Document(DATED.text.replace("Tuesday", "30 April"), "wire", "2024-05-03")
    weekday = Document(UNDATED.text.replace("Tuesday", "Friday"), "plain")

    found = loud(numcheck.check([weekday, other]))

    assert [{"30 April", "Friday"}] == [{f.text, f.related[0].text} for f in found]


def test_a_borrowed_day_puts_no_report_before_another():
    """Which of the two is the later is not known, so the toll is not taken to have risen."""
    first = Document(
        "The fire in Welm on Tuesday killed 12 people, police said.", "a", "2024-05-07"
    )
    other = Document("Police said 21 people were killed in Tuesday's fire in Welm.", "b")

    assert 1 == len(loud(numcheck.check([first, other])))
