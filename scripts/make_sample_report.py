"""Makes reports/sample/ from the copy in examples/: the same files give the same page.

python scripts/make_sample_report.py           writes the report
python scripts/make_sample_report.py --check   says whether the one on disk is current
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from numcheck import __version__, run
from numcheck.model import Report
from numcheck.readers import read
from numcheck.reporters import render

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path("reports/sample")


def sample() -> Report:
    """The report on all sample copy, named by paths from the repository root."""
    paths = (path for path in Path("examples").rglob("*") if path.is_file())
    documents = (document for path in sorted(paths, key=Path.as_posix) for document in read(path))
    report = run(documents)
    # Neither clock nor machine: the same copy and code must give the same page.
    facts = {"version": __version__, "rules": str(len(report.rules)), "copy": "examples/"}
    return replace(report, facts=facts)


def pages() -> dict[Path, str]:
    """Every file of the sample report with what belongs in it."""
    report = sample()
    return {
        SAMPLE / "report.html": render(report, "html", title="Sample copy"),
        SAMPLE / "report.txt": render(report, "text"),
    }


def main() -> int:
    """Write the sample, or say which of its files are out of date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only compare, exit 1 if they differ")
    check = parser.parse_args().check
    os.chdir(ROOT)
    stale = [
        (path, text)
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        print(f"{path} {'is out of date' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
