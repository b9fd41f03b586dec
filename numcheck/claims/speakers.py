"""Who says a figure: "police", "the interior ministry", "organisers", a name.

A figure has the speaker of its clause ("police said they held 774"), of a tag at the end of its
sentence (", police said"), of "according to", or of the quotation it stands in.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from numcheck.claims import saying
from numcheck.claims.verbs import is_adverb, verb_at
from numcheck.claims.words import Words
from numcheck.model import Span
from numcheck.text.grammar import grammar
from numcheck.text.numerals import words as numerals
from numcheck.text.speakers import speaker_kind

_LONGEST = 9
_NEIGHBOURS = 6
PRONOUNS = frozenset(("he", "she"))
#: What closes an apposition, and what opened it: "the union (NUT) said".
_APPOSITIONS = {",": ",", ")": "(", "-": "-", "–": "–", "—": "—"}
_CLOSING = frozenset("\"”’'")
_QUOTED_ENDS = frozenset(",.?!…")
_BEFORE_FIGURES = frozenset(
    ("over", "about", "around", "nearly", "almost", "some", "least", "than")
)


class Speaker(NamedTuple):
    """Who says something and where the copy says so; `reach` is the stretch they speak for."""

    text: str
    span: Span
    reach: Span


def find(words: Words) -> list[Speaker]:
    """Everybody whom the sentence names as saying something, in order."""
    cues = saying.cues()
    found: list[Speaker] = []
    for at in [at for at, low in enumerate(words.lows) if low in cues]:
        found += _named_at(words, at)
    return sorted(found, key=lambda speaker: speaker.span.start)


def _named_at(words: Words, at: int) -> list[Speaker]:
    """Whom the cue at an index names."""
    low = words.lows[at]
    if low == "quoted" and (said := _quoted_as_saying(words, at)):
        return said
    if low == "according" and words.low(at + 1) == "to":
        return _described(words, at + 2, Span(words.start, words.end))
    if low in saying.verbs():
        return _at_verb(words, at, saying.verbs()[low])
    if low in ("quoting", "citing"):
        return _described(words, at + 1, Span(words.start, words.end))
    return []


def speaker_of(found: list[Speaker], offset: int) -> Speaker | None:
    """Who says what stands at the offset: the speaker who began last, of those who reach it."""
    if not found:
        return None
    after = bisect_left(found, offset, key=lambda speaker: speaker.span.start)
    near = found[max(0, after - _NEIGHBOURS) : after + _NEIGHBOURS]
    reaching = [speaker for speaker in near if speaker.reach.start <= offset < speaker.reach.end]
    leading = [speaker for speaker in reaching if speaker.span.end <= offset]
    return leading[-1] if leading else (reaching[0] if reaching else None)


def _at_verb(words: Words, at: int, strength: str) -> list[Speaker]:
    """The subject before a verb of saying, or after it: "..., said the mayor"."""
    before, after = words.low(at - 1), words.low(at + 1)
    if (before in (",", "”", '"', "’", "'") or at == 0) and words.lows[
        at
    ] not in saying.uninverted():
        # ", said the mayor", or a sentence that goes on from a quotation before it.
        tail = _described(words, at + 1, Span(words.start, words.starts[at]))
        if tail and not _goes_on(words, tail[0]):
            return tail
    # "Is expected to declare" says nothing yet; what "is estimated" is estimated by somebody else.
    told = before == "to" or _is_passive(words, at)
    subject = None if told else _subject(words, at)
    if subject is None:
        return []
    first, last = subject
    if strength == "weak" and not _clause_follows(words, at):
        return []
    if words.lows[at] in saying.nouns_too() and not _takes_singular(words, first, last):
        return []
    if words.lows[at] == "announced" and words.low(at + 1) in grammar.prepositions:
        # "The settlement announced in January" announces nothing itself.
        return []
    span = words.span(first, last)
    text = words.text[span.start : span.end]
    if _is_tag(words, first, at):
        return [Speaker(text, span, Span(words.start, span.start)), *_rest(words, text, span, at)]
    if after == "." or at + 1 >= len(words):
        return [Speaker(text, span, Span(words.start, span.start))]
    return [Speaker(text, span, Span(words.ends[at], _reached(words, at)))]


def _is_passive(words: Words, at: int) -> bool:
    """ "Sales are forecast to", "police were told": the subject hears or is spoken of."""
    before = at - 1
    while is_adverb(words.low(before)) or words.low(before) in ("also", "not", "n't"):
        before -= 1
    return words.low(before) in grammar.be_forms


def _goes_on(words: Words, speaker: Speaker) -> bool:
    """Does a verb or figure follow: ", 71, said the village of 900 was": a clause, no speaker?"""
    after = words.low(words.before(speaker.span.end))
    return after[:1].isdigit() or after in grammar.finite


def _takes_singular(words: Words, first: int, last: int) -> bool:
    """May a form in -s that is a plural noun, too, be the verb of the phrase before it?

    "Game shows", "the law in the northern states" and "its forecasts" say nothing.
    """
    low = words.lows[last]
    if words.capital(last) or low in ("he", "she", "it") or low in saying.sorts():
        return True
    inside = words.lows[first:last]
    led = words.lows[first] in ("the", "a", "an", "this", "one")
    return led and not grammar.placing_prepositions.intersection(inside)


def _reached(words: Words, at: int) -> int:
    """Where a speaker before the verb at `at` is done: at the end; "a man who said" at a comma."""
    if words.low(at - 1) == "who" and "," in words.lows[at:]:
        return words.starts[words.lows.index(",", at)]
    return words.end


def _quoted_as_saying(words: Words, at: int) -> list[Speaker]:
    """ "Newspapers quoted the minister as saying …": the minister says it, not the papers."""
    ahead = words.lows[at + 1 : at + 1 + _LONGEST]
    if "as" not in ahead or words.low(at + 1 + ahead.index("as") + 1) != "saying":
        return []
    last = at + ahead.index("as")
    if last <= at:
        return []
    span = words.span(at + 1, last)
    return [Speaker(words.text[span.start : span.end], span, Span(words.start, words.end))]


def _rest(words: Words, text: str, span: Span, at: int) -> list[Speaker]:
    """After a tag in the middle the same speaker goes on: "40, he said, were held"."""
    if at + 2 < len(words):
        return [Speaker(text, span, Span(words.ends[at], words.end))]
    return []


def _is_tag(words: Words, first: int, at: int) -> bool:
    """A subject and verb that close or interrupt a sentence: ", police said."""
    if _follows_quotation(words, first):
        return True
    if first == 0 or words.low(first - 1) not in (",", "”", '"', "’", "'", "—", "–"):
        return False
    if words.lows[0].endswith(("ing", "ed")):
        # "Asked about the 40 held, the mayor said …": what comes first is the question's.
        return False
    after = words.low(at + 1)
    return (
        not after
        or after in (".", ",", ";", "in", "on", "after", "at", "monday")
        or after in grammar.time_words
    )


