"""One place or day alone, with more than was told of all: "84 were held nationwide. In the capital
alone, 500 were".

"Alone" says that there is more elsewhere, so the figure must be a part of a larger one. Which one
is known only where the sentence before, or this one, tells of the whole country, week or company
and of nothing smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.links._common.belongs import may_contain
from numcheck.links._common.book import Book, book
from numcheck.links._common.near import is_count
from numcheck.links._common.traces import lowered
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Link, Reading, Span

_BESIDE = 40
#: How many times the whole a part may be where nothing says that the same befell both.
_FAR, _FAR_BARE = 2, 10
_WHOLE_SCOPES = ("nationwide", "worldwide")


def told_alone(reading: Reading) -> Iterator[Link]:
    """Every figure of one place or time alone with the figure of all that is told before it."""
    if " alone" not in lowered(reading):
        return
    words = book("part-of", reading.document.language)
    text = masked(reading).text
    for at in range(len(reading.sentences)) if words.patterns else ():
        start, end = reading.sentences[at]
        for found in words.patterns["alone"].finditer(text, start, end):
            part = _part(figures(reading, at), text, found)
            whole = _whole(reading, words, part, found) if part else None
            if part and whole:
                roles: dict[str, Claim | tuple[Claim, ...]] = {"part": part, "whole": whole}
                yield Link("part-of", roles, Span(*found.span()), "medium")


def _part(claims: Sequence[Claim], text: str, found: re.Match[str]) -> Claim | None:
    """The figure of what stands alone: after it where it begins a clause, else before it."""
    if found["opens"] is not None:
        later = [claim for claim in claims if claim.start >= found.end()]
        near = later and not set(text[found.end() : later[0].start]) & set(";:")
        return later[0] if near else None
    earlier = [claim for claim in claims if claim.end <= found.start()]
    gap = text[earlier[-1].end : found.start()] if earlier else ""
    return earlier[-1] if earlier and len(gap) < _BESIDE and "," not in gap else None


def _whole(reading: Reading, words: Book, part: Claim, found: re.Match[str]) -> Claim | None:
    if part.role != "level" or not part.low > 0:
        return None
    for at in (part.sentence, part.sentence - 1):
        claims = [claim for claim in figures(reading, at) if claim.start < part.start]
        like = [c for c in claims if may_contain(c, part) and _of_one_thing(c, part, claims)]
        if like:
            whole = max(like, key=lambda claim: claim.high)
            sentence = masked(reading).text[slice(*reading.sentences[at])]
            if not whole.high < part.low or not _is_near(words, whole, part, reading):
                return None
            return whole if _is_wider(words, whole, part, found, sentence) else None
    return None


def _of_one_thing(whole: Claim, part: Claim, claims: Sequence[Claim]) -> bool:
    """Do both count the same: by their nouns or, where the part has none, as its only neighbour?"""
    if whole.role != "level" or whole.noun_class in ("time", "place"):
        return False
    if not is_count(part):
        return whole.event == part.event or whole.sentence == part.sentence
    if not part.noun:
        counts = [c for c in claims if is_count(c) and c.noun_class not in ("time", "place")]
        return whole.noun != "" and len(counts) == 1
    people = whole.noun_class == part.noun_class == "person" and whole.event == part.event != ""
    return part.head == whole.head or people


def _is_near(words: Book, whole: Claim, part: Claim, reading: Reading) -> bool:
    """Is it told that the same befell both, or are they of one size?

    "Wolves killed 40 sheep. In Tarn alone farmers keep 60 sheep" tells of two things.
    """
    if whole.event == part.event != "" or whole.sentence == part.sentence:
        return True
    sides = [reading.sentence_text(claim.sentence).lower() for claim in (whole, part)]
    if words.says("keeps", sides[1]) and not words.says("keeps", sides[0]):
        return False
    return part.low <= whole.high * (_FAR if part.noun else _FAR_BARE)


def _is_wider(words: Book, whole: Claim, part: Claim, found: re.Match[str], sentence: str) -> bool:
    """Is the whole told of more than the place or the time that the part is told of?"""
    if found["day"] or found["month"]:
        longer = words.says("longer_than_day" if found["day"] else "longer_than_month", sentence)
        return longer and _place(whole) in ("", _place(part))
    same_time = whole.sentence == part.sentence or _time(part) in ("", _time(whole))
    return same_time and (words.says("everywhere", sentence) or not _is_named(whole))


def _place(claim: Claim) -> str:
    return claim.where.text if claim.where and claim.where.source == "stated" else ""


def _is_named(claim: Claim) -> bool:
    """Is the figure told of one place, as "30 people in Vell" is?"""
    where = claim.where
    named = where is not None and where.scope not in _WHOLE_SCOPES
    return named and where is not None and where.name[:1].isupper()


def _time(claim: Claim) -> str:
    return claim.when.text if claim.when and claim.when.source == "stated" else ""
