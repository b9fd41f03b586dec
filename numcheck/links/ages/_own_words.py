"""An age in somebody's own words and the one the copy gives: ""I'm 78 …," said Maud Perrin, 87"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links.ages._words import around
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

#: From "I'm 78" to whoever says so, in characters, and no second quotation between.
_REACH = 200
_SPEAKER = 80
_CLOSED = pattern(r"[^\"“”]*[\"”] ?[^\"“”]*")
_ENDS = pattern(r" ?(?:[,.;!?\"”’]|$)| (?:and|but|now|years old|years of age)\b")


def in_own_words(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """The age told by the copy, and that of the quotation before it."""
    told = [claim for claim in reading.claims if claim.kind in ("age", "number", "count")]
    own = [claim for claim in told if _is_own(claim, reading)]
    for spoken in own:
        after = (c for c in told if 0 < c.start - spoken.end < _REACH and c.kind == "age")
        age = next(after, None)
        if age is not None and age.entity and _is_speakers(age, spoken, reading):
            yield age, spoken


def _is_speakers(age: Claim, spoken: Claim, reading: Reading) -> bool:
    """Is it the age of whoever has just been quoted?"""
    says = around(reading).before("says_who", age, _SPEAKER)
    return bool(says and _CLOSED.fullmatch(reading.text[spoken.end : age.start]))


def _is_own(claim: Claim, reading: Reading) -> bool:
    said = around(reading).before("i_am", claim, 16)
    return said is not None and _ENDS.match(reading.text, claim.end) is not None
