"""Changes: an old figure, a new one, and what the copy says about the way between them.

"rose 10 percent, from 50 cents to 60 cents", "halved from 9,200 to 6,100", "up 3 to
12 from 9". Whether the figures move in the direction of the verb is `ordering`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from numcheck.links._belongs import alike
from numcheck.links._book import book
from numcheck.links._figures import number, printed, spoken
from numcheck.links._wording import Match, figures, matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

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
_PERIODS = frozenset({"hour", "day", "week", "month", "year"})
#: A sum and what each share of it is differ by more than this factor.
_OTHER_THING = 1000
_ONE, _HUNDRED = Interval(1, 1), Interval(100, 100)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every stated change with the figures it is stated for."""
    seen: set[int] = set()
    for match in matches("change", reading):
        if match.roles["stated"].start not in seen:
            link = _link(reading, match, options["rounding_steps"])
            if link is not None and not _fits_another(reading, match, link, options):
                seen.add(match.roles["stated"].start)
                yield link


def _link(reading: Reading, match: Match, steps: float) -> Link | None:
    stated, old, new = (match.roles[role] for role in KIND.roles)
    if not alike(old, new) or old.value <= 0 or new.value < 0 or not _of_one_thing(match):
        return None
    roles = {"stated": stated, "old": old, "new": new}
    if "compared" in match.facts:
        return Link("change", roles, match.span, facts=_factor(stated, old, new))
    factor = book("change", reading.document.language).says("factor", stated.text.lower())
    points = "points" in match.words
    facts = _facts(stated, old, new, steps, points=points, factor=factor)
    if facts is None:
        return None
    if facts["said"].overlaps(facts["made"]) and facts["means"] in ("percent", "amount"):
        exact = _facts(
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
        for role in ("old", "new"):
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
    if stated.kind == "money" and _thing(stated) not in ("", *map(_thing, _levels(match))):
        return False
    sums = [claim for claim in match.roles.values() if _is_sum(claim)]
    units = set(map(_thing, sums))
    sizes = [claim.value for claim in sums if claim.value > 0]
    return len(units) < 2 or (len(units - {""}) < 2 and max(sizes) < _OTHER_THING * min(sizes))


def _levels(match: Match) -> tuple[Claim, Claim]:
    return match.roles["old"], match.roles["new"]


def _thing(claim: Claim) -> str:
    """What a sum is per, unless that is a time."""
    thing = claim.unit.partition(" / ")[2]
    return "" if thing in _PERIODS else thing


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


def _facts(
    stated: Claim, old: Claim, new: Claim, steps: float, *, points: bool, factor: bool
) -> dict[str, Any] | None:
    if stated.kind == "ratio" and (stated.role == "factor" or factor):
        return _factor(stated, old, new)
    if stated.kind == "ratio":
        return _part(stated, old, new) if stated.role == "delta" else None
    if points and old.kind == "percent":
        return _amount(stated, old, new, "points")
    if stated.kind != "percent":
        return _amount(stated, old, new, "amount") if alike(stated, new) else None
    if points or stated.unit != "percent":
        return _amount(stated, old, new, "points") if old.kind == "percent" else None
    share = _share(stated, old, new, steps)
    if old.kind != "percent" or share["said"].overlaps(share["made"]):
        return share
    amount = _amount(stated, old, new, "points")
    # "rose 2 percent, from 4 to 6 percent" means points; that is a rule of its own.
    if amount["said"].overlaps(amount["made"]):
        return {**share, "makes": amount["makes"], "means": "points for percent"}
    return share


def _share(stated: Claim, old: Claim, new: Claim, steps: float) -> dict[str, Any]:
    made = _size(printed(new).over(printed(old)).minus(_ONE).times(_HUNDRED))
    change = abs(new.value / old.value - 1) * 100
    return {
        "said": _size(printed(stated, steps)),
        "made": made,
        "makes": f"{number(change)} percent",
        "means": "percent",
        "change": change,
    }


def _amount(stated: Claim, old: Claim, new: Claim, means: str) -> dict[str, Any]:
    made = _size(printed(new).minus(printed(old)))
    change = abs(new.value - old.value)
    return {
        "said": _size(printed(stated)),
        "made": made,
        "makes": spoken(change, stated),
        "means": means,
        "change": change,
    }


def _part(stated: Claim, old: Claim, new: Claim) -> dict[str, Any]:
    """ "fell by a third": a share of the old figure."""
    facts = _share(stated, old, new, 0)
    return {**facts, "said": stated.hull.times(_HUNDRED)}


def _factor(stated: Claim, old: Claim, new: Claim) -> dict[str, Any]:
    made = printed(new).over(printed(old))
    makes = f"{number(new.value / old.value)} times"
    return {"said": stated.hull, "made": made, "makes": makes, "means": "factor"}


def _size(interval: Interval) -> Interval:
    """The interval without its sign: a fall of 5 is a change of 5."""
    if interval.low >= 0:
        return interval
    if interval.high <= 0:
        return Interval(-interval.high, -interval.low)
    return Interval(0, max(-interval.low, interval.high))
