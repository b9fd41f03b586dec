"""Part and whole: "18 of the 15 schools", "of these, at least 500", "including 21 with burns".

Which earlier figure "of these" speaks of is decided in `_common/belongs.py`; lists that should add
up are `sum_of`'s business, shares in percent `share_of`'s.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Any

from numcheck.links._common.belongs import antecedent, may_contain, nouns_allow
from numcheck.links._common.book import book
from numcheck.links._common.named_sets import named_set
from numcheck.links._common.near import is_count
from numcheck.links._common.stems import stem
from numcheck.links._common.wording import Match, masked, matches
from numcheck.links.parts._alone import told_alone
from numcheck.links.parts._bodies import members_of_bodies
from numcheck.links.parts._declared import declared_sets
from numcheck.links.parts._fates import fates
from numcheck.links.parts._funds import fund_meant
from numcheck.links.parts._table_parts import table_parts
from numcheck.model import NOT_COUNTED, Claim, Link, LinkKind, Reading, Span

KIND = LinkKind(
    "part-of",
    "A figure that the copy says belongs to another one.",
    roles=("part", "whole"),
)
_PERSONS = ("whom", "among whom")
_RELATIVES = ("whom", "which", "among whom", "among which")
_SUM_POINTERS = ("it", "that", "this")
_BEST_MARKS = (5, 10, 100)
_SHORT_STEM = 4
#: A part more than so many times its whole is part of something else; a digit too many makes ten.
_FAR = 10
_FEW = 1000
_BESIDE = 25
#: "Complaints fell to 1,160, of which", "2,900 hectares, of which"
_RIGHT_BEFORE = 14


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that is said to belong to another."""
    seen: set[tuple[int, int]] = set()
    # The surest first: what is told in so many words may also be known in another way.
    for link in chain(
        _told(reading),
        table_parts(reading),
        told_alone(reading),
        members_of_bodies(reading),
        fates(reading),
        declared_sets(reading),
    ):
        pair = _claim(link, "part").start, _claim(link, "whole").start
        if pair not in seen:
            seen.add(pair)
            yield link


def _told(reading: Reading) -> Iterator[Link]:
    for match in matches("part-of", reading):
        link = _link(reading, match)
        if link is not None and _is_slip(_claim(link, "part"), _claim(link, "whole")):
            yield link


def _is_slip(part: Claim, whole: Claim) -> bool:
    """Can the two have been meant for one set, if the part is too large?

    "46 oaks" are no part of "four universities", and no people are part of a magnitude of 6.4.
    """
    if part.low <= whole.high:
        return True
    counted = is_count(part) and is_count(whole)
    if counted and whole.step < 1 and whole.value < _FEW:
        return False
    beside = part.end < whole.start < part.end + _BESIDE
    return beside or part.low <= _FAR * whole.high


def _is_mark(whole: Claim) -> bool:
    """Is it what marks are given out of ("I give it 12 out of 10")?"""
    return whole.noun == "" and whole.value in _BEST_MARKS


def _is_added(part: Claim) -> bool:
    return part.role == "increment" and part.bound != "more_than"


def _link(reading: Reading, match: Match) -> Link | None:
    if "whole" in match.roles:
        return _direct(match)
    if "people" in match.words:
        return _described(reading, match)
    return _pointing_back(reading, match)


def _claim(link: Link, role: str) -> Claim:
    claim = link.roles[role]
    assert isinstance(claim, Claim)
    return claim


def _direct(match: Match) -> Link | None:
    part, whole = match.roles["part"], match.roles["whole"]
    # "Of the 960 nurses, 690 passed. A further 1,120 ..." adds to the whole.
    if _is_added(part) or _is_mark(whole) or not may_contain(whole, part):
        return None
    if not nouns_allow(match.facts.get("nouns", ""), whole, part):
        return None
    confidence = match.facts.get("confidence", "high")
    return Link("part-of", {"part": part, "whole": whole}, match.span, confidence)


def _pointing_back(reading: Reading, match: Match) -> Link | None:
    part, cue = match.roles["part"], match.words["pointer"]
    pointer = reading.text[slice(*cue)].lower()
    if pointer in _SUM_POINTERS and part.kind not in ("money", "measure"):
        return None
    if "fund" in match.words:
        fund = fund_meant(reading, part, match.words["fund"])
        return Link("part-of", {"part": part, "whole": fund}, cue, "medium") if fund else None
    if "group" in match.facts:
        part = replace(part, noun="", head="", noun_class="")  # it counts no groups
    here = pointer in _RELATIVES or match.facts.get("here", False)
    found = antecedent(
        reading, part, min(cue.start, part.start), persons=pointer in _PERSONS, here=here
    )
    words = book("part-of", reading.document.language)
    text = masked(reading).text
    again = words.says("told_again", text[part.end : part.end + 3]) and part.start - cue.end < 2
    before = text[max(0, part.start - _BESIDE) : part.start]
    if again or (part.end < cue.start and words.says("in_all", before)):
        return None
    if words.says("supposed", masked(reading).text[slice(*reading.sentences[part.sentence])]):
        return None
    if (
        found
        and pointer in _RELATIVES
        and _passes_over(reading, found[0], min(cue.start, part.start))
    ):
        return None
    if found is None or not (pointer != "those" or _same_people(reading, cue, found[0])):
        return None
    return Link("part-of", {"part": part, "whole": found[0]}, cue, found[1])


def _passes_over(reading: Reading, whole: Claim, start: int) -> bool:
    """ "2,900 hectares, of which 310": the figure right before the cue is meant, and no other."""
    at = bisect_right(reading.claims, start, key=attrgetter("end"))
    told = (c for c in reversed(reading.claims[max(0, at - 3) : at]) if c.kind not in NOT_COUNTED)
    before = next(told, whole)
    return before is not whole and start - before.end <= _RIGHT_BEFORE


def _same_people(reading: Reading, those: Span, whole: Claim) -> bool:
    """Does "those on board" speak of the people whom the whole's sentence puts on board?"""
    words = book("part-of", reading.document.language)
    after = masked(reading).text[those.end : those.end + 60]
    described = words.patterns["described"].match(after)
    if words.says("plain", after) or described is None:
        return True
    return stem(described["word"]) in reading.sentence_text(whole.sentence).lower()


def _is_said_of(reading: Reading, modifier: Span, whole: Claim) -> bool:
    """ "Twelve of the new judges": is the whole called new, or was it stolen if they are?"""
    begins = reading.text[slice(*modifier)].lower()[:_SHORT_STEM]
    told = f" {reading.sentence_text(whole.sentence).lower()}"
    return f" {begins}" in told


def _described(reading: Reading, match: Match) -> Link | None:
    """ "71 of the passengers", "60 of the town's taxis": the figure that counts them."""
    part, cue = match.roles["part"], match.words["people"]
    found = named_set(reading, part, cue)
    if found is None or part.bound == "vague" or not may_contain(found[0], part):
        return None
    if "modifier" in match.words and not _is_said_of(reading, match.words["modifier"], found[0]):
        return None
    return Link("part-of", {"part": part, "whole": found[0]}, cue, found[1])
