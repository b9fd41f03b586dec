"""Where and when a figure holds and who says so. All copy here is our own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.claims import read
from numcheck.model import Document
from numcheck.text.speakers import speaker_kind

FRIDAY = dt.date(2022, 8, 19)


def claim_of(text, figure, **about):
    reading = read(Document(text, **about))
    return next(c for c in reading.claims if figure in c.text)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Police said they held 774 people.", "774", "Police"),
        ("The interior ministry says that 84 people were held.", "84", "The interior ministry"),
        ("Some 84 people were held, police said.", "84", "police"),
        ("Some 84 people were held, said the mayor of Brenn.", "84", "the mayor of Brenn"),
        ("About 20,000 teachers struck, according to the union.", "20,000", "the union"),
        ('"We counted 84," said Ann Holt.', "84", "Ann Holt"),
        ("On Monday police said 84 people were held.", "84", "police"),
        ("Police detained 84 people.", "84", ""),
        ("The society (RSW) said 84 boats had sunk.", "84", "The society"),
        ("The ferry - the older of two - was 84 years old, said Ann Holt.", "84", "Ann Holt"),
        ('"We lost 84 boats," Ann Holt told the Brenn Post.', "84", "Ann Holt"),
        ('"We lost 84 boats," Ann Holt, the chief pilot, said of the storm.', "84", "Ann Holt"),
        (
            "According to the harbour office over 84 boats have been lost.",
            "84",
            "the harbour office",
        ),
        ("The new model estimates that 84 boats will sink.", "84", "The new model"),
        ("A retired pilot from Halm said 84 boats had sunk.", "84", "A retired pilot from Halm"),
    ],
)
def test_who_says_so(text, figure, expected):
    assert expected == claim_of(text, figure).said_by


@pytest.mark.parametrize(
    "text",
    [
        "Sales are forecast to reach 84 million this year.",
        "Passengers were told that 84 trains would not run.",
        "The loss was put at 84 boats.",
        "A late goal, from Holt, put Brenn in front after 84 minutes.",
        "Rain fell in the northern states in 84 of the towns.",
        "It owns game shows of which it sold 84.",
        "According to the three ages of the boats 84 may sink.",
        "Ms Holt derided rival claims they could save 84 million.",
    ],
)
def test_what_only_looks_like_saying_has_no_speaker(text):
    assert "" == claim_of(text, "84").said_by


def test_he_is_who_spoke_last_and_not_who_was_named_last():
    text = '"It was loud," said Karl Boden, whose son Milo was aboard. "I saw 84 boats," he said.'

    assert "Karl Boden" == claim_of(text, "84").said_by


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("the Interior Ministry", "official"),
        ("organisers of the march", "organiser"),
        ("police in Brenn", "police"),
        ("a witness", "witness"),
        ("the health ministry", "medical"),
        ("Ann Holt", ""),
    ],
)
def test_sorts_of_speakers_are_told_apart(speaker, expected):
    assert expected == speaker_kind(speaker)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Police held 84 people in Brenn.", "84", ("Brenn", "", "stated")),
        ("Police held 84 people in the city of Brenn.", "84", ("Brenn", "", "stated")),
        ("Marches in Minsk grew. Police held 84 people.", "84", ("Minsk", "", "inherited")),
        ("Police held 84 people across the country.", "84", ("", "nationwide", "stated")),
        ("HALM, May 3 (Wire) - Police held 84 people.", "84", ("Halm", "", "inherited")),
        ("Belarus: 50 were held in the capital alone.", "50", ("Minsk", "alone", "stated")),
    ],
)
def test_where_it_holds(text, figure, expected):
    where = claim_of(text, figure).where

    assert expected == (where.name, where.scope, where.source)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("It was the worst of 84 games in Westliga history.", "84", ""),
        ("The trial, printed in The Lantern, had 84 patients.", "84", ""),
        ("Deaths fell by 84 in HRV patients.", "84", ""),
        ("Sales fell to 84 tons in the April-June quarter.", "84", ""),
        ("Some 84 people were held in the Brenn area.", "84", "Brenn"),
        ("Sweden beat Belgium 3-1 in Halm.", "3-1", "Halm"),
        ("Sweden beat Belgium 3-1.", "3-1", ""),
        ("The firm has 15 shops in Brenn and 12 in Halm.", "12", "Halm"),
        ("Belgian tax rose. It brings in 84 million.", "84", ""),
    ],
)
def test_what_only_looks_like_a_place_is_none(text, figure, expected):
    where = claim_of(text, figure).where

    assert expected == (where.text if where else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday 84 people were held.", ("2022-08-14", "2022-08-14", "stated")),
        ("On Friday 84 people were held.", ("2022-08-19", "2022-08-19", "stated")),
        ("They will hold 84 rallies on Tuesday.", ("2022-08-23", "2022-08-23", "stated")),
        ("Yesterday 84 people were held.", ("2022-08-18", "2022-08-18", "stated")),
        ("Last month 84 people were held.", ("2022-07-01", "2022-07-31", "stated")),
        ("Two months ago 84 people were held.", ("2022-06-01", "2022-06-30", "stated")),
        ("In November 84 people were held.", ("2021-11-01", "2021-11-30", "stated")),
        ("In 2020, 84 people were held.", ("2020-01-01", "2020-12-31", "stated")),
        ("On Sunday they marched. Then 84 were held.", ("2022-08-14", "2022-08-14", "inherited")),
        ("Police held 84 people.", ("None", "2022-08-19", "published")),
    ],
)
def test_when_it_holds(text, expected):
    when = claim_of(text, "84", published=FRIDAY).when

    assert expected == (str(when.start), str(when.end), when.source)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Fares rose to 84 crowns, up from 71 crowns in 2019.", "84", ""),
        ("Some 84 boats sailed, nine fewer than in 2019.", "84", ""),
        ("Some 84 boats sailed, compared with 71 in 2019.", "71", "2019"),
        ("Some 84 boats sailed from 12 harbours in 2019.", "84", "2019"),
        ("More than 84 boats sailed to more than 12 ports in 2019.", "84", "2019"),
        ("Sales rose 84 tons in August and 12 tons in September.", "12", "September"),
        ("Yesterday, on day five of the 2018 Brenn Games, Halm won 84 races.", "84", "Yesterday"),
        ("Ann Holt has 84 entries for the prize, which will be given on 8 May.", "84", ""),
        ("The Sunday Courier showed 84 boats.", "84", ""),
        ("A few years ago 84 boats sailed.", "84", "A few years ago"),
        ("Over the weekend 84 boats sailed.", "84", "Over the weekend"),
        ("In 2012, when 84 boats sailed, none sank; by 2020 all had.", "84", "2012"),
    ],
)
def test_a_time_of_something_else_is_not_the_figures_own(text, figure, expected):
    when = claim_of(text, figure).when

    assert expected == (when.text if when else "")


def test_a_weekday_of_undated_copy_keeps_its_words_alone():
    when = claim_of("On Sunday 84 people were held.", "84").when

    assert ("Sunday", None, None) == (when.text, when.start, when.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far 84 people have been held.", True),
        ("Since the election 84 people have been held.", True),
        ("On Sunday 84 people were held.", False),
    ],
)
def test_running_totals_are_marked(text, expected):
    assert expected == claim_of(text, "84", published=FRIDAY).when.cumulative


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_makes_it_raise_and_all_offsets_slice(text):
    reading = read(Document("On Sunday 84 of " + text + " 12 people, police said"))

    for claim in reading.claims:
        assert reading.text[claim.start : claim.end] == claim.text
        for start, end in claim.evidence.values():
            assert 0 <= start < end <= len(reading.text)
    for name in reading.names:
        assert reading.text[name.start : name.end] == name.text


def test_more_than_is_a_bound_and_no_increment():
    (claim,) = read(Document("More than 400 homes burned.")).claims

    assert "level" == claim.role


def test_a_table_cell_counts_what_its_column_says_for_what_its_row_says():
    text = (
        "Harvest:\n\n| District | Tonnes |\n|---|---|\n"
        "| Halm | 120 |\n| Brenn | 80 |\n| Kyra | 15 |\n"
    )
    claims = read(Document(text)).claims

    assert [
        ("120", "Tonnes", "tonne", "Halm"),
        ("80", "Tonnes", "tonne", "Brenn"),
        ("15", "Tonnes", "tonne", "Kyra"),
    ] == [(c.text, c.noun, c.head, c.entity) for c in claims]
    assert {"table"} == {c.zone for c in claims}


STORY = (
    "HALM, May 3, 2021 (Wire) - Police held 84 people in Brenn on Sunday, the ministry said. "
    "Of these, 12 were charged.\n\nAnn Holt, 25, paid $300. About 40 percent have paid so far."
)


@given(st.lists(st.sampled_from(["It was calm.", "They went home.", "Nobody spoke."]), max_size=4))
def test_sentences_without_figures_change_nothing_after_the_story(calm):
    plain = read(Document(STORY))
    longer = read(Document(f"{STORY}\n\n{' '.join(calm)}"))

    assert plain.claims == longer.claims


def test_a_sentence_without_figures_before_moves_offsets_alone():
    opening = "It was calm."
    plain = read(Document(f"{opening}\n\n{STORY}"))
    longer = read(Document(f"{opening} {opening}\n\n{STORY}"))

    def told(reading):
        return [
            (c.text, c.noun, c.event, c.modality, c.entity, c.where, c.when, c.said_by, c.role)
            for c in reading.claims
        ]

    assert told(plain) == told(longer)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Profit at Boden Works rose to $84 million.", "84", "Boden Works"),
        ("Last year Boden Works made $84 million.", "84", "Boden Works"),
        ("Ann Holt said 84 tons were lost.", "84", ""),
        ("Ann Holt said she had lost 84 tons.", "84", "Ann Holt"),
        ("Some 84 tons were lost, says Ann Holt.", "84", ""),
        ("HALM (XPN) - The port lost 84 tons.", "84", ""),
        ("The port bought cranes from Boden Works for $84.", "84", ""),
    ],
)
def test_a_speaker_or_a_supplier_owns_no_figure(text, figure, expected):
    assert expected == claim_of(text, figure).entity
