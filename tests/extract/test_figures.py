"""What is read of a figure: tables of copy and its reading, all written by us."""

import math

import pytest

from numcheck.extract import quantities
from numcheck.model import Calendar, Document

INF = math.inf


def read(text):
    return quantities(Document(text))


def only(text):
    found = read(text)
    assert 1 == len(found), [quantity.text for quantity in found]
    return found[0]


#: Copy → the figure's own text, its value and unit.
FIGURES = [
    # digits and grouping
    ("Some 1,234,567 came", "Some 1,234,567", 1234567, ""),
    ("A crowd of 12,34,567 came", "12,34,567", 1234567, ""),
    ("A crowd of 1\u202f300 came", "1\u202f300", 1300, ""),
    ("A crowd of 1'250'000 came", "1'250'000", 1250000, ""),
    ("A crowd of 40 000 came", "40 000", 40000, ""),
    ("It hit 2.5", "2.5", 2.5, ""),
    ("a .250 average", ".250", 0.25, ""),
    ("10⁶ posts", "10⁶", 1e6, ""),
    ("2.5×10⁸ cells", "2.5×10⁸", 2.5e8, ""),
    ("٥٠٠ visitors", "٥٠٠", 500, ""),
    # scales
    ("worth 1.5bn", "1.5bn", 1.5e9, ""),
    ("4.66bn rupees", "4.66bn rupees", 4.66e9, "INR"),
    ("fined R45,000 for it", "R45,000", 45000, "ZAR"),
    ("a R2.5m grant", "R2.5m", 2.5e6, "ZAR"),
    ("paid N72 billion", "N72 billion", 72e9, "NGN"),
    ("lost Sh8,400 there", "Sh8,400", 8400, "shilling"),
    (
        "a frost of minus 9 degrees of Fahrenheit",
        "minus 9 degrees of Fahrenheit",
        -9,
        "degree_Fahrenheit",
    ),
    ("some 2.3m visitors", "some 2.3m", 2.3e6, ""),
    ("20k runners", "20k", 20000, ""),
    ("25 lakh voters", "25 lakh", 2500000, ""),
    ("3 crore voters", "3 crore", 3e7, ""),
    ("two and a half million", "two and a half million", 2.5e6, ""),
    ("a million and a half", "a million and a half", 1.5e6, ""),
    ("half a dozen eggs", "half a dozen", 6, ""),
    ("3 hundred and 21 seats", "3 hundred and 21", 321, ""),
    # words
    ("twenty-one ships", "twenty-one", 21, ""),
    ("one hundred and three ships", "one hundred and three", 103, ""),
    ("a hundred ships", "a hundred", 100, ""),
    ("six hundred thousand ships", "six hundred thousand", 600000, ""),
    ("three point five", "three point five", 3.5, ""),
    # fractions
    ("2 1/2 cups", "2 1/2 cups", 2.5, "cup"),
    ("3½ hours", "3½ hours", 3.5, "hour"),
    ("2.1degC of warming", "2.1degC", 2.1, "degree_Celsius"),
    ("NZ $12m", "NZ $12m", 12e6, "NZD"),
    ("35m of its lamps", "35m", 35e6, ""),
    ("35m of cable", "35m", 35, "meter"),
    ("made 2m jobs", "2m", 2e6, ""),
    ("Some 3m honey bees died", "Some 3m", 3e6, ""),
    ("ordered 6m poles", "6m", 6, "meter"),
    ("home to 6m Poles", "6m", 6e6, ""),
    ("hit by 4m waves", "4m", 4, "meter"),
    ("wool at 1,138c/kg", "1,138c/kg", 1138, "cent / kilogram"),
    ("rye at €214/t", "€214/t", 214, "EUR / metric_ton"),
    ("at $2.5 million a boat.", "$2.5 million a boat", 2.5e6, "USD / boat"),
    ("charges £40 a dog and no more", "£40 a dog", 40, "GBP / dog"),
    ("called the £40 a bribe.", "£40", 40, "GBP"),
    ("lost £40 a while ago", "£40", 40, "GBP"),
    ("made the £40 a long time ago", "£40", 40, "GBP"),
    ("sold 1,200t of rye", "1,200t", 1200, "metric_ton"),
    ("a three-quarter mile walk", "three-quarter mile", 0.75, "mile"),
    ("two million, four hundred thousand", "two million, four hundred thousand", 2.4e6, ""),
    ("odds of ten to one", "ten to one", 10, ""),
    ("a 2000 year old yew", "2000 year old", 2000, "year"),
    ("£24 a-year", "£24 a-year", 24, "GBP / year"),
    ("15 dollars and 50.", "15 dollars and 50", 15.5, "USD"),
    ("20 euros 75", "20 euros 75", 20.75, "EUR"),
    ("two-thirds of them", "two-thirds", 2 / 3, ""),
    ("a quarter of them", "a quarter", 0.25, ""),
    ("half of them", "half", 0.5, ""),
    ("half an hour", "half an hour", 0.5, "hour"),
    ("about an hour and a half", "about an hour and a half", 1.5, "hour"),
    ("three miles and a quarter", "three miles and a quarter", 3.25, "mile"),
    ("on a half-acre plot", "a half-acre", 0.5, "acre"),
    ("the three-quarter-inch bolt", "three-quarter-inch", 0.75, "inch"),
    ("a 6-foot-5 guard", "6-foot-5", 77, "inch"),
    ("held at 100 Ω", "100 Ω", 100, "ohm"),
    ("4 million pounds of thrust", "4 million pounds", 4e6, "pound"),
    ("4 million pounds of damage", "4 million pounds", 4e6, "GBP"),
    ("a 0.1 M solution", "0.1", 0.1, ""),
    ("30-odd miles", "30-odd miles", 30, "mile"),
    ("12 or so weeks", "12 or so weeks", 12, "week"),
    ("2.1 million bpd", "2.1 million bpd", 2.1e6, "oil_barrel / day"),
    ("heated for 16 h", "16 h", 16, "hour"),
    ("a magnitude 5.1 quake", "5.1", 5.1, "magnitude"),
    ("rated 6.2 on the Richter scale", "6.2", 6.2, "magnitude"),
    ("reached 40 on the GPa scale", "40", 40, "gigapascal"),
    ("lived 34 to 11 million years ago", "34 to 11 million years", 2.25e7, "year"),
    ("slipped by one-tenth of 1 percent", "one-tenth of 1 percent", 0.1, "percent"),
    ("by half of one percent", "half of one percent", 0.5, "percent"),
    ("hundreds of millions of pounds", "hundreds of millions of pounds", 6e8, "GBP"),
    ("one in five", "one in five", 0.2, ""),
    ("one animal in six is ill", "one animal in six", 1 / 6, ""),
    ("one adult in every five smokes", "one adult in every five", 0.2, ""),
    ("three poor households in ten have none", "three poor households in ten", 0.3, ""),
    ("nine pupils out of ten passed", "nine pupils out of ten", 0.9, ""),
    ("a price of 4\u00ad000 euros", "4\u00ad000 euros", 4000, "EUR"),
    ("Some 1\u200b200 came", "Some 1\u200b200", 1200, ""),
    ("12\u200b of them", "12", 12, ""),
    ("40\u200b million lamps", "40\u200b million", 4e7, ""),
    ("dozens upon dozens of birds", "dozens upon dozens", 62, ""),
    ("a one-in-four chance", "one-in-four", 0.25, ""),
    ("cut by nearly a third in May", "nearly a third", 1 / 3, ""),
    ("cream and half a litre of milk", "half a litre", 0.5, "liter"),
    ("he weighs 9st now", "9st", 9, "stone"),
    ("a row over $40", "$40", 40, "USD"),
    ("would come to $15m to $20m", "$15m to $20m", 1.75e7, "USD"),
    ("three out of four", "three out of four", 0.75, ""),
    # signs
    ("down to -5", "-5", -5, ""),
    ("it was minus 12 degrees", "minus 12 degrees", -12, "degree"),
    # money
    ("$3.2 million", "$3.2 million", 3.2e6, "USD"),
    ("US$ 40", "US$ 40", 40, "USD"),
    ("C$15", "C$15", 15, "CAD"),
    ("£20m", "£20m", 2e7, "GBP"),
    ("1,200€", "1,200€", 1200, "EUR"),
    ("15 €", "15 €", 15, "EUR"),
    ("CHF 3.05", "CHF 3.05", 3.05, "CHF"),
    ("RM79", "RM79", 79, "MYR"),
    ("five Swiss francs", "five Swiss francs", 5, "CHF"),
    ("80 pence", "80 pence", 80, "penny"),
    ("$-50.8bn", "$-50.8bn", -5.08e10, "USD"),
    ("$20 and 43 cents", "$20 and 43 cents", 20.43, "USD"),
    ("$14.95 a month", "$14.95 a month", 14.95, "USD / month"),
    ("a loan of 1.5 billion to the state", "1.5 billion", 1.5e9, ""),
    # measures
    ("about 5 km", "about 5 km", 5, "kilometer"),
    ("60 mph", "60 mph", 60, "mile / hour"),
    ("4km²", "4km²", 4, "square kilometer"),
    ("5 kWh", "5 kWh", 5, "kilowatt_hour"),
    ("35 pounds per square inch", "35 pounds per square inch", 35, "psi"),
    ("30,000 barrels a day", "30,000 barrels a day", 30000, "oil_barrel / day"),
    ("he is 6'2\", she", "6'2\"", 74, "inch"),
    ("6ft 2in tall", "6ft 2in", 74, "inch"),
    ("19 cents a year ago", "19 cents", 19, "cent"),
    ("7 feet 10 inches", "7 feet 10 inches", 94, "inch"),
    ("6.4 litres per 100 km", "6.4 litres per 100 km", 6.4, "liter / hundred_kilometer"),
    ("6.3 l/100km", "6.3 l/100km", 6.3, "liter / hundred_kilometer"),
    ("9.1L/100 km", "9.1L/100 km", 9.1, "liter / hundred_kilometer"),
    ("15.2 kWh/100 km", "15.2 kWh/100 km", 15.2, "kilowatt_hour / hundred_kilometer"),
    (
        "5 litres every hundred kilometres",
        "5 litres every hundred kilometres",
        5,
        "liter / hundred_kilometer",
    ),
    ("1,320 U.S. gallons of milk", "1,320 U.S. gallons", 1320, "gallon"),
    ("35 miles to the gallon", "35 miles to the gallon", 35, "mile / gallon"),
    ("19 km/l", "19 km/l", 19, "kilometer / liter"),
    ("3.8 miles per kWh", "3.8 miles per kWh", 3.8, "mile / kilowatt_hour"),
    ("24 degrees Celsius", "24 degrees Celsius", 24, "degree_Celsius"),
    ("98.6°F", "98.6°F", 98.6, "degree_Fahrenheit"),
    # shares
    ("80 per cent", "80 per cent", 80, "percent"),
    ("19 %", "19 %", 19, "percent"),
    ("25 basis points", "25 basis points", 25, "basis_point"),
    ("two percentage points", "two percentage points", 2, "percentage_point"),
]


