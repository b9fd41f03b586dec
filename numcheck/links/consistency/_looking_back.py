"""How a figure says that it is one told before without the noun it was told with.

"The £5,400", "the 72,000", "the 630 kg taken from the van", "the 26-metre monster", "71 tons of the
grain": each speaks of something the reader has met. Whether it is the figure of one slip before is
for the kinds that ask; here it is told how it looks back, and what its words let it look back at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.links._common.mentions import Mention, stop_words
from numcheck.links._common.stems import stem
from numcheck.links.consistency._one_figure import slip_between
from numcheck.model import Claim, Reading
from numcheck.months import MONTHS
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.synonyms import may_be_one

#: Slips that chance does not often make.
TELLING = frozenset({"digits swapped", "-teen for -ty", "scale shifted"})
_COUNTS = frozenset({"number", "count"})
_MEASURED = frozenset({"money", "measure", "duration"})
#: Nothing that could be a noun; and not "saw her 63 hours before".
_NO_NOUN = pattern(r"(?! (?:before|after|ago|earlier|later)\b)\s*(?:[.,;:!?)\]\"”’]|$|([a-z]+)\b)")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "you", "i"})
_WHERE = frozenset({"ashore", "aboard", "home", "safely", "together", "altogether", "overnight"})
#: "The £5,400 she now has" is another sum than the one she won.
_ANEW = pattern(
    r" \w+ (?:now|has|have|already|still|also|owe[sd]?|need(?:s|ed)?|want(?:s|ed)?|hope[sd]?|"
    r"plan(?:s|ned)?|ask(?:s|ed)?|seeks?|sought|demand(?:s|ed)?|claim(?:s|ed)?|expect(?:s|ed)?|"
    r"offer(?:s|ed)?)\b"
)
#: "The sum she stole", but not "the sum she stole in 2012".
_BY_PRONOUN = pattern(
    r" (?:he|she|they|it|we|you|I) (?![^.,;]{0,40}\b(?:\d{4}|last|ago|earlier|before)\b)"
)
#: "Needs the £41,000": a sum that is still to be found.
_ASKED = pattern(
    r"\b(?:need|want|seek|rais|find|require|ask|lack|short of|owe|plus|than|beside)\w*"
    r"(?: \w+){0,2} (?:the|these|those|that) (?:[A-Z]{1,3})?$"
)
#: "Hauled from the dhow": a participle, and a place or thing that the reader knows.
_DONE_TO = pattern(
    r" [a-z]{3,}(?:ed|en|un|nd|ld|ught) (?:from|in|on|aboard|inside|under|by|at|off|out of|into)"
    r" ([a-z][\w’' -]{2,40})"
)
_OF_THE = pattern(r" of (?:the|this|that|these|those|its|their) (?:[a-z]+ )??([a-z]+)\b")
_OF = pattern(r" of (?:the |its |their )?((?:[a-z]+ ?){1,2})")
_CALLED = pattern(r"[ -](?:[a-z]+ )??([a-z]{3,})\b(?! (?:of|in)\b)")
#: "In the spring 54 tons of the fish": a time of its own.
_ANOTHER_TIME = pattern(
    r"\b(?:(?:[Ii]n|since|by|until) (?:the )?(?:spring|summer|autumn|winter|past)|[Ll]ast|earlier|"
    rf"ago|{'|'.join(MONTHS)})\b"
)
_WORD = pattern(r"[a-z]{3,}")
_LARGE = 100
_FAR = 2  # sentences


def manner(one: Mention, reading: Reading) -> str:
    """How the mention looks back: "bare", "count", "done to", "called", "of the"; else ""."""
    claim = one.claim
    if claim.kind in _COUNTS:
        found = one.definite and not (one.partial or claim.head) and _names_nothing(claim, reading)
        return "count" if found else ""
    if claim.kind not in _MEASURED:
        return ""
    if _OF_THE.match(reading.text, claim.end):
        return "of the"
    if not one.definite or one.partial:
        return ""
    if _names_nothing(claim, reading):
        return "bare"
    if _DONE_TO.match(reading.text, claim.end):
        return "done to"
    called = _CALLED.match(reading.text, claim.end)
    return "called" if called and called[1].lower() in _bynames() else ""


@compiled
def _bynames() -> frozenset[str]:
    return frozenset(lexicon("links/same-figure")["bynames"])


def _names_nothing(claim: Claim, reading: Reading) -> bool:
    after = _NO_NOUN.match(reading.text, claim.end)
    if _ASKED.search(reading.text, max(0, claim.start - 50), claim.start):
        return False
    if after is None or _ANEW.match(reading.text, claim.end):
        return False
    return not after[1] or after[1] in stop_words() | _PRONOUNS | _WHERE


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
    clause = _DONE_TO.match(reading.text, again.claim.end)
    words = set(_WORD.findall(clause[1].lower()) if clause else ()) - stop_words()
    before = reading.sentence_text(first.claim.sentence).lower()
    return any(stem(word) in before for word in words)


def _is_byname(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "The 26-metre monster": by a noun for a big one of any kind."""
    return 0 < again.claim.sentence - first.claim.sentence <= _FAR


def _is_more_of_it(again: Mention, first: Mention, reading: Reading) -> bool:
    """ "26 tons of tomatoes … 62 tons of the tomatoes": a part of them would be less."""
    of = _OF_THE.match(reading.text, again.claim.end)
    more = again.all or again.claim.value > first.claim.value
    told = reading.sentence_text(again.claim.sentence)
    if not again.definite and _ANOTHER_TIME.search(told):
        return False
    return of is not None and more and any(may_be_one(of[1], thing) for thing in first.things)


_FITS = {
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
    found = _OF.match(reading.text, claim.end) if claim.unit else None
    return [word for word in found[1].split() if word not in stop_words()] if found else ()


def is_part(one: Mention, reading: Reading) -> bool:
    """Is it some of what was told? "45 tons of the fish" may well be all there is."""
    all_of_it = one.claim.unit and not one.claim.per and _OF_THE.match(reading.text, one.claim.end)
    return one.partial and not all_of_it


def stolen(claim: Claim, reading: Reading) -> re.Match[str] | None:
    """ "The 83,000 dollars she stole": a clause that narrows nothing."""
    return _BY_PRONOUN.match(reading.text, claim.end)
