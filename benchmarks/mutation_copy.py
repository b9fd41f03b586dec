"""Correct copy in which every figure can be cross-checked, by family, for the mutation bench.

All of it is ours. A family draws figures that agree, prints them into one of its templates, and
knows by plain arithmetic, without numcheck, whether printed figures still agree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

Printed = dict[str, str]

PUBLISHED = dt.date(2022, 9, 16)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
#: What a unit is worth in the first of its line; money is only ever compared in one currency.
UNITS = {
    "km": 1.0, "miles": 1.609, "kg": 1.0, "pounds": 0.4536, "metres": 1.0, "feet": 0.3048,
    "hectares": 1.0, "acres": 0.4047,
}  # fmt: skip
CURRENCIES = "$€£"
_FIGURE = re.compile(r"([$€£]?)(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion))?(?: ([a-z]+))?")


def value(printed: str) -> float:
    """What a printed figure is worth, in the first unit of its line.

    >>> value("$1.5 million"), value("1,204"), round(value("50 miles"), 2)
    (1500000.0, 1204.0, 80.45)
    """
    found = _FIGURE.search(printed)
    if found is None:
        return float("nan")
    currency, digits, scale, unit = found.groups()
    worth = float(digits.replace(",", "")) * _SCALES.get(scale or "", 1.0)
    # Another currency is another figure, whatever the rate of the day.
    return worth * UNITS.get(unit or "", 1.0) * (1 + 0.37 * max(0, CURRENCIES.find(currency)))


@dataclass(frozen=True)
class Family:
    """Templates, figures that agree, and the arithmetic that says whether they do."""

    name: str
    templates: tuple[str, ...]
    draw: Callable[[Random], Printed]
    agree: Callable[[Mapping[str, float]], bool]


def _count(number: float) -> str:
    return f"{number:,.0f}"


def _million(number: float) -> str:
    return f"${number:.1f} million"


def _close(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))


def _part(rng: Random) -> Printed:
    whole = rng.randint(24, 980)
    return {"whole": _count(whole), "part": _count(rng.randint(whole // 2, whole - 3))}


def _breakdown(rng: Random) -> Printed:
    parts = [rng.randint(11, 89) for _ in range(3)]
    names = ("first", "second", "third")
    return {"total": _count(sum(parts)), **dict(zip(names, map(str, parts), strict=True))}


def _sums(v: Mapping[str, float]) -> bool:
    return v["total"] == v["first"] + v["second"] + v["third"]


def _share(rng: Random) -> Printed:
    whole = rng.randint(41, 880)
    part = rng.randint(whole // 5, whole - 7)
    return {
        "whole": _count(whole), "part": _count(part), "share": f"{100 * part / whole:.0f} percent",
    }  # fmt: skip


def _change(rng: Random) -> Printed:
    old = rng.randint(210, 940)
    percent = rng.randint(12, 80)
    return {
        "old": _count(old), "new": _count(old * (1 + percent / 100)),
        "change": f"{percent} percent",
    }  # fmt: skip


def _rise(rng: Random) -> Printed:
    old = rng.uniform(1.2, 6.0)
    return {"old": _million(old), "new": _million(old * rng.uniform(1.2, 3))}


def _product(rng: Random) -> Printed:
    count, each = rng.randint(12, 88), rng.randint(120, 990)
    return {"count": str(count), "each": f"${each}", "total": f"${count * each:,}"}


def _sides(rng: Random) -> Printed:
    yes = rng.randint(51, 68)
    return {"yes": f"{yes} percent", "no": f"{rng.randint(98 - yes, 100 - yes)} percent"}


def _whole(rng: Random) -> Printed:
    first, second = rng.randint(31, 50), rng.randint(12, 30)
    return {
        "first": f"{first} percent", "second": f"{second} percent",
        "third": f"{100 - first - second} percent",
    }  # fmt: skip


def _twice(rng: Random) -> Printed:
    return dict.fromkeys(("one", "other"), _count(rng.randint(21, 980)))


def _sum_twice(rng: Random) -> Printed:
    return dict.fromkeys(("one", "other"), _million(rng.uniform(1.2, 98)))


def _converted(one: str, other: str) -> Callable[[Random], Printed]:
    def draw(rng: Random) -> Printed:
        number = rng.randint(22, 960)
        converted = number * UNITS[one] / UNITS[other]
        return {"one": f"{number} {one}", "other": f"{converted:,.0f} {other}"}

    return draw


def _same(v: Mapping[str, float]) -> bool:
    return v["one"] == v["other"]


def _day(rng: Random) -> Printed:
    day = PUBLISHED - dt.timedelta(days=rng.randint(1, 300))
    return {"weekday": WEEKDAYS[day.weekday()], "day": str(day.day), "month": f"{day:%B %Y}"}


def _born(rng: Random) -> Printed:
    age = rng.randint(23, 88)
    return {"age": str(age), "year": str(PUBLISHED.year - age)}


def _since(rng: Random) -> Printed:
    years = rng.randint(12, 48)
    return {"years": str(years), "year": str(PUBLISHED.year - years)}


FAMILIES: tuple[Family, ...] = (
    Family(
        "part and whole",
        (
            "Police held {whole} marchers on Sunday. Of these, {part} were released by night.",
            "A ferry with {whole} people on board ran aground. By dusk {part} of them were ashore.",
            "The frost killed {part} of the county's {whole} almond trees.",
            "The clinic treated {whole} patients, including {part} with burns.",
            "Of the {whole} nurses who sat the exam, {part} passed it.",
        ),
        _part,
        lambda v: v["part"] <= v["whole"],
    ),
    Family(
        "breakdown",
        (
            "The fire burned {total} homes: {first} in Arda, {second} in Belm, {third} in Corr.",
            "They heard {total} witnesses ({first} farmers, {second} traders and {third} vets).",
            "They planted {first} oaks, {second} limes and {third} elms, {total} trees in all.",
            "The {total} seats go as follows: Reform {first}, Unity {second}, Green List {third}.",
        ),
        _breakdown,
        _sums,
    ),
    Family(
        "table",
        (
            "Region | Farms\nArda | {first}\nBelm | {second}\nCorr | {third}\nTotal | {total}\n",
        ),
        _breakdown,
        _sums,
    ),
    Family(
        "count and percentage",
        (
            "Inspectors closed {part} of the {whole} kitchens they visited ({share}).",
            "By Friday {part} of the town's {whole} pupils, or {share}, were back in class.",
            "Of the {whole} cows tested, {part} were ill, a rate of {share}.",
        ),
        _share,
        lambda v: abs(100 * v["part"] / v["whole"] - v["share"]) <= 1.5,
    ),
    Family(
        "change in percent",
        (
            "Thefts rose {change} last year, from {old} to {new}.",
            "The number of visitors climbed {change} to {new} from {old}.",
            "Membership went up from {old} to {new}, an increase of {change}.",
        ),
        _change,
        lambda v: v["new"] > v["old"] and abs(100 * (v["new"] / v["old"] - 1) - v["change"]) <= 2,
    ),
    Family(
        "direction",
        (
            "Turnover rose to {new} from {old} a year earlier.",
            "The budget for roads was raised from {old} to {new}.",
        ),
        _rise,
        lambda v: v["new"] > v["old"],
    ),
    Family(
        "price times number",
        (
            "The {count} widows will get {each} each, a total of {total}, the mayor said.",
            "The school bought {count} desks at {each} each. The {total} total came from donors.",
        ),
        _product,
        lambda v: _close(v["count"] * v["each"], v["total"], 0.06),
    ),
    Family(
        "for and against",
        (
            "In the vote {yes} supported the tunnel and {no} opposed it.",
            "On Sunday {yes} of voters said yes and {no} said no.",
        ),
        _sides,
        lambda v: v["yes"] + v["no"] <= 101,
    ),
    Family(
        "the remaining share",
        (
            "The state owns {first} of the port, a fund {second}. The remaining {third} is traded.",
        ),
        _whole,
        lambda v: abs(v["first"] + v["second"] + v["third"] - 100) <= 1.5,
    ),
    Family(
        "said twice",
        (
            "Quake kills {one} in Belm\n\nBELM - An earthquake killed {other} people in Belm on "
            "Tuesday, the mayor said.",
            "The flood damaged {one} houses in Arda, the mayor said. The mayor of Arda told "
            "reporters that {other} houses had been damaged by the flood.",
        ),
        _twice,
        _same,
    ),
    Family(
        "sum said twice",
        (
            "Dairy fined {one}\n\nA court fined the dairy {other} on Tuesday for a spoilt river.",
        ),
        _sum_twice,
        _same,
    ),
    *(
        Family(
            f"{one} and {other}",
            templates,
            _converted(one, other),
            lambda v: _close(v["one"], v["other"], 0.06),
        )
        for one, other, templates in (
            ("km", "miles", ("The road to Belm is {one} ({other}) long.",
                             "She walked {one}, or {other}, in four days.")),
            ("kg", "pounds", ("The bell weighs {one} ({other}).",)),
            ("metres", "feet", ("The mast is {one} ({other}) high.",)),
            ("hectares", "acres", ("The fire burned {one} ({other}) of forest.",)),
        )
    ),
    Family(
        "weekday and date",
        (
            "The bridge was closed on {weekday}, {day} {month}, after the storm.",
        ),
        _day,
        lambda v: v["day"] > 0,
    ),
    Family(
        "age and birth",
        (
            "Ana Brandt, {age}, was born in {year} in Belm.",
        ),
        _born,
        lambda v: abs(PUBLISHED.year - v["year"] - v["age"]) <= 1,
    ),
    Family(
        "years since",
        (
            "Mr Orlo has led the party for {years} years, since {year}.",
        ),
        _since,
        lambda v: abs(PUBLISHED.year - v["year"] - v["years"]) <= 1,
    ),
)  # fmt: skip
