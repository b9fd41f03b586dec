"""Figures whose noun stands elsewhere, or that two desks call by two words. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

CONTRADICTIONS = [
    (
        "crowd and attendance",
        "Garlen drew 1-1 with Tollen at Moor Lane on Saturday before a crowd of 14,806.",
        "Garlen and Tollen shared the points at Moor Lane on Saturday. The attendance was 18,406.",
        ("18,406", "14,806"),
    ),
    (
        "two ways to give a magnitude",
        "A magnitude 6.1 earthquake struck near Talcan on Monday, the seismological institute said.",
        "The earthquake near Talcan on Monday had a magnitude of 7.1, the seismological institute said.",
        ("7.1", "6.1"),
    ),
    (
        "the number of them",
        "The hailstorm at Almere on Sunday damaged at least 450 greenhouses, the farm board said.",
        "The farm board puts the number of damaged greenhouses after Sunday's hailstorm at Almere at 310.",
        ("310", "at least 450"),
    ),
    (
        "two ways to give a vote",
        "Parliament in Lomar voted 212 to 188 on Thursday to remove the premier, Ada Kort.",
        "The premier, Ada Kort, was removed by parliament in Lomar on Thursday by 221 votes to 188.",
        ("221 votes to 188", "212 to 188"),
    ),
    (
        "homes and houses",
        "The Kelso valley fire destroyed 240 homes on Friday, the fire service said.",
        "The fire service said 420 houses were destroyed by Friday's fire in the Kelso valley.",
        ("420", "240"),
    ),
    (
        "workers and jobs",
        "Biscuit maker Holt will dismiss 310 workers at its Oldmoor plant, it said on Wednesday.",
        "Holt is to cut 130 jobs at its Oldmoor biscuit plant, the company said on Wednesday.",
        ("130", "310"),
    ),
    (
        "one sum in two currencies",
        "Striker Ole Risk leaves Brann for Welm. The buyers pay 14.5 million crowns for Risk, Brann said on Tuesday.",
        "Brann and Welm agreed a fee of $14.5 million for the striker Ole Risk on Tuesday.",
        ("$14.5 million", "14.5 million crowns"),
    ),
    (
        "one match, one score each",
        "Hosts Varn came from behind to beat Tollen 3-2 in the cup final on Saturday.",
        "Tollen coach Ana Rey offered to resign after Saturday's 3-1 defeat by Varn in the cup final.",
        ("3-1", "3-2"),
    ),
    (
        "must pay, was fined",
        "A judge fined the dairy Lacta 240,000 euros on Tuesday for dumping whey in a brook.",
        "Lacta must pay a fine of 420,000 euros for letting whey into a brook, the judge ruled on Tuesday.",
        ("420,000 euros", "240,000 euros"),
    ),
    (
        "a reward of, a so-much reward",
        "The baker Piet Holm has put up a £500 reward for the return of his parrot Admiral, last seen in Welm.",
        "A reward of £5,000 awaits whoever finds Admiral, the parrot of the Welm baker Piet Holm.",
        ("£5,000", "£500"),
    ),
    (
        "built in, dates from",
        "Sunday's storm toppled the lighthouse at Point Holm, built in 1874, the sea museum said.",
        "The lighthouse at Point Holm, which fell in Sunday's storm, dated from 1847, the sea museum said.",
        ("1847", "1874"),
    ),
    (
        "a ceiling and jobs under a rescue plan",
        "Airline Borea told unions on Wednesday that no more than 2,000 jobs would go under its rescue plan.",
        "Borea will shed 2,600 jobs under its rescue plan, the airline told unions on Wednesday.",
        ("2,600", "no more than 2,000"),
    ),
    (
        "the containers may float",
        "The freighter Astrid lost 48 containers in a gale off Cape Mor on Tuesday, the coastguard said.",
        "The 84 containers that the freighter Astrid lost off Cape Mor on Tuesday may float for weeks, the coastguard said.",
        ("84", "48"),
    ),
    (
        "left injured, injured",
        "The tram collision at Brunn Square in Halden on Wednesday left 34 people injured.",
        "Forty-three people were injured in the tram collision at Brunn Square in Halden on Wednesday.",
        ("Forty-three", "34"),
    ),
]  # fmt: skip

QUIET = [
    (
        "what a share is taken of",
        "Lindbank will close about a quarter of its 390 branches by next year, it said on Monday.",
        "Lindbank named 97 branches on Monday to be closed within a year.",
    ),
    (
        "the crowd and those thrown out",
        "Garlen drew 1-1 with Tollen at Moor Lane on Saturday before a crowd of 14,806.",
        "Forty-one of the crowd were thrown out of Moor Lane on Saturday, where Garlen drew with Tollen.",
    ),
    (
        "homes and shops",
        "The Kelso valley fire destroyed 240 homes on Friday, the fire service said.",
        "The fire service said 42 shops were destroyed by Friday's fire in the Kelso valley.",
    ),
    (
        "workers of a plant and jobs to go",
        "Holt employs 310 workers at its Oldmoor plant, which makes biscuits.",
        "Holt is to cut 130 jobs at its Oldmoor biscuit plant, the company said on Wednesday.",
    ),
    (
        "one vote, twice",
        "Parliament in Lomar voted 212 to 188 on Thursday to remove the premier, Ada Kort.",
        "The premier, Ada Kort, was removed by parliament in Lomar on Thursday by 212 votes to 188.",
    ),
    (
        "two dates of one hall",
        "Varn's new concert hall opens on 9 June with a Mahler symphony, the city said.",
        "Tickets for the opening of Varn's new concert hall go on sale on 2 May, the city said.",
    ),
    (
        "father and son",
        "Piet Mosel, 47, was jailed for fraud in Welm on Friday.",
        "Piet Mosel senior, 74, wept in the court in Welm on Friday as his son was jailed for fraud.",
    ),
    (
        "police and a union, whose word is no verb of saying",
        "Police put the number of marchers in Varn on Saturday at 17,000.",
        "More than 60,000 people marched against the pension law in Varn on Saturday, the rail union said.",
    ),
    (
        "by data of the union",
        "The average salary of a nurse is 980 euros, the ministry of health said on Wednesday.",
        "By data of the trade union the average salary of a nurse is only 740 euros.",
    ),
    (
        "an aftershock",
        "A magnitude 6.1 earthquake struck near Talcan on Monday, the seismological institute said.",
        "The earthquake near Talcan on Monday had a magnitude of 6.1 and an aftershock one of 4.3.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [row[1:] for row in CONTRADICTIONS],
    ids=[row[0] for row in CONTRADICTIONS],
)
def test_one_figure_told_in_two_ways(one, other, flagged):
    found = loud(numcheck.check(documents(one, other)))

    assert [flagged] == [(f.text, f.related[0].text) for f in found]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in QUIET], ids=[r[0] for r in QUIET])
def test_figures_of_other_things_stay_quiet(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
