"""How long `numcheck check one.txt` takes from nothing, beside a bare interpreter and proselint.

    python -m benchmarks.cold_start [runs]

Wall and CPU milliseconds, the least of several runs taken in turn, since machines are busy.
proselint is measured where it is installed (`pip install proselint`).
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STORY = "The harbour museum opened three rooms. Of its 40 guides, 12 speak Danish.\n"


def main(runs: int = 9) -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "one.txt"
        story.write_text(STORY)
        best = {name: [float("inf")] * 2 for name in _commands(story)}
        for _ in range(runs):
            for name, command in _commands(story).items():
                best[name] = [min(pair) for pair in zip(best[name], _spent(command), strict=True)]
    for name, (wall, cpu) in best.items():
        print(f"{name:<12}{wall * 1000:7.0f} ms wall{cpu * 1000:7.0f} ms CPU")
    if "proselint" in best:
        print(f"numcheck / proselint: {best['numcheck'][0] / best['proselint'][0]:.2f}")


def _commands(story: Path) -> dict[str, list[str]]:
    python = sys.executable
    commands = {
        "python": [python, "-c", "pass"],
        "numcheck": [python, "-m", "numcheck", "check", str(story), "--isolated"],
    }
    proselint = shutil.which("proselint") or shutil.which(
        "proselint", path=str(Path(python).parent)
    )
    return commands | ({"proselint": [proselint, "check", str(story)]} if proselint else {})


def _spent(command: list[str]) -> tuple[float, float]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
