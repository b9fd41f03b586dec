"""What links compute: rounding, sums and the words for them."""

import pytest

import numcheck
from numcheck import claims, links
from numcheck.links._common.figures import printed, spoken
from numcheck.model import Document, Interval
from numcheck.text.tables import find_tables


def only_claim(text):
    (claim,) = claims.read(Document(text)).claims
    return claim


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((12, 12), "There were 12 schools."),
        ((56.5, 57.5), "It was 57 percent."),
        ((4, 4), "It cost $4."),
        ((1.45e6, 1.55e6), "They sold 1.5 million cars."),
    ],
)
def test_a_printed_figure_may_have_been_rounded(expected, text):
    assert Interval(*expected) == pytest.approx(printed(only_claim(text)))


@pytest.mark.parametrize(
    ("expected", "value", "text"),
    [
        ("11", 11, "There were 12 people."),
        ("£1,230", 1230, "It cost £960."),
        ("54 million euros", 54e6, "It cost 540 million euros."),
        ("$4.2 million", 4.2e6, "It cost at least $42 million."),
        ("30 percent", 30, "It was 25 percent."),
    ],
)
def test_a_computed_figure_is_said_in_the_unit_of_the_stated_one(expected, value, text):
    assert expected == spoken(value, only_claim(text))


def test_an_unnumbered_part_is_counted_as_one():
    reading = claims.read(Document("The blaze killed 16 people: nine men, six women and a child."))

    (link,) = links.find("sum-of", reading)

    assert "9 + 6 + 1" == link.facts["added"]
    assert Interval(15, 16) == link.facts["made"]


def test_a_part_of_several_wholes_must_be_larger_than_all_together():
    text = "Police held 40 men and 60 women. Of them, 90 were charged."

    assert [] == links.find("part-of", claims.read(Document(text)))


def test_of_several_wholes_the_largest_is_taken_and_said_to_be_uncertain():
    text = "Police held 40 men and 60 women. Of them, 120 were charged."

    (link,) = links.find("part-of", claims.read(Document(text)))

    assert "60" == link.roles["whole"].text
    assert "medium" == link.confidence


def test_cells_of_a_table_in_text_are_places_in_it():
    text = "Seats\n| Party | 2022 |\n|---|---|\n| Greens | 5 |\n| | 31 |\n"

    (table,) = find_tables(text)

    cells = [[text[cell.start : cell.end] for cell in row] for row in table.rows]
    assert [["Party", "2022"], ["Greens", "5"], ["", "31"]] == cells


@pytest.mark.parametrize(
    "text", ["", "a|b", "a|b\nc|d\n", "one\ntwo\nthree\n", "a|b|c\nd|e\nf|g|h\n"]
)
def test_two_lines_make_no_table(text):
    assert () == find_tables(text)


def test_a_part_told_in_so_many_words_is_an_error_also_where_it_stands_alone():
    text = "Police held 774 people at the rally.\n\nOf these, 850 were held in the capital alone."
    (finding,) = numcheck.check(numcheck.Document(text, "copy"))

    assert "part-exceeds-whole" == finding.rule
    assert "error" == finding.severity
