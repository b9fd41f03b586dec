"""One share said twice: "12 of the 40 schools (25%)", "one in five (25%)", "31, or 43 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._belongs import may_contain, nouns_allow
from numcheck.links._figures import number, printed
from numcheck.links._wording import Match, matches
from numcheck.model import Claim, Interval, Link, LinkKind, Reading

KIND = LinkKind(
    "share-of",
    "A percentage and the counts or the ratio that it repeats.",
    roles=("stated", "shown"),
    facts=("said", "made", "shown_text", "makes", "share"),
    # Desks cut as often as they round: 2 of 3 is printed as 66 and as 67 percent.
    options={"rounding_steps": 1.0},
)
_HUNDRED = Interval(100, 100)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every percentage that repeats a share given by counts or as a ratio."""
    seen: set[int] = set()
    for match in matches("share-of", reading):
        stated = match.roles["stated"]
        if stated.start not in seen:
            link = _link(match, options["rounding_steps"])
            if link is not None:
                seen.add(stated.start)
                yield link


def _link(match: Match, steps: float) -> Link | None:
    stated = match.roles["stated"]
    said = printed(stated, steps)
    if "ratio" in match.roles:
        ratio = match.roles["ratio"]
        made = ratio.hull.times(_HUNDRED)
        shown: Claim | tuple[Claim, ...] = ratio
        value, text = ratio.value * 100, ratio.text
    else:
        part, whole = match.roles["part"], match.roles["whole"]
        if not may_contain(whole, part) or whole.value <= 0:
            return None
        if not nouns_allow(match.facts.get("nouns", ""), whole, part):
            return None
        made = printed(part).over(printed(whole)).times(_HUNDRED)
        shown = (part, whole)
        value, text = 100 * part.value / whole.value, f"{part.text} of {whole.text}"
    facts = {
        "said": said,
        "made": made,
        "shown_text": text,
        "makes": f"{number(value)} percent",
        "share": value,
    }
    return Link("share-of", {"stated": stated, "shown": shown}, match.span, facts=facts)
