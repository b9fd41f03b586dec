"""How many garbled figures are found in copy where arithmetic can find them, and what it costs.

    python -m benchmarks.mutations [--copies 40] [--seed 7] [--misses] [--by-family]

Correct copy is drawn from the families of `mutation_copy`, and one figure of it is garbled as
keyboards, ears and translators garble figures. A garble that leaves figures which can all be right
(40 of 84 becomes 4 of 84) is no fault and not counted. Every ungarbled copy is a control.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.mutation_copy import (
    CURRENCIES,
    FAMILIES,
    PUBLISHED,
    UNITS,
    WEEKDAYS,
    Family,
    Printed,
    value,
)
from numcheck import Document, check

#: A printed figure garbled, or None where the garble does not apply.
Garble = Callable[[str, Random], str | None]

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _on_digits(change: Callable[[str, Random], str | None]) -> Garble:
    """A garble of the bare digits, grouped again as they were printed."""

    def garble(printed: str, rng: Random) -> str | None:
        found = _DIGITS.search(printed)
        if found is None:
            return None
        grouped = "," in found[0]
        changed = change(found[0].replace(",", ""), rng)
        if changed is None or changed.startswith("0") or float(changed) == 0:
            return None
        text = f"{int(changed):,}" if grouped and changed.isdigit() else changed
        return printed[: found.start()] + text + printed[found.end() :]

    return garble


def _drop_digit(digits: str, rng: Random) -> str | None:
    places = [at for at, char in enumerate(digits) if char.isdigit()]
    if len(places) < 2 or "." in digits:
        return None
    at = rng.choice(places)
    return digits[:at] + digits[at + 1 :]


def _swap_digits(digits: str, rng: Random) -> str | None:
    pairs = [at for at in range(len(digits) - 1) if (digits[at : at + 2]).isdigit()]
    pairs = [at for at in pairs if digits[at] != digits[at + 1]]
    if not pairs:
        return None
    at = rng.choice(pairs)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _replace_digit(digits: str, rng: Random) -> str | None:
    at = rng.choice([at for at, char in enumerate(digits) if char.isdigit()])
    return digits[:at] + rng.choice([d for d in "123456789" if d != digits[at]]) + digits[at + 1 :]


def _confuse_decimal(digits: str, _: Random) -> str | None:
    if "." in digits:
        return digits.replace(".", "")
    return f"{digits[:-1]}.{digits[-1]}" if len(digits) > 1 else None


def _change_scale(printed: str, rng: Random) -> str | None:
    scales = ("thousand", "million", "billion")
    found = next((scale for scale in scales if scale in printed), None)
    if found is None:
        return None
    return printed.replace(found, rng.choice([scale for scale in scales if scale != found]))


def _change_unit(printed: str, _: Random) -> str | None:
    unit = printed.rsplit(" ", 1)[-1]
    if unit not in UNITS:
        return None
    names = list(UNITS)
    at = names.index(unit)
    # Units are listed in pairs of one dimension.
    return printed.replace(unit, names[at + 1 if at % 2 == 0 else at - 1])


def _change_currency(printed: str, rng: Random) -> str | None:
    if printed[0] not in CURRENCIES:
        return None
    return rng.choice([sign for sign in CURRENCIES if sign != printed[0]]) + printed[1:]


SWAP = "figures exchanged"
DECIMAL = "decimal confused"
#: What nobody prints with a decimal point.
WHOLE = frozenset({"day", "month", "year", "age", "years"})

GARBLES: Mapping[str, Garble] = {
    "digit dropped": _on_digits(_drop_digit),
    "digits swapped": _on_digits(_swap_digits),
    "digit replaced": _on_digits(_replace_digit),
    DECIMAL: _on_digits(_confuse_decimal),
    "scale word changed": _change_scale,
    "unit changed": _change_unit,
    "currency changed": _change_currency,
}


@dataclass(frozen=True)
class Case:
    """One garbled copy."""

    family: str
    garble: str
    text: str


def garbled(family: Family, template: str, printed: Printed, rng: Random) -> Iterator[Case]:
    """Every garble of one figure that leaves figures which cannot all be right."""
    for name, garble in GARBLES.items():
        for slot in printed:
            changed = None if slot in WHOLE and name == DECIMAL else garble(printed[slot], rng)
            if changed is not None and not _agree(family, {**printed, slot: changed}):
                text = template.format(**{**printed, slot: changed})
                yield Case(family.name, name, text)
    slots = list(printed)
    if len(slots) == 2 and printed[slots[0]] != printed[slots[1]]:
        exchanged = {slots[0]: printed[slots[1]], slots[1]: printed[slots[0]]}
        if not _agree(family, exchanged):
            yield Case(family.name, SWAP, template.format(**exchanged))


def _agree(family: Family, printed: Printed) -> bool:
    if "weekday" in printed:
        return _is_day(printed)
    return family.agree({slot: value(text) for slot, text in printed.items()})


def _is_day(printed: Printed) -> bool:
    try:
        day = dt.datetime.strptime(f"{printed['day']} {printed['month']}", "%d %B %Y")
    except ValueError:
        return False
    return WEEKDAYS[day.weekday()] == printed["weekday"]


def loud(text: str) -> bool:
    """Does any error or warning speak up?"""
    findings = check(Document(text, "copy", PUBLISHED))
    return any(finding.severity != "info" for finding in findings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=40, help="correct copies per template")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", action="store_true", help="print what is not found")
    parser.add_argument("--by-family", action="store_true")
    options = parser.parse_args()
    rng = Random(options.seed)
    found: Counter[tuple[str, str]] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    controls = alarms = 0
    for family in FAMILIES:
        for template in family.templates:
            for _ in range(options.copies):
                printed = family.draw(rng)
                controls += 1
                correct = template.format(**printed)
                if loud(correct):
                    alarms += 1
                    print("ALARM ", correct.replace("\n", " / "))
                cases = list(garbled(family, template, printed, rng))
                for case in rng.sample(cases, min(len(cases), 4)):
                    tried[case.family, case.garble] += 1
                    hit = loud(case.text)
                    found[case.family, case.garble] += hit
                    if options.misses and not hit:
                        print("MISS  ", case.garble, "|", case.text.replace("\n", " / "))
    _table("garble", 1, tried, found)
    if options.by_family:
        _table("family", 0, tried, found)
    print(f"all: {_share(found.total(), tried.total())} of {tried.total()} garbled copies found;")
    print(f"controls flagged: {alarms} of {controls}")


def _table(
    title: str, at: int, tried: Counter[tuple[str, str]], found: Counter[tuple[str, str]]
) -> None:
    print(f"{title:24} recall   garbled copies")
    for name in dict.fromkeys(key[at] for key in tried):
        of = sum(count for key, count in tried.items() if key[at] == name)
        hits = sum(count for key, count in found.items() if key[at] == name)
        print(f"{name:24} {_share(hits, of):>6}   {of}")


def _share(hits: int, of: int) -> str:
    return f"{100 * hits / of:.1f}%" if of else "-"


if __name__ == "__main__":
    main()
