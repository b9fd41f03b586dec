"""Suppression in prose: what a comment covers, what a quotation anchors, what is unused."""

import datetime as dt

import pytest

from numcheck import readers, suppress
from numcheck.errors import ConfigError
from numcheck.model import Document, Finding, Place, Reading, Report
from numcheck.text.sentences import split_sentences

TODAY = dt.date(2026, 11, 1)
NAMES = {"odd": ("odd", "arithmetic", "toll"), "even": ("even", "calendar")}


def reading(document):
    return Reading(document, tuple(split_sentences(document.text)), ())


def html(text, name="story.html"):
    (document,) = readers.read_bytes(text.encode(), name)
    return reading(document)


def finding(one, figure, rule="odd", *related):
    at = one.text.index(figure)
    return Finding(rule, "error", "high", "m", one.document.id, at, at + len(figure), figure,
                   related=related)  # fmt: skip


def applied(one, *findings, **options):
    found = suppress.collect([one], today=TODAY, **options)
    return suppress.apply(Report((one,), findings), found, NAMES)


def shown(report):
    return [found.text or found.message for found in report.findings]


INLINE = "<p>Police held 84. Of them 500 fled.{}</p><p>Then 30 came. And 40.</p>"
BLOCK = "<p>Police held 84.</p>{}<p>Then 30 came. And 40.</p><p>Last 61.</p>"


@pytest.mark.parametrize(
    ("page", "comment", "left"),
    [
        (INLINE, "ignore odd -- as spoken", ["84", "30", "40"]),
        (INLINE, "ignore arithmetic -- as spoken", ["84", "30", "40"]),
        (INLINE, "ignore even, toll — as spoken", ["84", "30", "40"]),
        (INLINE, "ignore odd until 2026-12-31 -- as spoken", ["84", "30", "40"]),
        (BLOCK, "ignore odd -- as spoken", ["84", "61"]),
        (BLOCK, "disable odd -- series", ["84"]),
        (BLOCK, "ignore-file odd -- archive", []),
        ("{}" + BLOCK.replace("{}", ""), "ignore-file odd -- archive", []),
        (INLINE, "ignore even -- as spoken",
         ["84", "500", "30", "40", "the suppression in story.html:1 is of no use: "
          "it suppresses nothing here"]),
        (INLINE, "ignore odd", ["84", "500", "30", "40"]),
        (INLINE, "ignore odd until 2026-10-31 -- as spoken", ["84", "500", "30", "40"]),
        (INLINE, "ignore odd until 2026-13-31 -- x", ["84", "500", "30", "40"]),
        (INLINE, "ignore add -- x",
         ["84", "500", "30", "40", "the suppression in story.html:1 is of no use: there is no "
          "rule, pack or tag 'add'; did you mean 'odd'?"]),
        (INLINE, "ignroe odd -- x",
         ["84", "500", "30", "40", "the suppression in story.html:1 is of no use: 'ignroe' is none "
          "of ignore, ignore-file, disable, enable"]),
        (INLINE, "just mentions odd", ["84", "500", "30", "40"]),
    ],
)  # fmt: skip
def test_comments_cover_the_sentence_or_block_they_touch(page, comment, left):
    said = comment if comment.startswith("just") else f"numcheck: {comment}"
    one = html(page.format(f"<!-- {said} -->"))
    figures = [figure for figure in ("84", "500", "30", "40", "61") if figure in one.text]
    report = applied(one, *(finding(one, figure) for figure in figures))

    assert left == shown(report)


def test_ranges_end_where_they_are_enabled():
    one = html(
        "<p>A 1.</p><!-- numcheck: disable odd -- r --><p>B 2.</p>"
        "<!-- numcheck: enable odd --><p>C 3.</p>"
    )
    report = applied(one, *(finding(one, figure) for figure in "123"))

    assert ["1", "3"] == shown(report)
    assert ["r"] == [reason for _, reason in report.suppressed]


def test_a_comment_covers_the_other_end_of_a_contradiction():
    one = html(INLINE.format("<!-- numcheck: ignore odd -- r -->"))
    at = one.text.index("500")

    assert [] == shown(
        applied(one, finding(one, "84", "odd", Place("story.html", at, at + 3, "", "500")))
    )


