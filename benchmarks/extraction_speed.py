"""How fast figures are read: numcheck, quantulum3 and a bare regular expression on the same text.

    python -m benchmarks.extraction_speed [FOLDER …]

Reads every .txt file of the folders (default: the sample copy of this project), one process, one
run. Prints kB/s of each, numcheck's multiple of quantulum3, memory over 10,000 documents, and what
a 1 MB document costs against a 4 kB one.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from numcheck.claims import read
from numcheck.extract import quantities
from numcheck.model import Document

SAMPLES = Path(__file__).parent.parent / "examples"
BARE = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?)\b",
    re.IGNORECASE,
)
QUANTULUM_KB = 60


def texts_of(folders: Iterable[str]) -> list[str]:
    files = [path for folder in folders for path in sorted(Path(folder).rglob("*.txt"))]
    return [path.read_text("utf-8", errors="replace") for path in files]


def rate(run: Callable[[str], object], texts: list[str]) -> float:
    """Kilobytes a second of processor time; the first text warms up and is not counted."""
    run(texts[0])
    begin = time.process_time()
    for text in texts:
        run(text)
    return sum(map(len, texts)) / 1000 / (time.process_time() - begin)


def seconds(text: str) -> float:
    begin = time.process_time()
    quantities(Document(text))
    return time.process_time() - begin


def main(folders: list[str]) -> None:
    texts = texts_of(folders or [str(SAMPLES)])
    print(f"{len(texts)} documents, {sum(map(len, texts)) / 1000:.0f} kB")
    share, total = [], 0
    for text in texts:
        if total < QUANTULUM_KB * 1000:
            share.append(text)
            total += len(text)
    rates = {
        "bare regular expression": rate(lambda text: BARE.findall(text), texts),
        "numcheck, quantities": rate(lambda text: quantities(Document(text)), texts),
        "numcheck, whole claims": rate(lambda text: read(Document(text)), texts),
    }
    try:
        from quantulum3 import parser

        rates["quantulum3"] = rate(parser.parse, share)
    except ImportError:
        print("quantulum3 is not installed")
    for name, value in rates.items():
        times = f"{value / rates['quantulum3']:7.1f} x quantulum3" if "quantulum3" in rates else ""
        bare = value / rates["bare regular expression"]
        print(f"{name:26} {value:9.0f} kB/s {times} {100 * bare:6.1f} % of the bare expression")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for index in range(10_000):
        quantities(Document(texts[index % len(texts)][:4000]))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory after 10,000 documents: {(after - before) / 1024:+.1f} MB")
    body = "".join(texts)
    small = min(seconds(body[:4000]) for _ in range(5))
    large = min(seconds((body * (1 + 1_000_000 // len(body)))[:1_000_000]) for _ in range(2))
    print(f"1 MB costs {large / small:.0f} times 4 kB (250 would be in step)")


if __name__ == "__main__":
    main(sys.argv[1:])
