"""How a figure says that it is one told before without the noun it was told with.

"The £5,400", "the 72,000", "the 630 kg taken from the van", "the 26-metre monster", "71 tons of the
grain": each speaks of something the reader has met. Whether it is the figure of one slip before is
for the kinds that ask; here it is told how it looks back, and what its words let it look back at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.links._common.book import Book, book
from numcheck.links._common.mentions import Mention, stop_words
from numcheck.links._common.stems import stem
from numcheck.links.consistency._one_figure import slip_between
from numcheck.model import Claim, Reading
from numcheck.months import MONTHS
from numcheck.patterns import pattern
from numcheck.text.synonyms import may_be_one

#: Slips that chance does not often make.
TELLING = frozenset({"digits swapped", "-teen for -ty", "scale shifted"})
_COUNTS = frozenset({"number", "count"})
_MEASURED = frozenset({"money", "measure", "duration"})
_MONTH = pattern(rf"\b(?:{'|'.join(MONTHS)})\b")
_WORD = pattern(r"[a-z]{3,}")
_LARGE = 100
_FAR = 2  # sentences


def _words(reading: Reading) -> Book:
    return book("looking-back", reading.document.language)


def _after(name: str, claim: Claim, reading: Reading) -> re.Match[str] | None:
    """The pattern of that name right after a figure."""
    return _words(reading).patterns[name].match(reading.text, claim.end)


def manner(one: Mention, reading: Reading) -> str:
    """How the mention looks back: "bare", "count", "at", "done to" …; else ""."""
    claim = one.claim
    if claim.kind in _COUNTS:
        found = one.definite and not (one.partial or claim.head) and _names_nothing(claim, reading)
        return "count" if found else ""
    if claim.kind not in _MEASURED:
        return ""
    if _after("of_the", claim, reading):
        return "of the"
    if _opens(claim, reading):
        return "at"
    if not one.definite or one.partial:
        return ""
    if _names_nothing(claim, reading):
        return "bare"
    if _after("done_to", claim, reading):
        return "done to"
    called, bynames = _after("called", claim, reading), _words(reading).sets["bynames"]
    return "called" if called and called[1].lower() in bynames else ""


def _opens(claim: Claim, reading: Reading) -> bool:
    """ "At 140 metres, it is": the sentence begins with a measure of what it speaks of."""
    start, at = reading.sentences[claim.sentence].start, _words(reading).patterns["at"]
    opens = at.fullmatch(reading.text, start, claim.start)
    return opens is not None and _after("at_goes_on", claim, reading) is not None


def _names_nothing(claim: Claim, reading: Reading) -> bool:
    words = _words(reading)
    if words.patterns["asked"].search(reading.text, max(0, claim.start - 50), claim.start):
        return False
    after = _after("no_noun", claim, reading)
    if after is None or _after("anew", claim, reading):
        return False
    if not after[1] or after[1] in stop_words() or after[1] in words.sets["no_noun"]:
        return True
    return _after("acts", claim, reading) is not None


def may_look_at(again: Mention, first: Mention, how: str, reading: Reading) -> bool:
    """Do the words of the later mention, for the way it looks back, fit the earlier one?"""
    if of_other_stuff(again.claim, first.claim, reading):
        return False
    if how == "bare":
        return True
    if slip_between(again.claim, first.claim) not in TELLING:
        return False
    return _FITS[how](again, first, reading)


def _is_next_and_large(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "27,000 homes were dark. Power came back to the 72,000"."""
    near = 0 < again.claim.sentence - first.claim.sentence < _FAR
    return near and min(again.claim.value, first.claim.value) >= _LARGE


def _tells_what_was_told(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "Hauled from the dhow": does the sentence of the earlier figure speak of the dhow?"""
    clause = _after("done_to", again.claim, reading)
    words = set(_WORD.findall(clause[1].lower()) if clause else ()) - stop_words()
    before = reading.sentence_text(first.claim.sentence).lower()
    return any(stem(word) in before for word in words)


def _is_byname(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "The 26-metre monster": by a noun for a big one of any kind."""
    return 0 < again.claim.sentence - first.claim.sentence <= _FAR


def _is_more_of_it(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "26 tons of tomatoes … 62 tons of the tomatoes": a part of them would be less."""
    of = _after("of_the", again.claim, reading)
    more = again.all or again.claim.value > first.claim.value
    if not again.definite and _is_of_another_time(again.claim, reading):
        return False
    return of is not None and more and any(may_be_one(of[1], thing) for thing in first.things)


def _is_of_another_time(claim: Claim, reading: Reading) -> bool:
    """ "In the spring 54 tons of the fish", "54 tons of the fish in May"."""
    told = reading.sentence_text(claim.sentence)
    dated = _words(reading).says("another_time", told)
    return dated or _MONTH.search(told) is not None


def _is_next(again: Mention, first: Mention, reading: Reading) -> bool:
    return again.claim.sentence - first.claim.sentence == 1


_FITS = {
    "at": _is_next,
    "count": _is_next_and_large,
    "done to": _tells_what_was_told,
    "called": _is_byname,
    "of the": _is_more_of_it,
}


def of_other_stuff(one: Claim, other: Claim, reading: Reading) -> bool:
    """ "62 kilos of cocaine … the 26 kilos of heroin": is each a measure of something else?"""
    of = [_stuff(claim, reading) for claim in (one, other)]
    return bool(of[0] and of[1]) and not any(may_be_one(a, b) for a in of[0] for b in of[1])


def _stuff(claim: Claim, reading: Reading) -> Sequence[str]:
    found = _after("of", claim, reading) if claim.unit else None
    return [word for word in found[1].split() if word not in stop_words()] if found else ()


def is_part(one: Mention, reading: Reading) -> bool:
    """Is it some of what was told? "45 tons of the fish" may well be all there is."""
    all_of_it = one.claim.unit and not one.claim.per and _after("of_the", one.claim, reading)
    return one.partial and not all_of_it


def stolen(claim: Claim, reading: Reading) -> re.Match[str] | None:
    """ "The 83,000 dollars she stole": a clause that narrows nothing."""
    return _after("by_pronoun", claim, reading)
