"""One figure written out twice in a row: "Rs 3 crore (30 million rupees)", "thirty (30) days".

Unlike a conversion, nothing is multiplied: both are in one unit and must be equal as printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.slips import slip
from numcheck.links.measures._restated import Restated, restatements
from numcheck.links.measures.conversion import figure_width
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading

KIND = LinkKind(
    name="gloss",
    summary="A figure repeated at once in other words or in another system of counting.",
    roles=("stated", "gloss"),
    facts=("stated_width", "gloss_width", "right"),
    options={"tolerance": 0.02},
)

#: In brackets after a sum of the same currency: the sum at another scale, or that of last year.
_RESCALED = frozenset({"scale shifted", "a digit lost or added"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure glossed by another in the same unit, agreeing or not."""
    for pair in restatements(reading):
        if (pair.direct or _of_one_noun(pair)) and _is_gloss(pair, reading):
            tolerance = options["tolerance"]
            facts = {
                "stated_width": figure_width(pair.stated).widened(tolerance),
                "gloss_width": figure_width(pair.again),
                "right": f"{pair.stated.value:,.12g}",
            }
            yield Link(KIND.name, {"stated": pair.stated, "gloss": pair.again}, facts=facts)


def _is_gloss(pair: Restated, reading: Reading) -> bool:
    one, other = pair.stated, pair.again
    if one.bound == "vague" or other.bound == "vague":
        return False  # "several (4)" is no slip
    if {one.kind, other.kind} & (NOT_COUNTED | {"ratio", "percent"}) or (
        one.unit and other.unit and one.unit != other.unit
    ):
        return False
    if "ratio" in (one.kind, other.kind):
        return False  # "a third (38%)": a share, and told in percent by the share kinds
    if (one.kind == "money") != (other.kind == "money") and one.unit and other.unit:
        return False
    gap = reading.text[one.end : other.start].strip()
    words = book("gloss", reading.document.language)
    if words.says("indian", one.text) != words.says("indian", other.text):
        return True
    if gap in words.sets["or"] and one.kind == "money":
        return one.unit == other.unit and "" != _scale(one, words) != _scale(other, words) != ""
    if gap not in ("(", "["):
        return False
    rescaled = one.kind == "money" and slip(one, other) in _RESCALED
    return (rescaled and one.unit == other.unit) or (_in_words(one) and not _in_words(other))


def _scale(claim: Claim, words: Book) -> str:
    """The scale word of a figure: "trillion" of "0.9 trillion yen"."""
    found = words.patterns["scale"].search(claim.text)
    return found[0].lower() if found else ""


def _of_one_noun(pair: Restated) -> bool:
    """ "2.5 lakh farmers (250,000 farmers)" """
    return pair.stated.head == pair.again.head != ""


def _in_words(claim: Claim) -> bool:
    return not any(char.isdigit() for char in claim.text)
