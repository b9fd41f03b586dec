"""Numbers in words: what num2words spells out is read back, in every language it knows."""

from __future__ import annotations

import random

import pytest

from numcheck.translation.digits import digit_values
from numcheck.translation.foreign import read_figures
from numcheck.translation.lexicon import load

num2words = pytest.importorskip("num2words").num2words

SPELLED = {
    "ar": "ar", "bn": "bn", "cs": "cs", "de": "de", "en": "en", "es": "es", "fa": "fa", "fr": "fr", "id": "id",
    "it": "it", "ja": "ja", "ko": "ko", "nl": "nl", "pl": "pl", "pt": "pt_BR", "ru": "ru", "th": "th", "tr": "tr",
    "uk": "uk",
}  # fmt: skip
#: Words that only a counter makes a number in running copy.
COUNTERS = {"ko": " 명", "ja": "人", "th": " คน"}
#: Spellings of num2words that nobody else uses: "centodicotto", "milyarmilyon", "ألف ألف".
ODD = ("cotto", "milyarmilyon", "ألف ألف", "مليون مليون")


def numbers():
    some = random.Random(7)
    return [*range(3, 130), *(some.randint(130, 99_999) for _ in range(60)), *(
        some.randint(10**5, 10**10) for _ in range(60))]  # fmt: skip


@pytest.mark.parametrize("language", SPELLED)
def test_spelled_numbers_are_read_back(language):
    misread = {}
    for value in numbers():
        spelled = num2words(value, lang=SPELLED[language]).replace(",", "")
        found = read_figures(spelled + COUNTERS.get(language, ""), language)
        if [value] != [f.value for f in found] and not any(odd in spelled for odd in ODD):
            misread[value] = spelled

    assert {} == misread


@pytest.mark.parametrize(
    ("language", "digits", "values"),
    [
        ("de", "1.500", [1500]), ("de", "1,5", [1.5]), ("de", "1.234,56", [1234.56]), ("de", "12,500", [12.5, 12500]),
        ("en", "1.500", [1.5]), ("en", "1,500", [1500]), ("fr", "1 234,50", [1234.5]), ("hi", "12,50,000", [1250000]),
        ("ar", "12٬500", [12500]), ("fa", "7٫2", [7.2]), ("de", "0,125", [0.125]), ("es", "4.6", [4.6]),
    ],
)  # fmt: skip
def test_separators_are_those_of_the_language(language, digits, values):
    assert values == digit_values(digits, load(language))
