"""How a figure is told: as an early one, as a demand, of the worst hit only, by which side."""

from __future__ import annotations

import re

from numcheck.claims.nouns import noun_class
from numcheck.claims.phrase import lemma
from numcheck.model import Claim, Reading
from numcheck.patterns import pattern
from numcheck.stories._comparing.matter import one_matter
from numcheck.stories._lists import listed, sides
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.speakers import speaker_kind
from numcheck.text.trie import alternation

_WORD = pattern(r"[^\W\d_]+")
#: "By 9 a.m.", "as of Saturday evening", "by nightfall": the hour up to which is counted.
_HOUR = pattern(
    r"\b(?:by|as of|as at|until|up to|before)\s(?:around\s|about\s|late\s|early\s)?(?:on\s)?"
    r"(?:mid-?(?:day|night|morning|afternoon)|noon|lunchtime|dawn|dusk|nightfall|daybreak|sun(?:set|rise)"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m|o'clock|gmt|hrs|hours)|\d{1,2}[:.]\d\d"
    r"|(?:the\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s)?(?:morning|afternoon|evening|night)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\s(?:morning|afternoon|evening|night)))(?![\w'’])"
)
#: Who forecasts; a pronoun is nobody in particular.
_FORECAST = pattern(
    r"(?:\b(?:it|they|he|she|which|who|is|are|was|were)|(\w+)) (?:now |also |still )?"
    r"((?:expect|forecast|predict|project|estimate)(?:s|ed)?)\b"
)
#: Which of several: "the second leg", "the first round".
_STAGE = pattern(
    r"\b(?:first|second|third|fourth|opening|final|last|next)(?= (?:leg|half|round|set|quarter|game"
    r"|match|test|innings|stage|session|phase|wave|heat|ballot|semi final|instalment)\b)"
)
#: What was to be, against what came of it: "was to cost", "had been due to".
_WAS_TO = pattern(
    r"\b(?:was|were|had been) (?:originally |first |once )?(?:to|expected|meant|supposed|due"
    r"|scheduled|planned|budgeted)\b|\b(?:originally|budgeted)\b"
)
#: "At Skarn and four other airports", "in neighbouring Varn": not the one place that is named.
_WIDER = pattern(
    r"\b(?:in|at) (?:neighbouring|nearby|adjoining)\b|\bin the [a-z]+ (?:around|outside)\b"
    r"|\b(?:from|of|in|at|across) (?:all|both|several|various) (?!the\b)[a-z]+s\b"
    r"|\b(?:and|or|as well as)(?: in| at| on)? (?:elsewhere|(?:(?:\w+ ){0,2}(?:other|neighbouring"
    r"|nearby|surrounding|adjoining) (?:[a-z]+ )?(\w+)))\b"
)
_ZONE = pattern(r"\s?\(?(gmt|utc|[ecmp][sd]?t|[cew]es?t|bst|msk|ist|jst|aest)\b")
#: What is said of a figure alone stands this close to it.
_BESIDE_CHARS = 30
#: Who says it where no verb of saying does: "by data of the union", "Police put the number at".
_SOURCE = pattern(
    r"\b(?:[Bb]y|[Oo]n|[Aa]ccording to) (?:the )?(?:data|information|estimates?|figures?|counts?)"
    r" (?:of|from) ((?:the )?\w+(?: \w+)?)"
    r"|^(\w+(?: \w+){0,3}?) (?:puts?|counted|counts|assure[sd]?|estimate[sd]?|informs?"
    r"|speaks? of|spoke of|talk(?:s|ed) of|reckon(?:s|ed))\b"
    r"|, ((?:the )?\w+(?: \w+){0,4}?) (?:(?:has|have) )?(?:assure[sd]?|informs?"
    r"|informed|consider(?:s|ed)|communicate[sd]?|count(?:s|ed)|estimate[sd]?)\b"
)
_BROUGHT = pattern(
    r"\b(?:tak|bring|rais|push|lift|driv)(?:es|ing|s|e)? (?:the|its|their) (?:[\w'’-]+ ){1,14}to $"
)
_REACH_CHARS = 120
#: A last day, unless one must wait for it.
_UNTIL = pattern(r"(?<!wait )\b(?:until|till|up to|by|before)(?: \w+day,?)? $")
_WHICH = pattern(r"\b(?:first|second|third|fourth|fifth|another|other)\b")
#: "Will sail twice a day from 30 March": a change of how often, not a start.
_OFTEN = pattern(r"\b(?:once|twice|times|daily|hourly|weekly)(?: an?| every| each| per)?\b")
_STRETCH = pattern(
    r"\b(?:in|over|for|during) the (?:past |last )?(?:\w+ )?(?:day|week|month|quarter|year|hour)s?"
    r" (?:to|ending|up to|until|since|before)\b"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "his", "her", "their"})
