"""Which of two conflicting figures would fit the rest of what was read, if only one does.

"84 were arrested" in one report and "774" in another cannot both be right; that "at least 500 of
these" were held in the capital speaks for 774. It is no proof: the note says "fits", no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from numcheck.model import Claim, Finding, Interval, Link, Place

_At = tuple[str, int, int]
#: What else is said of a figure: the relation, the other figure's interval and its words.
_Tie = tuple[str, Interval, Claim]


def with_notes(findings: Iterable[Finding], links: Sequence[Link]) -> list[Finding]:
    """The findings, those that some other figure speaks on with a note that says so."""
    ties = _ties(links)
    hulls = {_at(c): c.hull for link in links for c in _claims(link)} if ties else {}
    return [_noted(finding, ties, hulls) for finding in findings]


def _ties(links: Iterable[Link]) -> dict[_At, list[_Tie]]:
    ties: dict[_At, list[_Tie]] = defaultdict(list)
    for link in links:
        if link.kind == "part-of":
            part, whole = link.roles["part"], link.roles["whole"]
            if isinstance(part, Claim) and isinstance(whole, Claim):
                ties[_at(whole)].append(("at_least", part.hull, part))
                ties[_at(part)].append(("at_most", whole.hull, whole))
    return ties


def _claims(link: Link) -> Iterator[Claim]:
    for role in link.roles.values():
        yield from (role,) if isinstance(role, Claim) else role


def _at(place: Claim | Finding | Place) -> _At:
    return place.document, place.start, place.end


def _noted(finding: Finding, ties: dict[_At, list[_Tie]], hulls: dict[_At, Interval]) -> Finding:
    if finding.pair is None or not finding.related:
        return finding
    ends = _at(finding), _at(finding.related[0])
    said = [tie for end in ends for tie in ties.get(end, ())]
    if not said or any(end not in hulls for end in ends):
        return finding
    from numcheck.translation import restores  # loaded where two findings contend

    fits = restores((hulls[ends[0]], hulls[ends[1]]), [(how, other) for how, other, _ in said])
    if fits is None:
        return finding
    texts = finding.text, finding.related[0].text
    words = ", ".join(dict.fromkeys(f"“{claim.text}”" for _, _, claim in said))
    note = f"“{texts[fits]}” would fit {words} elsewhere in the copy; “{texts[1 - fits]}” would not"
    return replace(finding, notes=(*finding.notes, note))
