"""A figure and what its file's own tags say it means: `<money unit="USD">`, `<chron norm="…">`.

Agencies tag by machine, so a tag is neither believed nor laughed off: it is held against what the
words say, as far as they say it. "$" may be any dollar, and "Tuesday" any Tuesday.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.calendar import is_real
from numcheck.model import Calendar, Claim, Confidence, Interval, Link, LinkKind, Reading, Span
from numcheck.months import WEEKDAYS
from numcheck.patterns import pattern
from numcheck.units import FAMILIES, MINOR, is_currency, tables

KIND = LinkKind(
    name="tagged",
    summary="A figure, what a tag of its file says it means, and what its words admit.",
    roles=("figure",),
    facts=("tag", "said", "admitted", "told"),
)

_DATE = pattern(r"(\d{4})-?(\d\d)-?(\d\d)([T ]\d)?")
_NUMBER = pattern(r"[-+]?\d{1,18}(?:\.\d{1,9})?|[-+]?\d{1,3}(?:,\d{3}){1,6}")
_WEEKDAY = pattern(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
#: "A$5", "USD 5", "Hong Kong dollars": the words themselves say whose dollars they are.
_NAMED = pattern(r"[A-Za-z][$£¥]|\b[A-Z]{3}\b|[A-Z][a-z]+ [a-z]+$")
#: What is plainly no sum of money, whatever a tagger made of it.
_NO_MONEY = frozenset({"year", "date", "time", "score", "percent", "age", "temperature"})


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every tagged figure whose tag can be understood."""
    starts = [claim.start for claim in reading.claims]
    for tag, span, said in reading.document.hints:
        claims = _inside(reading, starts, span)
        if tag == "money":
            yield from _money(claims, said)
        elif tag == "num":
            yield from _number(claims, span, said)
        elif tag in ("chron", "time"):
            yield from _moment(reading, claims, span, said, tag)


def _inside(reading: Reading, starts: list[int], span: Span) -> list[Claim]:
    """The claims whose numerals stand between a tag's ends."""
    first = max(bisect_left(starts, span.start) - 2, 0)  # bound words may stand before the tag
    found = []
    for claim in reading.claims[first:]:
        if claim.start >= span.end:
            break
        if span.start <= claim.numeral.start < span.end:
            found.append(claim)
    return found


def _link(
    claim: Claim, tag: str, said: Any, admitted: Any, told: str, sure: Confidence = "high"
) -> Link:
    facts = {"tag": tag, "said": said, "admitted": admitted, "told": told}
    return Link(KIND.name, {"figure": claim}, confidence=sure, facts=facts)


def _money(claims: list[Claim], said: str) -> Iterator[Link]:
    sums = [claim for claim in claims if claim.kind == "money"]
    code = said.upper() if said.upper() in tables().codes else tables().money.get(said.lower(), "")
    for claim in sums if code else ():
        if claim.unit and claim.unit not in MINOR and claim.unit not in FAMILIES:
            admitted = (claim.unit, *_namesakes(claim))
            yield _link(claim, "money", code, admitted, code)
    if claims and all(claim.kind in _NO_MONEY for claim in claims):
        yield _link(claims[0], "money", "money", (claims[0].kind,), "money", "low")


def _namesakes(claim: Claim) -> list[str]:
    """The other currencies that a bare sign or name ("$", "francs") can stand for."""
    if _NAMED.search(claim.text):
        return []
    families = {name.split()[-1] for name, unit in tables().money.items() if unit == claim.unit}
    return [unit for name, unit in tables().money.items() if name.split()[-1] in families]


def _number(claims: list[Claim], span: Span, said: str) -> Iterator[Link]:
    """A number against the value read; a unit against the unit read."""
    if len(claims) != 1 or not said:
        return
    (claim,) = claims
    if _NUMBER.fullmatch(said):
        # "<num value="3.6">3.6</num> million": the tag speaks of a part of the figure.
        if claim.calendar is None and not claim.malformed and claim.numeral.end <= span.end:
            value = float(said.replace(",", ""))
            yield _link(claim, "num", value, (Interval(*claim.hull),), said)
        return
    unit = _unit(said)
    if unit and claim.unit and claim.unit not in FAMILIES:
        admitted = (claim.unit, *(_namesakes(claim) if claim.kind == "money" else ()))
        yield _link(claim, "num", unit, admitted, said)


def _unit(said: str) -> str:
    name = said.lower().strip()
    names = tables().names
    found = names.get(name) or names.get(name.removesuffix("s")) or tables().symbols.get(said, "")
    return found or (said.upper() if is_currency(said.upper()) else "")


def _moment(
    reading: Reading, claims: list[Claim], span: Span, said: str, tag: str
) -> Iterator[Link]:
    """A day against the parts of it that the words give: weekday, day, month, year."""
    match = _DATE.match(said)
    day = _day(match) if match else None
    if match is None or day is None:
        return
    dated = [c for c in claims if c.calendar is not None and c.kind in ("date", "year")]
    dated = dated or _weekdays(reading, span)
    # A time of day is told in another zone than the copy's, and so perhaps on the next day.
    near = [day + dt.timedelta(days=n) for n in ((-1, 0, 1) if match[4] else (0,))]
    if not dated or any(_fits(claim.calendar, one) for claim in dated for one in near):
        return
    yield _link(dated[0], tag, day, (), f"{day.day} {day:%B %Y}, a {day:%A}")


def _day(match: re.Match[str]) -> dt.date | None:
    year, month, day = (int(part) for part in match.groups()[:3])
    if not 1 < year < 9999 or not is_real(Calendar(year, month, day)):
        return None
    return dt.date(year, month, day)


def _fits(written: Calendar | None, day: dt.date) -> bool:
    if written is None:
        return True
    if written.year is not None and not written.year <= day.year < written.year + written.years:
        return False
    pairs = (
        (written.month, day.month), (written.day, day.day), (written.weekday, day.weekday()),
    )  # fmt: skip
    return all(said is None or said == there for said, there in pairs)


def _weekdays(reading: Reading, span: Span) -> list[Claim]:
    """A day of the week alone is no figure of the copy; here it is one, to be pointed at."""
    match = _WEEKDAY.search(reading.text, span.start, span.end)
    if match is None:
        return []
    at, weekday = Span(*match.span()), WEEKDAYS.index(match[0])
    return [
        Claim(
            at.start, at.end, match[0], "date", weekday, weekday, weekday, weekday, weekday,
            numeral=at, calendar=Calendar(weekday=weekday), document=reading.document.id,
        )
    ]  # fmt: skip
