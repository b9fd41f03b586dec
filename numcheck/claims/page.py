"""A document before its figures are read: its parts, names and quantities, to be asked by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from numcheck.claims import dates, names, where, whose
from numcheck.claims.cells import Cells
from numcheck.claims.days import Anchor
from numcheck.extract import quantities
from numcheck.model import Document, Quantity, Span, When, ZoneKind
from numcheck.text import zones as zoning
from numcheck.text.quotes import quotations
from numcheck.text.sentences import split_sentences
from numcheck.text.tables import find_tables


class Page:
    """One document with everything in it that no single figure is needed for.

    `dated` is the day it is taken to speak from if nothing in it says so.
    """

    def __init__(self, document: Document, dated: When | None) -> None:
        self.document = document
        self.text = text = document.text
        self.sentences = tuple(split_sentences(text))
        self.zones = zoning.divide(document)
        self.quantities = quantities(document)
        self.quotations = tuple(quotations(text))
        self.tables = document.tables or find_tables(text)
        self.cells = Cells(self.tables)
        self.names, self.titles = names.find(text)
        self.owners = whose.Names(self.names)
        self.anchor = dates.anchor_of(document, self.zones, self.quantities)
        if self.anchor.day is None and dated is not None and dated.end is not None:
            self.anchor = Anchor(dated.end, dated.end.year, dated.source, dated.text)
        self.atlas = self._atlas()
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._zone_starts = [zone.start for zone in self.zones]
        self._quotation_starts = [quotation.start for quotation in self.quotations]
        self._quantity_starts = [quantity.start for quantity in self.quantities]
        self._places = [name.start for name in self.names if name.kind == "place"]

    def _atlas(self) -> where.Atlas:
        datelines = zoning.spans_of(self.zones, "dateline")
        head = zoning.spans_of(self.zones, "headline", "lede")
        line = self.text[datelines[0].start : datelines[0].end] if datelines else ""
        # A line that is a date alone names no city; a dateline's city stands in capitals.
        city = line if line[:3].isupper() else ""
        return where.Atlas(self.names, head[-1].end if head else 0, city)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at an offset, or of the last one that began before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def zone_at(self, offset: int) -> ZoneKind:
        return zoning.kind_at(self.zones, self._zone_starts, offset)

    def is_quoted(self, offset: int) -> bool:
        at = bisect_right(self._quotation_starts, offset) - 1
        return at >= 0 and offset < self.quotations[at].end

    def quantities_in(self, span: Span) -> Sequence[Quantity]:
        first = bisect_left(self._quantity_starts, span.start)
        return self.quantities[first : bisect_left(self._quantity_starts, span.end, first)]

    def names_place(self, span: Span) -> bool:
        """Does a name in the span stand for a place?"""
        at = bisect_left(self._places, span.start)
        return at < len(self._places) and self._places[at] < span.end

    def same_paragraph(self, first: int, second: int) -> bool:
        """Does no blank line stand between two sentences, the first before the second?"""
        return self.text.count("\n", self.sentences[first].end, self.sentences[second].start) < 2
