"""Make the table of common English words, by which rare words are told apart.

    python scripts/make_common_words.py TREEBANK.tsv.gz

Reads a reduced treebank (columns id, form, lemma, part of speech, …; a blank line between
sentences) and writes `numcheck/data/lexicon/en/common-words.tsv`: a word and in how many of 10,000
sentences it stands. Names are left out, since a name is what makes two stories the same.
"""

from __future__ import annotations

import collections
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "numcheck/data/lexicon/en/common-words.tsv"
WORD = re.compile(r"[A-Za-z][a-z]+")
NOT_WORDS = {"PROPN", "PUNCT", "NUM", "SYM", "X"}
FEWEST = 5
HEAD = """\
# In how many of 10,000 sentences a word stands. Counted in the UD English Web Treebank
# (Universal Dependencies, English-EWT; CC BY-SA 4.0) by scripts/make_common_words.py.
"""


def sentences(path: str) -> Iterator[set[str]]:
    """The common words of each sentence, lower case."""
    words: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 4:
                yield words
                words = set()
            elif fields[3] not in NOT_WORDS and WORD.fullmatch(fields[1]):
                words.add(fields[1].lower())
    yield words


def main() -> None:
    """Count and write."""
    counts: collections.Counter[str] = collections.Counter()
    total = 0
    for words in sentences(sys.argv[1]):
        counts.update(words)
        total += 1
    rows = [f"{w}\t{10_000 * n / total:.1f}" for w, n in sorted(counts.items()) if n >= FEWEST]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
