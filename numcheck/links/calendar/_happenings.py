"""What copy says to happen on a day, in a year or at an hour: "since its opening on 5 May".

From each date one looks back a few words for the event that it dates ("the library opened on"), or
on for it where the date comes first ("On 3 May the library opened"). The words are data
(`links/happenings.yaml`); which two tellings are of one event is for the kinds that ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.links._common.comparable import SILENT_ZONES
from numcheck.links.calendar._event_words import Event, event_at, is_end, words
from numcheck.links.calendar._words import around_events
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.text.inflect import singular

_POINTS = frozenset({"date", "year", "time"})
_TOKEN = pattern(r"[\w'’-]+|[^\w\s]")
_BEFORE_CHARS, _AFTER_CHARS = 110, 70
#: How many words may stand between an event and its date, and before an event after its date.
_TAIL, _LEAD = 5, 6
_NOUN_WORDS, _PHRASE_WORDS = 3, 8
#: Before a date that opens its sentence: "On ", "In ".
_ON_THE = 4
#: More points in time than this are a table or a calendar.
_MOST_POINTS = 60
_ITEM = frozenset({":", "-", "–", "—"})


class Happening(NamedTuple):
    """A point in time with what is said to happen then.

    `subject` is whom or what it happens to: a noun in the singular, a surname, a pronoun, or ""; a
    noun of nobody ("the closure") is its own.
    `retold` ones are told as known to the reader ("since its opening", "the strike, which began").
    `tense` is "past", "ahead" or "" where the wording leaves it open; `words` are those between the
    event and the date, `of` what the subject is of ("the trial of his brother"), and `owned` says
    that it is somebody's ("his father").
    """

    point: Claim
    event: str
    subject: str
    retold: bool
    tense: str
    noun: bool
    words: tuple[str, ...]
    of: str = ""
    owned: bool = False


class _Told(NamedTuple):
    """Whom or what a verb or noun is told of."""

    subject: str
    retold: bool
    tense: str = ""
    of: str = ""
    owned: bool = False


def happenings(reading: Reading) -> tuple[Happening, ...]:
    """The dated events of a document, in order of their dates' places; made once."""
    if "happenings" not in reading.cache:
        reading.cache["happenings"] = tuple(_happenings(reading))
    found: tuple[Happening, ...] = reading.cache["happenings"]
    return found


def _happenings(reading: Reading) -> Iterator[Happening]:
    points = [c for c in reading.claims if c.kind in _POINTS and c.zone not in SILENT_ZONES]
    if not points or len(points) > _MOST_POINTS or not around_events(reading).book:
        return
    ended = 0
    for point in points:
        if point.zone != "dateline" and point.calendar is not None and point.bound == "exact":
            found = _told_before(point, ended, reading) or _told_after(point, reading)
            if found is not None:
                yield found
        ended = point.end


def _told_before(point: Claim, ended: int, reading: Reading) -> Happening | None:
    """ "The library opened to the public on 3 May": the event nearest before its date."""
    start = max(reading.sentences[point.sentence].start, point.start - _BEFORE_CHARS, ended)
    tokens = _TOKEN.findall(reading.text, start, point.start)
    lower = [token.lower() for token in tokens]
    end = len(tokens)
    while end and (lower[end - 1] in words().dates_it or lower[end - 1] == ":"):
        end -= 1
    for at in range(end - 1, max(-1, end - 2 - _TAIL), -1):
        event = event_at(lower, at)
        if event is not None:
            return _made(point, tokens, at, event, end)
        if is_end(lower[at]):
            return None
    return None


def _told_after(point: Claim, reading: Reading) -> Happening | None:
    """ "On 3 May the library opened", "- 3 May: the library opens"."""
    start, end = reading.sentences[point.sentence]
    if point.start - start > _ON_THE:
        return None
    tokens = _TOKEN.findall(reading.text, point.end, min(end, point.end + _AFTER_CHARS))
    if tokens and (tokens[0] in _ITEM or tokens[0] == ","):
        tokens = tokens[1:]
    lower = [token.lower() for token in tokens]
    for at in range(1, min(len(tokens), _LEAD)):
        event = event_at(lower, at)
        if event is not None and not event.is_noun:
            return _made(point, tokens, at, event, at + event.length)
        if is_end(lower[at]):
            return None
    return None


