"""Write numcheck/data/units.json: unit and currency names, symbols and factors in one file that loads in a millisecond.

    python scripts/generate_units.py            write it
    python scripts/generate_units.py --check    exit 1 if it is not current

Sources: data/units.yaml and data/currencies.yaml (news usage, which wins), quantulum3's unit registry,
ISO 4217 names and symbols from CLDR through babel, factors from pint.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pint
import yaml
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

DATA = Path(__file__).resolve().parent.parent / "numcheck" / "data"
TARGET = DATA / "units.json"
PREFIXES = {"yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G", "mega": "M", "kilo": "k", "hecto": "h",
            "deca": "da", "deci": "d", "centi": "c", "milli": "m", "micro": "µ", "nano": "n", "pico": "p", "femto": "f"}  # fmt: skip
LETTERS = {letter: name for name, letter in PREFIXES.items()}
#: ISO 4217 codes that are no money in news copy: gold and silver are medals.
METALS = {"XAU", "XAG", "XPT", "XPD", "XXX", "XTS"}
#: pint knows these as logarithmic or not at all; news means the stretch of time.
TIME_FACTORS = {"decade": 315576000.0, "century": 3155760000.0, "millennium": 31557600000.0}


def load(name: str) -> dict[str, Any]:
    """One of the source files."""
    loaded: dict[str, Any] = yaml.safe_load((DATA / name).read_text("utf-8"))
    return loaded


def fold_name(name: str) -> str:
    """The key under which a name is looked up: lower case, hyphens as spaces."""
    return " ".join(name.lower().replace("-", " ").split())


def plural(name: str) -> str:
    """The plural by rule; irregular ones are listed in the sources."""
    head, _, last = name.rpartition(" ")
    if " per " in name or " of " in name:
        first, _, rest = name.partition(" ")
        return f"{plural(first)} {rest}"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        made = last + "es" if last.endswith(("ch", "sh", "x")) else last
    elif last.endswith("y") and last[-2] not in "aeiou":
        made = last[:-1] + "ies"
    else:
        made = last + "s"
    return f"{head} {made}".strip()


class Table:
    """Names and symbols of units; the first to claim one keeps it."""

    def __init__(self, registry: Any) -> None:
        self.registry = registry
        self.names: dict[str, str] = {}
        self.symbols: dict[str, str] = {}
        self.units: set[str] = set()
        self.spelled: dict[
            str, str
        ] = {}  # pint's own spelling of a unit to ours, so that each has one name

    def add(
        self,
        unit: str,
        names: Iterable[str],
        symbols: Iterable[str],
        plurals: Iterable[str] | None = None,
    ) -> None:
        names = list(names)
        unit = self.spelled.setdefault(str(self.registry.parse_units(unit)), unit)
        self.units.add(unit)
        for name in [
            *names,
            *(map(plural, names) if plurals is None else [*plurals, *map(plural, names)]),
        ]:
            self.names.setdefault(fold_name(name), unit)
        for symbol in symbols:
            self.symbols.setdefault(symbol, unit)

    def factors(self) -> Iterator[tuple[str, list[Any]]]:
        for unit in sorted(self.units):
            if unit in TIME_FACTORS:
                yield unit, ["[time]", TIME_FACTORS[unit], 0.0]
                continue
            parsed = self.registry.parse_units(unit)
            zero, one = (
                self.registry.Quantity(x, parsed).to_base_units().magnitude for x in (0, 1)
            )
            yield (
                unit,
                [str(parsed.dimensionality), float(f"{one - zero:.12g}"), float(f"{zero:.12g}")],
            )


def add_curated(table: Table, data: dict[str, Any]) -> None:
    """What news usage says."""
    for unit, entry in data["units"].items():
        listed = entry.get("plural")
        plurals = [listed] if isinstance(listed, str) else listed
        if entry.get("names") or entry.get("symbols"):
            table.add(unit, entry.get("names", ()), entry.get("symbols", ()), plurals)
    for base, entry in data["prefixed"].items():
        names = [base.replace("_", " "), *entry.get("names", ())]
        plurals = [entry["plural"]] if "plural" in entry else None
        if base != "cubic_centimeter":
            table.add(base, names, entry["symbols"], plurals)
        for prefix in entry["prefixes"]:
            letters = [PREFIXES[prefix]] + (["μ", "u"] if prefix == "micro" else [])
            stems = list(entry.get("prefix_names", names))
            unit = f"{prefix}{base}" if base != "metric_ton" else f"{prefix}tonne"
            table.add(unit, [prefix + stem for stem in stems], [a + s for a in letters for s in entry["symbols"]],
                      [prefix + p for p in plurals] if plurals else None)  # fmt: skip


def add_quantulum(table: Table, data: dict[str, Any]) -> None:
    """The rarer units of quantulum3's registry, where pint can read them and news does not mean another thing."""
    import quantulum3

    home = Path(quantulum3.__file__).parent
    registry = json.loads((home / "units.json").read_text("utf-8"))
    skip, bad = set(data["not_units"]), set(data["not_symbols"])
    for name, entry in registry.items():
        if name in skip or entry.get("entity") == "currency":
            continue
        unit = pint_name(table.registry, name)
        if unit is None:
            continue
        symbols = [s for s in entry.get("symbols", []) if s not in bad and len(s) > 1]
        table.add(unit, entry.get("surfaces", []), symbols)
        for letter in entry.get("prefixes") or ():
            prefixed = (
                pint_name(table.registry, LETTERS[letter] + unit) if letter in LETTERS else None
            )
            if prefixed:
                table.add(prefixed, [LETTERS[letter] + s for s in entry.get("surfaces", [])],
                          [letter + s for s in symbols if len(s) > 1])  # fmt: skip