def _follows_quotation(words: Words, first: int) -> bool:
    """Does a quotation end before the subject: ',” Ann Holt, the chief nurse, told the paper'?"""
    for at in range(first - 1, max(0, first - _LONGEST), -1):
        if words.lows[at] in _CLOSING:
            return words.lows[at - 1] in _QUOTED_ENDS
        if words.lows[at] != "," and not words.capital(at):
            return False
    return False


def _clause_follows(words: Words, at: int) -> bool:
    ahead = words.lows[at + 1 : at + 4]
    return not grammar.clause_openers.isdisjoint(ahead) or any(low[0].isdigit() for low in ahead)


def _subject(words: Words, at: int) -> tuple[int, int] | None:
    """First and last word of the noun phrase before the verb at `at`."""
    last = _subject_end(words, at)
    if last < 0 or words.lows[last] in grammar.never_speakers:
        return None
    first = _left_edge(words, last, last)
    if words.low(first - 1) == "and" and last - first < 4 and first >= 2:
        # "Ann Holt and her colleagues found": both speak.
        first = _left_edge(words, first - 2, last)
    first = _without_lead(words, first, last)
    if words.low(first) in ("being", "having") and "by" in words.lows[first:last]:
        # "After being questioned by a man who said …".
        first = words.lows.index("by", first) + 1
    if first > last or not _may_speak(words, first, last):
        return None
    return first, last


