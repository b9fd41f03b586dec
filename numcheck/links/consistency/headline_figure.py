"""A figure of the headline, a caption, a pull quote or a list, and the story's own figure for it.

They are written at other times than the story, from notes or from an earlier version of it. A
figure that the story repeats anywhere is settled; one that it does not may be told there wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.mentions import Mention, as_sum, mentions
from numcheck.links._common.stems import stem
from numcheck.links.consistency._one_figure import adds_up, may_be_one, settles, slip_between
from numcheck.model import Link, LinkKind, Reading
from numcheck.patterns import pattern

KIND = LinkKind(
    name="headline-figure",
    summary="A figure of a headline, caption, pull quote or list with the story's figure for it.",
    roles=("again", "first"),
    facts=("slip", "thing", "where"),
)

_ZONES = frozenset({"headline", "caption", "pull-quote", "list"})
_STORY = frozenset({"body", "lede"})
#: Slips that chance does not often make between two figures of one story.
_TELLING = frozenset({"digits swapped", "scale shifted", "-teen for -ty"})
#: A page with more figures than this is a list, and comparing all of them takes square time.
_MOST_FIGURES = 200
_MILLION = 1e6
_HEADING_CHARS = 600
_WORD = pattern(r"[a-z]{4,}")


def _words(reading: Reading) -> Book:
    return book("headline-figure", reading.document.language)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Each figure outside the story that the story does not repeat, with the one it ought to be."""
    told = mentions(reading)
    story = [t for t in told if t.claim.zone in _STORY][:_MOST_FIGURES]
    outsiders = [t for t in told if t.claim.zone in _ZONES and not (t.partial or t.whole)]
    for mention in outsiders[:_MOST_FIGURES]:
        outside = as_sum(mention, story)
        near = [t for t in story if may_be_one(t.claim, outside.claim)]
        if any(settles(t, outside) for t in near) or _is_repeated(outside, reading):
            continue
        whole = [t for t in near if not (t.partial or t.whole)]
        found = _same_thing(whole, outside) or _same_sum(whole, outside)
        found = found or _one_slip_away(whole, outside, reading)
        slip = slip_between(found.claim, outside.claim) if found else ""
        if found is None or adds_up(found, outside, reading):
            continue
        if slip == "one digit changed" and _of_another_year(found, outside, reading):
            continue
        if _is_of_another(found, outside, reading) or _in_millions(outside, slip, reading):
            continue
        if slip or _tells_the_news(found, outside, reading):
            yield _link(found, outside, slip)


def _is_repeated(outside: Mention, reading: Reading) -> bool:
    """Does the story give the very figure, of whatever it says that it counts there?"""
    if "story figures" not in reading.cache:
        story = (claim for claim in reading.claims if claim.zone in _STORY)
        reading.cache["story figures"] = {(claim.value, claim.unit) for claim in story}
    return (outside.claim.value, outside.claim.unit) in reading.cache["story figures"]


def _same_thing(near: list[Mention], outside: Mention) -> Mention | None:
    """The story's figure for the same thing or event: one slip away, or else the first."""
    if outside.claim.kind in ("percent", "temperature"):
        return None  # a story has many percentages of one thing
    same = [t for t in near if t.shares(outside) or t.one_event(outside)]
    slipped = (t for t in same if slip_between(t.claim, outside.claim))
    return next(slipped, same[0] if same else None)


def _same_sum(near: list[Mention], outside: Mention) -> Mention | None:
    """The headline's millions in another currency: no story has the same of both by chance."""
    if outside.claim.kind != "money" or outside.claim.value < _MILLION:
        return None
    return next((t for t in near if t.claim.value == outside.claim.value), None)


def _one_slip_away(near: list[Mention], outside: Mention, reading: Reading) -> Mention | None:
    """The one figure that has the digits of the other; but for money, with a word in common."""
    if outside.claim.noun_class and outside.claim.kind in ("number", "count"):
        return None  # it says what it counts, and the story counts nothing of the sort
    slipped = [t for t in near if slip_between(t.claim, outside.claim) in _TELLING]
    if len(slipped) != 1:
        return None
    swapped = slip_between(slipped[0].claim, outside.claim) == "digits swapped"
    alike = _stems(outside, reading) & _stems(slipped[0], reading)
    return slipped[0] if alike or (swapped and outside.claim.kind == "money") else None


def _stems(mention: Mention, reading: Reading) -> set[str]:
    words = _WORD.findall(reading.sentence_text(mention.claim.sentence).lower())
    return {word[:4] for word in words} - _words(reading).sets["light"]


def _in_millions(outside: Mention, slip: str, reading: Reading) -> bool:
    """ "Estimated sales, in millions:" over a list: its figures leave the scale out."""
    start = outside.claim.start
    before = reading.text[max(0, start - _HEADING_CHARS) : start]
    return slip == "scale shifted" and _words(reading).says("scaled", before)


def _is_of_another(found: Mention, outside: Mention, reading: Reading) -> bool:
    """ "A study of the route cost 6 million": of something new, which the headline has not."""
    start = reading.sentences[found.claim.sentence].start
    new_subject = _words(reading).patterns["new_subject"]
    new = new_subject.match(reading.text, start, found.claim.start)
    headline = reading.sentence_text(outside.claim.sentence).lower()
    return new is not None and stem(new[1]) not in headline


def _of_another_year(found: Mention, outside: Mention, reading: Reading) -> bool:
    """ "First costed at 1.7 billion in 2017": is the story's figure one of a year of its own?"""
    years = {c.value for c in reading.in_sentence(found.claim.sentence) if c.kind == "year"}
    named = {c.value for c in reading.in_sentence(outside.claim.sentence) if c.kind == "year"}
    return bool(years - named)


def _link(found: Mention, outside: Mention, slip: str) -> Link:
    thing = found.claim.noun or outside.claim.noun
    return Link(
        KIND.name,
        {"again": found.claim, "first": outside.claim},
        confidence="high" if slip else "medium",
        facts={"slip": slip or "another figure", "thing": thing, "where": outside.claim.zone},
    )


def _tells_the_news(found: Mention, outside: Mention, reading: Reading) -> bool:
    """Is this the headline's one figure, told of the same event in the first lines of the story?

    "Storm kills 600" may be 400 here and 200 there, and several figures may be parts of it.
    """
    zones = (outside.claim.zone, found.claim.zone)
    if zones != ("headline", "lede") or not found.one_event(outside):
        return False
    beside = reading.in_sentence(found.claim.sentence)
    counts = sum(claim.kind in ("number", "count") for claim in beside)
    return counts == 1 and found.claim.noun_class == "person"
