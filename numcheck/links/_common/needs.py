"""What copy must have before a kind of link is looked for in it.

Most kinds have nothing to find in most copy. What they cannot do without is said beside them, as
`NEEDS`, and asked here before their work begins: which kinds of figures there are is found once for
all of them, and so are the words that stand in or right beside the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from numcheck.links._common.traces import beside
from numcheck.model import Kind, Reading
from numcheck.values import frozen


@frozen
class Needs:
    """What copy must have; what is left out is not asked for.

    `figures`: of each group of kinds, a figure of one of them. `cues`: one of these words, in lower
    case, in or right beside a figure. `form`: something there that matches.
    """

    figures: tuple[tuple[Kind, ...], ...] = ()
    cues: Callable[[], Sequence[str]] | None = None
    form: re.Pattern[str] | None = None

    def met_by(self, reading: Reading) -> bool:
        """Is it worth looking?"""
        kinds = _kinds(reading)
        if any(kinds.isdisjoint(group) for group in self.figures):
            return False
        if self.cues and not _has_cue(self.cues(), beside(reading)):
            return False
        return self.form is None or self.form.search(beside(reading)) is not None


def _kinds(reading: Reading) -> frozenset[Kind]:
    if "kinds" not in reading.cache:
        reading.cache["kinds"] = frozenset(claim.kind for claim in reading.claims)
    found: frozenset[Kind] = reading.cache["kinds"]
    return found


def _has_cue(cues: Sequence[str], text: str) -> bool:
    return any(cue in text for cue in cues)
