"""The day on which a figure was given out is not the day of the thing. All copy is invented."""

import pytest

import numcheck
from tests.stories.test_same_thing import documents, loud

CONTRADICTIONS = [
    ("The Green List won 54 seats in the assembly of Maravia in Sunday's election.",
     "Final results published on Tuesday gave the Green List 45 seats in the new assembly of Maravia."),
    ("Swimmer Ida Locke raised at least 90,000 pounds for the hospice in Sund on Sunday, organisers said.",
     "The final tally is in for Ida Locke's swim on Sunday. She raised 64,000 pounds for the hospice in Sund, organisers confirmed on Tuesday."),
    ("Brewer Holt sold its oldest mill in Brenn to a Danish firm for 31 million crowns on Friday.",
     "Brewer Holt's oldest mill in Brenn went to a Danish firm for 13 million crowns, its chairman told reporters on Monday."),
    ("The car that won Saturday's rally in Varn had covered 410 kilometres.",
     "The car that won the rally in Varn had covered 140 kilometres, the jury announced on Monday."),
    ("In Sunday's referendum in Lomar 58 percent voted for the new airport.",
     "The share that voted for the new airport in Lomar's referendum was 85 percent, the final count showed on Wednesday."),
]  # fmt: skip
QUIET = [
    ("Ten people were hurt in Sunday's train crash near Pelvo.",
     "Fourteen people were hurt in the train crash near Pelvo, the hospital said on Tuesday."),
    ("Swimmer Ida Locke raised 40,000 pounds for the hospice in Sund on Sunday.",
     "Ida Locke has raised 64,000 pounds for the hospice in Sund with her swim, organisers said on Tuesday."),
    ("The port of Sund handled 31,000 containers in May, its operator said on Monday.",
     "Sund's port operator said on Monday it had handled 160,000 containers in the first five months of the year."),
    ("The forest fire near Olm burned 350 hectares on Sunday.",
     "The forest fire near Olm has burned 900 hectares, the fire service said on Tuesday."),
    ("Police in Orsk Bay held 60 marchers on Saturday.",
     "Police in Orsk Bay held 45 marchers on Sunday, they said on Monday."),
    ("Varga said on Monday it would cut 1,200 jobs at its Tollen mill.",
     "Varga said on Thursday it would cut 900 jobs at its Tollen mill after talks with the union."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_a_day_of_speech_keeps_no_figures_apart(one, other):
    assert 1 == len(loud(numcheck.check(documents(one, other))))


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_what_was_given_out_later_may_have_grown_or_be_of_another_time(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))
