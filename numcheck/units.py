"""Units and currencies: their names, which can be compared, how many of one make another.

Names, symbols and factors come from `data/units.json` (see `scripts/generate_units.py`) and load
in about two milliseconds. pint knows the rest and is imported only for a unit that is not there.
Every currency is a dimension of its own: no exchange rate is known here.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Any

from numcheck.data import HERE, kept
from numcheck.errors import UnitError
from numcheck.patterns import pattern
from numcheck.values import frozen

#: Parts of a currency; which one, the name does not tell.
MINOR = frozenset({"cent", "penny", "kopeck", "dime", "satoshi"})
#: Currency names that several countries share; the unit of a figure whose copy does not say which.
FAMILIES = frozenset({"peso", "krone", "dinar", "riyal", "rial", "shilling"})
_PER = pattern(r"\s*/\s*")


@frozen
class Tables:
    """What the generated file holds, ready for look-ups.

    Keys of `names` and `money` are folded and have spaces for hyphens; `symbols`, `before` and
    `after` are as written. `longest` says how many words the longest name has that begins with a
    word. `folded_before` holds the symbols that are safe in lower-case copy ("aud$", "usd").
    """

    names: dict[str, str]
    symbols: dict[str, str]
    factors: dict[str, tuple[str, float, float]]
    money: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]
    codes: frozenset[str]
    sure_codes: frozenset[str]
    longest: dict[str, int]
    folded_before: dict[str, str]
    dollars: frozenset[str]


@cache
def _content() -> dict[str, Any]:
    found: dict[str, Any] = kept(HERE / "units.json", "units", _from_json)
    return found


def _from_json(content: bytes) -> Any:
    import json

    return json.loads(content)


@cache
def tables() -> Tables:
    """The unit and currency tables, read once."""
    content = _content()
    money = content["currencies"]
    longest: dict[str, int] = {}
    for name in (*content["names"], *money["names"]):
        words = name.count(" ") + 1
        first = name if words == 1 else name[: name.index(" ")]
        if longest.get(first, 0) < words:
            longest[first] = words
    factors = {unit: (entry[0], entry[1], entry[2]) for unit, entry in content["factors"].items()}
    before: dict[str, str] = money["before"]
    folded = {symbol.lower(): unit for symbol, unit in before.items() if _is_safe_folded(symbol)}
    return Tables(
        names=content["names"],
        symbols=content["symbols"],
        factors=factors,
        money=money["names"],
        before=before,
        after=money["after"],
        codes=frozenset(money["codes"]),
        sure_codes=frozenset(money["codes"]) - frozenset(money["not_codes"]),
        longest=longest,
        folded_before=folded,
        dollars=frozenset(unit for name, unit in money["names"].items() if "dollar" in name),
    )


def _is_safe_folded(symbol: str) -> bool:
    """ "hk$" and "usd" are money in any case; "php" and "cfa" may be words."""
    return ("$" in symbol and len(symbol) > 2) or symbol in (
        "USD", "EUR", "GBP", "AUD", "CAD", "RMB", "INR", "CHF", "NZD", "HKD", "SGD", "MXN", "JPY",
    )  # fmt: skip


def is_currency(unit: str) -> bool:
    """Is it an ISO 4217 code, a family of currencies ("peso") or a part of one ("cent")?"""
    return unit in tables().codes or unit in MINOR or unit in FAMILIES


@cache
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry()
    for definition in _content()["definitions"]:
        registry.define(definition)
    return registry


@lru_cache(maxsize=2048)
def _factor(unit: str) -> tuple[str, float, float]:
    """Dimension, factor and offset to base units; raises UnitError for a name nobody knows."""
    known = tables().factors.get(unit)
    if known is not None:
        return known
    if "/" in unit:
        return _compound(unit)
    if is_currency(unit):
        return f"[{unit}]", 1.0, 0.0
    if unit == "":
        return "dimensionless", 1.0, 0.0
    return _ask_pint(unit)


def _compound(unit: str) -> tuple[str, float, float]:
    """A rate whose parts are known: "USD / month", "oil_barrel / day"."""
    above, *below = _PER.split(unit)
    dimension_of, factor, _ = _factor(above)
    for part in below:
        try:
            part_dimension, part_factor, _ = _factor(part)
        except UnitError:  # "per share": a thing, not a measure, and comparable with its like
            part_dimension, part_factor = f"[{part}]", 1.0
        dimension_of, factor = f"{dimension_of} / {part_dimension}", factor / part_factor
    return dimension_of, factor, 0.0


def _ask_pint(unit: str) -> tuple[str, float, float]:
    registry = _registry()
    try:
        parsed = registry.parse_units(unit)
        zero, one = (registry.Quantity(x, parsed).to_base_units().magnitude for x in (0, 1))
    except Exception as error:  # pint raises many kinds for names and expressions it cannot read
        raise UnitError(f"no unit is called {unit!r}") from error
    return str(parsed.dimensionality), float(one - zero), float(zero)


def dimension(unit: str) -> str:
    """The dimension of a unit, equal for units that convert into each other.

    >>> dimension("mile") == dimension("kilometer")
    True

    Raises UnitError for a name that is no unit.
    """
    return _factor(unit)[0]


def comparable(unit: str, other: str) -> bool:
    """Do the two convert into each other? Unknown names compare with nothing but themselves."""
    if unit == other:
        return True
    try:
        return dimension(unit) == dimension(other)
    except UnitError:
        return False


def convert(value: float, unit: str, to: str) -> float:
    """The value in another unit, temperatures with their offset.

    >>> convert(50, "mile", "kilometer")
    80.4672
    >>> round(convert(212, "degree_Fahrenheit", "degree_Celsius"), 6)
    100.0

    Raises UnitError if the dimensions differ or a name is no unit. There are no exchange rates.
    """
    if unit == to:
        return value
    if dimension(unit) != dimension(to):
        raise UnitError(f"{unit} and {to} measure different things")
    _, factor, offset = _factor(unit)
    _, to_factor, to_offset = _factor(to)
    return float(f"{(value * factor + offset - to_offset) / to_factor:.12g}")


def are_inverse(unit: str, other: str) -> bool:
    """Does one rate tell the other turned over: "mile / gallon", "liter / hundred_kilometer"?"""
    above, slash, below = unit.partition(" / ")
    other_above, other_slash, other_below = other.partition(" / ")
    turned = bool(slash and other_slash) and not comparable(unit, other)
    return turned and comparable(above, other_below) and comparable(below, other_above)


def invert(value: float, unit: str, to: str) -> float:
    """The value of a rate in a unit that tells it turned over; rising values fall.

    >>> round(invert(40, "mile / gallon", "liter / hundred_kilometer"), 2)
    5.88

    Raises UnitError if the units are no inverse of one another.
    """
    if not are_inverse(unit, to):
        raise UnitError(f"{unit} is not the inverse of {to}")
    above, _, below = unit.partition(" / ")
    to_above, _, to_below = to.partition(" / ")
    per = convert(1.0, below, to_above) / convert(1.0, above, to_below)
    return math.inf if value == 0 else per / value
