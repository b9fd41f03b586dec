"""Lists of figures: where they begin and end, and whether they can be the parts of a total.

What makes a list a breakdown is decided by those who look for one: `sum_of` in one sentence,
`_spread_sums` over several.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from numcheck.links._common.belongs import may_contain, nouns_clash, nouns_fit, one_measure
from numcheck.links._common.book import Book, book
from numcheck.links._common.figures import number, printed, printed_together, spoken, sum_of
from numcheck.links._common.wording import Masked, masked
from numcheck.links.sums._total import EVEN_ROUNDED, is_likely_total, is_total
from numcheck.model import Claim, Confidence, Interval, Link, Reading
from numcheck.text.lexicon import lexicon, on_change
from numcheck.values import frozen

#: What can be added up.
SUMMED = frozenset({"number", "count", "money", "measure", "duration"})
_OLDEST = 120
_THREE = 3
_WITH_UNIT = ("money", "measure", "duration")
_PAIR = 2


class Lists(NamedTuple):
    """Words by what they tell of a list: `divided` are the nouns of all partitions."""

    partitions: tuple[frozenset[str], ...]
    opposites: tuple[frozenset[str], ...]
    divided: frozenset[str]
    threes: frozenset[str]
    games: frozenset[str]
    scores: frozenset[str]
    wholes: frozenset[str]


@cache
def _lists(language: str) -> Lists:
    listed = lexicon("links/sum-of", language)
    partitions = tuple(map(frozenset, listed["partitions"]))
    opposites = tuple(map(frozenset, listed["opposites"]))
    divided = frozenset(noun for group in partitions for noun in group)
    others = (frozenset(listed[name]) for name in ("threes", "games", "scores", "wholes"))
    return Lists(partitions, opposites, divided, *others)


on_change(_lists.cache_clear)


@frozen
class Copy:
    """What a search for lists looks at: the masked copy and the wordings of lists."""

    reading: Reading
    masked: Masked
    book: Book
    lists: Lists

    @classmethod
    def of(cls, reading: Reading) -> Copy | None:
        """What to look at in a document; None in a language that has no wordings of lists."""
        wordings = book("sum-of", reading.document.language)
        if not wordings.patterns:
            return None
        return cls(reading, masked(reading), wordings, _lists(reading.document.language))

    def between(self, left: Claim, right: Claim) -> str:
        return self.masked.text[left.end : right.start]

    def before(self, claim: Claim) -> str:
        return self.masked.text[max(0, claim.start - 30) : claim.start]

    def after(self, claim: Claim) -> str:
        return self.masked.text[claim.end : claim.end + 60]

    def is_total(self, claim: Claim) -> bool:
        return is_total(self.reading, claim)

    def is_likely_total(self, claim: Claim) -> bool:
        return is_likely_total(self.reading, claim)

    def takes_all(self, claim: Claim) -> bool:
        """ "Which uses up all 8 million", "the full 8 million": is nothing left of it?"""
        return self.book.says("the_full", self.before(claim))

    def is_group(self, claim: Claim) -> bool:
        """ "A 13-strong crew", "a class of 30": is it how many there are of a group?"""
        sized = self.book.says("sized", self.after(claim))
        return sized or self.book.says("body", self.before(claim))

    def is_rest(self, claim: Claim) -> bool:
        """ "The other nine", but not "the other nine of its brands"."""
        rest = self.book.says("remainder", self.before(claim))
        return rest and not self.after(claim).startswith(" of ")

    def is_bearer(self, claim: Claim) -> bool:
        """ "The other nine made 40": who has a figure, and no figure of the list."""
        return self.is_rest(claim) and self.book.says("bears", self.after(claim))

    def is_divided(self, claim: Claim) -> bool:
        """ "The prize of 90,000 is split three ways"."""
        return self.book.says("is_divided", self.after(claim))

    def is_number_of_parts(self, claim: Claim) -> bool:
        """ "Split into three lots"."""
        return self.book.says("into", self.before(claim))

    def is_fronted(self, claim: Claim) -> bool:
        """ "Of the 40 arrested, 12 ...", but not "Of these 40 were charged"."""
        before = self.before(claim)
        bare = not claim.noun and before.endswith((" these ", " those "))
        return not bare and self.book.says("fronted", before)

    def begins(self, claim: Claim) -> bool:
        """Does the sentence begin with the figure?"""
        return self.reading.sentences[claim.sentence].start == claim.start

    def apart_in_time(self, parts: Sequence[Claim]) -> bool:
        """ "Four on Monday, five on Tuesday": counted one day after the other."""
        return any(self.book.says("at_a_time", self.after(part)) for part in parts)

    def of_another_time(self, total: Claim, parts: Sequence[Claim]) -> bool:
        """Does the sentence of a total tell of another time than all its parts: "a year ago"?"""
        if any(part.sentence == total.sentence for part in parts):
            return False
        return self.book.says("another_time", self.sentence(total))

    def sentence(self, claim: Claim) -> str:
        """The masked sentence of a figure."""
        return self.masked.text[slice(*self.reading.sentences[claim.sentence])]

    def divide(self, parts: Sequence[Claim]) -> bool:
        """Are the parts men and women, inbound and outbound: nothing but these, and none twice?"""
        heads = {part.head for part in parts}
        told_once = len(heads) == len(parts)
        if told_once and any(group >= heads for group in self.lists.partitions):
            return True
        return len(parts) == _PAIR and self._are_opposed(*parts)

    def lacks_one(self, parts: Sequence[Claim]) -> bool:
        """ "13 wins and eight draws": are they two of three?"""
        return len(parts) < _THREE and {part.head for part in parts} <= self.lists.threes

    def _are_opposed(self, one: Claim, other: Claim) -> bool:
        """ "5.1 million tonnes inbound and 2.9 million outbound"."""
        first, last = self._told_with(one), self._told_with(other)
        return any(
            len(first & pair) == len(last & pair) == 1 and first & pair != last & pair
            for pair in self.lists.opposites
        )

    def _told_with(self, claim: Claim) -> set[str]:
        """The few words after a figure, up to a comma or the next figure."""
        found = self.book.patterns["told_with"].match(self.after(claim))
        return set(found["words"].split()) if found else set()

    def parallel(self, parts: Sequence[Claim]) -> bool:
        """Do all parts go on alike ("14 in Korba, 9 in Lisna")?"""
        found = [self.book.patterns["parallel"].match(self.after(part)) for part in parts]
        return all(found) and len({one["by"] for one in found if one}) == 1


def run(copy: Copy, claims: Sequence[Claim]) -> list[Claim]:
    """The figures that are listed from the first on."""
    listed = list(claims[:1])
    for left, right in pairwise(claims):
        gap = copy.between(left, right)
        # "Ada (16) and Bela (14)" are ages.
        bracketed = right.value > _OLDEST and copy.book.says("bracketed", gap)
        joined = (bracketed or copy.book.says("join", gap)) and not stands_aside(copy, right)
        if not joined or _breaks(copy, left):
            break
        listed.append(right)
    while listed and _breaks(copy, listed[-1]):
        listed.pop()
    return listed


def _breaks(copy: Copy, claim: Claim) -> bool:
    """Does it compare, or tell a part: "three of the men", "6 of 8", but not "3 kg of the tea"?"""
    after = copy.after(claim)
    part = claim.kind != "measure" and after.startswith((" of the ", " of #"))
    return part or copy.book.says("breaks", after)


def stands_aside(copy: Copy, claim: Claim) -> bool:
    """Is it an age, or ruled by a preposition: "a woman, 34,", "two with 12 windows"?"""
    before, after = copy.before(claim), copy.after(claim)
    aside = before.endswith(", ") and after[:1] in (",", ".", ";", ")") and not claim.noun
    led = copy.book.says("led", before) and not copy.book.says("made_of", before)
    return led or (aside and claim.kind == "number")


def fit(total: Claim, parts: Sequence[Claim], divided: bool) -> bool:
    """Can these be parts of it, by what they count or, where that is not known, by their size?"""
    if not all(one_measure(total, part) and may_contain(total, part) for part in parts):
        # "90 million crowns: 40 million for roads ..." - bare figures, if of about that size.
        bare = all(summable(total, part) for part in parts) and total.kind in _WITH_UNIT
        return bare and of_one_size(total, parts)
    if divided or all(nouns_fit(total, part) for part in parts):
        return True
    # "2,400 trees: 1,100 oaks ..." - oaks may be trees or not; figures of one size make it likely.
    unknown = all(nouns_fit(total, part) or not nouns_clash(total, part) for part in parts)
    return unknown and of_one_size(total, parts)


def of_one_size(total: Claim, parts: Sequence[Claim]) -> bool:
    """Do the parts make about the total, within a factor of two?"""
    return 0.5 < sum(part.value for part in parts) / (total.value or 1) < 2


def summable(total: Claim, part: Claim) -> bool:
    """Are both of one measure, or is the part a bare figure that leaves out the unit?"""
    bare = not part.noun and (part.kind == "number" or (part.kind, part.unit) == ("money", ""))
    # "310 hectares: 140 of arable, 95 of grazing" - what they are of is no counted thing.
    # "25 million the libraries": what gets it stands behind it, not what is counted.
    scaled = total.kind == "money" and part.kind == "count" and "illion" in part.text
    bare = bare or (scaled and part.noun_class != "person")
    bare = bare or (total.kind in _WITH_UNIT[1:] and part.kind == "count" and not part.noun_class)
    return one_measure(total, part) or (bare and total.kind in _WITH_UNIT)


def breakdown(
    total: Claim,
    parts: tuple[Claim, ...],
    *,
    complete: bool,
    singles: int = 0,
    confidence: Confidence = "high",
    exact: bool = False,
) -> Link:
    """The link of a total to its parts; `singles` parts are listed without a figure.

    `exact`: what is shared out is shared out to the last penny, round as its figures may be.
    """
    said, *made_of = _exactly((total, *parts)) if exact else printed_together((total, *parts))
    made = sum_of(made_of)
    values = [*(part.value for part in parts), *[1.0] * singles]
    facts = {
        "said": said,
        # "and a child" may be one of the counted: both ways are possible.
        "made": made.plus(Interval(0, singles)),
        "added": " + ".join(map(number, values)),
        "makes": spoken(sum(values), total),
        "sum": sum(values),
        "complete": complete,
        "listed": len(values),
    }
    roles: dict[str, Claim | tuple[Claim, ...]] = {"total": total, "parts": parts}
    return Link("sum-of", roles, confidence=confidence, facts=facts)


def _exactly(claims: Sequence[Claim]) -> list[Interval]:
    return [Interval(c.value, c.value) if c.bound == "exact" else printed(c) for c in claims]


def loosened(link: Link) -> Link:
    """The breakdown with a unit of the last digit allowed for each figure, not half of one."""
    total, parts = link.roles["total"], link.roles["parts"]
    assert isinstance(total, Claim)
    assert isinstance(parts, tuple)
    said, *made_of = printed_together((total, *parts), 1.0)
    made = sum_of(made_of)
    wider = Interval(min(made.low, link.facts["made"].low), max(made.high, link.facts["made"].high))
    makes = link.facts["makes"] + EVEN_ROUNDED
    return replace(link, facts={**link.facts, "said": said, "made": wider, "makes": makes})
