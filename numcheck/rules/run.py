"""Rules over links: which links break which rule. Links of one kind are asked for once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from numcheck.model import Claim, Finding, Interval, Link, Quantity, Reading, Span
from numcheck.rules.findings import as_edge, claims_of, finding, fingerprinted, scope_of
from numcheck.rules.names import CLAIM
from numcheck.rules.rule import Rule

#: Gives the links of one kind under these options.
Supply = Callable[[str, Mapping[str, Any]], Iterable[Link]]


def apply(
    rules: Iterable[Rule],
    supply: Supply,
    readings: Sequence[Reading],
    *,
    story: str = "",
    edges: bool = False,
) -> list[Finding]:
    """The findings of all rules, in order of document, place and rule.

    `supply` gives the links between the claims of `readings` and is asked once for each kind and
    options; `for: claim` needs no supply. Two links of a rule that point at the same places make
    one finding. With `edges`, figures that agree only at the edge of what their words can cover
    make an info finding of low confidence.
    """
    by_id = {reading.document.id: reading for reading in readings}
    links = _Links(supply, readings)
    found: dict[tuple[str, frozenset[tuple[str, int, int]]], Finding] = {}
    for rule in rules:
        told = links.of(rule)
        for link, on_edge in _broken(rule, told, by_id, edges) if told else ():
            one = finding(rule, link, by_id, story)
            one = as_edge(one) if on_edge else one
            found.setdefault((rule.id, _spots(one)), one)
    order = {document: at for at, document in enumerate(by_id)}
    ranked = sorted(
        found.values(), key=lambda f: (order.get(f.document, 0), f.start, f.end, f.rule)
    )
    return list(fingerprinted(ranked))


class _Links:
    """The links of each kind and options, computed when a rule first asks for them."""

    def __init__(self, supply: Supply, readings: Sequence[Reading]) -> None:
        self.supply = supply
        self.readings = readings
        self.known: dict[str, list[Link]] = {}

    def of(self, rule: Rule) -> list[Link]:
        found = self.known.get(rule.links_key)
        if found is None:
            found = self.known[rule.links_key] = list(self._make(rule))
        return found

    def _make(self, rule: Rule) -> Iterable[Link]:
        if rule.kind != CLAIM.name:
            return self.supply(rule.kind, rule.options)
        claims = (claim for reading in self.readings for claim in reading.claims)
        return (Link(CLAIM.name, {"claim": claim}) for claim in claims)


def _broken(
    rule: Rule, links: Iterable[Link], readings: Mapping[str, Reading], edges: bool
) -> Iterator[tuple[Link, bool]]:
    """The links that break the rule; True beside those that only what is meant would break."""
    for link in links:
        scope = scope_of(rule, link)

        def sentence(link: Link = link) -> str:
            return _sentence(_primary(rule, link), readings)

        if rule.where and not rule.where.all_hold(scope, sentence):
            continue
        if rule.unless and rule.unless.any_holds(scope, sentence):
            continue
        held = rule.expect(scope)
        if held is False:
            yield link, False
        elif edges and held and rule.expect(_as_meant(scope)) is False:
            yield link, True


def _as_meant(scope: Mapping[str, Any]) -> dict[str, Any]:
    """The scope with each figure as wide as a reader takes it, not as its words can cover."""

    def meant(value: Any) -> Any:
        if isinstance(value, tuple) and not isinstance(value, Interval | Span):
            return tuple(map(meant, value))
        if isinstance(value, Quantity):
            return replace(value, low=value.core_low, high=value.core_high)
        return value

    return {name: meant(value) for name, value in scope.items()}


def _primary(rule: Rule, link: Link) -> Claim:
    held = list(claims_of(link))
    return next((claim for role, claim in held if role == rule.primary), held[0][1])


def _sentence(claim: Claim, readings: Mapping[str, Reading]) -> str:
    reading = readings.get(claim.document)
    return reading.sentence_text(claim.sentence) if reading and reading.sentences else ""


def _spots(found: Finding) -> frozenset[tuple[str, int, int]]:
    first = (found.document, found.start, found.end)
    return frozenset([first, *((p.document, p.start, p.end) for p in found.related)])
