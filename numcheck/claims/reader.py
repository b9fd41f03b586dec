"""A document read whole: every figure with what its sentence, and its surroundings, say of it.

Only sentences with a figure are looked into, and those that such a sentence leans on: the one
before it for a time or place, its neighbours in a quotation for who speaks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from numcheck.claims import (
    dates,
    events,
    leaning,
    measure,
    modality,
    names,
    nouns,
    speakers,
    when,
    where,
    whose,
)
from numcheck.claims.cells import Cells, Heading
from numcheck.claims.days import Anchor
from numcheck.claims.phrase import lemma
from numcheck.claims.words import Words
from numcheck.extract import quantities
from numcheck.model import Claim, Document, Quantity, Reading, Span, When, Where, ZoneKind
from numcheck.text import zones as zoning
from numcheck.text.grammar import grammar
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.quotes import quotations
from numcheck.text.sentences import split_sentences
from numcheck.text.tables import find_tables

_QUANTITY_FIELDS = tuple(f.name for f in fields(Quantity))
_values_of = attrgetter(*_QUANTITY_FIELDS)
#: Kinds that are read for what they are and told no event, place or speaker.
_BARE = frozenset(("identifier",))
#: Kinds that happen to nobody: whose age it is says more than what they did.
_EVENTLESS = frozenset(("age", "score"))
_DATING = frozenset(("date", "year", "time", "ordinal", "measure", "temperature"))
_STORY_ZONES = frozenset(("lede", "body", "list", "pull-quote"))
_UNREAD_ZONES = frozenset(("boilerplate", "url", "not-for-publication"))
#: How far back a sentence may lean on another, in sentences.
_LEAN = 3


def read(document: Document, dated: When | None = None) -> Reading:
    """A document with every figure in it read as a claim.

    `dated` is the day it is taken to speak from if nothing in it says so.
    """
    return _Reader(document, dated).reading()


class _Sentence:
    """What is asked of one sentence, each answer worked out once and only when needed."""

    def __init__(self, reader: _Reader, index: int) -> None:
        self._reader = reader
        self.span = reader.sentences[index]
        self.index = index
        self.counted: list[tuple[Quantity, nouns.Counted]] = []

    @cached_property
    def words(self) -> Words:
        return Words(self._reader.text, self.span)

    @cached_property
    def events(self) -> events.Scene:
        return events.Scene(self.words)

    @cached_property
    def measures(self) -> measure.Wanted:
        return measure.wanted(self.words)

    @cached_property
    def places(self) -> list[where.Place]:
        return self._reader.atlas.places(self.words)

    @cached_property
    def speakers(self) -> list[speakers.Speaker]:
        return speakers.find(self.words)

    @cached_property
    def cumulative(self) -> Span | None:
        return when.is_cumulative(self.words)

    @cached_property
    def times(self) -> list[when.Mark]:
        before = self.day_before if self._leans else None
        found = self._reader.quantities_in(self.span)
        dated = [q for q in found if q.calendar is not None]
        return when.find(self.words, dated, self._reader.anchor, before)

    @cached_property
    def before(self) -> list[_Sentence]:
        """The sentences that this one leans on, the nearest first."""
        return self._reader.before(self.index)

    @cached_property
    def day_before(self) -> when.Mark | None:
        """The day last named before it; years and stretches are background, not news."""
        for earlier in self.before:
            if self._reader.may_name_day(earlier.span):
                days = [mark for mark in earlier.times if mark.is_day]
                if days:
                    return days[-1]
        return None

    @cached_property
    def place_before(self) -> where.Place | None:
        """The place last named before it in its paragraph."""
        for earlier in self.before:
            if not self._reader.same_paragraph(earlier.index, self.index):
                break
            if self._reader.may_name_place(earlier.span) and earlier.places:
                return min(earlier.places, key=lambda place: place.cost)
        return None

    @property
    def _leans(self) -> bool:
        lows = self.words.lows
        return "same" in lows or "that" in lows or "then" in lows


class _Reader:
    """One pass over one document."""

    def __init__(self, document: Document, dated: When | None) -> None:
        self.document = document
        self.text = document.text
        self.sentences = tuple(split_sentences(document.text))
        self.zones = zoning.divide(document)
        self.quantities = quantities(document)
        self.tables = document.tables or find_tables(document.text)
        self._cells = Cells(self.tables)
        self._starts = [sentence.start for sentence in self.sentences]
        self._zone_starts = [zone.start for zone in self.zones]
        self._quantity_starts = [quantity.start for quantity in self.quantities]
        self._read: dict[int, _Sentence] = {}
        self.quotations = tuple(quotations(document.text))
        self._quotation_starts = [quotation.start for quotation in self.quotations]
        self.names, self._titles = names.find(document.text)
        self._owners = whose.Names(self.names)
        self._places = [name.start for name in self.names if name.kind == "place"]
        self.anchor = dates.anchor_of(document, self.zones, self.quantities)
        if self.anchor.day is None and dated is not None and dated.end is not None:
            self.anchor = Anchor(dated.end, dated.end.year, dated.source, dated.text)
        self.atlas = self._atlas()

    def reading(self) -> Reading:
        claims = tuple(self._claim(quantity) for quantity in self.quantities)
        # Sentences know their reader: left alone, the pair would wait for the garbage collector.
        self._read.clear()
        return Reading(
            self.document,
            self.sentences,
            claims,
            self.zones,
            self.quotations,
            self.tables,
            self.names,
            self.anchor.as_when(),
        )

    def _atlas(self) -> where.Atlas:
        datelines = zoning.spans_of(self.zones, "dateline")
        head = zoning.spans_of(self.zones, "headline", "lede")
        line = self.text[datelines[0].start : datelines[0].end] if datelines else ""
        # A line that is a date alone names no city; a dateline's city stands in capitals.
        city = line if line[:3].isupper() else ""
        return where.Atlas(self.names, head[-1].end if head else 0, city)

    def sentence(self, index: int) -> _Sentence:
        if index not in self._read:
            self._read[index] = _Sentence(self, index)
        return self._read[index]

    def quantities_in(self, span: Span) -> Sequence[Quantity]:
        first = bisect_left(self._quantity_starts, span.start)
        return self.quantities[first : bisect_left(self._quantity_starts, span.end)]

    def _claim(self, quantity: Quantity) -> Claim:
        index = max(0, bisect_right(self._starts, quantity.start) - 1)
        facts: dict[str, Any] = dict(zip(_QUANTITY_FIELDS, _values_of(quantity), strict=True))
        facts["document"] = self.document.id
        facts["sentence"] = index
        facts["zone"] = self._zone(quantity.start)
        facts["quoted"] = self._quoted(quantity.start)
        if (heading := self._cells.heading(quantity.start)) is not None:
            return Claim(**(facts | self._in_table(quantity, heading)))
        inside = bool(self.sentences) and quantity.end <= self.sentences[index].end
        if inside and facts["zone"] not in _UNREAD_ZONES and quantity.kind not in _BARE:
            facts |= self._circumstances(self.sentence(index), quantity, facts)
        return Claim(**facts)

    def _in_table(self, quantity: Quantity, heading: Heading) -> dict[str, Any]:
        """A cell's noun is its column's, its owner its row's; it has no sentence to be asked."""
        evidence: dict[str, Span] = {}
        noun = entity = ""
        if heading.column is not None and quantity.calendar is None:
            evidence["noun"] = heading.column
            noun = self.text[heading.column.start : heading.column.end]
        if heading.row is not None:
            evidence["entity"] = heading.row
            entity = self.text[heading.row.start : heading.row.end]
        head = lemma(noun.split()[-1]) if noun else ""
        return {
            "zone": "table",
            "noun": noun,
            "head": head,
            "noun_class": noun_class(head),
            "entity": entity,
            "evidence": evidence,
        }

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._quotation_starts, offset) - 1
        return at >= 0 and offset < self.quotations[at].end

    def _circumstances(
        self, sentence: _Sentence, quantity: Quantity, known: dict[str, Any]
    ) -> dict[str, Any]:
        """Everything the copy says about a figure beyond its value."""
        words = sentence.words
        evidence: dict[str, Span] = {}
        counted = self._counted(sentence, quantity)
        head = counted.head if counted else ""
        if counted is not None:
            evidence["noun"] = Span(counted.start, counted.end)
        first, last = _extent(words, quantity, counted)
        event = None
        if quantity.kind not in _EVENTLESS and known["zone"] != "dateline":
            event = sentence.events.event(
                first, last, head, quantity.kind == "number", quantity.kind in _DATING
            )
        if event is not None:
            evidence["event"] = words.span(event.first, event.last)
        cue = modality.find(words, event, first, sentence.cumulative)
        if cue is not None:
            evidence["modality"] = cue.span
        how = measure.of(words, sentence.measures, quantity, first, last)
        whose_is = whose.owner(self.text, sentence.span, quantity, self._owners)
        if whose_is is not None:
            evidence["entity"] = whose_is[1]
        speaker = self._speaker(sentence, quantity, known["quoted"])
        if speaker is not None:
            evidence["said_by"] = speaker.span
        return {
            "kind": "count" if counted and quantity.kind == "number" else quantity.kind,
            "noun": counted.noun if counted else "",
            "head": head,
            "modifiers": counted.modifiers if counted else (),
            "noun_class": noun_class(head),
            "event": event.event if event else ("publish" if known["zone"] == "dateline" else ""),
            "modality": cue.modality if cue else "asserted",
            "role": how.role,
            "statistic": how.statistic,
            "per": how.per,
            "entity": whose_is[0] if whose_is else "",
            "where": self._where(sentence, quantity, evidence),
            "when": self._when(sentence, quantity, evidence),
            "said_by": self._owners.spoken_of(speaker.text, speaker.span.start, self._titles)
            if speaker
            else "",
            "evidence": evidence | how.evidence,
        }

    def _counted(self, sentence: _Sentence, quantity: Quantity) -> nouns.Counted | None:
        """What the figure counts: its own noun, or that of a figure before it in the sentence."""
        own = nouns.counted(self.text, sentence.span, quantity)
        if own is None:
            return leaning.inherited(self.text, quantity, sentence.counted)
        sentence.counted.append((quantity, own))
        return own

    def same_paragraph(self, first: int, second: int) -> bool:
        """Does no blank line stand between two sentences, the first before the second?"""
        gap = self.text[self.sentences[first].end : self.sentences[second].start]
        return gap.count("\n") < 2

    def before(self, index: int) -> list[_Sentence]:
        """The sentences that one leans on, the nearest first: of its paragraph, a few at most.

        A sentence that opens its paragraph leans on the end of the one before, because many
        desks make every sentence a paragraph.
        """
        found: list[_Sentence] = []
        floor = max(0, index - 2 * _LEAN)
        while index > floor and len(found) < _LEAN:
            if found and not self.same_paragraph(index - 1, index):
                break
            index -= 1
            if self._zone(self.sentences[index].start) in _STORY_ZONES:
                found.append(self.sentence(index))
        return found

    def _zone(self, offset: int) -> ZoneKind:
        return zoning.kind_at(self.zones, self._zone_starts, offset)

    def may_name_day(self, span: Span) -> bool:
        """Is it worth cutting a sentence into words to look for a day?"""
        return when.may_name_day(self.text, span) or any(
            quantity.calendar is not None for quantity in self.quantities_in(span)
        )

    def may_name_place(self, span: Span) -> bool:
        """Does a name in the sentence stand for a place?"""
        at = bisect_left(self._places, span.start)
        return at < len(self._places) and self._places[at] < span.end

    def _when(
        self, sentence: _Sentence, quantity: Quantity, evidence: dict[str, Span]
    ) -> When | None:
        cumulative = sentence.cumulative is not None
        if sentence.cumulative is not None:
            evidence["cumulative"] = sentence.cumulative
        mark = when.nearest(sentence.times, sentence.words, quantity.start)
        if mark is not None:
            evidence["when"] = mark.span
            return when.stated(mark, cumulative)
        if (earlier := sentence.day_before) is not None:
            evidence["when"] = earlier.span
            return when.inherited(earlier, cumulative)
        if cumulative:
            return When("", None, self.anchor.day, "stated", True)
        if self.anchor.day is not None:
            return When("", None, self.anchor.day, self.anchor.source)
        return None

    def _where(
        self, sentence: _Sentence, quantity: Quantity, evidence: dict[str, Span]
    ) -> Where | None:
        place = where.nearest(sentence.places, sentence.words, quantity.start, quantity.end)
        if place is not None:
            evidence["where"] = place.span
            return where.stated(place)
        if (place := sentence.place_before) is not None:
            evidence["where"] = place.span
            return where.inherited(place)
        return self.atlas.home()

    def _speaker(
        self, sentence: _Sentence, quantity: Quantity, quoted: bool
    ) -> speakers.Speaker | None:
        own = speakers.speaker_of(sentence.speakers, quantity.start)
        if own is not None:
            return own
        opening = sentence.words.lows[:2]
        if opening in (["of", "these"], ["of", "them"], ["of", "those"], ["among", "them"]):
            return next((s.speakers[-1] for s in sentence.before if s.speakers), None)
        return self._speaker_around(sentence) if quoted else None

    def _speaker_around(self, sentence: _Sentence) -> speakers.Speaker | None:
        """Who is quoted, if the sentence itself does not say: the tag after it, or before it."""
        ahead = sentence.index + 1
        follows = ahead < len(self.sentences) and self.same_paragraph(sentence.index, ahead)
        if follows and (following := self.sentence(ahead).speakers):
            return following[0]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _LEAN), -1):
            # A quotation of several paragraphs is tagged once.
            if said := self.sentence(index).speakers:
                return said[-1]
            if not self._quoted(self.sentences[index].end - 1):
                break
        return None


def _extent(words: Words, quantity: Quantity, counted: nouns.Counted | None) -> tuple[int, int]:
    """The first and the last word of a figure with its own noun, or with what it ranks."""
    end = quantity.end
    if counted is not None and not counted.inherited:
        end = max(end, counted.end)
    first = min(words.at(quantity.start), len(words) - 1)
    last = max(first, words.before(end) - 1)
    ranks = quantity.kind == "ordinal" and counted is None
    return first, _past_ranked(words, last) if ranks else last


def _past_ranked(words: Words, last: int) -> int:
    """The index of the noun that an ordinal ranks: "weekend" for "fifth consecutive weekend"."""
    end = last
    while end - last < 3 and words.low(end + 1).isalpha():
        if words.low(end + 1) in grammar.prepositions or words.low(end + 1) in grammar.finite:
            break
        end += 1
    return end


@compiled
def _noun_classes() -> dict[str, str]:
    return {
        noun: kind
        for kind, words in reversed(list(lexicon("nouns").items()))
        for noun in words.get("nouns", ())
    }


def noun_class(head: str) -> str:
    """The class of a counted noun by its lemma: "person" for "protester"; "" if unknown."""
    return _noun_classes().get(head, "")
