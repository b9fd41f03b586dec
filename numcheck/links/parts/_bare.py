"""Some of those just counted, told by a bare number: "The train carried 112 passengers. When it
stopped, 131 walked out", "opened 33 containers ... cigarettes were hidden in 41".

A number without a noun takes that of the set before it. It need not be of that very set: a toll
goes on ("29 drowned. Forty swam ashore"), somebody else has counted, or another time is told of.
Where any of this may be, and wherever more than one set is near, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.links._common.belongs import may_contain
from numcheck.links._common.book import Book, book
from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links._common.near import after, around, before, is_count
from numcheck.links._common.wording import masked, with_figures
from numcheck.model import Claim, Link, Reading

_NEAR = 2  # sentences
#: Twice as many are no slip, but others.
_FAR = 1.7
_FEWEST = 4
_NO_SET = ("time", "place", "score", "money", "vote")


def told_bare(reading: Reading) -> Iterator[Link]:
    """Every bare number with the only set told before it, where it is larger and near in size."""
    words = book("part-of", reading.document.language)
    for _, claims in with_figures(reading) if words.patterns else ():
        for part in claims:
            whole = _only_set(reading, part) if _may_be_part(reading, words, part) else None
            near = whole is not None and whole.high < part.low <= _FAR * whole.high
            if whole is not None and near and _takes_its_noun(reading, words, part, whole):
                yield Link("part-of", {"part": part, "whole": whole}, confidence="medium")


def _may_be_part(reading: Reading, words: Book, claim: Claim) -> bool:
    if not is_count(claim) or claim.role != "level" or claim.value < _FEWEST:
        return False
    # "In 61 the owner had no licence": no owners are counted.
    bare = claim.noun_class == "" or words.says("article", after(reading, claim))
    return bare and claim.value.is_integer()


def _only_set(reading: Reading, part: Claim) -> Claim | None:
    """The figure of the only set of the sentences before, if none is nearer."""
    near = around(reading, part.sentence, before=_NEAR, after=0)
    sets = [c for c in near if c.start < part.start and is_count(c) and c.value > 1]
    sets = [claim for claim in sets if claim.noun_class not in _NO_SET]
    if len(sets) != 1 or sets[0].sentence == part.sentence or not sets[0].noun:
        return None
    told = sets[0].role == "level" and sets[0].modality == "asserted"
    return sets[0] if told and may_contain(sets[0], part) else None


def _takes_its_noun(reading: Reading, words: Book, part: Claim, whole: Claim) -> bool:
    if part.zone in SILENT_ZONES or "" != part.said_by != whole.said_by != "":
        return False
    text = masked(reading).text
    between = text[reading.sentences[whole.sentence].start : reading.sentences[part.sentence].end]
    if words.says("others_told", between):
        return False
    beside = f"{before(reading, part)}<{after(reading, part)}"
    if words.says("bare_subject", beside):
        return True
    return whole.noun_class != "person" and words.says("bare_place", beside)
