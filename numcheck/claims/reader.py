"""A document read whole: every figure with what its sentence, and its surroundings, say of it."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from numcheck.claims import (
    leaning,
    measure,
    modality,
    nouns,
    when,
    where,
    whose,
    whose_place,
    whose_time,
)
from numcheck.claims.cells import Heading
from numcheck.claims.events import Before
from numcheck.claims.nouns import noun_class
from numcheck.claims.page import Page
from numcheck.claims.phrase import lemma
from numcheck.claims.sentence import Sentence, Sentences
from numcheck.claims.speakers import PRONOUNS, Speaker
from numcheck.claims.words import Words
from numcheck.model import Claim, Document, Quantity, Reading, Span, When, Where
from numcheck.text.grammar import grammar

_FIELDS = [field.name for field in fields(Quantity)]
_KIND = _FIELDS.index("kind")
#: A claim begins with the fields of its quantity in their order; of its kind, the noun may tell.
_before_kind, _after_kind = attrgetter(*_FIELDS[:_KIND]), attrgetter(*_FIELDS[_KIND + 1 :])
#: Kinds that are read for what they are and told no event, place or speaker.
_BARE = frozenset(("identifier",))
#: Kinds that happen to nobody: whose age it is says more than what they did.
_EVENTLESS = frozenset(("age", "score"))
_UNREAD_ZONES = frozenset(("boilerplate", "url", "not-for-publication"))


def read(document: Document, dated: When | None = None) -> Reading:
    """A document with every figure in it read as a claim.

    `dated` is the day it is taken to speak from if nothing in it says so.
    """
    page = Page(document, dated)
    return Reading(
        document,
        page.sentences,
        _Reader(page).claims(),
        page.zones,
        page.quotations,
        page.tables,
        page.names,
        page.anchor.as_when(),
    )


class _Reader:
    """From the quantities of one page to claims."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sentences = Sentences(page)

    def claims(self) -> tuple[Claim, ...]:
        """A claim for each figure, in order."""
        claims = tuple(map(self._claim, self.page.quantities))
        self.sentences.clear()
        return claims

    def _claim(self, quantity: Quantity) -> Claim:
        page, start = self.page, quantity.start
        index, zone = page.sentence_at(start), page.zone_at(start)
        told: dict[str, Any] = {"zone": zone, "quoted": page.is_quoted(start)}
        if (heading := page.cells.heading(start)) is not None:
            told |= self._in_table(quantity, heading)
        elif zone not in _UNREAD_ZONES and self._is_read(quantity, index):
            told |= self._circumstances(quantity, self.sentences[index], told)
        kind = told.pop("kind", quantity.kind)
        facts = (*_before_kind(quantity), kind, *_after_kind(quantity), page.document.id, index)
        return Claim(*facts, **told)

    def _is_read(self, quantity: Quantity, index: int) -> bool:
        """Is it a figure to be told more of, and whole in the sentence at an index?"""
        sentences = self.page.sentences
        return quantity.kind not in _BARE and quantity.end <= sentences[index].end

    def _in_table(self, quantity: Quantity, heading: Heading) -> dict[str, Any]:
        """A cell's noun is its column's, its owner its row's; it has no sentence to be asked."""
        evidence: dict[str, Span] = {}
        noun = entity = ""
        if heading.column is not None and quantity.calendar is None:
            evidence["noun"] = heading.column
            noun = self.page.text[heading.column.start : heading.column.end]
        if heading.row is not None:
            evidence["entity"] = heading.row
            entity = self.page.text[heading.row.start : heading.row.end]
        head = lemma(noun.split()[-1]) if noun else ""
        return {
            "zone": "table",
            "noun": noun,
            "head": head,
            "noun_class": noun_class(head),
            "entity": entity,
            "evidence": evidence,
        }

    def _circumstances(
        self, quantity: Quantity, sentence: Sentence, known: dict[str, Any]
    ) -> dict[str, Any]:
        """Everything the copy says about a figure beyond its value."""
        page, words = self.page, sentence.words
        evidence: dict[str, Span] = {}
        counted = self._counted(quantity, sentence)
        head = counted.head if counted else ""
        if counted is not None:
            evidence["noun"] = Span(counted.start, counted.end)
        first, last = _extent(words, quantity, counted)
        event = None
        if quantity.kind not in _EVENTLESS and known["zone"] != "dateline":
            before = sentence.happened.get(quantity.kind)
            event = sentence.events.event(first, last, head, quantity.kind, before)
        if event is not None:
            sentence.happened[quantity.kind] = Before(event, last)
            evidence["event"] = words.span(event.first, event.last)
        cue = modality.find(words, event, first, sentence.cumulative)
        if cue is not None:
            evidence["modality"] = cue.span
        how = measure.of(words, sentence.measures, quantity, first, last)
        said = [speaker.span for speaker in sentence.speakers]
        owner = whose.owner(page.text, sentence.span, quantity, page.owners, said)
        if owner is not None:
            evidence["entity"] = owner[1]
        speaker = sentence.speaker_of(quantity.start, known["quoted"])
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
            "entity": owner[0] if owner else "",
            "where": self._where(quantity, sentence, evidence),
            "when": self._when(quantity, sentence, evidence),
            "said_by": self._named(speaker, sentence) if speaker else "",
            "evidence": evidence | how.evidence,
        }

    def _counted(self, quantity: Quantity, sentence: Sentence) -> nouns.Counted | None:
        """What the figure counts: its own noun, or that of a figure before it in the sentence."""
        own = nouns.counted(self.page.text, sentence.span, quantity)
        if own is None:
            return leaning.inherited(self.page.text, quantity, sentence.counted)
        sentence.counted.append((quantity, own))
        return own

    def _named(self, speaker: Speaker, sentence: Sentence) -> str:
        """The name behind a speaker's words, where the copy tells: who "he" is, or "the mayor"."""
        page, at = self.page, speaker.span
        if speaker.text.lower() in PRONOUNS and sentence.span.start <= at.start:
            earlier = sentence.speaker_before
            if earlier is not None and (name := page.owners.person_in(earlier.span)):
                return name
        return page.owners.spoken_of(speaker.text, at.start, page.titles)

    def _when(
        self, quantity: Quantity, sentence: Sentence, evidence: dict[str, Span]
    ) -> When | None:
        cumulative, anchor = sentence.cumulative is not None, self.page.anchor
        if sentence.cumulative is not None:
            evidence["cumulative"] = sentence.cumulative
        mark = whose_time.nearest(sentence.times, sentence.words, quantity.start, quantity.end)
        if mark is not None:
            evidence["when"] = mark.span
            return when.stated(mark, cumulative)
        if (earlier := sentence.day_before) is not None:
            evidence["when"] = earlier.span
            return when.inherited(earlier, cumulative)
        if cumulative:
            return When("", None, anchor.day, "stated", True)
        if anchor.day is not None:
            return When("", None, anchor.day, anchor.source)
        return None

    def _where(
        self, quantity: Quantity, sentence: Sentence, evidence: dict[str, Span]
    ) -> Where | None:
        place = whose_place.nearest(sentence.places, sentence.words, quantity.start, quantity.end)
        if place is not None:
            evidence["where"] = place.span
            return where.stated(place)
        if (place := sentence.place_before) is not None:
            evidence["where"] = place.span
            return where.inherited(place)
        return self.page.atlas.home()


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
