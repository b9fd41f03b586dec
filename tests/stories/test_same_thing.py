"""Reports of one event held against each other: what is flagged, and what must stay quiet.

All copy is invented. A row is (name, documents, expected): documents are texts or (published,
text), expected the pair of texts that must be flagged, later one first, or None for silence.
"""

import pytest

import numcheck

CONTRADICTIONS = [
    (
        "toll, same day",
        "Nineteen people died and 40 were hurt when a coach overturned near Pelvo on Sunday, police said.",
        "A coach overturned near Pelvo on Sunday, killing 91 people and injuring 40, police said.",
        ("91", "Nineteen"),
    ),
    (
        "arrests in two words for it",
        "Police detained 312 people at Saturday's march in Orsk Bay against the port tax.",
        "The police have arrested 132 persons at the march against the port tax in Orsk Bay on Saturday, the ministry informs.",
        ("132", "312"),
    ),
    (
        "floor against a lower count",
        "More than 400 homes were destroyed by the Kelso valley fire on Friday, the fire service said.",
        "The fire service counted 140 homes destroyed by Friday's fire in the Kelso valley.",
        ("140", "More than 400"),
    ),
    (
        "ceiling against a higher count",
        "No more than 50 passengers were aboard the ferry Astrid when it caught fire on Monday, the owner said.",
        "The owner said 85 passengers were aboard the ferry Astrid when it caught fire on Monday.",
        ("85", "No more than 50"),
    ),
    (
        "a handful of reports with little in common but the thing",
        "Big-hearted cyclists pedalled round Sund on Sunday and collected more than £60,000 for the lifeboat station, organisers said.",
        "Sunday's charity bike ride brought in £42,500 in all for the lifeboat station, it was announced after the last bucket was counted.",
        ("£42,500", "more than £60,000"),
    ),
    (
        "more passengers than people",
        "A ferry with 58 people on board ran aground off Tarvik on Tuesday, the coastguard said.",
        "The coastguard said 85 passengers were on board the ferry that ran aground off Tarvik on Tuesday.",
        ("85", "58"),
    ),
    (
        "price of one deal",
        "Brewer Holt will buy its rival Mardon for $2.4 billion, the companies said on Tuesday.",
        "Mardon accepted on Tuesday an offer of $4.2 billion from the brewer Holt.",
        ("$4.2 billion", "$2.4 billion"),
    ),
    (
        "million for billion",
        "The lender has set aside 3.1 billion euros for bad loans in Turvia, it said on Thursday.",
        "The lender said on Thursday it had set aside 3.1 million euros for bad loans in Turvia.",
        ("3.1 million euros", "3.1 billion euros"),
    ),
    (
        "age of one woman",
        "Sailor Ida Brandt, 36, was found alive on Friday after nine days adrift off Cape Mor.",
        "Ida Brandt, 63, drifted for nine days off Cape Mor before a trawler found her on Friday.",
        ("63", "36"),
    ),
    (
        "hour of one blast",
        "The explosion at the Gantry Road depot in Welm happened at 4:20 a.m. on Tuesday, the fire brigade said.",
        "An explosion shook the Gantry Road depot in Welm at 4:20 p.m. on Tuesday, the fire brigade said.",
        ("4:20 p.m.", "4:20 a.m."),
    ),
    (
        "size of one fire",
        "The forest fire near Olm has burned 3,500 hectares since Monday, the civil protection agency said.",
        "Since Monday the forest fire near Olm has burned 350 hectares, according to the civil protection agency.",
        ("350 hectares", "3,500 hectares"),
    ),
    (
        "share of the vote",
        "With all ballots counted, Mayor Petra Solin won 54 percent of the vote in Sunday's runoff in Garlen.",
        "Petra Solin won Sunday's mayoral runoff in Garlen with 45 percent of the vote, the final count showed.",
        ("45 percent", "54 percent"),
    ),
    (
        "jobs to go",
        "Steelmaker Varga will cut 1,200 jobs at its Tollen works by spring, it said on Wednesday.",
        "Varga is to cut 2,100 jobs at the Tollen steel works by spring, the company announced on Wednesday.",
        ("2,100", "1,200"),
    ),
    (
        "day of one trial",
        "The trial of the three Garlen bankers will open on 3 May, the court said.",
        "The court said the trial of the three Garlen bankers would open on 13 May.",
        ("13 May", "3 May"),
    ),
    (
        "final score",
        "Tollen beat Garlen 3-1 in the cup final on Saturday, their first title since 1987.",
        "Tollen beat Garlen 3-2 in Saturday's cup final to win their first title since 1987.",
        ("3-2", "3-1"),
    ),
    (
        "odd one out of three",
        "A fire destroyed 240 boats in the harbour of Mellin on Sunday night, the port authority said.",
        "The port authority said 420 boats were destroyed by Sunday night's fire in the harbour of Mellin.",
        ("420", "240"),
    ),
    (
        "announced on Monday, of the time to come",
        ("2024-06-04", "Bank Holt will shut 120 branches by the end of the year, it said on Monday."),
        ("2024-06-04", "By the end of the year 210 branches of Bank Holt will be gone, the lender announced on Monday."),
        ("210", "120"),
    ),
    (
        "organisers, told as they",
        "A ticket for the Lanmoor festival will cost 95 pounds, the organisers said on Monday.",
        "The organisers of the Lanmoor festival have set the price of a ticket at 59 pounds, they said on Monday.",
        ("59 pounds", "95 pounds"),
    ),
]  # fmt: skip