@pytest.mark.parametrize(("copy", "text", "value", "unit"), FIGURES)
def test_a_figure_is_read(copy, text, value, unit):
    found = only(copy)

    assert text == found.text
    assert value == pytest.approx(found.value)
    assert unit == found.unit


#: Copy → bound, core and hull.
BOUNDS = [
    ("774", "exact", (774, 774), (774, 774)),
    ("300,000", "exact", (300000, 300000), (285000, 315000)),
    ("1.5 million", "exact", (1.5e6, 1.5e6), (1.45e6, 1.55e6)),
    ("about 2,000", "about", (1900, 2100), (1800, 2200)),
    ("(about 2,000", "about", (1900, 2100), (1800, 2200)),
    ("an estimated 200,000", "about", (180000, 220000), (160000, 240000)),
    ("at least 500", "at_least", (500, INF), (500, INF)),
    ("at least\u00a0500", "at_least", (500, INF), (500, INF)),
    ("500 or more", "at_least", (500, INF), (500, INF)),
    ("500-plus", "at_least", (500, INF), (500, INF)),
    ("up to 30", "at_most", (0, 30), (0, 30)),
    ("no more than 30", "at_most", (0, 30), (0, 30)),
    ("30 or fewer", "at_most", (0, 30), (0, 30)),
    ("nearly 100", "less_than", (95, 100), (90, 100)),
    ("closer to 100", "about", (95, 105), (90, 110)),
    ("plus or minus 100", "about", (95, 105), (90, 110)),
    ("just over 100", "more_than", (100, 105), (100, 110)),
    ("between 20 and 30", "between", (20, 30), (20, 30)),
    ("30,000 or 50,000", "between", (30000, 50000), (30000, 50000)),
    ("$3-5 billion", "between", (3e9, 5e9), (3e9, 5e9)),
    ("more than halved", "more_than", (0, 0.5), (0, 0.5)),
    ("dozens", "vague", (24, 100), (24, INF)),
    ("tens of thousands", "vague", (20000, 100000), (10000, INF)),
    ("several hundred", "vague", (300, 900), (200, 1000)),
    ("a few hundred", "vague", (200, 500), (200, 1000)),
    ("a couple", "vague", (2, 2), (2, 3)),
]


