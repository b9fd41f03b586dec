"""What a kind of link cannot do without: copy that lacks it is not searched, and loses nothing."""

import pytest

from numcheck import claims, links, load_rules
from numcheck.links._common.book import book
from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import beside
from numcheck.model import Document
from numcheck.patterns import pattern

KINDS = [kind for kind in links.REGISTRY.shipped if hasattr(links.load(kind), "NEEDS")]
BARE = "The mill was sold to a neighbour, who will keep the name and the cat."


def read(text):
    return claims.read(Document(text, published="2024-06-12"))


@pytest.mark.parametrize("kind", KINDS)
def test_copy_without_figures_is_not_searched(kind, monkeypatch):
    def find(reading, options):
        raise AssertionError("searched")

    monkeypatch.setattr(links.load(kind), "find", find)

    assert [] == links.find(kind, read(BARE))


@pytest.mark.parametrize(
    ("needs", "text", "met"),
    [
        (Needs(), BARE, True),
        (Needs(figures=(("percent", "ratio"),)), "Some 12 percent of them left.", True),
        (Needs(figures=(("percent", "ratio"),)), "Some 12 of them left.", False),
        (Needs(figures=(("duration",), ("date",))), "It took 12 days.", False),
        (Needs(figures=(("duration",), ("date",))), "It took 12 days to 3 May 2020.", True),
        (Needs(cues=lambda: ("mln.", "mrd.")), "They paid 12 Mrd. for it.", True),
        (Needs(cues=lambda: ("mln.", "mrd.")), "They paid 12 for it.", False),
        (Needs(form=pattern(r"\d:\d")), "They left at 12:40.", True),
        (Needs(form=pattern(r"\d:\d")), "They left at noon, 12 in all.", False),
    ],
)
def test_what_is_needed_is_asked_of_the_figures(needs, text, met):
    assert met == needs.met_by(read(text))


def test_what_stands_beside_a_figure_reaches_no_further():
    reading = read(f"{'long before it, ' * 5}12 of them {'came much later, ' * 5}")

    assert "t, 12 of them" in beside(reading)
    assert 60 > len(beside(reading))


def test_no_link_is_lost_for_what_a_kind_is_said_to_need():
    """Searched all the same, copy that lacks what a kind needs has no link of it."""
    for rule in load_rules().document:
        for example in rule.examples:
            reading = claims.read(example.documents[0])
            for kind in KINDS:
                module = links.load(kind)
                if not module.NEEDS.met_by(reading):
                    found = list(module.find(reading, module.KIND.options))
                    assert [] == found, f"{rule.id} {example.name}"


@pytest.mark.parametrize(
    "calque",
    [
        "sixty-ten", "four-twenties", "four-twenty-six", "eighty and twelve", "two and thirty",
        "fifty and six", "ten thousands of", "hundred thousands of", "half third",
        "one and half million",
    ],
)  # fmt: skip
def test_every_form_of_a_calque_has_a_cue(calque):
    listed = book("traces")

    assert listed.says("calque", f"{calque} tents")
    assert any(cue in calque for cue in listed.words["calque_cue"])
