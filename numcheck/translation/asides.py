"""What stands right beside a figure: its conversion in brackets, the inches after the feet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.translation.figures import Figure
from numcheck.translation.same import base_of, converts, may_convert


class Asides:
    """Tells the figures of a text that only repeat or continue the one before them."""

    def __init__(self, figures: Sequence[Figure], text: str) -> None:
        self.figures, self.text = figures, text

    def _beside(self, figure: Figure) -> Figure | None:
        """The figure right before one in brackets or after "or"."""
        stated = self._before(figure)
        if stated is None:
            return None
        between = self.text[stated.end : figure.start].lower()
        return stated if re.search(r"[(/]|\bor\b", between) else None

    def _before(self, figure: Figure) -> Figure | None:
        """The figure that stands closely before this one."""
        before = [f for f in self.figures if f.end <= figure.start and f.kind != "name"]
        return before[-1] if before and figure.start - before[-1].end < 14 else None

    def continues(self, figure: Figure) -> bool:
        """Is this the rest of a measure, as the inches of "6 feet 2 inches"?"""
        stated = self._before(figure)
        if stated is None or not stated.unit or stated.unit == figure.unit:
            return False
        between = self.text[stated.end : figure.start].strip(" ,-")
        return between in ("", "and") and base_of(stated.unit)[0] == base_of(figure.unit)[0]

    def is_conversion(self, figure: Figure) -> bool:
        """Does this figure give the one before it in another unit or currency?"""
        stated = self._beside(figure)
        if stated is None:
            return False
        one_base = base_of(stated.unit)[0] == base_of(figure.unit)[0] and stated.unit != figure.unit
        return one_base or converts(stated, figure) or may_convert(stated, figure)

    def wrongly_converted(self, figure: Figure) -> Figure | None:
        """The figure before, if this one should be it in another unit and is not."""
        stated = self._beside(figure)
        if stated is None or not figure.unit or figure.kind == "money":
            return None
        if any(self.continues(f) and self._before(f) is figure for f in self.figures):
            return None  # "5 feet 7 inches" is judged by neither half
        same_base = base_of(stated.unit)[0] == base_of(figure.unit)[0]
        temperatures = stated.kind == figure.kind == "temperature"
        if stated.unit == figure.unit or not (same_base or temperatures):
            return None
        return None if converts(stated, figure) else stated
