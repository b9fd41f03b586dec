"""The public verbs, on input as callers give it."""

import pytest

import numcheck
from numcheck import pipeline
from numcheck.model import Finding, Place
from numcheck.pipeline import _distinct, _numbered


def test_text_and_document_are_read_alike():
    assert numcheck.extract("84 people") == numcheck.extract(numcheck.Document("84 people"))


def test_the_verbs_are_verbs_whatever_was_imported_before():
    import numcheck.claims
    import numcheck.pipeline

    assert callable(numcheck.extract)
    assert callable(numcheck.check)
    assert numcheck.claims.read


def test_nothing_to_check_is_no_finding():
    for nothing in ("", [], [""], "No figures here.", ["a", "b"]):
        assert [] == numcheck.check(nothing)


def test_documents_without_names_or_of_one_name_are_told_apart():
    named = _numbered(["a", numcheck.Document("b", "x"), numcheck.Document("c", "x"), "d"])

    assert ["document-1", "x", "x#2", "document-4"] == [document.id for document in named]


def test_one_document_keeps_its_name():
    assert [""] == [document.id for document in _numbered("text")]


def finding(rule, severity, *places):
    (document, start, end), *others = places
    related = tuple(Place(d, s, e) for d, s, e in others)
    return Finding(rule, severity, "high", "…", document, start, end, related=related)


def test_a_weightier_finding_covers_a_lighter_one_on_the_same_figures():
    a, b, c = ("d", 0, 1), ("d", 5, 6), ("d", 9, 10)
    total = finding("sum", "error", a, b, c)
    same_pair_again = finding("part", "warning", b, a)
    other_pair = finding("part", "warning", c, ("d", 20, 21))

    assert [total, other_pair] == _distinct([same_pair_again, other_pair, total])


def test_two_rules_may_speak_of_one_figure_alone():
    found = [finding("age", "error", ("d", 0, 1)), finding("unit", "info", ("d", 0, 1))]

    assert found == _distinct(found)


def test_what_a_reader_remarked_is_a_note():
    document = numcheck.Document("84 people", "d", notices=("The encoding was guessed.",))

    found = numcheck.check(document)

    assert [("info", "The encoding was guessed.")] == [(f.severity, f.message) for f in found]


def test_copy_in_another_language_is_named_and_not_checked():
    german = (
        "Die Polizei nahm am Sonntag 40 Demonstranten fest, darunter 52 Frauen, teilte die "
        "Behörde mit. Der Hafen wird bis 2031 für 1,5 Milliarden Euro ausgebaut und danach "
        "an die Stadt übergeben."
    )

    (found,) = numcheck.check(german)

    assert ("copy-notice", "info") == (found.rule, found.severity)
    assert "not in English" in found.message


@pytest.mark.parametrize("named", ["en-GB", "en_US", "EN", "de"])
def test_english_copy_is_checked_whatever_its_file_says_of_its_language(named):
    copy = "The yard at Holm has 900 welders. Of the 900 welders, 1,200 are on strike, they said."

    (found,) = numcheck.check(numcheck.Document(copy, language=named))

    assert "part-exceeds-whole" == found.rule


EDGE = "Around 500 people were held on Monday. Of these, 540 were students."


def test_figures_that_agree_only_at_the_edge_of_their_words_are_silent_unless_asked_for():
    assert () == pipeline.run(EDGE).findings

    (found,) = pipeline.run(EDGE, edges=True).findings
    assert ("part-exceeds-whole", "info", "low") == (found.rule, found.severity, found.confidence)
    assert "only at the edge" in found.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "Around 500 people were held on Monday. Of these, 510 were students.",
        "At least 500 people were held on Monday. Of these, 540 were students.",
        "Police held 500 people on Monday. Of these, 40 were students.",
    ],
)
def test_figures_that_agree_as_they_are_meant_have_no_edge(text):
    assert () == pipeline.run(text, edges=True).findings
