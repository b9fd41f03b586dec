"""How much memory and time a corpus takes through the command line, by its number of rows.

    python -m benchmarks.corpus [ROWS …] [--stories]

Writes rows of invented copy (two sentences each, one row in a hundred with a contradiction) as
JSON Lines, checks them in a process of its own and prints seconds and the peak of its memory.
Without `--stories` every row is checked by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

_ROWS = (1_000, 10_000, 100_000)


def write(path: Path, rows: int) -> None:
    dice = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            held, women = dice.randint(40, 900), dice.randint(2, 30)
            if number % 100 == 0:
                held, women = women, held + 30
            text = (
                f"Police in Town{number} held {held} marchers, of whom {women} were women. "
                f"The bridge there cost ${dice.randint(2, 90)} million."
            )
            print(json.dumps({"id": number, "text": text}), file=file)


def measure(path: Path, *options: str) -> tuple[float, float]:
    """Seconds and megabytes of one run of `numcheck check`."""
    started = time.perf_counter()
    command = [
        "-m",
        "numcheck",
        "check",
        str(path),
        "--format",
        "concise",
        "-o",
        os.devnull,
        *options,
    ]
    process = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, *command])
    _, _, used = os.wait4(process, 0)
    # Linux tells kilobytes, macOS bytes.
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return time.perf_counter() - started, kilobytes / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", type=int, default=list(_ROWS))
    parser.add_argument("--stories", action="store_true", help="compare the rows with each other")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for rows in args.rows:
            path = Path(folder) / f"{rows}.jsonl"
            write(path, rows)
            seconds, megabytes = measure(path, *([] if args.stories else ["--no-stories"]))
            size = path.stat().st_size / 1e6
            print(f"{rows:>9,} rows {size:7.1f} MB {seconds:8.1f} s {megabytes:7.0f} MB of memory")


if __name__ == "__main__":
    main()
