"""Changes: an old figure, a new one, and what the copy says about the way between them.

"rose 10 percent, from 50 cents to 60 cents", "halved from 9,200 to 6,100", "up 3 to
12 from 9". Whether the figures move in the direction of the verb is `ordering`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from numcheck.links._common.belongs import alike
from numcheck.links._common.book import Book, book
from numcheck.links._common.near import PERIODS, is_count, one_unit, said_of, worth
from numcheck.links._common.wording import Match, figures, masked, matches
from numcheck.links.changes._change_arithmetic import factor_of, facts_of, times_of
from numcheck.links.changes._change_search import is_step, of_different_things
from numcheck.links.changes._changes import changes
from numcheck.model import Claim, Link, LinkKind, Reading

KIND = LinkKind(
    "change",
    "An old and a new figure, and the change that the copy states.",
    roles=("stated", "old", "new"),
    facts=("said", "made", "makes", "means", "change"),
    # Percentages are computed from figures that were rounded by someone else first.
    options={"rounding_steps": 1.0},
)
#: A gap of this share of the true change is no rounding of an editor's.
_FAR_OFF = 0.3
#: A sum and what each share of it is differ by more than this factor.
_OTHER_THING = 1000


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every stated change with the figures it is stated for."""
    seen: set[int] = set()
    steps = options["rounding_steps"]
    for match in matches("change", reading):
        stated = match.roles["stated"]
        if stated.start not in seen and not _is_yearly(stated):
            link = _link(reading, match, steps)
            if link is not None and not _fits_another(reading, match, link, options):
                seen.add(stated.start)
                yield link
    for change in changes(reading, steps):
        if change.stated.start not in seen and not _is_yearly(change.stated):
            seen.add(change.stated.start)
            roles = {"stated": change.stated, "old": change.old, "new": change.new}
            yield Link("change", roles, confidence="medium", facts=change.facts)


def _is_yearly(stated: Claim) -> bool:
    """ "6 percent a year for three years, from 2,000 euros to 2,382": no change of the whole."""
    return stated.kind == "percent" and stated.per != ""


def _link(reading: Reading, match: Match, steps: float) -> Link | None:
    stated, old, new = (match.roles[role] for role in KIND.roles)
    if not alike(old, new) and not one_unit(old, new):
        return None
    if old.value <= 0 or new.value < 0 or not _of_one_thing(match) or of_different_things(old, new):
        return None
    roles = {"stated": stated, "old": old, "new": new}
    if "compared" in match.facts:
        return Link("change", roles, match.span, facts=factor_of(stated, old, new))
    words = book("change", reading.document.language)
    if any(_is_no_level(reading, words, level) for level in (old, new)):
        return None
    if said_of(reading, stated, words, "distance") or _is_told_elsewhere(reading, words, match):
        return None
    if is_count(stated) and said_of(reading, stated, words, "times"):
        return Link("change", roles, match.span, facts=times_of(stated, old, new))
    factor = words.says("factor", stated.text.lower())
    points = "points" in match.words
    facts = facts_of(stated, old, new, steps, points=points, factor=factor)
    if facts is None:
        return None
    if facts["said"].overlaps(facts["made"]) and facts["means"] in ("percent", "amount"):
        exact = facts_of(
            _unrounded(stated),
            _unrounded(old),
            _unrounded(new),
            steps,
            points=points,
            factor=factor,
        )
        if exact is not None and _far_off(exact):
            return Link("change", roles, match.span, "medium", exact)
    return Link("change", roles, match.span, facts=facts)


def _fits_another(reading: Reading, match: Match, link: Link, options: Mapping[str, Any]) -> bool:
    """Is the change that of another figure of the sentence ("152 of 243, 30 more than the 122")?"""
    if link.facts["said"].overlaps(link.facts["made"]):
        return False
    for claim in figures(reading, match.roles["stated"].sentence):
        if claim.start in [one.start for one in match.roles.values()]:
            continue
        for role in ("stated", "old", "new"):
            other = _link(
                reading,
                replace(match, roles={**match.roles, role: claim}),
                options["rounding_steps"],
            )
            if other is not None and other.facts["said"].overlaps(other.facts["made"]):
                return True
    return False


def _of_one_thing(match: Match) -> bool:
    """Are all of one thing or of all: no "11 yen a share" beside so many billion yen?

    What it is per is often told with one of them only ("from $1.20 to $1.50 a litre"); what is
    per month or year may be told without it the next time.
    """
    stated = match.roles["stated"]
    if stated.kind == "money":
        things = {*map(_thing, _levels(match))}
        told_alone = things == {""} and stated.role == "delta"  # "up 12p a litre to £1.52"
        if _thing(stated) not in ("", *things) and not told_alone:
            return False
        # "104 million euros, or 50 cents a share, against 88 million, or 42 cents"
        if worth(stated) * _OTHER_THING < min(map(worth, _levels(match))):
            return False
    sums = [claim for claim in match.roles.values() if _is_sum(claim)]
    units = set(map(_thing, sums))
    sizes = [claim.value for claim in sums if claim.value > 0]
    return len(units) < 2 or (len(units - {""}) < 2 and max(sizes) < _OTHER_THING * min(sizes))


def _is_no_level(reading: Reading, words: Book, claim: Claim) -> bool:
    """Is it a difference ("30 more than", "by 12"), or how long it took ("in three years")?"""
    patterns = ("difference", "period") if claim.kind == "duration" else ("difference",)
    return is_step(reading, claim) or said_of(reading, claim, words, *patterns)


def _is_told_elsewhere(reading: Reading, words: Book, match: Match) -> bool:
    """ "£90 more than a week ago but short of the record £8,300": is the former figure left out?"""
    stated, old = match.roles["stated"], match.roles["old"]
    between = masked(reading).text[stated.end : old.start]
    return stated.end < old.start and words.says("elsewhere", between)


def _levels(match: Match) -> tuple[Claim, Claim]:
    return match.roles["old"], match.roles["new"]


def _thing(claim: Claim) -> str:
    """What a sum is per, unless that is a time."""
    thing = claim.unit.partition(" / ")[2]
    return "" if thing in PERIODS else thing


def _is_sum(claim: Claim) -> bool:
    return claim.kind not in ("percent", "ratio")


def _unrounded(claim: Claim) -> Claim:
    """The claim without the slack of a round figure: 3,100 euros for 3,050 to 3,150."""
    if claim.step != 1 or claim.bound != "exact" or claim.kind == "percent":
        return claim
    return replace(claim, step=0.0, low=claim.value, high=claim.value)


def _far_off(facts: Mapping[str, Any]) -> bool:
    """Is the stated change wrong for the printed figures, and by more than rounding explains?"""
    said, made = facts["said"], facts["made"]
    gap = max(said.low - made.high, made.low - said.high)
    return bool(gap > _FAR_OFF * facts["change"])
