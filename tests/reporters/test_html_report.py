"""The page as text: whole in itself, the same every time, and with nothing in it that can act."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from handmade_report import PART, claim, finding, place, reading, report
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from numcheck.model import Document, Reading, Report, Span, Story, Unread
from numcheck.reporters import render

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!--", "-->", "]]>", "&lt;b&gt;", "\x00\x1b[2J", "\u202egnp.exe\u202c", "\ud800",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//evil.invalid><meta http-equiv=refresh content='0;url=//evil.invalid'>",
)  # fmt: skip


def hostile(payload: str) -> Report:
    """A report whose every word is the payload."""
    text = f"{payload} 84 {payload} 500 {payload}\n"
    document = Document(
        text, payload, source=payload, headline=payload, language=payload, format=payload
    )
    one = claim(document, "84", 84, noun=payload, head=payload, event=payload, said_by=payload)
    two = claim(document, "500", 500, noun=payload, head=payload, unit="", entity=payload)
    rule = replace(PART, id=payload, summary=payload, why=payload, pack=payload)
    found = finding(
        rule, one, payload, place(two, payload), message=payload, facts={payload: f"{payload}!"},
        notes=(payload,), fingerprint=payload, story=payload,
    )  # fmt: skip
    readings = (Reading(document, (Span(0, len(text)),), (one, two)),)
    return Report(
        readings, (found,), rules=(rule,), suppressed=((found, payload),), known=(found,),
        unread=(Unread(payload, payload),), facts={payload: payload},
    )  # fmt: skip


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with their attributes, without any of the words."""
    tree = html.document_fromstring(page.encode())
    return [(e.tag, tuple(sorted(e.keys()))) for e in tree.iter() if isinstance(e.tag, str)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_copy_adds_no_element_and_no_attribute(payload: str):
    harmless = shape(render(hostile("word"), "html"))
    page = render(hostile(payload), "html")

    # An unknown language is left out, which "word" (not being one) shows as well.
    assert harmless == shape(page)
    assert "javascript:" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', page))


def test_the_policy_admits_the_style_and_script_of_the_page_and_nothing_else():
    page = render(report(), "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)

    assert policy is not None
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.S)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src &#39;sha256-{digest}&#39;;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_the_page_asks_for_nothing_outside_itself():
    page = render(report(), "html")
    outside = re.findall(r'(?:href|src|action)="(?!#|data:,")([^"]*)"', page)

    assert [] == outside
    assert " style=" not in page
    assert not re.search(r"url\(|@import|https?://", page)


def test_every_link_leads_somewhere_and_no_anchor_is_given_twice():
    page = render(report(), "html")
    anchors = re.findall(r' id="([^"]*)"', page)

    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)


def test_the_same_report_gives_the_same_page():
    assert render(report(), "html") == render(report(), "html")


def test_the_first_screen_says_what_silence_covers():
    words = " ".join(html.document_fromstring(render(report(), "html")).text_content().split())

    assert "1 place where figures cannot all be right, 1 more to check" in words
    assert "5 figures: 0 tied to another, 3 contradictory" in words


def test_a_run_too_large_for_a_page_shows_what_has_findings(monkeypatch):
    monkeypatch.setattr("numcheck.reporters.html._MOST_DOCUMENTS", 1)
    monkeypatch.setattr("numcheck.reporters.html._MOST_FINDINGS", 1)
    page = render(report(), "html")
    anchors = re.findall(r' id="([^"]*)"', page)

    assert {"d1", "f1"} <= set(anchors)
    assert not {"d2", "f2"} & set(anchors)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)
    assert "The first 1 of 2 findings are shown." in page


@settings(max_examples=40, deadline=None)
@given(st.text("<>&\"'`=/{}%#-![]\\ \u202e\x00\u2028éü", min_size=1).filter(str.strip))
def test_no_text_changes_the_shape_of_the_page(payload: str):
    assert shape(render(hostile("word"), "html")) == shape(render(hostile(payload), "html"))


def test_figures_told_alike_are_listed_and_not_drawn():
    one = Document("Police held 84 people.", "one.txt", source="One")
    two = Document("They held 84 people.", "two.txt", source="Two")
    told = {"noun": "people", "head": "person", "event": "hold"}
    readings = tuple(reading(d, claim(d, "84", 84, **told)) for d in (one, two))
    page = render(Report(readings, (), stories=(Story("s", readings),)), "html")
    words = " ".join(html.document_fromstring(page).text_content().split())

    assert "Told alike 84 People · hold: One, Two" in words
    assert 'class="spread' not in page


def test_an_empty_run_still_gives_a_page():
    assert "Nothing was read" in render(Report((), ()), "html")
    assert "Nothing was read.\n" == render(Report((), ()), "text")
