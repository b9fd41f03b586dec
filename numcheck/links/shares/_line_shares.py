"""Percentages told one a line: "How homes are heated: / - gas: 52% / - wood: 31% / - other: 24%".

Nothing but the line above them says what they are shares of. It must speak of one whole that is
divided (all homes, the main source, the result of a vote) and of no answers that may be several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.links._common.book import Book
from numcheck.links._common.wording import masked
from numcheck.links.shares._exclusive import asks_for_several
from numcheck.links.shares._shares import Share
from numcheck.links.shares._sides import opposed
from numcheck.model import Reading

_LONGEST = 60
_FEWEST = 3


def in_lines(reading: Reading, wordings: Book, told: Sequence[Share]) -> Iterator[list[Share]]:
    """The lists of which each line is one share of the whole that the line above names."""
    run: list[Share] = []
    for share in (*told, None):
        if share and _is_line(reading, share) and _follows(run, share):
            run.append(share)
            continue
        if len(run) > 1 and _is_division(reading, wordings, run):
            yield run
        run = [share] if share and _is_line(reading, share) else []


def _follows(run: Sequence[Share], share: Share) -> bool:
    return not run or share.claim.sentence == run[-1].claim.sentence + 1


def _is_line(reading: Reading, share: Share) -> bool:
    """Does the share stand in a line of its own, with a few words for it?"""
    start, end = reading.sentences[share.claim.sentence]
    alone = len(reading.in_sentence(share.claim.sentence)) == 1
    return alone and end - start < _LONGEST


def _is_division(reading: Reading, wordings: Book, run: Sequence[Share]) -> bool:
    lines = [slice(*reading.sentences[share.claim.sentence]) for share in run]
    first = run[0].claim.sentence
    gaps = [reading.text[one.stop : other.start] for one, other in pairwise(lines)]
    if first == 0 or any("\n" not in gap for gap in gaps):
        return False
    text = masked(reading).text
    head = slice(*reading.sentences[first - 1])
    above = text[head]
    if asks_for_several(reading, wordings, head) or wordings.says("not_one_whole", above):
        return False
    if any(wordings.says("moves", text[line]) for line in lines):
        return False
    if len(run) < _FEWEST:
        return len(opposed(run)) == len(run)
    return wordings.says("one_whole", above) or wordings.says("one_answer", above)