def _may_speak(words: Words, first: int, last: int) -> bool:
    """Not "let", not a figure, and no clause with a verb or preposition of its own before it."""
    phrase = words.lows[first : last + 1]
    if phrase[0] == "let" or phrase[0] in grammar.prepositions or phrase[-1] in grammar.articles:
        return False
    if any(
        low.endswith("ed")
        and words.capital(at - 1)
        and not words.capital(at)
        and words.lows[at - 1] not in grammar.articles  # "A retired postman"
        for at, low in enumerate(phrase[1:], first + 1)
    ):
        return False  # "Ms Holt derided rival claims"
    if words.low(first - 1) in grammar.relative_pronouns and verb_at(words, first):
        return False  # "police who searched the house" found the coins, not "searched the house"
    return grammar.finite.isdisjoint(phrase) and not any(low[0].isdigit() for low in phrase)


def _subject_end(words: Words, at: int) -> int:
    """The last word of the subject before the verb at `at`; -1 if there is none."""
    last = at - 1
    while last >= 0 and (
        words.lows[last] in grammar.verb_helpers or words.lows[last].endswith("ly")
    ):
        last -= 1
    # "the mayor, Ann Holt, said": the apposition between commas belongs to the subject.
    if (opens := _APPOSITIONS.get(words.low(last))) is not None:
        opening = last - 1
        while opening > max(0, last - 8) and words.lows[opening] != opens:
            opening -= 1
        last = opening - 1 if words.low(opening) == opens else -1
    while last >= 0 and words.lows[last] in grammar.time_words:
        # "The mayor on Wednesday said": the day is not the mayor's.
        last -= 2 if words.low(last - 1) in grammar.sentence_leads else 1
    return last


def _left_edge(words: Words, at: int, last: int) -> int:
    """The first word of the phrase that reaches from `at` to the left."""
    first = at
    while first > 0 and last - first < _LONGEST:
        before = words.lows[first - 1]
        if before in grammar.phrase_edges or before in saying.verbs():
            break
        first -= 1
    return first


def _without_lead(words: Words, first: int, last: int) -> int:
    """Past "On Monday" and its like, to where the subject itself begins."""
    at = first
    while at <= last and (
        words.lows[at] in grammar.sentence_leads or words.lows[at] in grammar.time_words
    ):
        at += 1
    if at > first and words.low(at) == "the" and words.low(at - 1) in ("in", "on", "at", "for"):
        return first
    return at


def _described(words: Words, at: int, reach: Span) -> list[Speaker]:
    """The noun phrase that begins at word `at`, up to the next edge."""
    last = at
    while last < len(words) and last - at < _LONGEST and not _ends_description(words.lows[last]):
        last += 1
    while last > at and _leads_on(words.lows[last - 1]):
        last -= 1
    if last <= at or words.lows[at] in ("that", "to") or words.low(at + 1) in numerals().small:
        return []
    if (
        words.lows[at] not in grammar.articles
        and not words.capital(at)
        and not speaker_kind(words.text[words.starts[at] : words.ends[last - 1]])
    ):
        return []
    span = words.span(at, last - 1)
    return [Speaker(words.text[span.start : span.end], span, reach)]


def _ends_description(low: str) -> bool:
    """ "According to the ministry over 345 pilgrims have": a figure or a verb ends its speaker."""
    return low in grammar.phrase_edges or low in grammar.finite or low[0].isdigit()


def _leads_on(low: str) -> bool:
    return low in grammar.sentence_leads or low in grammar.time_words or low in _BEFORE_FIGURES
