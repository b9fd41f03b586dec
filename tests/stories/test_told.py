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
        "left injured, injured",
        "The tram collision at Brunn Square in Halden on Wednesday left 34 people injured.",
        "Forty-three people were injured in the tram collision at Brunn Square in Halden on Wednesday.",
        ("Forty-three", "34"),
    ),
]  # fmt: skip

QUIET = [
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