def test_what_does_not_count_is_said_on_the_finding():
    one = html(INLINE.format("<!-- numcheck: ignore odd until 2026-10-31 -- r -->"))
    (found,) = applied(one, finding(one, "500")).findings

    assert (
        "the suppression in story.html:1 does not count: it ended on 2026-10-31",
    ) == found.notes
    one = html(INLINE.format("<!-- numcheck: ignore odd -->"))
    assert [] == shown(applied(one, finding(one, "500"), require_reason=False))


def test_markdown_comments_work_as_in_html():
    (document,) = readers.read_bytes(
        b"Police held 84. Of them 500 fled. <!-- numcheck: ignore odd -- r -->\n\n"
        b"<!-- numcheck: ignore odd -- r -->\nThen 30 came. And 40.\n\nLast 61.\n",
        "story.md",
    )
    one = reading(document)

    assert ["84", "61"] == shown(
        applied(one, *(finding(one, figure) for figure in ("84", "500", "30", "40", "61")))
    )


def test_rules_that_were_not_applied_leave_no_unused_suppressions():
    one = html(INLINE.format("<!-- numcheck: ignore stories -- r -->"))
    found = suppress.collect([one])

    assert [] == shown(suppress.apply(Report((one,), ()), found, NAMES, known={"stories", "odd"}))
    assert 1 == len(shown(suppress.apply(Report((one,), ()), found, NAMES)))


def test_house_marks_accept_their_sentence_and_are_never_unused():
    one = reading(Document("He said 84 (sic) came. Then 500. All (sic) is well.", id="a.txt"))
    report = applied(one, finding(one, "84"), finding(one, "500"), house_marks=["(sic)"])

    assert (["500"], ["marked (sic)"]) == (shown(report), [why for _, why in report.suppressed])


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "a.txt").write_text("Police held 84\nof them. Then 500 fled.")
    return tmp_path


def on_disk(desk):
    path = desk / "a.txt"
    return reading(Document(path.read_text(), id="a.txt", source=str(path)))


def test_a_file_beside_the_copy_is_anchored_by_quotation(desk):
    (desk / "a.txt.numcheck.toml").write_text(
        '[[ignore]]\nrule = "odd"\nquote = "held 84 of them"\nreason = "as spoken"\n'
        'by = "desk"\nexpires = 2026-12-31\n'
    )
    one = on_disk(desk)

    assert ["500"] == shown(applied(one, finding(one, "84"), finding(one, "500")))


def test_a_desk_file_names_documents_and_reports_lost_quotations(desk):
    central = desk / "ignore.toml"
    central.write_text(
        '[[ignore]]\nrule = ["odd"]\ndocument = "*.txt"\nreason = "r"\nquote = "500 fled"\n'
        '\n[[ignore]]\nrule = "odd"\nreason = "r"\nquote = "nowhere to be found"\n'
        '\n[[ignore]]\nrule = "odd"\ndocument = "other/*"\nreason = "r"\n'
    )
    one = on_disk(desk)
    report = applied(one, finding(one, "84"), finding(one, "500"), files=[central])

    assert ["84", f"the suppression in {central}:7 is of no use: the words it quotes are not in "
            "the copy any more"] == shown(report)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('[[ignore]]\nrule = "odd"\n\n[[ignore]]\nrul = "odd"\n', (5, 1), "unknown key 'rul'"),
        ('[[ignore]]\nreason = "x"\n', (1, 3), "'rule' is missing"),
        ('[[ignore]]\nrule = 1\n', (2, 1), "'rule' must be text"),
        ('[[ignore]]\nrule = "odd"\nexpires = "soon"\n', (3, 1), "must be a date"),
        ('ignore = 1\n', (1, 1), "[[ignore]]"),
        ('[[ignores]]\n', (1, 3), "unknown key 'ignores'"),
        ("x", (1, 1), "not TOML"),
    ],
)  # fmt: skip
def test_mistakes_in_suppression_files_have_a_place(desk, text, place, reason):
    (desk / "a.txt.numcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        suppress.collect([on_disk(desk)])

    assert reason in caught.value.reason
    assert place == (caught.value.line, caught.value.column)


def test_a_document_with_an_impossible_name_is_no_error():
    one = reading(Document("Held 84.", id="\x00" * 9))

    assert [] == suppress.collect([one])
