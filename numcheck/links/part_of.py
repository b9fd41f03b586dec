"""Part and whole: "18 of the 15 schools", "of these, at least 500", "including 21 with burns".

Which earlier figure "of these" speaks of is decided in `_belongs`; lists that should add up are
`sum_of`'s business, shares in percent `share_of`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._belongs import antecedent, may_contain, nouns_fit
from numcheck.links._wording import Match, matches
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    "part-of",
    "A figure that the copy says belongs to another one.",
    roles=("part", "whole"),
)
_PERSONS = ("whom", "among whom")
_RELATIVES = ("whom", "which", "among whom", "among which")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that is said to belong to another."""
    seen: set[tuple[int, int]] = set()
    for match in matches("part-of", reading):
        link = _direct(match) if "whole" in match.roles else _pointing_back(reading, match)
        if link is None:
            continue
        part, whole = _claim(link, "part"), _claim(link, "whole")
        if (part.start, whole.start) not in seen:
            seen.add((part.start, whole.start))
            yield link


def _claim(link: Link, role: str) -> Claim:
    claim = link.roles[role]
    assert isinstance(claim, Claim)
    return claim


def _direct(match: Match) -> Link | None:
    part, whole = match.roles["part"], match.roles["whole"]
    # "Of the 960 nurses, 690 passed. A further 1,120 ..." adds to the whole.
    if part.role == "increment" or not may_contain(whole, part) or not nouns_fit(whole, part):
        return None
    return Link("part-of", {"part": part, "whole": whole}, match.span)


def _pointing_back(reading: Reading, match: Match) -> Link | None:
    part = match.roles["part"]
    pointer = reading.text[slice(*match.words["pointer"])].lower()
    cue = match.words["pointer"]
    found = antecedent(
        reading,
        part,
        min(cue.start, part.start),
        persons=pointer in _PERSONS,
        here=pointer in _RELATIVES or match.facts.get("here", False),
    )
    if found is None:
        return None
    whole, confidence = found
    return Link("part-of", {"part": part, "whole": whole}, cue, confidence)
