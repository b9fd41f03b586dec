"""What becomes of those whom something befell: "38 miners were trapped ... 52 had been rescued".

Only who was tried is convicted, only who applied is turned away. The copy need not say "of them":
the later figure stands alone, or counts the same again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from numcheck.links._common.book import Book, book
from numcheck.links._common.near import around, is_count, said_of
from numcheck.model import Claim, Link, Reading
from numcheck.text.lexicon import lexicon

_BACK = 2  # sentences
_FEW = 2
#: A part so many times its whole is of others.
_FAR = 2


def fates(reading: Reading) -> Iterator[Link]:
    """Every figure of those who came out of something, with that of those who were in it."""
    words = book("part-of", reading.document.language)
    befell: Mapping[str, Sequence[str]] = lexicon("links/part-of").get("fates", {})
    ends = {end for possible in befell.values() for end in possible}
    for part in reading.claims if words.patterns else ():
        if part.event in ends and is_count(part) and _may_be_part(reading, words, part):
            near = around(reading, part.sentence, _BACK, 0)
            before = [c for c in near if c.end <= part.start and is_count(c)]
            whole = _whole(before, befell, part)
            if whole and not said_of(reading, whole, words, "another_time"):
                yield Link("part-of", {"part": part, "whole": whole}, confidence="medium")


def _may_be_part(reading: Reading, words: Book, part: Claim) -> bool:
    # "Brought down 27 people" is read as a fall.
    told = part.role in ("level", "delta") and part.modality in ("asserted", "planned")
    return told and not said_of(reading, part, words, "of_others", "another_time")


def _whole(
    before: Sequence[Claim], befell: Mapping[str, Sequence[str]], part: Claim
) -> Claim | None:
    """The only figure of those whom that befell which the part came out of."""
    found = [c for c in before if part.event in befell.get(c.event, ()) and c.role == "level"]
    # "Another 140" may be those, too.
    alike = [c for c in before if c not in found and (not c.noun or _are_one(c, part))]
    if len(found) != 1 or alike or found[0].high < _FEW or part.low > _FAR * found[0].high:
        return None
    return found[0] if _are_one(found[0], part) else None


def _are_one(whole: Claim, part: Claim) -> bool:
    """Do both count the same, by one noun or with none for the second?"""
    if whole.noun_class in ("time", "place"):
        return False
    if not part.noun:
        return whole.noun != ""
    return part.head == whole.head or (part.head == whole.noun_class == "person")
