"""Reads the figures of a text in its own language, as values with kinds.

One engine for all languages: words come from the lexicons, so that what this module knows is
how figures are put together (numeral, unit, currency, bound, range), not how they are called.
"""

from __future__ import annotations

from dataclasses import replace

from numcheck.model import Span
from numcheck.translation.clock import read_clock
from numcheck.translation.context import Context, Placed
from numcheck.translation.dates import common_years, read_date
from numcheck.translation.figures import Figure, FigureKind, Moment, Range
from numcheck.translation.fractions import read_discount, read_fraction
from numcheck.translation.lexicon import load
from numcheck.translation.measures import and_half, half_counted, kind_of, measure, signed, tenths
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at, touch, without_hyphens
from numcheck.translation.numerals import numerals
from numcheck.translation.ordinals import read_century, read_ordinal
from numcheck.translation.ranges import read_range
from numcheck.translation.sharing import share
from numcheck.translation.tokens import Source, Token, prepare, tokens

#: Units that may stand behind a time in digits ("2:09:38 hours").
_TIMED = ("hour", "minute", "second")


def read_figures(text: str, language: str) -> list[Figure]:
    """The figures of a text in order; an unknown language is read by its digits alone.

    >>> [f.text for f in read_figures("Rund anderthalb Millionen Menschen", "de")]
    ['Rund anderthalb Millionen']
    """
    lexicon = load(language) or load("en")
    assert lexicon is not None
    source = prepare(text, lexicon)
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source, self.lexicon = source, source.lexicon
        self.nodes: list[Node] = without_hyphens(numerals(source, tokens(source)))
        self.figures: list[Placed] = []

    def read(self) -> list[Figure]:
        at = 0
        while at < len(self.nodes):
            found = self._figure(at)
            if found is None:
                at += 1
                continue
            self.figures.append(found)
            at = max(found[2], at + 1)
        shared = share(self.source, self.nodes, self.figures)
        return Context(self.source, self.nodes, shared).figures()

    # What begins at one node -------------------------------------------------------------

    def _figure(self, at: int) -> Placed | None:
        node = self.nodes[at]
        if node.mark("idiom"):
            return None
        return (
            self._name(at) or self._century(at) or self._date(at) or self._clock(at)
            or self._vague(at) or self._measured(at) or self._multiple(at) or self._fraction(at)
            or self._amount(at)
        )  # fmt: skip

    def _name(self, at: int) -> Placed | None:
        node = self.nodes[at]
        token = node.tokens[0] if isinstance(node, Numeral) else node
        return (self._make(at, at + 1, "name"), at, at + 1) if token.name else None

    def _century(self, at: int) -> Placed | None:
        number = read_century(self.source, self.nodes, at)
        if number is None:
            return None
        return self._make(at, at + 1, "ordinal", values=(Range(number, number),)), at, at + 1

    def _date(self, at: int) -> Placed | None:
        found = read_date(self.source, self.nodes, at)
        if found is None:
            return None
        moments, last, era = found
        values: tuple[Range, ...] = ()
        if all(m.month is None and m.day is None for m in moments):
            values = tuple(Range(m.year, m.year) for m in moments if m.year is not None)
        figure = self._make(at, last, "date", values=values, moments=moments)
        return replace(figure, era=era), at, last

    def _clock(self, at: int) -> Placed | None:
        if self.nodes[at].get("stopwatch") is not None:
            return self._stopwatch(at)
        found = read_clock(self.source, self.nodes, at)
        if found is None:
            return None
        return self._make(at, found.last, "time", moments=found.moments), at, found.last

    def _stopwatch(self, at: int) -> Placed:
        """How long, or when to the second: "2:09:38"."""
        seconds = float(self.nodes[at].get("stopwatch") or 0)
        after = node_at(self.nodes, at + 1)
        named = after is not None and after.get("units") in _TIMED and self._touching(at)
        last = at + 1 + named
        moments: tuple[Moment, ...] = ()
        if seconds % 1 == 0:  # to a part of a second nobody tells the time of day
            moments = (Moment(hour=int(seconds // 3600), minute=int(seconds % 3600 // 60)),)
        values = (Range(seconds, seconds),)
        figure = self._make(at, last, "duration", values=values, moments=moments, unit="second")
        return figure, at, last

    def _vague(self, at: int) -> Placed | None:
        node = self.nodes[at]
        spread = node.get("vague") if isinstance(node, Token) else None
        if spread is None:
            return self._decade(at)
        low, high = map(float, spread.split("-"))
        figure, last = self._with_unit(at, at + 1, (Range(low, high),))
        return replace(figure, vague=True), at, last

    def _decade(self, at: int) -> Placed | None:
        """An age or temperature by its tens: "in her 40s", 30代."""
        tens = self.nodes[at]
        if not isinstance(tens, Numeral) or tens.whole not in range(10, 100, 10):
            return None
        if not (self._is_mark(at + 1, "tens") and self.nodes[at + 1].start == tens.end):
            return None
        values = (Range(tens.values[0].low, tens.values[0].low + 9),)
        return replace(self._make(at, at + 2, "number", values=values), vague=True), at, at + 2

    def _measured(self, at: int) -> Placed | None:
        """A number with its unit in one word: عقدين is two decades, полвека half a century."""
        told = self.nodes[at].get("measures")
        if told is None:
            return self._one_and_half(at)
        number, unit = told.split()
        values = (Range(float(number), float(number)),)
        return self._make(at, at + 1, kind_of(unit), values=values, unit=unit), at, at + 1

    def _one_and_half(self, at: int) -> Placed | None:
        """A unit and half of it, where one is not said: "kilómetro y medio", ساعة ونصف."""
        unit = str(self.nodes[at].get("units") or "")
        halved = unit and self.lexicon.spaced and self._is_mark(at + 1, "and_half")
        if not halved or not self._touching(at) or kind_of(unit) == "percent":
            return None
        values = (Range(1.5, 1.5),)
        return self._make(at, at + 2, kind_of(unit), values=values, unit=unit), at, at + 2

    def _multiple(self, at: int) -> Placed | None:
        node = self.nodes[at]
        if isinstance(node, Token) and node.get("multiples") is not None:
            times = float(node.get("multiples"))
            return self._make(at, at + 1, "multiple", values=(Range(times, times),)), at, at + 1
        if isinstance(node, Numeral) and self._is_mark(at + 1, "fold") and self._touching(at):
            return self._make(at, at + 2, "multiple", values=node.values), at, at + 2
        off, last = read_discount(self.nodes, at)
        if off:
            figure = self._make(at, last, "percent", values=off, unit="percent")
            return figure, at, last
        return None

    def _fraction(self, at: int) -> Placed | None:
        found = read_fraction(self.source, self.nodes, at)
        if found is None:
            return None
        over, under, last = found
        share = over / under
        measured = self._share_of(at, last, share)
        if measured is not None:
            return measured
        figure = self._make(at, last, "fraction", values=(Range(share, share),))
        written = replace(figure.written, joined=(over, under))
        return replace(figure, written=written), at, last

    def _share_of(self, first: int, last: int, share: float) -> Placed | None:
        """A part of a unit or of a scale: "trois quarts d'heure", "ćwierć miliona"."""
        at = last + self._is_mark(last, "of")
        one = node_at(self.nodes, at)
        if isinstance(one, Numeral) and one.words and one.values[0].low == 1 and at > last:
            at += 1  # "of an hour"
        whole = node_at(self.nodes, at)
        if whole is None or not all(self._touching(i) for i in range(last - 1, at)):
            return None
        if isinstance(whole, Numeral):
            scaled = all(t.get("scales") is not None for t in whole.tokens) and whole.words
            values = (Range(share * whole.values[0].low, share * whole.values[0].low),)
            found = self._with_unit(first, at + 1, values) if scaled else None
            return None if found is None else (found[0], first, found[1])
        unit = str(whole.get("units") or "")
        if not unit or kind_of(unit) not in ("duration", "measure"):
            return None
        values = (Range(share, share),)
        return self._make(first, at + 1, kind_of(unit), values=values, unit=unit), first, at + 1

    # Amounts: numeral or range with its unit ---------------------------------------------

    def _amount(self, at: int) -> Placed | None:
        node = self.nodes[at]
        if not isinstance(node, Numeral):
            return None
        last, values = at + 1, node.values
        if not node.ordinal:
            last, values = read_range(self.source, self.nodes, at)
            if last > at + 1 and self._is_day(last - 1):
                last, values = at + 1, node.values  # "3 to 12 July" are two days
        ordinal = self._ordinal(at, node.values) if last == at + 1 else None
        if ordinal is not None:
            return ordinal
        figure, last = self._with_unit(at, last, values)
        if self._uncounted(figure, node, last):
            return None
        if node.fraction and not figure.unit:
            figure = replace(figure, kind="fraction")
        return self._as_year(figure), at, last

    def _is_day(self, at: int) -> bool:
        day = read_date(self.source, self.nodes, at)
        return day is not None and bool(day.moments[0].month and day.moments[0].day)

    def _as_year(self, figure: Figure) -> Figure:
        """A bare number that may be a year of the language's own calendar ("انقلاب ۱۳۵۷")."""
        value = figure.value or 0
        written = figure.written
        if figure.kind != "number" or not written.digits.isdecimal() or written.scale > 1:
            return figure
        if value not in self.lexicon.calendar_years:
            return figure
        years = common_years(int(value), "", self.lexicon)
        return replace(figure, values=(*figure.values, *(Range(y, y) for y in years)))

    def _uncounted(self, figure: Figure, node: Numeral, last: int) -> bool:
        """Korean 이 is two only before a counter, and "this" or a particle elsewhere."""
        if not self.lexicon.has("needs_counter") or not node.words or figure.unit or node.fraction:
            return False
        alone = len(node.tokens) == 1 or self.lexicon.spaced
        return alone and not (self._is_mark(last, "counter") and self._touching(last - 1))

    def _ordinal(self, at: int, values: tuple[Range, ...]) -> Placed | None:
        first, last = read_ordinal(self.source, self.nodes, at)
        if first == last:
            return None
        return self._make(first, last, "ordinal", values=values), at, last

    def _with_unit(self, first: int, last: int, values: tuple[Range, ...]) -> tuple[Figure, int]:
        """The figure with currency, unit and sign, and the node after its last."""
        last, values = half_counted(self.nodes, last, values)
        beside = measure(self.source, self.nodes, first, last, free=not self._used(first - 1))
        values = signed(self.source, self.nodes, beside, values)
        beside, values = tenths(self.source, self.nodes, beside, values)
        last, values = and_half(self.nodes, beside, values)
        figure = self._make(beside.first, last, beside.kind, values=values, unit=beside.unit)
        return figure, last

    def _used(self, at: int) -> bool:
        return bool(self.figures) and self.figures[-1][2] > at

    # Small helpers -----------------------------------------------------------------------

    def _is_mark(self, at: int, mark: str) -> bool:
        return is_mark(self.nodes, at, mark)

    def _touching(self, at: int) -> bool:
        return touch(self.source, self.nodes[at], self.nodes[at + 1])

    def _make(
        self, first: int, last: int, kind: FigureKind, *, values: tuple[Range, ...] = (),
        moments: tuple[Moment, ...] = (), unit: str = "",
    ) -> Figure:  # fmt: skip
        start, end = self.nodes[first].start, self.nodes[last - 1].end
        numeral = next((n for n in self.nodes[first:last] if isinstance(n, Numeral)), None)
        figure = Figure(
            start, end, self.source.text[start:end], kind, values, moments, unit,
            language=self.lexicon.code,
        )  # fmt: skip
        if numeral is None:
            return figure
        bound = "about" if numeral.about else "exact"
        return replace(
            figure, numeral=Span(numeral.start, numeral.end), written=numeral.written, bound=bound
        )