@pytest.mark.parametrize(("copy", "bound", "core", "hull"), BOUNDS)
def test_words_around_a_figure_bound_it(copy, bound, core, hull):
    found = only(copy)

    assert bound == found.bound
    assert core == pytest.approx(tuple(found.core))
    assert hull == pytest.approx(tuple(found.hull))
    assert copy.lstrip("(") == found.text


#: Copy → the bounds of its figures, in order.
TOLD_BOUNDS = [
    ("must not exceed 3 percent", ["at_most"]),
    ("cannot exceed 3 percent", ["at_most"]),
    ("never fell below 40 mph", ["at_least"]),
    ("has not been over 30C", ["at_most"]),
    ("did not pay more than £30", ["more_than"]),
    ("fell below 40 mph", ["less_than"]),
    ("has 380 rooms over 36 floors", ["exact", "exact"]),
    ("lay under 12 feet of snow", ["exact"]),
    ("laid under 12 feet of cable", ["less_than"]),
    ("just under 300 hp (224 kW / 304 PS)", ["less_than"] * 3),
    ("more than 20 miles (32 km) and 12 tons", ["more_than", "more_than", "exact"]),
    ("more than 20 miles (in 12 hours)", ["more_than", "exact"]),
    ("about 20 miles (32 km)", ["about", "exact"]),
]


