"""Which figures are told as ages of now, and whose: "Omar, who is seven", "has swum it at 71"."""

from __future__ import annotations

from numcheck.links._common.slips import slip
from numcheck.links.ages._people import is_present_age, person
from numcheck.links.ages._words import around
from numcheck.model import Claim, Name, Reading
from numcheck.patterns import pattern
from numcheck.text.kin import looks_back, of_then, somebody_of

_ENDS = pattern(r" ?(?:[,.;:!?)\n]|[-–—] |$)")
_BRACKET = pattern(r"\)[,.]")
_AFTER_NAME = pattern(r"[a-z’'], $")
#: Years after which copy looks back.
_LONG = 10
_TO_NAME = 40
_REACH = 24


def is_told(age: Claim, reading: Reading) -> bool:
    """Is it told as an age of now?"""
    before = _before(age, reading)
    if before.endswith((" was ", " turned ")) and _is_of_then(age, reading):
        return False  # "who was 18 when she began", "who turned 18 in 1999"
    if _is_introduced(age, reading) or _is_at_age(age, reading):
        return True
    if age.kind == "age" and somebody_of().search(before):
        return True
    ends = around(reading).after("on_a_day", age) or _ENDS.match(reading.text, age.end)
    if ends and around(reading).before("turned", age, _REACH):
        return True
    return (age.kind == "number" and before.endswith(" (")) or is_present_age(age, reading)


def is_long_ago(one: Claim, other: Claim, reading: Reading) -> bool:
    """ "Who was 17, told how she had …" beside "who is 67": the lower was true of what is told.

    Without "is" or "now", swapped digits are a slip still: "who was 34, had … Cole, 43, leaves".
    """
    young, old = sorted((one, other), key=lambda age: age.value)
    if young.value == old.value or not around(reading).before("was", young, _REACH):
        return False
    if around(reading).before("is", old, _REACH):
        return True
    if old.value - young.value < _LONG or slip(old, young) == "digits swapped":
        return False
    end = reading.sentences[young.sentence].end
    return looks_back().search(reading.text, young.end, end) is not None


def _before(age: Claim, reading: Reading) -> str:
    return reading.text[max(0, age.start - _REACH) : age.start]


def _is_introduced(age: Claim, reading: Reading) -> bool:
    """ "Omar, who is seven", "At 28, lawyer Nadja Orel is"."""
    copy = around(reading)
    return bool(copy.before("who_is", age, _REACH) or copy.before("at_start", age, _REACH))


def _is_of_then(age: Claim, reading: Reading) -> bool:
    if around(reading).after("on_a_day", age):
        return False
    then = of_then().match(reading.text, age.end) or around(reading).after("of_event", age)
    return then is not None


def may_be_age(claim: Claim, reading: Reading) -> bool:
    """An age, or a number told like one: "Reed (91) wore", "Reed, who turned 91", "Lia, six,"."""
    if claim.kind == "age":
        return True
    if claim.kind != "number" or not 3 <= claim.value <= 120 or not claim.text.isalnum():
        return False
    if _before(claim, reading).endswith(" ("):
        return may_be_number(claim, reading) or around(reading).after("goes_on", claim) is not None
    return _is_at_age(claim, reading) or is_certain(claim, reading)


def may_be_number(claim: Claim, reading: Reading) -> bool:
    """ "Halas (23), who": as likely the number that a player wears."""
    bracketed = _before(claim, reading).endswith(" (") and _BRACKET.match(reading.text, claim.end)
    return claim.kind == "number" and bool(bracketed)


def is_certain(claim: Claim, reading: Reading) -> bool:
    """Can it be nothing but an age: "Lia, six, waved", but not "Lund, 46, and Brandt, 31"?"""
    if claim.kind == "age" or _is_introduced(claim, reading):
        return True
    named = claim.entity and _AFTER_NAME.search(_before(claim, reading))
    return bool(named and claim.text.isalpha() and is_present_age(claim, reading))


def owner_of(age: Claim, reading: Reading) -> str:
    """The name of whose age it is: "Orel, 28,", "At 28, lawyer Nadja Orel is …"."""
    told = around(reading).before("who_is", age, _REACH)
    if told:
        return _named_before(told.start(), age, reading)
    if age.entity:
        return age.entity
    if _before(age, reading).endswith(" ("):
        return next((n.text for n in reading.names if n.end == age.start - len(" (")), "")
    if around(reading).before("at_start", age, _REACH):
        return _named_after(age, reading)
    people = _people_before(age, reading) if _is_at_age(age, reading) else []
    return people[0].text if people else ""


def _named_before(comma: int, age: Claim, reading: Reading) -> str:
    """Whom the comma of "Omar, who is seven" follows; "" if somebody is brought in by that name."""
    named = next((n for n in reading.names if n.end == comma and n.kind != "place"), None)
    start = named.start if named else comma
    beside = around(reading).book.patterns["beside"]
    if beside.search(reading.text, max(0, start - _TO_NAME), start):
        return ""
    return named.text if named else age.entity


def _named_after(age: Claim, reading: Reading) -> str:
    near = (n for n in reading.names if 0 <= n.start - age.end <= _TO_NAME and n.kind != "place")
    name = next(near, None)
    goes_on = around(reading).book.patterns["named_is"]
    return name.text if name and goes_on.match(reading.text, name.end) else ""


def _is_at_age(age: Claim, reading: Reading) -> bool:
    """ "Dot Pember has jumped at 83": of the only person whom its sentence names so far."""
    copy = around(reading)
    if not copy.earlier("at_age", age, _TO_NAME) or not _ENDS.match(reading.text, age.end):
        return False
    people = _people_before(age, reading)
    if len({person(name.text) for name in people}) != 1:
        return False
    return copy.book.says("tells_now", reading.text[people[0].end : age.start])


def _people_before(age: Claim, reading: Reading) -> list[Name]:
    start = reading.sentences[age.sentence].start
    here = [n for n in reading.names if start <= n.start < age.start]
    return [n for n in here if n.kind == "person" or (n.kind == "" and " " in n.text)]
