"""Bodies of known size and their members: "The court has nine members. Eleven of its judges ...".

A jury of 12 has 12 jurors, a crew of 18 no more than 18 sailors. The body must be the only one of
known size near by, and the members must be said to be its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.near import is_count
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import masked, with_figures
from numcheck.model import Claim, Link, Reading
from numcheck.text.lexicon import lexicon

_NEAR = 2  # sentences
#: More of those who are not said to be its own are others.
_FAR = 2
_BEFORE, _AFTER = 80, 60


class _Body(NamedTuple):
    """How many a body has, and what it is called."""

    size: Claim
    name: str


def members_of_bodies(reading: Reading) -> Iterator[Link]:
    """Every count of members with the size of their body."""
    words = book("part-of", reading.document.language)
    if not words.patterns or not any(name in lowered(reading) for name in _members()):
        return
    for _, claims in with_figures(reading):
        for part in claims:
            body = _body_of(reading, words, part) if _may_be_members(part) else None
            if body is not None and body.size is not part:
                yield Link("part-of", {"part": part, "whole": body.size}, confidence="medium")


def _members() -> dict[str, list[str]]:
    found: dict[str, list[str]] = lexicon("links/part-of").get("bodies", {})
    return found


def _may_be_members(part: Claim) -> bool:
    return is_count(part) and part.role == "level" and part.value > 1


def _body_of(reading: Reading, words: Book, part: Claim) -> _Body | None:
    """The body whose members these are, by their name or by the body's."""
    text = masked(reading).text
    found = words.patterns["members"].match(text[part.end : part.end + _AFTER])
    if found is None:
        return None
    bodies = [
        body
        for at in range(part.sentence - _NEAR, part.sentence + _NEAR + 1)
        for body in _sizes(reading, words).get(at, ())
        if body.size is not part
    ]
    if len({body.size.value for body in bodies}) != 1:
        return None
    body = bodies[0]
    if found["body"]:
        return body if found["body"] == body.name else None
    own = found["member"] in (*_members().get(body.name, ()), "members")
    told_first = body.size.start < part.start or found["own"]
    near = part.value <= _FAR * body.size.value
    its = (found["own"] or near) and not found["others"]
    return body if own and told_first and its else None


def _sizes(reading: Reading, words: Book) -> dict[int, list[_Body]]:
    """The bodies whose size is told, by sentence."""
    known: dict[int, list[_Body]] | None = reading.cache.get("bodies")
    if known is None:
        known = reading.cache["bodies"] = {}
        for at, claims in with_figures(reading):
            for claim in claims:
                name = _name(reading, words, claim) if _may_be_size(reading, claim) else ""
                if name:
                    known.setdefault(at, []).append(_Body(claim, name))
    return known


def _may_be_size(reading: Reading, claim: Claim) -> bool:
    """Is it a count? Beside a name one is read as a label: "Peru's 16-member cabinet"."""
    label = claim.kind == "identifier" and claim.text.isdigit()
    return is_count(claim) or (label and reading.text.startswith(("-member", "-strong"), claim.end))


def _name(reading: Reading, words: Book, claim: Claim) -> str:
    """What the body is called whose size the figure is; "" if it is none."""
    text = masked(reading).text
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    stretch = f"{before}<{text[claim.end : claim.end + _AFTER]}"
    found = words.patterns["body_size"].search(stretch)
    return (found["of"] or found["strong"] or found["has"] or "") if found else ""