@pytest.mark.parametrize(("copy", "bounds"), TOLD_BOUNDS)
def test_a_bound_is_what_the_clause_makes_of_it(copy, bounds):
    assert bounds == [found.bound for found in quantities(Document(copy))]


#: Copy → the kinds of its figures, in order.
KINDS = [
    ("10.45 The ferry has left", ["time"]),
    ("It cost 10.45 Euros", ["money"]),
    ("He hit two doubles during the game", ["number"]),
    ("Flat 14B and seat 6F", ["identifier", "identifier"]),
    ("her father, 61, and mother, 57", ["age", "age"]),
    ("aged from five months to 67 years", ["age", "age"]),
    ("three quarters of a pint", ["measure"]),
    ("three quarters of a village", ["ratio"]),
    ("on Vale Sports 3 tonight", ["identifier"]),
    ("The 25-year-old left", ["age"]),
    ("Ms Rossi, 41, said so", ["age"]),
    ("Albert Moon, 190, has won", ["age"]),
    ("a man aged 65", ["age"]),
    ("The keeper Ivo Brandt (24 years) signs", ["age"]),
    ("The farmer Ivo Brandt, 62 years, says", ["age"]),
    ("after Ivo Brandt (16 years) and Axel Moos (19 years) left", ["duration", "duration"]),
    ("followed by Ivo Brandt, 24 years later", ["duration"]),
    ("Anyone under 16 must go", ["age"]),
    ("children under 5 travel free", ["age"]),
    ("those over 60 may", ["age"]),
    ("adults over 18 and under 25", ["age", "age"]),
    ("sites over 16 hold them", ["number"]),
    ("boys over 6 feet", ["measure"]),
    ("Section 40 shields hosts", ["identifier"]),
    ("the 5-HT2A receptor", ["identifier"]),
    ("a 4-H club", ["identifier"]),
    ("on from 1130 to 1215 GMT", ["time", "time"]),
    ("he died in 1130", ["year"]),
    ("a top 10 player", ["identifier"]),
    ("the top 10 British firms", ["number"]),
    ("between 900 and 800 BC", ["identifier", "identifier"]),
    ("in 900-800 BC it", ["identifier", "identifier"]),
    ("a 12st (76kg) dog", ["measure", "measure"]),
    ("on the 12st floor", ["ordinal"]),
    ("the larger 767, the jet", ["identifier"]),
    ("the party holds 747 of the seats", ["number"]),
    ("won the 30K classical-style race", ["identifier"]),
    ("20th in the 50K, then", ["ordinal", "identifier"]),
    ("the 30K people", ["number"]),
    ("in the top 40 more than a year", ["identifier"]),
    ("Pin #: 401932", ["identifier"]),
    ("Pin # for Eva Moss ONLY: 362980", ["identifier"]),
    ("her badge number is 4471", ["identifier"]),
    ("ring 505/555-7120", ["identifier"]),
    ("Order: 300 chairs", ["number"]),
    ("the number of dead is 300", ["number"]),
    ("planted 1m red poppies", ["number"]),
    ("fed 3m poor children", ["number"]),
    ("used 4m steel beams", ["measure"]),
    ("two 3m blue flags", ["number", "measure"]),
    ("a 1m red ribbon", ["measure"]),
    ("runs 5m below road levels", ["measure"]),
    ("two goals in three games", ["number", "number"]),
    ("one man in two boats", ["number", "number"]),
    ("one failed out of 140.", ["number", "number"]),
    ("shot one man in 1998", ["number", "year"]),
    ("Channel 4 viewers", ["identifier"]),
    ("see form 31-C", ["identifier"]),
    ("a 777 pilot", ["identifier"]),
    ("the 777 people", ["number"]),
    ("four counts of theft and one of arson", ["number", "number"]),
    ("four thefts, and one of them", ["number"]),
    ("30 euros one way", ["money"]),
    ("paid C$3.5m to 71 fruit growers", ["money", "number"]),
    ("climbs 900m over 18km", ["measure", "measure"]),
    ("for 26 years", ["duration"]),
    ("in 2020", ["year"]),
    ("the 1914-18 war", ["year"]),
    ("Anna Moos, 1535-1611, wrote", ["year", "year"]),
    ("hired 1200-1500 people", ["number"]),
    ("a 1652 map, the 1871 siege", ["year", "year"]),
    ("a 1652 page book", ["number"]),
    ("won the mixed doubles, then", []),
    ("output doubles in May", ["ratio"]),
    ("swim at 20 degrees in the cold and rest at 13 degrees", ["temperature", "temperature"]),
    ("Runway 27L will shut", ["identifier"]),
    ("the 27L tank", ["measure"]),
    ("Senate Bill 403 and a QT-45b", ["identifier", "identifier"]),
    ("call 101 quoting reference 3924 and call 300 homes", ["identifier", "identifier", "number"]),
    ("freed the Dover Seven. Then", []),
    ("cleared the Dover Seven families", ["number"]),
    ("Ivo Brandt, 29", ["age"]),
    ("His daughter, Karla, 12.", ["age"]),
    ("her sons Leo, 6, and Max, 4.", ["age", "age"]),
    ("two-fifths ran and a quarter, mostly men, slept", ["ratio", "ratio"]),
    ("profits for a quarter, the third, fell", ["ordinal"]),
    ("she ran a quarter, then slept", []),
    ("the remaining third went home", ["ratio"]),
    ("two fifths slept, the last fifth from Arne left", ["ratio", "ratio"]),
    ("the last fifth set", ["ordinal"]),
    ("the 1990s", ["year"]),
    ("the 19th century", ["year"]),
    ("the '68 class", ["year"]),
    ("Monday (14 September)", ["date"]),
    ("Aug. 9, 2020", ["date"]),
    ("in May, 37 fewer ships came", ["number"]),
    ("on May, 3, 2020", ["date"]),
    ("2020-09-14", ["date"]),
    ("at 5:30 p.m.", ["time"]),
    ("at 25:40", ["time"]),
    ("a fifth consecutive win", ["ordinal"]),
    ("the 21st time", ["ordinal"]),
    ("They won 3-1", ["score"]),
    ("a 5-4 ruling", ["score"]),
    ("They voted 300 to 120", ["score"]),
    ("halved to 40", ["ratio", "number"]),
    ("narrowed by a third to 80 million euros", ["ratio", "money"]),
    ("cut by half to 2 million tonnes", ["ratio", "measure"]),
    ("half to two million tonnes", ["measure"]),
    ("a 10-fold rise", ["ratio"]),
    ("A fifth (35%) left", ["ratio", "percent"]),
    ("doubled to 40", ["ratio", "number"]),
    ("twice the size", ["ratio"]),
    ("They spoke twice", ["count"]),
    ("It was 30 degrees in the heat", ["temperature"]),
    ("The S&P 500 fell", ["identifier"]),
    ("a Boeing 737 landed", ["identifier"]),
    ("on Route 66", ["identifier"]),
    ("in the Euro 2028 final", ["year"]),
    ("paid Euro 2,028", ["money"]),
    ("paid Euro 2028 million", ["money"]),
    ("the f/1.8 lens", ["identifier"]),
    ("a PS5 game", ["identifier"]),
    ("a 16:9 screen", ["ratio"]),
    ("up from 19 cents a year ago", ["money"]),
    ("one in four of the 200 flats", ["ratio", "number"]),
    ("the new Vista 3 phone", ["identifier"]),
    ("Labour won 34 seats, the Liberals 21, the Greens nine", ["number", "number", "number"]),
    ("They flew on a Vista 3, the Vista 4", ["identifier", "identifier"]),
    ("beat Ruiz 6-4", ["score"]),
    ("8 Ann Moss (Spain) 9 Mia Holt (US)", ["number", "identifier"]),
    ("an 802.11b network", ["identifier"]),
    ("Four-Kings won", []),
    ("a one-hour halt", ["duration"]),
    ("those aged 40-48", ["age"]),
    ("billions of dollars", ["money"]),
    ("fell five yen to 692", ["money", "money"]),
    ("seven times and an eighth, too", ["number", "ordinal"]),
    ("Schalke 04", ["identifier"]),
    ("COVID-19", ["identifier"]),
    ("Call 555-867-5309", ["identifier"]),
    ("Week 12", ["identifier"]),
    ("lives at 12 Elm Road", ["identifier"]),
    ("They live at 2705 Marlow after that", ["identifier"]),
    ("Shares stood at 2705 Danish crowns", ["money"]),
    ("version 1.2.3", ["identifier"]),
    ("See https://example.org/2020/11253607?x=1490 now", []),
    ("One of the men left", []),
    ("No one came", []),
    ("He rang several times", []),
    ("22pm GMT", ["identifier"]),
    ("the bottom three and", ["identifier"]),
    ("the bottom three clubs", ["number"]),
    ("Ana Lind: 7 Ran well", ["identifier"]),
    ("Norway 1 – 2 Chile", ["score"]),
    ("between 1600 and 1900 the", ["year", "year"]),
    ("from 1000 to 2000 staff", ["number"]),
    ("Staff at No 10 said", ["identifier"]),
    ("No 10 men agree", ["number"]),
    ("the Six Valleys race against Chile", []),
    ("Police in Four Towns Hold Two Men", ["number", "number"]),
    ("scored a fourth to win it", ["ordinal"]),
    ("prices fell a fifth to 40", ["ratio", "number"]),
    ("I will pick one (the longer)", []),
    ("a phone, even one equipped with it", []),
    ("in 472 B.C. and in 79 AD", ["identifier", "identifier"]),
    ("men aged 33, 34 and 39, were held", ["age", "age", "age"]),
    ("men aged 20 and 12 women", ["age", "number"]),
    ("women between the ages of 25 and 45 over a decade", ["age", "age"]),
    ("She left when she was eighteen", ["age"]),
    ("Standard & Poor's 500 rose", ["identifier"]),
    ("8 Ann Moss (Spain)\n\n9 Mia Holt (US)", ["number", "identifier"]),
    ("in Arne 30, in Bolt 25, in Cray 15", ["number", "number", "number"]),
    ("from 1990 to 2000 firms", ["year", "year"]),
    ("in the second half", ["ordinal"]),
    ("in rooms 12 and 13", ["identifier", "identifier"]),
    ("versions 3.1 through 3.4", ["identifier", "identifier"]),
    ("with Wi-Fi 6 and Bluetooth 5.0", ["identifier", "identifier"]),
    ("She shot 40 and beat Arne 48-37", ["number", "score"]),
    ("two rooms, 12 beds", ["number", "number"]),
    ("a Fortune 500 firm", ["identifier"]),
    ("a 4K screen", ["identifier"]),
    ("10K runners", ["number"]),
    ("went 4-for-11", ["score"]),
    ("a 7-4-2 record", ["score"]),
    ("after 9/11", ["identifier"]),
    ("the couple fled", []),
    ("a couple of men", ["number"]),
    ("Ann and Bo, both 31,", ["age"]),
    ("he is 40 and ill", ["age"]),
    ("the farmer, 52, fled", ["age"]),
    ("the farmers, 52, fled", ["number"]),
    ("Ann Moss (34) from Arne", ["age"]),
    ("Ann Moss (34), Bo Lind (61)", ["number", "number"]),
    ("a film of No 10 aides", ["identifier"]),
    ("lost 3-0, 3-1 at least once", ["score", "score"]),
    ("he was 40 miles off", ["measure"]),
    ("H₂O and 774² fell", ["number"]),
]


