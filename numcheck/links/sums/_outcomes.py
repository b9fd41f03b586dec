"""What became of all: "Of the 45 candidates, 31 passed, nine failed and seven did not turn up".

Nobody votes both ways, and nobody who drowned was rescued. Figures told of different outcomes of
one kind are parts of one whole wherever it is named: in the sentence or in one before it. Where
every outcome is told they make the whole; else they can only be too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from numcheck.links._common.belongs import nouns_clash
from numcheck.links._common.figures import printed, sum_of
from numcheck.links._common.near import is_count
from numcheck.links._common.wording import figures, with_figures
from numcheck.links.sums._lists import Copy, breakdown
from numcheck.model import Claim, Link
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation

_LOOK_BACK = 2  # sentences
_REACH = 60
_FAR = 2.0
_OF_WHOLE = pattern(r" (?:out of|of) (?:the |its |their |his |her |all )?$")


class _Kind(NamedTuple):
    """Outcomes that exclude one another, as one pattern with a group for each."""

    pattern: re.Pattern[str]
    outcomes: int


class _Told(NamedTuple):
    """The parts of a sentence, the whole where it stands in it, and if all outcomes are told."""

    parts: tuple[Claim, ...]
    whole: Claim | None
    all_told: bool


@compiled
def _kinds() -> tuple[_Kind, ...]:
    listed: Mapping[str, Sequence[Sequence[str]]] = lexicon("links/sum-of").get("outcomes", {})
    return tuple(
        _Kind(pattern("|".join(rf"\b({alternation(words)})\b" for words in groups)), len(groups))
        for groups in listed.values()
    )


@compiled
def _any_outcome() -> re.Pattern[str]:
    """The beginning of a word for any outcome: a sentence of outcomes has two."""
    listed: Mapping[str, Sequence[Sequence[str]]] = lexicon("links/sum-of").get("outcomes", {})
    return pattern(
        rf"\b{alternation(word for kind in listed.values() for words in kind for word in words)}"
    )


def outcome_sums(copy: Copy) -> Iterator[Link]:
    """Every whole whose members came to different ends, with the figures for these."""
    for at, claims in with_figures(copy.reading):
        counts = [claim for claim in claims if is_count(claim)]
        sentence = copy.reading.sentences[at]
        if len(counts) > 1 and len(_any_outcome().findall(copy.masked.text, *sentence)) > 1:
            for kind in _kinds():
                told = _told(copy, kind, counts)
                if told and (whole := told.whole or _whole_before(copy, told.parts)):
                    yield from _links(copy, whole, told)


def _links(copy: Copy, whole: Claim, told: _Told) -> Iterator[Link]:
    value = sum(part.value for part in told.parts)
    clash = any(nouns_clash(whole, part) for part in told.parts) or whole.head in copy.lists.scores
    if clash or copy.apart_in_time(told.parts) or not 1 / _FAR < value / whole.value < _FAR:
        return
    if any(part.role != "level" or part.value >= whole.value for part in told.parts):
        return
    sure = told.all_told and (
        told.whole is not None or copy.book.says("took_part", copy.after(whole))
    )
    made, said = sum_of(map(printed, told.parts)), printed(whole)
    if made.low > said.high or (sure and made.high < said.low):
        yield breakdown(whole, told.parts, complete=sure, confidence="medium")


def _told(copy: Copy, kind: _Kind, counts: Sequence[Claim]) -> _Told | None:
    """The counts that are told of different outcomes, named after them or before them."""
    for after in (True, False):
        parts: dict[int, Claim] = {}
        wholes = []
        for at, claim in enumerate(counts):
            segment = _segment(copy, counts, at, after=after)
            found = kind.pattern.search(segment)
            whole = at and _OF_WHOLE.fullmatch(copy.between(counts[at - 1], claim))
            owner = counts[at - 1] if whole else claim
            if whole or (found is None and (_leads(copy, claim) or _is_named(copy, counts, at))):
                wholes.append(claim)
            if found is None:
                continue
            if (found.lastindex or 0) in parts:
                return None  # "nine won, seven lost, and three won later"
            parts[found.lastindex or 0] = owner
        others = set(map(id, counts)) - set(map(id, [*parts.values(), *wholes]))
        if len(parts) > 1 and len(wholes) < 2 and not others:
            named = wholes[0] if wholes else None
            return _Told(tuple(parts.values()), named, len(parts) == kind.outcomes)
    return None


def _segment(copy: Copy, counts: Sequence[Claim], at: int, *, after: bool) -> str:
    """The words between a figure and the next one, or the one before it."""
    text, claim = copy.masked.text, counts[at]
    sentence = copy.reading.sentences[claim.sentence]
    if after:
        end = counts[at + 1].start if at + 1 < len(counts) else sentence.end
        return text[claim.end : min(end, claim.end + _REACH)]
    start = counts[at - 1].end if at else sentence.start
    return text[max(start, claim.start - _REACH) : claim.start]


def _leads(copy: Copy, claim: Claim) -> bool:
    """ "Of 90 appeals", "of its 30 matches", "After 30 games", "The council's 40 members"."""
    return copy.book.says("whole_led", copy.before(claim))


def _is_named(copy: Copy, counts: Sequence[Claim], at: int) -> bool:
    """ "Ninety applications were received; 48 were granted", "The assembly of 120 members"."""
    if copy.is_group(counts[at]):
        return True
    opens = at == 0 and counts[0].noun != "" and len(counts) > 1
    return opens and copy.book.says("named_whole", copy.between(counts[0], counts[1]))


def _whole_before(copy: Copy, parts: Sequence[Claim]) -> Claim | None:
    """The only count of the sentence before, or of the one before that."""
    first = parts[0].sentence
    for at in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
        counts = [c for c in figures(copy.reading, at) if is_count(c) and c.role == "level"]
        if counts:
            only = len(counts) == 1 and counts[0].noun_class not in ("time", "place")
            return counts[0] if only and counts[0].noun else None
    return None
