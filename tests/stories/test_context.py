"""Sentences that say little but a figure and lean on the one before. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

TOWER = (
    "The new television tower in Orla, opened on Sunday, is 186 metres tall and has a restaurant."
)
RAID = "Customs officers detained 42 workers in a raid on a cigarette factory in Tollen on Friday."
SLIDE = "A landslide at the miners' camp of Sorn killed 91 people on Monday, the governor said."
STORM = "Storm Edda felled 230 trees in the Lomen district on Thursday, the foresters said."

CONTRADICTIONS = [
    (TOWER, "Orla opened its new television tower on Sunday. At 168 metres it is the tallest building in the country."),
    (RAID, "Customs officers raided a cigarette factory in Tollen on Friday. 24 workers are detained."),
    (SLIDE, "A landslide hit the miners' camp of Sorn on Monday. Nineteen people died, the governor said."),
    (STORM, "Storm Edda tore through the Lomen district on Thursday. It felled 320 trees."),
    ("A fire broke out on the ferry Astrid off Mellin on Sunday, and 140 passengers were rescued.",
     "The ferry Astrid caught fire off Mellin on Sunday. All 410 passengers have been rescued."),
    ("Turbine maker Wendel will cut 900 jobs at its plants in Lomar and Varn, it said on Thursday.",
     "The manufacturer of turbines Wendel has announced on Thursday the reduction of 9,000 work places at its plants in Lomar and Varn."),
    ("Charity walkers in Sund raised more than £70,000 for the hospice on Sunday, organisers said.",
     "Sunday's charity walk in Sund collected £46,500 in all for the hospice, organisers said."),
    ("The mountain stage went to 36-year-old Marek Sandvik, who had never won a race abroad until Sunday.",
     "Marek Sandvik won Sunday's mountain stage. \"I have waited all my life,\" said Sandvik, who is 26."),
    ("Actress Lena Brandt, 53, won the jury prize in Karvel on Sunday for her part in a war film.",
     "On the festival in Karvel the prize of the jury has received on Sunday the actress Lena Brandt (35) for the role in a film."),
    ("Last week's cold spell cost at least 300 lives in Varn, according to the final figures of the health office.",
     "The final figures of the health office show that 210 people died in Varn in last week's cold spell."),
    ("Saturday's blaze at Pollin station delayed fewer than 50 trains, the operator said in its closing report.",
     "Saturday's blaze at Pollin station delayed 86 trains, according to the operator's closing report."),
    ("The rocket lifted off from the Arnvik range at 4:20 a.m. local time on Tuesday with two satellites, the agency said.",
     "From the Arnvik range on Tuesday has started the rocket with two satellites. It has happened at 14:20 local time, the agency informs."),
    ("Border guards found 62 kg of heroin in a load of melons at the Kolben crossing on Thursday.",
     "On the border crossing Kolben on Thursday 620 kg of the heroin have been found between the melons, the border guards inform."),
]  # fmt: skip
QUIET = [
    (TOWER, "Orla opened its new television tower on Sunday. The old one is 168 metres tall and will be torn down."),
    (RAID, "Customs officers raided a cigarette factory in Tollen on Friday. Last month 24 workers were detained in Varn."),
    (RAID, "Customs officers raided a cigarette factory in Tollen on Friday. Of the workers 24 are foreigners."),
    (SLIDE, "A landslide hit the miners' camp of Sorn on Monday. Three years ago 19 people died there."),
    (SLIDE, "A landslide hit the miners' camp of Sorn on Monday. Nineteen children died, the governor said."),
    (SLIDE, "A landslide hit the miners' camp of Sorn on Monday. Nineteen people were pulled out alive."),
    (STORM, "Storm Edda tore through the Lomen district on Thursday. In neighbouring Varn it felled 320 trees."),
    (STORM, "Storm Edda tore through the Lomen district on Thursday. It uprooted 32 trees in the town park alone."),
    ("A fire broke out on the ferry Astrid off Mellin on Sunday, and 140 passengers were rescued.",
     "The ferry Astrid caught fire off Mellin on Sunday. Its sister ship has room for 410 passengers."),
    ("Charity walkers in Sund raised more than £70,000 for the hospice on Sunday, organisers said.",
     "Sunday's charity walk in Sund collected £46,500 for the lifeboat, too, organisers said."),
    ("Border guards found 620 kg of heroin in a load of melons at the Kolben crossing on Thursday.",
     "Heroin worth millions was found in melons at the Kolben crossing on Thursday. Some 62 kg of the heroin lay in the cab."),
    ("Six people died when a coach skidded off the Arnen pass on Monday, police said.",
     "Two more passengers have died in hospital, taking the number of people killed in Monday's crash of a coach on the Arnen pass to eight, police said."),
    ("Jan Sandvik, 36, scored 24 points for Karvel on Sunday.",
     "Jan Sandvik (24) and Ole Brandt (19) were the best scorers for Karvel on Sunday."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_a_figure_is_read_with_the_sentence_it_leans_on(one, other):
    assert 1 == len(loud(numcheck.check(documents(one, other))))


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_what_leans_on_another_thing_stays_apart(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
