"""How fast figures are read and checked, beside quantulum3 and a bare regular expression.

    python -m benchmarks.speed [FOLDER …] [--timings] [--long]

Reads every .txt file of the folders (default: the sample copy of this project) in one process and
one run. Prints kB/s of each and numcheck's multiple of quantulum3. `--timings` adds the share of
reading and of each kind of link, `--long` memory over 10,000 documents and whether long copy costs
in step with its length. Nothing is asserted: machines differ, and only ratios of one run compare.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numcheck
from numcheck import links, pipeline, rules
from numcheck.claims import read
from numcheck.extract import quantities
from numcheck.model import Document, Link, Reading

SAMPLES = Path(__file__).parent.parent / "examples"
BARE = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?)\b",
    re.IGNORECASE,
)
QUANTULUM_KB = 60
_ROUNDS = 3


def texts_of(folders: Iterable[str]) -> list[str]:
    files = [path for folder in folders for path in sorted(Path(folder).rglob("*.txt"))]
    return [path.read_text("utf-8", errors="replace") for path in files]


def rate(run: Callable[[str], object], texts: list[str]) -> float:
    """Kilobytes a second of processor time, the best of a few rounds; the first text warms up."""
    run(texts[0])
    return size(texts) / min(seconds(lambda: [run(text) for text in texts]) for _ in range(_ROUNDS))


def seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def size(texts: Iterable[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--timings", action="store_true")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    texts = texts_of(options.folders)
    print(f"{len(texts)} documents, {size(texts):.0f} kB")
    compare(texts)
    if options.timings:
        tell_rules(texts)
    if options.long:
        tell_memory(texts)
        tell_growth(texts)


def compare(texts: list[str]) -> None:
    rates = {
        "bare regular expression": rate(BARE.findall, texts),
        "numcheck, quantities": rate(lambda text: quantities(Document(text)), texts),
        "numcheck.extract": rate(numcheck.extract, texts),
        "numcheck.check": rate(numcheck.check, texts),
    }
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed")
    else:
        rates["quantulum3"] = rate(parser.parse, _share(texts))
    for name, value in rates.items():
        times = f"{value / rates['quantulum3']:7.1f} x quantulum3" if "quantulum3" in rates else ""
        bare = value / rates["bare regular expression"]
        print(f"{name:26} {value:9.0f} kB/s {times} {100 * bare:6.1f} % of the bare expression")


def _share(texts: list[str]) -> list[str]:
    """Every so many texts, about as much as quantulum3 reads in a few seconds."""
    return texts[:: max(1, round(size(texts) / QUANTULUM_KB))]


def tell_rules(texts: list[str]) -> None:
    """The share of reading, of each kind of link and of the rules on them, dearest first.

    Links are found once for all rules that ask for them, as in a check. The first kind that needs
    a view of the copy (its figures masked, its mentions) pays for it.
    """
    spent: Counter[str] = Counter()
    ruleset = pipeline.load_rules().document
    for text in texts:
        begin = time.process_time()
        reading = read(Document(text))
        spent["reading"] += time.process_time() - begin

        def supply(
            kind: str, options: Mapping[str, Any], reading: Reading = reading
        ) -> Iterable[Link]:
            begin = time.process_time()
            found = links.find(kind, reading, options)
            took = time.process_time() - begin
            spent[kind] += took
            spent["rules"] -= took
            return found

        begin = time.process_time()
        rules.apply(ruleset, supply, [reading])
        spent["rules"] += time.process_time() - begin
    for name, value in spent.most_common(20):
        print(f"  {100 * value / spent.total():5.1f} %  {name}")


def tell_memory(texts: list[str]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for index in range(10_000):
        quantities(Document(texts[index % len(texts)][:4000]))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory after 10,000 documents: {(after - before) / 1024:+.1f} MB")


def tell_growth(texts: list[str]) -> None:
    """Stories put end to end, and a document of nothing but figures."""
    body = "\n\n".join(texts)
    body *= 1 + 1_000_000 // len(body)
    figures = ", ".join(map(str, range(12, 114_000)))
    for name, copy in (("1 MB of stories", body[:1_000_000]), ("800 kB of figures", figures)):
        small = min(seconds(lambda copy=copy: numcheck.check(copy[:40_000])) for _ in range(3))
        large = seconds(lambda copy=copy: numcheck.check(copy))
        step = len(copy) / 40_000
        print(f"{name} costs {large / small:.0f} times 40 kB ({step:.0f} would be in step)")


if __name__ == "__main__":
    main()