QUIET = [
    (
        "rounded",
        "About 2,000 people attended the funeral of the three firemen in Adlen on Friday.",
        "The funeral of the three firemen in Adlen on Friday was attended by 1,987 people, the parish said.",
    ),
    (
        "the toll rises overnight",
        ("2023-04-02", "The toll of the coach crash near Pelvo rose to 12 dead on Sunday, police said."),
        ("2023-04-03", "The toll of Sunday's coach crash near Pelvo rose to 19 dead after seven people died in hospital, police said on Monday."),
    ),
    (
        "another day",
        "Police arrested 210 people at the march in Orsk Bay on Saturday.",
        "Police arrested 95 people at the march in Orsk Bay on Sunday.",
    ),
    (
        "the city and the country",
        "Police arrested 95 people in Orsk Bay alone during Sunday's marches against the port tax.",
        "Police arrested 410 people across the country during Sunday's marches against the port tax.",
    ),
    (
        "a running total and a day",
        "More than 3,000 people have been arrested at the marches against the port tax since March, rights groups said.",
        "Police arrested 95 people at Sunday's march against the port tax.",
    ),
    (
        "another person of the name",
        "Sailor Ida Brandt, 36, was found alive on Friday after nine days adrift off Cape Mor.",
        "Olaf Brandt, 63, the father of the sailor Ida Brandt, thanked the trawler that found her on Friday off Cape Mor.",
    ),
    (
        "the dead and the hurt",
        "A coach overturned near Pelvo on Sunday, killing 19 people, police said.",
        "A coach overturned near Pelvo on Sunday, injuring 40 people, police said.",
    ),
    (
        "a part and the whole",
        "The coach that overturned near Pelvo on Sunday carried 52 people, police said.",
        "Police said 11 children were on the coach that overturned near Pelvo on Sunday.",
    ),
    (
        "vague against exact",
        "Hundreds of people slept in schools after the flood in Karden on Tuesday.",
        "After the flood in Karden on Tuesday 2,300 people spent the night in schools, the mayor said.",
    ),
    (
        "a demand and an offer",
        "The Tollen steel workers want a rise of 9 percent, their union said on Wednesday.",
        "Varga offered the Tollen steel workers a rise of 4 percent on Wednesday.",
    ),
    (
        "one document gives both",
        "Varga will cut 1,200 jobs at its Tollen works, it said on Wednesday.",
        "Varga will cut 900 jobs at its Tollen works this year and 1,200 in all by spring, it said on Wednesday.",
    ),
    (
        "if, perhaps",
        "Up to 500 people could lose their homes if the dam at Olm breaks, engineers said on Monday.",
        "Engineers said on Monday that 800 people could lose their homes if the dam at Olm breaks.",
    ),
    (
        "two days of one trial",
        "The trial of the three Garlen bankers opened on 3 May, the court said.",
        "The court said a verdict on the three Garlen bankers would be given on 13 May.",
    ),
    (
        "the trapped are freed",
        ("2023-05-01", "Fourteen workers were trapped in the Olm tunnel on Monday, the operator said."),
        ("2023-05-02", "Three workers were still trapped in the Olm tunnel on Tuesday, the operator said."),
    ),
    (
        "won and lost",
        "Tollen beat Garlen 3-1 in the cup final on Saturday, their first title since 1987.",
        "Garlen lost 1-3 to Tollen in Saturday's cup final.",
    ),
    (
        "a forecast that is cut",
        ("2024-01-15", "Carmaker Zeta expects to sell 410,000 cars this year, it said on Monday."),
        ("2024-01-18", "Zeta now expects to sell 360,000 cars this year, the carmaker said on Thursday."),
    ),
    (
        "two who forecast",
        "Toymaker Pennick expects a profit of 40 million pounds this year.",
        "Analysts expect the toymaker Pennick to make a profit of 34 million pounds this year.",
    ),
    (
        "months later",
        ("2024-01-15", "The ministry employs 2,400 tax inspectors, the minister, Ada Kort, told parliament."),
        ("2024-06-20", "The ministry employs 2,100 tax inspectors, the minister, Ada Kort, told parliament."),
    ),
    (
        "two legs",
        "Tollen beat Garlen 2-1 in the second leg of their semi-final on Wednesday.",
        "After a 3-1 defeat by Garlen in the first leg, Tollen went out of the cup on Wednesday.",
    ),
    (
        "seats now and then",
        "The Progress party won 62 seats in Sunday's election in Maravia.",
        "The Progress party, which had 48 seats in the old parliament, won Sunday's election in Maravia.",
    ),
    (
        "all the hurt and the police among them",
        "The clashes in Tarsk on Monday left 70 people injured, the health ministry said.",
        "Fourteen police officers were injured in Monday's clashes in Tarsk, the interior ministry said.",
    ),
    (
        "rain in two towns",
        "In Tollen 140 millimetres of rain fell on Sunday, the weather service said.",
        "The weather service measured 85 millimetres of rain in Varn on Sunday.",
    ),
    (
        "morning and evening",
        ("2024-08-01", "The fire in the Sorne valley covered 400 hectares on Thursday morning, the fire service said."),
        ("2024-08-01", "The fire in the Sorne valley covered 900 hectares on Thursday evening, the fire service said."),
    ),
    (
        "two polls",
        "A poll by Metro put the Progress party at 31 percent on Thursday.",
        "The Progress party stands at 27 percent in a poll by Opina published on Thursday.",
    ),
    (
        "two things to spend on",
        "The interior ministry will spend 40 million euros on new helicopters, it said on Thursday.",
        "The interior ministry will spend 14 million euros on radios, it said on Thursday.",
    ),
    (
        "two roads",
        "Police caught 120 speeding drivers on the A9 near Welm on Wednesday.",
        "Police caught 210 speeding drivers on the B12 near Welm on Wednesday.",
    ),
    (
        "some of them found",
        "The freighter Astrid lost 84 containers in a gale off Cape Mor on Tuesday, the coastguard said.",
        "The coastguard said it had found 48 of the containers that the Astrid lost on Tuesday.",
    ),
    (
        "two chambers",
        "The lower house in Lomar passed the water bill by 212 votes to 180 on Monday.",
        "The senate in Lomar passed the water bill by 38 votes to 21 on Monday.",
    ),
    (
        "a day and the week to it",
        ("2024-02-06", "The Varn region recorded 412 infections on Monday."),
        ("2024-02-06", "The Varn region recorded 3,100 infections in the week to Monday."),
    ),
    (
        "freed and still held",
        "Gunmen freed six hostages in Varn on Monday.",
        "Gunmen in Varn still held 14 hostages on Monday after freeing some of them.",
    ),
    (
        "stolen and recovered",
        "Thieves stole 40 paintings from the Holm museum on Monday.",
        "Police recovered 12 paintings stolen from the Holm museum on Monday.",
    ),
    (
        "two runners",
        "Ana Brill won the Kelso race in 34 minutes on Monday.",
        "Kari Boe ran the Kelso race in 37 minutes on Monday and came third.",
    ),
    (
        "two hours of one day",
        ("2024-02-24", "By 9 a.m. on Saturday police in Orsk Bay had held 60 marchers."),
        ("2024-02-24", "Police in Orsk Bay had held 240 marchers by Saturday evening."),
    ),
    (
        "the hurt and the badly hurt",
        "The coach crash near Pelvo on Sunday left 34 people injured.",
        "Five people were seriously injured in Sunday's coach crash near Pelvo.",
    ),
    (
        "a company and the union it deals with",
        "Varga said 300 workers stopped work at its Tollen mill on Tuesday.",
        "The steel union said 1,900 workers had stopped work at Varga's Tollen mill on Tuesday.",
    ),
    (
        "two people of one name",
        "Striker Jan Holm, 23, scored twice for Garlen on Sunday.",
        "Jan Holm, 61, the mayor of Lomar, opened the new tram line on Sunday.",
    ),
    (
        "brought up to date by its own sentence",
        "Six people died when a coach skidded off the bridge at Orla on Sunday, police said.",
        "Two more passengers have died after the coach skidded off the bridge at Orla on Sunday, bringing the number of people killed to eight, police said.",
    ),
    (
        "the passengers among all on board",
        "A cruise ship with 118 people on board ran aground off the Selva islands on Tuesday, the coastguard said.",
        "All 26 crew stayed on the cruise ship that ran aground off the Selva islands on Tuesday, while the 92 passengers were taken ashore, the coastguard said.",
    ),
    (
        "the stamps of two messages",
        "Ingrid Maalund 03/14/2001 09:45 AM Tomas, could you send Ebern the draft of the lease for Gantry Road? Thanks, Ingrid",
        "Ingrid Maalund 03/14/2001 04:37 PM Tomas, thanks for the draft of the lease for Gantry Road in Ebern. Ingrid",
    ),
    (
        "a question",
        "Did 300 trees fall in Sunday's storm in the park of Ebern?",
        "The gardeners of Ebern counted 130 trees that fell in the park in Sunday's storm.",
    ),
    (
        "two companies in one line of business",
        "Airline Nordal made a net profit of 31 million crowns last year, up from 12 million.",
        "Airline Vestfly made a net profit of 13 million crowns last year, up from 10 million.",
    ),
    (
        "the shares of two companies",
        "Shares in Nordal closed at 19.50 crowns on Monday in trading on the exchange of Lomar, brokers said.",
        "Shares in Hallam closed at 38.20 crowns on Monday in trading on the exchange of Lomar, brokers said.",
    ),
    (
        "organisers speak, the police has counted",
        ("2021-06-21", "Organisers spoke of 60,000 people at Sunday's march for the forest in Lomar."),
        ("2021-06-21", "On Sunday on the march for the forest in Lomar came 14,000 people, the police has counted."),
    ),
    (
        "the hours of two listings",
        "Cup final in Lomar, Sunday: Rovers v Garlen\n\n1300 GMT",
        "Cup final in Lomar, Sunday: Rovers v Garlen\n\n1500 GMT",
    ),
    (
        "unrelated copy",
        "Police arrested 95 people at Sunday's match in Garlen.",
        "Police arrested 12 people after a fight in Tollen on Sunday.",
    ),
]  # fmt: skip


