"""Garbled figures in translations: numcheck beside translate-toolkit's number check.

    python -m benchmarks.translation ../shared/data/garble [--half 0|1] [--show]

Pairs with a garbled figure and pairs without: recall, false alarms, precision, and informedness
(recall minus false-alarm rate), which is 0 for guessing. translate-toolkit is asked if installed
(`pip install translate-toolkit`); it says only that a pair is bad. `--half` takes the pairs whose
id hashes even or odd: what is tuned on one half is told apart from what holds on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numcheck
from numcheck.translation.lexicon import load

Row = dict[str, Any]
System = Callable[[Row], bool]


def ours(row: Row) -> bool:
    return bool(numcheck.compare(row["src"], row["tgt_en"], row["src_lang"]))


def digit_sets(row: Row) -> bool:
    """The naive check: the same digits on both sides."""
    left, right = (sorted(filter(str.isdigit, row[side])) for side in ("src", "tgt_en"))
    return left != right


def toolkit(told: bool) -> System | None:
    """translate-toolkit's `numbers`, with or without the language of the source."""
    try:
        from translate.filters import checks
    except ImportError:
        return None

    def check(row: Row) -> bool:
        language = row["src_lang"] if told else "en"
        config = checks.CheckerConfig(targetlanguage=language)
        try:
            checks.StandardChecker(checkerconfig=config).numbers(row["src"], row["tgt_en"])
        except checks.FilterFailure:
            return True
        return False

    return check


def measure(system: System, rows: Iterable[Row]) -> tuple[int, int, int, int, float]:
    hits = misses = alarms = quiet = 0
    begin = time.perf_counter()
    for row in rows:
        flagged, bad = system(row), bool(row["expected"])
        hits += flagged and bad
        misses += bad and not flagged
        alarms += flagged and not bad
        quiet += not flagged and not bad
    return hits, misses, alarms, quiet, time.perf_counter() - begin


def half_of(row: Row) -> int:
    return hashlib.sha256(row["id"].encode()).digest()[0] % 2


def rows_of(path: Path, half: int | None) -> list[Row]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if half is None or half_of(row) == half]


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    systems = {
        "numcheck": ours,
        "translate-toolkit numbers": toolkit(told=False),
        "  set to the source language": toolkit(told=True),
        "equal digits": digit_sets,
    }
    print("| set | system | P | R | false alarms | informedness | ms a pair |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name in ("bilingual", "natural"):
        rows = rows_of(options.folder / f"{name}.jsonl", options.half)
        for language in {row["src_lang"] for row in rows}:
            load(language)
        for label, system in systems.items():
            if system is None:
                print(f"| {name} | {label} | not installed |")
                continue
            hits, misses, alarms, quiet, seconds = measure(system, rows)
            recall = hits / max(1, hits + misses)
            alarm = alarms / max(1, alarms + quiet)
            print(
                f"| {name} | {label} | {share(hits, hits + alarms)} | {100 * recall:5.1f} "
                f"| {100 * alarm:5.1f} | {100 * (recall - alarm):5.1f} "
                f"| {1000 * seconds / len(rows):.1f} |"
            )


if __name__ == "__main__":
    main()
