"""Names the garble that would turn one figure into another, for people to weigh.

It never says which of two figures is right; it says "would be explained by".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from numcheck.model import Garble, Interval
from numcheck.translation.detect import detect
from numcheck.translation.digits import digit_values
from numcheck.translation.edits import text_of
from numcheck.translation.figures import Figure, Range, Written
from numcheck.translation.foreign import read_figures
from numcheck.translation.operations import explain
from numcheck.translation.same import close, same

Value = float | int | str


def diagnose(correct: Value, garbled: Value, *, language: str = "") -> list[Garble]:
    """The single operations that turn `correct` into `garbled`, best first; empty if none does.

    Figures are numbers or text in any language read ("৪৮", "5 lakh", "halb acht", "$3bn");
    `language` is that of `correct`, found from its words where not given.

    >>> [g.operation for g in diagnose(774, 74)], diagnose(25, 68)
    (['digit_drop'], [])
    """
    source = _figures(correct, language)
    target = _figures(garbled, "en" if not isinstance(garbled, str) else _language(garbled, "en"))
    if not source or not target:
        return []
    if len(source) == len(target) == 2:
        swap = exchanged(source, target)
        return [replace(g, explanation=_sentence(correct, garbled, g.explanation)) for g in swap]
    found = [g for a in _readings(source[0]) for g in explain(a, target[0])]
    if not _despite_equality(found) and same(source[0], target[0]):
        found = []
    unique: dict[str, Garble] = {}
    for garble in found:
        told = _sentence(correct, garbled, garble.explanation)
        unique.setdefault(garble.operation, replace(garble, explanation=told))
    return sorted(unique.values(), key=lambda g: g.cost)


def _despite_equality(found: Sequence[Garble]) -> bool:
    """Labels or separators differ although some reading of the sizes agrees."""
    return any(g.cost <= 1.0 or g.operation == "separator_confusion" for g in found)


def exchanged(source: Sequence[Figure], target: Sequence[Figure]) -> list[Garble]:
    """The garble of two figures that changed places, as whole and part or as two counts."""
    (a, b), (c, d) = source, target
    if None in (a.value, b.value, c.value, d.value) or not _crossed(a, b, c, d):
        return []
    if any(f.part for f in (a, b, c, d)):
        return [Garble("scope_inversion", "whole and part changed places")]
    return [Garble("figures_swapped", "the two figures changed places")]


def _crossed(a: Figure, b: Figure, c: Figure, d: Figure) -> bool:
    return (
        close(a.value or 0, d.value or 0)
        and close(b.value or 0, c.value or 0)
        and not close(a.value or 0, b.value or 0)
    )


def _figures(value: Value, language: str) -> list[Figure]:
    if isinstance(value, str):
        known = _language(value, language)
        found = [f for f in read_figures(value, known or "en") if f.kind != "name"]
        return [_day_first(replace(f, language=known)) for f in found if not f.weak] or found
    number = float(value)
    written = Written(digits=text_of(number), mantissa=number)
    return [Figure(0, 0, text_of(number), "number", (Range(number, number),), written=written)]


def _language(text: str, given: str) -> str:
    return given if given and given != "en" else detect(text) or given


def _day_first(figure: Figure) -> Figure:
    """A date in digits read as most of the world does, so that its garble can be seen."""
    months = {moment.month for moment in figure.moments}
    if figure.kind != "date" or len(months) < 2:
        return figure
    return replace(figure, moments=figure.moments[-1:])


def _readings(figure: Figure) -> list[Figure]:
    """The figure, and where its digits may be read in another way, that way, too."""
    digits = figure.written.digits
    if not digits or figure.kind in ("date", "time") or figure.written.scale > 1:
        return [figure]
    others = [v for v in digit_values(digits, None) if all(v != r.low for r in figure.values)]
    return [figure] + [replace(figure, values=(Range(v, v),)) for v in others]


def _sentence(correct: Value, garbled: Value, how: str) -> str:
    return f"{_shown(garbled)} would be explained by {_shown(correct)} if {how}"


def _shown(value: Value) -> str:
    return f"“{value}”" if isinstance(value, str) else f"{value:,}"


def restores(pair: tuple[Interval, Interval], others: Iterable[tuple[str, Interval]]) -> int | None:
    """Which of two conflicting figures fits the rest of the story: 0, 1, or None if not just one.

    `others` are the story's other figures as (relation, interval): "at_most" where this figure
    may not exceed the other (a part of it), "at_least" where it may not stay below it (its own
    part), "equal" where both tell one thing. A fit is no proof; callers should say "fits".

    >>> restores((Interval(84, 84), Interval(774, 774)), [("at_least", Interval(500, 500))])
    1
    """
    known = list(others)
    fits = [all(_fits(one, relation, other) for relation, other in known) for one in pair]
    if not known or fits[0] == fits[1]:
        return None
    return fits.index(True)


def _fits(one: Interval, relation: str, other: Interval) -> bool:
    if relation == "at_most":
        return one.low <= other.high
    if relation == "at_least":
        return one.high >= other.low
    return one.overlaps(other)