def documents(*given):
    return [
        numcheck.Document(text, f"d{n}", published)
        for n, (published, text) in enumerate(
            (row if isinstance(row, tuple) else (None, row) for row in given), 1
        )
    ]


def across(findings):
    return [f for f in findings if any(p.document != f.document for p in f.related)]


def loud(findings):
    return [f for f in across(findings) if f.severity != "info"]


DOUBTS = [
    ("said in both", "in Welm on Sunday", "in Welm on Sunday", "error"),
    ("no place in one", "in Welm on Sunday", "on Sunday", "warning"),
    ("no time in one", "in Welm on Sunday", "in Welm", "warning"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "severity"), [r[1:] for r in DOUBTS], ids=[r[0] for r in DOUBTS]
)
def test_an_unknown_time_or_place_blocks_an_error(one, other, severity):
    text = "The {} fire at the Gantry depot {} destroyed {} lorries, the fire brigade said."
    first = numcheck.Document(text.format("great", one, 31), "a", "2024-05-06")
    second = numcheck.Document(text.format("night", other, 13), "b", "2024-05-06")

    found = loud(numcheck.check([first, second]))

    assert [severity] == [f.severity for f in found]


def test_a_place_taken_from_the_sentence_before_makes_a_warning_that_says_so():
    first = "A fire broke out at a depot in Welm on Sunday. It destroyed 31 lorries on Sunday, Welm's fire brigade said."
    second = "A fire destroyed 13 lorries at a depot in Welm on Sunday, the fire brigade said."

    (found,) = loud(numcheck.check(documents(("2024-05-06", first), ("2024-05-06", second))))

    assert "warning" == found.severity
    assert (
        "warning, not error: the place of a figure is taken from an earlier sentence",
    ) == found.notes


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [row[1:] for row in CONTRADICTIONS],
    ids=[r[0] for r in CONTRADICTIONS],
)
def test_reports_that_cannot_both_be_right(one, other, flagged):
    found = loud(numcheck.check(documents(one, other)))

    assert [flagged] == [(f.text, f.related[0].text) for f in found]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in QUIET], ids=[r[0] for r in QUIET])
def test_reports_that_agree_or_speak_of_different_things(one, other):
    assert [] == loud(numcheck.check(documents(one, other)))


FERRY = [
    "A ferry sank off Tarvik on Tuesday with {} people on board, the coastguard said.",
    "The coastguard said {} people were on board the ferry that sank off Tarvik on Tuesday.",
    "There were {} people on board when a ferry sank off Tarvik on Tuesday, the coastguard said.",
    "On Tuesday a ferry carrying {} people sank off Tarvik, the coastguard said.",
    "The ferry that sank off Tarvik on Tuesday carried {} people, according to the coastguard.",
]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (("24", "24", "42", "24", "about 25"), "people: 42 here, 24 in 4 other reports"),
        (("24", "42", "31", "55", "18"), "people: 18 here, 24 to 55 in 4 other reports"),
        (("24", "24", "24", "24", "about 25"), None),
    ],
)
def test_five_witnesses_make_one_finding_that_names_the_outlier_or_the_range(figures, said):
    reports = [text.format(figure) for text, figure in zip(FERRY, figures, strict=True)]

    assert [said] * bool(said) == [f.message for f in across(numcheck.check(documents(*reports)))]