def pint_name(registry: Any, name: str) -> str | None:
    """How pint calls a unit of quantulum3; None if it does not know it."""
    for candidate in (
        name.replace(" per ", " / ").replace("-", "_"),
        name.replace(" ", "_").replace("-", "_"),
        name.replace("-", ""),
    ):
        try:
            parsed = registry.parse_units(candidate)
            registry.Quantity(1, parsed).to_base_units()
        except Exception:  # pint raises several kinds for a name it does not know
            continue
        if "degree *" in str(parsed):
            continue
        return candidate if "/" in candidate or "_" in candidate else str(parsed)
    return None


def currencies(data: dict[str, Any]) -> dict[str, Any]:
    """Currency names, symbols before and after the figure, and codes."""
    names: dict[str, str] = {}
    for code, listed in data["names"].items():
        for name in listed:
            for form in (name, *(data["plurals"].get(name) or [plural(name)])):
                names.setdefault(fold_name(form), code)
    codes = sorted(get_global("all_currencies"))
    for code in codes:
        for count in (None, 1, 2):
            name = get_currency_name(code, count=count, locale="en")
            if name != code and "(" not in name and code not in METALS:
                names.setdefault(fold_name(name), code)
                names.setdefault(fold_name(name).replace("ruble", "rouble"), code)
    before = {symbol: code for symbol, code in data["before"].items() if code}
    for code in codes:
        symbol = get_currency_symbol(code, locale="en")
        if symbol != code and not symbol.isalnum():
            before.setdefault(symbol, code)
    return {"names": names, "before": before, "after": data["after"], "codes": sorted({*codes, "BTC", "ETH", "RMB", "NIS", "USDT"} - METALS),
            "not_codes": sorted(data["not_codes"])}  # fmt: skip


def build() -> str:
    """The whole content of units.json."""
    data = load("units.yaml")
    registry: Any = pint.UnitRegistry()
    for definition in data["definitions"]:
        registry.define(definition)
    table = Table(registry)
    add_curated(table, data)
    add_quantulum(table, data)
    blocked = set(data["not_symbols"]) - {
        s
        for e in [*data["units"].values(), *data["prefixed"].values()]
        for s in e.get("symbols", ())
    }
    symbols = {symbol: unit for symbol, unit in table.symbols.items() if symbol not in blocked}
    content = {
        "note": "Generated by scripts/generate_units.py; edit units.yaml or currencies.yaml and run it.",
        "definitions": data["definitions"],
        "names": dict(sorted(table.names.items())),
        "symbols": dict(sorted(symbols.items())),
        "factors": dict(table.factors()),
        "currencies": currencies(load("currencies.yaml")),
    }
    return (
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"')
        + "\n"
    )


def main(arguments: list[str]) -> int:
    """Write the file, or say whether it is current."""
    built = build()
    if "--check" in arguments:
        current = TARGET.read_text("utf-8") == built
        print(
            "units.json is current"
            if current
            else "units.json is stale: run scripts/generate_units.py"
        )
        return 0 if current else 1
    TARGET.write_text(built, "utf-8")
    print(f"{TARGET.name}: {len(built) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
