"""When two claims can speak of one thing."""

import datetime as dt

import pytest

from numcheck.links._common.comparable import compare
from numcheck.model import When, Where
from tests.links.claims import claim

SUNDAY = When("on Sunday", dt.date(2020, 9, 13), dt.date(2020, 9, 13))
MONDAY = When("on Monday", dt.date(2020, 9, 14), dt.date(2020, 9, 14))
SO_FAR = When("so far", dt.date(2020, 8, 9), dt.date(2020, 9, 14), cumulative=True)
FULL = {
    "noun": "people", "head": "people", "noun_class": "person", "event": "arrest",
    "where": Where("in Nordby", "Nordby"), "when": SUNDAY, "said_by": "police", "entity": "x",
}  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "changes"),
    [
        ("compatible", {}),
        ("compatible", {"head": "protester", "noun": "protesters"}),
        ("unknown", {"where": None}),
        ("unknown", {"event": ""}),
        ("unknown", {"said_by": ""}),
        ("unknown", {"modality": "planned"}),
        ("different", {"head": "lorry", "noun": "lorries", "noun_class": "vehicle"}),
        ("different", {"event": "die"}),
        ("different", {"where": Where("in Sundby", "Sundby")}),
        ("different", {"where": Where("in Nordby alone", "Nordby", "alone")}),
        ("different", {"when": MONDAY}),
        ("different", {"when": SO_FAR}),
        ("different", {"said_by": "organisers"}),
        ("different", {"modality": "hypothetical"}),
        ("different", {"role": "delta"}),
        ("different", {"statistic": "mean"}),
        ("different", {"kind": "money"}),
        ("different", {"zone": "boilerplate"}),
    ],
)
def test_one_facet_decides(verdict, changes):
    one, other = claim(84, **FULL), claim(774, **(FULL | changes))

    assert verdict == compare(one, other).verdict
    assert compare(one, other) == compare(other, one) or verdict == "different"


def test_unknown_facets_are_named_and_may_be_allowed():
    comparison = compare(claim(84, **FULL), claim(774, **(FULL | {"where": None, "when": None})))

    assert ("place", "time") == comparison.unknown
    assert comparison.allows("place", "time", "attribution")
    assert not comparison.allows("place")


def test_men_are_not_women_but_may_be_people():
    men = claim(4, head="man", noun="men", noun_class="person")
    women = claim(5, head="woman", noun="women", noun_class="person")
    people = claim(9, head="people", noun="people", noun_class="person")

    assert "different" == compare(men, women).verdict
    assert "different" != compare(men, people).verdict


def test_units_of_one_dimension_are_comparable():
    miles, km, kilos = (claim(5, "measure", unit=u) for u in ("mile", "kilometer", "kilogram"))

    assert "different" != compare(miles, km).verdict
    assert "different" == compare(miles, kilos).verdict
