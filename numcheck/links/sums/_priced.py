"""Does a number count the things that a price is for, where the two stand in two sentences?"""

from __future__ import annotations

from numcheck.links._common.book import book
from numcheck.links._common.near import is_count, said_of
from numcheck.links._common.wording import masked
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

_WORD = pattern(r"[a-z-]+")


def is_priced(reading: Reading, count: Claim, each: Claim, total: Claim) -> bool:
    """Is it what was counted that has the price?

    "The 14 halls ... workers get £450 each ... managers shared £63,000": away from the number
    its things must be named again, and in the next sentence they must at least be meant.
    """
    if not is_count(count) or count.sentence == each.sentence:
        return True
    if _names(count) & set(_WORD.findall(reading.sentence_text(each.sentence).lower())):
        return True
    first, last = sorted((count, each), key=lambda claim: claim.start)
    if last.sentence - first.sentence > 1:
        return False
    words = book("product-of", reading.document.language)
    if "¶" in masked(reading).text[first.end : last.start]:
        return said_of(reading, each, words, "they_cost")
    if total.sentence == count.sentence or said_of(reading, each, words, "meant"):
        return True
    return count.noun_class == "person" and said_of(reading, each, words, "from_people")


def _names(count: Claim) -> set[str]:
    """The counted thing as told and as looked up: "lorries", "lorry"."""
    return {count.head, count.noun.lower().rpartition(" ")[2]}
