"""What a sentence says of all its figures, and what it leans on its neighbours for.

Only sentences with a figure are looked into, and those that such a sentence leans on: the one
before it for a time or place, its neighbours in a quotation for who speaks.
"""

from __future__ import annotations

from numcheck.claims import measure, speakers, when, where, whose_place
from numcheck.claims.events import Before, Scene
from numcheck.claims.nouns import Counted
from numcheck.claims.page import Page
from numcheck.claims.speakers import Speaker
from numcheck.claims.words import Words
from numcheck.model import Quantity, Span
from numcheck.values import lazy

_STORY_ZONES = frozenset(("lede", "body", "list", "pull-quote"))
#: Of whom a part is told by the sentence before: "Of these, 12 were charged", say the same police.
_PART_OPENERS = (["of", "these"], ["of", "them"], ["of", "those"], ["among", "them"])
#: How far back a sentence may lean on another, in sentences.
_LEAN = 3


class Sentences:
    """The sentences of a page, each made when it is first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._made: dict[int, Sentence] = {}

    def __getitem__(self, index: int) -> Sentence:
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = Sentence(self, index)
        return made

    def clear(self) -> None:
        """Let the sentences go: they and this know each other, and would wait for the collector."""
        self._made.clear()

    def before(self, index: int) -> list[Sentence]:
        """The sentences that one leans on, the nearest first: of its paragraph, a few at most.

        A sentence that opens its paragraph leans on the end of the one before, because many
        desks make every sentence a paragraph.
        """
        found: list[Sentence] = []
        page, floor = self.page, max(0, index - 2 * _LEAN)
        while index > floor and len(found) < _LEAN:
            if found and not page.same_paragraph(index - 1, index):
                break
            index -= 1
            if page.zone_at(page.sentences[index].start) in _STORY_ZONES:
                found.append(self[index])
        return found


class Sentence:
    """What is asked of one sentence, each answer worked out once and only when needed."""

    def __init__(self, sentences: Sentences, index: int) -> None:
        self._sentences = sentences
        self._page = sentences.page
        self.index = index
        self.span = self._page.sentences[index]
        #: The figures of the sentence that count something, as far as they have been read.
        self.counted: list[tuple[Quantity, Counted]] = []
        #: The event of the last figure read, by its kind.
        self.happened: dict[str, Before] = {}

    @lazy
    def words(self) -> Words:
        return Words(self._page.text, self.span)

    @lazy
    def events(self) -> Scene:
        return Scene(self.words)

    @lazy
    def measures(self) -> measure.Wanted:
        return measure.wanted(self.words)

    @lazy
    def places(self) -> list[where.Place]:
        found = self._page.atlas.places(self.words)
        if found and any(q.kind == "score" for q in self._page.quantities_in(self.span)):
            return whose_place.of_match(found, self.words)
        return found

    @lazy
    def speakers(self) -> list[Speaker]:
        return speakers.find(self.words)

    @lazy
    def cumulative(self) -> Span | None:
        return when.is_cumulative(self.words)

    @lazy
    def times(self) -> list[when.Mark]:
        lows = self.words.lows
        leans = "same" in lows or "that" in lows or "then" in lows
        dated = [q for q in self._page.quantities_in(self.span) if q.calendar is not None]
        return when.find(self.words, dated, self._page.anchor, self.day_before if leans else None)

    @lazy
    def before(self) -> list[Sentence]:
        """The sentences that this one leans on, the nearest first."""
        return self._sentences.before(self.index)

    @lazy
    def days(self) -> list[when.Mark]:
        """The days it names: no years and no stretches, which are background and not news."""
        figures = self._page.quantities_in(self.span)
        dated = any(quantity.calendar is not None for quantity in figures)
        # Worth cutting the sentence into words?
        if not dated and not when.may_name_day(self._page.text, self.span):
            return []
        return [mark for mark in self.times if mark.is_day]

    @lazy
    def day_before(self) -> when.Mark | None:
        """The day last named before it."""
        return next((earlier.days[-1] for earlier in self.before if earlier.days), None)

    @lazy
    def place_before(self) -> where.Place | None:
        """The place last named before it in its paragraph."""
        for earlier in self.before:
            if not self._page.same_paragraph(earlier.index, self.index):
                break
            if self._page.names_place(earlier.span) and earlier.places:
                nearest = min(earlier.places, key=lambda place: place.cost)
                if not nearest.describes:
                    return nearest
        return None

    def speaker_of(self, offset: int, quoted: bool) -> Speaker | None:
        """Who says what stands at an offset of the sentence; `quoted` if it is a quotation's."""
        own = speakers.speaker_of(self.speakers, offset)
        if own is not None:
            return own
        if self.words.lows[:2] in _PART_OPENERS:
            return next((s.speakers[-1] for s in self.before if s.speakers), None)
        return self._speaker_around() if quoted else None

    @lazy
    def speaker_before(self) -> Speaker | None:
        """Who was named as saying something in the sentence before: whom "he said" goes back to."""
        said = self._sentences[self.index - 1].speakers if self.index else []
        return said[-1] if said and said[-1].text.lower() not in speakers.PRONOUNS else None

    def _speaker_around(self) -> Speaker | None:
        """Who is quoted, if the sentence itself does not say: the tag after it, or before it."""
        page, ahead = self._page, self.index + 1
        follows = ahead < len(page.sentences) and page.same_paragraph(self.index, ahead)
        if follows and (following := self._sentences[ahead].speakers):
            return following[0]
        for index in range(self.index - 1, max(-1, self.index - 1 - _LEAN), -1):
            # A quotation of several paragraphs is tagged once.
            if said := self._sentences[index].speakers:
                return said[-1]
            if not page.is_quoted(page.sentences[index].end - 1):
                break
        return None
