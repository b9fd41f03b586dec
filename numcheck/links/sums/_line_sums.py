"""Parts told one a line below their total: "The 240 flats: / - Harbour: 110 / - Station: 50 / ...".

The line above must announce the list and hold its only figure, and every line just one of the same
measure. Of another measure, or far from the total, they are other facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.links._common.wording import figures
from numcheck.links.sums._lists import SUMMED, Copy, breakdown, summable
from numcheck.model import Claim, Link

_LONGEST = 60
_FEWEST = 3
_OFF = 0.3


def line_sums(copy: Copy) -> Iterator[Link]:
    """Every list of lines that does not make the total above it."""
    run: list[Claim] = []
    for at in range(len(copy.reading.sentences) + 1):
        claim = _line(copy, at)
        if claim is None:
            if len(run) > _FEWEST:
                yield from _link(copy, run[0], run[1:])
            run = []
        if (only := _only(copy, at)) is not None:
            run = [*run, only] if run and claim else [only]


def _only(copy: Copy, at: int) -> Claim | None:
    """The only figure of a sentence, if it can be added."""
    claims = figures(copy.reading, at) if at < len(copy.reading.sentences) else ()
    return claims[0] if len(claims) == 1 and claims[0].kind in SUMMED else None


def _line(copy: Copy, at: int) -> Claim | None:
    """The figure of a short line of its own."""
    claim = _only(copy, at) if at else None
    if claim is None:
        return None
    before, (start, end) = copy.reading.sentences[at - 1], copy.reading.sentences[at]
    own = "\n" in copy.reading.text[before.end : start]
    return claim if own and end - start < _LONGEST and claim.role == "level" else None


def _link(copy: Copy, total: Claim, parts: Sequence[Claim]) -> Iterator[Link]:
    above = copy.masked.text[slice(*copy.reading.sentences[total.sentence])].rstrip()
    announced = above.endswith(":") or copy.is_total(total)
    if not announced or copy.book.says("partial", above) or copy.book.says("ranked", above):
        return
    if not all(summable(total, part) and part.value < total.value for part in parts):
        return
    nouns = {part.head for part in parts if part.head}
    if nouns - {total.head}:
        return
    made = sum(part.value for part in parts)
    if abs(made - total.value) <= _OFF * total.value:
        yield breakdown(total, tuple(parts), complete=True, confidence="medium", exact=True)
