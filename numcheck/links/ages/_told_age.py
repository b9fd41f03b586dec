"""Which figures are told as ages of now, and whose: "Omar, who is seven", "has swum it at 71"."""

from __future__ import annotations

from numcheck.links._common.slips import slip
from numcheck.links.ages._people import is_present_age, person
from numcheck.model import Claim, Name, Reading
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern
from numcheck.text.kin import looks_back, of_then

_OF_EVENT = pattern(r",? (?:as|before|after|on)\b")
_ON_A_DAY = pattern(rf",? on (?:{'|'.join(WEEKDAYS)})\b")
_WHO_IS = pattern(r", who (?:is|was|turned|turns|has turned|will be|has just turned) $")
_TURNED = pattern(r"[\w’'] (?:has (?:just )?)?(?:turned|turns) $")
#: "At 28, lawyer Nadja Orel is the youngest minister"
_AT_START = pattern(r"(?:^|[.!?\n] ?|[“\"])At (?:just |only )?$")
#: "Has done her first jump at the grand old age of 83", but not "won three medals, the first at 17"
_AT_AGE = pattern(
    r"(?<!first )(?<!last )(?<!second )(?<!third )\bat (?:just |only )?"
    r"(?:(?:the|a) (?:[a-z]+ ){0,3}age of )?(?:just |only )?$"
)
_NOW = pattern(
    r"^[^,;:]{0,60}?(?:['’]s| has| have| is| are)\b(?!.*\b(?:since|after|when|who|was)\b)"
)
#: "His lad, also called Ron, who turned 46": somebody brought in beside, whatever the name
_ANOTHERS = pattern(
    r"\b(?:(?:his|her|their) [a-z]+,? |(?:also|both) )(?:also )?(?:called |named )?$"
)
_ENDS = pattern(r" ?(?:[,.;:!?)\n]|[-–—] |$)")
_IS_NOW = pattern(r",? (?:is|has|will)\b")
_WAS = pattern(r"\bwas (?:just |only |still |then )?$")
_IS = pattern(r"\b(?:is|now|today|turns|has (?:just )?turned)(?: aged)? $")
#: Years after which copy looks back.
_LONG = 10
_TO_NAME = 40
_REACH = 24
_GOES_ON = pattern(
    r"\) (?:was|is|has|had|who|won|wore|said|from|lives?|and|denie[sd]|died|left|played)\b"
)
_AFTER_NAME = pattern(r"[a-z’'], $")


def is_told(age: Claim, reading: Reading) -> bool:
    """Is it told as an age of now?"""
    before = _before(age, reading)
    if before.endswith((" was ", " turned ")) and _is_of_then(age, reading):
        return False  # "who was 18 when she began", "who turned 18 in 1999"
    if _WHO_IS.search(before) or _AT_START.search(before) or _is_at_age(age, reading):
        return True
    on_a_day = _ON_A_DAY.match(reading.text, age.end)
    if _TURNED.search(before) and (on_a_day or _ENDS.match(reading.text, age.end)):
        return True
    return (age.kind == "number" and before.endswith(" (")) or is_present_age(age, reading)


def is_long_ago(one: Claim, other: Claim, reading: Reading) -> bool:
    """ "Who was 17, told how she had …" beside "who is 67": the lower was true of what is told.

    Without "is" or "now", swapped digits are a slip still: "who was 34, had … Cole, 43, leaves".
    """
    young, old = sorted((one, other), key=lambda age: age.value)
    if young.value == old.value or not _WAS.search(_before(young, reading)):
        return False
    if _IS.search(_before(old, reading)):
        return True
    if old.value - young.value < _LONG or slip(old, young) == "digits swapped":
        return False
    end = reading.sentences[young.sentence].end
    return looks_back().search(reading.text, young.end, end) is not None


def _before(age: Claim, reading: Reading) -> str:
    return reading.text[max(0, age.start - _REACH) : age.start]


def _is_of_then(age: Claim, reading: Reading) -> bool:
    if _ON_A_DAY.match(reading.text, age.end):
        return False
    found = of_then().match(reading.text, age.end) or _OF_EVENT.match(reading.text, age.end)
    return found is not None


def may_be_age(claim: Claim, reading: Reading) -> bool:
    """An age, or a number told like one: "Reed (91) wore", "Reed, who turned 91", "Lia, six,"."""
    if claim.kind == "age":
        return True
    if claim.kind != "number" or not 3 <= claim.value <= 120 or not claim.text.isalnum():
        return False
    before = _before(claim, reading)
    if before.endswith(" ("):
        return bool(_GOES_ON.match(reading.text, claim.end))
    if _WHO_IS.search(before) or _AT_START.search(before) or _is_at_age(claim, reading):
        return True
    return is_certain(claim, reading)


def is_certain(claim: Claim, reading: Reading) -> bool:
    """Can it be nothing but an age: "Lia, six, waved", but not "Lund, 46, and Brandt, 31"?"""
    before = _before(claim, reading)
    if claim.kind == "age" or _WHO_IS.search(before) or _AT_START.search(before):
        return True
    named = claim.entity and _AFTER_NAME.search(before)
    return bool(named and claim.text.isalpha() and is_present_age(claim, reading))


def owner_of(age: Claim, reading: Reading) -> str:
    """The name of whose age it is: "Orel, 28,", "At 28, lawyer Nadja Orel is …"."""
    if _WHO_IS.search(_before(age, reading)):
        return _who_is(age, reading)
    if age.entity:
        return age.entity
    if _AT_START.search(reading.text, max(0, age.start - 8), age.start):
        return _named_after(age, reading)
    told = _people_before(age, reading) if _is_at_age(age, reading) else []
    return told[0].text if told else ""


def _who_is(age: Claim, reading: Reading) -> str:
    comma = reading.text.rindex(", who", 0, age.start)
    named = next((n for n in reading.names if n.end == comma and n.kind != "place"), None)
    start = named.start if named else comma
    beside = _ANOTHERS.search(reading.text, max(0, start - 40), start)
    return "" if beside else named.text if named else age.entity


def _named_after(age: Claim, reading: Reading) -> str:
    near = (n for n in reading.names if 0 <= n.start - age.end <= _TO_NAME and n.kind != "place")
    name = next(near, None)
    return name.text if name and _IS_NOW.match(reading.text, name.end) else ""


def _is_at_age(age: Claim, reading: Reading) -> bool:
    """ "Dot Pember has jumped at 83": of the only person whom its sentence names so far."""
    start = reading.sentences[age.sentence].start
    if not _AT_AGE.search(reading.text, max(start, age.start - 40), age.start):
        return False
    if not _ENDS.match(reading.text, age.end):
        return False
    people = _people_before(age, reading)
    alone = len({person(name.text) for name in people}) == 1
    return alone and _NOW.match(reading.text[people[0].end : age.start]) is not None


def _people_before(age: Claim, reading: Reading) -> list[Name]:
    start = reading.sentences[age.sentence].start
    here = [n for n in reading.names if start <= n.start < age.start]
    return [n for n in here if n.kind == "person" or (n.kind == "" and " " in n.text)]