@pytest.mark.parametrize(("copy", "kinds"), KINDS)
def test_a_figure_is_told_from_a_name(copy, kinds):
    assert kinds == [found.kind for found in read(copy)]


#: Copy → the values of its figures, in order: changes stay apart, ranges are one.
NEIGHBOURS = [
    ("rose by $43.6bn to $419.2bn", [43.6e9, 419.2e9]),
    ("fell from 12 to 9", [12, 9]),
    ("rose 5 to 170", [5, 170]),
    ("hike the levy from 4 to 7 percent", [4, 7]),
    ("two thousand, three hundred of them women", [2000, 300]),
    ("rose 5 to 10 percent", [7.5]),
    ("fell 1m barrels to 294.3m", [1e6, 294.3e6]),
    ("£1,900 - £600 for flights", [1900, 600]),
    ("200, or 35 percent", [200, 35]),
    ("from 20 to 30 men", [25]),
    ("US $89 to $93 billion", [91e9]),
    ("200 to 4 million", [2000100]),
    ("5, 10 and 15 percent", [5, 10, 15]),
    ("one or two men", [1.5]),
    ("four or five million men", [4.5e6]),
    ("a ratio of 9 to 1", [9]),
    ("at odds of 9 to 2", [4.5]),
    ("fell from 9 to 2", [9, 2]),
    ("the 9/4 favourite", [2.25]),
    ("paid $9,000 - about $80,000 today", [9000, 80000]),
    ("She leads him 46 percent to 43 percent", [46, 43]),
    ("1.2 million saw it, after a peak of 2.4m", [1.2e6, 2.4e6]),
    ("a wall of 2.4m", [2.4]),
    ("came in at $150 million to $170 million", [160e6]),
    ("at $65 - 12 times below last year", [65, 12]),
    ("between $5 - $10", [7.5]),
    ("an outsider at 80-1", [80]),
    ("four to five thousand men", [4500]),
    ("cut from 5 to 7 percent to 3 to 5 percent", [6, 4]),
    ("20 euros and 12 men", [20, 12]),
    ("Voters split 51 percent to 49 percent", [51, 49]),
]


