"""Names of money that several countries share are settled by the copy, as far as it tells."""

import pytest

from numcheck.extract import quantities
from numcheck.model import Document

#: Copy → currency and how it is known of every sum, in order.
MONEY = [
    # dollars: by what the copy keeps apart or declares
    (
        "HOBART, March 3 — The mine in Australia will cost $40 million. It lent US$30 million.",
        [("AUD", "copy"), ("USD", "")],
    ),
    ("WELLINGTON - A bill of $3 million, or US$2 million.", [("NZD", "copy"), ("USD", "")]),
    ("All figures are in Canadian dollars. The bill is $40.", [("CAD", "copy")]),
    (
        "SYDNEY — It cost $40 million. It earned A$12 million and lent US$3 million.",
        [("USD", "usual"), ("AUD", ""), ("USD", "")],
    ),
    ("SYDNEY — It cost $40 million.", [("USD", "usual")]),
    ("It cost $40 and US$3.", [("USD", "usual"), ("USD", "")]),
    # pounds, rupees, crowns, francs, pesos: by the place
    ("CAIRO: It borrowed 20 billion pounds.", [("EGP", "copy")]),
    ("LONDON — He was fined 300 pounds in Egypt.", [("GBP", "copy")]),
    ("He paid 300 pounds for a trip to Egypt.", [("GBP", "usual")]),
    ("It paid £3 million and 7 million pounds.", [("GBP", ""), ("GBP", "usual")]),
    ("KARACHI (Agency) — They earn 500 rupees a day.", [("PKR / day", "copy")]),
    ("It cost Rs 500 in Kathmandu.", [("NPR", "copy")]),
    ("The flat in Prague cost 3 million crowns.", [("CZK", "copy")]),
    ("STOCKHOLM: Sales rose to 40 million crowns.", [("SEK", "copy")]),
    ("DAKAR — He earns 50,000 francs a month.", [("XOF / month", "copy")]),
    ("MANILA — It costs 45 pesos. Bogota said 40 pesos.", [("PHP", "copy"), ("COP", "copy")]),
    ("It costs 45 pesos or 40 francs.", [("peso", "usual"), ("CHF", "usual")]),
    ("The Pakistani firm and the Indian one lost 3 million rupees.", [("INR", "usual")]),
    ("It took in £900 in May and 4,500 pounds in June.", [("GBP", ""), ("GBP", "usual")]),
    ("It took in £900. The ram weighed 400 pounds.", [("GBP", "")]),
    # by the other sums
    (
        "He owes 3,000 Egyptian pounds and rent of 9 million pounds.",
        [("EGP", ""), ("EGP", "copy")],
    ),
]


@pytest.mark.parametrize(("copy", "money"), MONEY)
def test_shared_names_of_money_are_settled_by_the_copy(copy, money):
    found = [one for one in quantities(Document(copy)) if one.kind == "money"]

    assert money == [(one.unit, one.unit_from) for one in found]
