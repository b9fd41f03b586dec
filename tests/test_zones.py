"""What a line of a page is for, told from plain text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Document, Zone
from numcheck.text.zones import divide

PAGE = """News

#Ferry runs aground off Halm

#Ferry runs aground off Halm

May 3, 2021 | 9:40am

A ferry with 120 people on board ran aground off Halm on Sunday, the coastguard said.

The ferry Alma (left) off Halm on Sunday

Caption: The ferry, 40, in better days

Up Next

Man, 61, swims home…

Tugs pulled it free. See https://example.org/news/118?id=7 for more.

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


def _kinds(document):
    return [(zone.kind, document.text[zone.start : zone.end][:14]) for zone in divide(document)]


def test_a_page_is_divided_line_by_line():
    assert [
        ("boilerplate", "News"),
        ("headline", "#Ferry runs ag"),
        ("headline", "#Ferry runs ag"),
        ("dateline", "May 3, 2021 | "),
        ("lede", "A ferry with 1"),
        ("caption", "The ferry Alma"),
        ("caption", "Caption: The f"),
        ("boilerplate", "Up Next"),
        ("boilerplate", "Man, 61, swims"),
        ("body", "Tugs pulled it"),
        ("url", "https://exampl"),
        ("body", " for more."),
        ("boilerplate", "Leave a Reply"),
        ("boilerplate", "Your email add"),
    ] == _kinds(Document(PAGE))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KYRA, January 3, 2024 - Fire broke out.", "KYRA, January 3, 2024 -"),
        ("LONDON (Wire) — Fire broke out.", "LONDON (Wire) —"),
        ("MINSK, Sept 14 (Wire) - Fire broke out.", "MINSK, Sept 14 (Wire) -"),
        ("Kyra was quiet - for once.", None),
        ("NATO said 40 were there.", None),
        ("HALM, Norland (Gull Wire) — Tugs", "HALM, Norland (Gull Wire) —"),
        ("HALM, Norland, Sept. 14 (Gull) — Tugs", "HALM, Norland, Sept. 14 (Gull) —"),
        ("Halm (gull) - Tugs", "Halm (gull) -"),
        ("Halm, Sept 14, 2020 (Gull) -- Tugs", "Halm, Sept 14, 2020 (Gull) --"),
        ("ÅLESTAD, 14/09 (Gull) - Tugs", "ÅLESTAD, 14/09 (Gull) -"),
        ("14/09 HALM - Tugs", "14/09 HALM -"),
        ("2020-09-14T10:00Z HALM - Tugs", "2020-09-14T10:00Z HALM -"),
        ("HALM 14.09.2020 (Gull) - Tugs", "HALM 14.09.2020 (Gull) -"),
        ("PORT HALM, September 14: Tugs", "PORT HALM, September 14:"),
        ("HALM–(GULL WIRE)–Sept. 14, 2020–Tugs", "HALM–(GULL WIRE)–Sept. 14, 2020–"),
        ("HALM, Sept. 14, 2020 /GullNewswire/ -- Tugs", "HALM, Sept. 14, 2020 /GullNewswire/ --"),
        ("The ferry (84 m) - a boat - sank.", ""),
        ("Tugs (left) pulled it free - at last.", ""),
    ],
)
def test_a_dateline_opens_the_lede(line, expected):
    datelines = [z for z in divide(Document(line)) if z.kind == "dateline"]

    assert ([expected] if expected else []) == [line[z.start : z.end] for z in datelines]


def test_what_the_file_said_goes_before_what_its_lines_look_like():
    text = "Ferry aground\n\nSome 40 people were saved. They are well."
    given_zone = Zone(15, 41, "pull-quote")

    assert [("headline", 0), ("pull-quote", 15), ("lede", 41)] == [
        (zone.kind, zone.start) for zone in divide(Document(text, zones=(given_zone,)))
    ]


@given(st.text(max_size=300))
def test_zones_never_overlap(text):
    zones = divide(Document(text))

    assert all(a.end <= b.start for a, b in pairwise(zones))
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)
