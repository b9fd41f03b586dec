"""Source against translation: what the figures of the translation do not bear out.

A figure is reported only if every reading of it fails: equal values in other clothes are no
fault, and neither is a number that good prose drops, adds or repeats. A pair that one operation
explains is an error; a figure without counterpart is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.model import Confidence, Finding, Garble, Place, Reading, Severity
from numcheck.rules.findings import fingerprinted
from numcheck.translation.align import Alignment, Pair, align
from numcheck.translation.catalogue import rule_id
from numcheck.translation.detect import detect
from numcheck.translation.figures import Figure
from numcheck.translation.foreign import read_figures
from numcheck.translation.operations import LOWER, UPPER, explain
from numcheck.translation.phrase import in_english
from numcheck.translation.same import base_of, close, compatible_units, converts, may_convert

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


class _Comparison:
    def __init__(
        self, source: Sequence[Figure], english: Sequence[Figure], text: str, target: Reading
    ) -> None:
        self.source, self.english, self.target = source, english, target
        self.source_text = text
        self.aligned: Alignment = align(source, english)
        self.found: list[Finding] = []

    def findings(self) -> list[Finding]:
        self._exchanges()
        for pair in self.aligned.pairs + self.aligned.relabelled:
            self._labels(pair)
        for pair, garble in self._explained():
            self._add(pair.source, pair.target, garble)
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
            return (
                not source.unsure and not source.weak and not self._bounded_nearby(source, target)
            )
        if operation == "bound_flip":
            return not (source.unsure or target.unsure)
        if operation == "ordinal_cardinal":
            return self._rank_lost(source, target)
        if operation == "direction_flip":
            return not (source.weak or target.weak) and source.kind in _MOVED
        if operation == "by_to_swap":
            return bool(source.direction and target.direction)
        return True

    def _bounded_nearby(self, source: Figure, target: Figure) -> bool:
        wanted = LOWER if source.bound in LOWER else UPPER
        return any(f.sentence == target.sentence and f.bound in wanted for f in self.english)

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
        pairs = [p for p in self.aligned.pairs if p.source.values and p.target.values]
        for a in pairs:
            for b in pairs:
                operation = _exchange(a, b)
                if operation:
                    self._exchanged(a, b, operation)
                    return

    def _exchanged(self, a: Pair, b: Pair, operation: str) -> None:
        first, last = sorted((a.target, b.target), key=lambda f: f.start)
        start, end = sorted((a.source, b.source), key=lambda f: f.start)
        text = self.target.document.text[first.start : last.end]
        source = self.source_text[start.start : end.end]
        self._report(
            operation, f"“{source}”: the translation gives “{text}”, the figures exchanged",
            (first.start, last.end), (start.start, end.end), "error", "high",
            Garble(operation, "the two figures changed places"),
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
        if _trifling(source) or _trifling(target) or self._is_conversion(target):
            return []
        if not _comparable(source, target):
            return []
        found = explain(source, target)
        if not found and _in_place(source, target, self.aligned):
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
        wrong = self._wrong_conversion(figure)
        if wrong:
            self._report(
                "unit_conversion_wrong", f"“{figure.text}” does not convert “{wrong.text}”",
                (figure.start, figure.end), None, "error", "high", None,
            )  # fmt: skip
        elif self._is_conversion(figure) or self._continues(figure):
            return
        elif must_be_rendered(figure, self.target.document.text):
            self._report(
                "number_added", f"“{figure.text}” has no counterpart in the source",
                (figure.start, figure.end), None, "warning", "medium", None,
            )  # fmt: skip

    def _beside(self, figure: Figure) -> Figure | None:
        """The figure right before one in brackets or after "or"."""
        stated = self._before(figure)
        if stated is None:
            return None
        between = self.target.document.text[stated.end : figure.start].lower()
        return stated if re.search(r"[(/]|\bor\b", between) else None

    def _before(self, figure: Figure) -> Figure | None:
        """The figure that stands closely before this one."""
        before = [f for f in self.english if f.end <= figure.start and f.kind != "name"]
        return before[-1] if before and figure.start - before[-1].end < 14 else None

    def _continues(self, figure: Figure) -> bool:
        """Is this the rest of a measure, as the inches of "6 feet 2 inches"?"""
        stated = self._before(figure)
        if stated is None or not stated.unit or stated.unit == figure.unit:
            return False
        between = self.target.document.text[stated.end : figure.start].strip(" ,-")
        return between in ("", "and") and base_of(stated.unit)[0] == base_of(figure.unit)[0]

    def _is_conversion(self, figure: Figure) -> bool:
        stated = self._beside(figure)
        if stated is None:
            return False
        one_base = base_of(stated.unit)[0] == base_of(figure.unit)[0] and stated.unit != figure.unit
        return one_base or converts(stated, figure) or may_convert(stated, figure)

    def _wrong_conversion(self, figure: Figure) -> Figure | None:
        stated = self._beside(figure)
        if stated is None or not figure.unit or figure.kind == "money":
            return None
        if any(self._continues(f) and self._before(f) is figure for f in self.english):
            return None  # "5 feet 7 inches" is judged by neither half
        same_base = base_of(stated.unit)[0] == base_of(figure.unit)[0]
        temperatures = stated.kind == figure.kind == "temperature"
        if stated.unit == figure.unit or not (same_base or temperatures):
            return None
        return None if converts(stated, figure) else stated

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


def must_be_rendered(figure: Figure, text: str) -> bool:
    """May this figure not go missing (or be invented) in an honest translation?

    Small number words, ranks, halves and dates may: prose says "both", "again", "on Tuesday".
    """
    if figure.weak or figure.vague or figure.kind in ("name", "multiple", "ordinal"):
        return False
    if figure.value == 1 or _heads_item(figure, text) or text[figure.end : figure.end + 1] == "s":
        return False
    if figure.kind == "date":
        return any(m.year and m.month for m in figure.moments)
    if figure.kind in ("time", "percent", "points", "money"):
        return True
    return bool(figure.written.digits) or (figure.value or 0) > 12


def _heads_item(figure: Figure, text: str) -> bool:
    """Is this the number of a list item ("2. Do not log in")?"""
    first = not text[: figure.start].rpartition("\n")[2].strip()
    return first and text[figure.end : figure.end + 1] in (".", ")", "、", "．")


def _trifling(figure: Figure) -> bool:
    if not figure.weak or figure.written.halves or (figure.value or 0) > 2:
        return False
    return figure.value != 2 or not (figure.role or figure.unit or figure.counted)


#: Kinds of figures that a verb moves up or down.
_MOVED = ("percent", "points", "money", "multiple", "temperature")
_SIZES = {
    "number",
    "percent",
    "points",
    "money",
    "measure",
    "temperature",
    "duration",
    "fraction",
    "multiple",
    "ordinal",
}


def _comparable(source: Figure, target: Figure) -> bool:
    """Could one figure be a bad rendering of the other? Kinds and units must allow it."""
    kinds = {source.kind, target.kind}
    if "time" in kinds:
        return kinds <= {"time", "duration"} or kinds == {"time"}
    if "date" in kinds:
        return kinds == {"date"} or bool(kinds & {"number", "ordinal"})
    if not kinds <= _SIZES or source.vague != target.vague:
        return False
    if source.unit and target.unit and not compatible_units(source.unit, target.unit):
        return {source.kind, target.kind} == {"percent", "points"}
    return True


def _in_place(source: Figure, target: Figure, aligned: Alignment) -> bool:
    """Are these the only two figures of their kind left, and alike in all but size?"""
    alike = source.kind == target.kind and compatible_units(source.unit, target.unit)
    left = [f for f in aligned.source if f.kind == source.kind and not _trifling(f)]
    right = [f for f in aligned.target if f.kind == target.kind and not _trifling(f)]
    sure = bool(source.written.digits or target.written.digits or (target.value or 0) > 12)
    sure = sure or not (source.weak or target.weak)
    return alike and len(left) == len(right) == 1 and sure


def _exchange(a: Pair, b: Pair) -> str:
    """The operation, if two matched figures stand in each other's place."""
    if a.source is b.source or close(a.source.value or 0, b.source.value or 0):
        return ""
    if not a.source.part and b.source.part and a.target.part and not b.target.part:
        return "scope_inversion"
    roles = (a.source.role, b.source.role)
    if all(roles) and roles[0] != roles[1] and roles == (b.target.role, a.target.role):
        return "figures_swapped"
    return ""
