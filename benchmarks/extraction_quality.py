"""How well figures are read, on sentences annotated by others.

    python -m benchmarks.extraction_quality DATA [--held]

DATA is a folder of extraction cases (`*.jsonl`) with their `score.py` and `numcheck_adapter.py`.
Cases are split by the CRC-32 of their id: remainder 7, 8 or 9 of ten was held back until it had
served as a blind measure, and then read as well. See benchmarks/README.md.
"""

from __future__ import annotations

import importlib
import sys
import zlib
from pathlib import Path
from typing import Any

METRICS = ("value", "value+unit", "value+bound", "value+kind", "hedge")


def is_held(case: dict[str, Any]) -> bool:
    return zlib.crc32(case["id"].encode()) % 10 >= 7


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    sys.path.insert(0, str(folder))
    score, adapter = (importlib.import_module(name) for name in ("score", "numcheck_adapter"))
    extract = adapter.load()
    for held in (False, True):
        cases = [
            case
            for path in sorted(folder.glob("*.jsonl"))
            for case in score.read_jsonl(path)
            if is_held(case) is held
        ]
        report, _, _ = score.score(cases, {case["id"]: extract(case["text"]) for case in cases})
        print("held back" if held else "tuned on")
        show(report)


def show(report: dict[str, Any]) -> None:
    others = [s for s in sorted(report) if s != "newsquant" and not s.startswith("ALL")]
    for source in [*others, "newsquant"]:
        row = report[source]
        cells = (f"{m} {row[m]['F1']:5.1f}" for m in METRICS if m in row)
        print(f"  {source:18} {row['cases']:4}  " + "  ".join(cells))
    for metric in ("value", "value+unit"):
        found = [report[s][metric]["F1"] for s in others if metric in report[s]]
        print(f"  all but newsquant, macro {metric}: {sum(found) / len(found):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
