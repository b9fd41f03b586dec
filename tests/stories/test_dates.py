"""Two dates for one thing, told by verb or noun, with a year or without. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

CONTRADICTIONS = [
    ("Varn's new concert hall opens to the public on 9 June with a piano recital, the city announced.",
     "The city has set 19 June as the opening day of Varn's concert hall. A pianist is on the programme."),
    ("The opera house in Gerlau will reopen on 12 October after repairs lasting three years, the director said on Monday.",
     "Gerlau's opera house, shut for three years, opens its doors again on 21 October, the director told reporters on Monday."),
    ("The chairlift on Mount Kessel will run again from 12 April, the operator said on Friday.",
     "Skiers will have to wait until 21 April for the chairlift on Mount Kessel to run again, its operator said on Friday."),
    ("Painter Ulla Brekke died on Saturday at her home in Sund. She was 88, her gallery said.",
     "The artist Ulla Brekke has died on Sunday at home in Sund in the age of 88 years, has told her gallery."),
    ("The old grain silo in Ebern collapsed on Tuesday, the fire service said.",
     "Ebern's old grain silo collapsed on Thursday, according to the fire service."),
    ("Dockers in Port Elan will walk out on 4 May, their union said.",
     "The union has called the strike of the dockers in Port Elan for 14 May."),
    ("The trial of the mayor of Lomar begins on 6 March, the court said.",
     "The court has fixed 16 March for the start of the trial of the mayor of Lomar."),
]  # fmt: skip
QUIET = [
    ("Varn's new concert hall opens to the public on 9 June, the city announced.",
     "Varn's concert hall has been built since 19 June of the year before last, the city announced."),
    ("The opera house in Gerlau will reopen on 12 October after repairs, the director said on Monday.",
     "The first season of the opera house in Gerlau will end on 21 October, the director said on Monday."),
    ("The chairlift on Mount Kessel will run again from 12 April, the operator said on Friday.",
     "The chairlift on Mount Kessel, broken since 21 February, will run again, its operator said on Friday."),
    ("Painter Ulla Brekke died on Saturday at her home in Sund.",
     "Painter Ulla Brekke will be buried on Thursday in Sund, where she died on Saturday."),
    ("The old grain silo in Ebern collapsed in the night to Wednesday, the fire service said.",
     "Ebern's old grain silo collapsed on Tuesday, according to the fire service."),
    ("Dockers in Port Elan will walk out on 4 May, their union said.",
     "Dockers in Port Elan will vote on 14 May on the offer of the employers, their union said."),
    ("Dockers in Port Elan, on strike since 4 May, met the employers on 14 May.",
     "The strike of the dockers in Port Elan, which began on 4 May, goes on."),
    ("The council in Lomar meets on Tuesday to vote on the tram.",
     "Lomar's council met on Thursday and voted for the tram."),
    ("Registration for the Lomar marathon opens on 3 April, the club said.",
     "Registration for the Lomar marathon closes on 13 April, the club said."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_two_dates_of_one_thing(one, other):
    assert 1 == len(loud(numcheck.check(documents(one, other))))


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_dates_of_two_things_or_nearly_the_same(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
