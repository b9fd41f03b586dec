"""Which documents are taken to tell one story."""

import datetime as dt
import random
import time
from string import ascii_lowercase

import pytest

from numcheck.model import Document, Reading
from numcheck.stories import group

FERRY_A = (
    "A ferry carrying 210 passengers ran aground near Tarvik on Tuesday, the coastguard said. "
    "Nobody was hurt."
)
FERRY_B = (
    "The coastguard says the ferry that ran aground off Tarvik on Tuesday had 120 passengers "
    "aboard, all of them safe."
)
MILL = "The owner of the Osten paper mill will cut 85 jobs next year, it said on Tuesday."
ELECTION = "Counting began in Lomar on Tuesday after a turnout of 61 percent, officials said."


def readings(*texts, **fields):
    return [Reading(Document(text, f"d{n}", **fields), (), ()) for n, text in enumerate(texts, 1)]


def ids(stories):
    return [[reading.document.id for reading in story.readings] for story in stories]


def test_two_reports_of_one_event_are_one_story():
    stories = group(readings(FERRY_A, MILL, FERRY_B, ELECTION))

    assert [["d1", "d3"]] == ids(stories)
    assert "Tarvik" in stories[0].because


def test_a_shared_weekday_makes_no_story():
    assert [] == group(readings(MILL, ELECTION))


def test_one_document_is_no_story():
    assert [] == group(readings(FERRY_A))


def test_declared_documents_are_one_story_whatever_they_say():
    story = group(readings(MILL, ELECTION), declared="night desk")[0]

    assert story.declared
    assert "night desk" == story.id


def test_a_file_may_name_its_story():
    assert [["d1", "d2"]] == ids(group(readings(MILL, ELECTION, story="desk-7")))


def test_documents_of_one_guid_are_versions_of_one_item():
    story = group(readings(FERRY_A, MILL, guid="urn:item:1"))[0]

    assert (("d1", "d2"),) == story.versions


def test_a_copied_report_is_the_same_witness():
    story = group(readings(FERRY_A, FERRY_A + " It is the third accident this year."))[0]

    assert (("d1", "d2"),) == story.versions


def test_a_story_stands_in_order_of_issue():
    late, early = readings(FERRY_A, FERRY_B)
    late = Reading(Document(FERRY_A, "late", published=dt.date(2024, 5, 2)), (), ())
    early = Reading(Document(FERRY_B, "early", published=dt.date(2024, 5, 1)), (), ())

    assert [["early", "late"]] == ids(group([late, early]))


def test_an_empty_document_belongs_nowhere():
    assert [] == group(readings("", "", " "))


def heap(stories, seed=3):
    """Invented word salads: five documents a story share its rare words, all share common ones."""
    rng = random.Random(seed)
    texts = []
    for _ in range(stories):
        rare = ["".join(rng.choices(ascii_lowercase, k=7)).capitalize() for _ in range(12)]
        texts += [
            " ".join(rng.sample(rare, 9) + rng.sample(["police", "said", "people", "hurt"], 3))
            for _ in range(5)
        ]
    return readings(*texts)


def test_a_heap_is_parted_into_its_stories():
    assert 40 == len(group(heap(40)))


@pytest.mark.slow
def test_ten_times_the_documents_cost_about_ten_times_the_time():
    def cost(stories):
        given = heap(stories)
        begin = time.process_time()
        group(given)
        return time.process_time() - begin

    cost(20)
    small = min(cost(100) for _ in range(3))

    assert min(cost(1000) for _ in range(2)) < 20 * small


OUTBREAKS = (
    "Measles has spread at a school in {}. The health office counted {} suspected cases among unvaccinated pupils, and parents were asked to have children vaccinated with both doses, {} said.",
    "A measles outbreak keeps pupils of {} at home. Doctors suspect measles in {} unvaccinated children; the health office asked parents to have both doses of the vaccine given, {} said.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "together"), [("Karvel", True), ("Sundby", False)], ids=["one place", "two places"]
)
def test_a_story_shares_its_rare_names_and_not_only_its_words(place, together):
    one = OUTBREAKS[0].format("Karvel", "38", "its head, Ada Brill,")
    other = OUTBREAKS[1].format(place, "38", "its head, Ole Moen,")
    others = [f"The mill in town number {n} was sold on a rainy day." for n in range(8)]

    found = group(readings(one, other, *others))

    named = [{r.text for r in story.readings} for story in found]
    assert together == any({one, other} <= texts for texts in named)
