"""None of the shared development data stands in the project: every example is copy of our own."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data"
RUN = 7  # words in a row that two writers do not share by chance; six still do

# What sites and wires print around every story is fixed, and must be known by its words.
FURNITURE = {
    "numcheck/data/lexicon/en/zones.yaml",
    "tests/readers/test_wire_formats.py",
    "tests/test_zones.py",
}

pytestmark = [
    pytest.mark.dev_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="no development data beside the checkout"),
]


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def borrowed_runs():
    texts = [path.read_text(encoding="utf-8") for path in DATA.rglob("*.txt")]
    for name in ("contradictions", "extraction", "garble"):
        for path in (DATA / name).glob("*.jsonl"):
            texts += strings([json.loads(line) for line in path.open(encoding="utf-8")])
    return set().union(*map(runs, texts))


def test_no_seven_words_in_a_row_come_from_the_development_data():
    theirs = borrowed_runs()
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    taken = {
        name: sorted(shared)[:3]
        for name in listed.stdout.splitlines()
        if name not in FURNITURE and not name.endswith((".png", ".pdf", ".docx", ".parquet"))
        if (shared := runs((ROOT / name).read_text(encoding="utf-8", errors="replace")) & theirs)
    }

    assert {} == taken