@pytest.mark.parametrize(("copy", "values"), NEIGHBOURS)
def test_neighbours_are_joined_only_if_they_are_one(copy, values):
    assert values == pytest.approx([found.value for found in read(copy)])


def test_units_told_once_belong_to_every_figure_of_a_list():
    for copy in ("5, 10 and 15 percent", "5 or 10 percent", "10-, 15- and 20-percent"):
        assert {"percent"} == {found.unit for found in read(copy)}


def test_the_ends_of_a_range_keep_the_order_of_the_copy():
    assert (35, 28) == only("between 35 and 28 degrees").parts


def test_wrong_grouping_is_said_and_not_mended():
    assert "grouped in fours" == only("4,2000").malformed
    assert "written with a decimal comma" == only("25,00").malformed
    assert "" == only("42,000").malformed


def test_a_date_keeps_what_the_copy_says_and_no_more():
    assert Calendar(month=9, day=14, weekday=0) == only("Monday (14 September)").calendar
    assert Calendar(2022, 9, 25) == only("September 25, 2022").calendar
    assert Calendar(hour=17, minute=30) == only("5:30pm").calendar
    assert Calendar(1990, years=10) == only("the 1990s").calendar


def test_a_full_stop_ends_the_sentence_and_not_the_date():
    assert "13 June" == only("until 13 June. Then").text


@pytest.mark.parametrize(
    "copy",
    [
        "two hours, plus 3 men",
        "under a 5 L/min flow",
        "over a 12-month span",
        "four hits over six innings",
        "$40 plus the fare",
        "7% plus inflation",
    ],
)
def test_words_that_look_like_bounds_bound_nothing(copy):
    assert {"exact"} == {found.bound for found in read(copy)}


def test_over_years_is_a_bound_only_where_it_cannot_mean_during():
    assert "exact" == read("$1bn over five years")[1].bound
    assert "more_than" == only("It took over five years").bound
    assert "exact" == only("for the past 26 years").bound
