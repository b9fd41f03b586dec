"""Figures told twice of one thing: "a lorry carrying 30 tonnes … the lorry, with 13 tonnes".

Neither figure need be definite and their sentences need share no verb: what ties them is that they
count or measure the same, that the later sentence speaks of a thing the earlier one has named, and
a slip that chance does not often make. Days, places and other words that set two apart undo it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.links._common.book import Book, book
from numcheck.links._common.mentions import Mention, later_limits, stop_words
from numcheck.links._common.slips import digits
from numcheck.links.consistency._attributes import named, of_company
from numcheck.links.consistency._one_figure import may_be_one, slip_between
from numcheck.model import Claim, Reading
from numcheck.months import MONTHS, WEEKDAYS
from numcheck.patterns import pattern

_TELLING = frozenset({"digits swapped", "-teen for -ty", "scale shifted"})
#: Swapped digits of two-digit figures are easily two figures.
_FEWEST_DIGITS = 2
_LARGE = 100
_MOST_MENTIONS = 8
_WORD = pattern(r"[\w-]+")
_IN_CHARS = 6
_CALENDAR = frozenset({"date", "year", "time"})
#: How far after a figure words may set it apart: "1,430 in June".
_AFTER_CHARS = 25


def _words(reading: Reading) -> Book:
    return book("same-figure", reading.document.language)


def _retold(reading: Reading) -> Book:
    return book("retold", reading.document.language)


def of_one_thing(told: Sequence[Mention], reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Each figure with the only other of its sort, if that is one slip away and of one thing."""
    known: dict[str, list[Mention]] = {}
    for one in told:
        if one.partial or one.whole or one.claim.bound != "exact" or one.claim.kind == "money":
            continue  # a story has many sums of one thing
        same = known.setdefault(_sort(one.claim, reading), [])
        if 0 < len(same) < _MOST_MENTIONS and len({t.claim.value for t in same}) == 1:
            first = same[0]
            slipped = _is_slip(first.claim, one.claim) and _is_of_one(first, one, reading)
            if first.claim.zone != "headline" and (slipped or _is_load(first, one, reading)):
                yield one, first
        same.append(one)


def _sort(claim: Claim, reading: Reading) -> str:
    if claim.unit:
        after = _words(reading).patterns["property"].match(reading.text, claim.end)
        return f"{claim.unit} {after[1] if after else ''}"
    return "person" if _is_of_people(claim, reading) else claim.head


def _is_of_people(claim: Claim, reading: Reading) -> bool:
    return claim.noun_class == "person" or of_company(claim, reading)


def _is_slip(first: Claim, again: Claim) -> bool:
    if first.sentence == again.sentence or slip_between(again, first) not in _TELLING:
        return False
    length = max(len(digits(claim.value).strip("0")) for claim in (first, again))
    return length > _FEWEST_DIGITS or (
        length == _FEWEST_DIGITS and min(first.value, again.value) >= _LARGE
    )


def _is_load(first: Mention, again: Mention, reading: Reading) -> bool:
    """ "7,000 tons of wheat were sent … The ship with seven tons of wheat": one load, rescaled."""
    high, low = first.claim.value, again.claim.value
    if first.claim.sentence == again.claim.sentence or not first.shares(again):
        return False
    start = reading.sentences[again.claim.sentence].start
    rescaled = low * 1000 in (high, high / 1000) and again.claim.unit == first.claim.unit
    loaded = _words(reading).patterns["loaded"].fullmatch(reading.text, start, again.claim.start)
    return rescaled and loaded is not None and not _apart(first, again, reading)


def _is_of_one(first: Mention, again: Mention, reading: Reading) -> bool:
    crowd = of_company(first.claim, reading) or of_company(again.claim, reading)
    if not crowd and not may_be_one(first.claim, again.claim):
        return False
    return _names_again(first.claim, again.claim, reading) and not _apart(first, again, reading)


def _names_again(first: Claim, again: Claim, reading: Reading) -> bool:
    """Does the later sentence speak of a thing or a name that the earlier one has?"""
    before = reading.sentence_text(first.sentence)
    lower = before.lower()
    if any(named(thing).search(lower) for thing in _things(again, reading)):
        return True
    start, end = reading.sentences[again.sentence]
    return any(
        name.text in before
        for name in reading.names
        if start <= name.start < end and name.kind in ("organisation", "person")
    )


def _things(again: Claim, reading: Reading) -> Iterator[str]:
    """The words after "the" in the sentence of a figure, but for its own and "the lorry behind"."""
    start, end = reading.sentences[again.sentence]
    for phrase in _words(reading).patterns["known"].finditer(reading.text, start, end):
        for word in _WORD.finditer(reading.text, *phrase.span(1)):
            noun = word[0].lower()
            if noun in stop_words() or not noun.isalpha() or noun.endswith("ed"):
                break
            if _ties(noun, reading) and noun != again.head and not _is_limited(word.end(), reading):
                yield noun


def _ties(noun: str, reading: Reading) -> bool:
    """Has the noun weight enough to tie two sentences together?"""
    light = (_words(reading).sets["no_tie"], _retold(reading).sets["stop"])
    return len(noun) > 2 and not any(noun in words for words in light)


def _is_limited(end: int, reading: Reading) -> bool:
    """ "The lorry behind", "the lorry in the yard": is the noun that ends there another one?"""
    beside = _words(reading).patterns["beside"].match(reading.text, end)
    return beside is not None or bool(later_limits(reading, end))


def _apart(first: Mention, again: Mention, reading: Reading) -> bool:
    """Do words, a place, a year or a day say that this is another figure of the thing?"""
    events = {first.claim.event, again.claim.event}
    counted = first.claim.kind in ("number", "count")
    if counted and len(events) > 1 and not events.isdisjoint(_words(reading).sets["changes"]):
        return True
    if _is_contrasted(again.claim, reading) or _is_elsewhere(again.claim, reading):
        return True
    days = [_days(told.claim, reading) for told in (first, again)]
    return any(one and other - one for one, other in zip(*days, strict=True))


def _is_contrasted(again: Claim, reading: Reading) -> bool:
    """Is a word before the figure, or shortly after it, one for another figure of the thing?"""
    start, end = reading.sentences[again.sentence]
    words = _WORD.findall(reading.text[start : min(end, again.end + _AFTER_CHARS)].lower())
    apart = (_retold(reading).sets["contrast"], _words(reading).sets["apart"])
    return not all(one.isdisjoint(words) for one in apart)


def _is_elsewhere(again: Claim, reading: Reading) -> bool:
    """Does the sentence name a place that the copy has not named before?"""
    start, end = reading.sentences[again.sentence]
    end = min(end, again.end + _AFTER_CHARS)
    here = (n for n in reading.names if start <= n.start < end and n.kind in ("place", ""))
    return any(n.text not in reading.text[:start] and _is_where(n.start, reading) for n in here)


def _is_where(start: int, reading: Reading) -> bool:
    where = _words(reading).patterns["where"]
    return where.search(reading.text, max(0, start - _IN_CHARS), start) is not None


def _days(claim: Claim, reading: Reading) -> tuple[set[str], ...]:
    """The years and hours, the weekdays and the months that the sentence of a figure names."""
    text = reading.sentence_text(claim.sentence)
    told = {c.text for c in reading.in_sentence(claim.sentence) if c.kind in _CALENDAR}
    return told, *({name for name in names if name in text} for names in (WEEKDAYS, MONTHS))
