"""Votes told by their sides, times and measures told in other units, crowds. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

VOTE = (
    "The council in Lomar adopted the tram plan on Monday by 31 votes to 18, with two abstentions."
)
CONTRADICTIONS = [
    (VOTE, "The tram plan was adopted by the council in Lomar on Monday with 31 votes in favour, 81 against and two abstentions."),
    (VOTE, "The council in Lomar adopted the tram plan on Monday: 13 councillors voted against and 31 for."),
    (VOTE, "On Monday the council in Lomar adopted the tram plan, with 31 in favour and 8 opposed."),
    (VOTE, "In Lomar 31 councillors backed the tram plan on Monday and 28 opposed it, so the council adopted it."),
    (VOTE, "By 31 votes for and 81 votes against the council of Lomar on Monday has adopted the plan of the tram."),
    ("The siege of the bank in Gantry Street in Welm was over in under two hours, police said on Tuesday.",
     "It took police two hours and 40 minutes to end Tuesday's siege of the bank in Gantry Street in Welm, they said."),
    ("Runner Abel Tekle won the Lomar marathon on Sunday in 2 hours 8 minutes, leading from the first bridge.",
     "Abel Tekle led the Lomar marathon on Sunday from the first bridge and won in 2 hours 18 minutes."),
    ("A court in Dravik jailed banker Pal Ostrom for two years and six months on Tuesday.",
     "Banker Pal Ostrom was jailed for four years and six months by a court in Dravik on Tuesday."),
    ("Cyclone Mira hit the coast near Port Elan on Thursday with winds of 140 km/h, the weather bureau said.",
     "The weather bureau said Cyclone Mira hit the coast near Port Elan on Thursday, with winds of 140 miles per hour."),
    ("Rovers beat Garlen 2-0 at Moor Lane on Saturday in front of 18,400 spectators.",
     "Rovers beat Garlen 2-0 on Saturday. The crowd of 14,800 at Moor Lane was kept behind for an hour."),
]  # fmt: skip
QUIET = [
    (VOTE, "The tram plan was adopted by the council in Lomar on Monday with 31 votes in favour and 18 against."),
    (VOTE, "On Monday 18 councillors in Lomar voted against the tram plan and 31 for it."),
    (VOTE, "The council in Lomar rejected a ban on cars on Monday: 27 were against and 20 for."),
    ("The siege of the bank in Gantry Street in Welm was over in two hours, police said on Tuesday.",
     "It took police two hours and 10 minutes to end Tuesday's siege of the bank in Gantry Street in Welm, they said."),
    ("Cyclone Mira hit the coast near Port Elan on Thursday with winds of 140 km/h, the weather bureau said.",
     "The weather bureau said Cyclone Mira hit the coast near Port Elan on Thursday, with winds of nearly 90 mph."),
    ("Abel Tekle won the Lomar marathon on Sunday in 2 hours 8 minutes.",
     "Sara Moen won the women's race of the Lomar marathon on Sunday in 2 hours 25 minutes."),
    ("Rovers beat Garlen 2-0 at Moor Lane on Saturday in front of 18,400 spectators.",
     "Some 1,400 fans from Garlen were at Moor Lane on Saturday to see Rovers win 2-0."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_one_thing_told_in_another_form_is_held_against_it(one, other):
    assert 1 == len(loud(numcheck.check(documents(one, other))))


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_another_form_may_tell_the_same_or_another_thing(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
