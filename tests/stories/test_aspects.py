"""Statistics that are told alike and are two, and those that are one. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

TWO = [
    # What a figure is "of".
    ("Cyclone Mira made landfall near Port Elan on Thursday with winds of 140 km/h, the weather bureau said.",
     "The weather bureau measured gusts of 190 km/h when Cyclone Mira hit the coast near Port Elan on Thursday."),
    ("Brewer Hallam made a net profit of 31 million euros last year, it said on Monday.",
     "Brewer Hallam reported on Monday an operating profit of 47 million euros for last year."),
    ("Retailer Vasko reported sales of 310 million crowns for the spring on Monday.",
     "Retailer Vasko reported on Monday a profit of 13 million crowns for the spring."),
    ("The city of Orla approved a subsidy of 4.2 million crowns for its opera on Tuesday.",
     "The city of Orla approved a loan of 2.4 million crowns for its opera on Tuesday."),
    ("The storm on Sunday brought waves of 9 metres to Cape Mor, the harbour master said.",
     "The storm on Sunday brought a tide of 6 metres to Cape Mor, the harbour master said."),
    # What a figure is said of.
    ("Inflation in Maravia rose to 6.4 percent in March, the statistics office said on Wednesday.",
     "Core inflation in Maravia, without food and energy, was 4.6 percent in March, the statistics office said on Wednesday."),
    ("The new television tower in Orla is 186 metres tall with its antenna.",
     "The roof of the new television tower in Orla is 168 metres above the ground. An antenna stands on it."),
    ("Youth unemployment in Maravia was 21 percent in May, the labour office said on Friday.",
     "Unemployment in Maravia was 12 percent in May, the labour office said on Friday."),
    ("Exports from Maravia fell to 3.1 billion crowns in May, the customs office said on Friday.",
     "Imports to Maravia fell to 2.8 billion crowns in May, the customs office said on Friday."),
    ("The main span of the Aure bridge at Stavn is 310 metres long.",
     "The Aure bridge at Stavn is 130 metres wide at its broadest and has six lanes."),
    # What is counted.
    ("The flood in Karden on Tuesday damaged 310 homes, the mayor said.",
     "The mayor of Karden said 130 businesses were damaged in Tuesday's flood."),
    ("The hospital in Ebern treated 34 adults after Wednesday's gas leak.",
     "The hospital in Ebern treated 43 children after Wednesday's gas leak."),
    ("Customs at Port Hessel found 120 rifles in a container on Friday.",
     "Customs at Port Hessel found 210 pistols in a container on Friday."),
    ("The Lomen district received 620 applications for flood aid in May, the council said.",
     "The Lomen council said it had approved 260 applications for flood aid in May."),
    # Where, when, of whom.
    ("Fog forced Skarn airport to cancel 140 flights on Monday, the operator said.",
     "Fog over the coast on Monday led to 410 cancelled flights at Skarn and four other airports, the operators said."),
    ("Landslides in the Tavo hills killed at least 60 people on Sunday, the governor told reporters.",
     "Eleven people died in the village of Kuru alone when landslides hit the Tavo hills on Sunday, a priest said."),
    ("A court in Dravik sentenced banker Pal Ostrom to seven years in prison on Tuesday for laundering drug money.",
     "The court in Dravik gave Pal Ostrom's partner, the lawyer Jens Haug, four years in prison on Tuesday."),
    ("The bridge over the Aure at Stavn was to cost 130 million crowns when parliament approved it.",
     "The new bridge over the Aure at Stavn cost 310 million crowns, the road office said at its opening on Saturday."),
    ("The Green List won 18 seats in Sunday's election in Maravia, according to preliminary results.",
     "The Green List won 21 seats in Sunday's election in Maravia, the final results showed on Thursday."),
    ("An earthquake of magnitude 6 struck off Cape Mor at 11:40 GMT on Monday, the seismological institute said.",
     "An earthquake of magnitude 6 struck off Cape Mor at 7:40 p.m. local time on Monday, the seismological institute said."),
]  # fmt: skip

ONE = [
    ("Cyclone Mira made landfall near Port Elan on Thursday with winds of 140 km/h, the weather bureau said.",
     "The weather bureau said Cyclone Mira hit the coast near Port Elan on Thursday, with winds of 410 km/h.",
     ("410 km/h", "140 km/h")),
    ("Inflation in Maravia rose to 6.4 percent in March, the statistics office said on Wednesday.",
     "The statistics office said on Wednesday that the inflation rate in Maravia had risen to 4.6 percent in March.",
     ("4.6 percent", "6.4 percent")),
    ("Brewer Hallam made a net profit of 31 million euros last year, it said on Monday.",
     "The brewer Hallam said on Monday it had made a net profit of 13 million euros last year.",
     ("13 million euros", "31 million euros")),
    ("The new bridge over the Aure at Stavn cost 310 million crowns, the road office said at its opening on Saturday.",
     "At Saturday's opening of the Aure bridge at Stavn the road office put its cost at 130 million crowns.",
     ("130 million crowns", "310 million crowns")),
    ("The flood in Karden on Tuesday damaged 310 homes, the mayor said.",
     "The mayor of Karden said 130 houses were damaged in Tuesday's flood.",
     ("130", "310")),
    ("The new television tower in Orla, opened on Sunday, is 186 metres tall.",
     "The height of the new television tower in Orla, opened on Sunday, is 168 metres.",
     ("168 metres", "186 metres")),
    ("A landslide in the Tavo hills killed at least 60 people on Sunday, the governor told reporters.",
     "The governor told reporters that 48 people had died in Sunday's landslide in the Tavo hills.",
     ("48", "at least 60")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWO)
def test_figures_that_are_called_otherwise_are_two(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
    assert [] == loud(numcheck.check(documents(other, one)))


@pytest.mark.parametrize(("one", "other", "flagged"), ONE)
def test_figures_that_are_called_alike_are_one(one, other, flagged):
    found = loud(numcheck.check(documents(one, other)))

    assert [flagged] == [(f.text, f.related[0].text) for f in found]
