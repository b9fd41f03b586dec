"""A link that breaks a rule becomes a finding: how severe, where, in which words, which print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from numcheck.model import (
    CONFIDENCES,
    SEVERITIES,
    Claim,
    Confidence,
    Finding,
    Link,
    Place,
    Quantity,
    Reading,
    Severity,
    Span,
)
from numcheck.rules.functions import interval
from numcheck.rules.rule import Rule
from numcheck.rules.templates import printable, render

_CAP_BY_LINK: Mapping[Confidence, Severity] = {"high": "error", "medium": "warning", "low": "info"}
_UNSURE = "the figures are not tied together for certain"
_HYPOTHETICAL = frozenset({"planned", "hypothetical"})


def claims_of(link: Link) -> Iterator[tuple[str, Claim]]:
    """Every claim of a link with its role, in the order of the roles."""
    for role, held in link.roles.items():
        for claim in held if isinstance(held, tuple) else (held,):
            yield role, claim


def scope_of(rule: Rule, link: Link) -> dict[str, Any]:
    """What the rule's names mean for this link."""
    return {**rule.options, "cue": link.cue, **link.facts, **link.roles}


def severity_of(rule: Rule, link: Link) -> tuple[Severity, tuple[str, ...]]:
    """The rule's severity, lowered where the copy is less than certain, and why it was lowered.

    This is the only place that decides it: a link of medium confidence makes at most a warning, of
    low an info; what somebody says or what may yet happen is not the paper's own error.
    """
    claims = [claim for _, claim in claims_of(link)]
    caps: list[tuple[Severity, str]] = [
        (_CAP_BY_LINK[link.confidence], link.facts.get("doubt") or _UNSURE)
    ]
    if any(claim.modality in _HYPOTHETICAL for claim in claims):
        caps.append((rule.soften.get("hypothetical", "info"), "a figure is planned or supposed"))
    if any(claim.quoted for claim in claims):
        caps.append((rule.soften.get("quoted", "warning"), "a figure is inside quotation marks"))
    severity = min((rule.severity, *(cap for cap, _ in caps)), key=SEVERITIES.index)
    notes = (
        f"{severity}, not {rule.severity}: {reason}"
        for cap, reason in caps
        if cap == severity != rule.severity
    )
    return severity, tuple(notes)


def finding(rule: Rule, link: Link, readings: Mapping[str, Reading], story: str = "") -> Finding:
    """The finding for a link that breaks the rule; its fingerprint is set by `fingerprinted`."""
    places = _places(rule, link, readings)
    first, related = places[0], tuple(places[1:])
    severity, notes = severity_of(rule, link)
    return Finding(
        rule=rule.id,
        severity=severity,
        confidence=min(rule.confidence, link.confidence, key=CONFIDENCES.index),
        message=rule.message(scope_of(rule, link)),
        document=first.document,
        start=first.start,
        end=first.end,
        text=first.text,
        label=first.label,
        related=related,
        facts=printable(_told(rule, link)),
        notes=notes,
        story=story,
        pair=_pair(rule, link),
        operation=rule.signal,
    )


def as_edge(found: Finding) -> Finding:
    """The finding as a remark: the figures do agree, but not as a reader takes them."""
    note = "the figures agree only at the edge of what their words can cover"
    return replace(found, severity="info", confidence="low", notes=(note,))


def _told(rule: Rule, link: Link) -> dict[str, Any]:
    """The facts that decided or are spoken of; a link computes others for its own use."""
    used = rule.expect.names | rule.message.names
    return {name: value for name, value in link.facts.items() if name in used}


def _pair(rule: Rule, link: Link) -> tuple[str, str] | None:
    """The two figures that ought to be one, as texts; None if one of them is not known."""
    if not rule.garble:
        return None
    values = {"cue": link.cue, **link.facts, **link.roles}
    first, second = (values.get(name) for name in rule.garble)
    if first is None or second is None:
        return None
    return _figure(first), _figure(second)


def _figure(value: Any) -> str:
    """A claim from its numeral on; a number without separators, so that it can be read again."""
    if isinstance(value, Quantity):
        return value.text[max(0, value.numeral.start - value.start) :]
    point = interval(value)
    if point is None or point.low != point.high:
        return render(value)
    return f"{point.low:.10g}"


def _places(rule: Rule, link: Link, readings: Mapping[str, Reading]) -> list[Place]:
    """Every place the finding shows, the primary one first, none of them twice."""
    document = next(claim.document for _, claim in claims_of(link))
    spans = {"cue": link.cue, **link.facts}
    places = [
        Place(claim.document, claim.start, claim.end, role, claim.text)
        for role, claim in claims_of(link)
    ]
    for name in dict.fromkeys((rule.primary, *rule.also)):
        span = spans.get(name)
        if isinstance(span, Span) and document in readings:
            text = readings[document].text[span.start : span.end]
            places.append(Place(document, span.start, span.end, name, text))
    places.sort(key=lambda place: place.label != rule.primary)
    unique = {(place.document, place.start, place.end): place for place in reversed(places)}
    return list(reversed(unique.values()))


def fingerprinted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with fingerprints: rule, document, quoted words, and which of equals it is.

    No line numbers and no offsets, so that a print survives edits elsewhere in the text.
    """
    seen: Counter[str] = Counter()
    for found in findings:
        words = [found.text, *(place.text for place in found.related)]
        said = "\x1f".join([found.rule, found.document, *(_normal(word) for word in words)])
        seen[said] += 1
        yield replace(found, fingerprint=_digest(f"{said}\x1f{seen[said]}"))


def _digest(text: str) -> str:
    import hashlib  # OpenSSL costs 6 ms, and clean copy needs none

    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20]


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())
