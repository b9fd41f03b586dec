"""Which event a figure belongs to. All copy here is our own."""

import pytest

from numcheck.claims import read
from numcheck.model import Document


def claim_of(text, figure, **about):
    reading = read(Document(text, **about))
    return next(c for c in reading.claims if figure in c.text)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # the verb after the figure
        ("Police said 84 people have been arrested in the marches.", "84", "arrest"),
        ("About 300 demonstrators in the old port of Halm were detained.", "300", "arrest"),
        ("At least 40,000 people marched through Kyra.", "40,000", "protest"),
        ("Some 600 residents took to the streets of Orsova.", "600", "protest"),
        ("The ministry said 19 miners remained missing.", "19", "miss"),
        ("At the port 25 dockers were laid off.", "25", "dismiss"),
        ("Nine die in ferry fire", "Nine", "die"),
        ("Two die as bridge collapses", "Two", "die"),
        ("Five strike leaders were detained.", "Five", "arrest"),
        # the verb before it
        ("Officers detained 774 people at rallies.", "774", "arrest"),
        ("The blast killed 12 and shattered windows.", "12", "die"),
        ("The storm destroyed 240 stalls.", "240", "destroy"),
        ("The firm will cut 850 jobs at the plant.", "850", "dismiss"),
        # the participle after it
        ("Pictures showed 40 protesters tussling with police.", "40", "clash"),
        # the noun it is, or belongs to
        ("He announced a loan of 1,500 crowns.", "1,500", "lend"),
        ("Rescuers counted 14 dead and 30 injured.", "14", "die"),
        ("Rescuers counted 14 dead and 30 injured.", "30", "injure"),
        # what the verb leaves to another verb
        ("Some 900 men are trying to flee Orsova.", "900", "flee"),
        ("He decided to mobilise 300,000 new troops.", "300,000", "mobilise"),
    ],
)
def test_the_event_is_the_figures_own(text, figure, expected):
    assert expected == claim_of(text, figure).event


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Police detained 84 people.", "84", "asserted"),
        ("The firm plans to cut 850 jobs.", "850", "planned"),
        ("The firm will cut 850 jobs.", "850", "planned"),
        ("Let's say 30,000 people leave.", "30,000", "hypothetical"),
        ("If 300 people come, the hall is full.", "300", "hypothetical"),
        ("Up to 700 homes could be flooded.", "700", "hypothetical"),
        ("Some 900 men are trying to flee Orsova.", "900", "attempted"),
        ("The army denied killing 38 villagers.", "38", "negated"),
        ("Police did not detain 84 people.", "84", "negated"),
        ("Crowds oppose the plan to shut it, with 80 people arrested so far.", "80", "asserted"),
        ("They hope to add to the 300 homes built so far.", "300", "asserted"),
        ("The firm plans to hire 200 people, with 50 taken on so far.", "200", "planned"),
        ("So far it plans to hire 200 people.", "200", "planned"),
        ("Crews were able to save 84 people.", "84", "asserted"),
        ("Due to a strike 84 people were held.", "84", "asserted"),
        ("Some 84 shops are due to close.", "84", "planned"),
    ],
)
def test_only_what_happened_is_asserted(text, figure, expected):
    assert expected == claim_of(text, figure).modality


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Hundreds dead in Brenn bridge fire", "Hundreds", "die"),
        ("It hurt 12 miners and two drivers before sinking a barge.", "two", "injure"),
        ("It lost 140 crowns (12 euros; 84 dollars) over budget rows.", "84", "lose"),
        ("Sales made 40 million, compared with 84 million in May.", "84", "build"),
        ("Some 84 people are thought to have drowned.", "84", "die"),
        ("Fares more than doubled.", "more than doubled", "rise"),
        ("Last year 84 per cent came.", "84", "come"),
        ("That set the talks back six months.", "six months", "meet"),
        ("Boden kicked two penalties.", "two", "score"),
        ("The trawler caught 84 tons of cod.", "84", "catch"),
        ("Six members of staff were hurt.", "Six", "injure"),
        ("The show at 1985's Live Aid drew 84 cameras.", "84", "draw"),
    ],
)
def test_a_figure_leans_on_what_befell_the_one_before_and_on_no_far_noun(text, figure, expected):
    assert expected == claim_of(text, figure).event


@pytest.mark.parametrize(
    "text",
    [
        "The firm has 84 boats in its supply chains.",
        "The mill has 84 looms, says the survey of the valley.",
    ],
)
def test_a_noun_that_names_something_else_lends_no_event(text):
    assert claim_of(text, "84").event in ("", "have")
