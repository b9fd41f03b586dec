"""Words of reports as rough stems, and how rare each is in the language and in a batch."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache

from numcheck.data import HERE
from numcheck.months import MONTHS, WEEKDAYS
from numcheck.patterns import pattern

#: The head of a story says what it is about; later background names other events.
WINDOW_CHARS = 6_000
#: A batch smaller than this says nothing about which words are rare.
SMALLEST_CORPUS = 30
_TOKEN = pattern(r"[^\W\d_][\w'’]*|\d[\d.,]*")
# How often a story names a given weekday or month: about one in fourteen does.
_CALENDAR_RATE = 1 / 14
# A story runs to some eight sentences in its window; a word of the table is that much likelier.
_SENTENCES = 8
_UNSEEN_RATE = 1.3e-4


def stem(word: str) -> str:
    """A rough stem that makes "senators" and "senate", "shops" and "shop" one.

    A name keeps more of itself, or unlike towns would share their first letters.

    >>> stem("senators"), stem("senate"), stem("shop's"), stem("Tarvikstad"), stem("Belarusian")
    ('senat', 'senat', 'shop', 'tarviks', 'belarus')
    """
    name = word[0].isupper()
    word = word.lower().removesuffix("'s").removesuffix("’s")
    short = _shortened(word)
    return word[:7] if name and len(word) > 5 and short not in _common() else short


def _shortened(word: str) -> str:
    if len(word) > 5:
        return word[:5]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@cache
def _common() -> dict[str, float]:
    """How likely a story is to hold a stem, for the stems of common words."""
    rates: dict[str, float] = defaultdict(float)
    table = (HERE / "lexicon/en/common-words.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            word, per_10_000 = line.split("\t")
            rates[_shortened(word)] += float(per_10_000) / 10_000 * _SENTENCES
    for word in map(str.lower, (*WEEKDAYS, *MONTHS)):
        rates[_shortened(word)] = max(rates[_shortened(word)], _CALENDAR_RATE)
    return dict(rates)


def telling_word(name: str) -> str:
    """The last word of a name that no common word is: "Hallam" of "Hallam Group"."""
    words = name.split()
    rare = [word for word in words if _shortened(word.lower()) not in _common()]
    return (rare or words)[-1]


def stems(text: str) -> tuple[Counter[str], dict[str, str]]:
    """How often each stem stands in the head of a text, and each stem as first written."""
    counts: Counter[str] = Counter()
    surfaces: dict[str, str] = {}
    for match in _TOKEN.finditer(text, 0, min(len(text), WINDOW_CHARS)):
        word = match[0].strip(".,'’")
        if len(word) < (2 if word[:1].isdigit() else 3):
            continue
        key = stem(word)
        counts[key] += 1
        surfaces.setdefault(key, word)
    return counts, surfaces


def rarity(stem_: str, spread: Counter[str], documents: int) -> float:
    """How much a stem says: minus the logarithm of how likely a story is to hold it."""
    rate = _common().get(stem_, _UNSEEN_RATE * _SENTENCES)
    if documents >= SMALLEST_CORPUS:
        rate = max(rate, (spread[stem_] - 1) / documents)
    # A figure recurs by chance more easily than a name does.
    factor = 0.6 if stem_[0].isdigit() else 1.0
    return factor * max(0.0, -math.log(min(1.0, rate)))
