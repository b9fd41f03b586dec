"""Calendar dates of any language, as the days they may mean.

A date is a month's name with what stands around it, numbers with day, month and year signs,
or digits with strokes. Years of other eras are given in the common one.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.translation import calendars
from numcheck.translation.figures import Moment
from numcheck.translation.lexicon import Lexicon
from numcheck.translation.nodes import Node, Numeral
from numcheck.translation.tokens import Source

_CLOSE = pattern(r"[\s.\-]{0,2}$")
_NEAR = pattern(r"[\s.,\-]{0,3}$")
#: "90年代" is the 1990s; the 2010s are written out.
_CENTURY = 1900
_YEARS = range(1000, 2701)
_MONTHS = range(1, 13)
_DAYS = range(1, 32)


class Day(NamedTuple):
    """A date with the era it was written in and the node after its last."""

    moments: tuple[Moment, ...]
    last: int
    era: str = ""


def common_years(year: int, era: str, lexicon: Lexicon) -> tuple[int, ...]:
    """A year of the named era, or of the one its language uses for such numbers."""
    if era == calendars.HIJRI:
        return calendars.lunar_years(year) if 1 <= year <= 2000 else ()
    if not era and year in lexicon.calendar_years:
        era = str(lexicon.calendar)
    if era:
        offset = int(era)
        return (year + offset, year + offset + 1)[: 1 + (offset in calendars.BROKEN_YEARS)]
    return (year,)


def read_date(source: Source, nodes: list[Node], at: int) -> Day | None:
    """The date that begins at this node."""
    node = nodes[at]
    parts = node.get("iso_date") or node.get("numeric_date")
    if parts:
        moments = _numeric(parts, node.get("iso_date") is None, source.lexicon)
        return Day(moments, at + 1) if moments else None
    return _SignedDate(source, nodes, at).read() or _MonthDate(source, nodes, at).read()


def _numeric(parts: tuple[int, int, int], unsure: bool, lexicon: Lexicon) -> tuple[Moment, ...]:
    """The dates of "03/10/2020": day first, but both orders where the language is not sure."""
    year, month, day = parts
    orders = [(month, day)]
    if unsure and (lexicon.has("month_first") or (day in _MONTHS and month not in _MONTHS)):
        orders.insert(0, (day, month))
    valid = [(m, d) for m, d in orders if m in _MONTHS and d in _DAYS]
    years = common_years(year, "", lexicon)
    return tuple(Moment(y, m, d) for m, d in valid for y in years)


class _SignedDate:
    """2023年1月31日, 令和6年, พ.ศ. 2561, 1971 সালে: each number has its sign."""

    def __init__(self, source: Source, nodes: list[Node], at: int) -> None:
        self.source, self.nodes, self.start, self.at = source, nodes, at, at
        self.era = ""
        self.fields: dict[str, int] = {}

    def read(self) -> Day | None:
        if self.nodes[self.at].get("eras") is not None:
            self.era = str(self.nodes[self.at].get("eras"))
            self.at += 1
        while self.at < len(self.nodes) and self._close(self.at) and self._field():
            pass
        if not self.fields or (self.era and "year" not in self.fields):
            return None
        years: tuple[int | None, ...] = (None,)
        if "year" in self.fields:
            years = common_years(self.fields["year"], self.era, self.source.lexicon)
        month, day = self.fields.get("month"), self.fields.get("day")
        return Day(tuple(Moment(y, month, day) for y in years), self.at, self.era)

    def _close(self, at: int) -> bool:
        if at == self.start:
            return True
        return bool(_CLOSE.match(self.source.gap(self.nodes[at - 1].end, self.nodes[at].start)))

    def _field(self) -> bool:
        """Takes one more number with its sign; False where there is none."""
        if self.era and self.nodes[self.at].mark("first_year"):
            self.fields["year"] = 1
            self.at += 1
            return True
        announced = self.nodes[self.at].mark("year_before")
        at = self.at + announced
        if at >= len(self.nodes) or (announced and not self._close(at)):
            return False
        node = self.nodes[at]
        value = node.whole if isinstance(node, Numeral) else None
        if value is None:
            return False
        return self._signed(value, at) or self._bare_year(value, at, announced)

    def _signed(self, value: int, at: int) -> bool:
        if at + 1 >= len(self.nodes):
            return False
        sign = self.nodes[at + 1]
        if self.source.gap(self.nodes[at].end, sign.start).strip():
            return False
        if sign.get("eras") is not None and not self.fields and 1 <= value <= 2700:
            self.era, self.fields["year"], self.at = str(sign.get("eras")), value, at + 2
            return True
        year_sign = sign.mark("year_mark") and (bool(self.era) or value in _YEARS)
        if sign.mark("decade_mark"):
            year_sign, value = True, value if value in _YEARS else value + _CENTURY
        signs = (
            ("year", year_sign),
            ("month", sign.mark("month_mark") and value in _MONTHS),
            ("day", sign.mark("day_mark") and value in _DAYS),
        )
        for name, holds in signs:
            if holds and name not in self.fields:
                self.fields[name] = value
                self.at = at + 2
                return True
        return False

    def _bare_year(self, value: int, at: int, announced: bool) -> bool:
        if "year" in self.fields or not (self.era or (announced and value in _YEARS)):
            return False
        self.fields["year"] = value
        self.at = at + 1
        return True


class _MonthDate:
    """5 May 2021, October 5, ১৬ ডিসেম্বর: a month's name with day and year around it."""

    def __init__(self, source: Source, nodes: list[Node], at: int) -> None:
        self.source, self.nodes, self.at = source, nodes, at
        self.day: int | None = None
        self.year: int | None = None

    def read(self) -> Day | None:
        month_at = self._month_ahead()
        if month_at is None:
            return None
        for node in self.nodes[self.at : month_at]:
            self._take(node, after=False, comma=False)
        last = self._after(month_at + 1)
        if self.day is None and self.year is None and not self._stands_alone(month_at):
            return None
        moments = self._moments(self.nodes[month_at])
        return Day(moments, last) if moments else None

    def _stands_alone(self, at: int) -> bool:
        """Is this a month without a day? English "may" and "march" are other words, too."""
        if not self.source.lexicon.has("months_are_words"):
            return at == self.at
        start = self.nodes[at].start
        before = self.source.text[:start].rstrip()[-1:]
        return self.source.text[start].isupper() and before not in ("", ".", "!", "?", '"', "“")

    def _moments(self, month: Node) -> tuple[Moment, ...]:
        elsewhere = month.get("months_elsewhere")
        if elsewhere is not None:
            offset = self.source.lexicon.calendar
            return tuple(calendars.solar(str(elsewhere), offset, self.year, self.day))
        if month.get("months_lunar") is not None:
            return tuple(calendars.lunar(int(month.get("months_lunar") or 1), self.year, self.day))
        years: tuple[int | None, ...] = (None,)
        if self.year is not None:
            years = common_years(self.year, "", self.source.lexicon)
        named = int(month.get("months"))  # type: ignore[arg-type]
        return tuple(Moment(y, named, self.day) for y in years)

    def _take(self, node: Node, *, after: bool, comma: bool) -> bool:
        """Takes a number as day or year; a comma after the month leads to a year only."""
        value = node.whole if isinstance(node, Numeral) else None
        if value in _DAYS and self.day is None and not comma and (not after or self.year is None):
            self.day = value
        elif value in _YEARS and self.year is None:
            self.year = value
        else:
            return False
        return True

    def _after(self, at: int) -> int:
        """Past the last node after the month that belongs to the date."""
        last = at
        while at < len(self.nodes) and at - last < 3:
            gap = self.source.gap(self.nodes[at - 1].end, self.nodes[at].start)
            if not _NEAR.match(gap):
                break
            if self._take(self.nodes[at], after=True, comma="," in gap):
                last = at + 1
            elif not any(map(self.nodes[at].mark, _BETWEEN)):
                break
            at += 1
            if self.nodes[at - 1].mark("ordinal_suffix") or self.nodes[at - 1].mark("year_mark"):
                last = at
        return last

    def _month_ahead(self) -> int | None:
        """The month that this node is part of the date of: itself, or after day and year."""
        first = self.nodes[self.at]
        if _is_month(first):
            return self.at
        before = first.whole if isinstance(first, Numeral) else None
        if before is None:
            return None
        for ahead in range(self.at + 1, min(self.at + 6, len(self.nodes))):
            node = self.nodes[ahead]
            if not _CLOSE.match(self.source.gap(self.nodes[ahead - 1].end, node.start)):
                return None
            if _is_month(node):
                return ahead
            if isinstance(node, Numeral):
                if node.whole not in _DAYS or before in _DAYS:
                    return None
            elif not any(map(node.mark, _BETWEEN)):
                return None
        return None


def _is_month(node: Node) -> bool:
    return any(node.get(kind) is not None for kind in _MONTH_KINDS)


_MONTH_KINDS = ("months", "months_elsewhere", "months_lunar")
_BETWEEN = ("of", "year_mark", "year_before", "ordinal_suffix", "day_after")
