"""Whose age it is and on which day it happened, where two reports say it each in its own way.

All copy is invented. A row is (name, documents, expected) as in `test_same_thing`.
"""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

AGES = [
    (
        "who was, aged",
        "Painter Runa Dahl, who was 88, died at home in Orsk Bay on Sunday, her son said.",
        "Runa Dahl, the painter, has died at home in Orsk Bay aged 68, her son said on Monday.",
        ("68", "88"),
    ),
    (
        "the so-and-so-year-old",
        "A court in Welm jailed the trader Piet Mosel, 47, for fraud on Friday.",
        "Piet Mosel was jailed for fraud by a court in Welm on Friday. The 74-year-old trader said nothing.",
        ("74-year-old", "47"),
    ),
    (
        "in brackets, years old",
        "Ana Brill (31) won the Kelso valley marathon on Sunday.",
        "Ana Brill, the winner of Sunday's Kelso valley marathon, is 13 years old.",
        ("13 years old", "31"),
    ),
    (
        "she was",
        "Runa Dahl died in Orsk Bay on Sunday. She was 88.",
        "The painter Runa Dahl, 98, died in Orsk Bay on Sunday.",
        ("98", "88"),
    ),
    (
        "the singer was",
        "Singer Vera Noll died in Lomar on Sunday at the age of 79, her family said.",
        "Vera Noll, who sang with all the greats, has died. The singer was 97.",
        ("97", "79"),
    ),
    (
        "a man without a name",
        "Police in Welm charged a 19-year-old man on Tuesday with Saturday's arson at the Corn Hall.",
        "The man charged on Tuesday over the arson at the Corn Hall in Welm on Saturday is 91 years old.",
        ("91 years old", "19-year-old"),
    ),
    (
        "at the age of",
        "Olaf Brandt, the mayor of Garlen, died on Tuesday at the age of 59.",
        "Garlen mourns its mayor, Olaf Brandt, 95, who died on Tuesday.",
        ("95", "59"),
    ),
]  # fmt: skip

DAYS = [
    (
        "died on two days",
        ("2024-03-15", "The composer Elin Vass died in Bremer on Tuesday, her publisher said."),
        ("2024-03-15", "Elin Vass, the composer, died in Bremer on Wednesday, her publisher said."),
        ("Wednesday", "Tuesday"),
    ),
    (
        "a date and a weekday",
        ("2024-05-08", "The old tannery in Ostfel was destroyed by fire on 4 May, police said."),
        ("2024-05-06", "A fire destroyed the old tannery in Ostfel last Friday, police said."),
        ("4 May", "last Friday"),
    ),
    (
        "born in two years",
        "The painter Runa Dahl was born in 1931 in Lunder and died on Sunday.",
        "Runa Dahl, the painter, who died on Sunday, was born in 1913 in Lunder.",
        ("1913", "1931"),
    ),
    (
        "two days of one plan, told with two verbs",
        "The inquiry into the Olm dam will hear its first witness on 3 June, its chairwoman said.",
        "The first witness will be heard on 13 June, the chairwoman of the inquiry into the Olm dam said.",
        ("13 June", "3 June"),
    ),
    (
        "founded in two years",
        "The Holt brewery of Garlen, founded in 1876, closed its gates on Friday.",
        "The Holt brewery in Garlen closed on Friday. The Holt brewery was founded in Garlen in 1867.",
        ("1867", "1876"),
    ),
    (
        "crashed on two days",
        ("2024-02-28", "A coach crashed near Pelvo on Monday and 12 people were hurt, police said."),
        ("2024-02-28", "Police said 12 people were hurt when a coach crashed near Pelvo on Sunday."),
        ("Sunday", "Monday"),
    ),
]  # fmt: skip

QUIET = [
    (
        "her mother's age",
        "Runa Dahl, 41, was found alive near Welm on Friday.",
        "Runa Dahl was found alive near Welm on Friday. Her mother, Ida Dahl, is 66.",
    ),
    (
        "two people, one of them old",
        "Piet Mosel, 47, was jailed in Welm on Friday.",
        "Piet Mosel and Jan Kolk were jailed in Welm on Friday. The 74-year-old had confessed.",
    ),
    (
        "died and was buried",
        ("2024-03-18", "Elin Vass, who died on 12 March, was buried in Bremer on Saturday."),
        ("2024-03-18", "The composer Elin Vass was buried in Bremer on 16 March, four days after her death."),
    ),
    (
        "the day it was said",
        ("2024-03-15", "The composer Elin Vass died in Bremer on Tuesday, her publisher said."),
        ("2024-03-15", "Elin Vass, the composer, has died in Bremer, her publisher said on Wednesday."),
    ),
    (
        "weekday and date agree",
        ("2024-03-15", "The composer Elin Vass died in Bremer on Tuesday, her publisher said."),
        ("2024-03-18", "Elin Vass, the composer, died in Bremer on 12 March, her publisher said."),
    ),
    (
        "the night between two days",
        ("2024-05-08", "The paint works in Ostfel burned down in the night to Tuesday."),
        ("2024-05-08", "A fire destroyed the paint works in Ostfel late on Monday."),
    ),
    (
        "the day of the charge and of the deed",
        ("2024-05-08", "Police charged a man on Tuesday over the arson in Ostfel on Saturday."),
        ("2024-05-08", "A man was charged over Saturday's arson in Ostfel, police said on Tuesday."),
    ),
    (
        "held and freed",
        ("2024-04-12", "Editor Pola Brand was arrested in Lomar on Tuesday and released on Thursday."),
        ("2024-04-12", "Pola Brand, the editor, was released in Lomar on Thursday after two days in custody."),
    ),
    (
        "the age at the time of the deed",
        "Oskar Lind, 44, was convicted in Welm on Thursday of a murder committed in 2001.",
        "Oskar Lind, who was 21 when he killed a student in 2001, was convicted in Welm on Thursday.",
    ),
    (
        "moved there and died there",
        "The painter Lotte Brand, born in 1902 in Kelm, died in Varn in 1977.",
        "Lotte Brand, the Kelm-born painter, moved to Varn in 1931 and died there in 1977.",
    ),
    (
        "a shop and its second",
        ("2024-04-12", "Lindo opens a shop in Kolm on 3 May, the chain said."),
        ("2024-04-12", "Lindo will open its second shop in Kolm on 7 June, the chain said."),
    ),
    (
        "two suspects",
        "A 19-year-old man was charged on Tuesday with Saturday's arson at the Corn Hall in Welm.",
        "Another suspect in Saturday's arson at the Corn Hall in Welm, a 31-year-old woman, was freed on Tuesday.",
    ),
    (
        "two crashes",
        ("2024-02-28", "A coach crashed near Pelvo on Monday, the second in a week."),
        ("2024-02-28", "After Sunday's crash near Pelvo another coach overturned there a day later."),
    ),
    (
        "an age then and an age now",
        "Olaf Brandt, 59, became mayor of Garlen on Tuesday.",
        "Olaf Brandt became mayor of Garlen on Tuesday, having sat on its council since he was 31.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [row[1:] for row in AGES + DAYS],
    ids=[row[0] for row in AGES + DAYS],
)
def test_one_person_or_happening_told_in_two_ways(one, other, flagged):
    found = loud(numcheck.check(documents(one, other)))

    assert [set(flagged)] == [{f.text, f.related[0].text} for f in found]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in QUIET], ids=[r[0] for r in QUIET])
def test_other_people_and_other_days_stay_quiet(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
