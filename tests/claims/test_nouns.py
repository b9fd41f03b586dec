"""What a figure counts."""

import pytest

from numcheck.claims import read
from numcheck.model import Document

#: Copy → noun and head of its last counted figure.
NOUNS = [
    ("They held 84 people.", "people", "person"),
    ("Over one in ten of the mill's clients left.", "clients", "client"),
    ("She lost one year's pay.", "pay", "pay"),
    ("the 900 strong gull colony", "gull colony", "colony"),
    ("thousands of this town's best clocks", "best clocks", "clock"),
    ("He told 40 U.S. harbour pilots.", "U.S. harbour pilots", "pilot"),
    ("She kept half the seats", "seats", "seat"),
    ("a third of the hens and half of the ducks", "ducks", "duck"),
    ("The channel shows 26 live matches.", "live matches", "match"),
    ("One small farm in eight is gone.", "small farm", "farm"),
    ("It is a 40-foot hall, and plans are afoot.", "hall", "hall"),
    ("Nine are women.", "women", "woman"),
    ("The other 12 were foreign students.", "foreign students", "student"),
    ("At least 100 anti-government protesters came.", "anti-government protesters", "protester"),
    ("“several hundred” protesters came", "protesters", "protester"),
    ("Tens of thousands of residents fled.", "residents", "resident"),
    ("Two of the mayor's deputies quit.", "deputies", "deputy"),
    ("Some 460 vans and lorries were stolen.", "vans", "van"),
    ("Some 460 Ford and Fiat vehicles were stolen.", "Ford and Fiat vehicles", "vehicle"),
    ("eight million 250ml bottles of gel", "bottles", "bottle"),
    ("He won 80 percent of the vote.", "vote", "vote"),
    ("84 people were held and 12 charged.", "people", "person"),
    ("The index rose 64 points to 4,577.", "points", "point"),
    ("He faces up to six years in prison.", "prison", "prison"),
    ("She leaves after 21 years in power.", "power", "power"),
    ("one proposal asks for more", "proposal", "proposal"),
    ("three women", "women", "woman"),
    ("Two late tries won it.", "late tries", "try"),
    ("22 of the county's 19 ski lifts", "ski lifts", "lift"),
    ("all four US networks", "US networks", "network"),
    ("four-, five- and six-door cars", "door cars", "car"),
    ("64 million of Lind's 95 million shares", "shares", "share"),
    ("thousands of wrongly held prisoners", "wrongly held prisoners", "prisoner"),
    ("three other freed British sailors", "other freed British sailors", "sailor"),
    ("four of their last five matches", "matches", "match"),
    ("over 900 new daily cases", "new daily cases", "case"),
    ("two Elks Hall Smith goals", "Elks Hall Smith goals", "goal"),
    ("three Elks Club meetings", "Elks Club meetings", "meeting"),
    ("two men dressed as clowns", "men", "man"),
    ("84¹ people² died", "people", "person"),
    ("84[¹] people died", "people", "person"),
    ("84ᵃ people died", "people", "person"),
    ("84* people died", "people", "person"),
    ("They held 84 people¹ there.", "people", "person"),
    ("allowed three runs", "runs", "run"),
    ("two under-the-radar firms", "under-the-radar firms", "firm"),
    ("two cancelled TV shows", "cancelled TV shows", "show"),
    ("14 MPs rebelled", "MPs", "mp"),
    ("he spent four nights there", "nights", "night"),
    ("for nine straight days", "days", "day"),
    ("the 900-strong crew", "crew", "crew"),
    ("a 12-week second term", "term", "term"),
    ("the 300-room hotel serves lunch", "room hotel", "hotel"),
    ("one man holding a sign", "man", "man"),
    ("three of its eight remaining ships", "ships", "ship"),
    ("a fifth of their annual water quota", "annual water quota", "quota"),
    ("Of the 58 guests on board, 41 fell ill.", "guests", "guest"),
    ("It has 61 seats, 31 of which are filled.", "seats", "seat"),
    ("They sold 300 vans and leased 40.", "vans", "van"),
]


@pytest.mark.parametrize(("copy", "noun", "head"), NOUNS)
def test_the_counted_thing_is_named(copy, noun, head):
    counted = [claim for claim in read(Document(copy)).claims if claim.noun]

    assert (noun, head) == (counted[-1].noun, counted[-1].head)


@pytest.mark.parametrize(
    "copy",
    [
        "He lent 1.5 billion on Monday.",
        "It rose to 84 in May.",
        "12 missing",
        "3 abstained",
        "About 300,000 remain.",
        "850,000 the year before",
        "2,600 acres (1,052 hectares)",
        "a net worth of 1.5 billion",
        "three months of 1990, the bank estimates",
        "15 miles south of the port",
        "three weeks rowing to Halm",
        "five years' time",
        "£5m - the highest it has paid",
        "first agreed in May",
    ],
)
def test_what_is_no_noun_is_not_taken_for_one(copy):
    assert "" == read(Document(copy)).claims[0].noun
