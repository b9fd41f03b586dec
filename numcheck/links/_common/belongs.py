"""May one figure be a part of another, and which earlier figure does "of them" speak of?

Both questions are answered from what the claims say they count. Where that is not known the
wording must carry the answer alone; where it is known and does not fit, there is no link.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.book import book
from numcheck.links._common.wording import figures, masked
from numcheck.model import Claim, Confidence, Reading
from numcheck.patterns import pattern

_COUNTS = frozenset({"number", "count"})
#: "with 63 people on board" can be what "them" means; "in 12 countries" hardly is.
_PLACED = pattern(
    r"\b(?:in|at|across|over|after|within|on|under|near|during|between)"
    r"(?: the| some| its| their| all)?(?: (?!total|all)[a-z-]+)? $"
)
_OF_MANY_KINDS = frozenset({"person", "animal", "vehicle", "vessel", "aircraft", "weapon"})
_GROUPED = pattern(r"(?: [a-z-]+){1,2} of $")
_APPOSED = pattern(r"(?: [a-z-]+){1,3}, (?:with )?$")
_SITES = frozenset({"place", "building", "organisation"})
_PLACES = frozenset({"", "place", "building", "organisation", "time"})
_OTHER_SIZE = 20
_LOOK_BACK = 2  # sentences
_REACH = 120
_FEW = 2
#: Kinds of what may befall people and animals, each with its end; see `now_` and `then_` patterns.
_STATES = ("well", "free", "safe")


def one_measure(a: Claim, b: Claim) -> bool:
    """Are both counts, or both given in one unit?"""
    if a.kind in _COUNTS or b.kind in _COUNTS:
        return a.kind in _COUNTS and b.kind in _COUNTS
    return a.kind == b.kind and base_unit(a) == base_unit(b)


def base_unit(claim: Claim) -> str:
    """The unit without what it is per: "EUR" of "900 euros a month"."""
    return claim.unit.split(" / ")[0]


def may_contain(whole: Claim, part: Claim) -> bool:
    """Can `part` be a part of `whole`, by what the two count?"""
    # "It rained on 8 of the 7 days": the part leaves out what the whole is measured in.
    bare = part.kind in _COUNTS and whole.kind == "duration" and part.head in ("", whole.unit)
    return (bare or one_measure(whole, part)) and not _is_rate(whole) and not _is_rate(part)


def nouns_fit(whole: Claim, part: Claim) -> bool:
    """Do the counted things fit, as far as the copy names them?

    "patients" holds "women"; "12 plants" holds no "500 workers". A figure without a noun
    ("12 of them", "including 21 with burns") takes that of the other.
    """
    if whole.kind not in _COUNTS or not part.head or not whole.head or part.head == whole.head:
        return True
    # "to 410 cabs from 530 a year ago": time is never what a bare count counts.
    if "time" in (part.noun_class, whole.noun_class):
        return True
    return part.noun_class == whole.noun_class != ""


def nouns_clash(whole: Claim, part: Claim) -> bool:
    """Are the counted things known to be different, as villages and residents are?"""
    return "" != part.noun_class != whole.noun_class != ""


def nouns_allow(how: str, whole: Claim, part: Claim) -> bool:
    """Do the nouns allow it, as far as a wording leaves it to them?

    `how` is "free" (the wording says all), "same" (they are one), "loose" (what stands behind
    the part may be anything: "Of the 230 farms, 31 kept no records"), "persons" ("seven in four
    pupils") or "" (they fit).
    """
    if how == "same":
        return part.head == whole.head
    if how == "persons":
        return part.noun == "" and whole.noun_class == "person"
    # Kinds are too many to be listed: "nine people, among them two minors", "14 dogs, two of them
    # puppies". Of places anything may be counted, and it need not be places.
    if whole.noun_class in _OF_MANY_KINDS and part.noun_class == "":
        return True
    if how == "loose":
        return not nouns_clash(whole, part)
    return how == "free" or nouns_fit(whole, part)


def alike(a: Claim, b: Claim) -> bool:
    """Are both of one measure, or one a bare number that leaves out the unit of the other?

    "to 520 euros from 500". A bare number of quite another size is about something else, and so is
    "500 tons a day" beside "130 tons an hour".
    """
    if len({claim.unit.partition(" / ")[2] for claim in (a, b)} - {""}) > 1:
        return False
    if one_measure(a, b):
        return nouns_fit(a, b)
    bare = [claim for claim in (a, b) if is_bare(claim)]
    if len(bare) == 1 and bare[0].kind == "money" and {a.kind, b.kind} != {"money"}:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return len(bare) > 0 and low * _OTHER_SIZE > high


def is_bare(claim: Claim) -> bool:
    """Does the copy leave out its unit: "55 minutes instead of 70", "800 euros, now 1,100"?"""
    if claim.kind == "money":
        return claim.unit == ""
    return claim.kind == "number" and not claim.noun


def _is_rate(claim: Claim) -> bool:
    per = claim.per not in ("", "per cent") or " / " in claim.unit
    return per or claim.statistic in ("mean", "median")


def antecedent(
    reading: Reading, part: Claim, before: int, *, persons: bool = False, here: bool = False
) -> tuple[Claim, Confidence] | None:
    """The figure that "of them", "including" and their like speak of, and how sure that is.

    Looks back from the offset `before`; `here` keeps to the sentence ("of whom"), else two
    sentences back are tried where nearer ones hold no candidate. Of several candidates the
    largest is taken, so that a part is only ever too large if it is too large for each of them.
    """
    first = part.sentence if here else max(0, part.sentence - _LOOK_BACK)
    befallen = None if here else _befallen(reading, part, first)
    if _is_of_subject(reading, part, first):
        first = part.sentence
    nearest = _nearest(reading, part, before, first, persons=persons)
    if befallen is None:
        return nearest
    return nearest if nearest and nearest[0] is befallen else (befallen, "medium")


def _nearest(
    reading: Reading, part: Claim, before: int, first: int, *, persons: bool
) -> tuple[Claim, Confidence] | None:
    """The figure of the nearest sentence that holds one."""
    for sentence in range(part.sentence, first - 1, -1):
        claims = figures(reading, sentence)
        found = [c for c in claims if c.start < before and _can_be_meant(reading, c, part, persons)]
        if not found and (apposed := _apposed(reading, claims, part, before)):
            # "in 23 games, 18 of them from the bench"; "died in 12 towns, 18 of them children"
            return None if apposed.noun_class in _SITES else (apposed, "high")
        if not found and any(_is_rate(c) and c.start < before for c in claims):
            return None  # "The ward sees 900 people a year, 700 of them ..."
        if found:
            # "20 brigades of 5,000 men each, 30,000 of them ...": nobody has counted "them".
            rates = [c for c in claims if found[-1].end < c.start < before and _is_rate(c)]
            rates += [c for c in found if _is_group_size(reading, claims, c)]
            # "420 in Tarn and 510 in Vik. Of these, 600 ...": all of them together may be meant.
            together = len(found) > 1 and part.low <= sum(claim.high for claim in found)
            # "420 pupils and the one in Vik 510": a name with a number may be a figure.
            named = any(c.kind == "identifier" and c.start > found[-1].end for c in claims)
            return None if rates or together or named else _surest(found, part)
    return None


def _apposed(reading: Reading, claims: Sequence[Claim], part: Claim, before: int) -> Claim | None:
    """The count right before the part, with its noun and a comma between: "in 23 games, 18"."""
    told = [c for c in claims if c.end < before and c is not part and c.kind in _COUNTS]
    if not told or told[-1].high < _FEW or not may_contain(told[-1], part):
        return None
    between = masked(reading).text[told[-1].end : part.start]
    return told[-1] if _APPOSED.match(between) and not nouns_clash(told[-1], part) else None


def _is_of_subject(reading: Reading, part: Claim, first: int) -> bool:
    """ "Patients were of all ages, and 142 of them minors": of those its sentence begins with?

    Unless they have been counted before.
    """
    words = book("part-of", reading.document.language)
    told = masked(reading).text[reading.sentences[part.sentence].start : part.start]
    found = words.patterns["own_subject"].match(told)
    if found is None:
        return False
    near = (claim for at in range(first, part.sentence) for claim in figures(reading, at))
    return not any(claim.noun.lower().split()[-1:] == [found["noun"]] for claim in near)


def _befallen(reading: Reading, part: Claim, first: int) -> Claim | None:
    """The only figure of those whom that befell out of which the part came.

    "Some 58 fell ill. The clinic has 140 beds. By now 73 of them have recovered": only who has
    been ill recovers.
    """
    words = book("part-of", reading.document.language)
    now = next((one for one in _STATES if words.says(f"now_{one}", _around(reading, part))), "")
    if not now:
        return None
    near = [claim for at in range(first, part.sentence) for claim in figures(reading, at)]
    like = [c for c in near if may_contain(c, part) and not nouns_clash(c, part)]
    found = [c for c in like if words.says(f"then_{now}", _around(reading, c))]
    # "Police held 40 men and 60 women. Of them, 90 were charged"
    if len(found) != 1 or sum(c.sentence == found[0].sentence for c in like) > 1:
        return None
    return found[0] if found[0].high >= _FEW else None


def _around(reading: Reading, claim: Claim) -> str:
    """The masked copy around a figure, "<" being its place."""
    text = masked(reading).text
    before = text[max(0, claim.start - _REACH) : claim.start]
    return f"{before}<{text[claim.end : claim.end + _REACH]}"


def _is_group_size(reading: Reading, claims: Sequence[Claim], claim: Claim) -> bool:
    """Is it the 11 of "eight teams of 11 players"?"""
    earlier = [other for other in claims if other.end < claim.start]
    if not earlier:
        return False
    return _GROUPED.match(masked(reading).text[earlier[-1].end : claim.start]) is not None


def _surest(found: list[Claim], part: Claim) -> tuple[Claim, Confidence]:
    named = [claim for claim in found if part.head and claim.head == part.head] or found
    if len(named) == 1:
        return named[0], "high"
    return max(named, key=lambda claim: claim.high), "medium"


def _can_be_meant(reading: Reading, claim: Claim, part: Claim, persons: bool) -> bool:
    if claim is part or not may_contain(claim, part) or not nouns_allow("", claim, part):
        return False
    # "Less than 12 months ago" tells when, and is nothing that some could be of.
    if reading.text.startswith((" ago", " earlier", " later"), claim.end):
        return False
    # "One minister ... two of them": them are always several.
    if claim.kind in _COUNTS and claim.high < 2:
        return False
    if claim.noun_class == "person":
        return True
    lead = masked(reading).text[max(0, claim.start - 40) : claim.start]
    if persons and claim.noun_class:
        return False
    if claim.kind == "money":
        return True
    return claim.noun_class not in _PLACES or not _PLACED.search(lead)
