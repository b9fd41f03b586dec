"""Source against translation: what the figures of the translation do not bear out.

A figure is reported only if every reading of it fails: equal values in other clothes are no
fault, and neither is a number that good prose drops, adds or repeats. A pair that one operation
explains is an error; a figure without counterpart is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from numcheck.model import Confidence, Finding, Garble, Place, Reading, Severity
from numcheck.patterns import pattern
from numcheck.rules.findings import fingerprinted
from numcheck.translation.align import Alignment, Pair, align
from numcheck.translation.asides import Asides
from numcheck.translation.catalogue import rule_id
from numcheck.translation.detect import detect
from numcheck.translation.exchanges import find_exchange
from numcheck.translation.figures import Figure
from numcheck.translation.foreign import read_figures
from numcheck.translation.judgement import (
    MOVED,
    are_comparable,
    is_bare_month,
    is_lone_month,
    is_only_pair,
    is_trifling,
    is_unconverted,
    must_be_rendered,
)
from numcheck.translation.lexicon import closed
from numcheck.translation.operations import LOWER, UPPER, explain
from numcheck.translation.phrase import in_english
from numcheck.translation.reckoning import weighed
from numcheck.translation.same import compatible_units

#: Longer pairs are compared by segment; a whole book is not one segment (reading is linear,
#: pairing is not).
MOST_FIGURES = 400


def compare(source_text: str, target: Reading, source_lang: str | None = None) -> list[Finding]:
    """Findings for the translation, in order of their place; source spans are in the source.

    The language of the source is found from its text where it is not given.
    """
    language = source_lang or detect(source_text) or "en"
    source = read_figures(source_text, language)[:MOST_FIGURES]
    english = read_figures(target.document.text, "en")[:MOST_FIGURES]
    return _Comparison(source, english, source_text, target).findings()


@cache
def _limits() -> re.Pattern[str]:
    """Words that may carry a limit from afar ("higher than the price of", "has yet to turn")."""
    return pattern(rf"(?i)\b{closed('en', 'limits')}\b")


class _Comparison:
    def __init__(
        self, source: Sequence[Figure], english: Sequence[Figure], text: str, target: Reading
    ) -> None:
        self.source, self.english, self.target = source, weighed(english, source), target
        self.source_text = text
        self.aligned: Alignment = align(source, self.english)
        self.asides = Asides(self.english, target.document.text)
        self.found: list[Finding] = []

    def findings(self) -> list[Finding]:
        self._exchanges()
        for pair in self.aligned.pairs + self.aligned.relabelled:
            self._labels(pair)
        told = set[str]()
        for pair, garble in self._explained():
            if garble.operation != "month_confusion" or garble.explanation not in told:
                self._add(pair.source, pair.target, garble)
            told.add(garble.explanation)  # both days of "3 to 12 June" have its month
        for figure in self.aligned.source:
            if must_be_rendered(figure, self.source_text):
                self._missing(figure)
        for figure in self.aligned.target:
            self._added(figure)
        ordered = sorted(self.found, key=lambda f: (f.start, f.source_start or 0))
        return list(fingerprinted(ordered))

    # Pairs whose sizes agree -------------------------------------------------------------

    def _labels(self, pair: Pair) -> None:
        """Currency, unit, bound, direction and the like of figures that agree in size."""
        source, target = pair
        for garble in explain(source, target, labels_only=True):
            if self._holds(garble.operation, source, target):
                self._add(source, target, garble)
                return

    def _holds(self, operation: str, source: Figure, target: Figure) -> bool:
        """Is this difference of labels one that no fair rendering makes?"""
        if operation == "bound_dropped":
            arrives = source.bound == "at_most" and source.direction and target.relation == "to"
            free = source.unsure or source.weak or arrives  # "subió hasta 98" is no limit
            return not (free or self._bounded_nearby(source, target))
        if operation == "bound_flip":
            return not (source.unsure or target.unsure)
        if operation == "ordinal_cardinal":
            return self._rank_lost(source, target)
        if operation == "direction_flip":
            compared = source.relation == target.relation == "by"
            return not (source.weak or target.weak) and (compared or source.kind in MOVED)
        if operation == "by_to_swap":
            return bool(source.direction and target.direction)
        return True

    def _bounded_nearby(self, source: Figure, target: Figure) -> bool:
        wanted = LOWER if source.bound in LOWER else UPPER
        if any(f.sentence == target.sentence and f.bound in wanted for f in self.english):
            return True
        near = self.target.document.text[max(0, target.start - 60) : target.end + 40]
        return _limits().search(near) is not None

    def _rank_lost(self, source: Figure, target: Figure) -> bool:
        """ "20-й съезд" as "20 congresses", "百人" as "100th"; never "Chapter 3" for 第三章."""
        if source.weak or target.weak or source.moments or target.moments:
            return False
        text = self.target.document.text
        if target.kind == "ordinal":
            return source.role != "" or source.counted
        if text[target.end : target.end + 1].isalpha():
            return False  # "the 1990s"
        words = text[target.end : target.end + 24].split()
        return bool(words) and words[0].strip(".,;:").endswith("s") and words[0].islower()

    def _exchanges(self) -> None:
        """Figures that are all there but in each other's place."""
        found = find_exchange(self.aligned)
        if found is None:
            return
        span = found.target[0].start, found.target[-1].end
        source_span = found.source[0].start, found.source[-1].end
        text = self.target.document.text[slice(*span)]
        source = self.source_text[slice(*source_span)]
        self._report(
            found.operation, f"“{source}”: the translation gives “{text}”, the figures exchanged",
            span, source_span, "error", "high",
            Garble(found.operation, "the two figures changed places"),
        )  # fmt: skip

    # What is left over -------------------------------------------------------------------

    def _explained(self) -> list[tuple[Pair, Garble]]:
        """Leftovers of both sides that one operation ties, cheapest first."""
        ranked = sorted(
            (garbles[0].cost + self._strangeness(a, b), i, j, garbles[0])
            for i, a in enumerate(self.aligned.source)
            for j, b in enumerate(self.aligned.target)
            if (garbles := self._ties(a, b))
        )
        sources, targets, pairs = set[int](), set[int](), []
        for _, i, j, garble in ranked:
            if i not in sources and j not in targets:
                sources.add(i)
                targets.add(j)
                pairs.append((Pair(self.aligned.source[i], self.aligned.target[j]), garble))
        self.aligned.source = [f for i, f in enumerate(self.aligned.source) if i not in sources]
        self.aligned.target = [f for j, f in enumerate(self.aligned.target) if j not in targets]
        return pairs

    def _ties(self, source: Figure, target: Figure) -> list[Garble]:
        if is_trifling(source) or is_trifling(target) or self.asides.is_conversion(target):
            return []
        if is_unconverted(source, target, self.aligned):
            return [Garble("unit_conversion_wrong", "the figure does not convert", 3.0)]
        if is_bare_month(source) or is_bare_month(target):
            lone = is_lone_month(source, target, self.aligned)
            return explain(source, target) if lone else []
        if not are_comparable(source, target):
            return []
        found = explain(source, target)
        if not found and is_only_pair(source, target, self.aligned):
            found = [Garble("digit_substitution", "the figure was replaced", 9.0)]
        return found

    def _strangeness(self, a: Figure, b: Figure) -> float:
        away = abs(a.start / len(self.source_text) - b.start / len(self.target.document.text))
        return away + 2 * (a.kind != b.kind) + (not compatible_units(a.unit, b.unit))

    def _missing(self, figure: Figure) -> None:
        said = in_english(figure)
        what = f"“{figure.text}”" if said == figure.text else f"“{figure.text}” ({said})"
        self._report(
            "number_omitted", f"{what} has no counterpart in the translation",
            None, (figure.start, figure.end), "warning", "medium", None,
        )  # fmt: skip

    def _added(self, figure: Figure) -> None:
        wrong = self.asides.wrongly_converted(figure)
        if wrong:
            self._report(
                "unit_conversion_wrong", f"“{figure.text}” does not convert “{wrong.text}”",
                (figure.start, figure.end), None, "error", "high", None,
            )  # fmt: skip
        elif self.asides.is_conversion(figure) or self.asides.continues(figure):
            return
        elif must_be_rendered(figure, self.target.document.text):
            self._report(
                "number_added", f"“{figure.text}” has no counterpart in the source",
                (figure.start, figure.end), None, "warning", "medium", None,
            )  # fmt: skip

    # Reporting ---------------------------------------------------------------------------

    def _add(self, source: Figure, target: Figure, garble: Garble) -> None:
        start, end = target.start, target.end
        if garble.operation in ("direction_flip", "by_to_swap") and target.verb:
            start, end = min(start, target.verb.start), max(end, target.verb.end)
        said = in_english(source)
        text = self.target.document.text[start:end]
        meaning = "" if said == source.text else f" is {said}"
        message = f"“{source.text}”{meaning}; the translation says “{text}” ({garble.explanation})"
        confidence: Confidence = "high" if garble.cost < 9 else "medium"
        self._report(
            garble.operation, message, (start, end), (source.start, source.end),
            "error", confidence, garble,
        )  # fmt: skip

    def _report(
        self, operation: str, message: str, span: tuple[int, int] | None,
        source_span: tuple[int, int] | None, severity: Severity, confidence: Confidence,
        garble: Garble | None,
    ) -> None:  # fmt: skip
        document = self.target.document
        start, end = span or self._anchor(source_span)
        start_in, end_in = source_span or (None, None)
        related: tuple[Place, ...] = ()
        if source_span:
            text = self.source_text[source_span[0] : source_span[1]]
            related = (Place("source", *source_span, "in the source", text),)
        self.found.append(
            Finding(
                rule_id(operation),
                severity,
                confidence,
                message,
                document.id,
                start,
                end,
                document.text[start:end],
                related=related,
                garble=garble,
                operation=operation,
                source_start=start_in,
                source_end=end_in,
            )
        )

    def _anchor(self, source_span: tuple[int, int] | None) -> tuple[int, int]:
        """Where a missing figure would stand: after the rendering of the one before it."""
        place = source_span[0] if source_span else 0
        before = [p.target.end for p in self.aligned.pairs if p.source.end <= place]
        return (max(before), max(before)) if before else (0, 0)
