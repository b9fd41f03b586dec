"""How many ways of telling one thing are understood, and which part of a wording is not.

    python -m benchmarks.grid [FAMILY ...] [--misses] [--least 80]

Copy is composed from the slots of `wordings/*.yaml`: what happened, its parts, its total, each in
several forms, and every form with every other. With the bad figures of a family each copy has one
slip, with the good ones none; a line of three equals signs parts the documents of one story.
Printed are the share of the slips found, the good copy that is not silent, and the forms with which
fewer than `--least` percent are found: where one form fails with all others, it is that form that
is not understood.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from numcheck import Document, check

_FOLDER = Path(__file__).parent / "wordings"
_MOST_SHOWN = 3
#: A line between the documents of one story.
_BETWEEN = "\n===\n"


@dataclass(frozen=True)
class Family:
    """Ways to tell one thing: the forms of each slot, and figures that are wrong and right.

    A family without wrong figures tells of two things, and has only to be silent.
    """

    name: str
    say: str
    slots: Mapping[str, Sequence[str]]
    good: Mapping[str, Any]
    bad: Mapping[str, Any] | None = None
    published: str | None = None

    def copies(self) -> Iterator[Copy]:
        for forms in product(*self.slots.values()):
            told = self.say.format(**dict(zip(self.slots, forms, strict=True)))
            bad = None if self.bad is None else told.format(**self.bad)
            yield Copy(forms, bad, told.format(**self.good))


@dataclass(frozen=True)
class Copy:
    """One choice of forms, with wrong and with right figures."""

    forms: Sequence[str]
    bad: str | None
    good: str


@dataclass
class Tally:
    """What was found of one family."""

    tried: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    disturbed: list[str] = field(default_factory=list)
    copies: int = 0

    @property
    def hits(self) -> int:
        return self.copies - len(self.missed)


def families(names: Sequence[str]) -> list[Family]:
    """The families of all lists, or those that are named by their own name or their list's."""
    found = []
    for path in sorted(_FOLDER.glob("*.yaml")):
        for name, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if not names or name in names or path.stem in names:
                told["published"] = str(told["published"]) if "published" in told else None
                found.append(Family(name, **told))
    return found


def alarms(text: str, published: str | None) -> list[str]:
    told = text.split(_BETWEEN)
    found = check([Document(one, f"copy {at}", published) for at, one in enumerate(told, 1)])
    return [one.message for one in found if one.severity != "info"]


def tally(family: Family) -> Tally:
    """Every copy of a family, checked with its wrong and with its right figures."""
    result = Tally()
    for copy in family.copies():
        if copy.bad is not None:
            result.copies += 1
            result.tried.update(copy.forms)
            if alarms(copy.bad, family.published):
                result.found.update(copy.forms)
            else:
                result.missed.append(copy.bad)
        if said := alarms(copy.good, family.published):
            result.disturbed.append(f"{copy.good} → {said[0]}")
    return result


def _show(family: Family, result: Tally, least: float, *, misses: bool) -> None:
    share = result.hits / max(1, result.copies)
    print(f"{family.name:20} {result.hits:5} of {result.copies:5} {share:7.1%}", end="")
    print(f"   good copy not silent: {len(result.disturbed)}")
    for form, tried in result.tried.items():
        if result.found[form] < least * tried:
            print(f"    {result.found[form]:4} of {tried:4}  {form}")
    for text in result.disturbed[:_MOST_SHOWN]:
        print(f"    not silent: {text}")
    for text in result.missed if misses else ():
        print(f"    missed: {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("family", nargs="*", help="families or lists of them; all of them if none")
    parser.add_argument("--misses", action="store_true", help="print the copy that is missed")
    parser.add_argument("--least", type=float, default=80, help="percent (80)")
    asked = parser.parse_args()
    hits = copies = disturbed = 0
    for family in families(asked.family):
        result = tally(family)
        _show(family, result, asked.least / 100, misses=asked.misses)
        hits, copies = hits + result.hits, copies + result.copies
        disturbed += len(result.disturbed)
    print(f"{'all':20} {hits:5} of {copies:5} {hits / max(1, copies):7.1%}   ", end="")
    print(f"good copy not silent: {disturbed}")


if __name__ == "__main__":
    main()
