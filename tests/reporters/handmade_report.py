"""A small report made by hand, for the tests of reporters: every kind of finding and figure."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import Any

from numcheck.model import (
    Claim,
    Document,
    Finding,
    Garble,
    Link,
    Place,
    Reading,
    Report,
    RuleInfo,
    Span,
    Story,
    Unread,
    When,
    Where,
)

HARBOUR = (
    "Hundreds held after harbour march\n\n"
    "Police said 84 people were arrested on Sunday, at least 500 of them in the capital.\n\n"
    "The march drew about 2,000 people, organisers said. A Boeing 737 was delayed.\n"
)
GAZETTE = "More than 700 people were arrested on Sunday, the ministry said. It was the 5th march.\n"
PART = RuleInfo(
    "part-exceeds-whole",
    "arithmetic",
    "A part is larger than the whole it is said to belong to.",
    "No set of 84 people holds 500 of them.",
    "error",
    "high",
)
SAME = RuleInfo(
    "same-figure-differs",
    "stories",
    "Two outlets give figures for one thing that exclude each other.",
    "One arrest count cannot be both.",
    "warning",
    "medium",
    scope="story",
)


def claim(document: Document, text: str, value: float, kind: str = "count", **more: Any) -> Claim:
    """A claim on the first place where the text stands."""
    start = document.text.index(text)
    given = {
        "low": value, "high": value, "core_low": more.get("low", value),
        "core_high": more.get("high", value), "numeral": Span(start, start + len(text)),
    }  # fmt: skip
    known = {field.name for field in fields(Claim)}
    assert set(more) <= known, set(more) - known
    return Claim(
        start, start + len(text), text, kind, value, **{**given, **more}, document=document.id
    )


def reading(document: Document, *claims: Claim) -> Reading:
    ends = [i + 1 for i, c in enumerate(document.text) if c in ".\n"] or [len(document.text)]
    spans = [Span(s, e) for s, e in zip([0, *ends], [*ends, len(document.text)], strict=False)]
    sentences = tuple(span for span in spans if document.text[span.start : span.end].strip())
    placed = tuple(
        replace(c, sentence=max(i for i, s in enumerate(sentences) if s.start <= c.start))
        for c in claims
    )
    return Reading(document, sentences, placed)


def place(claim: Claim, label: str) -> Place:
    return Place(claim.document, claim.start, claim.end, label, claim.text)


def finding(
    rule: RuleInfo, primary: Claim, label: str, *others: Place, message: str, **more: Any
) -> Finding:
    return Finding(
        rule.id, rule.severity, rule.confidence, message,
        primary.document, primary.start, primary.end, primary.text, label, others, **more,
    )  # fmt: skip


def report() -> Report:
    """Two outlets on one event: a part that exceeds its whole, and a count that differs."""
    harbour = Document(HARBOUR, "harbour.txt", published="2021-05-03", source="The Harbour Post")  # type: ignore[arg-type]
    gazette = Document(GAZETTE, "gazette.txt", published="2021-05-04", source="Gazette")  # type: ignore[arg-type]
    arrest = {"noun": "people", "head": "person", "noun_class": "person", "event": "arrest"}
    sunday = When("on Sunday", source="stated")
    whole = claim(harbour, "84", 84, **arrest, when=sunday, said_by="Police")
    part = claim(
        harbour, "at least 500", 500, low=500, high=math.inf, bound="at_least",
        **arrest, where=Where("the capital"), when=sunday, said_by="Police",
    )  # fmt: skip
    crowd = claim(
        harbour, "about 2,000", 2000, low=1800, high=2200, core_low=1900, core_high=2100,
        bound="about", noun="people", head="person", event="march", said_by="organisers",
    )  # fmt: skip
    plane = claim(harbour, "737", 737, "identifier")
    more = claim(
        gazette, "More than 700", 700, low=math.nextafter(700, 800), high=math.inf,
        bound="more_than", **arrest, when=sunday, said_by="the ministry",
    )  # fmt: skip
    fifth = claim(gazette, "5th", 5, "ordinal")
    readings = (reading(harbour, whole, part, crowd, plane), reading(gazette, more, fifth))
    findings = (
        finding(
            PART, part, "part", place(whole, "whole"),
            message="at least 500 cannot be part of 84",
            garble=Garble("lost-digit", "a digit was lost: 84 for 774"),
            facts={"smallest part": "500", "largest whole": "84"}, fingerprint="a1",
        ),
        finding(
            SAME, whole, "The Harbour Post", place(more, "Gazette"),
            message="84 and more than 700 cannot both be the number of people arrested",
            story="s1", fingerprint="b2",
        ),
    )  # fmt: skip
    return Report(
        readings=readings,
        findings=findings,
        rules=(PART, SAME),
        stories=(Story("s1", readings, "same event, place and day"),),
        links=(
            Link("part-of", {"part": part, "whole": whole}),
            Link("same-across", {"one": whole, "other": more}),
        ),
        unread=(Unread("broken.bin", "This is not text. Give a text, HTML or XML file."),),
        suppressed=((finding(PART, crowd, "part", message="an old quarrel"), "as spoken"),),
        known=(finding(SAME, crowd, "crowd", message="an older quarrel"),),
        facts={"version": "0.1.0", "rules": "2", "rules hash": "c0ffee"},
    )