def _made(point: Claim, tokens: Sequence[str], at: int, event: Event, end: int) -> Happening | None:
    lower, known = [token.lower() for token in tokens], words()
    tail = tuple(lower[at + event.length : end])
    told = _of_noun(lower, at, tail) if event.is_noun else _of_verb(tokens, lower, at, event)
    if told is None:
        return None
    name = _named(event.name, told.subject)
    dated = lower[end:]
    retold = told.retold or "since" in dated  # "has been closed since 14 May"
    tense = told.tense or next((known.tenses[word] for word in dated if word in known.tenses), "")
    return Happening(
        point, name, told.subject, retold, tense, event.is_noun, tail, told.of, told.owned
    )


def _named(event: str, subject: str) -> str:
    """ "Opening", but "trial" of "the trial opened" and "trial end" of "the trial ended"."""
    thing = words().nouns.get(subject, "")
    if thing == event:
        return event
    if event == "end" or (thing and event == "closing"):
        return f"{thing or subject} end".lstrip()
    if event == "begin":
        return thing or f"{subject} begin"
    return thing if thing and event in words().beginnings else event


def _of_noun(lower: Sequence[str], at: int, tail: Sequence[str]) -> _Told:
    """Whose: "its opening", "the minister's arrest", "the opening of the library"."""
    known = words()
    for back in range(at - 1, max(-1, at - 2 - _NOUN_WORDS), -1):
        word = lower[back]
        if word in known.pronouns:
            return _Told(word, True, _told_of(lower, back))
        if word.endswith(("'s", "’s")):
            return _Told(singular(word[:-2]), True, _told_of(lower, back - 1))
        if word in known.determiners:
            of = next((n + 1 for n, w in enumerate(tail) if w in ("of", "for")), len(tail))
            owner = [w for w in tail[of:] if w not in known.determiners]
            # "The quake on 13 May was stronger": which of several is what its date is there to say.
            retold = back > 0 or bool(owner)
            return _Told(singular(owner[-1]) if owner else lower[at], retold, _told_of(lower, back))
        if is_end(word):
            break
    return _Told("", False)


def _of_verb(tokens: Sequence[str], lower: Sequence[str], at: int, event: Event) -> _Told | None:
    """Who or what before the verb, whether the reader knows of it, and whether it is to come.

    None for what was only meant to be ("was to open on 3 May").
    """
    known = words()
    back = at - 1
    while back >= 0 and lower[back] in known.auxiliaries:
        back -= 1
    helped = lower[back + 1 : at]
    present = " ".join(lower[at : at + event.length]) in known.present
    ahead = not known.ahead.isdisjoint(helped)
    if ahead and not known.past.isdisjoint(helped):
        return None
    tense = "ahead" if ahead or (present and not helped) else "past"
    relative = False
    while back >= 0 and (lower[back] == "," or lower[back] in known.relative):
        back, relative = back - 1, True
    if back < 0 or not lower[back][0].isalnum():
        return _Told("", False, tense)
    if lower[back] in known.told_of:  # "since opening on 5 May"
        return _Told("it", True, tense)
    if lower[back] == "and":  # "shut on 4 May and has been closed since 14 May"
        return _Told("it", False, tense)
    if lower[back] in known.pronouns:
        return _Told(lower[back], bool(_told_of(lower, back)), tense)
    first, head = _phrase(lower, back)
    proper = tokens[head][0].isupper()
    definite = lower[first] in known.determiners or proper
    retold = lower[first] not in known.indefinite and bool(_told_of(lower, first))
    subject = lower[head] if proper and head > 0 else singular(lower[head])
    owned = lower[first] in known.pronouns
    of = lower[back] if head != back else ""
    return _Told(subject, retold or (definite and relative), tense, of, owned)


def _phrase(lower: Sequence[str], back: int) -> tuple[int, int]:
    """Where a noun phrase that ends at a place begins, and its head: "the old bridge over the"."""
    known, head, first = words(), back, back
    while first > 0 and back - first < _PHRASE_WORDS:
        word = lower[first - 1]
        if word in known.links:
            if first < 2 or is_end(lower[first - 2]):
                break
            head = first = first - 2
        elif is_end(word) or lower[first] in known.determiners or lower[first] in known.indefinite:
            break
        else:
            first -= 1
    return first, head


def _told_of(lower: Sequence[str], at: int) -> str:
    """The tense of "since", "ahead of", "by the time" before a place; "" if no such words are."""
    told_of = words().told_of
    phrases = (" ".join(lower[max(0, at - length) : at]) for length in (1, 2, 3))
    return next((told_of[phrase] for phrase in phrases if phrase in told_of), "")