_POLL = pattern(r"\b(?:poll|survey) (?:by|from|for) (\w+)")
#: "48 of the containers" are some of them; "58 of the 120 seats" are all that were won.
_PART = pattern(r" of (?:the|its|their|those|these|them)\b(?! \d)")
_THE_OTHERS = pattern(r"\bthe (?:others?|rest|remaining|remainder)\b")
_NEXT_WORD = pattern(r"\s?[^\W\d_]+")
#: "Which had held 84 seats": what was so before that which is told.
_HAD = pattern(r"\b(?:which|who) had (?!been\b)[a-z]+ (?:about |some |over |only )?$")
#: Classes of nouns that are places: airports, towns, schools.
_SITES = frozenset({"place", "building"})
#: These count for themselves, so that "Varga said" is another side even if nobody says whose.
_PARTISAN = frozenset({"organiser", "opposition"})


def told_alike(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Is neither an early figure, a demand, a forecast or one of the worst hit, unless both are?"""
    if _supposed(one, first) or _supposed(other, second):
        return False
    if (one.modality == "negated") != (other.modality == "negated"):
        return False
    if not one_matter(one, first, other, second):
        return False
    return _manner(one, first) == _manner(other, second)


def _supposed(claim: Claim, reading: Reading) -> bool:
    """Is the figure of what may be? What must be, or can be done now, is."""
    if claim.modality not in ("hypothetical", "attempted"):
        return False
    if reading.text[max(0, claim.start - 4) : claim.start].lower() == "the ":
        return False  # "the 84 containers may float for weeks": there are 84
    at = claim.evidence.get("modality")
    if at is None:
        return True
    # "Must pay a penalty of 5,000": it is set.
    before = reading.text[max(0, at.start - _BESIDE_CHARS) : at.start].lower()
    own = reading.text[at.start : at.end].lower()
    return own not in listed("certain") and not any(cue in before for cue in listed("owed"))


def _manner(claim: Claim, reading: Reading) -> tuple[object, ...]:
    said = reading.sentence_text(claim.sentence).lower().replace("-", " ")
    words = _WORD.findall(said)
    beside = _beside(claim, reading.text)
    if claim.kind == "age":
        return (not listed("birthdays").isdisjoint(words),)
    hour, forecast = _HOUR.search(said), _FORECAST.search(said)
    return (
        not listed("asking").isdisjoint(words),
        any(cue in said for cue in listed("interim")),
        any(cue in said for cue in listed("revised")) or _brought(claim, reading.text),
        *(any(cue in beside for cue in listed(name)) for name in ("before", "guessed", "capacity")),
        hour and hour[0],
        forecast and (forecast[1], forecast[2])[forecast[1] is None],
        frozenset(_STAGE.findall(said)),
        frozenset(_WHICH.findall(said)) if claim.kind in ("date", "time") else None,
        claim.kind == "date" and _UNTIL.search(reading.text, 0, claim.start) is not None,
        claim.kind == "date" and _OFTEN.search(said) is not None,
        frozenset(_POLL.findall(said)),
        _STRETCH.search(said) is not None,
        _is_part(claim, reading),
        _HAD.search(reading.text, max(0, claim.start - _BESIDE_CHARS), claim.start) is not None,
        _WAS_TO.search(said) is not None,
        _wider(said),
        _clock(claim, reading.text),
        _degree(claim, reading.text),
    )


def _is_part(claim: Claim, reading: Reading) -> bool:
    """Is the figure of some of what is known: "48 of the containers"?

    "620 kg of the cocaine" is all of it where no cocaine was spoken of before.
    """
    found = _PART.match(reading.text, claim.end)
    rest = reading.sentences[claim.sentence].end
    if found is not None and _THE_OTHERS.search(reading.text, found.end(), rest):
        return False  # "freed 16 of the men and jailed the other five": all are told
    if found is None or claim.kind != "measure":
        return found is not None
    mass = _NEXT_WORD.match(reading.text, found.end())
    if mass is None or mass[0].strip()[0].isupper():
        return True  # "nine kilometres of the Corrin tunnel"
    return mass[0].strip().lower() in reading.text[: claim.start].lower()


def _brought(claim: Claim, text: str) -> bool:
    """ "Taking the number of dead to eight": it was another before."""
    return _BROUGHT.search(text, max(0, claim.start - _REACH_CHARS), claim.start) is not None


def _wider(said: str) -> bool:
    """Does the sentence speak of further places besides the one that the story names?"""
    found = _WIDER.search(said)
    if found is None or not found[1]:
        return found is not None
    site = lemma(found[1])
    return noun_class(site) in _SITES or site in lexicon("places")["words"]


def _clock(claim: Claim, text: str) -> str:
    """The clock a time is of: "GMT"; "" for the local one, or if nobody says."""
    after = text[claim.end : claim.end + _BESIDE_CHARS].lower()
    found = _ZONE.match(after) if claim.kind == "time" else None
    return "" if found is None else found[1]


def _beside(claim: Claim, text: str) -> str:
    """The words right before and after a figure."""
    beside = text[max(0, claim.start - _BESIDE_CHARS) : claim.end + _BESIDE_CHARS].lower()
    return beside.replace("previously un", "un")  # "previously unknown": new, not of before


def _degree(claim: Claim, text: str) -> str:
    """How badly, where the words around the figure say so: "five were seriously hurt"."""
    spans = [claim.evidence[name] for name in ("noun", "event") if name in claim.evidence]
    start = min([claim.start, *(span.start for span in spans)])
    end = max([claim.end, *(span.end for span in spans)])
    after = _NEXT_WORD.match(text, end)
    found = _degrees().search(text.lower(), start, after.end() if after else end)
    return "" if found is None else found[0]


@compiled
def _degrees() -> re.Pattern[str]:
    return pattern(rf"\b(?:{alternation(sorted(listed('degrees')))})\b")


def sides_differ(one: Claim, first: Reading, other: Claim, second: Reading) -> bool:
    """Do two sides tell it, each for itself?

    A name alone ("Varga said") says nothing of its side, but is not the union it deals with.
    """
    speaker, counterpart = _speaker(one, first), _speaker(other, second)
    if not (speaker and counterpart):
        return False
    ours, theirs = _side(speaker), _side(counterpart)
    if ours == theirs or _share_word(speaker, counterpart):
        return False
    if ours and theirs:
        return True
    unknown = counterpart if ours else speaker
    return (ours or theirs) in _PARTISAN and " " not in unknown


def _speaker(claim: Claim, reading: Reading) -> str:
    """Who says it, by the sentence's own verb of saying or by its other ways to name a source."""
    if claim.said_by.lower() in _PRONOUNS:
        return ""
    if claim.said_by:
        return claim.said_by
    said = reading.sentence_text(claim.sentence)
    found = _SOURCE.search(said)
    return "" if found is None else next(filter(None, found.groups()))


def _side(speaker: str) -> str:
    kind = speaker_kind(speaker.partition(" to ")[0])  # "the airline's letter to unions"
    return sides().get(kind, kind)


def _share_word(one: str, other: str) -> bool:
    """Is one of them the other's: "the operator" and "the operator's closing report"?"""
    ours, theirs = ({word.lower() for word in _WORD.findall(said)} for said in (one, other))
    return any(len(word) > 3 for word in ours & theirs)
