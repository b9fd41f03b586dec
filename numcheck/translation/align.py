"""Which figure of the translation renders which figure of the source.

Equal figures are paired first, in order; then those that agree in size and differ in label;
then a range with its two ends, or a date with its parts. What is left over is for the
operations to explain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from numcheck.translation.compounds import take_compounds
from numcheck.translation.figures import Figure, Range
from numcheck.translation.reckoning import take_worked_out
from numcheck.translation.rounding import is_rounded
from numcheck.translation.same import close, in_other_unit, same, same_value


class Pair(NamedTuple):
    """A figure of the source with the one of the translation that renders it."""

    source: Figure
    target: Figure


class Split(NamedTuple):
    """A range of one side with the figures that tell its ends on the other."""

    whole: Figure
    low: Figure
    high: Figure


@dataclass(slots=True)
class Alignment:
    """Pairs that say the same (labels aside, for those in `relabelled`), and what is left.

    `split` are the ranges that stand as two figures on the other side.
    """

    pairs: list[Pair] = field(default_factory=list)
    relabelled: list[Pair] = field(default_factory=list)
    split: list[Split] = field(default_factory=list)
    source: list[Figure] = field(default_factory=list)
    target: list[Figure] = field(default_factory=list)


Test = Callable[[Figure, Figure], bool]


def align(source: Sequence[Figure], target: Sequence[Figure]) -> Alignment:
    """Pairs the figures of two texts; names are compared with nothing."""
    found = Alignment(
        source=[f for f in source if f.kind != "name"],
        target=[f for f in target if f.kind != "name"],
    )
    lengths = (_end(source), _end(target))
    take_compounds(found.source, found.target)
    take_compounds(found.target, found.source)
    found.pairs += _take(found, same, lengths)
    found.relabelled += _take(found, _same_size, lengths)
    found.pairs += _take(found, in_other_unit, lengths)
    found.pairs += _take(found, is_rounded, lengths)
    found.split += _take_ends(found.source, found.target)
    found.split += _take_ends(found.target, found.source)
    _take_shares(found.source, found.target)
    _take_shares(found.target, found.source)
    take_worked_out(found.source, found.target, source)
    _drop_echoes(found, source, target)
    return found


def _end(figures: Sequence[Figure]) -> int:
    return max((f.end for f in figures), default=1)


def _same_size(a: Figure, b: Figure) -> bool:
    """Do two figures have one size, whatever they measure? Small numbers prove nothing."""
    if a.weak or b.weak or a.kind in ("date", "time") or b.kind in ("date", "time"):
        return False
    return same_value(a, b, labels=False)


def _take(found: Alignment, test: Test, lengths: tuple[int, int]) -> list[Pair]:
    """Pairs that pass the test, the nearest in kind and order first; takes them off the lists."""
    ranked = sorted(
        (_distance(a, b, lengths), i, j)
        for i, a in enumerate(found.source)
        for j, b in enumerate(found.target)
        if test(a, b)
    )
    sources, targets, pairs = set[int](), set[int](), []
    for _, i, j in ranked:
        if i not in sources and j not in targets:
            sources.add(i)
            targets.add(j)
            pairs.append(Pair(found.source[i], found.target[j]))
    found.source = [f for i, f in enumerate(found.source) if i not in sources]
    found.target = [f for j, f in enumerate(found.target) if j not in targets]
    return sorted(pairs, key=lambda pair: pair.source.start)


def _distance(a: Figure, b: Figure, lengths: tuple[int, int]) -> float:
    """How unlike two equal figures stand: other kind, other noun, other place in the text."""
    away = abs(a.start / lengths[0] - b.start / lengths[1])
    other_kind = a.kind != b.kind or a.weak != b.weak
    other_role = bool(a.role and b.role and a.role != b.role)
    return other_kind + 0.5 * other_role + 0.5 * (a.bound != b.bound) + away


def _take_ends(ranges: list[Figure], singles: list[Figure]) -> list[Split]:
    """Takes off the ranges of one side that stand as two figures on the other."""
    taken = []
    for whole in [f for f in ranges if f.values and not f.values[0].single and not f.vague]:
        low = _end_of(whole, whole.values[0].low, singles)
        high = _end_of(whole, whole.values[0].high, singles)
        if low is not None and high is not None and low is not high:
            ranges.remove(whole)
            singles.remove(low)
            singles.remove(high)
            taken.append(Split(whole, low, high))
    return taken


def _end_of(whole: Figure, value: float, singles: list[Figure]) -> Figure | None:
    """The figure that tells one end of a range, in its unit or in another of its measure."""
    told = replace(whole, values=(Range(value, value),), bound="exact")
    return _holding(singles, value) or next((f for f in singles if same(f, told)), None)


def _take_shares(shares: list[Figure], singles: list[Figure]) -> None:
    """ "One in three" that stands as two figures on the other side ("3人に1人")."""
    for share in [f for f in shares if f.kind == "fraction" and len(f.written.joined) == 2]:
        over, under = (_holding(singles, part) for part in share.written.joined)
        one, of = share.written.joined
        unsaid = one == 1 and of >= 10  # 一百个人里只有一个: "one" is not read in idioms
        if under is not None and over is not under and (over is not None or unsaid):
            shares.remove(share)
            singles.remove(under)
            if over is not None:
                singles.remove(over)


def _holding(figures: list[Figure], value: float) -> Figure | None:
    return next(
        (f for f in figures if any(r.single and close(r.low, value) for r in f.values)), None
    )


def _drop_echoes(found: Alignment, source: Sequence[Figure], target: Sequence[Figure]) -> None:
    """Takes off what the other side says elsewhere: repeated figures, the year of a date."""
    found.source = [f for f in found.source if not _said(f, _spoken(target, found.target))]
    found.target = [f for f in found.target if not _said(f, _spoken(source, found.source))]


def _spoken(figures: Sequence[Figure], left: Sequence[Figure]) -> list[Figure]:
    """The figures of one side that the other renders, and those that prove nothing."""
    return [f for f in figures if f.weak or f not in left]


def _said(figure: Figure, others: Sequence[Figure]) -> bool:
    digits = figure.written.digits
    if digits and any(other.kind == "name" and other.text == digits for other in others):
        return True  # "Boeing 737", «Боинг-737»
    if any(other.era and other.written.mantissa == figure.value for other in others):
        return True  # "1922 (1340 in the Islamic calendar)"
    if any(other.kind != "name" and same(figure, other) for other in others):
        return True
    spoken = {n for other in others for m in other.moments for n in (m.year, m.day) if n}
    spoken |= {int(end) for other in others for r in other.values if not r.single for end in r}
    if any(m.month for m in figure.moments):
        return False
    wanted = {n for m in figure.moments for n in (m.year, m.day) if n}
    wanted |= {int(r.low) for r in figure.values if r.single and r.low % 1 == 0 and not figure.unit}
    return bool(wanted & spoken)
