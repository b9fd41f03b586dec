"""Per unit times number: "400 families will get $250 each, a total of $100,000"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.belongs import nouns_fit, one_measure
from numcheck.links._common.book import book
from numcheck.links._common.figures import spoken
from numcheck.links._common.near import PERIODS, after, amount, one_unit, said_of
from numcheck.links._common.wording import Match, figures, masked, matches
from numcheck.links.sums._products import (
    Product,
    each_worth,
    explained,
    made_by,
    of_another_time,
    products,
    times,
)
from numcheck.links.sums._total import is_cost, is_total
from numcheck.model import Claim, Link, LinkKind, Reading, Span

KIND = LinkKind(
    "product-of",
    "A number of things, what each is worth, and their total.",
    roles=("total", "count", "each"),
    facts=("said", "made", "makes", "product", "one_currency"),
)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every number of things with the worth of each and a stated total."""
    seen: set[int] = set()
    for match in matches("product-of", reading):
        total = match.roles["total"]
        if total.start not in seen and _fits(reading, match):
            seen.add(total.start)
            product = Product(**match.roles)
            if not explained(reading, product):
                yield _link(product, match.span)
    for product in products(reading):
        if product.total.start not in seen:
            seen.add(product.total.start)
            yield _link(product)


def _fits(reading: Reading, match: Match) -> bool:
    total, count, each = (match.roles[role] for role in KIND.roles)
    per = each.unit.partition(" / ")[2]
    if each.bound not in ("exact", "about") or _is_of_other_things(reading, each, count):
        return False  # "the two rounds cost $4 million, or a dollar a jab"
    if count.per.removeprefix("a ") in PERIODS:
        return False  # "20 a day, against 65 a day, or 23,700 in all"
    if of_another_time(reading, total, each):
        return False
    if " / " in total.unit and " / " not in each.unit:
        return False  # "fined 350 rand each. The judge earns 94,000 rand a month"
    if count.kind == "duration":
        period = match.words.get("period")
        per = reading.text[slice(*period)].lower() if period else per
        if per != count.unit:
            return False
    elif match.facts.get("marked") and not (per or each.per or "apiece" in match.words):
        return False
    money = each.kind == total.kind == "money"
    if not money and not (one_measure(total, each) and nouns_fit(total, each)):
        return False
    called = "called" in match.facts or is_total(reading, total) or is_cost(reading, total)
    return called and _alone(reading, match)


def _is_of_other_things(reading: Reading, each: Claim, count: Claim) -> bool:
    """Is a price told of one thing and another thing counted?"""
    per = each.unit.partition(" / ")[2] or each.per.removeprefix("a ").removeprefix("per ")
    if per in ("", *PERIODS, count.head, count.unit) or count.noun_class == "person":
        return False
    return per not in book("product-of", reading.document.language).words["each"]


def _alone(reading: Reading, match: Match) -> bool:
    """Does the total cover nothing but these, as far as the copy says?"""
    words = book("product-of", reading.document.language)
    text = masked(reading).text
    total = match.roles["total"]
    # "$5,000 each, of a total of $90,000"
    beyond = text[: total.start].endswith(" of ") and "total" in total.text.lower()
    beyond = beyond or said_of(reading, total, words, "no_sum")
    if beyond or words.says("more", text[slice(*match.span)]):
        return False
    if words.says("covers_more", after(reading, total)):
        return False
    claims = match.roles.values()
    kinds = {match.roles["total"].kind}
    others = [
        claim
        for at in range(min(c.sentence for c in claims), max(c.sentence for c in claims) + 1)
        for claim in figures(reading, at)
        if claim.start < match.span.end and claim.kind in kinds
    ]
    return len(others) == sum(claim.kind in kinds for claim in claims)


def _link(one: Product, cue: Span | None = None) -> Link:
    product = times(one) * each_worth(one)
    facts = {
        "said": amount(one.total),
        "made": made_by(one),
        "makes": spoken(product, one.total),
        "product": product,
        "one_currency": one.each.kind != "money" or one_unit(one.each, one.total),
    }
    return Link(
        "product-of", {"total": one.total, "count": one.count, "each": one.each}, cue, facts=facts
    )
