"""Two figures of two times that a change may be of, whatever words tell so.

"Profit rose 20 percent to 480 million. A year earlier the group had made 450 million." Which of the
two is the old one follows from the way the change goes. That both are of what changed follows from
a time that divides them, there being no third figure like them, and nothing that tells of another
thing: no new name, no other noun or measure, no span of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.links._common.near import is_count, said_of, worth
from numcheck.links._common.wording import masked
from numcheck.links.changes._change_search import WORK, Search, like, side_by_side
from numcheck.links.changes._topic import (
    are_cases,
    are_people,
    is_price,
    is_set_for_all,
    named_in,
    names_another,
    share_a_word,
    speaks_of,
)
from numcheck.model import Claim

_BESIDE = 40  # characters
_BEFORE_NAME = 20


def by_direction(search: Search, levels: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The old and the new of just two figures, as the change goes up or down."""
    up = _goes_up(search)
    if up is None or len(levels) != 2 or not like(*levels):
        return None
    low, high = sorted(levels, key=worth)
    old, new = (low, high) if up else (high, low)
    return None if is_own_level(search, old) else (old, new)


def is_own_level(search: Search, claim: Claim) -> bool:
    """ "rose 6 percent to 53 million", "at 53 million, up 6 percent": is it what it is now?"""
    text, stated = masked(search.reading).text, search.stated
    if claim.end < stated.start:
        return search.book.says("led_from", text[claim.end : stated.start])
    return search.book.says("led_to", text[stated.end : claim.start])


def goes_with(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Is the new figure the larger one where the change is told as a rise, as far as it is?"""
    up = _goes_up(search)
    return up is None or up == (worth(pair[0]) < worth(pair[1]))


def _goes_up(search: Search) -> bool | None:
    """Is the change a rise? None where the words beside it tell neither or both."""
    text, stated = masked(search.reading).text, search.stated
    start, end = search.reading.sentences[stated.sentence]
    beside = (
        text[max(start, stated.start - _BESIDE) : stated.start],
        search.reading.text[slice(*stated.numeral)].lower(),
        text[stated.end : min(end, stated.end + _BESIDE)].partition(",")[0],
    )
    up, down = (
        any(search.book.says(way, words) for words in beside) for way in ("upward", "downward")
    )
    return up if up != down else None


def of_two_times(search: Search, pair: tuple[Claim, Claim], things: frozenset[str]) -> bool:
    """Are these what it was and what it is, as far as the copy tells?"""
    away = [claim for claim in pair if claim.sentence != search.stated.sentence]
    if not away or not _is_near(search, pair):
        return False
    if len(away) == 1 and not _is_beside(search, away[0], pair[pair[0] is away[0]]):
        return False
    if not any(said_of(search.reading, claim, search.book, "of_a_time") for claim in away):
        return False
    if _is_loose(search, away) or _is_of_another_span(search, away):
        return False
    if len(away) == 1 and away[0].start < search.stated.start:
        return True  # The later sentence goes on with what the earlier one is about.
    return all(_is_of_topic(search, claim, things) for claim in away)


def _is_beside(search: Search, away: Claim, here: Claim) -> bool:
    """ "rose 6 percent to 53 million": does a figure stand right beside the change?

    If the other is told before, in its paragraph: "In May it was 40. It fell 10 percent to 30".
    """
    if away.start < here.start:
        between = masked(search.reading).text[away.end : here.start]
        if "¶" in between or is_count(search.stated):
            return False
    return side_by_side(search, *sorted((search.stated, here), key=lambda claim: claim.start))


def _is_near(search: Search, pair: tuple[Claim, Claim]) -> bool:
    """Do the three stand in sentences one behind the other?"""
    at = sorted({search.stated.sentence, *(claim.sentence for claim in pair)})
    return at[-1] - at[0] < len(at)


def _is_loose(search: Search, away: Sequence[Claim]) -> bool:
    """Is the change one of many things, or of a part of the time that the figures are of?"""
    says, told = search.book.says, _sentence(search, search.stated)
    if says("of_many", told):
        return True
    spans = search.book.patterns["whole_span"]
    return any(set(spans.findall(_sentence(search, c))) - set(spans.findall(told)) for c in away)


def _is_of_another_span(search: Search, away: Sequence[Claim]) -> bool:
    """Does the old figure go further back than the change, or not so far?

    "Profit rose 20 percent to 480 million. In 2015 it had been 450 million"; "doubled in ten years.
    Last year 60 came, against 50 in 2018".
    """
    told, years = _sentence(search, search.stated), _years(search, away)
    lasted = [c.value for c in _in_sentences(search, [search.stated]) if c.unit == "year"]
    if lasted or search.book.says("since_when", told):
        known = years & _years(search, [search.stated])
        return bool(years) and not known and max(years) - min(years) not in lasted
    if len(away) > 1 or away[0].start < search.stated.start:
        return False
    old = _sentence(search, away[0])
    later = search.book.says("years_before", old)
    if search.book.says("quoted", told + old):
        # "Shares are down 31 percent at 46p. A year ago they were 180p": on the day, that is.
        later = later or not search.book.says("on_a_day", old)
    return later or bool(years - _years(search, [search.stated]))


def _sentence(search: Search, claim: Claim) -> str:
    return masked(search.reading).text[slice(*search.reading.sentences[claim.sentence])]


def _years(search: Search, claims: Sequence[Claim]) -> set[int]:
    """The years that are told in the sentences of these figures."""
    told = _in_sentences(search, claims)
    return {c.calendar.year for c in told if c.calendar and c.calendar.year}


def _in_sentences(search: Search, claims: Sequence[Claim]) -> Iterator[Claim]:
    for at in {claim.sentence for claim in claims}:
        yield from search.reading.in_sentence(at)


def _is_of_topic(search: Search, claim: Claim, things: frozenset[str]) -> bool:
    """Does nothing in its sentence say that it is of another thing than what changed?"""
    reading, told = search.reading, _sentence(search, claim)
    known = things | named_in(reading, _sentence(search, search.stated))
    if search.book.says("of_another", told) or names_another(reading, known, told):
        return False
    noun = named_in(reading, claim.noun.lower()) if is_count(claim) else frozenset()
    if noun and not share_a_word(known, noun) and not are_cases(noun):
        classes = {claim.noun_class, search.stated.noun_class}
        same = "" not in classes and (len(classes) == 1 or classes == WORK)
        return same or (claim.noun_class == "person" and are_people(known))
    if is_price(things):
        # "Food prices rose 8 percent. A kilo of butter that cost 4.20 in May ..."
        if _years(search, [claim]):
            return False
        # "Fares go up 10 percent" is so for every ticket; "by 60 crowns" is not.
        alike = search.is_share and is_set_for_all(things)
        own = alike or speaks_of(reading, things, (claim,))
        return own or said_of(reading, claim, search.book, "paid")
    return True


def has_new_name(search: Search, claim: Claim) -> bool:
    """Is somebody named in a later sentence, not as a place, of whom nothing was told before?"""
    if claim.start < search.stated.start:
        return False
    text, (start, end) = masked(search.reading).text, search.reading.sentences[claim.sentence]
    earlier = search.reading.text[:start]
    return any(
        name.text not in earlier
        and not search.book.says("placed", text[max(0, name.start - _BEFORE_NAME) : name.start])
        for name in search.reading.names
        if start <= name.start < end
    )
