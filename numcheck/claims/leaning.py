"""What a bare figure counts when its noun was told for an earlier one of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.nouns import Counted
from numcheck.model import Quantity
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

#: A figure further off has forgotten the noun of the one before it.
_LEAN_CHARS = 160
_TO_LEVEL = pattern(r"(?:\bto|\bat|\bto [a-z]+ (?:at|to)) $")
_THE_ONE = pattern(r"\band the (?:one|other) (?:in|at|from|on|of) [\w'’ -]{1,40} $")
_AND_DID = pattern(r"\b(?:and|but|while) (?:[a-z]{3,}(?:ed|ing)|won|lost|sold|bought|hit|left) $")
_OF_THEM = pattern(r" of (?:which|whom|them|these|those)\b")
_OF_THE = pattern(r"\b[Oo]f (?:the |these |those )?$")
_ONE_PHRASE = pattern(r"[^,;.]{0,70}, (?:just |only )?")
_LAST_WORD = pattern(r"([a-z]+),? (?:an? |the )?(?:average of |total of |further |another )?$")


def inherited(
    text: str, quantity: Quantity, earlier: Sequence[tuple[Quantity, Counted]]
) -> Counted | None:
    """The noun of an earlier figure that a bare one leans on: "84 people were held and 12 charged".

    `earlier` are the figures of the sentence before this one that count something, in order.
    """
    if quantity.kind != "number" or not earlier:
        return None
    other, noun = earlier[-1]
    if quantity.start - other.end > _LEAN_CHARS:
        return None
    between = text[other.end : quantity.start].lower()
    if noun.head == "point":
        leans = _TO_LEVEL.search(between) is not None
    else:
        leans = other.kind in ("count", "number") and (
            _is_part(text, quantity, other, between) or _goes_on(between)
        )
    return noun._replace(inherited=True) if leans else None


def _is_part(text: str, quantity: Quantity, other: Quantity, between: str) -> bool:
    """ "61 seats, 31 of which", "of the 58 people on board, 41 died"."""
    if _OF_THEM.match(text, quantity.end):
        return True
    whole_first = _OF_THE.search(text, max(0, other.start - 8), other.start)
    return whole_first is not None and _ONE_PHRASE.fullmatch(between) is not None


def _goes_on(between: str) -> bool:
    """ "84 people were held and 12 charged", "sold 300 cars and leased 40"."""
    if _THE_ONE.search(between) or _AND_DID.search(between):
        return True
    found = _LAST_WORD.search(between)
    return found is not None and found[1] in _leans()


@compiled
def _leans() -> frozenset[str]:
    return frozenset(lexicon("noun-phrases")["leans"])
